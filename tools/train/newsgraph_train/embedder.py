"""From a word form to a vector: pre-trained vector, own vector, hashed affixes and a character CNN,
added up and normalised. Depends on the form alone, so inference computes it once a form."""

from dataclasses import dataclass

import torch
from torch import nn

from .features import UNKNOWN_CHARACTER
from .layers import Linear, lookup


@dataclass(frozen=True)
class EmbedderConfig:
    width: int = 128
    # Rows for the last two and three letters, the first three, the shape, and initial + known.
    hash_rows: tuple = (1024, 4096, 2048, 512, 512)
    character_width: int = 32
    character_filters: int = 96


@dataclass(frozen=True)
class WordNoise:
    """Rates at which training hides what it knows of a form."""
    vector: float = 0.08
    lexicon: float = 0.20
    both: float = 0.05       # vector and lexicon entry: the form looks like an unseen name
    affix: float = 0.08
    character: float = 0.03


class Embedder(nn.Module):
    def __init__(self, config, vocabulary, vectors, noise=WordNoise()):
        super().__init__()
        width, narrow, filters = config.width, config.character_width, config.character_filters
        self.noise = noise
        dense = torch.tensor(vectors.dense())
        self.register_buffer("pretrained", torch.cat([torch.zeros(1, dense.shape[1]), dense]),
                             persistent=False)
        self.vector = Linear(dense.shape[1], width)
        self.lexicon = nn.Embedding(len(vocabulary.lexicon) + 1, width)
        self.affixes = nn.Embedding(sum(config.hash_rows), width)
        self.characters = nn.Embedding(len(vocabulary.characters) + 2, narrow, padding_idx=0)
        self.filters = Linear(3 * narrow, filters)
        self.spelling = Linear(filters, width, bias=False)
        self.norm = nn.LayerNorm(width)
        nn.init.normal_(self.lexicon.weight, 0, 0.1)
        nn.init.normal_(self.affixes.weight, 0, 0.1)
        nn.init.normal_(self.characters.weight, 0, 0.3)
        with torch.no_grad():
            self.characters.weight[0] = 0

    def forward(self, tensors, index):
        """`tensors` of FeatureTable; `index` (any shape) of forms. Adds a last dimension `width`."""
        unique, inverse = torch.unique(index, return_inverse=True)
        unique = nn.functional.pad(unique, (0, -len(unique) % 64))  # few shapes: kernels are kept
        vector, lexicon, affixes, characters = (t[unique] for t in tensors)
        if self.training:
            vector, lexicon, characters = self._hide(vector, lexicon, characters)
        hashed = lookup(self.affixes, affixes)
        if self.training:
            hashed = hashed * (torch.rand(*hashed.shape[:2], 1) > self.noise.affix)
        x = self.vector(self.pretrained[vector]) + lookup(self.lexicon, lexicon) + hashed.sum(1)
        return self.norm(x + self.spelling(self.spell(characters)))[inverse]

    def _hide(self, vector, lexicon, characters):
        def coin(shape, rate):
            return torch.rand(shape) > rate
        known = coin(vector.shape, self.noise.both)
        vector = vector * (known & coin(vector.shape, self.noise.vector))
        lexicon = lexicon * (known & coin(lexicon.shape, self.noise.lexicon))
        hidden = ~coin(characters.shape, self.noise.character) & (characters > 0)
        return vector, lexicon, characters.masked_fill(hidden, UNKNOWN_CHARACTER)

    def spell(self, characters):
        """Filters over three characters, the maximum over the form; padding does not take part."""
        x = lookup(self.characters, characters)
        edge = torch.zeros(x.shape[0], 1, x.shape[2])
        x = torch.cat([torch.cat([edge, x[:, :-1]], 1), x, torch.cat([x[:, 1:], edge], 1)], 2)
        x = self.filters(x).masked_fill((characters == 0).unsqueeze(2), -1e4)
        return x.max(1)[0].relu()
