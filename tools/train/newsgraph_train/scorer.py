"""What decides whether a proposed claim is kept, and its probability: logistic regression over what the encoder says of
trigger, arguments and status, and over the rule that fired. Learned from documents whose claims the encoder was not taught."""

import json
import types
from pathlib import Path

import numpy as np


def load_score(path):
    """The functions of gold/score.py, which runs when it is imported: its last line is left out."""
    score = types.ModuleType("score")
    exec(Path(path).read_text(encoding="utf8").rsplit("main()", 1)[0], score.__dict__)  # pylint: disable=exec-used
    return score


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
