#!/usr/bin/env python3
"""Trains the joint reader of tags, trees, names and claims; see README.md."""

import argparse
import os
import random as random_module
import sys
import zlib

SETTINGS = {"OMP_NUM_THREADS": "1", "ONEDNN_PRIMITIVE_CACHE_CAPACITY": "60000",
            "MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "8000000000",
            "MALLOC_TOP_PAD_": "536870912"}
LAYERS = 6


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder with ud/ and ner/")
    parser.add_argument("--gold", required=True, help="folder with annotated claims")
    parser.add_argument("--own", help="folder with own.docs.jsonl and own.gold.jsonl (own_texts.py), or open.* (open_texts.py), or both")
    parser.add_argument("--analysis", required=True, help="folder with what `newsgraph analyze` says of them")
    parser.add_argument("--proposed", help="folder with what `newsgraph claims` proposes, for the verifier (scorer.py)")
    parser.add_argument("--given-names", required=True, help="data/knowledge/given_names.json")
    parser.add_argument("--transformer", required=True, help="folder of the pre-trained encoder")
    parser.add_argument("--work", required=True, help="folder for checkpoints")
    parser.add_argument("--name", default="base")
    parser.add_argument("--start", help="a checkpoint to go on from")
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--encoder-rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--warm-up", type=float, default=0.06)
    parser.add_argument("--trees", type=float, default=1, help="share of treebanks and names in a pass")
    parser.add_argument("--silent", type=float, default=0.6, help="share of the sentences that state nothing in a pass")
    parser.add_argument("--told", type=int, default=1, help="how often a pass has the sentences that state something")
    parser.add_argument("--share", type=float, default=1, help="share of the annotated documents that are learnt from (learning curves)")
    parser.add_argument("--steps", type=int, default=0, help="so many steps instead of minutes")
    parser.add_argument("--layers", type=int, default=LAYERS, help="of the encoder; the program reads six")
    parser.add_argument("--all", action="store_true", help="learn the held-out documents and development sets too")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def restart_with_settings():
    if any(os.environ.get(k) != v for k, v in SETTINGS.items()):
        os.environ.update(SETTINGS)
        os.execv(sys.executable, [sys.executable, *sys.argv])


def in_share(document, share):
    """The same documents for the same share, and those of a smaller share among them."""
    return zlib.crc32(b"share " + document.encode()) % 1000 < 1000 * share


def main():
    options = arguments()
    restart_with_settings()
    import torch

    from newsgraph_train import joint_data as data
    from newsgraph_train import joint_evaluation as evaluation
    from newsgraph_train import joint_training as training
    from newsgraph_train import names_data as names
    from newsgraph_train.conllu import read_conllu
    from newsgraph_train.held_out import article_part, held_out
    from newsgraph_train.joint import Joint
    from newsgraph_train.lemmas import lemma_exceptions
    from newsgraph_train.scorer import area, load_score
    from newsgraph_train.transformer import Pieces, Transformer, load_pretrained
    from pathlib import Path

    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random = random_module.Random(options.seed)
    trees, entities = data.read_trees(options.data), data.read_names(options.data)
    labels = data.learn_labels(trees)
    exceptions = lemma_exceptions([t for i in trees for t in i.tokens])
    score = load_score(Path(options.gold).parent / "score.py") if options.proposed else None
    claims = data.read_claims(options.gold, options.analysis, proposed=options.proposed, score=score)
    if options.own:
        parts = [p for p in ("own", "open") if (Path(options.own) / f"{p}.docs.jsonl").exists()]
        claims |= data.read_claims(options.own, options.analysis, parts, options.proposed, score)
    for part, items in claims.items():
        print(part, len(items), "sentences,", sum(len(i.triggers) for i in items), "triggers", flush=True)
    unseen = [i for items in claims.values() for i in items if held_out(i.document)]
    taught = [i for items in claims.values() for i in items if (options.all or not held_out(i.document)) and in_share(i.document, options.share)]
    told = [i for i in taught if i.triggers or i.candidates]
    silent = [i for i in taught if not i.triggers and not i.candidates]
    inventor = data.make_inventor(entities + trees, data.given_names(options.given_names), options.seed)
    noise = data.Noise(inventor, data.common_words(trees + entities), options.seed)

    def epoch_items(_):
        chosen = random.sample(trees, int(len(trees) * options.trees)) + random.sample(entities, int(len(entities) * options.trees))
        items = chosen + told * options.told + random.sample(silent, int(len(silent) * options.silent)) + data.invented_items(inventor, 1600)
        return [noise(i) for i in items]

    pieces = Pieces(options.transformer)
    if options.start:
        model, _ = training.load(options.start)
    else:
        model = Joint(labels, Transformer(pieces.count, options.layers))
        load_pretrained(model.encoder, options.transformer)
    encoding = training.Encoding(labels)
    out = os.path.join(options.work, options.name + ".pt")
    ewt, gum = (read_conllu(Path(options.data) / "ud" / f"{n}-dev.conllu") for n in ("en_ewt", "en_gum_open"))
    news = [s for s in names.read_wikinews(Path(options.data) / "ner") if article_part(s.document) == "dev"]
    uner = names.read_uner(Path(options.data) / "ner/uner_ewt-dev.iob2")

    def measure():
        print("ewt dev", evaluation.trees(model, encoding, pieces, ewt), "gum dev", evaluation.trees(model, encoding, pieces, gum),
              "wikinews dev", evaluation.name_f1(model, pieces, news, range(7)),
              "uner dev", evaluation.name_f1(model, pieces, uner, range(3)), flush=True)
        for part in claims:
            print(part, evaluation.triggers(model, pieces, [i for i in claims[part] if held_out(i.document)]), flush=True)

        if options.proposed:
            for part in claims:
                rows = evaluation.verified(model, pieces, [i for i in claims[part] if held_out(i.document)])
                print(part, len(rows), "proposed, verifier, area under the curve", area([r[0] for r in rows], [r[1] for r in rows]))
        for part in claims:
            print(part, "skimmed", evaluation.skimmed(model, pieces, [i for i in claims[part] if held_out(i.document)]), flush=True)

    last = [0]

    def report(line):
        print(line, flush=True)
        last[0] += 1
        if options.proposed and last[0] % 6 == 0:
            for part in claims:
                rows = evaluation.verified(model, pieces, [i for i in claims[part] if held_out(i.document)][:400])
                print(part, len(rows), "proposed, verifier, area under the curve", area([r[0] for r in rows], [r[1] for r in rows]), flush=True)
        if last[0] % 3 == 0:
            training.save(model, exceptions, out + ".part")
            os.replace(out + ".part", out)

    training.train(model, encoding, epoch_items, pieces,
                   training.Schedule(options.minutes, options.encoder_rate, options.head_rate, options.warm_up, options.seed, options.steps), report)
    training.save(model, exceptions, out)
    measure()


if __name__ == "__main__":
    main()
