"""One encoder, and heads that read tags, lemma rules, trees, names and claims off its states. The state of a word is
the mean of those of its first and its last piece."""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import Linear

from .names_data import TAG_COUNT
from .transformer import WIDTH, Transformer

MAX_DISTANCE = 24   # longer distances share one score
FORBIDDEN = -1e4    # the score of what cannot be: an arc from a word to itself, an I without its B

ARC_WIDTH = 192
RELATION_WIDTH = 192
LEMMA_WIDTH = 128
NAME_WIDTH = 128
POINTER_WIDTH = 128
VERIFIER_WIDTH = 256
SKIMMER_WIDTH = 64

RELATIONS = ("owns", "bans", "denounces")
STATUSES = ("asserted", "planned", "ended", "denied")
SOURCES = ("news", "uner", "gum", "wikigold", "wnut", "claims", "invented")
WEB_SHARE = 0.3


@dataclass(frozen=True)
class Labels:
    """The classes of each head in index order; `rules` are those of lemmas.py."""
    upos: list
    xpos: list
    deprel: list
    rules: list


def allowed_transitions():
    """(from, to) and start: an I follows B or I of its type only."""
    move = torch.ones(TAG_COUNT, TAG_COUNT, dtype=torch.bool)
    start = torch.ones(TAG_COUNT, dtype=torch.bool)
    for inside in range(2, TAG_COUNT, 2):
        move[:, inside] = False
        move[inside - 1, inside] = move[inside, inside] = True
        start[inside] = False
    return move, start


def _distances(length):
    """Index of the distance from dependent to head; the root has that of distance 0."""
    dependent, head = torch.arange(1, length + 1).unsqueeze(1), torch.arange(length + 1).unsqueeze(0)
    distance = (head - dependent).clamp(-MAX_DISTANCE, MAX_DISTANCE) + MAX_DISTANCE
    distance[:, 0] = MAX_DISTANCE
    return distance


def _self_arcs(length):
    return torch.arange(1, length + 1).unsqueeze(1) == torch.arange(length + 1).unsqueeze(0)


class Biaffine(nn.Module):
    """Scores of arcs from each word (dependent) to each word or the root (head 0): deep biaffine attention after
    Dozat and Manning (2017), with a learnt score for the signed distance."""

    def __init__(self, width):
        super().__init__()
        self.dependent, self.head = Linear(WIDTH, width), Linear(WIDTH, width)
        self.bilinear = nn.Parameter(torch.eye(width) * 0.1)  # (from dependent, to head)
        self.prior = Linear(width, 1, bias=False)
        self.distance = nn.Embedding(2 * MAX_DISTANCE + 1, width)
        self.dropout = nn.Dropout(0.2)
        nn.init.zeros_(self.distance.weight)

    def forward(self, states, root):
        d = self.dropout(self.dependent(states).relu())
        h = self.dropout(self.head(torch.cat([root.expand(states.shape[0], 1, -1), states], 1)).relu())
        scores = (d @ self.bilinear) @ h.transpose(1, 2) + self.prior(h).transpose(1, 2)
        distance = _distances(states.shape[1])
        return scores + (d @ self.distance.weight.t()).gather(2, distance.expand(scores.shape))


class Verifier(nn.Module):
    """Whether a proposed claim is one, from the states of a sentence in which its trigger, subject and object are marked: the
    means of their words', of the root for an argument that is elsewhere, and the sentence's."""

    def __init__(self):
        super().__init__()
        self.hidden = Linear(4 * WIDTH, VERIFIER_WIDTH)
        self.output = Linear(VERIFIER_WIDTH, 1)
        self.inner, self.outer = nn.Dropout(0.1), nn.Dropout(0.2)

    def forward(self, trigger, subject, object_, whole):
        """Logits (claims) of states (claims, width)."""
        states = torch.cat([trigger, subject, object_, whole], 1)
        return self.output(self.outer(self.hidden(self.inner(states)).relu())).squeeze(1)


class Skimmer(nn.Module):
    """Whether a sentence may state something, from the states of its pieces behind the first layers."""

    def __init__(self):
        super().__init__()
        self.hidden, self.output = Linear(WIDTH, SKIMMER_WIDTH), Linear(SKIMMER_WIDTH, 1)

    def forward(self, states, mask):
        """Logits (sentences)."""
        return self.output(self.hidden(states).relu()).squeeze(2).masked_fill(~mask, FORBIDDEN).amax(1)


