#!/usr/bin/env python3
"""Precision, recall and F1 of names, exact span and type, overall and by type.

  names.py words GOLD.iob2 > WORDS.conllu
  names.py iob2 GOLD.iob2 SYSTEM.conllu [--types person,organization,place]
  names.py articles DOCUMENTS.jsonl NAMES.jsonl SYSTEM.conllu [--every 5]

SYSTEM is what `newsgraph analyze` prints: Name=B-person in MISC. For `iob2` it has the words of the gold
(`newsgraph analyze --conllu WORDS.conllu`). For `articles` the gold
lists the names of each document as strings, with their type; every occurrence counts, at its bytes in
the text. `--every N` measures the articles whose number N divides."""

import argparse
import json
import re
from collections import Counter

import conllu

# Labels of other schemes. Whatever is not in here or in the types asked for is no name.
TYPES = {"PER": "person", "ORG": "organization", "LOC": "place"}


def misc_value(word, key):
    for part in word.misc.split("|"):
        if part.startswith(key + "="):
            return part[len(key) + 1:]
    return ""


def spans(labels):
    """(first, last, type) of B-/I- labels; an I- that does not go on with its name begins one."""
    out = []
    for i, label in enumerate(labels):
        prefix, _, kind = label.partition("-")
        if prefix not in ("B", "I") or not kind:
            continue
        kind = TYPES.get(kind, kind)
        if prefix == "I" and out and out[-1][1] == i - 1 and out[-1][2] == kind:
            out[-1] = (out[-1][0], i, kind)
        else:
            out.append((i, i, kind))
    return out


def read_iob2(path):
    """The words and their labels of a file of numbered lines: number, word, label."""
    words, labels = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line[:1].isdigit():
                columns = line.rstrip("\n").split("\t")
                words.append(columns[1])
                labels.append(columns[2])
    return words, labels


def as_conllu(path):
    """The words of a file of numbered lines, with its documents and sentences but without its labels."""
    out = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if line[:1].isdigit():
                out.append("\t".join([columns[0], columns[1]] + ["_"] * 8))
            elif not line.strip() or line.startswith(("# newdoc", "# sent_id")):
                out.append(columns[0])
    return "\n".join(out) + "\n"


def compare_iob2(gold_path, system_path):
    gold_words, gold_labels = read_iob2(gold_path)
    words = [w for s in conllu.read(system_path) for w in s.words]
    if [w.form for w in words] != gold_words:
        raise SystemExit("The system's words are not those of the gold: run it with --conllu on the same sentences.")
    return set(spans(gold_labels)), set(spans([misc_value(w, "Name") for w in words]))


def document_text(document):
    return document["title"] + "\n\n" + document["text"] if document.get("title") else document["text"]


def occurrences(text, entities):
    """Every occurrence of the listed strings as whole words, longest first, none inside another:
    (first byte, end, type). An entry with `context` holds only within one of these quotations."""
    taken, found = bytearray(len(text)), []
    for entity in sorted(entities, key=lambda e: (-len(e["text"]), "context" not in e)):
        for match in re.finditer(r"(?<!\w)" + re.escape(entity["text"]) + r"(?!\w)", text):
            begin, end = match.span()
            if any(taken[begin:end]) or not within(text, begin, end, entity.get("context")):
                continue
            taken[begin:end] = b"\1" * (end - begin)
            found.append((len(text[:begin].encode()), len(text[:end].encode()), entity["type"]))
    return found


def within(text, begin, end, quotations):
    if not quotations:
        return True
    return any(m.start() <= begin and end <= m.end() for q in quotations for m in re.finditer(re.escape(q), text))


def read_jsonl(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def number(document_id):
    return int(re.search(r"(\d+)$", document_id).group(1))


def system_names(path):
    """{document id: {(first byte, end, type)}}"""
    out, document = {}, ""
    for sentence in conllu.read(path):
        for comment in sentence.comments:
            if comment.startswith("# newdoc id ="):
                document = comment.split("=", 1)[1].strip()
        ranges = [misc_value(w, "TokenRange").split(":") for w in sentence.words]
        names = spans([misc_value(w, "Name") for w in sentence.words])
        out.setdefault(document, set()).update(
            (int(ranges[first][0]), int(ranges[last][1]), kind) for first, last, kind in names)
    return out


def compare_articles(documents_path, names_path, system_path, every):
    entities = {row["id"]: row["entities"] for row in read_jsonl(names_path)}
    found = system_names(system_path)
    gold, system = set(), set()
    for document in read_jsonl(documents_path):
        if number(document["id"]) % every:
            continue
        if document["id"] not in found:
            raise SystemExit("The system's output lacks the document " + document["id"])
        gold |= {(document["id"], *o) for o in occurrences(document_text(document), entities[document["id"]])}
        system |= {(document["id"], *o) for o in found[document["id"]]}
    return gold, system


def counts(gold, system, types):
    """{type: Counter of right, found, wanted}"""
    out = {}
    for kind in types or sorted({n[-1] for n in gold | system}):
        wanted, found = ({n for n in names if n[-1] == kind} for names in (gold, system))
        out[kind] = Counter(right=len(wanted & found), found=len(found), wanted=len(wanted))
    return out


def line(label, c):
    def percent(part, whole):
        return 100 * part / whole if whole else 0.0
    return "%-14s %6.2f %6.2f %6.2f %6d" % (label, percent(c["right"], c["found"]), percent(c["right"], c["wanted"]),
                                            percent(2 * c["right"], c["found"] + c["wanted"]), c["wanted"])


def report(by_type):
    rows = ["%-14s %6s %6s %6s %6s" % ("type", "P", "R", "F1", "gold")]
    rows += [line(kind, c) for kind, c in by_type.items()]
    return "\n".join(rows + [line("all", sum(by_type.values(), Counter()))])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    words = kinds.add_parser("words")
    words.add_argument("gold")
    tokens = kinds.add_parser("iob2")
    tokens.add_argument("gold")
    tokens.add_argument("system")
    tokens.add_argument("--types", default="person,organization,place")
    articles = kinds.add_parser("articles")
    articles.add_argument("documents")
    articles.add_argument("names")
    articles.add_argument("system")
    articles.add_argument("--every", type=int, default=1)
    articles.add_argument("--types", default="")
    options = parser.parse_args()
    if options.kind == "words":
        print(as_conllu(options.gold), end="")
        return
    if options.kind == "iob2":
        gold, system = compare_iob2(options.gold, options.system)
    else:
        gold, system = compare_articles(options.documents, options.names, options.system, options.every)
    print(report(counts(gold, system, [t for t in options.types.split(",") if t])))


if __name__ == "__main__":
    main()
