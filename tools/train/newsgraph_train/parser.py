"""Tags, lemma rules and trees from one encoder: deep biaffine arcs after Dozat and Manning (2017), with
a learnt score for the signed distance, and an additive relation classifier."""

from dataclasses import dataclass

import torch
from torch import nn

from .embedder import Embedder, EmbedderConfig
from .encoder import Encoder
from .layers import Linear, Switches, locked_dropout, lookup, rounded

MAX_DISTANCE = 24        # longer distances share one score
FORBIDDEN = -1e4         # the score of an arc from a word to itself
UNKNOWN_TREEBANK = 0


@dataclass(frozen=True)
class ParserConfig:
    embedder: EmbedderConfig = EmbedderConfig()
    width: int = 256         # of the LSTM, in each direction
    layers: int = 2
    arc_width: int = 192
    relation_width: int = 192
    lemma_width: int = 128
    treebanks: int = 3       # unknown, EWT, GUM


@dataclass(frozen=True)
class Labels:
    """The classes of each head in index order; `rules` are those of lemmas.py."""
    upos: list
    xpos: list
    deprel: list
    rules: list


class Parser(nn.Module):
    def __init__(self, config, labels, vocabulary, vectors):
        super().__init__()
        self.config, self.labels = config, labels
        self.embedder = Embedder(config.embedder, vocabulary, vectors)
        self.treebank = nn.Embedding(config.treebanks, config.embedder.width)
        nn.init.normal_(self.treebank.weight, 0, 0.1)
        self.encoder = Encoder(config.embedder.width, config.width, config.layers)
        outputs = self.encoder.outputs
        self.root = nn.Parameter(torch.randn(outputs) * 0.1)
        self.upos = Linear(outputs, len(labels.upos))
        self.xpos = Linear(outputs, len(labels.xpos))
        self._init_arcs(outputs, config.arc_width)
        self._init_relations(outputs, config.relation_width, len(labels.deprel))
        self.lemma_context = Linear(outputs, config.lemma_width)
        self.lemma_word = Linear(config.embedder.width, config.lemma_width, bias=False)
        self.lemma_rule = Linear(config.lemma_width, len(labels.rules))

    def _init_arcs(self, outputs, width):
        self.arc_dependent = Linear(outputs, width)
        self.arc_head = Linear(outputs, width)
        self.arc_bilinear = nn.Parameter(torch.eye(width) * 0.1)  # (from dependent, to head)
        self.arc_prior = Linear(width, 1, bias=False)
        self.arc_distance = nn.Embedding(2 * MAX_DISTANCE + 1, width)
        nn.init.zeros_(self.arc_distance.weight)

    def _init_relations(self, outputs, width, classes):
        self.relation_dependent = Linear(outputs, width)
        self.relation_head = Linear(outputs, width, bias=False)
        self.relation_distance = nn.Embedding(2 * MAX_DISTANCE + 1, width)
        nn.init.normal_(self.relation_distance.weight, 0, 0.05)
        self.relation = Linear(width, classes)

    def encode(self, tensors, index, treebank):
        """(word vectors, encoder states) of a batch of sentences of one length."""
        words = self.embedder(tensors, index)
        return words, self.encoder(words + lookup(self.treebank, treebank).unsqueeze(1))

    def with_root(self, states):
        return torch.cat([self.root.expand(states.shape[0], 1, -1), states], 1)

    def arcs(self, states):
        """Scores (batch, dependent, head); head 0 is the root, head j the word j - 1."""
        d = locked_dropout(self.arc_dependent(states).relu(), 0.33, self.training)
        h = locked_dropout(self.arc_head(self.with_root(states)).relu(), 0.33, self.training)
        bilinear = rounded(self.arc_bilinear, rows_last=True) if Switches.rounding else self.arc_bilinear
        scores = (d @ bilinear) @ h.transpose(1, 2) + self.arc_prior(h).transpose(1, 2)
        distance = _distances(states.shape[1])
        table = rounded(self.arc_distance.weight) if Switches.rounding else self.arc_distance.weight
        scores = scores + (d @ table.t()).gather(2, distance.expand(scores.shape))
        return scores.masked_fill(_self_arcs(states.shape[1]), FORBIDDEN)

    def relations(self, states, heads):
        """Scores (batch, dependent, relation) of the arcs from `heads` (0 for the root)."""
        width = self.config.relation_width
        h = self.relation_head(self.with_root(states)).gather(1, heads.unsqueeze(2).expand(-1, -1, width))
        position = torch.arange(1, heads.shape[1] + 1)
        distance = (heads - position).clamp(-MAX_DISTANCE, MAX_DISTANCE).masked_fill(heads == 0, 0)
        d = self.relation_dependent(states) + h + lookup(self.relation_distance, distance + MAX_DISTANCE)
        return self.relation(locked_dropout(d.relu(), 0.33, self.training))

    def lemmas(self, words, states):
        hidden = (self.lemma_context(states) + self.lemma_word(words)).relu()
        return self.lemma_rule(locked_dropout(hidden, 0.33, self.training))


def _distances(length):
    """Index of the distance from dependent to head; the root has that of distance 0."""
    dependent, head = torch.arange(1, length + 1).unsqueeze(1), torch.arange(length + 1).unsqueeze(0)
    distance = (head - dependent).clamp(-MAX_DISTANCE, MAX_DISTANCE) + MAX_DISTANCE
    distance[:, 0] = MAX_DISTANCE
    return distance


def _self_arcs(length):
    return torch.arange(1, length + 1).unsqueeze(1) == torch.arange(length + 1).unsqueeze(0)
