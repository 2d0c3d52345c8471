"""The arithmetic of inference once more, in NumPy, operation by operation: what the C++ program has to
give for a model, to the bit. Slow and plain; writes the file that tests/language holds it against."""

import json

import numpy as np

from .features import MAX_CHARACTERS
from .lemmas import choose
from .parser import MAX_DISTANCE
from .trees import best_tree
from .vectors import quantise_rows

WORD_STEP, STATE_STEP, HIDDEN_STEP = np.float32(16), np.float32(128), np.float32(1024)

SENTENCES = [
    "Acme Holdings , the shipping group , owns 51 % of Northwind Ferries .",
    "The ministry banned imports of Chinese - owned apps on Tuesday , citing security concerns .",
    "“ We strongly condemn this attack , ” said Foreign Minister Ana Kowalczyk .",
    "SENATE VOTES TO BAN TIKTOK FROM GOVERNMENT PHONES",
    "Markets",
    "It is unclear whether Zorvex , whose parent Helion Energy was bought by Brightwater in 2019 , "
    "did n't know that its rivals had been sanctioned .",
]


def _fixed(x, step):
    return np.clip(np.rint(x * step), -32767, 32767).astype(np.int64)


def _bytes(x, step):
    return np.clip(np.rint(x * step), -128, 127).astype(np.int64)


def _relu_fixed(x):
    return _fixed(np.maximum(x, np.float32(0)), HIDDEN_STEP)


class _Layer:
    """y = W x + b over fixed-point x."""

    def __init__(self, weight, step, bias=None):
        codes, scales = quantise_rows(weight)
        self.codes, self.scales = codes.astype(np.int64), scales / step
        self.bias = np.zeros(len(scales), np.float32) if bias is None else bias

    def __call__(self, x):
        return (x @ self.codes.T).astype(np.float32) * self.scales + self.bias


def _rows(weight):
    codes, scales = quantise_rows(weight)
    return codes.astype(np.float32) * scales[:, None]


def _tanh(value):
    """The rational function of kernels-inl.h."""
    f = np.float32
    x = np.clip(value, f(-9), f(9))
    square = x * x
    top, bottom = np.full_like(x, f(1.31842350370448e-08)), np.full_like(x, f(7.702668085585174e-07))
    for a, b in ((2.0471839889069088e-05, 0.0003271386376582086), (0.0034865825437009335, 0.025841981172561646),
                 (0.13373197615146637, 0.4670649468898773), (0.9999998807907104, 1.0)):
        top, bottom = top * square + f(a), bottom * square + f(b)
    return x * top / bottom


def _sigmoid(x):
    half = np.float32(0.5)
    return _tanh(x * half) * half + half


def _sum(values):
    return np.cumsum(values)[-1]  # one after the other; np.sum adds in pairs


def _accumulate(start, a, b):
    """start + a[0] b[0] + a[1] b[1] + …, in this order."""
    for factor, row in zip(a, b):
        start = start + factor * row
    return start


