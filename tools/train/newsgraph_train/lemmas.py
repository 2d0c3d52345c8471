"""Lemmas as edit rules, after Straka et al. (2019), "UDPipe at SIGMORPHON 2019": a rule cuts and adds
at both ends of the form and sets the case, so that a classifier over rules lemmatises unseen words."""

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from functools import lru_cache

import numpy as np

from .text import lower, normalise

# How much more a rule has to score (in nats) whose result is no known word.
UNKNOWN_PENALTY = np.float32(3)

LOWER, KEEP, TITLE, UPPER, WHOLE = "lower", "keep", "title", "upper", "whole"
VOWELS = "aeiou"


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


def may_use(rule, form, upos, xpos):
    """A proper noun that is written with a capital keeps one; only typographic marks give such marks
    (the parser sees them normalised and cannot tell "--" from a dash)."""
    proper = upos == "PROPN" or xpos in ("NNP", "NNPS")
    if rule[0] == LOWER:
        return not proper or lower(form) == form
    return rule[0] != WHOLE or rule[2] == normalise(rule[2]) or form != normalise(form)


def choose(scores, rules, form, upos, xpos, known):
    """The lemma by the best rule that the tags allow; `scores` of the rules. A rule that makes no word
    of `known` (in small letters) gives way to the next that does, if that scores nearly as much."""
    first = best = None
    for k in sorted(range(len(rules)), key=lambda k: -scores[k]):
        if first is not None and scores[k] < scores[first] - UNKNOWN_PENALTY:
            break
        if not may_use(rules[k], form, upos, xpos):
            continue
        lemma = apply_rule(rules[k], form)
        if lower(lemma) in known:
            return lemma
        if first is None:
            first, best = k, lemma
    return best or form


def _pattern(form, upos):
    case = form.isupper(), form[:1].isupper()
    return upos, lower(form)[-3:], case


def lemma_exceptions(tokens):
    """{(form, upos): lemma} of the forms that always have one lemma, which is not what most forms of
    their ending, case and part of speech do: "children", "NiMo", "km"."""
    lemmas, patterns = defaultdict(Counter), defaultdict(Counter)
    for t in tokens:
        if t.lemma != "_":
            lemmas[t.form, t.upos][t.lemma] += 1
            patterns[_pattern(t.form, t.upos)][rule_of(t.form, t.lemma)] += 1
    exceptions = {}
    for (form, upos), counts in lemmas.items():
        usual = patterns[_pattern(form, upos)].most_common(1)[0][0]
        lemma = next(iter(counts))
        if len(counts) == 1 and apply_rule(usual, form) != lemma:
            exceptions[form, upos] = lemma
    return exceptions


def past_forms(tokens, lemmas):
    """{(form, "VERB"): lemma} of the forms in -ed that `tokens` have of these verbs, and that are of no other: what rules
    look for by its lemma must not hang on how one sentence reads."""
    found = defaultdict(Counter)
    for t in tokens:
        if t.upos == "VERB" and t.form.isalpha() and t.form.lower().endswith("ed"):
            found[t.form.lower()][t.lemma] += 1
    return {(form, "VERB"): next(iter(counts)) for form, counts in found.items() if len(counts) == 1 and next(iter(counts)) in lemmas}


def regular_past(lemma):
    """Past forms that a regular verb may have: "blocked", "imposed", "denied", "barred"; "cancelled" and "canceled"."""
    if lemma.endswith("e"):
        return [lemma + "d"]
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return [lemma[:-1] + "ied"]
    single = len(lemma) > 2 and lemma[-1] not in VOWELS + "wxy" and lemma[-2] in VOWELS and lemma[-3] not in VOWELS
    syllables = len(re.findall(f"[{VOWELS}y]+", lemma))
    doubled = [lemma + lemma[-1] + "ed"] if single else []
    return doubled if doubled and syllables == 1 else doubled + [lemma + "ed"]


def verbs_of(schema):
    """The lemmas of verbs that a relation schema looks for."""
    lists = [value for key, value in schema.get("words", {}).items() if key.endswith("_verbs")]
    lists += [value.get("governors", []) for value in schema.get("words", {}).values() if isinstance(value, dict)]
    rules = [rule["lemmas"] for relation in schema["relations"] for rule in relation["triggers"] if rule.get("pos") == "verb"]
    return words_of(lists) | words_of(rules)


def words_of(value):
    """The single words in small letters of a JSON value, wherever they stand."""
    if isinstance(value, str):
        return {w for w in value.split() if w.isalpha() and w.islower()}
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {w for part in parts for w in words_of(part)}
