"""What the joint reader learns from: treebanks with names, named entities, annotated claims and invented sentences."""

import json
import random as random_module
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from . import names_data as names
from .conllu import read_conllu
from .held_out import article_part
from .invented import LEGAL_FORMS, TRADES, Inventor, invented_sentence, parse_templates, replace_words
from .joint import RELATIONS, SOURCES, STATUSES, Labels
from .lemmas import learn_rules
from .names_case import titled
from .scorer import read_claims as read_proposals
from .verification import MOST_BEFORE, Marked, name_words

LONGEST = 100  # words; longer sentences are left out


@dataclass
class Trigger:
    """A word that states a claim; positions count from 1, 0 where the argument is not in the sentence."""
    word: int
    relation: int
    status: int
    subjects: list
    objects: list
    # Of each subject, and each object: its words in the sentence (0-based, none where it is elsewhere) and its answers.
    subject_mentions: list = field(default_factory=list)
    object_mentions: list = field(default_factory=list)


@dataclass
class Item:
    """A sentence and what is known of it; None where a layer is not annotated."""
    words: list
    tokens: list = None    # conllu.Token
    masks: list = None     # allowed tags of names, a word each
    source: int = 0
    triggers: list = None
    # Words whose triggers are unknown (1-based): the document states the same elsewhere.
    unknown: frozenset = frozenset()
    document: str = ""
    # Claims that the program proposed, as verification.Marked.
    candidates: list = field(default_factory=list)
    # Of claims' sentences, by the program: the word (0-based) that each depends on, -1 for the root, and its part of speech.
    heads: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    before: list = field(default_factory=list)       # the last words of the sentence before
    name_pool: list = field(default_factory=list)    # names of the document that are somebody's answers


def read_trees(folder):
    """Treebank sentences with their names."""
    ud, ner = Path(folder) / "ud", Path(folder) / "ner"
    out = []
    uner = defaultdict(list)
    for sample in names.read_uner(ner / "uner_ewt-train.iob2", ud / "en_ewt-train.conllu"):
        uner[tuple(sample.words)].append(sample)
    for tokens in read_conllu(ud / "en_ewt-train.conllu"):
        words = [t.form for t in tokens]
        marked = uner.get(tuple(words))
        out.append(Item(words, tokens, marked[0].masks if marked else None, SOURCES.index("uner")))
    gum = names.read_gum(ud / "en_gum_open-train.conllu")
    for tokens, sample in zip(read_conllu(ud / "en_gum_open-train.conllu"), gum, strict=True):
        out.append(Item(sample.words, tokens, sample.masks, SOURCES.index("gum")))
    return [i for i in out if len(i.words) <= LONGEST]


def read_names(folder, news=2):
    """Sentences with names only; the news `news` times."""
    ner = Path(folder) / "ner"
    articles = [s for s in names.read_wikinews(ner) if article_part(s.document) == "train"]
    samples = articles * news + names.read_wikigold(ner / "wikigold.conll") + names.read_wnut(ner / "wnut17-train.conll")
    return [Item(s.words, None, s.masks, s.source, document=s.document) for s in samples if len(s.words) <= LONGEST]


def learn_labels(trees):
    """The classes that the treebank items have; rare ones are left out."""
    tokens = [t for i in trees for t in i.tokens]

    def column(values, minimum=1):
        unique, counts = np.unique(values, return_counts=True)
        return [str(u) for u, n in zip(unique, counts) if n >= minimum and u != "_"]

    return Labels(column([t.upos for t in tokens]), column([t.xpos for t in tokens], 5),
                  column([t.deprel for t in tokens]), learn_rules([t for t in tokens if t.lemma != "_"]))


# ---- annotated claims ----

CAPITAL = re.compile(r"[A-ZÀ-Þ]")
NAME_LINKS = names.GUM_LINKS | {"–", ".", ","}
ALL_KINDS = range(7)


@dataclass
class Sentence:
    """As the program split it: byte ranges of the tokens in the text, heads from 1."""
    words: list
    begins: list
    ends: list
    heads: list
    upos: list


def read_analysis(path):
    """{document id: [Sentence]} of what `newsgraph analyze` wrote."""
    documents, current, document = {}, [], None
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            document = line.split("=", 1)[1].strip()
            documents[document] = []
        elif not line:
            if current:
                documents[document].append(_sentence(current))
            current = []
        elif line[0].isdigit():
            row = line.split("\t")
            if row[0].isdigit():
                current.append(row)
    if current:
        documents[document].append(_sentence(current))
    return documents


