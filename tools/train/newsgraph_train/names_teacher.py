"""A teacher for the recogniser of names: the vectors of a pre-trained transformer beside those of the
embedder, a BiLSTM and the same CRF. It reads a stretch of a document at once, so it sees more than a
sentence; too large to ship, it marks text that the shipped model learns from."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from .encoder import Encoder
from .layers import Linear, locked_dropout
from .names_data import OUTSIDE
from .names_model import NamesModel

LONGEST = 6        # pieces of a word that are read; the rest of a longer word is left out
STRETCH = 96       # words of consecutive sentences that are read at once


class Pieces:
    """Word forms as the transformer's pieces, cut once a form."""

    def __init__(self, folder):
        from tokenizers import Tokenizer
        self._tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._forms = {}
        ids = self._tokenizer.encode("a").ids
        self.first, self.last = ids[0], ids[-1]
        self._unknown = next(i for t in ("[UNK]", "<unk>") if (i := self._tokenizer.token_to_id(t)) is not None)

    def of(self, form):
        if form not in self._forms:
            self._forms[form] = self._tokenizer.encode(form, add_special_tokens=False).ids[:LONGEST] or [self._unknown]
        return self._forms[form]


def load_transformer(folder, layers):
    """The first `layers` of a BERT-like encoder; its piece vectors stay as they are."""
    from transformers import AutoModel
    model = AutoModel.from_pretrained(folder, add_pooling_layer=False)
    del model.encoder.layer[layers:]
    for layer in model.encoder.layer:
        for module in layer.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0
    for parameter in model.embeddings.parameters():
        parameter.requires_grad = False
    return model


@dataclass
class Stretch:
    """Consecutive sentences of one document; `members` are their numbers."""
    members: list
    words: list


def stretches(samples, words=STRETCH):
    """Sentences without a document stand alone."""
    out = []
    for i, sample in enumerate(samples):
        joins = (out and sample.document and samples[out[-1].members[0]].document == sample.document
                 and len(out[-1].words) + len(sample.words) <= words)
        if joins:
            out[-1].members.append(i)
            out[-1].words += sample.words
        else:
            out.append(Stretch([i], list(sample.words)))
    return out


class Teacher(NamesModel):
    def __init__(self, transformer, width_inside, *config, **named):
        super().__init__(*config, **named)
        width = self.source.weight.shape[1]
        self.transformer = transformer
        self.contextual = Linear(transformer.config.hidden_size, width_inside)
        self.encoder = Encoder(width + width_inside, self.emission.weight.shape[1] // 2, 1, 0.3, 0.4)

    def read(self, pieces, starts):
        """Mean of the first and the last piece of each word: (batch, length, hidden). `pieces` are
        (batch, pieces) with -1 behind the end, `starts` (batch, length, 2) their positions."""
        with torch.autocast("cpu", torch.bfloat16):
            states = self.transformer(input_ids=pieces.clamp_min(0), attention_mask=(pieces >= 0).long()).last_hidden_state
        states = states.float()
        picked = states.gather(1, starts.flatten(1).unsqueeze(2).expand(-1, -1, states.shape[2]))
        return picked.unflatten(1, starts.shape[1:]).mean(2)

    def encode_stretch(self, tensors, index, sources, cases, pieces, starts):
        """`index`, `sources`, `cases` are (batch, length)."""
        own = self.embedder(tensors, index) + self.source(sources) + self.case(cases)
        read = self.contextual(locked_dropout(self.read(pieces, starts), 0.1, self.training))
        return self.encoder(torch.cat([own, read], 2))


def collate_pieces(pieces, rows, length):
    """(pieces, starts) of the rows of words, padded to `length` words."""
    ids, starts = [], np.zeros((len(rows), length, 2), np.int64)
    for r, words in enumerate(rows):
        row = [pieces.first]
        for t, word in enumerate(words):
            cut = pieces.of(word)
            starts[r, t] = len(row), len(row) + len(cut) - 1
            row += cut
        ids.append(row + [pieces.last])
    longest = -(-max(map(len, ids)) // 32) * 32
    padded = np.full((len(rows), longest), -1, np.int64)
    for r, row in enumerate(ids):
        padded[r, :len(row)] = row
    return torch.tensor(padded), torch.tensor(starts)


def outside_mask(tags):
    """What padding may be: nothing but no name."""
    mask = np.zeros(tags, np.float32)
    mask[OUTSIDE.bit_length() - 1] = 1
    return mask
