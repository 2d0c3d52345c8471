#!/usr/bin/env python3
"""Marks the names in plain news text by an ensemble of runs of names.py, for a student to learn from:
tools/train/names_label.py DATA VECTORS RUN... -o FILE (JSON lines)."""

import argparse
import json
import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import torch

from newsgraph_train import names_data, names_ensemble
from newsgraph_train.names_run import Run


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("runs", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True, help="folder that keeps the unpacked vectors")
    parser.add_argument("--sure", type=float, default=0.7)
    options = parser.parse_args()
    torch.set_num_threads(1)
    runs = [Run(r, options.vectors, lambda n: options.cache / ("vectors%d.npz" % n)) for r in options.runs]
    samples = []
    with open(options.data / "text/current_events_2025.jsonl", encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            samples += names_data.text_samples(names_data.document_text(row), row["id"], 0)
    doubts = names_ensemble.label(runs, samples, options.sure)
    with open(options.output, "w", encoding="utf8") as out:
        for s in samples:
            out.write(json.dumps({"words": s.words, "masks": s.masks, "document": s.document}) + "\n")
    words = sum(len(s.words) for s in samples)
    print("%d sentences, %d words, %d left open" % (len(samples), words, doubts))


if __name__ == "__main__":
    main()
