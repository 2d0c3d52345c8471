#!/usr/bin/env python3
"""Checks that the evaluation set is well formed. Standard library only.

usage: check.py [FOLDER_OF_THE_GOLD FOLDER_OF_THE_SAMPLE]
       check.py --counts     prints how many texts and claims each set has, as the table of docs/gold.md says

Says nothing and exits with 0 where all is well; otherwise names each fault on stderr and exits with 1.
docs/gold.md describes the form that is checked here.
"""
import collections
import html
import json
import pathlib
import re
import sys

SETS = ("sentences", "news", "documents", "sample", "own-relations")
DOCUMENT_FIELDS = {"id", "title", "date", "text"}
CLAIM_FIELDS = {"subject", "relation", "object", "status", "scope", "core", "evidence"}
RELATIONS = ("owns", "bans", "denounces")
OWN_RELATIONS = ("supports", "sues", "employs")  # of the set of that name
STATUSES = ("asserted", "planned", "ended", "denied")
# States and unions that a text may mean without naming them: by a demonym, a capital, a ministry.
STATES = {
    "Armenia", "Bangladesh", "Belarus", "Brazil", "Canada", "China", "Croatia", "Cuba", "Denmark",
    "Egypt", "European Union", "Finland", "France", "Georgia", "Germany", "Ghana", "Greece",
    "Hungary", "India", "Iran", "Israel", "Japan", "Jordan", "Malawi", "Mali", "Mexico", "Netherlands", "Norway",
    "Pakistan", "Panama", "Qatar", "Russia", "Somalia", "South Korea", "Switzerland", "Turkey",
    "Uganda", "Ukraine", "United Kingdom", "United States", "Venezuela", "Vietnam", "Zambia",
}
# What the set promises (see docs/gold.md), so that it cannot shrink or tip over unnoticed.
MINIMUM = {"sentences": 140, "news": 100, "documents": 12, "sample": 8, "own-relations": 180}
MAXIMUM_SHARE = 0.4  # of one relation among the claims on sentences


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def words(text):
    return set(re.findall(r"\w+", text.lower()))


def document_faults(document):
    if set(document) != DOCUMENT_FIELDS:
        yield f"fields are {sorted(document)}, not {sorted(DOCUMENT_FIELDS)}"
        return
    if not document["text"].strip():
        yield "the text is empty"
    if document["date"] and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", document["date"]):
        yield f"'{document['date']}' is no ISO 8601 date"


def name_faults(names, text):
    """The best name stands in the text or is a state; every other one is made of the text's words or is a state."""
    if not names or not all(isinstance(name, str) and name.strip() for name in names):
        yield f"{names} is no list of names"
        return
    if len(set(names)) != len(names):
        yield f"{names} holds a name twice"
    if names[0] not in STATES and names[0] not in text:
        yield f"'{names[0]}' is neither in the text nor a known state"
    for name in names[1:]:
        if name not in STATES and not words(name) <= words(text):
            yield f"'{name}' has words that are not in the text, and is no known state"


def claim_faults(claim, document, relations=RELATIONS):
    if set(claim) != CLAIM_FIELDS:
        yield f"fields are {sorted(claim)}, not {sorted(CLAIM_FIELDS)}"
        return
    text = squeeze(document["title"] + " " + document["text"])
    for field in ("subject", "object"):
        for fault in name_faults(claim[field], text):
            yield f"{field}: {fault}"
    if claim["relation"] not in relations:
        yield f"'{claim['relation']}' is no relation"
    if claim["status"] not in STATUSES:
        yield f"'{claim['status']}' is no status"
    if not isinstance(claim["core"], bool):
        yield "core is neither true nor false"
    elif claim["core"]:
        for field in ("subject", "object"):
            if not any(character.isupper() or character.isdigit() for character in claim[field][0]):
                yield f"core, but the {field} '{claim[field][0]}' is no proper name"
    if not claim["evidence"] or claim["evidence"] not in squeeze(document["text"]):
        yield f"the evidence '{claim['evidence']}' is not in the text"


