"""How good a joint reader is: trees on gold tokens, names by sentence, triggers and pointers of held-out claims."""

import numpy as np
import torch

from . import names_data as names
from .input import collate
from .verification import marked_states
from .trees import best_tree


@torch.no_grad()
def run(model, pieces, sentences, visit, size=64):
    """Calls visit(number, states of the words, collated input row) for each of the word lists."""
    model.eval()
    order = sorted(range(len(sentences)), key=lambda k: len(sentences[k]))
    for at in range(0, len(order), size):
        part = order[at:at + size]
        x = collate([pieces.sentence(sentences[k]) for k in part])
        states = model.encode(x.ids, x.cases, x.mask, x.first, x.last)
        for row, k in enumerate(part):
            n = len(sentences[k])
            visit(k, states[row:row + 1, :n])


def trees(model, encoding, pieces, treebank):
    """{"upos", "uas", "las"} in per cent, over all words."""
    hits, total = np.zeros(4), 0

    def visit(k, states):
        nonlocal total
        gold = [encoding.of(t) for t in treebank[k]]
        present = torch.ones(states.shape[:2], dtype=torch.bool)
        heads = best_tree(model.arcs(states, present)[0].numpy())
        upos = model.upos(states)[0].argmax(1).tolist()
        rules = model.lemmas(states)[0].argmax(1).tolist()
        relations = model.relations(states, torch.tensor([list(map(int, heads))]))[0].argmax(1).tolist()
        for g, u, l, h, r in zip(gold, upos, rules, heads, relations):
            hits[:] += (g[0] == u, g[3] == h, g[3] == h and g[4] == r, g[2] == l)
        total += len(gold)

    run(model, pieces, [[t.form for t in s] for s in treebank], visit)
    return dict(zip(("upos", "uas", "las", "rule"), (100 * hits / total).round(2)))


def name_f1(model, pieces, samples, kinds):
    found = gold = right = 0

    def visit(k, states):
        nonlocal found, gold, right
        tags = model.name_tags(model.name_scores(states)[0])
        ours = {s for s in names.spans_of(tags) if s[2] in kinds}
        theirs = {s for s in names.spans_of(names.gold_tags(samples[k])) if s[2] in kinds}
        found, gold, right = found + len(ours), gold + len(theirs), right + len(ours & theirs)

    run(model, pieces, [s.words for s in samples], visit)
    return round(100 * 2 * right / max(1, found + gold), 2)


@torch.no_grad()
def verified(model, pieces, items):
    """(logit, right) of every candidate."""
    model.eval()
    rows = []
    for item in items:
        if not item.candidates:
            continue
        logits = model.verifier(*marked_states(model, pieces, [(item, c) for c in item.candidates]))
        rows.extend(zip(logits.tolist(), [c.right for c in item.candidates]))
    return rows


@torch.no_grad()
def skimmed(model, pieces, items, recall=0.98):
    """Share of the words that are read on so that `recall` of the sentences in which the whole encoder is rather sure of a
    trigger are among them."""
    model.eval()
    rows = []
    for at in range(0, len(items), 64):
        part = items[at:at + 64]
        x = collate([pieces.sentence(i.words) for i in part])
        early = model.encoder.skim(x.ids, x.cases, x.mask)
        states = model.words_of(model.encoder.deep(early, x.mask), x.first, x.last)
        seen = model.trigger(states).sigmoid().amax(2).masked_fill(~x.present, 0).amax(1)
        rows += zip(model.skimmer(early, x.mask).tolist(), seen.tolist(), [len(i.words) for i in part])
    sure = sorted(r[0] for r in rows if r[1] > 0.4)
    if not sure:
        return None
    least = sure[int(len(sure) * (1 - recall))]
    return {"logit": round(least, 2), "words": round(sum(r[2] for r in rows if r[0] >= least) / sum(r[2] for r in rows), 3)}


def triggers(model, pieces, items, threshold=0.5):
    """Best F1 of the trigger words over thresholds, and how often subject and object pointers hit."""
    rows, pointed, positives = [], np.zeros(3), 0

    def visit(k, states):
        nonlocal positives
        item = items[k]
        scores = model.trigger(states)[0].sigmoid().numpy()
        gold = {(t.word - 1, t.relation) for t in item.triggers}
        positives += len(gold)
        for w in range(scores.shape[0]):
            for r in range(3):
                if (w, r) in gold or (w + 1 not in item.unknown and scores[w, r] > 0.02):
                    rows.append((scores[w, r], (w, r) in gold))
        if not gold:
            return
        present = torch.ones(states.shape[:2], dtype=torch.bool)
        s, o = (model.pointers(h, states, present)[0].argmax(1).tolist() for h in (model.subject, model.object))
        for t in item.triggers:
            pointed[:] += (s[t.word - 1] in t.subjects, o[t.word - 1] in t.objects, 1)

    run(model, pieces, [i.words for i in items], visit)
    rows.sort(reverse=True)
    best, right = (0, 0, 0, 0), 0
    for n, (score, hit) in enumerate(rows, 1):
        right += hit
        f1 = 2 * right / (n + positives)
        if f1 > best[0]:
            best = (f1, right / n, right / max(1, positives), score)
    return {"trigger f1/p/r/at": [round(float(b), 3) for b in best],
            "subject": round(pointed[0] / max(1, pointed[2]), 3), "object": round(pointed[1] / max(1, pointed[2]), 3)}
