#!/usr/bin/env python3
"""Writes what the trainer's recogniser of names makes of some sentences, for the test that holds the C++
one against it: tools/train/names_reference.py VECTORS RUN -o tests/language/names_reference.json.

The arithmetic is that of newsgraph_train/reference.py: the scores have to be the same to the bit."""

import argparse
import json
import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from types import SimpleNamespace

from newsgraph_train import names_case
from newsgraph_train.names_run import Run
from newsgraph_train.reference import STATE_STEP, WORD_STEP, Reference, _bytes

SENTENCES = """
Norway 's Data Inspectorate fined the Bergen firm Fjordsky 2 million kroner on Tuesday .
" We own 40 % of Nordlys Media , " said Ingrid Solheim , who heads Polaris Holding AS .
TAIWAN BARS HUAWEI PHONES FROM MINISTRIES , CITING SPYING
portugal 's parliament condemned the raid near lake chad
Brazil Blocks Messaging Service After Court Orders Against Telegram
eBay and iPhone sellers in al - Qasim met General de Gaulle 's grandson in Nice .
The Świątek family — from Kraków — sued Zażółć Sp. z o.o. over the “ Gęś ” brand .
!
antidisestablishmentarianism-2.0/beta_tëst ??? 日本
""".strip().split("\n")


class NamesReference(Reference):
    def __init__(self, run):
        self.features, self.vectors = run.table, run.vectors
        self.w = {k: v.detach().float().numpy() for k, v in run.model.state_dict().items()}
        self.conventions = run.model.conventions().detach().numpy()
        layers = run.model.encoder.layers
        self.parser = SimpleNamespace(config=SimpleNamespace(layers=len(layers), width=layers[0].width))

    def scores(self, words):
        case = names_case.sentence_case(words)
        context = self.w["case.weight"][case] + self.conventions
        inputs = _bytes(self.embed(names_case.shown(words, case)) + context, WORD_STEP)
        return self._layer("emission", STATE_STEP)(self.encode(inputs))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True, help="folder that keeps the unpacked vectors")
    options = parser.parse_args()
    reference = NamesReference(Run(options.run, options.vectors, lambda n: options.cache / ("vectors%d.npz" % n)))
    rows = []
    for line in SENTENCES:
        words = line.split()
        scores = [float(x) for x in reference.scores(words).flatten()]
        rows.append(json.dumps({"words": words, "scores": scores}, ensure_ascii=False))
    options.output.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf8")


if __name__ == "__main__":
    main()
