#!/usr/bin/env python3
"""Measures what the examples of a schema bring, on tests/gold/own-relations, and prints the table of docs/relations.md in Markdown.

    examples.py NEWSGRAPH

Of each relation none, 5, 8, 10 or 20 examples are left in the schema, half of them (of 5 three) such as must match. Rows of
fewer than 20 are means over several choices of them. A cell has core precision, recall and F1.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
GOLD = ROOT / "tests" / "gold"
SCHEMAS = {"supports-sues-sanctions": ("supports", "sues"), "employs-leads": ("employs",)}
ROWS = ((0, 1), (5, 5), (8, 5), (10, 5), (20, 1))  # how many examples, and how many choices of them
OLDER = {True: 2, False: 1}  # the first examples of a relation, which are there to test its rules alone


def chosen(examples, number, turn):
    """`number` of the examples that were written to teach, beginning elsewhere with each turn."""
    kept = []
    for match, wanted in ((True, (number + 1) // 2), (False, number // 2)):
        same = [example for example in examples if example.get("match", True) is match][OLDER[match]:]
        start = 2 * turn % len(same)
        kept += (same[start:] + same[:start])[:wanted]
    return kept


def measure(newsgraph, name, number, turn, folder):
    """What `newsgraph evaluate --json` says of each relation of a schema with that many examples."""
    schema = json.loads((ROOT / "data" / "relations" / f"{name}.json").read_text(encoding="utf-8"))
    for relation in schema["relations"]:
        if relation["name"] in SCHEMAS[name]:
            relation["examples"] = chosen(relation["examples"], number, turn)
    file, claims = folder / "schema.json", folder / "claims.jsonl"
    file.write_text(json.dumps(schema), encoding="utf-8")
    texts = GOLD / "own-relations.docs.jsonl"
    with open(claims, "wb") as out:
        subprocess.run([newsgraph, "claims", texts, "--relations", file, "--quiet"], check=True, stdout=out)
    done = subprocess.run([newsgraph, "evaluate", GOLD / "own-relations.gold.jsonl", claims, "--json"],
                          check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)["relations"]


def mean(figures):
    return sum(figures) / len(figures)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print("| examples | " + " | ".join(r for relations in SCHEMAS.values() for r in relations) + " |")
    print("|---|" + "---|" * sum(map(len, SCHEMAS.values())))
    with tempfile.TemporaryDirectory() as folder:
        for number, turns in ROWS:
            cells = []
            for name, relations in SCHEMAS.items():
                runs = [measure(sys.argv[1], name, number, turn, Path(folder)) for turn in range(turns)]
                for relation in relations:
                    core = [run[relation]["core"] for run in runs]
                    cells.append(" ".join(f"{mean([c[key] for c in core]):.2f}" for key in ("precision", "recall", "f1")))
            print(f"| {number or 'none'} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
