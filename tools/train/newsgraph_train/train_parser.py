"""The training loop of the parser: so many minutes of wall-clock time, the learning rate falling to
zero; the moving average with the best score on the development sets is kept."""

import os
import random as random_module
import time
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn.functional import cross_entropy

from .averaging import Average
from .batches import Encoding, batches, collate
from .conllu import read_conllu
from .evaluation import evaluate, show
from .features import FeatureTable, Vocabulary, build_vocabulary
from .layers import Switches
from .lemmas import learn_rules
from .noise import SentenceNoise, noisy
from .parser import UNKNOWN_TREEBANK, Labels, Parser, ParserConfig

TREEBANKS = {1: "en_ewt", 2: "en_gum_open"}
MAX_LENGTH = 100  # longer training sentences are left out


@dataclass(frozen=True)
class Schedule:
    minutes: float = 80
    learning_rate: float = 2e-3
    warm_up_steps: int = 200
    tokens: int = 1000          # words in a batch
    rounding_from: float = 0.6  # share of the time after which weights are rounded to eight bits
    checkpoint_minutes: float = 8
    hidden_treebank: float = 0.3
    learn_dev: bool = False     # the development sets are learnt too, and choose nothing
    seed: int = 1


def polish(minutes, seed):
    """What follows the main run: a short one at a lower rate over all but the test sets."""
    return Schedule(minutes=minutes, learning_rate=6e-4, rounding_from=0.0, learn_dev=True, seed=seed + 1000)


def read_part(folder, part):
    """[(tokens, treebank number)] of train, dev or test."""
    return [(tokens, number) for number, name in TREEBANKS.items()
            for tokens in read_conllu(os.path.join(folder, "ud", f"{name}-{part}.conllu"))]


def learn_labels(sentences):
    tokens = [t for s, _ in sentences for t in s]

    def column(values, minimum=1):
        unique, counts = np.unique(values, return_counts=True)
        return [str(u) for u, n in zip(unique, counts) if n >= minimum and u != "_"]

    return Labels(column([t.upos for t in tokens]), column([t.xpos for t in tokens], 5),
                  column([t.deprel for t in tokens]), learn_rules([t for t in tokens if t.lemma != "_"]))


def start(folder, vectors, config, seed=1):
    """(parser, encoding) with the labels and words of the training data."""
    torch.manual_seed(seed)
    sentences = read_part(folder, "train")
    vocabulary = build_vocabulary(t.form for s, _ in sentences for t in s)
    return assemble(config, learn_labels(sentences), vocabulary, vectors)


def assemble(config, labels, vocabulary, vectors):
    parser = Parser(config, labels, vocabulary, vectors)
    encoding = Encoding(labels, FeatureTable(vocabulary, vectors, config.embedder.hash_rows))
    encoding.vocabulary = vocabulary
    encoding.known = frozenset(vectors.words) | frozenset(vocabulary.lexicon)
    return parser, encoding


def losses(parser, tensors, batch):
    words, states = parser.encode(tensors, batch.words, batch.treebank)

    def loss(scores, target):
        return cross_entropy(scores.flatten(0, 1), target.flatten())

    return {"arc": loss(parser.arcs(states), batch.heads),
            "relation": loss(parser.relations(states, batch.heads), batch.deprels),
            "upos": 0.3 * loss(parser.upos(states), batch.upos),
            "xpos": 0.5 * loss(parser.xpos(states), batch.xpos),
            "lemma": 0.4 * loss(parser.lemmas(words, states), batch.rules)}


