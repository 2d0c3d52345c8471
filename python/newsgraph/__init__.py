"""Knowledge graphs from news: who owns, bans and denounces whom, every edge with the sentences that say so.

>>> import newsgraph
>>> for claim in newsgraph.read("Australia banned TikTok on government devices on Tuesday."):
...     print(claim.subject.name, claim.relation, claim.object.name)
Australia bans TikTok

docs/python.md says more; ``python -m newsgraph --help`` is the command line.
"""
from __future__ import annotations

import atexit
import json
import os
from collections.abc import Iterable, Mapping
from typing import Any

from . import _native
from ._errors import Error, MissingPackageError, SkippedWarning, UsageError

_native.set_errors(Error, UsageError)
atexit.register(_native.end_threads)

from ._articles import Article  # noqa: E402
from ._claims import Actor, Claim, Claims  # noqa: E402
from ._graph import Graph  # noqa: E402
from ._graph_reader import Reader  # noqa: E402
from ._reader import articles, read, stream  # noqa: E402
from ._tables import Table  # noqa: E402

__version__: str = _native.version
__all__ = ["Actor", "Article", "Claim", "Claims", "Error", "Graph", "MissingPackageError", "Reader", "SkippedWarning", "Table",
           "UsageError", "append_decisions", "articles", "formats", "read", "stream"]


def append_decisions(path: str | os.PathLike[str], decisions: Iterable[Mapping[str, Any]]) -> None:
    """Appends decisions to a file such as ``decisions.jsonl`` (docs/decisions.md), which is made where it is missing.
    Where one of them is no decision, nothing is written. What the file has decided so already is not written again.

    >>> import newsgraph
    >>> newsgraph.append_decisions("decisions.jsonl", [{"decision": "ignore", "names": ["Monday"]}])
    >>> newsgraph.Reader(decisions="decisions.jsonl").decisions
    [{'decision': 'ignore', 'names': ['Monday']}]
    """
    _native.append_decisions(os.fspath(path), [json.dumps(decision) for decision in decisions])


def formats() -> list[dict[str, Any]]:
    """The formats that :meth:`Graph.write` writes: name, extensions, description, whether they are read, and whether
    this build can write them.

    >>> import newsgraph
    >>> [format["extensions"] for format in newsgraph.formats() if format["name"] == "graphml"]
    [['.graphml']]
    """
    return _native.formats()
