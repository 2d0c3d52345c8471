#!/usr/bin/env python3
"""Marks the names in text by an ensemble of runs of names.py and names_teach.py, for a student to learn
from: tools/train/names_label.py DATA VECTORS RUN... --text TEXT --cache FOLDER -o FILE (JSON lines).

TEXT is "events" (the news of current_events_2025.jsonl) or the name of a training corpus ("uner", "gum",
"news"), whose own marks are not looked at. With --perturb, words are replaced by similar ones first."""

import argparse
import json
import os
import random
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import torch

from newsgraph_train import names_corpora as corpora
from newsgraph_train import names_data as data
from newsgraph_train import names_ensemble
from newsgraph_train.names_augment import Neighbours, perturbed
from newsgraph_train.names_stages import vectors_cache
from newsgraph_train.names_teacher_run import read_run
from newsgraph_train.vectors import load_vectors


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("runs", nargs="+", type=Path)
    parser.add_argument("--text", choices=("events", "uner", "gum", "news"), default="events")
    parser.add_argument("--perturb", type=float, default=0.0, help="share of the words to replace")
    parser.add_argument("--copies", type=int, default=1, help="of each sentence, perturbed differently")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True, help="folder that keeps the unpacked vectors")
    parser.add_argument("--sure", type=float, default=0.7)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def read_events(folder):
    with open(folder / "text/current_events_2025.jsonl", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    return [s for row in rows for s in data.text_samples(data.document_text(row), row["id"], 0)]


def read_text(folder, name):
    if name == "events":
        return read_events(folder)
    if name == "uner":
        return data.read_uner(folder / "ner/uner_ewt-train.iob2")
    if name == "gum":
        return data.read_gum(folder / "ud/en_gum_open-train.conllu")
    return corpora.read_part(folder, "train")


def main():
    options = arguments()
    torch.set_num_threads(1)
    random.seed(options.seed)

    cache = vectors_cache(options.cache)
    samples = [s for s in read_text(options.data, options.text) if len(s.words) <= corpora.LONGEST]
    if options.perturb:
        neighbours = Neighbours(load_vectors(options.vectors, 50000, cache(50000)))
        samples = [perturbed(s, neighbours, options.perturb, copy) for copy in range(options.copies) for s in samples]
    runs = [read_run(r, options.vectors, cache) for r in options.runs]
    doubts = names_ensemble.label(runs, samples, options.sure, samples[0].source)
    with open(options.output, "w", encoding="utf8") as out:
        for s in samples:
            out.write(json.dumps({"words": s.words, "masks": s.masks, "document": s.document, "source": s.source}) + "\n")
    words = sum(len(s.words) for s in samples)
    print("%d sentences, %d words, %d left open" % (len(samples), words, doubts))


if __name__ == "__main__":
    main()
