#!/usr/bin/env python3
"""Measures whether the names that are arguments of claims are found, and given the right type; prints a table in Markdown.

    typed_names.py NEWSGRAPH GOLD [--table TABLE] [--show]
    typed_names.py --list GOLD [--table TABLE]

GOLD is a folder with annotated texts, train/PART.docs.jsonl and train/PART.gold.jsonl; a part that is absent is skipped with a message.
TABLE (typed_names.tsv) has what a reader says: document, name, type. A name is looked at where it first stands in its document, headline
included, and not inside a longer name of the table. A leading "the", a possessive and a last full stop make no difference.

A document is unseen if its claims and names taught the model nothing: the fifth that newsgraph_train/held_out.py of tools/train keeps back, without the
Wikinews articles of 2019, whose names are learnt from another corpus. A name is new if it also stands in no document of GOLD that was
taught, and not in the texts of tools/train.

`--show` prints the names that are not found as they stand or have another type. `--list` prints what the table lacks, without type: arguments
that look like names, unseen documents first, then by a hash of the document. What proves to be no name has the type "none" in the table.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import zlib
from collections import Counter, namedtuple
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "train"))
from newsgraph_train.held_out import held_out  # noqa: E402
import names  # noqa: E402

PARTS = {"current_events": "news items of 2025-26", "wikinews": "Wikinews", "written": "written"}
TYPES = ("person", "organization", "place", "product", "group", "event", "work")
NO_NAME = "none"
OWN_TEXTS = Path(__file__).resolve().parents[1] / "train" / "texts"

LINKS = set("al and da de del della der des di do dos du e el en et for in la las le los of on plc the und van von y zu &".split())
TITLES = set("archbishop baron baroness bishop captain chancellor colonel dame dr gen gov governor judge king lady lieutenant lord mayor "
             "metropolitan minister mr mrs ms president prof professor queen rep sen senator sir".split())
NO_NAMES = set("a an anyone both each every everyone he her his i it its many members most my neither no nobody none one others our she "
               "some somebody someone that their them these they this those we what which who you your".split())

Name = namedtuple("Name", "document text type")
Found = namedtuple("Found", "name exact words type")  # what the program marks there, nothing where it does not see the name


def unseen(document):
    return held_out(document) and not document.startswith("wn2019-")


def bare(words):
    """A name without article, titles in front and a possessive behind."""
    parts = re.sub(r"['’]s?$", "", words.strip()).split()
    while len(parts) > 1 and (parts[0].lower() in ("the", "a", "an") or parts[0].lower().rstrip(".") in TITLES):
        parts = parts[1:]
    return " ".join(parts)


def looks_like_name(words):
    parts = words.split()
    if not parts or not re.match(r"[^\W_]", words) or words.isdigit() or parts[0].lower() in NO_NAMES or parts[0][0].islower():
        return False
    return (not parts[-1][0].islower() or parts[-1] == "plc") and all(not p[0].islower() or p in LINKS for p in parts)


def stands_in(name, text):
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def arguments(document, claims):
    """The names that are arguments: the fullest answer where it is a name in the text, or else the words of the argument."""
    text, found = names.document_text(document), {}
    for claim in claims:
        for role in ("subject", "object"):
            forms = (bare(form) for form in (claim[role][0], claim[role + "_text"]))
            name = next((form for form in forms if looks_like_name(form) and stands_in(form, text)), None)
            if name:
                found[name] = True
    return list(found)


def read_table(path):
    """{document: [Name]}"""
    table = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        columns = line.split("\t")
        if len(columns) != 3 or columns[2] not in (*TYPES, NO_NAME):
            sys.exit(f"{path}:{number}: not a document, a name and a type: {line}")
        table.setdefault(columns[0], []).append(Name(*columns))
    return table


def first_mentions(text, listed):
    """{name: (first byte, end)} of names of one document; what stands in longer ones alone is missing."""
    mentions = {}
    for begin, end, name in sorted(names.occurrences(text, [{"text": n.text, "type": n.text} for n in listed])):
        mentions.setdefault(name, (begin, end))
    return mentions


def core(text, begin, end):
    """A span of bytes without article, possessive and full stop."""
    span = text[begin:end]
    front = re.match(rb"(?:the )?", span, re.IGNORECASE).end()
    back = re.search(rb"\.?(?:'s?|\xe2\x80\x99s?)?\.?$", span).start()
    return (begin + front, begin + back)


def compare(document, listed, spans):
    """A Found for each listed name of a document that the program marked with `spans`."""
    text = names.document_text(document)
    content, mentions = text.encode(), first_mentions(text, listed)
    for name in listed:
        if name.text not in mentions:
            sys.exit(f"{name.document}: “{name.text}” does not stand there by itself")
        begin, end = mentions[name.text]
        over = [s for s in spans if s[0] < end and begin < s[1]]
        best = max(over, key=lambda s: (min(s[1], end) - max(s[0], begin), -s[0]), default=None)
        exact = best is not None and core(content, *best[:2]) == core(content, begin, end)
        yield Found(name, exact, content[best[0]:best[1]].decode() if best else None, best[2] if best else None)


def analyze(program, documents, folder):
    """What the program marks: {document: {(first byte, end, type)}}"""
    texts, words = Path(folder) / "texts.jsonl", Path(folder) / "words.conllu"
    texts.write_text("".join(document["line"] for document in documents), encoding="utf-8")
    with open(words, "wb") as out:
        subprocess.run([program, "analyze", texts, "--quiet"], check=True, stdout=out)
    return names.system_names(words)


def read_part(gold, part):
    """The documents of a part, with their claims and their line in the file; nothing where it is absent."""
    paths = [gold / "train" / f"{part}.{kind}.jsonl" for kind in ("docs", "gold")]
    missing = [path for path in paths if not path.exists()]
    if missing:
        print(f"{PARTS[part]}: skipped, there is no {missing[0]}", file=sys.stderr)
        return []
    lines = paths[0].read_text(encoding="utf-8").splitlines(keepends=True)
    claims = {row["id"]: row["claims"] for row in names.read_jsonl(paths[1])}
    return [{**row, "claims": claims[row["id"]], "line": line} for row, line in zip(names.read_jsonl(paths[0]), lines, strict=True)]


def taught_texts(documents):
    own = [path.read_text(encoding="utf-8") for path in sorted(OWN_TEXTS.glob("*.txt"))]
    return "\n".join([names.document_text(d) for d in documents if not unseen(d["id"])] + own)


def row(label, found):
    """Cells: names, seen at all, exact, type right of the exact and of the seen ones, exact with the right type."""
    seen, exact = [f for f in found if f.type], [f for f in found if f.exact]
    shares = ((seen, found), (exact, found), ([f for f in exact if f.type == f.name.type], exact),
              ([f for f in seen if f.type == f.name.type], seen), ([f for f in exact if f.type == f.name.type], found))
    cells = " | ".join(f"{len(part) / len(whole):.2f}" if whole else "" for part, whole in shares)
    print(f"| {label} | {len(found)} | {cells} |")


def report(part, found, taught):
    for state in ("unseen", "taught"):
        group = [f for f in found if unseen(f.name.document) == (state == "unseen")]
        if not group:
            continue
        row(f"**{PARTS[part]}, {state}**", group)
        if state == "unseen":
            row("new names alone", [f for f in group if not stands_in(f.name.text, taught)])
        for kind in TYPES:
            same = [f for f in group if f.name.type == kind]
            if same:
                row(kind, same)


def show(found):
    """Names that went wrong, and how often which type stood for which."""
    for f in found:
        if not f.exact or f.type != f.name.type:
            print("\t".join((*f.name, f.words or "", f.type or "nothing")))
    confused = Counter((f.name.type, f.type) for f in found if f.type and f.type != f.name.type)
    for (reader, program), count in confused.most_common():
        print(f"{count}\t{reader} is {program}")


def list_missing(documents, table):
    """Rows without a type; an argument that holds a name of the table, or is part of one, is in it."""
    for document in sorted(documents, key=lambda d: (not unseen(d["id"]), zlib.crc32(d["id"].encode()))):
        known = [name.text for name in table.get(document["id"], [])]
        for name in arguments(document, document["claims"]):
            if not any(stands_in(name, k) or stands_in(k, name) for k in known):
                print(f"{document['id']}\t{name}\t")


def measure(program, documents, table, folder):
    """What the program makes of the names of the table in these documents."""
    listed = {d["id"]: [n for n in table.get(d["id"], []) if n.type != NO_NAME] for d in documents}
    wanted = [d for d in documents if listed[d["id"]]]
    marked = analyze(program, wanted, folder) if wanted else {}
    return [f for d in wanted for f in compare(d, listed[d["id"]], marked.get(d["id"], set()))]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("newsgraph", nargs="?")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--table", type=Path, default=Path(__file__).with_suffix(".tsv"))
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if not options.list and not options.newsgraph:
        parser.error("the program is missing")
    parts, table = {part: read_part(options.gold, part) for part in PARTS}, read_table(options.table)
    everything = [document for documents in parts.values() for document in documents]
    if options.list:
        list_missing(everything, table)
        return
    taught, found = taught_texts(everything), []
    print("| texts | names | seen | exact | type right of the exact | type right of the seen | exact and right |")
    print("|---|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for part, documents in parts.items():
            found.append(measure(options.newsgraph, documents, table, folder))
            report(part, found[-1], taught)
    if options.show:
        show([f for part in found for f in part])


if __name__ == "__main__":
    main()
