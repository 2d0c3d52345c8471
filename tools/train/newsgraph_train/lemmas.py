"""Lemmas as edit rules, after Straka et al. (2019), "UDPipe at SIGMORPHON 2019": a rule cuts and adds
at both ends of the form and sets the case, so that a classifier over rules lemmatises unseen words."""

from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from .text import lower, normalise

LOWER, KEEP, TITLE, UPPER, WHOLE = "lower", "keep", "title", "upper", "whole"


def _edits(source, target):
    """(cut, add) at the front and at the back that turn source into target, or None."""
    match = SequenceMatcher(None, source, target, autojunk=False).find_longest_match(
        0, len(source), 0, len(target))
    if match.size == 0:
        return None
    return (match.a, target[:match.b], len(source) - match.a - match.size, target[match.b + match.size:])


def _cased(case, text):
    if case == LOWER:
        return lower(text)
    if case == TITLE:
        return text[:1].upper() + lower(text[1:])
    return text.upper() if case == UPPER else text


@lru_cache(maxsize=None)
def rule_of(form, lemma):
    """The rule (case, cut front, add front, cut back, add back) that makes lemma from form."""
    form = normalise(form)
    low = lower(lemma)
    edits = _edits(lower(form), low)
    if edits is None:
        return (WHOLE, 0, lemma, 0, "")
    for case in (LOWER, KEEP, TITLE, UPPER):
        rule = (case, *edits) if case != KEEP else (case, *(_edits(form, lemma) or edits))
        if apply_rule(rule, form) == lemma:
            return rule
    return (WHOLE, 0, lemma, 0, "")


def apply_rule(rule, form):
    """The lemma; the form in lower case where the form is too short for the rule."""
    case, front, add_front, back, add_back = rule
    if case == WHOLE:
        return add_front
    form = normalise(form)
    text = form if case == KEEP else lower(form)
    if front + back > len(text):
        return lower(form)
    return _cased(case, add_front + text[front:len(text) - back] + add_back)


def learn_rules(tokens, minimum=3):
    """The rules worth a class, most frequent first; the first one changes nothing but case."""
    counts = Counter(rule_of(t.form, t.lemma) for t in tokens)
    return [rule for rule, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= minimum]
