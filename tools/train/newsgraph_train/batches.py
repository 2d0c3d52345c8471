"""Sentences as indices, and batches of sentences of one length, which need no padding."""

from dataclasses import dataclass

import numpy as np
import torch

from .lemmas import rule_of

IGNORED = -100  # the target of a label that is not a class


class Encoding:
    """Turns tokens into numbers with the labels of a parser and a growing feature table."""

    def __init__(self, labels, features):
        self.features = features
        self._upos, self._xpos, self._deprel, self._rules = (
            {k: i for i, k in enumerate(column)}
            for column in (labels.upos, labels.xpos, labels.deprel, labels.rules))

    def sentence(self, tokens, treebank):
        return EncodedSentence(
            self.features.indices([t.form for t in tokens]),
            np.array([self._upos.get(t.upos, IGNORED) for t in tokens]),
            np.array([self._xpos.get(t.xpos, IGNORED) for t in tokens]),
            np.array([self._rules.get(rule_of(t.form, t.lemma), IGNORED) for t in tokens]),
            np.array([t.head for t in tokens]),
            np.array([self._deprel.get(t.deprel, IGNORED) for t in tokens]),
            treebank)


@dataclass
class EncodedSentence:
    words: np.ndarray
    upos: np.ndarray
    xpos: np.ndarray
    rules: np.ndarray
    heads: np.ndarray
    deprels: np.ndarray
    treebank: int


@dataclass
class Batch:
    """Tensors (sentence, position); `treebank` (sentence)."""
    words: torch.Tensor
    upos: torch.Tensor
    xpos: torch.Tensor
    rules: torch.Tensor
    heads: torch.Tensor
    deprels: torch.Tensor
    treebank: torch.Tensor


def collate(sentences):
    def stack(name):
        return torch.tensor(np.stack([getattr(s, name) for s in sentences]))
    return Batch(*(stack(n) for n in ("words", "upos", "xpos", "rules", "heads", "deprels")),
                 torch.tensor([s.treebank for s in sentences]))


def batches(lengths, tokens, random=None):
    """Lists of sentence indices, each of one length and about `tokens` words; shuffled by `random`."""
    by_length = {}
    for i, length in enumerate(lengths):
        by_length.setdefault(length, []).append(i)
    result = []
    for length, members in by_length.items():
        if random:
            random.shuffle(members)
        # All but the last have the same size: few shapes, for which kernels are made only once.
        size = max(1, round(tokens / length))
        result += [members[k:k + size] for k in range(0, len(members), size)]
    if random:
        random.shuffle(result)
    return result