def set_faults(name, documents, gold):
    relations = OWN_RELATIONS if name == "own-relations" else RELATIONS
    document_ids = [document["id"] for document in documents]
    if document_ids != [line["id"] for line in gold]:
        yield f"{name}: documents and gold differ in their ids or in the order of them"
        return
    for repeated, times in collections.Counter(document_ids).items():
        if times > 1:
            yield f"{name}: {repeated} stands there {times} times"
    if len(documents) < MINIMUM[name]:
        yield f"{name}: {len(documents)} documents, fewer than {MINIMUM[name]}"
    for document, line in zip(documents, gold):
        where = f"{name}: {document['id']}"
        yield from (f"{where}: {fault}" for fault in document_faults(document))
        seen = set()
        for number, claim in enumerate(line["claims"], 1):
            yield from (f"{where}: claim {number}: {fault}" for fault in claim_faults(claim, document, relations))
            key = (claim["subject"][0], claim["relation"], claim["object"][0])
            if key in seen:
                yield f"{where}: claim {number}: {key} is there already"
            seen.add(key)


def balance_faults(gold):
    """Sentences: no relation crowds out the others, and a third of the items are there to be resisted."""
    relations = collections.Counter(claim["relation"] for line in gold for claim in line["claims"])
    for relation in RELATIONS:
        if relations[relation] > MAXIMUM_SHARE * sum(relations.values()):
            yield f"sentences: too many of the claims are {relation}"
    traps = [line for line in gold if not line["claims"] or any(c["status"] != "asserted" for c in line["claims"])]
    if 3 * len(traps) < len(gold):
        yield f"sentences: only {len(traps)} of {len(gold)} items hold no claim or one that is not asserted"


def article_text(path):
    """All text of a sample article, with what a page or a JSON file adds to it."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        text = "\n".join(str(value) for value in json.loads(text).values())
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return squeeze(text)


def sample_faults(documents, folder):
    articles = {path.stem: path for path in sorted(folder.iterdir())}
    ids = {document["id"] for document in documents}
    for stem in sorted(set(articles) ^ ids):
        yield f"sample: {stem} is not both an article and a line of sample.docs.jsonl"
    for document in documents:
        if document["id"] not in articles:
            continue
        article = article_text(articles[document["id"]])
        for part in [document["title"]] + document["text"].split("\n\n"):
            if squeeze(part) not in article:
                yield f"sample: {document['id']}: '{part[:60]}' is not in {articles[document['id']].name}"


def faults(gold_folder, sample_folder):
    for name in SETS:
        documents = read_lines(gold_folder / f"{name}.docs.jsonl")
        gold = read_lines(gold_folder / f"{name}.gold.jsonl")
        yield from set_faults(name, documents, gold)
        if name == "sentences":
            yield from balance_faults(gold)
        if name == "sample":
            yield from sample_faults(documents, sample_folder)


def print_counts(folder):
    """A row a set: texts, those without a claim, claims, core ones, those of each relation, those that are not `asserted`."""
    for name in SETS:
        gold = read_lines(folder / f"{name}.gold.jsonl")
        claims = [claim for line in gold for claim in line["claims"]]
        counts = [len(gold), sum(not line["claims"] for line in gold), len(claims), sum(claim["core"] for claim in claims)]
        counts += [sum(claim["relation"] == relation for claim in claims) or "" for relation in RELATIONS]
        counts.append(sum(claim["status"] != "asserted" for claim in claims))
        print(f"| `{name}` | {' | '.join(map(str, counts))} |")


def main():
    here = pathlib.Path(__file__).resolve().parent
    if sys.argv[1:] == ["--counts"]:
        print_counts(here)
        return 0
    folders = sys.argv[1:] or [here, here.parent.parent / "data" / "sample"]
    if len(folders) != 2:
        sys.exit(__doc__)
    found = list(faults(*map(pathlib.Path, folders)))
    for fault in found:
        print(f"check.py: {fault}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
