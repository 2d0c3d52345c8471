"""Short articles for measurements: a paragraph of ours each, varied and numbered so that no two are alike. The same number
gives the same articles."""
import json

from varied_articles import originals, varied

SHORT = 120  # characters at least: what an agency's flash has


def paragraphs():
    """Parts of the originals that are about as long as a short article."""
    for article in originals():
        part = ""
        for line in article["text"].splitlines():
            part = f"{part}\n{line}".strip()
            if len(part) >= SHORT:
                yield {**article, "text": part}
                part = ""


def short_articles(count):
    parts = list(paragraphs())
    for number in range(count):
        article = varied(parts[number % len(parts)], number)
        yield {**article, "text": f"{article['text']}\nReport {number}."}


def write_short(path, count):
    """As JSONL; returns how many bytes of text there are."""
    size = 0
    with open(path, "w", encoding="utf-8") as dump:
        for article in short_articles(count):
            size += len(article["text"].encode())
            dump.write(json.dumps(article, ensure_ascii=False) + "\n")
    return size
