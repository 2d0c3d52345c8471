"""Batches, noise, optimisation and measuring of the names model."""

import math
import random
import time
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
import torch

from . import names_case
from .names_data import TAG_COUNT, TYPES, gold_tags, spans_of


@dataclass
class Encoded:
    forms: dict  # case noise to (indices, case)
    allowed: np.ndarray  # (length, tag)
    source: int
    grammar: np.ndarray  # (length, head), -1 for unknown


def tag_matrix(masks):
    return np.array([[m >> t & 1 for t in range(TAG_COUNT)] for m in masks], dtype=np.float32)


def grammar_labels(samples):
    """The label sets of the treebank columns, sorted."""
    columns = list(zip(*(pair for s in samples for pair in s.grammar)))
    return [sorted(set(c)) for c in columns]


def encode(samples, table, noise=False, labels=()):
    out = []
    number = [{label: i for i, label in enumerate(c)} for c in labels]
    for s in samples:
        variants = {"as is": s.words}
        if noise:
            variants["lower"] = [w.lower() for w in s.words]
            variants["title"] = names_case.titled(s.words)
        forms = {}
        for name, words in variants.items():
            case = names_case.UNCASED if name == "lower" else names_case.sentence_case(words)
            forms[name] = (table.indices(names_case.shown(words, case)), case)
        pairs = s.grammar if labels and s.grammar else [()] * len(s.words)
        grammar = np.array([[n.get(x, -1) for n, x in zip(number, pair)] or [-1, -1] for pair in pairs])
        out.append(Encoded(forms, tag_matrix(s.masks), s.source, grammar))
    return out


def batches(data, tokens, shuffle):
    """Lists of indices of sentences of one length."""
    by_length = defaultdict(list)
    for i, item in enumerate(data):
        by_length[len(item.allowed)].append(i)
    out = []
    for length, members in sorted(by_length.items()):
        if shuffle:
            random.shuffle(members)
        count = max(1, math.ceil(len(members) * length / tokens))
        out += [members[k::count] for k in range(count) if members[k::count]]
    if shuffle:
        random.shuffle(out)
    return out


def pick(item, rates):
    if len(item.forms) == 1:
        return item.forms["as is"]
    draw = random.random()
    if draw < rates[0]:
        return item.forms["lower"]
    return item.forms["title"] if draw < rates[0] + rates[1] else item.forms["as is"]


def collate(data, members, source_noise=0.0, case_noise=(0.0, 0.0)):
    picked = [pick(data[i], case_noise) for i in members]
    sources = [0 if random.random() < source_noise else data[i].source for i in members]
    return (torch.tensor(np.stack([p[0] for p in picked])), torch.tensor(sources), torch.tensor([p[1] for p in picked]),
            torch.tensor(np.stack([data[i].allowed for i in members])))


class Log:
    """Says what it is called with, on the terminal and in a file."""

    def __init__(self, path):
        self._path = path

    def __enter__(self):
        self._file = open(self._path, "a", encoding="utf8")
        return self

    def __exit__(self, *failure):
        self._file.close()

    def __call__(self, text):
        print(text, flush=True)
        print(text, file=self._file, flush=True)


class Average:
    """Exponential moving average of the weights."""

    def __init__(self, model, decay):
        self.decay, self.steps = decay, 0
        self.parameters = list(model.parameters())
        self.shadow = [p.detach().clone() for p in self.parameters]

    def update(self):
        self.steps += 1
        rate = 1 - min(self.decay, self.steps / (self.steps + 10))
        torch._foreach_lerp_(self.shadow, [p.detach() for p in self.parameters], rate)

    def swap(self):
        for p, s in zip(self.parameters, self.shadow):
            p.data, s.data = s.data.clone(), p.data


def predict(model, tensors, data, source=None, tokens=3000):
    """Tags of every sentence, without noise; `source` overrides where the sentence comes from."""
    out = [None] * len(data)
    model.eval()
    with torch.no_grad():
        for members in batches(data, tokens, False):
            index, sources, cases, _ = collate(data, members)
            if source is not None:
                sources = torch.full_like(sources, source)
            tags = model.decode(model(tensors, index, sources, cases)).tolist()
            for i, row in zip(members, tags):
                out[i] = row
    model.train()
    return out


def score(samples, predicted, kinds=range(len(TYPES))):
    """Span precision, recall, F1 overall and by type, as counts: {type: (right, found, wanted)}."""
    counts = {k: Counter() for k in kinds}
    for s, tags in zip(samples, predicted):
        gold = {x for x in spans_of(gold_tags(s)) if x[2] in counts}
        found = {x for x in spans_of(tags) if x[2] in counts}
        for x in gold:
            counts[x[2]]["wanted"] += 1
        for x in found:
            counts[x[2]]["found"] += 1
            counts[x[2]]["right"] += x in gold
    return counts


def f1(counts):
    total = sum(counts.values(), Counter())
    return 200 * total["right"] / max(1, total["found"] + total["wanted"])


def describe(counts):
    def line(c):
        return "P %5.1f R %5.1f F %5.1f (%d)" % (100 * c["right"] / max(1, c["found"]), 100 * c["right"] / max(
            1, c["wanted"]), 200 * c["right"] / max(1, c["found"] + c["wanted"]), c["wanted"])
    return " | ".join(["all " + line(sum(counts.values(), Counter()))] +
                      [TYPES[k][:5] + " " + line(c) for k, c in counts.items()])


@dataclass
class Schedule:
    minutes: float = 10
    rate: float = 2e-3
    tokens: int = 1000
    decay: float = 0.998
    source_noise: float = 0.1
    case_noise: tuple = (0.06, 0.06)
    clip: float = 5.0
    grammar: float = 0.2  # weight of the treebank heads


def train(model, table, data, schedule, evaluate, say, best_state):
    """Adam with a linear warm-up and cosine decay over the minutes given; the averaged weights are
    measured by `evaluate(model)` after each pass, and the best are kept."""
    optimizer = torch.optim.Adam(model.parameters(), lr=schedule.rate, betas=(0.9, 0.98), fused=True)
    average = Average(model, schedule.decay)
    tensors = table.tensors()
    begin, step, best, passes, measured = time.time(), 0, -1.0, 0, 0.0
    while True:
        loss_sum, count = 0.0, 0
        for members in batches(data, schedule.tokens, True):
            done = min(1.0, (time.time() - begin - measured) / (60 * schedule.minutes))
            for group in optimizer.param_groups:
                group["lr"] = schedule.rate * min(1, (step + 1) / 100) * (0.02 + 0.98 * (1 + math.cos(math.pi * done)) / 2)
            index, sources, cases, allowed = collate(data, members, schedule.source_noise, schedule.case_noise)
            hidden = model.encode(tensors, index, sources, cases)
            loss = model.loss(model.emission(hidden), allowed) / index.numel()
            if schedule.grammar:
                labels = torch.tensor(np.stack([data[i].grammar for i in members]))
                loss = loss + schedule.grammar * model.grammar_loss(hidden, labels) / index.numel()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), schedule.clip)
            optimizer.step()
            average.update()
            step += 1
            loss_sum += loss.item() * index.numel()
            count += index.numel()
            if done >= 1.0:
                break
        passes += 1
        pause = time.time()
        average.swap()
        value, text = evaluate(model)
        if value >= best:
            best = value
            torch.save(model.state_dict(), best_state)
        average.swap()
        measured += time.time() - pause
        say("pass %d step %d %.1f min loss %.4f %s" % (passes, step, (pause - begin) / 60, loss_sum / max(1, count), text))
        if done >= 1.0:
            return best
