#!/usr/bin/env python3
"""Learns the weights of the scorer of claims (src/claims/confidence/scorer.h) and writes them as JSON.

usage: scorer.py FOLDER --gold GOLD --out data/models/scorer.json

FOLDER holds, for each part P of the annotated texts, P.features.jsonl (by claim_features). Only documents whose claims the encoder
was not taught count (newsgraph_train/held_out.py). Printed: the area under the curve and precision and recall by threshold, by cross-validation
over documents."""

import argparse
import json
import zlib
from collections import defaultdict
from pathlib import Path

import numpy as np

from newsgraph_train.held_out import held_out
from newsgraph_train.scorer import area, fit, label, load_score

PARTS = ("current_events", "wikinews", "written")
OWN_PARTS = ("own", "open")
# The written texts are denser and harder than news, and our own retell much: real text counts more.
WEIGHTS = {"current_events": 2.0, "wikinews": 2.0, "open": 2.0, "written": 1.0, "own": 0.5}
REAL = ("current_events", "wikinews", "open")
FOLDS = 5
LEAST_COUNT = 4     # rarer features are left out


def lines(path):
    return [json.loads(line) for line in open(path, encoding="utf8")]


class Row:
    def __init__(self, part, document, claim, features, right, repeat, status):
        self.part, self.document, self.claim, self.features = part, document, claim, features
        self.right, self.repeat, self.status = right, repeat, status


def gold_files(gold_folder, own_folder):
    files = {part: Path(gold_folder) / "train" / f"{part}.gold.jsonl" for part in PARTS}
    return files | ({part: Path(own_folder) / f"{part}.gold.jsonl" for part in OWN_PARTS} if own_folder else {})


def read_rows(folder, files, score, wanted):
    rows, gold_counts = [], defaultdict(int)
    for part, file in files.items():
        gold = {r["id"]: r["claims"] for r in lines(file)}
        gold = {document: answers for document, answers in gold.items() if wanted(document)}
        gold_counts[part] += sum(len(answers) for answers in gold.values())
        rows += rows_of(part, lines(Path(folder) / f"{part}.features.jsonl"), gold, score)
    return rows, gold_counts


def rows_of(part, proposals, gold, score):
    """What claim_features says of the documents of `gold`, {document: claims of the readers}, and whether it is right."""
    by_document = defaultdict(list)
    for proposal in proposals:
        by_document[proposal["claim"]["document"]["id"]].append(proposal)
    rows = []
    for document, answers in gold.items():
        ours = by_document.get(document, [])
        for proposal, labels in zip(ours, label(score, [p["claim"] for p in ours], answers)):
            rows.append(Row(part, document, proposal["claim"], proposal["features"], *labels))
    return rows


def columns_of(rows):
    counts = defaultdict(int)
    for row in rows:
        for name in row.features:
            counts[name] += 1
    return sorted(name for name, n in counts.items() if n >= LEAST_COUNT)


def matrix(rows, columns):
    index = {name: i for i, name in enumerate(columns)}
    out = np.zeros((len(rows), len(columns)))
    for r, row in enumerate(rows):
        for name, value in row.features.items():
            if name in index:
                out[r, index[name]] = value
    return out


def weights_of(rows):
    return [WEIGHTS[row.part] for row in rows]


def in_share(document, share):
    return zlib.crc32(("share " + document).encode()) % 1000 < 1000 * share


def cross_validated(rows, l2, share=1):
    """The probability of each row by weights that its document had no part in; of the others so large a share teaches them."""
    scores = np.zeros(len(rows))
    fold = np.array([zlib.crc32(("fold " + row.document).encode()) % FOLDS for row in rows])
    for k in range(FOLDS):
        learn = [row for row, f in zip(rows, fold) if f != k and in_share(row.document, share)]
        columns = columns_of(learn)
        w = fit(matrix(learn, columns), [row.right for row in learn], weights_of(learn), l2)
        test = [row for row, f in zip(rows, fold) if f == k]
        scores[fold == k] = 1 / (1 + np.exp(-(matrix(test, columns) @ w[:-1] + w[-1])))
    return scores


def report(rows, scores, gold_counts, title):
    right = np.array([row.right for row in rows])
    print(f"{title}: {len(rows)} claims, {right.mean():.3f} right, area {area(scores, right):.3f}, "
          f"rules alone {area(np.array([row.features['rule odds'] for row in rows]), right):.3f}")
    fresh = np.array([not row.repeat for row in rows])
    for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        kept = (scores >= least) & fresh
        hits = (kept & right).sum()
        print(f"  from {least:.1f}: {kept.sum():5d} kept, precision {hits / max(1, kept.sum()):.3f}, recall about "
              f"{hits / sum(gold_counts.values()):.3f}")


def threshold(text):
    rule, least = text.split("=")
    return rule, float(least)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--gold", required=True)
    parser.add_argument("--own", help="folder of own.gold.jsonl and open.gold.jsonl")
    parser.add_argument("--out")
    parser.add_argument("--l2", type=float, default=3.0)
    parser.add_argument("--least-named", type=threshold, nargs="+", metavar="RULE=P",
                        default=[("ruled", 0.25), ("learned", 0.68), ("learned:denounces", 0.72)],
                        help="claims between two names below P are left out: those of rules, those that no rule found, those of one rule (%(default)s)")
    parser.add_argument("--least-unnamed", type=threshold, nargs="+", metavar="RULE=P", default=[("ruled", 0.5), ("learned", 0.8)],
                        help="the same for claims of which one side has no name (%(default)s)")
    parser.add_argument("--all", action="store_true", help="learn from all documents, also those that the encoder was taught")
    options = parser.parse_args()
    score = load_score(Path(options.gold) / "score.py")
    rows, counts = read_rows(options.folder, gold_files(options.gold, options.own), score, (lambda _: True) if options.all else held_out)
    scores = cross_validated(rows, options.l2)
    for title, keep in (("real", lambda p: p in REAL), ("written", lambda p: p == "written"), ("own", lambda p: p == "own")):
        chosen = [k for k, row in enumerate(rows) if keep(row.part)]
        if chosen:
            report([rows[k] for k in chosen], scores[chosen], {p: n for p, n in counts.items() if keep(p)}, title)
    for kind in ("learned", "opinion", "verb", "noun", "role"):
        chosen = [k for k, row in enumerate(rows) if row.claim["rule"].startswith(kind)]
        if chosen:
            report([rows[k] for k in chosen], scores[chosen], counts, "rule " + kind)
    columns = columns_of(rows)
    w = fit(matrix(rows, columns), [row.right for row in rows], weights_of(rows), options.l2)
    if options.out:
        known = {"relation " + row.claim["relation"] for row in rows}  # which relations it knows, even where the weight is 0
        text = json.dumps({"format": "newsgraph scorer", "version": 1, "constant": round(float(w[-1]), 4),
                           "least named": dict(options.least_named), "least unnamed": dict(options.least_unnamed),
                           "weights": {c: round(float(x), 4) for c, x in zip(columns, w) if abs(x) >= 0.005 or c in known}}, indent=1, sort_keys=True)
        Path(options.out).write_text(text + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
