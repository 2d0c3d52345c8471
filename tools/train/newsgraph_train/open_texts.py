"""Claims of ours in texts of open treebanks and name corpora (../annotations/*.txt), as documents and gold.

The texts stay where they are (DATA, README.md); a file says which of their sentences state what:

    @ document                (of EWT or GUM: their name; of WikiGold: wikigold- and its number from 001 on)
    > owns planned core       (or - for a claim that is not core)
    S Fullest Name; Other Answer => words of the text
    O Object; Other => words of the text
    T words that state it
    N 12                      (the sentence that holds them, from 0 on)
    X scope, may be left out

A document without a claim stands there, too: it states nothing. Files and lines that do not fit are refused.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from .own_texts import RELATIONS, STATUSES, Mistake, check, put

FIELDS = {"S": "subject", "O": "object", "T": "trigger", "X": "scope"}
TREEBANKS = ("ud/en_ewt-train.conllu", "ud/en_gum_open-train.conllu")
NAMES = "ner/wikigold.conll"


def treebank(path):
    """Sentences by document; some documents of the treebanks have no line of their own."""
    documents, document, sentence = {}, "", ""
    for line in path.read_text(encoding="utf8").splitlines():
        key, _, value = line.partition(" = ")
        if key == "# newdoc id":
            document = value.strip()
        elif key == "# sent_id":
            sentence = value.strip()
            if not document or not sentence.startswith(document):
                document = sentence.rsplit("-", 1)[0]
        elif key == "# text":
            documents.setdefault(document, []).append(value.strip())
    return documents


def joined(words):
    """Tokens as text: no spaces in front of what closes and behind what opens."""
    text = re.sub(r" ([.,;:!?%)\]]|'s|n't|'re|'ve|'ll|'d|'m)(?=\s|$)", r"\1", " ".join(words))
    text = re.sub(r"([(\[$]) ", r"\1", text)
    return re.sub(r'" ([^"]*?) "', r'"\1"', text)


def name_corpus(path):
    documents, number = {}, 0
    for block in path.read_text(encoding="utf8").split("\n\n"):
        words = [line.rsplit(" ", 1)[0] for line in block.splitlines() if line.strip()]
        if words and words[0] == "-DOCSTART-":
            number, words = number + 1, words[1:]
        if words:
            documents.setdefault(f"wikigold-{number:03d}", []).append(joined(words))
    return documents


def texts(data):
    """All documents of the corpora that may be annotated: sentences by name."""
    found = name_corpus(Path(data) / NAMES)
    for name in TREEBANKS:
        found.update(treebank(Path(data) / name))
    return found


def read(path, sentences):
    """Claims by document of one file."""
    gold, claims, claim = {}, None, None

    def fail(number, message):
        raise Mistake(f"{path}:{number}: {message}")

    for number, line in enumerate(Path(path).read_text(encoding="utf8").splitlines(), 1):
        mark, value = line[:1], line[2:].strip()
        if mark == "@":
            if value not in sentences or value in gold:
                fail(number, f"'{value}' is no document of the corpora, or stands here twice")
            claims = gold[value] = []
        elif mark == ">":
            words = value.split()
            if claims is None or len(words) != 3 or words[0] not in RELATIONS or words[1] not in STATUSES or words[2] not in ("core", "-"):
                fail(number, "expected '> relation status core' or '> relation status -'")
            claim = {"relation": words[0], "status": words[1], "core": words[2] == "core", "scope": "", "line": number}
            claims.append(claim)
        elif mark == "N" and claim is not None:
            if not value.isdigit() or int(value) >= len(sentences[list(gold)[-1]]):
                fail(number, f"the document has no sentence {value}")
            claim["evidence"] = sentences[list(gold)[-1]][int(value)]
        elif mark in FIELDS and claim is not None:
            put(claim, FIELDS[mark], value)
        elif line.strip():
            fail(number, "expected @, >, S, O, T, N or X and a space")
    for document, found in gold.items():
        for claim in found:
            line = claim.pop("line")
            if problem := check(claim, {"title": "", "text": " ".join(sentences[document])}):
                fail(line, problem)
    return gold


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("annotations", help="folder of the annotations")
    parser.add_argument("--data", required=True, help="folder that holds ud/ and ner/")
    parser.add_argument("--out", help="folder for open.docs.jsonl and open.gold.jsonl; without it the files are only checked")
    options = parser.parse_args()
    sentences, gold = texts(options.data), {}
    try:
        for file in sorted(Path(options.annotations).glob("*.txt")):
            gold.update(read(file, sentences))
    except Mistake as mistake:
        sys.exit(str(mistake))
    claims = [c for found in gold.values() for c in found]
    words = sum(len(s.split()) for d in gold for s in sentences[d])
    print(len(gold), "documents,", words, "words,", len(claims), "claims,", sum(c["core"] for c in claims), "core")
    if options.out:
        documents = [{"id": d, "title": "", "date": "", "text": " ".join(sentences[d])} for d in gold]
        for name, lines in (("docs", documents), ("gold", [{"id": d, "claims": c} for d, c in gold.items()])):
            with open(Path(options.out) / f"open.{name}.jsonl", "w", encoding="utf8") as f:
                f.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


if __name__ == "__main__":
    main()
