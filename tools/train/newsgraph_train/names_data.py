"""The name corpora, brought to one label set by partial labels.

Each token carries a bit mask of the tags that its source allows there. Where a source does not
annotate a type, a capitalised word that it leaves unmarked may still be a name of that type, so its
mask holds these tags beside O; training sums over all tag sequences within the masks.
"""

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from . import names_tokens

TYPES = ("person", "organization", "place", "product", "group", "event", "work")
PERSON, ORGANIZATION, PLACE, PRODUCT, GROUP, EVENT, WORK = range(7)
TAG_COUNT = 1 + 2 * len(TYPES)  # O, then B and I of each type
OUTSIDE = 1
ANY = (1 << TAG_COUNT) - 1

# Never names by themselves, and titles that are no part of a person's name.
CALENDAR = frozenset(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul "
    "Aug Sep Sept Oct Nov Dec Jan. Feb. Aug. Sept. Oct. Nov. Dec. Monday Tuesday Wednesday Thursday Friday Saturday "
    "Sunday Mon Tue Wed Thu Fri Sat Sun AM PM am pm a.m. p.m. I".split())
TITLES = frozenset(
    "mr mrs ms dr prof professor president senator sen rep representative gov governor general gen colonel col captain "
    "capt sergeant lieutenant lt admiral major judge justice chancellor minister secretary mayor mathematician sir "
    "lady lord king queen prince princess pope reverend rev".split())

SOURCES = ("news", "uner", "gum", "wikigold", "wnut")


def begin_tag(kind):
    return 1 + 2 * kind


def begins(kinds):
    return sum(1 << begin_tag(k) for k in kinds)


def insides(kinds):
    return sum(1 << (begin_tag(k) + 1) for k in kinds)


def unmarked(kinds):
    """O, or a name of one of the kinds that the source does not annotate."""
    return OUTSIDE | begins(kinds) | insides(kinds)


@dataclass
class Sample:
    words: list
    masks: list  # of allowed tags, a token each
    source: int
    document: str = ""
    spans: list = field(default_factory=list)  # character ranges, where the text is known
    grammar: list = field(default_factory=list)  # (tag, relation) of each token, where a treebank has them


