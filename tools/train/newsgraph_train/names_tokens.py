"""Sentences and tokens of raw text, after the conventions of UD English EWT.

The trainer's own small copy of what the C++ splitter does: training text only has to look like what
the recogniser will meet, so rare cases may differ.
"""

import re

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen col lt capt sgt st jr sr inc ltd co corp no vs etc jan feb mar apr jun "
    "jul aug sep sept oct nov dec messrs hon rev".split())
SPLIT_HYPHEN = re.compile(r"(?<=\w)([-–])(?=\w)")
KEEP_HYPHEN = re.compile(r"^(e|co|re|non|pre|ex|anti|post|pro|un|multi)-\w+$", re.I)
CLITIC = re.compile(r"(?i)^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
TOKEN = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)+|\w[\w.'’&-]*\w|\w|\.{2,}|--+|\S")


def split_sentences(text):
    """Yields (begin, end) character ranges; a blank line always ends a sentence."""
    for paragraph in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        begin, body = paragraph.start(), paragraph.group()
        start = 0
        for stop in re.finditer(r"[.!?]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])", body):
            word = body[:stop.start()].rsplit(None, 1)[-1] if body[:stop.start()].split() else ""
            plain = word.lstrip("(\"'“‘[").rstrip(".")
            single = stop.group() == "."
            if single and (plain.lower() in ABBREVIATIONS or re.fullmatch(r"(?:[A-Za-z]\.)*[A-Za-z]", plain)):
                continue
            yield begin + start, begin + stop.end()
            start = stop.end()
        if body[start:].strip():
            yield begin + start, begin + len(body)


def _word_parts(word, begin):
    """Cuts one white-space free word into (begin, end): clitics, hyphens, slashes, the final stop."""
    if re.match(r"https?://|www\.|[\w.+-]+@", word):
        return [(begin, begin + len(word))]
    parts = []
    end = len(word)
    tail = []
    if word.endswith(".") and not re.fullmatch(r"(?:[A-Za-z]\.)+", word):
        end -= 1
        tail = [(begin + end, begin + end + 1)]
    match = CLITIC.match(word[:end])
    if match and match.group(1):
        cut = match.start(2)
        tail.insert(0, (begin + cut, begin + end))
        end = cut
    core = word[:end]
    pieces = [core] if KEEP_HYPHEN.match(core) else SPLIT_HYPHEN.split(core)
    at = 0
    for piece in pieces:
        if piece:
            parts.append((begin + at, begin + at + len(piece)))
        at += len(piece)
    return parts + tail


def tokenize(text, begin, end):
    """The tokens of text[begin:end] as (begin, end) character ranges."""
    out = []
    for match in TOKEN.finditer(text, begin, end):
        word = match.group()
        follows = text[match.end():match.end() + 1]
        if re.fullmatch(r"[A-Za-z][a-z]{0,4}", word) and word.lower() in ABBREVIATIONS and follows == ".":
            out.append((match.start(), match.end() + 1))
        elif word == "." and out and out[-1][1] == match.end():
            continue
        elif re.fullmatch(r"[A-Z]", word) and follows == "." and match.end() + 1 < end:
            out.append((match.start(), match.end() + 1))
        else:
            out.extend(_word_parts(word, match.start()))
    return out
