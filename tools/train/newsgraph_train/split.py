"""Trains the sentence classifier and writes data/language/boundaries.tsv.

    python3 -m newsgraph_train.split DATA --features BINARY -o data/language/boundaries.tsv

DATA is a folder with ud/en_ewt-*.conllu and ud/en_gum_open-*.conllu. BINARY is the build's
`boundary_features`: it computes the features of each gap, so that training and program see the
same ones. Logistic regression by AdaGrad with L2 and L1 (truncation), seeds fixed; the epoch is chosen on dev.
Weights are scaled to integers and small ones dropped. Standard library only.
"""

import argparse
import math
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "evaluate"))
import conllu  # noqa: E402

SEED = 20190101
SCALE = 100  # an integer weight of 100 is one logit
SMALLEST = 10  # integer weights nearer to 0 are dropped
CORPORA = ("en_ewt", "en_gum_open")


@dataclass
class Gap:
    features: list
    label: int
    loss_weight: float = 1.0


def sentence_starts(sentences, text):
    """Byte offsets of the sentences in their raw text."""
    data = text.encode("utf-8")
    starts, at = [], 0
    for sentence in sentences:
        start = None
        for surface in sentence.surfaces:
            found = data.index(surface.form.encode("utf-8"), at)
            start = found if start is None else start
            at = found + len(surface.form.encode("utf-8"))
        starts.append(start)
    return starts


def read_gaps(binary, path):
    sentences = conllu.read(path)
    text = conllu.raw_text(sentences)
    starts = sentence_starts(sentences, text)
    with tempfile.TemporaryDirectory() as folder:
        text_file, starts_file = Path(folder, "text"), Path(folder, "starts")
        text_file.write_text(text, encoding="utf-8", newline="")
        starts_file.write_text("\n".join(map(str, starts)))
        output = subprocess.run([binary, text_file, starts_file], check=True, capture_output=True).stdout
    gold = set(starts)
    gaps = []
    for line in output.decode("utf-8", "replace").splitlines():
        offset, *features = line.split("\t")
        gaps.append(Gap(features, int(int(offset) in gold)))
    return gaps


def frequent(gaps, minimum):
    counts = {}
    for gap in gaps:
        for feature in gap.features:
            counts[feature] = counts.get(feature, 0) + 1
    return {feature for feature, count in counts.items() if count >= minimum}


class Model:
    """Logistic regression, AdaGrad steps."""

    def __init__(self, rate, decay):
        self.weights, self.squares = {}, {}
        self.rate, self.decay = rate, decay

    def logit(self, features):
        return self.weights.get("bias", 0.0) + sum(self.weights.get(f, 0.0) for f in features)

    def step(self, gap):
        score = max(-30.0, min(30.0, self.logit(gap.features)))
        gradient = (1.0 / (1.0 + math.exp(-score)) - gap.label) * gap.loss_weight
        for feature in (*gap.features, "bias"):
            weight = self.weights.get(feature, 0.0)
            slope = gradient + (self.decay * weight if feature != "bias" else 0.0)
            square = self.squares.get(feature, 1e-2) + slope * slope
            self.squares[feature] = square
            self.weights[feature] = weight - self.rate * slope / math.sqrt(square)

    def quantised(self):
        whole = {feature: round(weight * SCALE) for feature, weight in self.weights.items()}
        return {f: w for f, w in whole.items() if abs(w) >= (SMALLEST if f != "bias" else 1)}


def errors(weights, gaps):
    """False boundaries and missed boundaries."""
    false = missed = 0
    for gap in gaps:
        predicted = weights.get("bias", 0) + sum(weights.get(f, 0) for f in gap.features) > 0
        false += predicted and not gap.label
        missed += gap.label and not predicted
    return false, missed


def train(gaps, dev, arguments):
    kept = frequent(gaps, arguments.minimum)
    for gap in gaps:
        gap.features = [f for f in gap.features if f in kept]
    model = Model(arguments.rate, arguments.decay)
    generator = random.Random(SEED)
    best, best_errors = None, None
    for epoch in range(1, arguments.epochs + 1):
        generator.shuffle(gaps)
        for gap in gaps:
            model.step(gap)
        weights = model.quantised()
        per_corpus = {name: errors(weights, part) for name, part in dev.items()}
        total = sum(sum(pair) for pair in per_corpus.values())
        print(f"epoch {epoch}: {len(weights)} weights, dev false/missed {per_corpus}", flush=True)
        if best is None or total < best_errors:
            best, best_errors = weights, total
    return best


def write(weights, path):
    lines = ["# Weights of the sentence classifier: weight<tab>feature. Made by newsgraph_train.split",
             "# from the train parts of UD English EWT (CC BY-SA 4.0) and UD English GUM (CC BY 4.0).",
             f"{weights['bias']}\tbias"]
    lines += [f"{weights[f]}\t{f}" for f in sorted(weights) if f != "bias"]
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--features", required=True, help="the boundary_features program of the build")
    parser.add_argument("-o", "--output", required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=0.05)
    parser.add_argument("--decay", type=float, default=2e-3)
    parser.add_argument("--minimum", type=int, default=8, help="times a feature has to occur")
    arguments = parser.parse_args()
    ud = arguments.data / "ud"
    gaps = [gap for name in CORPORA for gap in read_gaps(arguments.features, ud / f"{name}-train.conllu")]
    dev = {name: read_gaps(arguments.features, ud / f"{name}-dev.conllu") for name in CORPORA}
    print(f"{len(gaps)} gaps, {sum(gap.label for gap in gaps)} boundaries", flush=True)
    write(train(gaps, dev, arguments), arguments.output)


if __name__ == "__main__":
    main()
