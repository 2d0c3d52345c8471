#!/usr/bin/env python3
"""Measures the claims of a newsgraph binary and prints the tables of docs/accuracy.md in Markdown.

    claims.py NEWSGRAPH GOLD [--min-confidence N]

GOLD is a folder with annotated texts, NAME.docs.jsonl and NAME.gold.jsonl each: of those in GOLD/train the documents that the model
was not taught (the fifth that tools/train/newsgraph_train/held_out.py keeps back), of those in GOLD/dev all; what is absent is skipped with a message.
The sets of tests/gold follow. Claims of less confidence than N are left out, as `newsgraph export` leaves them out.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "train"))
from newsgraph_train.held_out import held_out  # noqa: E402

UNSEEN = {"news items of 2025-26 and Wikinews articles": ("current_events", "wikinews"), "written to be dense and hard": ("written",)}
DEVELOPMENT = {"seeds": "two articles on the TikTok dispute", "events": "94 short news items of 2025", "agnews": "190 news items of 2004",
               "wikinews": "68 long articles of 2019", "knowledgenet": "124 encyclopaedic passages, *owns* alone"}
OURS = {"sentences": "our own sentences, one construction each", "news": "our own sentences as agencies write them",
        "documents": "our own short documents", "sample": "the sample articles"}


def lines_of(paths, wanted):
    """The lines of JSON Lines files whose id is wanted."""
    for path in paths:
        with open(path, encoding="utf-8") as file:
            yield from (line for line in file if wanted(json.loads(line)["id"]))


class Program:
    def __init__(self, path, least, folder):
        self.path, self.least, self.folder = path, least, Path(folder)

    def measure(self, documents, gold, wanted=lambda _: True):
        """What `newsgraph evaluate --json` says of the wanted documents of these files."""
        texts, answers, claims = (self.folder / name for name in ("texts.docs.jsonl", "answers.jsonl", "claims.jsonl"))
        texts.write_text("".join(lines_of(documents, wanted)), encoding="utf-8")
        answers.write_text("".join(lines_of(gold, wanted)), encoding="utf-8")
        found = subprocess.run([self.path, "claims", texts, "--quiet"], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
        certain = [line for line in found.split("\n") if line and json.loads(line)["confidence"] >= self.least]
        claims.write_text("".join(line + "\n" for line in certain), encoding="utf-8")
        done = subprocess.run([self.path, "evaluate", answers, claims, "--json"], check=True, stdout=subprocess.PIPE)
        return json.loads(done.stdout)


def row(name, figures):
    """Cells: claims of the readers, precision, recall and F1 of core claims, precision and recall of all, status."""
    core, every = figures["core"], figures["all"]
    cells = [core["precision"], core["recall"], core["f1"], every["precision"], every["recall"], figures["status"]]
    print(f"| {name} | {figures['gold']} | " + " | ".join(f"{cell:.2f}" for cell in cells) + " |", flush=True)


def measure_set(program, name, folder, files, wanted=lambda _: True, relation=None):
    documents, gold = ([folder / f"{file}.{kind}.jsonl" for file in files] for kind in ("docs", "gold"))
    missing = [path for path in documents + gold if not path.exists()]
    if missing:
        print(f"{name}: skipped, there is no {missing[0]}", file=sys.stderr)
        return
    figures = program.measure(documents, gold, wanted)
    row(name, figures["relations"][relation] if relation else figures["total"])


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("newsgraph")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--min-confidence", type=float, default=0)
    options = parser.parse_args()
    gold = options.gold
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.newsgraph, options.min_confidence, folder)
        print("| texts | claims | core precision | core recall | core F1 | precision of all | recall of all | status right |")
        print("|---|---|---|---|---|---|---|---|")
        for name, files in UNSEEN.items():
            measure_set(program, f"the scorer learnt from them: {name}", gold / "train", files, held_out)
        for file, name in DEVELOPMENT.items():
            measure_set(program, name, gold / "dev", (file,), relation="owns" if file == "knowledgenet" else None)
        for file, name in OURS.items():
            measure_set(program, name, Path(__file__).parents[2] / "tests" / "gold", (file,))


main()
