"""The arithmetic of inference once more, in NumPy, operation by operation: what the C++ program has to give for a
model file, to the bit. Slow and plain; writes the file that tests/language holds it against.

usage: python -m newsgraph_train.reference MODEL.ngm TOKENIZER_FOLDER tests/language/reference.json"""

import json
import struct
import sys

import numpy as np

from .lemmas import choose
from .model_reader import ModelReader
from .names_case import sentence_case
from .joint import MAX_DISTANCE
from .transformer import CONTINUED, SENTENCE, SKIM_LAYERS, Pieces, word_case
from .trees import best_tree

f32 = np.float32
STATE_STEP, HIDDEN_STEP = f32(1024), f32(1024)
LEAST_TRIGGER = f32(-3.8918203)

SENTENCES = """
Acme Holdings , the shipping group , owns 51 % of Northwind Ferries .
The ministry banned imports of Chinese - owned apps on Tuesday , citing security concerns .
“ We strongly condemn this attack , ” said Foreign Minister Ana Kowalczyk .
SENATE VOTES TO BAN TIKTOK FROM GOVERNMENT PHONES
Markets
It is unclear whether Zorvex , whose parent Helion Energy was bought by Brightwater in 2019 , did n't know that its rivals had been sanctioned .
portugal 's parliament condemned the raid near lake chad
Brazil Blocks Messaging Service After Court Orders Against Telegram
eBay and iPhone sellers in al - Qasim met General de Gaulle 's grandson in Nice .
The Świątek family — from Kraków — sued Zażółć Sp. z o.o. over the “ Gęś ” brand .
antidisestablishmentarianism-2.0/beta_tëst ??? 日本
""".strip().split("\n")


def sum_of(x):
    """Over the last axis: sixteen parts, each in order, then added up in pairs."""
    parts = np.cumsum(x.reshape(*x.shape[:-1], -1, 16), axis=-2, dtype=f32)[..., -1, :]
    while parts.shape[-1] > 1:
        half = parts.shape[-1] // 2
        parts = parts[..., :half] + parts[..., half:]
    return parts[..., 0]


def in_order(a, b):
    """(rows, columns): sum over k of a[:, k] * b[k], k in order."""
    y = np.zeros((a.shape[0], b.shape[1]), f32)
    for k in range(b.shape[0]):
        y = y + a[:, k:k + 1] * b[k]
    return y


def as_bytes(x):
    """(codes - zero, step) of each row."""
    low, high = np.minimum(x.min(1), f32(0)), np.maximum(x.max(1), f32(0))
    width = high - low
    per_unit = f32(255) / width
    zero = np.rint(np.clip(-low * per_unit, f32(0), f32(255))).astype(np.int64)[:, None]
    codes = np.clip(np.rint(x * per_unit[:, None]).astype(np.int64) + zero, 0, 255)
    return codes - zero, (width / f32(255))[:, None]


def gelu(x):
    c = np.clip(x, f32(-5.6), f32(5.6))
    square = c * c
    top = np.full_like(x, f32(-1.2700573637390386e-07))
    for a in (5.322093675620531e-05, 0.004312176146475627, 0.028037410214997383, 0.39897362585994006):
        top = top * square + f32(a)
    bottom = np.full_like(x, f32(0.0014815595046111637))
    for a in (0.02510570392435586, 0.23717835816606192, 1.0):
        bottom = bottom * square + f32(a)
    return x * (c * top / bottom + f32(0.5))


def exponential(x):
    x = np.clip(x, f32(-87), f32(0))
    power = np.rint(x * f32(1.44269504))
    rest = x - power * f32(0.693359375)
    rest = rest - power * f32(-2.12194440e-4)
    total = np.full_like(x, f32(1) / f32(720))
    for k in (120, 24, 6, 2, 1, 1):
        total = total * rest + f32(1) / f32(k)
    return total * ((power.astype(np.int32) + 127) << 23).view(f32)


def softmax_parts(scores):
    """(weights, their sum) of each row."""
    weights = exponential(scores - scores.max(1, keepdims=True))
    padded = np.pad(weights, ((0, 0), (0, -weights.shape[1] % 16)))
    return weights, sum_of(padded)