def spans_of(tags):
    """Tag numbers to (first, last, kind)."""
    out = []
    for i, tag in enumerate(tags):
        if tag and tag % 2 == 1:
            out.append([i, i, tag // 2])
        elif tag and out and out[-1][1] == i - 1 and out[-1][2] == tag // 2 - 1:
            out[-1][1] = i
    return [tuple(s) for s in out]


def gold_tags(sample):
    """The tags of a sample whose masks leave no choice."""
    return [mask.bit_length() - 1 for mask in sample.masks]


def _mark(masks, first, last, kinds):
    masks[first] = begins(kinds)
    for i in range(first + 1, last + 1):
        masks[i] = insides(kinds)


def _conllu(path):
    """Yields (document id, rows) of a CoNLL-U or IOB2 file with numbered tokens."""
    document, rows = "", []
    with open(path, encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id"):
                document = line.split("=", 1)[1].strip()
            elif not line:
                if rows:
                    yield document, rows
                rows = []
            elif line[0].isdigit():
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)
    if rows:
        yield document, rows


def _grammar(rows):
    return [(r[4], r[7].split(":")[0]) for r in rows]


def _iob_spans(labels):
    """(first, last, label) of B-/I- labels; an I- that nothing begins starts a span (IOB1)."""
    out = []
    for i, label in enumerate(labels):
        if label == "O" or "-" not in label:
            continue
        head, kind = label.split("-", 1)
        joins = out and out[-1][1] == i - 1 and out[-1][2] == kind
        if head == "I" and joins:
            out[-1][1] = i
        else:
            out.append([i, i, kind])
    return out


UNER_KINDS = {"PER": (PERSON,), "ORG": (ORGANIZATION,), "LOC": (PLACE,), "OTH": (GROUP, PRODUCT, EVENT, WORK)}


def read_uner(path, treebank=None):
    """Universal NER on EWT. `treebank` is the CoNLL-U file of the same sentences: its tags tell which
    unmarked words may be names of a type that this corpus leaves out."""
    tags = {}
    if treebank:
        for document, rows in _conllu(treebank):
            tags.setdefault((document, " ".join(r[1] for r in rows)), rows)
    out = []
    for document, rows in _conllu(path):
        words = [r[1] for r in rows]
        parsed = tags.get((document, " ".join(words)))
        upos = [r[3] for r in parsed] if parsed else None
        masks = []
        for i, word in enumerate(words):
            if not upos or not word[:1].isupper() or word in CALENDAR:
                masks.append(OUTSIDE)
            elif upos[i] == "PROPN":
                masks.append(unmarked((PRODUCT, GROUP, EVENT, WORK)))
            else:
                masks.append(unmarked((GROUP,)) if upos[i] in ("ADJ", "NOUN") else OUTSIDE)
        for first, last, label in _iob_spans([r[2] for r in rows]):
            if label in UNER_KINDS:
                _mark(masks, first, last, UNER_KINDS[label])
            elif label == "O":
                masks[first:last + 1] = [OUTSIDE] * (last + 1 - first)
        out.append(Sample(words, masks, SOURCES.index("uner"), document, grammar=_grammar(parsed or [])))
    return out


def _columns(path, label_column):
    words, labels = [], []
    with open(path, encoding="utf8") as lines:
        for line in lines:
            row = line.split()
            if not row or row[0] == "-DOCSTART-":
                if words:
                    yield words, labels
                words, labels = [], []
            else:
                words.append(row[0])
                labels.append(row[label_column] if len(row) > label_column else "O")
    if words:
        yield words, labels


def _split_hyphens(words, masks):
    """Cuts hyphenated words as EWT does; a name goes on over its parts."""
    out_words, out_masks = [], []
    for word, mask in zip(words, masks):
        parts = [word]
        if "-" in word[1:-1] and not names_tokens.KEEP_HYPHEN.match(word):
            parts = [p for p in names_tokens.SPLIT_HYPHEN.split(word) if p]
        out_words += parts
        inside = mask & OUTSIDE | sum(1 << t for t in range(2, TAG_COUNT, 2) if mask >> t - 1 & 3)
        out_masks += [mask] + [inside] * (len(parts) - 1)
    return out_words, out_masks


def read_wikigold(path):
    kinds = {"PER": (PERSON,), "ORG": (ORGANIZATION,), "LOC": (PLACE,), "MISC": (GROUP, PRODUCT, EVENT, WORK)}
    out = []
    for words, labels in _columns(path, 1):
        masks = [OUTSIDE] * len(words)
        for first, last, label in _iob_spans(labels):
            _mark(masks, first, last, kinds[label])
        out.append(Sample(*_split_hyphens(words, masks), SOURCES.index("wikigold")))
    return out


def read_wnut(path):
    kinds = {"person": (PERSON,), "location": (PLACE,), "corporation": (ORGANIZATION,), "product": (PRODUCT,),
             "creative-work": (WORK,), "group": (ORGANIZATION, GROUP)}
    out = []
    for words, labels in _columns(path, 1):
        masks = [OUTSIDE] * len(words)
        for i, word in enumerate(words):
            if word[0].isupper() and word.lower().endswith(("an", "ish", "ese")):
                masks[i] = unmarked((GROUP,))
        for first, last, label in _iob_spans(labels):
            if label in kinds:
                _mark(masks, first, last, kinds[label])
        out.append(Sample(words, masks, SOURCES.index("wnut")))
    return out


# GUM's entity types and the name types that a named entity of that type can have.
GUM_KINDS = {"organization": (ORGANIZATION,), "place": (PLACE,), "object": (PRODUCT, WORK),
             "event": (EVENT,), "abstract": (WORK, GROUP, PRODUCT, ORGANIZATION, EVENT)}
GUM_LINKS = frozenset(("of", "the", "and", "for", "de", "la", "-", "&", "'s", "del", "von", "van"))


def _gum_entities(rows):
    """(first, last, type, head range, linked) of every entity mention of a sentence."""
    open_spans, out = defaultdict(list), []
    for i, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        if not match:
            continue
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", match.group(1)):
            if part[0] == "(":
                fields = part.strip("()").split("-")
                open_spans[fields[0]].append((i, fields))
            if part[-1] == ")":
                key = part.strip("()").split("-")[0]
                if open_spans[key]:
                    first, fields = open_spans[key].pop()
                    heads = [int(x) for x in fields[5].split(",") if x.isdigit()] if len(fields) > 5 else []
                    out.append((first, i, fields[1], heads, len(fields) > 7))
    return out


def _gum_name(rows, first, heads):
    """The part of a mention that is its name, or nothing where that is unclear."""
    if not heads:
        return None
    begin, end = first + min(heads) - 1, first + max(heads) - 1
    while begin < end and (rows[begin][3] == "DET" or rows[begin][1].lower().rstrip(".") in TITLES):
        begin += 1
    inner = rows[begin:end + 1]
    if not inner or not any(r[3] == "PROPN" for r in inner):
        return None
    good = all(r[3] in ("PROPN", "NUM") or r[1][:1].isupper() or r[1].lower() in GUM_LINKS for r in inner)
    return (begin, end) if good else None


def read_gum(path):
    """UD GUM: mentions whose head is a proper noun are names; the rest is left open where it is capitalised."""
    out = []
    for document, rows in _conllu(path):
        masks = []
        for row in rows:
            if row[1] in CALENDAR or row[1].lower().rstrip(".") in TITLES:
                masks.append(OUTSIDE)
            elif row[3] == "PROPN":
                masks.append(ANY)
            elif row[1][:1].isupper() and row[3] == "ADJ":
                masks.append(unmarked(range(7)))
            elif row[1][:1].isupper() and row[3] in ("NOUN", "NUM"):
                masks.append(ANY)
            else:
                masks.append(OUTSIDE)
        names = []
        for first, _, kind, heads, _ in _gum_entities(rows):
            name = _gum_name(rows, first, heads)
            if name:
                names.append((name, kind))
        taken = set()
        for (first, last), kind in sorted(names, key=lambda n: (n[0][0] - n[0][1], n[0])):
            if taken & set(range(first, last + 1)):
                continue
            taken |= set(range(first, last + 1))
            if kind == "person":
                _mark(masks, first, last, (PERSON, GROUP) if rows[last][1].endswith("s") else (PERSON,))
            elif kind in GUM_KINDS:
                _mark(masks, first, last, GUM_KINDS[kind])
            elif kind == "time":
                masks[first:last + 1] = [OUTSIDE] * (last + 1 - first)
        out.append(Sample([r[1] for r in rows], masks, SOURCES.index("gum"), document, grammar=_grammar(rows)))
    return out


def document_text(document):
    return document["title"] + "\n\n" + document["text"] if document["title"] else document["text"]


def occurrences(text, entities):
    """Every marked name of a text: (begin, end, kind), characters, longest first, none inside another."""
    found, taken = [], bytearray(len(text))
    for entity in sorted(entities, key=lambda e: (-len(e["text"]), "context" not in e)):
        contexts = entity.get("context")
        pattern = r"(?<!\w)" + re.escape(entity["text"]) + r"(?!\w)"
        for match in re.finditer(pattern, text):
            begin, end = match.span()
            if any(taken[begin:end]):
                continue
            if contexts and not any(_inside(text, begin, end, c) for c in contexts):
                continue
            taken[begin:end] = b"\1" * (end - begin)
            found.append((begin, end, TYPES.index(entity["type"])))
    return sorted(found)


def _inside(text, begin, end, context):
    at = text.find(context)
    while at >= 0:
        if at <= begin and end <= at + len(context):
            return True
        at = text.find(context, at + 1)
    return False


def text_samples(text, document, source):
    """Unmarked samples of raw text."""
    out = []
    for begin, end in names_tokens.split_sentences(text):
        spans = names_tokens.tokenize(text, begin, end)
        if spans:
            out.append(Sample([text[b:e] for b, e in spans], [OUTSIDE] * len(spans), source, document, spans))
    return out


def read_wikinews(folder):
    """All articles as samples with full marks; the document id tells the part."""
    folder = Path(folder)
    entities = {}
    with open(folder / "wikinews2019.names.jsonl", encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            entities[row["id"]] = row["entities"]
    out = []
    with open(folder / "wikinews2019.docs.jsonl", encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            text = document_text(row)
            samples = text_samples(text, row["id"], SOURCES.index("news"))
            names = occurrences(text, entities[row["id"]])
            for sample in samples:
                for begin, end, kind in names:
                    inside = [i for i, (b, e) in enumerate(sample.spans) if b < end and e > begin]
                    if inside:
                        _mark(sample.masks, inside[0], inside[-1], (kind,))
            out += samples
    return out


def read_labelled(path):
    """What names_label.py wrote."""
    with open(path, encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Sample(r["words"], r["masks"], r["source"], r["document"]) for r in rows]
