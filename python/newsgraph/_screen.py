"""What a terminal is shown."""
from __future__ import annotations

import re

_LINE_ENDS = re.compile("[\t\n\u2028\u2029]")
# Control characters, and the marks that turn the direction of writing round.
_ACTS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")


def printable(text: str) -> str:
    """Text of an article, a file or its name as one line that moves no cursor and shows nothing as something else: as
    the command line shows it."""
    return _ACTS.sub("", _LINE_ENDS.sub(" ", text))