def double_exponential(x):
    if not x >= -700:
        return 0.0
    x = min(x, 700.0)
    rounds = 6755399441055744.0
    power = (x * 1.4426950408889634 + rounds) - rounds
    rest = x - power * 0.6931471805599453
    terms, term = [1.0], 1.0
    for k in range(1, 14):
        term = term / k
        terms.append(term)
    total = 0.0
    for t in reversed(terms):
        total = total * rest + t
    return total * 2.0 ** int(power)


def double_logarithm(x):
    bits = struct.unpack("<Q", struct.pack("<d", x))[0]
    power = (bits >> 52) - 1023
    part = struct.unpack("<d", struct.pack("<Q", bits & ((1 << 52) - 1) | 1023 << 52))[0]
    if part > 1.4142135623730951:
        part, power = part * 0.5, power + 1
    ratio = (part - 1) / (part + 1)
    square, total = ratio * ratio, 0.0
    for k in range(23, 0, -2):
        total = total * square + 1.0 / k
    return 2 * ratio * total + power * 0.6931471805599453


def log_softmax(scores):
    peak = float(max(scores))
    total = 0.0
    for s in scores:
        total += double_exponential(float(s) - peak)
    total = double_logarithm(max(total, 1.0))
    return [float(f32(float(s) - peak - total)) for s in scores]


def fixed(x, step):
    return np.clip(np.rint(x * step), -32767, 32767).astype(np.int64)


def relu_fixed(x):
    return fixed(np.maximum(x, f32(0)), HIDDEN_STEP)


def distance_row(head, dependent):
    return MAX_DISTANCE if head == 0 else int(np.clip(head - dependent, -MAX_DISTANCE, MAX_DISTANCE)) + MAX_DISTANCE


