"""The training loop of the teacher: batches of stretches, its loss and its scores."""

import math
import random
import time
from dataclasses import dataclass

import numpy as np
import torch

from .names_data import TAG_COUNT
from .names_teacher import collate_pieces, outside_mask, stretches
from .names_training import Average, pick


LENGTHS = (16, 32, 64, 104)  # few shapes, so that oneDNN keeps its kernels


def padded_length(words):
    return next(n for n in LENGTHS if words <= n) if words <= LENGTHS[-1] else -(-words // 32) * 32


def stretch_batches(rows, words, shuffle):
    """Numbers of stretches of one padded length, about `words` words a batch."""
    by_length = {}
    for i, row in enumerate(rows):
        by_length.setdefault(padded_length(len(row.words)), []).append(i)
    out = []
    for length, members in sorted(by_length.items()):
        if shuffle:
            random.shuffle(members)
        size = max(1, words // length)
        out += [members[k:k + size] for k in range(0, len(members), size)]
    if shuffle:
        random.shuffle(out)
    return out


def collate_stretches(rows, data, members, pieces, source=None, source_noise=0.0, case_noise=(0.0, 0.0), heads=0):
    """Everything of a batch as tensors, padded with no names; (index, sources, cases, pieces, starts), allowed, real, grammar."""
    length = padded_length(max(len(rows[m].words) for m in members))
    shape = (len(members), length)
    index, sources, cases = (np.zeros(shape, np.int64) for _ in range(3))
    allowed = np.tile(outside_mask(TAG_COUNT), (*shape, 1))
    real = np.zeros(shape, bool)
    grammar = np.full((*shape, heads), -1, np.int64)
    for r, m in enumerate(members):
        at = 0
        for i in rows[m].members:
            item = data[i]
            forms, case = pick(item, case_noise)
            to = at + len(forms)
            index[r, at:to] = forms
            cases[r, at:to] = case
            sources[r, at:to] = (source if source is not None else 0 if random.random() < source_noise else item.source)
            allowed[r, at:to] = item.allowed
            real[r, at:to] = True
            if heads:
                grammar[r, at:to] = item.grammar
            at = to
    read = collate_pieces(pieces, [rows[m].words for m in members], length)
    return ((*map(torch.tensor, (index, sources, cases)), *read), torch.tensor(allowed), torch.tensor(real),
            torch.tensor(grammar))


def stretch_loss(model, tensors, batch, grammar_weight):
    inputs, allowed, real, grammar = batch
    hidden = model.encode_stretch(tensors, *inputs)
    scores = model.emission(hidden) * real.unsqueeze(2)
    whole = torch.where(real.unsqueeze(2), torch.ones_like(allowed), allowed)
    both = model.log_mass(torch.cat([scores, scores]), torch.cat([whole, allowed])).chunk(2)
    loss = (both[0] - both[1]).sum()
    if grammar_weight:
        loss = loss + grammar_weight * model.grammar_loss(hidden, grammar)
    return loss / real.sum()


def stretch_scores(model, tensors, samples, data, pieces, source=None, words=3000):
    """Emission scores (length, tag) of every sentence."""
    rows = stretches(samples)
    out = [None] * len(samples)
    model.eval()
    with torch.no_grad():
        for members in stretch_batches(rows, words, False):
            inputs = collate_stretches(rows, data, members, pieces, source)[0]
            scores = model.emission(model.encode_stretch(tensors, *inputs)).numpy()
            for row, m in zip(scores, members):
                at = 0
                for i in rows[m].members:
                    out[i] = row[at:at + len(samples[i].words)]
                    at += len(samples[i].words)
    model.train()
    return out


@dataclass
class Schedule:
    minutes: float = 14
    rate: float = 1.5e-4       # of the transformer
    head_rate: float = 1.5e-3  # of everything else
    words: int = 640           # of a batch
    grammar: float = 0.1
    source_noise: float = 0.1
    case_noise: tuple = (0.06, 0.06)
    decay: float = 0.995
    measures: int = 5
    warm: int = 150            # steps

    def factor(self, step, done):
        """Share of the full rate: linear warm-up, cosine decay."""
        return min(1, (step + 1) / self.warm) * (0.02 + 0.98 * (1 + math.cos(math.pi * min(1, done))) / 2)


def optimiser(model, schedule):
    inner = {id(p) for p in model.transformer.parameters()}
    groups = [{"params": [p for p in model.transformer.parameters() if p.requires_grad], "peak": schedule.rate},
              {"params": [p for p in model.parameters() if id(p) not in inner], "peak": schedule.head_rate}]
    return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True)


class Teaching:
    """`evaluate(model)` gives what the best weights are chosen by, and a text."""

    def __init__(self, model, tensors, rows, data, pieces, heads, schedule):
        self.model, self.tensors, self.rows, self.data, self.pieces = model, tensors, rows, data, pieces
        self.heads, self.schedule = heads, schedule
        self.optimizer, self.average = optimiser(model, schedule), Average(model, schedule.decay)
        self.step, self.words, self.best = 0, 0, -1.0
        self.begin, self.paused = time.time(), 0.0

    def _done(self):
        return (time.time() - self.begin - self.paused) / (60 * self.schedule.minutes)

    def _learn(self, members):
        s = self.schedule
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * s.factor(self.step, self._done())
        batch = collate_stretches(self.rows, self.data, members, self.pieces, None, s.source_noise, s.case_noise, self.heads)
        loss = stretch_loss(self.model, self.tensors, batch, s.grammar)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
        self.optimizer.step()
        self.average.update()
        self.step += 1
        self.words += int(batch[2].sum())

    def _measure(self, evaluate, say, best_state):
        pause = time.time()
        self.average.swap()
        value, text = evaluate(self.model)
        if value >= self.best:
            self.best = value
            torch.save(self.model.state_dict(), best_state)
        self.average.swap()
        self.paused += time.time() - pause
        say("step %d words %d %.1f min %s" % (self.step, self.words, (pause - self.begin) / 60, text))

    def run(self, evaluate, say, best_state):
        """Measures the averaged weights now and then, and keeps the best."""
        self.model.train()
        measured = 0
        while self._done() < 1.0:
            for members in stretch_batches(self.rows, self.schedule.words, True):
                self._learn(members)
                if self._done() * self.schedule.measures >= measured + 1:
                    self._measure(evaluate, say, best_state)
                    measured += 1
                if self._done() >= 1.0:
                    break
