#!/usr/bin/env python3
"""Trains a teacher for the recogniser of names: tools/train/names_teach.py DATA VECTORS TRANSFORMER -o FOLDER.

TRANSFORMER is the folder of a pre-trained encoder (config.json, model.safetensors, tokenizer.json);
needs the packages transformers and tokenizers. The teacher only marks text (names_label.py); nothing of
it is shipped."""

import argparse
import json
import os
import random
import sys
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import numpy as np
import torch

from newsgraph_train import names_corpora as corpora
from newsgraph_train import names_training as training
from newsgraph_train.embedder import EmbedderConfig, WordNoise
from newsgraph_train.features import FeatureTable, build_vocabulary
from newsgraph_train.names_ensemble import best_tags
from newsgraph_train.names_teacher import Pieces, stretches
from newsgraph_train.names_teacher_run import build_teacher
from newsgraph_train.names_teaching import Schedule, Teaching, stretch_scores
from newsgraph_train.vectors import load_vectors


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("transformer", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--cache", type=Path, help="file that keeps the unpacked vectors")
    parser.add_argument("--minutes", type=float, default=Schedule.minutes)
    parser.add_argument("--layers", type=int, default=6, help="how many layers of the transformer to use (%(default)s)")
    parser.add_argument("--rate", type=float, default=Schedule.rate, help="of the transformer (%(default)s)")
    parser.add_argument("--words", type=int, default=Schedule.words, help="of a batch (%(default)s)")
    parser.add_argument("--width", type=int, default=160, help="of the BiLSTM, in each direction (%(default)s)")
    parser.add_argument("--vectors-count", type=int, default=50000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def evaluation(options, table, pieces):
    """A function from a teacher to (what to choose by, text)."""
    dev = [(samples, training.encode(samples, table), source, kinds)
           for samples, source, kinds in corpora.development(options.data)]

    def evaluate(model):
        move, start = (t.detach().numpy() for t in model.transitions())
        counts = []
        for samples, encoded, source, kinds in dev:
            scores = stretch_scores(model, table.tensors(), samples, encoded, pieces, source)
            counts.append(training.score(samples, [best_tags(s, move, start) for s in scores], kinds))
        values = [training.f1(c) for c in counts]
        return 2 * values[0] + values[1], corpora.describe(values, training.describe(counts[0]))

    return evaluate


def main():
    options = arguments()
    torch.set_num_threads(1)
    for seed in (torch.manual_seed, random.seed, np.random.seed):
        seed(options.seed)
    options.output.mkdir(parents=True, exist_ok=True)
    samples = corpora.training_samples(options.data)
    vectors = load_vectors(options.vectors, options.vectors_count, options.cache)
    vocabulary = build_vocabulary([w for s in samples for w in s.words], 4, 5)
    labels = training.grammar_labels(samples)
    settings = {"lexicon": vocabulary.lexicon, "characters": vocabulary.characters, "vectors": options.vectors_count,
                "grammar": labels, "width": options.width, "layers": options.layers,
                "transformer": str(options.transformer)}
    (options.output / "teacher.json").write_text(json.dumps(settings), encoding="utf8")
    model = build_teacher(settings, vocabulary, vectors, WordNoise(both=0.08))
    table, pieces = FeatureTable(vocabulary, vectors, EmbedderConfig.hash_rows), Pieces(options.transformer)
    encoded = training.encode(samples, table, noise=True, labels=labels)
    evaluate = evaluation(options, table, pieces)
    schedule = Schedule(minutes=options.minutes, rate=options.rate, words=options.words)
    teaching = Teaching(model, table.tensors(), stretches(samples), encoded, pieces, len(labels), schedule)
    with training.Log(options.output / "log.txt") as say:
        say("%s\n%d sentences, %d words" % (" ".join(sys.argv[1:]), len(samples), sum(len(s.words) for s in samples)))
        teaching.run(evaluate, say, options.output / "teacher.pt")


if __name__ == "__main__":
    main()