def _sentence(rows):
    ranges = [re.search(r"TokenRange=(\d+):(\d+)", r[9]).groups() for r in rows]
    return Sentence([r[1] for r in rows], [int(a) for a, _ in ranges], [int(b) for _, b in ranges],
                    [int(r[6]) for r in rows], [r[3] for r in rows])


def _find_all(text, part):
    """Byte ranges of the whole-word occurrences of `part` in `text` (both bytes)."""
    out, at = [], text.find(part)
    while at >= 0:
        before, after = text[at - 1:at], text[at + len(part):at + len(part) + 1]
        if not (before.isalnum() and part[:1].isalnum()) and not (after.isalnum() and part[-1:].isalnum()):
            out.append((at, at + len(part)))
        at = text.find(part, at + 1)
    return out


def _tokens_in(sentence, begin, end):
    return [i for i, (b, e) in enumerate(zip(sentence.begins, sentence.ends)) if b < end and e > begin]


def _head(sentence, tokens):
    """The token whose head lies outside."""
    inside = set(tokens)
    for i in tokens:
        if sentence.heads[i] - 1 not in inside and sentence.upos[i] not in ("PUNCT", "DET"):
            return i
    return tokens[-1]


def _looks_like_organization(answers):
    words = [w for a in answers for w in a.replace(",", " ").split()]
    return any(w in LEGAL_FORMS for w in words) or any(w in TRADES for a in answers for w in a.split()[1:])


def _kinds(claim, role):
    answers = claim[role]
    if _looks_like_organization(answers):
        return (names.ORGANIZATION,)
    if claim["relation"] != "owns":
        return ALL_KINDS
    if role == "object":
        return (names.ORGANIZATION, names.PRODUCT, names.PLACE, names.WORK)
    return (names.ORGANIZATION, names.PERSON, names.PLACE, names.GROUP)


def _name_tokens(sentence, tokens):
    """Those of `tokens` that can be one name, or nothing."""
    words = sentence.words
    while tokens and words[tokens[0]].lower() in ("the", "a", "an") or tokens and words[tokens[0]].lower().rstrip(".") in names.TITLES:
        tokens = tokens[1:]
    while tokens and words[tokens[-1]] in ("'s", "’s", "."):
        tokens = tokens[:-1]
    if not tokens or not CAPITAL.match(words[tokens[0]]) or not CAPITAL.match(words[tokens[-1]]):
        return []
    if any(not CAPITAL.match(words[i]) and words[i].lower() not in NAME_LINKS for i in tokens):
        return []
    if all(sentence.upos[i] not in ("PROPN", "X") for i in tokens) or words[tokens[0]] in names.CALENDAR:
        return []
    return tokens


def claim_items(document, gold, sentences, source=SOURCES.index("claims")):
    """Items of one document."""
    text = (document["title"] + "\n\n" + document["text"] if document.get("title") else document["text"]).encode()
    items = [Item(s.words, None, [names.ANY] * len(s.words), source, [], frozenset(), document["id"]) for s in sentences]
    pool = sorted({answer for claim in gold for role in ("subject", "object") for answer in claim[role] if CAPITAL.match(answer)})
    for k, item in enumerate(items):
        item.heads, item.upos = [h - 1 for h in sentences[k].heads], sentences[k].upos
        item.before = sentences[k - 1].words[-MOST_BEFORE:] if k else []
        item.name_pool = pool
    for item, s in zip(items, sentences):
        item.masks = [names.ANY if CAPITAL.match(w) or w[:1].isdigit() else names.OUTSIDE | sum(
            1 << t for t in range(2, names.TAG_COUNT, 2)) for w in s.words]
    _mark_names(text, gold, sentences, items)
    stated = defaultdict(dict)
    for claim in gold:
        _mark_trigger(text, claim, sentences, stated)
    for (k, word, relation), trigger in stated.items():
        items[k].triggers.append(trigger)
    _mark_unknown(text, gold, sentences, items)
    return items


