#!/usr/bin/env python3
"""How much of the articles on pages is found, and how little else: words in common, each as often as it stands
in both, page by page and on average.

    main_text.py tests/documents/pages --ours build/release/src/documents/main_text
    main_text.py tests/documents/pages --others          # trafilatura and readability-lxml, where installed
    main_text.py FOLDER --ours PROGRAM --below 0.9       # names the pages below 0.9, with what differs

A folder holds NAME.html and, beside it, NAME.txt: the article's text as a reader would copy it, without the
headline. --ours takes a program that prints one JSON object a page with "page" and "text".
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import time


def words(text):
    """Words in lower case; each character of scripts that write no blanks counts as one."""
    return collections.Counter(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+", text.lower()))


def score(found, expected):
    """Precision, recall and F1 of two texts."""
    ours, right = words(found), words(expected)
    common = sum((ours & right).values())
    precision = common / max(sum(ours.values()), 1)
    recall = common / max(sum(right.values()), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def pages_of(folder):
    for page in sorted(pathlib.Path(folder).glob("*.html")):
        text = page.with_suffix(".txt")
        if text.exists():
            yield page, text.read_text(encoding="utf-8")


def run_ours(program, pages):
    output = subprocess.run([program, *map(str, pages)], check=False, capture_output=True, text=True).stdout
    found = {line["page"]: line["text"] for line in map(json.loads, filter(None, output.split("\n")))}
    return [found.get(str(page), "") for page in pages]


def run_trafilatura(pages):
    import trafilatura
    return [trafilatura.extract(page.read_text(encoding="utf-8")) or "" for page in pages]


def run_readability(pages):
    import lxml.html
    import readability
    texts = []
    for page in pages:
        summary = readability.Document(page.read_text(encoding="utf-8")).summary(html_partial=True)
        texts.append(lxml.html.fromstring(summary).text_content() if summary.strip() else "")
    return texts


def report(name, pages, expected, texts, seconds, below):
    scores = [score(text, right) for text, right in zip(texts, expected)]
    mean = [sum(column) / len(scores) for column in zip(*scores)]
    print(f"{name}: precision {mean[0]:.3f} recall {mean[1]:.3f} F1 {mean[2]:.3f} "
          f"over {len(scores)} pages, {1000 * seconds / len(scores):.1f} ms a page")
    for page, right, text, one in zip(pages, expected, texts, scores):
        if one[2] >= below:
            continue
        print(f"  {page.name}: precision {one[0]:.3f} recall {one[1]:.3f} F1 {one[2]:.3f}")
        for what, rest in (("too much", words(text) - words(right)), ("missing", words(right) - words(text))):
            if rest:
                print(f"    {what}: {' '.join(list(rest)[:25])}")
    return mean[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--ours", metavar="PROGRAM", help="prints the text of pages, as main_text does")
    parser.add_argument("--others", action="store_true", help="trafilatura and readability-lxml, for comparison")
    parser.add_argument("--below", type=float, default=0.0, help="name the pages whose F1 is lower")
    parser.add_argument("--least", type=float, default=0.0, help="fail where the mean F1 of ours is lower")
    arguments = parser.parse_args()
    pages, expected = zip(*pages_of(arguments.folder))
    systems = [("ours", lambda: run_ours(arguments.ours, pages))] if arguments.ours else []
    if arguments.others:
        systems += [("trafilatura", lambda: run_trafilatura(pages)), ("readability", lambda: run_readability(pages))]
    failed = False
    for name, run in systems:
        start = time.process_time() if name != "ours" else time.monotonic()
        texts = run()
        end = time.process_time() if name != "ours" else time.monotonic()
        mean = report(name, pages, expected, texts, end - start, arguments.below)
        failed |= name == "ours" and mean < arguments.least
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
