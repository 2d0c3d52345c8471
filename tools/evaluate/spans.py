"""Names as typed spans: from CoNLL-U that newsgraph wrote, and from the gold corpora."""

import json
import re

UNER_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place"}


def tag_spans(tags):
    """{(first, last, type)} of tags like "B-person", "I-person", None."""
    spans, start = set(), None
    for index, tag in enumerate([*tags, None]):
        begins = tag is not None and (tag[0] == "B" or start is None or tag[2:] != start[1])
        if start is not None and (tag is None or begins):
            spans.add((start[0], index - 1, start[1]))
            start = None
        if begins:
            start = (index, tag[2:])
    return spans


def misc_value(misc, key):
    prefix = key + "="
    return next((entry[len(prefix):] for entry in misc.split("|") if entry.startswith(prefix)), None)


def byte_spans(sentences):
    """{(begin, end, type)}: the names of analysed sentences as bytes of the document's text."""
    spans = set()
    for sentence in sentences:
        tags = [misc_value(word.misc, "Name") for word in sentence.words]
        ranges = [misc_value(word.misc, "TokenRange").split(":") for word in sentence.words]
        spans |= {(int(ranges[first][0]), int(ranges[last][1]), kind) for first, last, kind in tag_spans(tags)}
    return spans


def read_uner(path):
    """(words, tags) of each sentence of a Universal NER file; types that are not compared are None."""
    sentences, words, tags = [], [], []
    with open(path, encoding="utf-8") as lines:
        for line in [*lines, ""]:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                columns = line.split("\t")
                kind = UNER_TYPES.get(columns[2][2:])
                words.append(columns[1])
                tags.append(f"{columns[2][0]}-{kind}" if kind else None)
            elif words and not line:
                sentences.append((words, tags))
                words, tags = [], []
    return sentences


def _occurrences(text, string):
    """Where the string stands between word boundaries."""
    for match in re.finditer(re.escape(string), text):
        before, after = text[match.start() - 1:match.start()], text[match.end():match.end() + 1]
        if not (before.isalnum() and string[0].isalnum()) and not (after.isalnum() and string[-1].isalnum()):
            yield match.start(), match.end()


def _type_at(entries, text, begin, end):
    """The type of an occurrence; where a string has two, one lists the quotes in which it has that type."""
    for entry in entries:
        for quote in entry.get("context", []):
            if any(start <= begin and end <= start + len(quote)
                   for start in (m.start() for m in re.finditer(re.escape(quote), text))):
                return entry["type"]
    plain = [entry for entry in entries if not entry.get("context")]
    return (plain or entries)[0]["type"]


def listed_spans(text, entities):
    """{(begin, end, type)} in bytes of every occurrence of the listed names, the longest first."""
    by_string = {}
    for entity in entities:
        by_string.setdefault(entity["text"], []).append(entity)
    taken, spans = [False] * len(text), set()
    for string in sorted(by_string, key=lambda s: (-len(s), s)):
        for begin, end in _occurrences(text, string):
            if not any(taken[begin:end]):
                taken[begin:end] = [True] * (end - begin)
                start = len(text[:begin].encode("utf-8"))
                kind = _type_at(by_string[string], text, begin, end)
                spans.add((start, start + len(text[begin:end].encode("utf-8")), kind))
    return spans


def read_jsonl(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def f1(gold, system):
    return 200.0 * len(gold & system) / (len(gold) + len(system)) if gold or system else 0.0
