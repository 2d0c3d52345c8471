#!/usr/bin/env python3
"""Measures finished runs of names.py, with the weights rounded as in the model file, and keeps the test
lines for the model file in RUN/accuracy.json: tools/train/names_measure.py DATA VECTORS RUN... --cache
FOLDER [--dev]. Several runs are measured as one ensemble. With --dev nothing is kept."""

import argparse
import json
import os
from collections import Counter
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import torch

from newsgraph_train import names_data, names_ensemble
from newsgraph_train.layers import Switches
from newsgraph_train.names_teacher_run import read_run
from newsgraph_train.names_run import Run
from newsgraph_train.names_stages import vectors_cache
from newsgraph_train.names_training import describe, f1, score


def marked(samples, names):
    """Names as tags, for score()."""
    out = []
    for s, found in zip(samples, names):
        tags = [0] * len(s.words)
        for first, last, kind in found:
            tags[first] = names_data.begin_tag(kind)
            tags[first + 1:last + 1] = [names_data.begin_tag(kind) + 1] * (last - first)
        out.append(tags)
    return out


def measure(runs, samples, kinds, source):
    """Counts of the sentences alone, and of the documents after they agreed."""
    tags, lattices, cases = names_ensemble.analyse(runs, samples, source)
    names = names_ensemble.agreed(samples, tags, lattices, cases)
    return score(samples, tags, kinds), score(samples, marked(samples, names), kinds)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("runs", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--dev", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    Switches.rounding = True
    runs = [read_run(r, options.vectors, vectors_cache(options.cache)) for r in options.runs]
    for run in runs:
        if isinstance(run, Run):
            run.take_conventions()
    part = "dev" if options.dev else "test"
    news = [s for s in names_data.read_wikinews(options.data / "ner") if names_data.article_part(s.document) == part]
    ewt = names_data.read_uner(options.data / ("ner/uner_ewt-%s.iob2" % part))
    lines = []
    for title, samples, kinds in (("Wikinews 2019, " + ("articles whose number is divisible by 5" if part == "test" else
                                   "development articles"), news, range(7)),
                                  ("Universal NER EWT %s (person, organization, place)" % part, ewt, range(3))):
        alone, agreed = measure(runs, samples, kinds, 0)
        print(title, "\n  sentences", describe(alone), "\n  documents", describe(agreed), flush=True)
        total = sum(agreed.values(), Counter())
        lines.append("names, %s: P %.2f, R %.2f, F1 %.2f" % (title, 100 * total["right"] / total["found"],
                                                             100 * total["right"] / total["wanted"], f1(agreed)))
    if not options.dev and len(runs) == 1:
        (options.runs[0] / "accuracy.json").write_text(json.dumps(lines), encoding="utf8")


if __name__ == "__main__":
    main()
