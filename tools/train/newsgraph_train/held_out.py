"""Which of the annotated documents are kept from the trainings: the scorer learns from them, and the tools that measure ask for them."""

import zlib

ONE_IN = 5


def held_out(document):
    """Whether the document of that id teaches the reader no claims."""
    return zlib.crc32(document.encode()) % ONE_IN == 0
