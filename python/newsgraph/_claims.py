"""Claims: what articles say that somebody does to somebody."""
from __future__ import annotations

import json
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, overload

from . import _native
from ._errors import SkippedWarning, UsageError
from ._graph import Graph
from ._graph_reader import Reader
from ._native import Actor, Claim, Claims
from ._reader import Decisions, default_reader, from_lines
from ._screen import printable
from ._tables import Table

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

__all__ = ["Actor", "Claim", "Claims"]

_ARGUMENTS = ("subject", "object", "speaker")


def _claim_to_dict(self: Claim) -> dict[str, Any]:
    """The claim as ``newsgraph claims`` writes it: docs/claims.md."""
    return json.loads(self.to_json())


def _claim_repr(self: Claim) -> str:
    status = "" if self.status == "asserted" else f" ({self.status})"
    return printable(f"<{self.subject.name} {self.relation} {self.object.name}{status}: {self.sentence!r}>")


def _claim_html(self: Claim) -> str:
    from ._display import claim_html

    return claim_html(self)


def _actor_repr(self: Actor) -> str:
    return printable(f"<{self.name}, {self.type or 'of unknown type'}>")


Claim.to_dict = _claim_to_dict
Claim.__repr__ = _claim_repr
Claim._repr_html_ = _claim_html
Actor.__repr__ = _actor_repr


def _getitem(self: Claims, index: int | slice) -> Claim | Claims:
    if isinstance(index, slice):
        return self._choose(list(range(*index.indices(len(self)))))
    return self._claim(index)


def _iter(self: Claims) -> Iterator[Claim]:
    for index in range(len(self)):
        yield self._claim(index)


def _add(self: Claims, other: Claims) -> Claims:
    if not isinstance(other, Claims):
        return NotImplemented
    return _native.join([self, other])


def _repr(self: Claims) -> str:
    return f"<newsgraph.Claims: {len(self)}>"


def _html(self: Claims) -> str:
    from ._display import claims_html

    return claims_html(self)


def _filter(self: Claims, keep: Callable[[Claim], bool]) -> Claims:
    """Those that ``keep`` wants.

    >>> import newsgraph
    >>> claims = newsgraph.read("Australia banned TikTok. ByteDance owns TikTok.")
    >>> [claim.subject.name for claim in claims.filter(lambda claim: claim.relation == "owns")]
    ['ByteDance']
    """
    return self._choose([index for index, claim in enumerate(self) if keep(claim)])


def _stream(self: Claims, requested_schema: object = None) -> object:
    return self._table().stream()


def _table(self: Claims) -> Table:
    """The claims as rows: docs/python.md lists the columns."""
    return Table(self._table())


def _to_graph(self: Claims, **options: Any) -> Graph:
    """A graph of them: the options are those of :class:`newsgraph.Graph`."""
    return Graph(self, **options)


def _decide(self: Claims, decisions: Decisions, *, reader: Reader | None = None) -> Claims:
    """What decisions make of them: a file, or its lines as dicts (docs/decisions.md). ``reader`` has the relations and
    names that they are about, where these are yours.

    >>> import newsgraph
    >>> claims = newsgraph.read("Australia banned TikTok. ByteDance owns TikTok.")
    >>> wrong = {"decision": "reject", "edge": {"subject": "Australia", "relation": "bans", "object": "TikTok"}}
    >>> [claim.relation for claim in claims.decide([wrong])]
    ['owns']
    """
    return _native.decide(self, (reader or default_reader()).deciding(decisions)._tools)


def _decisions(self: Claims, reviewed: Claims, *, by: str = "") -> list[dict[str, Any]]:
    """What somebody has done to the claims, as decisions, which last: those that are gone are rejected, changed names,
    types, relations, states and scopes are edits. Claims are the same where their ids are. No decision adds a claim: a
    :class:`newsgraph.SkippedWarning` says how many are among the reviewed ones alone, and how many have another date,
    sentence or speaker, which decisions do not hold.

    >>> import newsgraph
    >>> claims = newsgraph.read("Australia banned TikTok. ByteDance owns TikTok.")
    >>> frame = claims.to_pandas().query("relation == 'bans'").assign(status="planned")
    >>> decisions = claims.decisions(newsgraph.Claims.from_table(frame), by="kl")
    >>> [(decision["decision"], decision["sentence"], decision.get("set")) for decision in decisions]
    [('edit', 'Australia banned TikTok.', {'status': 'planned'}), ('reject', 'ByteDance owns TikTok.', None)]
    >>> newsgraph.read("ByteDance owns TikTok.").decide(decisions)
    <newsgraph.Claims: 0>
    """
    lines, added, beside = _native.review(self, reviewed, by)
    if added:
        warnings.warn(f"skipped {_counted(added)} that were not there before the review, for no decision adds a claim: write a table "
                      "with the columns source, relation and target, and read it with the articles", SkippedWarning, stacklevel=2)
    if beside:
        warnings.warn(f"{_counted(beside)} with another date, sentence or speaker: decisions do not hold these", SkippedWarning, stacklevel=2)
    return [json.loads(line) for line in lines]


