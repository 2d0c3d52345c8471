"""Several runs as one: their scores are averaged, which multiplies their sequence probabilities."""

import numpy as np
import torch

from . import names_document
from .names_case import NORMAL, sentence_case
from .names_data import ANY, CALENDAR, OUTSIDE, SOURCES, TITLES, begins, insides

# From this probability on, a word that the ensemble leaves unmarked is no name in spite of its capital.
CERTAIN = 0.98
EDITED = SOURCES.index("news")


def scores(runs, samples, source=0):
    """(scores of each sentence (length, tag), transition and start scores), averaged over the runs."""
    total = [0.0] * len(samples)
    moves, starts = 0.0, 0.0
    for run in runs:
        for i, emitted in enumerate(run.scores(samples, source)):
            total[i] = total[i] + emitted.astype(np.float64) / len(runs)
        with torch.no_grad():
            move, start = run.model.transitions()
        moves = moves + move.numpy().astype(np.float64) / len(runs)
        starts = starts + start.numpy().astype(np.float64) / len(runs)
    return total, moves, starts, [sentence_case(s.words) for s in samples]


def best_tags(emitted, move, start):
    best, back = emitted[0] + start, []
    for row in emitted[1:]:
        value = best[:, None] + move
        back.append(value.argmax(0))
        best = value.max(0) + row
    tags = [int(best.argmax())]
    for arg in reversed(back):
        tags.append(int(arg[tags[-1]]))
    return tags[::-1]


def analyse(runs, samples, source=0):
    """(tags, lattices, cases) of every sentence."""
    emitted, move, start, cases = scores(runs, samples, source)
    tags = [best_tags(e, move, start) for e in emitted]
    lattices = [names_document.Lattice(e, np.exp(move), np.exp(start)) for e in emitted]
    return tags, lattices, cases


def by_document(samples):
    """Indices of the sentences of each document, in order."""
    out = {}
    for i, s in enumerate(samples):
        out.setdefault(s.document, []).append(i)
    return list(out.values())


def agreed(samples, tags, lattices, cases, weights=names_document.Weights()):
    """Names (first, last, kind) of every sentence after its document has agreed."""
    out = [None] * len(samples)
    for members in by_document(samples):
        names = names_document.agree([samples[i].words for i in members], [cases[i] for i in members],
                                     [lattices[i] for i in members], [tags[i] for i in members], weights)
        for i, found in zip(members, names):
            out[i] = found
    return out


def capitals(words, case):
    """Positions of words within a sentence whose capital, in edited text, all but proves a name."""
    if case != NORMAL:
        return []
    return [t for t in range(1, len(words)) if words[t][0].isupper() and words[t] not in CALENDAR
            and words[t].lower().rstrip(".") not in TITLES and words[t - 1][-1].isalnum()]


def label(runs, samples, sure, source=EDITED):
    """Writes the masks of unmarked samples: names and plain words of which the ensemble is sure, and
    anything where it is not. The samples follow the conventions of `source`."""
    tags, lattices, cases = analyse(runs, samples, source)
    names = agreed(samples, tags, lattices, cases)
    doubts = 0
    for sample, found, own, lattice, case in zip(samples, names, tags, lattices, cases):
        masks = [OUTSIDE if tag == 0 and lattice.outside(t) >= sure else ANY for t, tag in enumerate(own)]
        for t in capitals(sample.words, case) if source == EDITED else ():
            if own[t] == 0 and lattice.outside(t) < CERTAIN:
                masks[t] = ANY & ~OUTSIDE
        for first, last, kind in found:
            if lattice.segment(first, last)[kind] >= 1 - sure:
                masks[first] = begins((kind,))
                masks[first + 1:last + 1] = [insides((kind,))] * (last - first)
            else:
                masks[first:last + 1] = [ANY] * (last + 1 - first)
        doubts += masks.count(ANY)
        sample.masks = masks
    return doubts
