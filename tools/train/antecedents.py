#!/usr/bin/env python3
"""Learns the ranker of antecedents (src/claims/resolve/antecedent_ranker.h) and writes its weights as JSON.

usage: antecedents.py phrases GOLD.jsonl > phrases.jsonl
       antecedents.py learn FEATURES.jsonl GOLD.jsonl … --out data/models/antecedents.json

`phrases` lists what stands for the arguments of annotated claims; antecedent_features says of each which names it may mean.
`learn` takes such features and the gold by pairs. Right is each name that the gold accepts; "none" where it accepts none
of them. Printed: how often the likeliest is right, by cross-validation over documents, for all and for those phrases that
the rules leave open."""

import argparse
import json
import zlib
from pathlib import Path

import numpy as np

from newsgraph_train.scorer import load_score

FOLDS = 5
LEAST_COUNT = 3


def lines(path):
    return [json.loads(line) for line in open(path, encoding="utf8")]


def phrases(path):
    for record in lines(path):
        for k, claim in enumerate(record["claims"]):
            for role in ("subject", "object"):
                yield {"document": record["id"], "key": [k, role], "evidence": claim["evidence"], "phrase": claim[role + "_text"]}


class Choice:
    """A phrase, its candidates as rows of features, and which of them are right."""

    def __init__(self, row, answers, score):
        self.document, self.rules = row["document"], row["rules"]
        self.features = [c["features"] for c in row["candidates"]]
        right = [any(score.same(n, a) for n in c["names"] for a in answers) for c in row["candidates"]]
        self.right = np.array(right[:-1] + [not any(right)])
        self.rules_right = any(score.same(self.rules, a) for a in answers) if self.rules else False


def read(paths, score):
    choices = []
    for features, gold in zip(paths[::2], paths[1::2]):
        answers = {r["id"]: r["claims"] for r in lines(gold)}
        for row in lines(features):
            if not row["mention"]:
                k, role = row["key"]
                choices.append(Choice(row, answers[row["document"]][k][role], score))
    return choices


class Ranker:
    """Softmax over the candidates of each choice; gradient descent (Adam) with an L2 penalty."""

    def __init__(self, choices, l2, steps=400, rate=0.05):
        counts = {}
        for choice in choices:
            for name in {n for f in choice.features for n in f}:
                counts[name] = counts.get(name, 0) + 1
        self.columns = {n: i for i, n in enumerate(sorted(n for n, c in counts.items() if c >= LEAST_COUNT))}
        x = np.vstack([self.matrix(c) for c in choices])
        right = np.concatenate([c.right for c in choices])
        starts = np.cumsum([0] + [len(c.right) for c in choices])[:-1]
        owner = np.repeat(np.arange(len(choices)), [len(c.right) for c in choices])
        w, first, second = np.zeros(x.shape[1]), np.zeros(x.shape[1]), np.zeros(x.shape[1])
        for step in range(1, steps + 1):
            p = _softmax(x @ w, starts, owner)
            good = p * right
            good /= np.maximum(np.add.reduceat(good, starts), 1e-12)[owner]
            gradient = x.T @ (p - good) + l2 * w
            first, second = 0.9 * first + 0.1 * gradient, 0.99 * second + 0.01 * gradient ** 2
            w -= rate * (first / (1 - 0.9 ** step)) / (np.sqrt(second / (1 - 0.99 ** step)) + 1e-8)
        self.weights = w

    def matrix(self, choice):
        x = np.zeros((len(choice.right), len(self.columns)))
        for r, features in enumerate(choice.features):
            for name, value in features.items():
                if name in self.columns:
                    x[r, self.columns[name]] = value
        return x

    def probabilities(self, choice):
        scores = np.exp((s := self.matrix(choice) @ self.weights) - s.max())
        return scores / scores.sum()


def _softmax(scores, starts, owner):
    scores = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
    return scores / np.add.reduceat(scores, starts)[owner]


def cross_validated(choices, l2):
    fold = [zlib.crc32(("fold " + c.document).encode()) % FOLDS for c in choices]
    out = [None] * len(choices)
    for k in range(FOLDS):
        ranker = Ranker([c for c, f in zip(choices, fold) if f != k], l2)
        for i, choice in enumerate(choices):
            if fold[i] == k:
                out[i] = ranker.probabilities(choice)
    return out


def report(choices, probabilities, title):
    best = [int(p.argmax()) for p in probabilities]
    right = [bool(c.right[b]) for c, b in zip(choices, best)]
    named = [b < len(c.right) - 1 for c, b in zip(choices, best)]
    print(f"{title}: {len(choices)} phrases, {np.mean([not c.right[-1] for c in choices]):.2f} of them somebody named, likeliest right {np.mean(right):.3f}")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        kept = [r for r, n, p in zip(right, named, probabilities) if n and p.max() >= least]
        print(f"  names from {least:.1f}: {len(kept)}, right {np.mean(kept) if kept else 0:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("phrases", "learn"))
    parser.add_argument("files", nargs="+")
    parser.add_argument("--score", help="gold/score.py", default="score.py")
    parser.add_argument("--l2", type=float, default=1.0)
    parser.add_argument("--out")
    options = parser.parse_args()
    if options.what == "phrases":
        for phrase in phrases(options.files[0]):
            print(json.dumps(phrase, ensure_ascii=False))
        return
    choices = read(options.files, load_score(options.score))
    probabilities = cross_validated(choices, options.l2)
    report(choices, probabilities, "all")
    ruled = [c for c in choices if c.rules]
    print(f"rules answer {len(ruled)}, right {np.mean([c.rules_right for c in ruled]):.3f}; on these:")
    report(ruled, [p for c, p in zip(choices, probabilities) if c.rules], "  where rules answer")
    report([c for c in choices if not c.rules], [p for c, p in zip(choices, probabilities) if not c.rules], "left open by the rules")
    if options.out:
        ranker = Ranker(choices, options.l2)
        weights = {n: round(float(ranker.weights[i]), 4) for n, i in ranker.columns.items() if abs(ranker.weights[i]) >= 0.005}
        data = {"format": "newsgraph antecedents", "version": 1, "weights": weights}
        Path(options.out).write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
