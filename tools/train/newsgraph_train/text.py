"""How a word form is read. src/language/network/form_text.cpp does exactly the same at run time."""

import zlib

_PLAIN = {"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "--", "…": "...", "\u00a0": " "}


def normalise(form):
    """Typographic quotes, dashes and the ellipsis as the treebanks type them."""
    return "".join(_PLAIN.get(c, c) for c in form)


def lower(text):
    """Lower case code point by code point: never changes the number of code points."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def shape(form):
    """'McDonald' -> 'XxXxxx', '2019' -> 'ddd': runs are cut at three, the form at 40 code points."""
    out = ""
    for c in form[:40]:
        kind = _kind(c)
        if len(out) < 3 or out[-3:] != kind * 3:
            out += kind
    return out


def _kind(c):
    if c.isascii():
        return "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
    return "X" if lower(c) != c else "x"


def bucket(feature, size):
    """The row of a hashed feature: CRC-32 of its UTF-8 bytes modulo the number of rows."""
    return zlib.crc32(feature.encode()) % size


def affixes(normal, known):
    """The hashed features of a normalised form, in the order of Config.hash_rows."""
    low = lower(normal)
    return ("2" + low[-2:], "3" + low[-3:], "p" + low[:3], "s" + shape(normal),
            "o" + ("1" if known else "0") + normal[:1])
