"""What decides whether a proposed claim is kept, and its probability: logistic regression over what the encoder says of
trigger, arguments and status, and over the rule that fired. Learned from documents whose claims the encoder was not taught."""

import importlib.util
import json

import numpy as np
import torch

from . import joint_evaluation as evaluation
from .joint import RELATIONS, STATUSES
from .joint_data import read_analysis

FLOOR = -9.0   # log-probabilities below are all alike
NEAR = 2       # words around the trigger where the encoder may see the claim stated


def load_score(path):
    """gold/score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_claims(path):
    by_document = {}
    for line in open(path, encoding="utf8"):
        claim = json.loads(line)
        by_document.setdefault(claim["document"]["id"], []).append(claim)
    return by_document


def label(score, claims, gold):
    """(right, repeats an earlier one, status right) of each claim of a document."""
    out, seen = [], set()
    for claim in claims:
        hits = [g for g in gold if g["relation"] == claim["relation"] and score.matches(claim["subject"], g["subject"])
                and score.matches(claim["object"], g["object"])]
        key = claim["relation"], claim["subject"]["name"], claim["object"]["name"]
        out.append((bool(hits), key in seen, any(g["status"] == claim["status"] for g in hits)))
        seen.add(key)
    return out


class Readings:
    """What the encoder says of every sentence of some documents."""

    def __init__(self, model, pieces, analysis, wanted):
        self.sentences = {}
        rows = [(d, k, s) for d, sentences in analysis.items() if wanted(d) for k, s in enumerate(sentences) if len(s.words) <= 150]
        words = [s.words for _, _, s in rows]

        def visit(n, states):
            d, k, s = rows[n]
            present = torch.ones(states.shape[:2], dtype=torch.bool)
            self.sentences.setdefault(d, []).append((s, {
                "trigger": model.trigger(states)[0].numpy(),
                "status": model.status(states)[0].log_softmax(1).numpy(),
                "subject": model.pointers(model.subject, states, present)[0].log_softmax(1).numpy(),
                "object": model.pointers(model.object, states, present)[0].log_softmax(1).numpy()}))

        evaluation.run(model, pieces, words, visit)

    def at(self, document, byte):
        for sentence, scores in self.sentences.get(document, []):
            if sentence.begins[0] <= byte < sentence.ends[-1]:
                return sentence, scores
        return None


def words_in(sentence, begin, end):
    return [i for i, (b, e) in enumerate(zip(sentence.begins, sentence.ends)) if b < end and e > begin]


def encoder_features(claim, readings):
    reading = readings.at(claim["document"]["id"], claim["trigger"]["start"])
    if reading is None:
        return None
    sentence, scores = reading
    relation = RELATIONS.index(claim["relation"])
    at = words_in(sentence, claim["trigger"]["start"], claim["trigger"]["end"])
    if not at:
        return None
    near = range(max(0, at[0] - NEAR), min(len(sentence.words), at[-1] + NEAR + 1))
    trigger = scores["trigger"]
    word = max(near, key=lambda i: trigger[i, relation])
    best = int(trigger[:, relation].argmax())
    out = {"here": trigger[at[0], relation], "near": trigger[word, relation], "sentence": trigger[best, relation],
           "other": max(trigger[i, r] for i in near for r in range(3) if r != relation)}
    status = STATUSES.index(claim["status"])
    out["status"] = max(scores["status"][i, status] for i in (at[0], word))
    for role in ("subject", "object"):
        argument = claim[role]
        spots = words_in(sentence, argument["start"], argument["end"]) if argument.get("end", 0) > argument.get("start", 0) else []
        inside = bool(spots) and argument["start"] >= sentence.begins[0]
        columns = [i + 1 for i in spots] if inside else [0]
        for name, w in (("", word), (" best", best)):
            out[role + name] = max(FLOOR, max(scores[role][w, c] for c in columns))
        out[role + " outside"] = float(not inside)
    return {k: float(np.clip(v, FLOOR, 12)) for k, v in out.items()}


def rule_features(claim):
    """What the rules know, as indicators."""
    kind = claim["rule"].split(":")[0]
    out = {"rule " + kind: 1.0, "is " + claim["relation"]: 1.0, "status " + claim["status"]: 1.0,
           "rule odds": float(np.log(claim["confidence"] / (1 - claim["confidence"] + 1e-6)))}
    for role in ("subject", "object"):
        out[f"{role} type {claim[role]['type']}"] = 1.0
        out[f"{role} named"] = float(claim[role]["named"])
        out[f"{role} pronoun"] = float(claim[role]["text"].lower() in ("it", "he", "she", "they", "its", "his", "their", "them", "him", "her", "who", "which", "that"))
    out["speaker"] = float(bool(claim.get("speaker")))
    return out


def fit(rows, labels, weights=None, l2=1.0, steps=60):
    """Weights of a logistic regression by Newton's method; the last is the constant."""
    x = np.hstack([rows, np.ones((len(rows), 1))])
    y, s = np.asarray(labels, float), np.ones(len(rows)) if weights is None else np.asarray(weights, float)
    w = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], l2)
    ridge[-1] = 1e-6
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (s * (p - y)) + ridge * w
        hessian = (x * (s * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return w


def area(scores, labels):
    """Under the ROC curve."""
    order = np.argsort(scores)
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    y = np.asarray(labels, bool)
    if y.all() or not y.any():
        return float("nan")
    return (ranks[y].sum() - y.sum() * (y.sum() + 1) / 2) / (y.sum() * (~y).sum())
