"""Treebanks in CoNLL-U. Multiword token lines and empty nodes are left out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Token:
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int  # 1-based, 0 for the root
    deprel: str


def read_conllu(path):
    """The sentences of a file as lists of tokens."""
    sentences, current = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if current:
                    sentences.append(current)
                current = []
            elif not line.startswith("#"):
                c = line.split("\t")
                if c[0].isdigit():
                    current.append(Token(c[1], c[2], c[3], c[4], int(c[6]), c[7]))
    if current:
        sentences.append(current)
    return sentences
