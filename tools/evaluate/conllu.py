"""CoNLL-U files: reading, and the raw text that they were made from.

https://universaldependencies.org/format.html
"""

from dataclasses import dataclass, field


@dataclass
class Word:
    """A syntactic word: the columns of one line whose ID is a number."""

    form: str
    lemma: str = "_"
    upos: str = "_"
    xpos: str = "_"
    head: int = 0  # 0 is the root, 1 the sentence's first word
    deprel: str = "_"
    misc: str = "_"


@dataclass
class Surface:
    """A token as it is written: one word, or a multiword token over several."""

    form: str
    first: int  # index of its first word in Sentence.words
    last: int  # index of its last word, inclusive
    misc: str = "_"

    @property
    def multiword(self):
        return self.last > self.first

    @property
    def space_after(self):
        return "SpaceAfter=No" not in self.misc.split("|")


@dataclass
class Sentence:
    comments: list = field(default_factory=list)
    words: list = field(default_factory=list)
    surfaces: list = field(default_factory=list)

    @property
    def starts_paragraph(self):
        return any(c.startswith(("# newpar", "# newdoc")) and not c.startswith("# newpar_block")
                   for c in self.comments)


def read(path):
    """The sentences of a CoNLL-U file. Empty nodes are skipped."""
    with open(path, encoding="utf-8") as file:
        return parse(file)


def parse(lines):
    sentences, current, covered = [], Sentence(), 0
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\n")
        if not line:
            if current.words:
                sentences.append(current)
            current, covered = Sentence(), 0
        elif line.startswith("#"):
            current.comments.append(line)
        else:
            covered = _add_line(current, line.split("\t"), covered, number)
    if current.words:
        sentences.append(current)
    return sentences


def _add_line(sentence, columns, covered, number):
    """Adds a word or a multiword token; returns the number of words that surfaces cover so far."""
    if len(columns) != 10:
        raise ValueError(f"line {number}: {len(columns)} columns instead of 10")
    ident, misc = columns[0], columns[9]
    if "." in ident:
        return covered
    if "-" in ident:
        first, last = (int(part) - 1 for part in ident.split("-"))
        sentence.surfaces.append(Surface(columns[1], first, last, misc))
        return last + 1
    index = len(sentence.words)
    if int(ident) != index + 1:
        raise ValueError(f"line {number}: word {ident} where {index + 1} is expected")
    head = int(columns[6]) if columns[6] != "_" else 0
    sentence.words.append(Word(columns[1], columns[2], columns[3], columns[4], head, columns[7], misc))
    if index >= covered:
        sentence.surfaces.append(Surface(columns[1], index, index, misc))
        covered = index + 1
    return covered


def raw_text(sentences):
    """The text as the CoNLL 2018 shared task rebuilt it: paragraphs and documents are separated by
    blank lines; within a paragraph the sentences follow each other after a space, or directly
    where the last token says SpaceAfter=No."""
    pieces = []
    for index, sentence in enumerate(sentences):
        if index and sentence.starts_paragraph:
            pieces.append("\n\n")
        for surface in sentence.surfaces:
            pieces.append(surface.form)
            if surface.space_after:
                pieces.append(" ")
    return "".join(pieces).replace(" \n\n", "\n\n").strip() + "\n"
