"""The recogniser of names: embedder, one BiLSTM, and a linear-chain CRF that may be trained on partial
labels (Tsuboi et al. 2008, "Training Conditional Random Fields Using Incomplete Annotations")."""

import torch
from torch import nn

from .embedder import Embedder
from .encoder import Encoder
from .layers import Linear, locked_dropout
from .names_case import CASES
from .names_data import SOURCES, TAG_COUNT

FORBIDDEN = -1e4
WEB_SHARE = 0.3


def allowed_transitions():
    """(from, to) and start: an I follows B or I of its type only."""
    move = torch.ones(TAG_COUNT, TAG_COUNT, dtype=torch.bool)
    start = torch.ones(TAG_COUNT, dtype=torch.bool)
    for inside in range(2, TAG_COUNT, 2):
        move[:, inside] = False
        move[inside - 1, inside] = move[inside, inside] = True
        start[inside] = False
    return move, start


class NamesModel(nn.Module):
    def __init__(self, embedder_config, vocabulary, vectors, noise, width, layers, dropout, grammar=()):
        super().__init__()
        self.embedder = Embedder(embedder_config, vocabulary, vectors, noise)
        self.source = nn.Embedding(len(SOURCES), embedder_config.width)
        self.case = nn.Embedding(CASES, embedder_config.width)
        nn.init.normal_(self.source.weight, 0, 0.1)
        nn.init.normal_(self.case.weight, 0, 0.1)
        self.encoder = Encoder(embedder_config.width, width, layers, dropout, dropout)
        self.emission = Linear(2 * width, TAG_COUNT)
        # Only trained: what the treebanks know of a word helps to see names in little data.
        self.grammar = nn.ModuleList(Linear(2 * width, labels) for labels in grammar)
        self.move = nn.Parameter(torch.zeros(TAG_COUNT, TAG_COUNT))
        self.start = nn.Parameter(torch.zeros(TAG_COUNT))
        move, start = allowed_transitions()
        self.register_buffer("move_allowed", move, persistent=False)
        self.register_buffer("start_allowed", start, persistent=False)

    def forward(self, tensors, index, source, case):
        """Emission scores (batch, length, tag); `index` is (batch, length), the others (batch)."""
        return self.emission(self.encode(tensors, index, source, case))

    def encode(self, tensors, index, source, case):
        return self.encoder(self.embedder(tensors, index) + (self.source(source) + self.case(case)).unsqueeze(1))

    def grammar_loss(self, encoded, labels):
        """Summed cross entropy of the grammar heads; `labels` is (batch, length, head), -1 for unknown."""
        total = encoded.new_zeros(())
        for head, layer in enumerate(self.grammar):
            total = total + nn.functional.cross_entropy(layer(encoded).flatten(0, 1), labels[:, :, head].flatten(),
                                                        ignore_index=-1, reduction="sum")
        return total

    def conventions(self):
        """What the program adds to a word for its source: between news and EWT. Names of news are found as
        well as with news alone, and those of other text better (docs/language-names.md)."""
        news, web = (self.source.weight[SOURCES.index(name)] for name in ("news", "uner"))
        return news + WEB_SHARE * (web - news)

    def transitions(self):
        return (self.move.masked_fill(~self.move_allowed, FORBIDDEN),
                self.start.masked_fill(~self.start_allowed, FORBIDDEN))

    def log_mass(self, scores, allowed):
        """Log of the summed weight of all valid tag sequences within `allowed` (batch, length, tag)."""
        move, start = self.transitions()
        weight = move.exp()
        peak = scores.amax(2, keepdim=True).detach()
        factors = (scores - peak).exp() * allowed
        total = peak.sum((1, 2))
        alpha = factors[:, 0] * start.exp()
        norms = []
        for t in range(scores.shape[1]):
            if t:
                alpha = (alpha @ weight) * factors[:, t]
            norm = alpha.sum(1, keepdim=True).clamp_min(1e-30)
            norms.append(norm)
            alpha = alpha / norm
        return total + torch.cat(norms, 1).log().sum(1)

    def loss(self, scores, allowed):
        """Negative marginal log-likelihood of a batch, summed over its sentences."""
        both = self.log_mass(torch.cat([scores, scores]), torch.cat([torch.ones_like(allowed), allowed]))
        whole, kept = both.chunk(2)
        return (whole - kept).sum()

    def decode(self, scores):
        """Best valid tag sequences (batch, length)."""
        move, start = self.transitions()
        best, back = scores[:, 0] + start, []
        for t in range(1, scores.shape[1]):
            value, arg = (best.unsqueeze(2) + move).max(1)
            back.append(arg)
            best = value + scores[:, t]
        tags = [best.argmax(1)]
        for arg in reversed(back):
            tags.append(arg.gather(1, tags[-1].unsqueeze(1)).squeeze(1))
        return torch.stack(tags[::-1], 1)