class Reference:
    def __init__(self, parser, encoding, vectors, treebank, exceptions):
        self.exceptions, self.known = exceptions, encoding.known
        self.parser, self.features, self.vectors = parser, encoding.features, vectors
        self.w = {k: v.detach().float().numpy() for k, v in parser.state_dict().items()}
        self.treebank = _rows(self.w["treebank.weight"])[treebank]

    def _layer(self, name, step):
        return _Layer(self.w[name + ".weight"], step, self.w.get(name + ".bias"))

    def _filter_parts(self):
        characters = _rows(self.w["embedder.characters.weight"])
        weight = _rows(self.w["embedder.filters.weight"])
        narrow = characters.shape[1]
        return [_accumulate(np.zeros((len(characters), len(weight)), np.float32),
                            characters.T[:, :, None], weight[:, p * narrow:(p + 1) * narrow].T[:, None, :])
                for p in range(3)]

    def embed(self, forms):
        w, f = self.w, np.float32
        tables = {k: _rows(w[f"embedder.{k}.weight"]) for k in ("lexicon", "affixes")}
        vector_layer = _Layer(w["embedder.vector.weight"], f(1))
        spelling = _Layer(w["embedder.spelling.weight"], HIDDEN_STEP)
        left, middle, right = self._filter_parts()
        result = []
        for form in forms:
            vector, lexicon, affixes, codes = self.features._features(form)
            x = w["embedder.vector.bias"].copy()
            if vector:
                x = x + vector_layer(self.vectors.codes[vector - 1].astype(np.int64)) * self.vectors.scales[vector - 1]
            x = x + tables["lexicon"][lexicon]
            for row in affixes:
                x = x + tables["affixes"][row]
            codes, nothing = [c for c in codes if c], np.zeros_like(left[0])
            # The padding behind a form has a vector of its own; before it, and behind the longest, is nothing.
            before = [nothing] + [left[c] for c in codes[:-1]]
            behind = [right[c] for c in codes[1:]] + [right[0] if len(codes) < MAX_CHARACTERS else nothing]
            filters = [(a + middle[c]) + b for a, c, b in zip(before, codes, behind)]
            spelled = np.maximum(np.max(filters, 0) + w["embedder.filters.bias"], f(0))
            x = x + spelling(_fixed(spelled, HIDDEN_STEP))
            wide = x.astype(np.float64)
            mean = _sum(wide) / len(wide)
            factor = 1 / np.sqrt(_sum((wide - mean) * (wide - mean)) / len(wide) + 1e-5)
            result.append(((wide - mean) * factor).astype(f) * w["embedder.norm.weight"] + w["embedder.norm.bias"])
        return np.array(result)

    def encode(self, x):
        step = WORD_STEP
        for k in range(self.parser.config.layers):
            name, width = f"encoder.layers.{k}.", self.parser.config.width
            gates = self._layer(name + "input", step)(x)
            recurrent = self.w[name + "recurrent"]
            halves = [self._direction(gates[:, :4 * width], recurrent[0], width),
                      self._direction(gates[::-1, 4 * width:], recurrent[1], width)[::-1]]
            x, step = np.concatenate(halves, 1), STATE_STEP
        return x

    def _direction(self, gates, recurrent, width):
        layer, hidden, cell, states = _Layer(recurrent.T, STATE_STEP), None, None, []
        for g in gates:
            g = g if hidden is None else g + layer(hidden)
            i, f, o, z = (g[k * width:(k + 1) * width] for k in range(4))
            cell = _sigmoid(i) * _tanh(z) if hidden is None else _sigmoid(i) * _tanh(z) + _sigmoid(f) * cell
            hidden = _bytes(_sigmoid(o) * _tanh(cell), STATE_STEP)
            states.append(hidden)
        return np.array(states)

    def arcs(self, states, root):
        heads = np.maximum(self._layer("arc_head", STATE_STEP)(np.vstack([root, states])), np.float32(0))
        hidden = _relu_fixed(self._layer("arc_dependent", STATE_STEP)(states))
        queries = _Layer(self.w["arc_bilinear"].T, HIDDEN_STEP)(hidden)
        distances = self._layer("arc_distance", HIDDEN_STEP)(hidden)
        prior = _accumulate(np.zeros(len(heads), np.float32), _rows(self.w["arc_prior.weight"])[0], heads.T)
        scores = []
        for d in range(len(states)):
            start = prior + distances[d][[_distance_row(h, d + 1) for h in range(len(heads))]]
            scores.append(_accumulate(start, queries[d], heads.T))
        return np.array(scores)

    def analyse(self, forms):
        labels = self.parser.labels
        words = self.embed(forms)
        states = self.encode(_bytes(words + self.treebank, WORD_STEP))
        root = _fixed(self.w["root"], STATE_STEP)
        arcs = self.arcs(states, root)
        own = arcs.copy()
        own[np.arange(len(forms)), np.arange(1, len(forms) + 1)] = -1e9
        heads = best_tree(own)
        fixed = _bytes(words, WORD_STEP)
        context = self._layer("lemma_context", STATE_STEP)(states) + self._layer("lemma_word", WORD_STEP)(fixed)
        rules = self._layer("lemma_rule", HIDDEN_STEP)(_relu_fixed(context))
        upos = [labels.upos[k] for k in self._layer("upos", STATE_STEP)(states).argmax(1)]
        xpos = [labels.xpos[k] for k in self._layer("xpos", STATE_STEP)(states).argmax(1)]
        relations = self._relations(states, root, heads)
        return {"forms": forms, "words": fixed[:, ::16].tolist(), "states": states[:, ::32].tolist(),
                "arcs": [[float(a) for a in row] for row in arcs],
                "upos": upos,
                "xpos": xpos,
                "lemmas": [self.exceptions.get((f, u)) or choose(r, labels.rules, f, u, x, self.known)
                           for f, u, x, r in zip(forms, upos, xpos, rules)],
                "heads": [int(h) for h in heads], "relations": relations}

    def _relations(self, states, root, heads):
        of_head = self._layer("relation_head", STATE_STEP)(np.vstack([root, states]))[heads]
        distance = _rows(self.w["relation_distance.weight"])[
            [_distance_row(h, d) for d, h in enumerate(heads, 1)]]
        hidden = _relu_fixed((self._layer("relation_dependent", STATE_STEP)(states) + of_head) + distance)
        scores = self._layer("relation", HIDDEN_STEP)(hidden)
        root_label = self.parser.labels.deprel.index("root")
        scores[:, root_label] = np.where(heads == 0, np.float32(1e9), np.float32(-1e9))
        return [self.parser.labels.deprel[k] for k in scores.argmax(1)]


def _distance_row(head, dependent):
    return MAX_DISTANCE if head == 0 else int(np.clip(head - dependent, -MAX_DISTANCE, MAX_DISTANCE)) + MAX_DISTANCE


def write_reference(path, parser, encoding, vectors, treebank, exceptions):
    reference = Reference(parser, encoding, vectors, treebank, exceptions)
    sentences = [json.dumps(reference.analyse(s.split(" ")), ensure_ascii=False) for s in SENTENCES]
    with open(path, "w", encoding="utf-8") as out:
        out.write('{"sentences": [\n' + ",\n".join(sentences) + "\n]}\n")
