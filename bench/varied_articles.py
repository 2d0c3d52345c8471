"""Articles for measurements: those of tests/gold and data/sample, their names and numbers varied so that no two are
alike. The same number gives the same articles."""
import json
import pathlib
import random
import re

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
