#!/usr/bin/env python3
"""The metrics of the CoNLL 2018 shared task (Zeman et al. 2018, section 4), F1 in per cent.

Both files are reduced to their characters without white space, which have to be the same; tokens,
words and sentences are spans of those characters. Tokens, Sentences and Words compare spans. The
other metrics go over aligned words: spans that are equal, and inside a multiword token of either
side the longest common subsequence of forms. UAS and LAS also ask for the aligned head; relations
are compared without their subtypes, as the task did. A gold lemma of "_" matches anything.

    conll18.py GOLD.conllu SYSTEM.conllu
"""

import argparse
import sys
from dataclasses import dataclass

import conllu

METRICS = ("Tokens", "Sentences", "Words", "UPOS", "XPOS", "Lemmas", "UAS", "LAS")


@dataclass(frozen=True)
class Score:
    gold: int
    system: int
    correct: int

    @property
    def precision(self):
        return 100.0 * self.correct / self.system if self.system else 0.0

    @property
    def recall(self):
        return 100.0 * self.correct / self.gold if self.gold else 0.0

    @property
    def f1(self):
        return 200.0 * self.correct / (self.gold + self.system) if self.gold + self.system else 0.0


@dataclass(eq=False)
class _Word:
    word: conllu.Word
    start: int
    end: int
    multiword: bool
    head: "_Word" = None  # None is the root


class _Document:
    """The sentences of a file as spans over its characters without white space."""

    def __init__(self, sentences):
        self.characters, self.tokens, self.sentences, self.words = [], [], [], []
        self.position = 0
        for sentence in sentences:
            self._add(sentence)
        self.text = "".join(self.characters)

    def _add(self, sentence):
        begin, words = self.position, []
        for surface in sentence.surfaces:
            start = self.position
            form = "".join(surface.form.split())
            self.characters.append(form)
            self.position += len(form)
            self.tokens.append((start, self.position))
            words += [_Word(word, start, self.position, surface.multiword)
                      for word in sentence.words[surface.first:surface.last + 1]]
        for entry in words:
            if entry.word.head:
                entry.head = words[entry.word.head - 1]
        self.words += words
        self.sentences.append((begin, self.position))


def _common_subsequence(gold, system):
    """Pairs of the longest common subsequence of the lower-cased forms."""
    lengths = [[0] * (len(system) + 1) for _ in range(len(gold) + 1)]
    for i in reversed(range(len(gold))):
        for j in reversed(range(len(system))):
            if gold[i].word.form.lower() == system[j].word.form.lower():
                lengths[i][j] = lengths[i + 1][j + 1] + 1
            else:
                lengths[i][j] = max(lengths[i + 1][j], lengths[i][j + 1])
    i = j = 0
    while i < len(gold) and j < len(system):
        if gold[i].word.form.lower() == system[j].word.form.lower():
            yield gold[i], system[j]
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1


def _region_end(words, index, end):
    """The first index from `index` on whose word starts at or after `end`."""
    while index < len(words) and words[index].start < end:
        index += 1
    return index


def _multiword_region(gold, system, i, j):
    """Ends of the stretch that starts at i and j and closes over every overlapping multiword token."""
    end = gold[i].end if gold[i].multiword else system[j].end
    while True:
        i_end, j_end = _region_end(gold, i, end), _region_end(system, j, end)
        furthest = max([w.end for w in gold[i:i_end] if w.multiword]
                       + [w.end for w in system[j:j_end] if w.multiword])
        if furthest <= end:
            return i_end, j_end
        end = furthest


def _align(gold, system):
    pairs, i, j = [], 0, 0
    while i < len(gold) and j < len(system):
        starts_multiword = ((gold[i].multiword and gold[i].start <= system[j].start)
                            or (system[j].multiword and system[j].start <= gold[i].start))
        if starts_multiword:
            i_end, j_end = _multiword_region(gold, system, i, j)
            pairs += _common_subsequence(gold[i:i_end], system[j:j_end])
            i, j = i_end, j_end
        elif (gold[i].start, gold[i].end) == (system[j].start, system[j].end):
            pairs.append((gold[i], system[j]))
            i, j = i + 1, j + 1
        elif gold[i].start <= system[j].start:
            i += 1
        else:
            j += 1
    return pairs


def _require_same_text(gold, system):
    if gold == system:
        return
    at = next((k for k, (a, b) in enumerate(zip(gold, system)) if a != b), min(len(gold), len(system)))
    raise ValueError(f"the texts differ at character {at}: "
                     f"gold {gold[at:at + 20]!r}, system {system[at:at + 20]!r}")


def _base(deprel):
    return deprel.split(":")[0]


def score(gold_sentences, system_sentences):
    """{metric: Score} of the system's sentences against the gold ones."""
    gold, system = _Document(gold_sentences), _Document(system_sentences)
    _require_same_text(gold.text, system.text)
    pairs = _align(gold.words, system.words)
    partner = {id(g): s for g, s in pairs}

    def spans(a, b):
        return Score(len(a), len(b), len(set(a) & set(b)))

    def words(same):
        return Score(len(gold.words), len(system.words), sum(1 for g, s in pairs if same(g, s)))

    def same_head(g, s):
        return s.head is (partner.get(id(g.head), g) if g.head else None)

    return {
        "Tokens": spans(gold.tokens, system.tokens),
        "Sentences": spans(gold.sentences, system.sentences),
        "Words": words(lambda g, s: True),
        "UPOS": words(lambda g, s: g.word.upos == s.word.upos),
        "XPOS": words(lambda g, s: g.word.xpos == s.word.xpos),
        "Lemmas": words(lambda g, s: g.word.lemma in ("_", s.word.lemma)),
        "UAS": words(same_head),
        "LAS": words(lambda g, s: same_head(g, s) and _base(g.word.deprel) == _base(s.word.deprel)),
    }


def main():
    parser = argparse.ArgumentParser(description="CoNLL 2018 metrics of a CoNLL-U file against gold")
    parser.add_argument("gold")
    parser.add_argument("system")
    arguments = parser.parse_args()
    try:
        scores = score(conllu.read(arguments.gold), conllu.read(arguments.system))
    except (OSError, ValueError) as error:
        sys.exit(f"conll18.py: {error}")
    print("| metric | precision | recall | F1 |\n|---|---|---|---|")
    for name in METRICS:
        value = scores[name]
        print(f"| {name} | {value.precision:.2f} | {value.recall:.2f} | {value.f1:.2f} |")


if __name__ == "__main__":
    main()