class Reference:
    def __init__(self, model, pieces):
        self.model, self.pieces = model, pieces
        self.models = model.header["models"]
        self.exceptions = dict(zip(model.strings("parser.lemma_exceptions.keys"),
                                   model.strings("parser.lemma_exceptions.lemmas")))
        self.known = set(model.strings("parser.known_words"))
        self.root = fixed(model.floats("root"), STATE_STEP)

    def bias(self, name, outputs):
        return self.model.floats(name + ".bias")[0] if self.model.has(name + ".bias") else np.zeros(outputs, f32)

    def byte_layer(self, name, x):
        codes, scales = self.model.codes(name + ".weight")
        integers, step = as_bytes(x)
        return (integers @ codes.astype(np.int64).T).astype(f32) * scales * step + self.bias(name, len(scales))

    def layer(self, name, x, step):
        codes, scales = self.model.codes(name + ".weight")
        return (x @ codes.astype(np.int64).T).astype(f32) * (scales / step) + self.bias(name, len(scales))

    def norm(self, name, x):
        size = f32(x.shape[1])
        rest = x - (sum_of(x) / size)[:, None]
        factor = f32(1) / np.sqrt(sum_of(rest * rest) / size + f32(1e-12))
        return rest * factor[:, None] * self.model.floats(name + ".weight")[0] + self.model.floats(name + ".bias")[0]

    def attention(self, rows):
        width, heads = rows.shape[1] // 3, self.models["encoder"]["heads"]
        size, out = width // heads, []
        for h in range(heads):
            q, k, v = (rows[:, p * width + h * size:p * width + (h + 1) * size] for p in range(3))
            weights, total = softmax_parts(in_order(q, np.ascontiguousarray(k.T)))
            out.append(in_order(weights, v) * (f32(1) / total)[:, None])
        return np.concatenate(out, 1)

    def encode(self, ids, cases, marks=None):
        """(states of the pieces, the skimmer's logit)"""
        floats = self.model.floats
        x = (floats("encoder.words")[ids] + floats("encoder.positions")[:len(ids)]) + floats("encoder.cases")[cases]
        if marks is not None:
            x = np.where((marks > 0)[:, None], x + floats("encoder.marks")[marks], x)
        x = self.norm("encoder.norm", x)
        for k in range(self.models["encoder"]["layers"]):
            if k == SKIM_LAYERS:
                hidden = np.maximum(self.byte_layer("encoder.skimmer.hidden", x), f32(0))
                logit = np.full(len(x), floats("encoder.skimmer.bias")[0, 0])
                for j, weight in enumerate(floats("encoder.skimmer.output")[0]):
                    logit = logit + hidden[:, j] * weight
            name = f"encoder.layers.{k}."
            mixed = self.attention(self.byte_layer(name + "attention", x))
            x = self.norm(name + "attention_norm", x + self.byte_layer(name + "output", mixed))
            inner = gelu(self.byte_layer(name + "up", x))
            x = self.norm(name + "output_norm", x + self.byte_layer(name + "down", inner))
        return x, logit.max()

    def sentence(self, words):
        """(ids, cases, first, last) as transformer.Pieces.sentence(), from the same parts."""
        ids, cases, first, last = [self.pieces.cls], [SENTENCE + sentence_case(words)], [], []
        for word in words:
            pieces, case = self.pieces.of(word), word_case(word)
            first.append(len(ids))
            ids, cases = ids + pieces, cases + [case] + [case + CONTINUED] * (len(pieces) - 1)
            last.append(len(ids) - 1)
        return ids + [self.pieces.sep], cases + [0], first, last

    def biaffine(self, name, states, dependents):
        """Scores (dependent, head) for the words whose numbers are `dependents`."""
        heads = np.maximum(self.layer(name + "head", np.vstack([self.root, states]), STATE_STEP), f32(0))
        hidden = relu_fixed(self.layer(name + "dependent", states[dependents], STATE_STEP))
        queries = self.layer(name + "bilinear", hidden, HIDDEN_STEP)
        distances = self.layer(name + "distance", hidden, HIDDEN_STEP)
        prior = in_order(self.model.floats(name + "prior.weight"), np.ascontiguousarray(heads.T))[0]
        scores = []
        for row, d in enumerate(dependents):
            y = prior + distances[row][[distance_row(h, d + 1) for h in range(len(heads))]]
            for k in range(heads.shape[1]):
                y = y + queries[row, k] * heads[:, k]
            scores.append(y)
        return np.array(scores)

    def tags(self, states, forms):
        labels = self.models["parser"]
        context = relu_fixed(self.layer("parser.lemma_context", states, STATE_STEP))
        rules = self.layer("parser.lemma_rule", context, HIDDEN_STEP)
        upos = [labels["upos"][k] for k in self.layer("parser.upos", states, STATE_STEP).argmax(1)]
        xpos = [labels["xpos"][k] for k in self.layer("parser.xpos", states, STATE_STEP).argmax(1)]
        edits = [(r["case"], r["cut_front"], r["add_front"], r["cut_back"], r["add_back"]) for r in labels["rules"]]
        lemmas = [self.exceptions.get(f"{f}\t{u}") or choose(r, edits, f, u, x, self.known)
                  for f, u, x, r in zip(forms, upos, xpos, rules)]
        return {"upos": upos, "xpos": xpos, "lemmas": lemmas}

    def relations(self, states, heads):
        of_head = self.layer("parser.relation_head", np.vstack([self.root, states]), STATE_STEP)[heads]
        distance = self.model.floats("parser.relation_distance.weight")[
            [distance_row(h, d) for d, h in enumerate(heads, 1)]]
        hidden = relu_fixed((self.layer("parser.relation_dependent", states, STATE_STEP) + of_head) + distance)
        scores = self.layer("parser.relation", hidden, HIDDEN_STEP)
        labels = self.models["parser"]["deprel"]
        scores[:, labels.index("root")] = np.where(np.array(heads) == 0, f32(1e9), f32(-1e9))
        return [labels[k] for k in scores.argmax(1)]

    def claims(self, states):
        trigger = self.layer("claims.trigger", states, STATE_STEP)
        stating = [i for i in range(len(states)) if trigger[i].max() >= LEAST_TRIGGER]
        pointers = {}
        for name in ("subject", "object"):
            scores = self.biaffine(f"claims.{name}.", states, stating) if stating else []
            pointers[name] = [log_softmax(row) for row in scores]
        return {"trigger": trigger.tolist(), "status": self.layer("claims.status", states, STATE_STEP).tolist(),
                "stating": stating, **pointers}

    def verdict(self, forms, relation, spans, names=(None, None)):
        """The logit of a claim whose trigger, subject and object are ranges of words, None for one that is elsewhere; `names` are
        those that stand in front for a subject and an object that are no names."""
        ids, cases, first, last = self.sentence(forms)
        marks = np.zeros(len(ids), int)
        marked = (list(spans[0]), *([*(s or ()), *(n or ())] for s, n in zip(spans[1:], names)))
        spans = (spans[0], *(s or n for s, n in zip(spans[1:], names)))
        for role in (2, 1, 0):
            for w in marked[role]:
                marks[first[w]:last[w] + 1] = 1 + 3 * relation + role
        pieces, _ = self.encode(ids, cases, marks)
        words, front = fixed((pieces[first] + pieces[last]) * f32(0.5), STATE_STEP), fixed(pieces[0], STATE_STEP)
        states = [fixed(words[list(span)].sum(0).astype(f32) / f32(len(span)), f32(1)) if span else self.root.flatten()
                  for span in spans] + [front]
        hidden = f32(0)
        for part, state in zip(("trigger", "subject", "object", "front"), states):
            hidden = hidden + self.layer("claims.verifier." + part, state[None], STATE_STEP)[0]
        logit = self.model.floats("claims.verifier.bias")[0, 0]
        for h, weight in zip(np.maximum(hidden, f32(0)), self.model.floats("claims.verifier.output")[0]):
            logit = logit + h * weight
        return float(logit)

    def analyse(self, forms):
        ids, cases, first, last = self.sentence(forms)
        pieces, skimmed = self.encode(ids, cases)
        states = fixed((pieces[first] + pieces[last]) * f32(0.5), STATE_STEP)
        arcs = self.biaffine("parser.arc.", states, list(range(len(forms))))
        own = arcs.copy()
        own[np.arange(len(forms)), np.arange(1, len(forms) + 1)] = -1e9
        heads = [int(h) for h in best_tree(own)]
        names = self.layer("names.emission", relu_fixed(self.layer("names.hidden", states, STATE_STEP)), HIDDEN_STEP)
        return {"forms": forms, "pieces": ids, "cases": cases, "states": states[:, ::32].tolist(),
                "arcs": arcs.tolist(), "heads": heads, "relations": self.relations(states, heads),
                **self.tags(states, forms), "names": names.flatten().tolist(), **self.claims(states),
                "skimmed": float(skimmed), "verdicts": self.verdicts(forms)}

    def verdicts(self, forms):
        """Of claims of each relation: the second word is the trigger, the first and the last are arguments, the subject of the
        second claim is elsewhere, and the trigger of the third has two words. The subject of the fourth is elsewhere and its
        name stands in front, that of the fifth is no name."""
        if len(forms) < 4:
            return []
        end = range(len(forms) - 1, len(forms))
        return [self.verdict(forms, 0, (range(1, 2), range(0, 1), end)), self.verdict(forms, 1, (range(1, 2), None, end)),
                self.verdict(forms, 2, (range(1, 3), range(0, 1), end)),
                self.verdict(forms, 1, (range(2, 3), None, end), (range(0, 1), None)),
                self.verdict(forms, 2, (range(2, 3), range(1, 2), end), (range(0, 1), None))]


def write_reference(model, tokenizer_folder, out):
    reference = Reference(ModelReader(model), Pieces(tokenizer_folder))
    rows = [json.dumps(reference.analyse(s.split(" ")), ensure_ascii=False) for s in SENTENCES]
    with open(out, "w", encoding="utf-8") as file:
        file.write('{"sentences": [\n' + ",\n".join(rows) + "\n]}\n")


if __name__ == "__main__":
    write_reference(*sys.argv[1:])
