"""Articles in, claims out."""
from __future__ import annotations

import contextlib
import json
import os
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Union

from . import _native
from ._articles import Article, Columns, article_of, is_path, items_of
from ._errors import Error, SkippedWarning
from ._native import Claims
from ._progress import shown
from ._screen import printable

Data = Union[str, "os.PathLike[str]", Mapping[str, Any], None]  # a file, or what is in it
Decisions = Union[str, "os.PathLike[str]", Iterable[Mapping[str, Any]], None]  # a file, or its lines

_WAITING = 24  # articles under way for each thread: enough that none waits, few enough for memory


def _contents(data: Data) -> str | None:
    """The JSON of a user's file, so that a reader can go to another process or machine."""
    if data is None:
        return None
    if isinstance(data, Mapping):
        return json.dumps(data)
    try:
        with open(data, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8"
        raise Error(f"the file cannot be read: {reason}", os.fspath(data)) from error


def from_lines(text: str) -> list[Any]:
    """What JSON Lines hold. Their texts may have what Python takes for the end of a line."""
    return [json.loads(line) for line in text.split("\n") if line]


def decision_lines(decisions: Decisions) -> str | None:
    """What a file of decisions has, or would have."""
    if decisions is None:
        return None
    if isinstance(decisions, (str, os.PathLike)):
        lines = _native.read_decisions(os.fspath(decisions))
    else:
        lines = [json.dumps(decision) for decision in decisions]
    return "".join(line + "\n" for line in lines)


@contextlib.contextmanager
def _as_file(data: Any, contents: str | None, name: str) -> Iterator[str]:
    """A file with these contents: the user's own where it is there; messages name it, or what it is."""
    if contents is None:
        yield ""
    elif isinstance(data, (str, os.PathLike)) and os.path.exists(data):
        yield os.fspath(data)
    else:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(contents)
            try:
                yield path
            except Error as error:
                raise type(error)(error.what, error.where.replace(path, name), error.remedy) from None


def report_skipped(report: Mapping[str, Any], strict: bool) -> None:
    """Warns of what was left out; under ``strict`` it is an error."""
    for where, reason, more in report["skipped"]:
        if strict:
            raise Error(reason, where)
        further = f" (and {more} more of this file)" if more else ""
        warnings.warn(printable(f"skipped {where}: {reason}{further}"), SkippedWarning, stacklevel=4)
    if report["outdated"]:
        warnings.warn(f"older copies of articles read before the newer ones, and not left out: {report['outdated']}", SkippedWarning, stacklevel=4)
    for warning in report["warnings"]:
        warnings.warn(printable(warning), SkippedWarning, stacklevel=4)


def _restore(reader: type[ClaimReader], options: dict[str, Any]) -> ClaimReader:
    return reader(**options)


class ClaimReader:
    """What :class:`newsgraph.Reader` does without graphs, which are made of its claims."""

    def __init__(self, *, relations: Data = None, entities: Data = None, decisions: Decisions = None,
                 model: str | os.PathLike[str] | None = None, jobs: int | None = None,
                 max_document_size: int | str = "16M", strict: bool = False, min_confidence: float | None = None):
        if min_confidence is not None and not 0 <= min_confidence <= 1:
            raise ValueError(f"min_confidence is a number from 0 to 1, not {min_confidence}")
        if decisions is not None and not isinstance(decisions, (str, os.PathLike)):
            decisions = list(decisions)
        self._options = {"relations": _contents(relations), "entities": _contents(entities),
                         "decisions": decision_lines(decisions), "model": os.fspath(model) if model is not None else None, "jobs": jobs,
                         "max_document_size": max_document_size, "strict": strict, "min_confidence": min_confidence}
        self._strict = strict
        self._jobs = jobs or os.cpu_count() or 1
        self._largest = (max_document_size if isinstance(max_document_size, int)
                         else _native.parse_size(max_document_size))
        with _as_file(relations, self._options["relations"], "relations") as relations_file, \
                _as_file(entities, self._options["entities"], "entities") as entities_file, \
                _as_file(decisions, self._options["decisions"], "decisions") as decisions_file:
            self._tools = _native.make_tools(relations_file, entities_file, self._options["model"] or "", decisions_file,
                                              min_confidence)
        self._pool: Any = None
        self._process = 0

    def __reduce__(self) -> tuple:
        return _restore, (type(self), self._again())

    def _again(self) -> dict[str, Any]:
        """What makes the same reader, here or elsewhere."""
        options = {name: json.loads(value) if name in ("relations", "entities") and value else value
                   for name, value in self._options.items()}
        if options["decisions"] is not None:
            options["decisions"] = self.decisions
        return options

    @property
    def decisions(self) -> list[dict[str, Any]]:
        """The decisions that were given, in their order."""
        return from_lines(self._options["decisions"] or "")

    def unused_decisions(self) -> list[dict[str, Any]]:
        """Those that found nothing so far, and none that was undone or that a later one replaced.

        >>> import newsgraph
        >>> reader = newsgraph.Reader(decisions=[{"decision": "ignore", "names": ["Tuesday"]},
        ...                                      {"decision": "merge", "names": ["TikTok"], "into": "ByteDance"}])
        >>> [claim.object.name for claim in reader.read("Australia banned TikTok.")]
        ['ByteDance']
        >>> reader.unused_decisions()
        [{'decision': 'ignore', 'names': ['Tuesday']}]
        """
        return [json.loads(line) for line in _native.unused_decisions(self._tools)]

    def deciding(self, decisions: Decisions) -> ClaimReader:
        """The same reader with further decisions, which come after its own."""
        options = self._again()
        added = from_lines(decision_lines(decisions) or "")
        options["decisions"] = [*(options["decisions"] or []), *added]
        return type(self)(**options)

    def _channel(self) -> Any:
        if self._process != os.getpid():  # threads do not survive a fork
            self._pool = _native.WorkerPool(self._tools, self._jobs, self._largest)
            self._process = os.getpid()
        return _native.Channel(self._pool)

    def read(self, source: Any, *, columns: Mapping[str, str] | None = None, kind: str = "",
             progress: bool | None = None) -> Claims:
        """All claims of ``source``.

        That is a text, a dict or an :class:`Article`; a pandas or Polars frame, an Arrow table or anything with
        Arrow's PyCapsule interface; a path of a file or folder of anything that ``newsgraph claims`` reads; or an
        iterable of texts, dicts, articles and paths. Keys and columns go by the names that ``newsgraph`` knows
        ("body", "headline", "published_at" …); ``columns`` says what it does not know: ``{"text": "Inhalt"}``.
        ``kind`` is the kind of files whose name and content do not tell, as ``--from``.
        ``progress`` draws a bar with tqdm; None: where it is installed, somebody looks and the work is long.

        >>> import newsgraph
        >>> claims = newsgraph.Reader().read([{"headline": "A new ban", "body": "India has banned TikTok."},
        ...                                   "ByteDance owns TikTok."])
        >>> sorted({(claim.subject.name, claim.relation, claim.object.name) for claim in claims})
        [('ByteDance', 'owns', 'TikTok'), ('India', 'bans', 'TikTok')]
        """
        return _native.join([Claims(), *self.stream(source, columns=columns, kind=kind, progress=progress)])

    def stream(self, source: Any, *, columns: Mapping[str, str] | None = None, kind: str = "",
               progress: bool | None = None) -> Iterator[Claims]:
        """The same, one :class:`Claims` an article, in order, as soon as it is read; memory does not grow.

        Articles of files come as the file has them, rows of tables and claims some hundred at a time.

        >>> import newsgraph
        >>> [len(claims) for claims in newsgraph.Reader().stream(["ByteDance owns TikTok.", "It rained."])]
        [1, 0]
        """
        fields = Columns(columns)
        if self._all_paths(source):
            paths = [source] if is_path(source) else list(source)
            yield from shown(self._files(paths, columns, kind), None, progress)
            return
        yield from self._articles(shown(items_of(source, fields), source, progress), columns, kind)

    @staticmethod
    def _all_paths(source: Any) -> bool:
        if is_path(source):
            return True
        return isinstance(source, (list, tuple)) and bool(source) and all(map(is_path, source))

    def _files(self, paths: Iterable[Any], columns: Mapping[str, str] | None, kind: str) -> Iterator[Claims]:
        native = _native.read_claims(self._tools, [os.fspath(path) for path in paths], kind, dict(columns or {}),
                                     self._largest, self._jobs)
        while (claims := native.next()) is not None:
            yield claims
        report_skipped(native.report, self._strict)

    def _articles(self, items: Iterable[Any], columns: Mapping[str, str] | None, kind: str) -> Iterator[Claims]:
        channel = self._channel()
        most = _WAITING * self._jobs
        taken = 0
        for item in items:
            if is_path(item):
                while channel.under_way:
                    taken += 1
                    yield self._good(channel.pop(), taken)
                yield from self._files([item], columns, kind)
                continue
            channel.push(*item)
            if channel.under_way >= most:
                taken += 1
                yield self._good(channel.pop(), taken)
            while (claims := channel.try_pop()) is not None:
                taken += 1
                yield self._good(claims, taken)
        while channel.under_way:
            taken += 1
            yield self._good(channel.pop(), taken)

    def _good(self, claims: Claims, number: int) -> Claims:
        if claims._error is not None:
            if self._strict:
                raise Error(claims._error, f"article {number}")
            warnings.warn(printable(f"skipped article {number}: {claims._error}"), SkippedWarning, stacklevel=4)
        return claims


def articles(source: Any, *, columns: Mapping[str, str] | None = None, kind: str = "",
             max_document_size: int | str = "16M", strict: bool = False) -> Iterator[Article]:
    """The articles of files and folders of any kind that newsgraph reads, without looking for claims.

    ``source`` is a path or several, or the bytes of one file.

    >>> import newsgraph
    >>> page = b"<html><head><title>Ban</title></head><body><article><p>Australia banned TikTok.</p></article></body></html>"
    >>> [article.title for article in newsgraph.articles(page)]
    ['Ban']
    """
    largest = max_document_size if isinstance(max_document_size, int) else _native.parse_size(max_document_size)
    if isinstance(source, (bytes, bytearray)):
        found, report = _native.documents_in(bytes(source), "", kind, dict(columns or {}), largest)
        yield from map(article_of, found)
    else:
        paths = [source] if is_path(source) else list(source)
        native = _native.read_documents([os.fspath(path) for path in paths], kind, dict(columns or {}), largest)
        while (article := native.next()) is not None:
            yield article_of(article)
        report = native.report
    report_skipped(report, strict)


_default: ClaimReader | None = None


def default_reader() -> ClaimReader:
    """The reader that is used where none is given."""
    global _default
    if _default is None:
        _default = ClaimReader()
    return _default


def read(source: Any, **options: Any) -> Claims:
    """``Reader().read(source)``, with one reader for all calls."""
    return default_reader().read(source, **options)


def stream(source: Any, **options: Any) -> Iterator[Claims]:
    """``Reader().stream(source)``, with one reader for all calls."""
    return default_reader().stream(source, **options)
