"""Articles in all the forms in which people hold them, as rows for the reader."""
from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Optional

from . import _native
from ._errors import UsageError

FIELDS = ("text", "title", "date", "url", "id")
Row = tuple  # of FIELDS


@dataclass(frozen=True)
class Article:
    """One article. Only the text is needed; without an id it gets one made from its content.

    >>> import newsgraph
    >>> article = newsgraph.Article("Beijing denounced the ban.", title="Australia bans TikTok", date="2023-04-04")
    >>> article.whole_text
    'Australia bans TikTok\\n\\nBeijing denounced the ban.'
    """

    text: str
    title: Optional[str] = None
    date: Optional[str] = None
    url: Optional[str] = None
    id: Optional[str] = None
    author: Optional[str] = None
    source: Optional[str] = None

    @property
    def whole_text(self) -> str:
        """What ``start`` and ``end`` of claims count in: title, blank line and text, without control characters."""
        return _native.text_of(self.text, self.title)


def plain(value: Any) -> Any:
    """A value of a frame as the reader takes it: dates as ISO 8601, what is missing as None, numbers as texts."""
    if value is None or isinstance(value, (str, bytes)):
        return value
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat() if value == value else None
    if value != value or type(value).__name__ in ("NAType", "NaTType"):
        return None
    return str(value)


class Columns:
    """Which keys of mappings, or columns of frames, are which field: found out once for each set of keys."""

    def __init__(self, wanted: Mapping[str, str] | None = None):
        self._wanted = dict(wanted or {})
        self._known: dict[tuple, dict[str, int]] = {}

    def places(self, names: tuple) -> dict[str, int]:
        found = self._known.get(names)
        if found is None:
            found = _native.article_columns([str(name) for name in names], self._wanted)
            if "text" not in found and "title" not in found:
                raise UsageError(
                    "no column has the text of the articles", "",
                    f"The columns are {', '.join(map(str, names))}: say which it is, such as columns={{'text': '{names[0]}'}}"
                    if names else "")
            if len(self._known) > 1000:  # every article with keys of its own
                self._known.clear()
            self._known[names] = found
        return found

    def row(self, article: Mapping[Any, Any]) -> Row:
        names = tuple(article)
        places = self.places(names)
        return tuple(plain(article[names[places[field]]]) if field in places else None for field in FIELDS)


def is_path(source: Any) -> bool:
    return isinstance(source, os.PathLike)


def is_frame(source: Any) -> bool:
    """A frame, table or batch of any library."""
    return hasattr(source, "__arrow_c_stream__") or hasattr(source, "__arrow_c_array__") or _library(source) in (
        "pandas", "polars", "pyarrow")


def _library(source: Any) -> str:
    return type(source).__module__.split(".")[0]


def refuse_path(text: str) -> None:
    """A str is always a text; somebody who gives the name of a file means the file."""
    if len(text) < 4096 and "\n" not in text and "\0" not in text and os.path.exists(text):
        raise UsageError("a str is the text of an article, and this one is the name of a file", text,
                         f"Give pathlib.Path({text!r}) to read the file.")


def frame_columns(frame: Any) -> list[str]:
    if hasattr(frame, "column_names"):
        return list(frame.column_names)
    if _library(frame) == "polars" and hasattr(frame, "collect_schema"):
        return list(frame.collect_schema().names())
    if hasattr(frame, "columns"):
        return [str(column) for column in frame.columns]
    import pyarrow

    return list(pyarrow.RecordBatchReader.from_stream(frame).schema.names)


def frame_records(frame: Any, names: list[str]) -> Iterator[tuple]:
    """The values of these columns, row by row, without making a copy of the whole frame."""
    library = _library(frame)
    if library == "pandas":
        columns = [frame.columns[[str(column) for column in frame.columns].index(name)] for name in names]
        yield from frame[columns].itertuples(index=False, name=None)
    elif library == "polars":
        chosen = frame.select(names)
        if hasattr(chosen, "collect"):
            chosen = chosen.collect()
        yield from chosen.iter_rows()
    else:
        for batch in _batches(frame):
            yield from zip(*(batch.column(batch.schema.get_field_index(name)).to_pylist() for name in names))


def _batches(frame: Any) -> Iterable[Any]:
    import pyarrow

    if isinstance(frame, pyarrow.RecordBatch):
        return [frame]
    if isinstance(frame, (pyarrow.Table, pyarrow.RecordBatchReader)):
        return frame.to_batches(max_chunksize=1024) if isinstance(frame, pyarrow.Table) else frame
    return pyarrow.RecordBatchReader.from_stream(frame)


def frame_rows(frame: Any, columns: Columns) -> Iterator[Row]:
    names = frame_columns(frame)
    places = columns.places(tuple(names))
    wanted = [field for field in FIELDS if field in places]
    for values in frame_records(frame, [names[places[field]] for field in wanted]):
        row = dict(zip(wanted, values))
        yield tuple(plain(row.get(field)) for field in FIELDS)


def row_of(article: Any, columns: Columns) -> Row:
    """One article as a row."""
    if isinstance(article, (str, bytes)):
        return (article, None, None, None, None)
    if isinstance(article, Article):
        return (article.text, article.title, article.date, article.url, article.id)
    if isinstance(article, Mapping):
        return columns.row(article)
    raise TypeError(f"{type(article).__name__} is no article: give a str, a dict, an Article or a path")


def items_of(source: Any, columns: Columns) -> Iterator[Any]:
    """Rows, and paths as they are, in order."""
    if is_path(source):
        yield source
    elif isinstance(source, (str, bytes, Article, Mapping)):
        if isinstance(source, str):
            refuse_path(source)
        yield row_of(source, columns)
    elif is_frame(source):
        yield from frame_rows(source, columns)
    elif isinstance(source, Iterable):
        for article in source:
            yield article if is_path(article) else row_of(article, columns)
    else:
        row_of(source, columns)


def article_of(found: Mapping[str, Any]) -> Article:
    return Article(**found)


Progress = Callable[[Iterable[Any], Optional[int]], Iterable[Any]]
