"""Accuracy on gold tokens, in per cent of the words."""

from collections import Counter

import torch

from .batches import batches, collate
from .lemmas import choose
from .trees import best_tree


def predict(parser, tensors, batch):
    """numpy arrays (upos, xpos, scores of the lemma rules, heads, deprels) of a batch."""
    with torch.no_grad():
        words, states = parser.encode(tensors, batch.words, batch.treebank)
        scores = parser.arcs(states).numpy()
        heads = torch.tensor([best_tree(s).tolist() for s in scores])
        relations = _roots_only_at_the_root(parser, parser.relations(states, heads), heads)
        upos, xpos, deprels = (x.argmax(2).numpy() for x in (parser.upos(states), parser.xpos(states), relations))
    return upos, xpos, parser.lemmas(words, states).detach().numpy(), heads.numpy(), deprels


def _roots_only_at_the_root(parser, scores, heads):
    root = parser.labels.deprel.index("root")
    is_root = (heads == 0).unsqueeze(2)
    column = (torch.arange(scores.shape[2]) == root).expand(scores.shape)
    return scores.masked_fill(column != is_root, -1e9)


def evaluate(parser, encoding, sentences, treebank=None, tokens=2000, exceptions=None):
    """{measure: per cent}; `treebank` overrides that of the sentences, `exceptions` are those of lemmas.py."""
    parser.eval()
    encoded = [encoding.sentence(tokens_, t if treebank is None else treebank) for tokens_, t in sentences]
    tensors, counts = encoding.features.tensors(), Counter()
    for members in batches([len(s.words) for s in encoded], tokens):
        found = predict(parser, tensors, collate([encoded[i] for i in members]))
        for row, i in enumerate(members):
            _count(counts, parser.labels, sentences[i][0], [column[row] for column in found], exceptions or {},
                   encoding.known)
    parser.train()
    return {k: 100 * counts[k] / counts["words"] for k in ("upos", "xpos", "lemma", "uas", "las", "las_main")}


def _count(counts, labels, tokens, found, exceptions, known):
    for t, upos, xpos, rules, head, deprel in zip(tokens, *found):
        upos, xpos, deprel = labels.upos[upos], labels.xpos[xpos], labels.deprel[deprel]
        lemma = exceptions.get((t.form, upos)) or choose(rules, labels.rules, t.form, upos, xpos,
                                                            known)
        counts["words"] += 1
        counts["upos"] += upos == t.upos
        counts["xpos"] += xpos == t.xpos
        counts["lemma"] += t.lemma == "_" or lemma == t.lemma
        counts["uas"] += head == t.head
        counts["las"] += head == t.head and deprel == t.deprel
        counts["las_main"] += head == t.head and deprel.split(":")[0] == t.deprel.split(":")[0]


def show(measures):
    return " ".join(f"{k} {v:.2f}" for k, v in measures.items())
