#!/usr/bin/env python3
"""Measures whether nodes bear the name that a reader gave first, and prints a table in Markdown.

    node_names.py NEWSGRAPH GOLD [--show]

GOLD is a folder with annotated texts, train/PART.docs.jsonl and train/PART.gold.jsonl; a part that is absent is skipped with a message. Of
each claim that the program and a reader agree about, the named arguments are looked at: the name of the node against the reader's
acceptable answers, of which the first is the best. A name counts as the best where it has the same words ("Denmark's food agency" and "Danish
food agency" have), or where the tables of data/knowledge know both for one ("IBM"). Only documents that the reader was not taught.

`--show` prints the names that are not the best.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "train"))
from newsgraph_train.held_out import held_out  # noqa: E402

PARTS = {"current_events": "news items of 2025-26", "wikinews": "Wikinews", "written": "written"}
KNOWLEDGE = Path(__file__).resolve().parents[2] / "data" / "knowledge"
SMALL = {"the", "a", "an", "of", "for", "and", "s"}


def words(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    joined = re.sub(r"\b(?:[a-z]\.){2,}", lambda initials: initials.group().replace(".", ""), plain)
    return [word for word in re.findall(r"[a-z0-9]+", joined) if word not in SMALL]


class Names:
    """What the project's tables know of names: which are one entity's, and whose adjective a word is."""

    def __init__(self):
        self.entities, self.places = defaultdict(set), {}
        for path in sorted(KNOWLEDGE.glob("*.json")):
            for entity in json.loads(path.read_text(encoding="utf-8")).get("entities", []):
                for name in [entity["name"], *entity.get("aliases", [])]:
                    self.entities[name.lower()].add(entity["id"])
                for adjective in entity.get("adjectives", []) if entity["type"] == "place" else []:
                    self.places.setdefault(adjective.lower(), entity["name"])

    def key(self, name):
        return frozenset(words(" ".join(self.places.get(word, word) for word in words(name))))

    def equal(self, one, other):
        return self.key(one) == self.key(other) or bool(self.entities.get(one.lower(), set()) & self.entities.get(other.lower(), set()))


def accepted(argument, answers):
    """Whether one of an argument's names is a reader's answer: the shorter of two has half of the words of the longer at least."""
    for name in [argument["name"], argument.get("text", ""), *argument.get("aliases", [])]:
        for answer in answers:
            a, b = sorted((set(words(name)), set(words(answer))), key=len)
            if a and a <= b and 2 * len(a) >= len(b):
                return True
    return False


def agreed(claims, answers):
    """Pairs of the claims of the program and of the reader of one document; each of the reader's once."""
    free = list(answers)
    for claim in claims:
        for answer in free:
            if claim["relation"] == answer["relation"] and all(accepted(claim[role], answer[role]) for role in ("subject", "object")):
                free.remove(answer)
                yield claim, answer
                break


def claims_of(program, documents):
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "texts.docs.jsonl")
        texts.write_text("".join(documents), encoding="utf-8")
        done = subprocess.run([program, "claims", texts, "--quiet"], check=True, stdout=subprocess.PIPE, encoding="utf-8")
    found = defaultdict(list)
    for line in done.stdout.splitlines():
        claim = json.loads(line)
        found[claim["document"]["id"]].append(claim)
    return found


def measure(program, names, gold, part, show):
    texts, answers = (gold / "train" / f"{part}.{kind}.jsonl" for kind in ("docs", "gold"))
    if not texts.exists() or not answers.exists():
        return print(f"{PARTS[part]}: skipped, there is no {texts}", file=sys.stderr)
    lines = texts.read_text(encoding="utf-8").splitlines(keepends=True)
    found = claims_of(program, [line for line in lines if held_out(json.loads(line)["id"])])
    best = total = 0
    for line in answers.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        for claim, answer in agreed(found[document["id"]], document["claims"]):
            for role in ("subject", "object"):
                if not claim[role]["named"]:
                    continue
                equal = names.equal(claim[role]["name"], answer[role][0])
                total, best = total + 1, best + equal
                if show and not equal:
                    print(document["id"], claim[role]["name"], answer[role][:3], sep="\t", file=sys.stderr)
    print(f"| {PARTS[part]} | {total} | {best / max(1, total):.2f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("newsgraph")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    print("| texts | named arguments | the best name |\n|---|---|---|")
    names = Names()
    for part in PARTS:
        measure(options.newsgraph, names, options.gold, part, options.show)


if __name__ == "__main__":
    main()
