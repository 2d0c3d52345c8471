#!/usr/bin/env python3
"""Learns which words show that a sentence may state a claim (src/claims/prefilter/stating_words.h): logistic regression over its
words and pairs of neighbouring words. Cheap and broad; what passes, the model's first layers look at.

usage: stating_words.py --gold GOLD/train --own FOLDER --analysis FOLDER --least -0.7 --out data/models/stating_words.tsv

Printed: the share of the stating sentences, and of all words, of documents that were not learnt, which pass at each score."""

import argparse
import random as random_module
from collections import Counter
from pathlib import Path

import numpy as np
import torch

from newsgraph_train import joint_data as data
from newsgraph_train.held_out import held_out

LEAST_COUNT = 4      # rarer words and pairs are left out
LEAST_WEIGHT = 0.1  # and what hardly says anything
STATING = 2          # what states something counts for so many that do not
PENALTY = 3e-5
PASSES, BATCH, RATE, FALL = 12, 512, 0.02, 0.8
HEAD = """# Words that show that a sentence may state a claim: hundredths of log odds<tab>feature, a word (1) or two that
# stand side by side (2). Made by tools/train/stating_words.py from the annotated texts that its README names.
"""


def features(words):
    """As in the program: lower case, numbers alike."""
    words = ["0" if w[:1] in "0123456789" else w.lower() for w in words]
    return {"1 " + w for w in words} | {f"2 {a} {b}" for a, b in zip(words, words[1:])}


class Row:
    def __init__(self, part, item):
        self.part, self.held_out, self.states = part, held_out(item.document), bool(item.triggers)
        self.features, self.size = features(item.words), len(item.words)


def read(options):
    parts = data.read_claims(options.gold, options.analysis)
    if options.own:
        parts |= data.read_claims(options.own, options.analysis, [p for p in ("own", "open") if (Path(options.own) / f"{p}.docs.jsonl").exists()])
    return [Row(part, item) for part, items in parts.items() for item in items if item.triggers or not item.unknown]


def bags(rows, index):
    ids = [[index[f] for f in sorted(row.features) if f in index] for row in rows]
    offsets = np.cumsum([0] + [len(i) for i in ids[:-1]])
    return torch.tensor([k for i in ids for k in i]), torch.tensor(offsets)


def learn(rows, seed=1):
    """(weights by feature, constant)."""
    torch.manual_seed(seed)
    random = random_module.Random(seed)
    counts = Counter(f for row in rows for f in row.features)
    index = {f: k for k, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST_COUNT))}
    table = torch.nn.EmbeddingBag(len(index), 1, mode="sum")
    torch.nn.init.zeros_(table.weight)
    constant = torch.zeros(1, requires_grad=True)
    adam = torch.optim.Adam([table.weight, constant], lr=RATE)
    rows = list(rows)
    for _ in range(PASSES):
        random.shuffle(rows)
        for at in range(0, len(rows), BATCH):
            batch = rows[at:at + BATCH]
            goal = torch.tensor([float(row.states) for row in batch])
            logits = table(*bags(batch, index))[:, 0] + constant
            losses = torch.nn.functional.binary_cross_entropy_with_logits(logits, goal, reduction="none")
            loss = (losses * (1 + (STATING - 1) * goal)).mean() + PENALTY * (table.weight ** 2).sum()
            adam.zero_grad()
            loss.backward()
            adam.step()
        for group in adam.param_groups:
            group["lr"] *= FALL
    weights = table.weight.detach()[:, 0].tolist()
    return {f: round(weights[k], 2) for f, k in index.items() if abs(weights[k]) >= LEAST_WEIGHT}, round(float(constant), 3)


def report(rows, weights, constant):
    scores = np.array([constant + sum(weights.get(f, 0) for f in row.features) for row in rows])
    parts, states = np.array([row.part for row in rows]), np.array([row.states for row in rows])
    sizes = np.array([row.size for row in rows])
    for least in (-3, -2.5, -2, -1.5, -1, -0.5, 0):
        print(least, {p: (round(float((scores[(parts == p) & states] >= least).mean()), 3),
                          round(float(sizes[(parts == p) & (scores >= least)].sum() / sizes[parts == p].sum()), 3)) for p in sorted(set(parts))})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", required=True, help="folder of the annotated texts")
    parser.add_argument("--own", help="folder of own.* and open.*")
    parser.add_argument("--analysis", required=True, help="folder with what `newsgraph analyze` says of them")
    parser.add_argument("--least", type=float, default=-0.7)
    parser.add_argument("--out")
    options = parser.parse_args()
    torch.set_num_threads(1)
    rows = read(options)
    report([row for row in rows if row.held_out], *learn([row for row in rows if not row.held_out]))
    if options.out:
        weights, constant = learn(rows)
        rows = [f"{round(100 * (constant - options.least))}\tbias"]
        rows += [f"{round(100 * weight)}\t{feature}" for feature, weight in sorted(weights.items())]
        text = HEAD + "\n".join(rows)
        Path(options.out).write_text(text + "\n", encoding="utf8")
        print(len(weights), "words and pairs,", len(text), "bytes")


if __name__ == "__main__":
    main()