class Joint(nn.Module):
    def __init__(self, labels, transformer=None, vocabulary=30522):
        super().__init__()
        self.labels = labels
        self.encoder = transformer or Transformer(vocabulary)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.1)
        self.upos, self.xpos = Linear(WIDTH, len(labels.upos)), Linear(WIDTH, len(labels.xpos))
        self.lemma_context, self.lemma_rule = Linear(WIDTH, LEMMA_WIDTH), Linear(LEMMA_WIDTH, len(labels.rules))
        self.arc = Biaffine(ARC_WIDTH)
        self.relation_dependent = Linear(WIDTH, RELATION_WIDTH)
        self.relation_head = Linear(WIDTH, RELATION_WIDTH, bias=False)
        self.relation_distance = nn.Embedding(2 * MAX_DISTANCE + 1, RELATION_WIDTH)
        nn.init.normal_(self.relation_distance.weight, 0, 0.05)
        self.relation = Linear(RELATION_WIDTH, len(labels.deprel))
        self.name_hidden = Linear(WIDTH, NAME_WIDTH)
        self.name_source = nn.Embedding(len(SOURCES), NAME_WIDTH)
        nn.init.normal_(self.name_source.weight, 0, 0.1)
        self.name_emission = Linear(NAME_WIDTH, TAG_COUNT)
        self.move, self.start = nn.Parameter(torch.zeros(TAG_COUNT, TAG_COUNT)), nn.Parameter(torch.zeros(TAG_COUNT))
        self.trigger, self.status = Linear(WIDTH, len(RELATIONS)), Linear(WIDTH, len(STATUSES))
        self.subject, self.object = Biaffine(POINTER_WIDTH), Biaffine(POINTER_WIDTH)
        self.verifier, self.skimmer = Verifier(), Skimmer()
        self.dropout = nn.Dropout(0.1)
        move, start = allowed_transitions()
        self.register_buffer("move_allowed", move, persistent=False)
        self.register_buffer("start_allowed", start, persistent=False)

    def encode(self, ids, cases, mask, first, last):
        """States of the words (batch, words, width); `first` and `last` index pieces, 0 where there is no word."""
        return self.words_of(self.encoder(ids, cases, mask), first, last)

    def words_of(self, states, first, last):
        wide = lambda index: index.unsqueeze(2).expand(-1, -1, WIDTH)
        return self.dropout((states.gather(1, wide(first)) + states.gather(1, wide(last))) / 2)

    def lemmas(self, states):
        return self.lemma_rule(self.dropout(self.lemma_context(states).relu()))

    def arcs(self, states, present):
        """(batch, dependent, head); `present` is true where there is a word."""
        scores = self.arc(states, self.root)
        absent = torch.cat([torch.zeros(present.shape[0], 1, dtype=torch.bool), ~present], 1)
        return scores.masked_fill(_self_arcs(states.shape[1]) | absent.unsqueeze(1), FORBIDDEN)

    def pointers(self, head, states, present):
        """Where the argument of the claim that each word states lies; 0: not in this sentence."""
        scores = head(states, self.root)
        absent = torch.cat([torch.zeros(present.shape[0], 1, dtype=torch.bool), ~present], 1)
        return scores.masked_fill(absent.unsqueeze(1), FORBIDDEN)

    def relations(self, states, heads):
        """Scores (batch, dependent, relation) of the arcs from `heads` (0 for the root)."""
        both = torch.cat([self.root.expand(states.shape[0], 1, -1), states], 1)
        h = self.relation_head(both).gather(1, heads.unsqueeze(2).expand(-1, -1, RELATION_WIDTH))
        position = torch.arange(1, heads.shape[1] + 1)
        distance = (heads - position).clamp(-MAX_DISTANCE, MAX_DISTANCE).masked_fill(heads == 0, 0)
        d = self.relation_dependent(states) + h + self.relation_distance(distance + MAX_DISTANCE)
        return self.relation(self.dropout(d.relu()))

    def conventions(self):
        news, web = (self.name_source.weight[SOURCES.index(name)] for name in ("news", "uner"))
        return news + WEB_SHARE * (web - news)

    def name_scores(self, states, source=None):
        """(batch, words, tag); without `source` (batch) as the program does it."""
        added = self.conventions().view(1, 1, -1) if source is None else self.name_source(source).unsqueeze(1)
        return self.name_emission(self.dropout((self.name_hidden(states) + added).relu()))

    def transitions(self):
        return (self.move.masked_fill(~self.move_allowed, FORBIDDEN),
                self.start.masked_fill(~self.start_allowed, FORBIDDEN))

    def name_loss(self, scores, allowed, present):
        """Negative marginal log-likelihood of tag sequences within `allowed` (batch, words, tag), summed."""
        both = self._log_mass(torch.cat([scores, scores]), torch.cat([torch.ones_like(allowed), allowed]),
                              torch.cat([present, present]))
        whole, kept = both.chunk(2)
        return (whole - kept).sum()

    def _log_mass(self, scores, allowed, present):
        move, start = self.transitions()
        weight = move.exp()
        peak = scores.amax(2, keepdim=True).detach()
        factors = (scores - peak).exp() * allowed
        total = (peak.squeeze(2) * present).sum(1)
        alpha, norms = factors[:, 0] * start.exp(), []
        for t, factor in enumerate(factors.unbind(1)):
            if t:
                on = present[:, t].unsqueeze(1)
                alpha = torch.where(on, (alpha @ weight) * factor, alpha)
            norm = alpha.sum(1, keepdim=True).clamp_min(1e-30)
            norms.append(norm)
            alpha = alpha / norm
        return total + torch.cat(norms, 1).log().sum(1)

    def name_tags(self, scores):
        """Best valid tags of one sentence; scores (words, tag)."""
        move, start = self.transitions()
        best, back = scores[0] + start, []
        for row in scores[1:]:
            value, arg = (best.unsqueeze(1) + move).max(0)
            back.append(arg)
            best = value + row
        tags = [int(best.argmax())]
        for arg in reversed(back):
            tags.append(int(arg[tags[-1]]))
        return tags[::-1]
