"""Sentences like those at hand, with some of their words replaced by neighbours of their vectors: text for
an ensemble to mark, after Jiao et al. (2020), "TinyBERT: Distilling BERT for Natural Language
Understanding"."""

import random

import numpy as np

from .names_data import OUTSIDE, Sample
from .text import lower, normalise

COMMON = 250       # the most frequent words stay as they are
NEIGHBOURS = 12
LEAST = 0.45       # cosine


class Neighbours:
    """The nearest words of every word that has a vector, found when it is first asked for."""

    def __init__(self, vectors):
        self._vectors = vectors
        dense = vectors.dense()
        self._unit = dense / np.linalg.norm(dense, axis=1, keepdims=True).clip(1e-9)
        self._known = {}

    def of(self, word):
        if word not in self._known:
            self._known[word] = self._find(self._vectors.index.get(word, -1))
        return self._known[word]

    def _find(self, row):
        if row < COMMON:
            return []
        closeness = self._unit @ self._unit[row]
        best = np.argpartition(-closeness, NEIGHBOURS + 1)[:NEIGHBOURS + 1]
        words = [self._vectors.words[i] for i in best if i != row and closeness[i] >= LEAST]
        return [w for w in words if w.isalpha()]


def _like(word, model):
    """`word` with the capitals of `model`."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def perturbed(sample, neighbours, rate, copy=0):
    """A copy without marks, in a document of its own number."""
    words = []
    for word in sample.words:
        near = neighbours.of(lower(normalise(word))) if word.isalpha() and random.random() < rate else []
        words.append(_like(random.choice(near), word) if near else word)
    return Sample(words, [OUTSIDE] * len(words), sample.source, f"{sample.document}/{copy}")
