"""Graphs of claims."""
from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Union

from . import _native
from ._articles import Article, frame_columns, is_frame, is_path, refuse_path
from ._errors import UsageError, package
from ._native import Claim, Claims
from ._reader import ClaimReader, Decisions, default_reader, report_skipped
from ._tables import Table

if TYPE_CHECKING:
    import networkx

Names = Union[str, Iterable[str], None]


def _names(names: Names) -> list[str]:
    if names is None:
        return []
    return [names] if isinstance(names, str) else list(names)


class Graph:
    """Who owns, bans and denounces whom: one edge for each subject, relation, object and status.

    ``source`` is whatever :meth:`add` takes. ``edges="statements"`` makes an edge for each statement; ``rollup``
    ("organization" or "state") puts in place of an actor what it stands for; ``links`` adds known *part_of* and
    *represents* as edges; ``unnamed`` keeps arguments that are no names. ``decisions`` (a file or its lines) are applied
    to all that is added, as with :class:`Reader`.

    The graph does not depend on the order in which things are added.

    >>> import newsgraph
    >>> graph = newsgraph.Graph("Australia banned TikTok. ByteDance owns TikTok. India banned TikTok, too.")
    >>> graph
    <newsgraph.Graph: 4 nodes, 3 edges, 3 statements>
    >>> around = graph.filter(relation="bans").measure("degree")
    >>> [(row["name"], row["in_degree"]) for row in around.nodes if row["in_degree"]]
    [('TikTok', 2)]
    """

    def __init__(self, source: Any = None, *, reader: ClaimReader | None = None, edges: str = "merged",
                 rollup: str | None = None, links: bool = False, unnamed: bool = False, decisions: Decisions = None):
        self._reader = reader or default_reader()
        if decisions is not None:
            self._reader = self._reader.deciding(decisions)
        self._building = (edges, rollup or "none", links, unnamed)
        self._native = _native.Graph(self._reader._tools, *self._building)
        if source is not None:
            self.add(source)

    def _with(self, native: Any, building: tuple | None = None) -> Graph:
        other = Graph.__new__(Graph)
        other._reader, other._native, other._building = self._reader, native, building or self._building
        return other

    # What goes in

    def add(self, source: Any, *, columns: Mapping[str, str] | None = None, kind: str = "",
            progress: bool | None = None) -> Graph:
        """Adds claims, another graph, paths of whatever ``newsgraph export`` reads, frames of claims or of relations
        (``source, relation, target``), or articles in any form that :meth:`Reader.read` takes. Returns the graph."""
        if isinstance(source, Graph):
            self._native.add_graph(source._native)
        elif isinstance(source, Claims):
            self._native.add_claims(source)
        elif isinstance(source, Claim):
            self._native.add_claims(_native.claims_of([source]))
        elif ClaimReader._all_paths(source):
            self._add_files([source] if is_path(source) else source, columns, kind)
        elif is_frame(source) and self._holds_relations(source):
            self._native.add_claims(Claims.from_table(source))
        elif isinstance(source, (str, bytes, Mapping, Article)) or is_frame(source):
            self._add_articles(source, columns, kind, progress)
        else:
            self._add_items(source, columns, kind, progress)
        return self

    def _add_files(self, paths: Iterable[Any], columns: Mapping[str, str] | None, kind: str) -> None:
        report = self._native.add_inputs([os.fspath(path) for path in paths], kind, dict(columns or {}),
                                         self._reader._largest, self._reader._jobs)
        report_skipped(report, self._reader._strict)

    def _add_articles(self, source: Any, columns: Mapping[str, str] | None, kind: str, progress: bool | None) -> None:
        for claims in self._reader.stream(source, columns=columns, kind=kind, progress=progress):
            self._native.add_claims(claims)

    def _add_items(self, items: Iterable[Any], columns: Mapping[str, str] | None, kind: str,
                   progress: bool | None) -> None:
        """Items of any kind: claims among them are added together, for they say what their names mean."""
        claims: list[Claim] = []

        def others() -> Iterable[Any]:
            for item in items:
                if isinstance(item, Claim):
                    claims.append(item)
                elif isinstance(item, (Claims, Graph)):
                    self.add(item)
                else:
                    if isinstance(item, str):
                        refuse_path(item)
                    yield item

        self._add_articles(others(), columns, kind, progress)
        if claims:
            self._native.add_claims(_native.claims_of(claims))

    @staticmethod
    def _holds_relations(frame: Any) -> bool:
        names = set(frame_columns(frame))
        return "relation" in names and bool({"subject_name", "subject", "source"} & names)

    # What is made of it

    def filter(self, *, relation: Names = None, status: Names = None, type: Names = None, entity: Names = None,
               hops: int = 1, since: str | None = None, until: str | None = None, min_confidence: float = 0.0,
               min_statements: int = 1, top: int = 0) -> Graph:
        """What is left where all conditions hold, as a graph of its own; the options of ``newsgraph export``."""
        options = {"relations": _names(relation), "statuses": _names(status), "types": _names(type),
                   "entities": _names(entity), "hops": hops, "since": since, "until": until,
                   "min_confidence": min_confidence, "min_statements": min_statements, "top": top}
        unknown = set(options["statuses"]) - {"asserted", "planned", "ended", "denied"}
        if unknown:
            raise UsageError(f"there is no status {unknown.pop()!r}", "", "It is asserted, planned, ended or denied.")
        return self._with(self._native.filtered(options))

    def decide(self, decisions: Decisions) -> Graph:
        """What decisions, a file or its lines, make of the graph: docs/decisions.md. What is added to it later they
        correct as well.

        >>> import newsgraph
        >>> graph = newsgraph.Graph("Australia banned TikTok. Musical.ly denounced Canada.")
        >>> decided = graph.decide([{"decision": "merge", "names": ["Musical.ly"], "into": "TikTok"}])
        >>> [(edge["source_name"], edge["relation"], edge["target_name"]) for edge in decided.edges]
        [('Australia', 'bans', 'TikTok'), ('TikTok', 'denounces', 'Canada')]
        """
        other = self._with(None)
        other._reader = self._reader.deciding(decisions)
        other._native = self._native.decided(other._reader._tools)
        return other

    def unused_decisions(self) -> list[dict[str, Any]]:
        """The decisions that found nothing in what was added."""
        return self._reader.unused_decisions()

    def measure(self, *names: str) -> Graph:
        """The graph with measures of its nodes: degree, pagerank, betweenness, component, community."""
        for name in names:
            if name not in _native.measures:
                raise UsageError(f"there is no measure {name!r}", "", f"It is one of {', '.join(_native.measures)}.")
        native = self._native.copied()
        for name in names:
            native.measure(name)
        return self._with(native)

    def layout(self) -> Graph:
        """The graph with coordinates ``x`` and ``y`` of its nodes, for formats that hold them."""
        native = self._native.copied()
        native.layout()
        return self._with(native)

    def rollup(self, to: str) -> Graph:
        """The graph with actors replaced by the "organization" or "state" that they stand for."""
        edges, _, links, unnamed = self._building
        building = (edges, to, links, unnamed)
        return self._with(self._native.rebuilt(*building), building)

    def diff(self, newer: Graph) -> dict[str, list[dict[str, Any]]]:
        """What ``newer`` gained and lost, as ``newsgraph diff --json`` has it.

        >>> import newsgraph
        >>> before = newsgraph.Graph("Australia banned TikTok.")
        >>> changes = before.diff(newsgraph.Graph("Australia banned TikTok. Canada banned TikTok."))
        >>> [edge["subject"] for edge in changes["edges_gained"]]
        ['Canada']
        """
        return newer._native.difference_from(self._native)

    def explain(self, *, subject: str = "", relation: str = "", object: str = "") -> list[dict[str, Any]]:
        """The edges that match, each with its statements; names may be aliases.

        >>> import newsgraph
        >>> graph = newsgraph.Graph("Australia banned TikTok on Tuesday.")
        >>> graph.explain(object="tiktok")[0]["statements"][0]["text"]
        'Australia banned TikTok on Tuesday.'
        """
        wanted = set(self._native.explain(subject, relation, object))
        if not wanted:
            return []
        statements: dict[str, list[dict[str, Any]]] = {}
        for row in self.statements:
            if row["edge"] in wanted:
                statements.setdefault(row.pop("edge"), []).append(row)
        return [{**edge, "statements": statements.get(edge["id"], [])} for edge in self.edges if edge["id"] in wanted]

    # What comes out

    @property
    def nodes(self) -> Table:
        """A row a node, by id."""
        return Table(self._native.nodes())

    @property
    def edges(self) -> Table:
        """A row an edge, by source, target, relation and status."""
        return Table(self._native.edges())

    @property
    def statements(self) -> Table:
        """A row a statement behind an edge, in the order of the edges."""
        return Table(self._native.statements())

    def to_dict(self) -> dict[str, Any]:
        """The graph as ``graph.json`` has it: node-link data of networkx, with all statements."""
        return json.loads(self._native.text("json", ""))

    def to_networkx(self) -> networkx.MultiDiGraph:
        """A networkx.MultiDiGraph: nodes and edges by id, with all that ``graph.json`` has as attributes.

        >>> import newsgraph
        >>> graph = newsgraph.Graph("Australia banned TikTok.").to_networkx()
        >>> [(source, edge["label"], target) for source, target, edge in graph.edges(data=True)]
        [('n_australia', 'bans', 'n_tiktok')]
        """
        networkx = package("networkx", "to_networkx()")
        document = self.to_dict()
        graph = networkx.MultiDiGraph(**document.get("graph", {}))
        for node in document["nodes"]:
            graph.add_node(node.pop("id"), **node)
        for edge in document["edges"]:
            graph.add_edge(edge.pop("source"), edge.pop("target"), key=edge.pop("key", None) or edge.get("id"), **edge)
        return graph

    def to_bytes(self, format: str, *, flavor: str = "") -> bytes:
        """A file of this format: "svg", "graphml", "html" …; :func:`newsgraph.formats` lists them."""
        return self._native.text(format, flavor)

    def to_text(self, format: str, *, flavor: str = "") -> str:
        """The same for formats that are text."""
        try:
            return self._native.text(format, flavor).decode("utf-8")
        except UnicodeDecodeError:
            raise UsageError(f"{format} is no text", "", "to_bytes() gives it.") from None

    def write(self, path: str | os.PathLike[str], *, format: str = "", flavor: str = "") -> None:
        """Writes a file, in the format that its name tells unless it is given. It appears whole or not at all."""
        self._native.write(os.fspath(path), format, flavor, self._reader._jobs)

    def show(self, height: int = 640) -> Any:
        """The page of this graph in a frame, for a notebook, whatever the size of the graph."""
        from ._display import Page

        return Page(self, height)

    def __len__(self) -> int:
        return self._native.size()[1]

    def __bool__(self) -> bool:
        return self._native.size()[0] > 0

    def __repr__(self) -> str:
        nodes, edges, statements = self._native.size()
        return f"<newsgraph.Graph: {nodes} nodes, {edges} edges, {statements} statements>"

    def _repr_html_(self) -> str:
        from ._display import graph_html

        return graph_html(self)
