"""What the embedder reads of a word: vector, lexicon and character indices and hashed affixes, once
for each distinct form."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import torch

from .text import affixes, bucket, lower, normalise

UNKNOWN_CHARACTER = 1  # 0 is padding
MAX_CHARACTERS = 18    # of a longer form the first and the last nine


@dataclass
class Vocabulary:
    """`lexicon` and `characters` are in index order, starting at 1 and 2."""
    lexicon: list
    characters: list
    lexicon_index: dict = field(init=False)
    character_index: dict = field(init=False)

    def __post_init__(self):
        self.lexicon_index = {w: i + 1 for i, w in enumerate(self.lexicon)}
        self.character_index = {c: i + 2 for i, c in enumerate(self.characters)}


def build_vocabulary(forms, word_minimum=2, character_minimum=5):
    """Words and characters that occur often enough among the forms; ties in order of code points."""
    normal = [normalise(f) for f in forms]
    words = Counter(lower(n) for n in normal)
    characters = Counter(c for n in normal for c in n)

    def frequent(counts, minimum):
        return [k for k, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= minimum]

    return Vocabulary(frequent(words, word_minimum), frequent(characters, character_minimum))


class FeatureTable:
    """Grows by one row for each new form; tensors() gives the rows so far."""

    def __init__(self, vocabulary, vectors, hash_rows):
        self._vocabulary, self._vectors, self._hash_rows = vocabulary, vectors, hash_rows
        self._offsets = np.concatenate([[0], np.cumsum(hash_rows)[:-1]])
        self._index, self._rows, self._tensors = {}, ([], [], [], []), None

    def index(self, form):
        if form not in self._index:
            self._index[form] = len(self._index)
            for column, value in zip(self._rows, self._features(form)):
                column.append(value)
            self._tensors = None
        return self._index[form]

    def indices(self, forms):
        return np.array([self.index(f) for f in forms])

    def _features(self, form):
        normal = normalise(form)
        low = lower(normal)
        vector = self._vectors.index.get(low, -1) + 1
        hashed = [o + bucket(f, n) for f, n, o in
                  zip(affixes(normal, vector > 0), self._hash_rows, self._offsets)]
        codes = [self._vocabulary.character_index.get(c, UNKNOWN_CHARACTER) for c in normal]
        if len(codes) > MAX_CHARACTERS:
            codes = codes[:MAX_CHARACTERS // 2] + codes[-(MAX_CHARACTERS // 2):]
        codes += [0] * (MAX_CHARACTERS - len(codes))
        return vector, self._vocabulary.lexicon_index.get(low, 0), hashed, codes

    def tensors(self):
        """(vector index, 0 for none; lexicon index, 0 for none; hashed rows; characters)."""
        if self._tensors is None:
            self._tensors = tuple(torch.tensor(np.array(column)) for column in self._rows)
        return self._tensors