def _counted(claims: int) -> str:
    return f"{claims} claim" + ("" if claims == 1 else "s")


def _to_dicts(self: Claims) -> list[dict[str, Any]]:
    return from_lines(self._jsonl())


def _write(self: Claims, path: str | os.PathLike[str]) -> None:
    """Writes ``claims.jsonl``, ``.csv`` (as ``newsgraph claims`` does) or ``.parquet`` (with pyarrow). The file appears whole."""
    from ._files import write_claims

    write_claims(self, os.fspath(path))


def _from_dicts(dicts: Iterable[Mapping[str, Any]]) -> Claims:
    """What :meth:`Claims.to_dicts` gave, or what somebody made of it."""
    return _native.claims_from_json([json.dumps(claim) for claim in dicts], "claim")


def _from_table(frame: Any) -> Claims:
    """What :meth:`Claims.to_pandas` and its like gave, or the Parquet files: rows may be gone and values edited.

    >>> import newsgraph
    >>> claims = newsgraph.read("Australia banned TikTok.")
    >>> newsgraph.Claims.from_table(claims.to_pandas())[0].object.name
    'TikTok'
    """
    from ._articles import frame_columns, frame_records

    names = frame_columns(frame)
    if "relation" not in names or not ({"subject_name", "subject", "source"} & set(names)):
        raise UsageError("these are no claims", "", f"The columns are {', '.join(names)}: there is no relation with its subject.")
    lines = [json.dumps(_nested(dict(zip(names, values)))) for values in frame_records(frame, names)]
    return _native.claims_from_json(lines, "row")


def _known(value: Any) -> Any:
    """None where a frame says that there is nothing."""
    if value is None or (isinstance(value, float) and value != value) or type(value).__name__ in ("NAType", "NaTType"):
        return None
    if hasattr(value, "tolist"):
        return value.tolist()
    return value.isoformat() if hasattr(value, "isoformat") else value


def _nested(flat: dict[str, Any]) -> dict[str, Any]:
    """A row as ``newsgraph claims`` would write it."""
    row = {name: _known(value) for name, value in flat.items()}
    if "subject_name" not in row:  # a table of relations
        subject, target = row.get("subject") or row.get("source"), row.get("object") or row.get("target")
        row = {"subject_name": subject, "object_name": target, "rule": "table", **row}
        row["subject_type"], row["object_type"] = row.get("source_type"), row.get("target_type")
        row.setdefault("sentence", row.get("evidence"))
        for field in ("title", "url", "date"):
            row.setdefault(f"document_{field}", row.get(field))
        row.setdefault("document_id", row.get("document") or row.get("url") or row.get("title"))
    claim = {name: row.get(name) for name in ("id", "relation", "status", "scope", "confidence", "rule", "verdict")}
    claim = {name: value for name, value in claim.items() if value is not None}
    claim["document"] = {field: row.get(f"document_{field}") or "" for field in ("id", "title", "date", "url")}
    if row.get("document_file"):
        claim["document"]["file"] = row["document_file"]
    for name in _ARGUMENTS:
        if row.get(f"{name}_name"):
            claim[name] = _argument(row, name)
    if row.get("trigger"):
        claim["trigger"] = _quotation(row["trigger"], row, "trigger")
    if row.get("sentence"):
        claim["evidence"] = _quotation(row["sentence"], row, "sentence")
    return claim


def _argument(row: dict[str, Any], name: str) -> dict[str, Any]:
    fields = ("id", "name", "type", "text", "named", "start", "end", "aliases")
    argument = {field: row.get(f"{name}_{field}") for field in fields}
    for field in ("start", "end"):
        argument[field] = int(argument[field] or 0)
    if argument["named"] is not None:
        argument["named"] = bool(argument["named"])
    return {field: value for field, value in argument.items() if value is not None}


def _quotation(text: str, row: dict[str, Any], name: str) -> dict[str, Any]:
    return {"text": text, "start": int(row.get(f"{name}_start") or 0), "end": int(row.get(f"{name}_end") or 0)}


Claims.__getitem__ = _getitem
Claims.__iter__ = _iter
Claims.__add__ = _add
Claims.__repr__ = _repr
Claims._repr_html_ = _html
Claims.__arrow_c_stream__ = _stream
Claims.filter = _filter
Claims.table = _table
Claims.to_lists = lambda self: self.table().to_lists()
Claims.to_arrow = lambda self: self.table().to_arrow()
Claims.to_pandas = lambda self: self.table().to_pandas()
Claims.to_polars = lambda self: self.table().to_polars()
Claims.decide = _decide
Claims.decisions = _decisions
Claims.to_dicts = _to_dicts
Claims.to_graph = _to_graph
Claims.write = _write
Claims.from_dicts = staticmethod(_from_dicts)
Claims.from_table = staticmethod(_from_table)
