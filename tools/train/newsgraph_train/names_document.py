"""Names agree within a document: the votes of all occurrences of a string decide its type, and
occurrences that the sentence alone did not give away are marked. src/language/names_document.cpp
does the same at run time."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from .names_case import UNCASED
from .names_data import EVENT, PERSON, TYPES, spans_of
from .text import lower

KINDS = len(TYPES)


@dataclass(frozen=True)
class Weights:
    others: float = 0.5      # the mean of the other occurrences, against the one's own vote
    parts: float = 4.0       # a longer name of a person or event, against the vote of one of its words
    mark: float = 0.5        # vote from which an unmarked occurrence becomes a name
    own: float = 0.02        # unless its sentence gives it less than this
    keep: float = 0.5        # vote below which a name is not printed (kSureName of src/language/sentence.h)


class Lattice:
    """Forward and backward masses of one sentence; segment(first, last) is the marginal probability of
    a name of each type at exactly these words."""

    def __init__(self, scores, move, start):
        factors = np.exp(scores - scores.max(1, keepdims=True))
        self.factors, self.move = factors, move
        n, tags = scores.shape
        self.before = np.zeros((n, tags))  # mass that enters a tag at t, without its own factor
        self.after = np.ones((n, tags))
        self.norm = np.ones(n)
        state = start
        for t in range(n):
            self.before[t] = state
            state = state * factors[t]
            self.norm[t] = state.sum()
            state = (state / self.norm[t]) @ move
        for t in range(n - 2, -1, -1):
            self.after[t] = move @ (factors[t + 1] * self.after[t + 1]) / self.norm[t + 1]

    def outside(self, t):
        """The marginal probability that word t is in no name."""
        return self.before[t, 0] * self.factors[t, 0] * self.after[t, 0] / self.norm[t]

    def segment(self, first, last):
        out = np.zeros(KINDS)
        for kind in range(KINDS):
            begin, inside = 1 + 2 * kind, 2 + 2 * kind
            mass = self.before[first, begin] * self.factors[first, begin] / self.norm[first]
            tag = begin
            for t in range(first + 1, last + 1):
                mass *= self.move[tag, inside] * self.factors[t, inside] / self.norm[t]
                tag = inside
            if last + 1 < len(self.norm):
                # `after` without going on inside the same name
                stay = self.move[tag, inside] * self.factors[last + 1, inside] * self.after[last + 1, inside]
                mass *= self.after[last, tag] - stay / self.norm[last + 1]
            out[kind] = mass
        return out


def _key(words, case):
    text = " ".join(words)
    return _folded(text) if case == UNCASED else text


def _folded(text):
    """The key of a string where capitals tell nothing."""
    return "~" + lower(text)


def _both(key):
    return {key} if key[0] == "~" else {key, _folded(key)}


def _occurrences(sentences, cases, keys, longest):
    """(sentence, first, last, key) of every string of words that is one of the keys."""
    for s, words in enumerate(sentences):
        for first in range(len(words)):
            for last in range(first, min(len(words), first + longest)):
                key = _key(words[first:last + 1], cases[s])
                if key in keys:
                    yield s, first, last, key


def _parts(sentences, cases, lattices, names):
    """What the names of persons and events say of a single word of theirs: {key: votes by type}."""
    out = defaultdict(lambda: np.zeros(KINDS))
    for words, case, found, lattice in zip(sentences, cases, names, lattices):
        for first, last, kind in found:
            if last == first or kind not in (PERSON, EVENT):
                continue
            probability = lattice.segment(first, last)[kind]
            for word in {words[last], words[first]} if kind == PERSON else {words[last]}:
                for key in _both(_key([word], case)):
                    out[key][kind] = max(out[key][kind], probability)
    return out


def _decide(own, rest, count, parts, weights):
    """(type, vote from 0 to 1) of one occurrence; `rest` sums the votes of `count` others."""
    vote, share = own.copy(), 1.0
    if count:
        vote += weights.others * rest / count
        share += weights.others
    if parts is not None:
        vote += weights.parts * parts
        share += weights.parts * parts.sum()
    kind = int(vote.argmax())
    return kind, vote[kind] / share


def agree(sentences, cases, lattices, tags, weights=Weights()):
    """Names of each sentence of one document as lists of (first, last, kind)."""
    names = [spans_of(t) for t in tags]
    marked = {(s, first, last) for s, found in enumerate(names) for first, last, _ in found}
    keys = set()
    for s, first, last in marked:
        keys |= _both(_key(sentences[s][first:last + 1], cases[s]))
    longest = max((last - first + 1 for _, first, last in marked), default=0)
    places, cased = defaultdict(list), defaultdict(list)
    for s, first, last, key in _occurrences(sentences, cases, keys, longest):
        own = lattices[s].segment(first, last)
        places[key].append((s, first, last, own))
        if key[0] != "~":
            cased[_folded(key)].append(own)
    parts = _parts(sentences, cases, lattices, names)
    decided = [[] for _ in sentences]
    for key, where in sorted(places.items()):
        votes = [w[3] for w in where] + cased.get(key, [])
        total = sum(votes)
        for s, first, last, own in where:
            kind, vote = _decide(own, total - own, len(votes) - 1, parts.get(key), weights)
            found = (s, first, last) in marked
            if vote >= weights.keep if found else vote >= weights.mark and own.sum() >= weights.own:
                decided[s].append((first, last, kind, vote))
    return [_disjoint(d) for d in decided]


def _disjoint(candidates):
    """Longest first, then the surest."""
    taken, out = set(), []
    for first, last, kind, _ in sorted(candidates, key=lambda d: (d[0] - d[1], -d[3], d[0])):
        span = set(range(first, last + 1))
        if not taken & span:
            taken |= span
            out.append((first, last, kind))
    return sorted(out)
