"""What goes wrong, as Python's exceptions."""
from __future__ import annotations

import importlib
import re
from typing import Any

from ._screen import printable


class Error(Exception):
    """Something could not be done.

    ``what`` says what went wrong, ``where`` the file and place ("mine.json:17:4") or an empty text, ``remedy``
    what to do about it, as a sentence or an empty text; ``file`` and ``line`` are taken from ``where``. Shown as a text it
    is one line without control characters, whatever the file or its name holds; the fields have what was there.

    >>> import newsgraph
    >>> try:
    ...     newsgraph.Reader(relations="missing.json")
    ... except newsgraph.Error as error:
    ...     print(error.file)
    missing.json
    """

    def __init__(self, what: str, where: str = "", remedy: str = ""):
        super().__init__(what, where, remedy)
        self.what, self.where, self.remedy = what, where, remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f". {self.remedy}" if self.remedy else ""
        return printable(f"{place}{self.what}{remedy}")

    @property
    def file(self) -> str:
        return re.sub(r"(:\d+){1,2}$|: byte \d+$", "", self.where)

    @property
    def line(self) -> int | None:
        found = re.search(r":(\d+)(:\d+)?$", self.where)
        return int(found.group(1)) if found else None


class UsageError(Error, ValueError):
    """What was asked for cannot be meant: an unknown name, a date that is none, a file of yours that is not right."""


class MissingPackageError(Error, ImportError):
    """A package that newsgraph does without, and this needs, is not installed."""


def package(name: str, what: str) -> Any:
    """The module of this name, which ``what`` needs."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:  # it is there and lacks something itself
            raise
        raise MissingPackageError(f"{what} needs {name}", "", f"Install it: pip install {name}") from None


class SkippedWarning(UserWarning):
    """An input, or a part of one, was left out; the rest was read."""
