#!/usr/bin/env python3
"""Speed of the main job: MB/s and articles/s of `newsgraph claims` on news, one core, in CPU time.

usage: claims_speed.py NEWSGRAPH [ARTICLES [DUMP.jsonl]]

The articles are those of tests/gold and data/sample, their names and numbers varied so that no two are alike;
DUMP.jsonl keeps them. Also says how much memory the run took: it must not grow with ARTICLES.
"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
START = "ABCDEFGHKLMNPRSTV"
MIDDLE = ["al", "en", "or", "is", "an", "ur", "el", "om"]


def originals():
    # Whole articles only: tests/gold/sentences holds single sentences with a trigger, which is not what news is like.
    for name in ("documents", "sample"):
        with open(ROOT / "tests" / "gold" / f"{name}.docs.jsonl", encoding="utf-8") as file:
            yield from map(json.loads, file)


def name_like(word, chance):
    """A word of the same length or so that nobody has heard."""
    made = chance.choice(START)
    while len(made) < len(word):
        made += chance.choice(MIDDLE)
    return made


def varied(article, number):
    """The article with some of its capitalised words and all its numbers replaced."""
    chance = random.Random(number)
    text = article["text"]
    words = sorted(set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{4,}", text)))
    for word in words:
        if chance.random() < 0.3:
            text = re.sub(rf"\b{word}\b", name_like(word, chance), text)
    text = re.sub(r"\b\d\d+\b", lambda found: str(chance.randrange(10, 10 ** len(found.group()))), text)
    return {**article, "id": f"{article['id']}-{number}", "text": text}


def write_dump(path, count):
    articles = list(originals())
    with open(path, "w", encoding="utf-8") as dump:
        for number in range(count):
            dump.write(json.dumps(varied(articles[number % len(articles)], number), ensure_ascii=False) + "\n")


def measure(program, *arguments):
    """CPU seconds and the largest memory in MiB."""
    with subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL) as run:
        _, status, used = os.wait4(run.pid, 0)
    if status != 0:
        sys.exit(f"newsgraph failed: {status}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    with tempfile.TemporaryDirectory() as folder:
        dump = sys.argv[3] if len(sys.argv) > 3 else os.path.join(folder, "dump.jsonl")
        write_dump(dump, count)
        size = sum(len(json.loads(line)["text"].encode()) for line in open(dump, encoding="utf-8"))
        seconds, memory = measure(program, "claims", dump, "-q", "--jobs", "1")
        print(f"{count} articles, {size / 1e6:.2f} MB of text: {seconds:.1f} s CPU, {size / 1e6 / seconds:.3f} MB/s, "
              f"{count / seconds:.0f} articles/s, {memory:.0f} MiB")


main()