def _mark_names(text, gold, sentences, items):
    wanted = {}
    for claim in gold:
        for role in ("subject", "object"):
            kinds = set(_kinds(claim, role))
            for name in {claim[role + "_text"], *claim[role]}:
                if CAPITAL.search(name):
                    wanted[name] = wanted.get(name, kinds) & kinds or kinds
    taken = set()
    for name in sorted(wanted, key=lambda n: (-len(n), n)):
        for begin, end in _find_all(text, name.encode()):
            for k, s in enumerate(sentences):
                tokens = _tokens_in(s, begin, end) if s.begins[0] < end and s.ends[-1] > begin else []
                tokens = _name_tokens(s, tokens)
                if not tokens or any((k, i) in taken for i in tokens):
                    continue
                taken |= {(k, i) for i in tokens}
                items[k].masks[tokens[0]] = names.begins(wanted[name])
                for i in tokens[1:]:
                    items[k].masks[i] = names.insides(wanted[name])
                after = tokens[-1] + 1
                if after < len(items[k].masks):  # the name ends here
                    items[k].masks[after] &= ~names.insides(ALL_KINDS) or names.OUTSIDE
                    items[k].masks[after] |= names.OUTSIDE if not items[k].masks[after] else 0


def _mark_trigger(text, claim, sentences, stated):
    begin = text.find(claim["evidence"].encode())
    if begin < 0:
        return
    inside = claim["evidence"].encode().find(claim["trigger"].encode())
    if inside < 0:
        return
    begin += inside
    end = begin + len(claim["trigger"].encode())
    for k, s in enumerate(sentences):
        tokens = _tokens_in(s, begin, end)
        if not tokens:
            continue
        word = _head(s, tokens) + 1
        relation, status = RELATIONS.index(claim["relation"]), STATUSES.index(claim["status"])
        trigger = stated.setdefault((k, word, relation), Trigger(word, relation, status, [], []))
        for role, where, mentions in (("subject", trigger.subjects, trigger.subject_mentions),
                                      ("object", trigger.objects, trigger.object_mentions)):
            spot, mention = _nearest(text, claim[role + "_text"].encode(), s, begin)
            if spot not in where:
                where.append(spot)
                mentions.append((mention, claim[role]))
        return


def _nearest(text, part, sentence, begin):
    """(head, counted from 1, words) of the occurrence that is nearest to the trigger; (0, []) where the sentence has none."""
    best, distance = (0, []), None
    for b, e in _find_all(text, part):
        tokens = _tokens_in(sentence, b, e)
        if tokens and (distance is None or abs(b - begin) < distance):
            best, distance = (_head(sentence, tokens) + 1, tokens), abs(b - begin)
    return best


def _mark_unknown(text, gold, sentences, items):
    """A pair is annotated once a document: other sentences with both names are no negatives."""
    for claim in gold:
        parties = []
        for role in ("subject", "object"):
            spots = [r for n in {claim[role + "_text"], *claim[role]} if CAPITAL.search(n) for r in _find_all(text, n.encode())]
            parties.append({k for k, s in enumerate(sentences) for b, e in spots if s.begins[0] < e and s.ends[-1] > b})
        for k in parties[0] & parties[1]:
            if not items[k].triggers:
                items[k].unknown = frozenset(range(1, len(items[k].words) + 1))


def _candidate(claim, right, sentence):
    """A proposed claim, or nothing where its trigger is not in the sentence."""
    trigger = _tokens_in(sentence, claim["trigger"]["start"], claim["trigger"]["end"])
    spans, given = [], []
    for role in ("subject", "object"):
        begin, end = claim[role]["start"], claim[role]["end"]
        inside = end > begin >= sentence.begins[0] and end <= sentence.ends[-1]
        spans.append(_tokens_in(sentence, begin, end) if inside else [])
        given.append(name_words(claim[role]["name"], [sentence.words[w] for w in spans[-1]]))
    return Marked(RELATIONS.index(claim["relation"]), trigger, *spans, *given, right) if trigger else None


def _is_named_otherwise(candidate, item):
    """A claim that is stated there, word for word, though the program's name for somebody is none of the answers, and that
    name does not stand in front: nobody could tell from the words that it is wrong."""
    if candidate.right or candidate.subject_name or candidate.object_name:
        return False
    return any(t.relation == candidate.relation and t.word - 1 in candidate.trigger
               and any(s - 1 in candidate.subject for s in t.subjects) and any(o - 1 in candidate.object for o in t.objects)
               for t in item.triggers)