class Training:
    def __init__(self, parser, encoding, folder, out, schedule, noise=SentenceNoise()):
        self.parser, self.encoding, self.out, self.schedule, self.noise = parser, encoding, out, schedule, noise
        self.train = [s for s in read_part(folder, "train") if len(s[0]) <= MAX_LENGTH]
        dev = read_part(folder, "dev")
        if schedule.learn_dev:
            self.train += [s for s in dev if len(s[0]) <= MAX_LENGTH]
        self.dev = {name: [s for s in dev if s[1] == number] for number, name in TREEBANKS.items()}
        self.random = random_module.Random(schedule.seed)
        self.average = Average(parser)
        self.optimizer = torch.optim.Adam(parser.parameters(), lr=0, betas=(0.9, 0.95), fused=True)
        self.steps, self.epoch, self.best, self.spent, self._saved = 0, 0, 0.0, 0.0, 0.0

    def run(self):
        """Trains until the time is over."""
        self._began = time.monotonic() - self.spent
        while self._progress() < 1:
            self._run_epoch()
            self._measure()
            if self._minutes() - self._saved >= self.schedule.checkpoint_minutes or self._progress() >= 1:
                self._saved = self._minutes()
                self.save_state()

    def _minutes(self):
        return (time.monotonic() - self._began) / 60

    def _progress(self):
        return self._minutes() / self.schedule.minutes

    def _run_epoch(self):
        self.parser.train()
        data = [self.encoding.sentence(noisy(s, self.noise, self.random), t) for s, t in self.train]
        tensors, sums, words = self.encoding.features.tensors(), {}, 0
        for members in batches([len(s.words) for s in data], self.schedule.tokens, self.random):
            if self._progress() >= 1:
                break
            batch = collate([data[i] for i in members])
            hide = torch.rand(len(members)) < self.schedule.hidden_treebank
            batch.treebank[hide] = UNKNOWN_TREEBANK
            parts = self._step(tensors, batch)
            words += batch.words.numel()
            for name, value in parts.items():
                sums[name] = sums.get(name, 0) + value * batch.words.numel()
        self.epoch += 1
        self.report = " ".join(f"{k} {v / max(1, words):.3f}" for k, v in sums.items())

    def _step(self, tensors, batch):
        progress, schedule = self._progress(), self.schedule
        Switches.rounding = progress >= schedule.rounding_from
        for group in self.optimizer.param_groups:
            group["lr"] = schedule.learning_rate * min(1, (self.steps + 1) / schedule.warm_up_steps) * max(
                0.005, 1 - progress)
        parts = losses(self.parser, tensors, batch)
        # Small batches of rare lengths count less.
        weight = min(1, batch.words.numel() / (0.6 * schedule.tokens))
        self.optimizer.zero_grad(set_to_none=True)
        (sum(parts.values()) * weight).backward()
        torch.nn.utils.clip_grad_norm_(self.parser.parameters(), 5.0)
        self.optimizer.step()
        self.average.update(self.parser)
        self.steps += 1
        return {k: v.item() for k, v in parts.items()}

    def _measure(self):
        last = self._progress() >= 1
        if not last and (self.epoch % 3 or self.schedule.learn_dev):
            print(f"epoch {self.epoch} min {self._minutes():.1f} | {self.report}", flush=True)
            return
        Switches.rounding = True
        measures = {name: evaluate(self.average.model, self.encoding, s) for name, s in self.dev.items()}
        score = sum(m["las"] for m in measures.values()) / len(measures)
        print(f"epoch {self.epoch} min {self._minutes():.1f} | {self.report} | "
              + " | ".join(f"{n} {show(m)}" for n, m in measures.items()), flush=True)
        if score > self.best:
            self.best = score
            self.measures = measures
            self.save_best()

    def save_best(self):
        _write({"config": self.parser.config, "labels": self.parser.labels, "measures": self.measures,
                "lexicon": self.encoding.vocabulary.lexicon,
                "characters": self.encoding.vocabulary.characters,
                "weights": self.average.model.state_dict(), "epoch": self.epoch}, self.out)

    def save_state(self):
        """Everything that going on needs: weights, average, optimizer, time spent."""
        _write({"weights": self.parser.state_dict(), "average": self.average.model.state_dict(),
                "optimizer": self.optimizer.state_dict(), "steps": self.steps, "epoch": self.epoch,
                "best": self.best, "spent": time.monotonic() - self._began}, self.out + ".state")

    def resume(self, path):
        """Goes on where save_state() left off."""
        state = self.start_from(path)
        self.best, self.spent = state["best"], state["spent"]
        self._saved = self.spent / 60

    def start_from(self, path):
        """Takes over what save_state() kept, with all of the time ahead; returns it."""
        state = torch.load(path, weights_only=False)
        self.parser.load_state_dict(state["weights"])
        self.average.model.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.steps, self.epoch = state["steps"], state["epoch"]
        self.random.seed(self.schedule.seed + self.epoch)
        torch.manual_seed(self.schedule.seed + self.epoch)
        return state


def _write(value, path):
    torch.save(value, path + ".part")
    os.replace(path + ".part", path)


def load_parser(path, vectors):
    """(parser, encoding, measures on dev) of a checkpoint written by save_best."""
    stored = torch.load(path, weights_only=False)
    vocabulary = Vocabulary(stored["lexicon"], stored["characters"])
    parser, encoding = assemble(stored["config"], stored["labels"], vocabulary, vectors)
    parser.load_state_dict(stored["weights"])
    return parser.eval(), encoding, stored["measures"]
