#!/usr/bin/env python3
"""Measures the language analysis of a newsgraph binary and prints a Markdown table.

    language.py NEWSGRAPH DATA [--split-speed PROGRAM] [--model FILE]

DATA is a folder with ud/*.conllu, ner/uner_ewt-test.iob2 and ner/wikinews2019.*; what is absent is
skipped with a message. PROGRAM is the build's `split_speed`. Everything is exact F1 in per cent.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import conll18
import conllu
import spans

sys.path.append(str(Path(__file__).resolve().parents[1] / "train"))
from newsgraph_train.held_out import article_part  # noqa: E402


class Binary:
    """Runs `newsgraph analyze`."""

    def __init__(self, path, model, folder):
        self.command = [path, "analyze", "--quiet"] + (["--model", model] if model else [])
        self.folder = Path(folder)

    def analyze(self, name, content, *options):
        """(CoNLL-U text, seconds, peak MB) of the analysis of a file with that name and content."""
        file, output = self.folder / name, self.folder / "output.conllu"
        file.write_text(content, encoding="utf-8", newline="")
        start = time.perf_counter()
        with open(output, "wb") as sink:
            process = subprocess.Popen([*self.command, *options, file], stdout=sink)
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise RuntimeError(f"newsgraph analyze ended with exit code {process.returncode}")
        return output.read_text(encoding="utf-8"), seconds, usage.ru_maxrss / 1024

    def sentences(self, name, content, *options):
        return conllu.parse(self.analyze(name, content, *options)[0].splitlines())


def document_line(identity, title, text):
    return json.dumps({"id": identity, "title": title, "text": text}, ensure_ascii=False) + "\n"


def document_text(article):
    return article["title"] + "\n\n" + article["text"]


def bare_conllu(sentences):
    """CoNLL-U of words alone, from lists of forms."""
    return "".join("".join(f"{i}\t{form}" + "\t_" * 8 + "\n" for i, form in enumerate(words, 1)) + "\n"
                   for words in sentences)


def require(path):
    if not path.exists():
        raise FileNotFoundError(f"{path} is absent")
    return path


def gold_tokens(binary, path, metrics):
    gold = conllu.read(require(path))
    system = binary.sentences("gold.conllu", path.read_text(encoding="utf-8"), "--conllu")
    scores = conll18.score(gold, system)
    return ", ".join(f"{label} {scores[key].f1:.2f}" for label, key in metrics)


def raw_text(binary, path):
    gold = conllu.read(require(path))
    system = binary.sentences("raw.jsonl", document_line("raw", "", conllu.raw_text(gold)))
    scores = conll18.score(gold, system)
    metrics = (("tokens", "Tokens"), ("sentences", "Sentences"), ("UPOS", "UPOS"), ("LAS", "LAS"))
    return ", ".join(f"{label} {scores[key].f1:.2f}" for label, key in metrics)


def names_uner(binary, path):
    corpus = spans.read_uner(require(path))
    analysed = binary.sentences("uner.conllu", bare_conllu(words for words, _ in corpus), "--conllu")
    gold, system = set(), set()
    for number, ((_, tags), sentence) in enumerate(zip(corpus, analysed, strict=True)):
        found = spans.tag_spans([spans.misc_value(word.misc, "Name") for word in sentence.words])
        kept = {span for span in found if span[2] in spans.UNER_TYPES.values()}
        gold |= {(number, *span) for span in spans.tag_spans(tags)}
        system |= {(number, *span) for span in kept}
    return f"F1 {spans.f1(gold, system):.2f}"


def held_out_articles(folder):
    articles = spans.read_jsonl(require(folder / "wikinews2019.docs.jsonl"))
    return [article for article in articles if article_part(article["id"]) == "test"]


def names_wikinews(binary, folder):
    names = {row["id"]: row["entities"] for row in spans.read_jsonl(require(folder / "wikinews2019.names.jsonl"))}
    gold, system = set(), set()
    for article in held_out_articles(folder):
        line = document_line(article["id"], article["title"], article["text"])
        found = spans.byte_spans(binary.sentences("article.jsonl", line))
        gold |= {(article["id"], *span) for span in spans.listed_spans(document_text(article), names[article["id"]])}
        system |= {(article["id"], *span) for span in found}
    return f"F1 {spans.f1(gold, system):.2f}"


def load_time(binary):
    runs = [binary.analyze("short.txt", "China bans it.\n")[1:] for _ in range(5)]
    return f"{1000 * min(seconds for seconds, _ in runs):.0f} ms, {max(memory for _, memory in runs):.0f} MB resident"


def analysis_speed(binary, folder):
    articles = spans.read_jsonl(require(folder / "wikinews2019.docs.jsonl"))
    content = "".join(document_line(a["id"], a["title"], a["text"]) for a in articles)
    idle = min(binary.analyze("short.txt", "China bans it.\n")[1] for _ in range(3))
    text, seconds, memory = binary.analyze("articles.jsonl", content, "--jobs", "1")
    words = sum(len(sentence.words) for sentence in conllu.parse(text.splitlines()))
    return f"{words / (seconds - idle):,.0f} words/s with names, {memory:.0f} MB resident"


def split_speed(program, folder, scratch):
    if not program:
        raise FileNotFoundError("no --split-speed program given")
    articles = spans.read_jsonl(require(folder / "wikinews2019.docs.jsonl"))
    file = Path(scratch, "articles.txt")
    file.write_text("\n\n".join(document_text(article) for article in articles), encoding="utf-8")
    return subprocess.run([program, file], check=True, capture_output=True, text=True).stdout.strip()


def rows(binary, data, arguments):
    ud, ner = data / "ud", data / "ner"
    ewt = (("UPOS", "UPOS"), ("XPOS", "XPOS"), ("lemma", "Lemmas"), ("UAS", "UAS"), ("LAS", "LAS"))
    gum = (("UPOS", "UPOS"), ("UAS", "UAS"), ("LAS", "LAS"))
    yield "EWT test, gold tokens", lambda: gold_tokens(binary, ud / "en_ewt-test.conllu", ewt)
    yield "GUM-open test, gold tokens", lambda: gold_tokens(binary, ud / "en_gum_open-test.conllu", gum)
    yield "EWT test, raw text", lambda: raw_text(binary, ud / "en_ewt-test.conllu")
    yield "GUM-open test, raw text", lambda: raw_text(binary, ud / "en_gum_open-test.conllu")
    yield "names, UNER EWT test (person, organization, place)", lambda: names_uner(binary, ner / "uner_ewt-test.iob2")
    yield "names, held-out Wikinews articles (all types)", lambda: names_wikinews(binary, ner)
    yield "analysis, one core", lambda: analysis_speed(binary, ner)
    yield "splitting and scanning, one core", lambda: split_speed(arguments.split_speed, ner, binary.folder)
    yield "load to first sentence", lambda: load_time(binary)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("newsgraph")
    parser.add_argument("data", type=Path)
    parser.add_argument("--split-speed", help="the split_speed program of the build")
    parser.add_argument("--model", help="a model file instead of the built-in one")
    arguments = parser.parse_args()
    print("| on | measured |\n|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        binary = Binary(arguments.newsgraph, arguments.model, folder)
        for name, measure in rows(binary, arguments.data, arguments):
            try:
                print(f"| {name} | {measure()} |", flush=True)
            except FileNotFoundError as error:
                print(f"language.py: {name} skipped: {error}", file=sys.stderr)


if __name__ == "__main__":
    main()