def add_candidates(items, trees, gold, proposals, score):
    """What the program proposed (its claims, by document) as candidates of the items; right where the gold has it."""
    for document, claims in proposals.items():
        sentences = trees.get(document, [])
        for claim in claims:
            right = any(g["relation"] == claim["relation"] and score.matches(claim["subject"], g["subject"])
                        and score.matches(claim["object"], g["object"]) for g in gold.get(document, []))
            for k, sentence in enumerate(sentences):
                if sentence.begins[0] <= claim["trigger"]["start"] < sentence.ends[-1] and (document, k) in items:
                    candidate = _candidate(claim, right, sentence)
                    if candidate and not _is_named_otherwise(candidate, items[document, k]):
                        items[document, k].candidates.append(candidate)


def read_claims(folder, analysis, parts=("current_events", "wikinews", "written"), proposed=None, score=None):
    """{part: [Item]}; `analysis` holds PART.conllu by `newsgraph analyze`, `proposed` PART.claims.jsonl by
    `newsgraph claims` with a scorer that keeps everything."""
    out = {}
    for part in parts:
        gold = {r["id"]: r["claims"] for r in map(json.loads, open(Path(folder) / f"{part}.gold.jsonl", encoding="utf8"))}
        trees = read_analysis(Path(analysis) / f"{part}.conllu")
        out[part], numbered = [], {}
        for line in open(Path(folder) / f"{part}.docs.jsonl", encoding="utf8"):
            document = json.loads(line)
            items = claim_items(document, gold.get(document["id"], []), trees.get(document["id"], []))
            numbered.update({(document["id"], k): item for k, item in enumerate(items)})
            out[part] += items
        if proposed:
            proposals = read_proposals(Path(proposed) / f"{part}.claims.jsonl")
            add_candidates(numbered, trees, gold, proposals, score)
        out[part] = [i for i in out[part] if len(i.words) <= LONGEST]
    return out


# ---- noise ----

class Noise:
    """Headlines, capitals, small letters, missing full stops, and names that nobody has seen."""

    def __init__(self, inventor, common, seed):
        self.random, self.inventor, self.common = random_module.Random(seed), inventor, common

    def __call__(self, item):
        if item.masks and self.random.random() < 0.4:
            item = self._renamed(item)
        words = item.words
        draw = self.random.random()
        if draw < 0.04:
            words = titled(words)
        elif draw < 0.055:
            words = [w.upper() for w in words]
        elif draw < 0.065:
            words = [w.lower() for w in words]
        item = replace(item, words=words)
        return item

    def _renamed(self, item):
        """With other words in the names of the sentence, the same ones wherever else the item has them."""
        changed = replace_words(item.words, item.masks, self.inventor, self.common, 0.8)
        new = {a: b for a, b in zip(item.words, changed) if a != b}
        words = [new.get(w, w) for w in item.words]
        text = lambda name: " ".join(new.get(w, w) for w in name.split())
        of_names = lambda mentions: [(span, [text(a) for a in answers]) for span, answers in mentions]
        return replace(
            item, words=words, before=[new.get(w, w) for w in item.before], name_pool=[text(n) for n in item.name_pool],
            triggers=item.triggers and [replace(t, subject_mentions=of_names(t.subject_mentions),
                                                object_mentions=of_names(t.object_mentions)) for t in item.triggers],
            candidates=[replace(c, subject_name=tuple(new.get(w, w) for w in c.subject_name),
                                object_name=tuple(new.get(w, w) for w in c.object_name)) for c in item.candidates])


def common_words(items, minimum=3):
    counts = Counter(w for i in items for w in i.words if w.islower())
    return {w for w, n in counts.items() if n >= minimum}


def given_names(path):
    data = json.load(open(path, encoding="utf8"))
    return {w for key, value in data.items() if isinstance(value, list) for line in value for w in line.split()}


def invented_items(inventor, count):
    templates = parse_templates()
    return [Item(*_swap(invented_sentence(inventor, templates))) for _ in range(count)]


def _swap(pair):
    words, masks = pair
    return words, None, masks, SOURCES.index("invented")


def make_inventor(items, given, seed=1):
    return Inventor([i for i in items if i.masks], given, seed)
