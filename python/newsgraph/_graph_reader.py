"""The reader as the package shows it: claims, and graphs of them."""
from __future__ import annotations

from typing import Any

from ._graph import Graph
from ._reader import ClaimReader


class Reader(ClaimReader):
    """Reads articles on several threads, outside of Python's lock, and hands on their claims in order.

    ``relations`` and ``entities`` are files of yours or what is in them as a dict (docs/relations.md,
    docs/entities.md), ``decisions`` a file of what was decided about claims and names, or its lines as dicts
    (docs/decisions.md), ``model`` a language model's file; ``jobs`` is the number of threads, one a core where it is
    not given. ``min_confidence``, 0 to 1, is what a claim of an article has to have; without it each kind has to be as
    sure as pays (docs/confidence.md). With ``strict`` an input that cannot be read is an :class:`Error`, otherwise a :class:`SkippedWarning`.

    A reader can be pickled, and used by several threads and after a fork.

    >>> import newsgraph
    >>> reader = newsgraph.Reader()
    >>> for claim in reader.read("Australia banned TikTok on government devices on Tuesday."):
    ...     print(claim.subject.name, claim.relation, claim.object.name, claim.scope)
    Australia bans TikTok on government devices
    >>> len(newsgraph.Reader(min_confidence=1.0).read("Australia banned TikTok on government devices on Tuesday."))
    0
    """

    def graph(self, source: Any, **options: Any) -> Graph:
        """A :class:`Graph` of ``source``, which may be files of graphs, too."""
        return Graph(source, reader=self, **options)
