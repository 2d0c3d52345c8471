"""Which of the annotated documents are kept from the trainings: the scorer learns from them, and the tools that measure ask for them.
Names are learnt from articles of their own, which are parted by their numbers."""

import zlib

ONE_IN = 5


def held_out(document):
    """Whether the document of that id teaches the reader no claims."""
    return zlib.crc32(document.encode()) % ONE_IN == 0


def article_part(document):
    """test: numbers divisible by 5, never trained on; dev: numbers that end in 1; train: the others."""
    number = int(document.rsplit("-", 1)[1])
    return "test" if number % ONE_IN == 0 else "dev" if number % 10 == 1 else "train"
