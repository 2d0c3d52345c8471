"""The encoder: six layers of self-attention over word pieces, after Devlin et al. (2019), "BERT", started from
all-MiniLM-L6-v2 (Wang et al. 2020). Its pieces are uncased, so the capitals of a word come in as a feature."""

import json
from pathlib import Path

import torch
from torch import nn

from .layers import Linear
from .names_case import sentence_case

WIDTH = 384
HEADS = 12
LAYERS = 6
INNER = 1536
POSITIONS = 512
EPSILON = 1e-12

# Pieces of a word that are read; the rest of a longer word is left out.
MOST_PIECES = 12

# What a piece is told of its word's capitals; pieces behind the first of a word add CONTINUED. The first piece of the
# sequence ([CLS]) is told how the sentence uses capitals: SENTENCE + names_case.sentence_case().
NO_LETTER, LOWER, CAPITALISED, UPPER, MIXED = range(1, 6)
CONTINUED = 5
SENTENCE = 11
CASE_COUNT = 16
MARK_COUNT = 1 + 3 * 3   # none, and trigger, subject, object of each relation
SKIM_LAYERS = 2   # by which a sentence is told to state nothing


def word_case(word):
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return NO_LETTER
    if all(c.islower() or not c.isupper() for c in letters):
        return LOWER
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return UPPER
    if letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return CAPITALISED
    return MIXED


class Pieces:
    """Word forms as word pieces, cut once a form: [UNK] where nothing is left of it."""

    def __init__(self, folder):
        from tokenizers import Tokenizer
        self._tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._forms = {}
        self.count = self._tokenizer.get_vocab_size()
        self.cls, self.sep, self.unknown = (self._tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[UNK]"))

    def of(self, form):
        if form not in self._forms:
            ids = self._tokenizer.encode(form, add_special_tokens=False).ids[:MOST_PIECES] or [self.unknown]
            self._forms[form] = ids
        return self._forms[form]

    def sentence(self, words):
        """(piece ids, cases, first piece of each word, last piece of each word); positions count from [CLS]."""
        ids, cases, first, last = [self.cls], [SENTENCE + sentence_case(words)], [], []
        for word in words:
            pieces, case = self.of(word), word_case(word)
            first.append(len(ids))
            ids += pieces
            cases += [case] + [case + CONTINUED] * (len(pieces) - 1)
            last.append(len(ids) - 1)
        return ids + [self.sep], cases + [0], first, last


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.output = (Linear(WIDTH, WIDTH) for _ in range(4))
        self.attention_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.up, self.down = Linear(WIDTH, INNER), Linear(INNER, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, EPSILON)

    def forward(self, x, bias, dropout):
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = self.attention_norm(x + dropout(self.output(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.output_norm(x + dropout(self.down(nn.functional.gelu(self.up(x)))))


class Transformer(nn.Module):
    def __init__(self, vocabulary=30522, layers=LAYERS, dropout=0.1):
        super().__init__()
        # Piece vectors stay as they are: few of them are in the training data.
        self.register_buffer("words", torch.zeros(vocabulary, WIDTH))
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.cases = nn.Parameter(torch.randn(CASE_COUNT, WIDTH) * 0.02)
        self.marks = nn.Parameter(torch.randn(MARK_COUNT, WIDTH) * 0.02)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids, cases, mask, marks=None):
        """States (batch, pieces, width); `mask` is true where there is a piece. `marks` (batch, pieces), 0 for none, say which
        words a claim is proposed of."""
        return self.deep(self.skim(ids, cases, mask, marks), mask)

    def skim(self, ids, cases, mask, marks=None):
        """The states behind the first layers, by which a sentence can be told to state nothing."""
        x = self.words[ids] + self.positions[:ids.shape[1]] + nn.functional.embedding(cases, self.cases)
        if marks is not None:
            x = x + nn.functional.embedding(marks, self.marks) * (marks > 0).unsqueeze(2)
        return self._through(self.layers[:SKIM_LAYERS], self.dropout(self.norm(x)), mask)

    def deep(self, x, mask):
        return self._through(self.layers[SKIM_LAYERS:], x, mask)

    def _through(self, layers, x, mask):
        bias = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in layers:
            x = layer(x, bias, self.dropout)
        return x


NAMES = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
         "output": "attention.output.dense", "attention_norm": "attention.output.LayerNorm",
         "up": "intermediate.dense", "down": "output.dense", "output_norm": "output.LayerNorm"}


def load_pretrained(model, folder):
    """Weights of a BERT-like encoder in safetensors; those of more layers than `model` has are left out."""
    from safetensors.torch import load_file
    weights = {k.removeprefix("bert."): v for k, v in load_file(str(Path(folder) / "model.safetensors")).items()}
    with torch.no_grad():
        model.words.copy_(weights["embeddings.word_embeddings.weight"])
        model.positions.copy_(weights["embeddings.position_embeddings.weight"]
                              + weights["embeddings.token_type_embeddings.weight"][0])
        for part in ("weight", "bias"):
            getattr(model.norm, part).copy_(weights["embeddings.LayerNorm." + part])
            for k, layer in enumerate(model.layers):
                for ours, theirs in NAMES.items():
                    getattr(getattr(layer, ours), part).copy_(weights[f"encoder.layer.{k}.{theirs}.{part}"])
