"""Annotated texts of our own (../texts/*.txt) as documents and gold, in the form of the annotated texts that README.md names.

A file holds documents one after another:

    @ kb-001 | 2024-03-01 | Title, may be empty
    The text, in paragraphs.
    > owns planned core
    S Fullest Name; Other Answer => words of the text
    O Object; Other => words of the text
    T words that state it
    E a quotation that holds those words
    X scope, may be left out

Words after `=>`, T and E are copied from the text, and T stands in E; what is not there is refused with file and line.
"""

import argparse
import json
import sys
from pathlib import Path

RELATIONS = {"owns", "bans", "denounces"}
STATUSES = {"asserted", "planned", "ended", "denied"}
FIELDS = {"S": "subject", "O": "object", "T": "trigger", "E": "evidence", "X": "scope"}


class Mistake(ValueError):
    pass


def read(path):
    """Documents and claims by document of one file."""
    documents, gold, ids = [], {}, set()
    body, claims, claim = [], [], None

    def fail(number, message):
        raise Mistake(f"{path}:{number}: {message}")

    def close(number):
        if not documents:
            return
        document = documents[-1]
        document["text"] = "\n".join(body).strip()
        if not document["text"]:
            fail(number, f"{document['id']} has no text")
        for line, item in claims:
            problem = check(item, document)
            if problem:
                fail(line, f"{document['id']}: {problem}")
        gold[document["id"]] = [item for _, item in claims]

    for number, line in enumerate(Path(path).read_text(encoding="utf8").splitlines(), 1):
        if line.startswith("@ "):
            close(number)
            parts = [p.strip() for p in line[2:].split("|", 2)]
            if len(parts) != 3 or parts[0] in ids:
                fail(number, "expected '@ id | date | title' with an id that is new")
            ids.add(parts[0])
            documents.append({"id": parts[0], "date": parts[1], "title": parts[2], "text": ""})
            body, claims, claim = [], [], None
        elif line.startswith("> "):
            words = line[2:].split()
            if len(words) not in (2, 3) or words[0] not in RELATIONS or words[1] not in STATUSES or words[2:] not in ([], ["core"]):
                fail(number, "expected '> relation status' or '> relation status core'")
            claim = {"relation": words[0], "status": words[1], "core": len(words) == 3, "scope": ""}
            claims.append((number, claim))
        elif claim is not None and line[1:2] == " " and line[0] in FIELDS:
            if FIELDS[line[0]] in claim and FIELDS[line[0]] != "scope":
                fail(number, f"a second line {line[0]} of one claim")
            put(claim, FIELDS[line[0]], line[2:].strip())
        elif claim is not None and line.strip():
            fail(number, "expected S, O, T, E or X and a space")
        elif claim is None:
            body.append(line)
    close(0)
    return documents, gold


def put(claim, field, value):
    if field in ("subject", "object"):
        answers, _, words = value.partition("=>")
        claim[field] = [a.strip() for a in answers.split(";") if a.strip()]
        claim[field + "_text"] = words.strip()
    else:
        claim[field] = value


def check(claim, document):
    """What is wrong with a claim, or nothing."""
    text = document["title"] + "\n" + document["text"]
    for field in ("subject", "object"):
        if not claim.get(field):
            return f"a claim without {field}"
        if not claim[field + "_text"] or claim[field + "_text"] not in text:
            return f"'{claim[field + '_text']}' of the {field} is not in the text"
    if not claim.get("evidence") or claim["evidence"] not in text:
        return f"evidence '{claim.get('evidence')}' is not in the text"
    if not claim.get("trigger") or claim["trigger"] not in claim["evidence"]:
        return f"trigger '{claim.get('trigger')}' is not in the evidence"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="+", help="files, or one folder")
    parser.add_argument("--out", help="folder for own.docs.jsonl and own.gold.jsonl; without it the files are only checked")
    options = parser.parse_args()
    files = [f for t in options.texts for f in (sorted(Path(t).glob("*.txt")) if Path(t).is_dir() else [Path(t)])]
    documents, gold = [], {}
    try:
        for file in files:
            found, claims = read(file)
            if known := [d["id"] for d in found if d["id"] in gold]:
                raise Mistake(f"{file}: {known[0]} stands in another file")
            documents += found
            gold.update(claims)
    except Mistake as mistake:
        sys.exit(str(mistake))
    counts = [c for claims in gold.values() for c in claims]
    print(len(documents), "documents,", sum(len(d["text"].split()) for d in documents), "words,", len(counts), "claims,",
          sum(c["core"] for c in counts), "core")
    if options.out:
        for name, lines in (("docs", documents), ("gold", [{"id": d["id"], "claims": gold[d["id"]]} for d in documents])):
            with open(Path(options.out) / f"own.{name}.jsonl", "w", encoding="utf8") as f:
                f.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


if __name__ == "__main__":
    main()
