"""How claims, tables and graphs look in a notebook."""
from __future__ import annotations

import base64
import html
import re
from typing import Any

from . import _native, _picture

_MOST_EDGES_DRAWN = 40
_MOST_ROWS = 20
_COLORS = {"subject": "#cfe3ff", "object": "#ffe2c2", "trigger": "#e3f5d7"}
_CELL = "text-align:left;vertical-align:top"
_DATE = f"{_CELL};white-space:nowrap"


# What HTML cannot hold.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def _escape(text: str) -> str:
    return html.escape(_CONTROLS.sub("", text))


def _text(text: str) -> str:
    """A text as HTML. Its marks of direction turn nothing but itself."""
    return f"<bdi>{_escape(text)}</bdi>" if text else ""


def marked_sentence(claim: Any) -> str:
    """The claim's sentence as HTML, with subject, trigger and object marked."""
    spans = [("subject", claim.subject.span), ("object", claim.object.span), ("trigger", claim.trigger_span)]
    parts: list[str] = []
    at = 0
    for role, (begin, end) in sorted(((role, span) for role, span in spans if span), key=lambda item: item[1]):
        if begin < at:  # one within another
            continue
        parts.append(_escape(claim.sentence[at:begin]))
        words = _escape(claim.sentence[begin:end])
        parts.append(f'<mark title="{role}" style="background:{_COLORS[role]};color:#111">{words}</mark>')
        at = end
    parts.append(_escape(claim.sentence[at:]))
    return f"<bdi>{''.join(parts)}</bdi>"


def claim_html(claim: Any) -> str:
    status = "" if claim.status == "asserted" else f" <i>({_text(claim.status)})</i>"
    source = " · ".join(_text(text) for text in (claim.date, claim.title) if text)
    if claim.url and claim.url.startswith(("http://", "https://")):
        source = f'<a href="{_escape(claim.url)}" rel="noopener">{source or _text(claim.url)}</a>'
    return (f"<div><b>{_text(claim.subject.name)}</b> {_text(claim.relation)} "
            f"<b>{_text(claim.object.name)}</b>{status} "
            f'<small title="confidence">{claim.confidence:.2f}</small><br>{marked_sentence(claim)}'
            f"<br><small>{source}</small></div>")


def claims_html(claims: Any) -> str:
    rows = "".join(
        f'<tr><td style="{_CELL}">{_text(claim.subject.name)}</td><td style="{_CELL}">{_text(claim.relation)}</td>'
        f'<td style="{_CELL}">{_text(claim.object.name)}</td><td style="{_CELL}">{_text(claim.status)}</td>'
        f'<td style="{_CELL}">{claim.confidence:.2f}</td><td style="{_DATE}">{_text(claim.date or "")}</td>'
        f'<td style="{_CELL}">{marked_sentence(claim)}</td></tr>' for claim in claims[:_MOST_ROWS])
    return _table(["subject", "relation", "object", "status", "confidence", "date", "sentence"], rows, len(claims), "claims")


def table_html(table: Any) -> str:
    def cell(value: Any) -> str:
        text = "" if value is None else ", ".join(value) if isinstance(value, list) else str(value)
        return f'<td style="{_CELL}">{_text(text if len(text) < 200 else text[:199] + "…")}</td>'

    lists = table._native.lists(0, _MOST_ROWS)
    rows = "".join(f"<tr>{''.join(map(cell, values))}</tr>" for values in zip(*lists.values()))
    return _table(list(lists), rows, len(table), "rows")


def _table(columns: list[str], rows: str, total: int, what: str) -> str:
    head = "".join(f'<th style="text-align:left">{_text(column)}</th>' for column in columns)
    more = f"<p>{total} {what}, of which the first {_MOST_ROWS}.</p>" if total > _MOST_ROWS else f"<p>{total} {what}.</p>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}"


def available(format: str) -> bool:
    return any(row["name"] == format and row["available"] for row in _native.formats())


def _drawn(graph: Any) -> str:
    """By Graphviz where the build has it, which wheels have not."""
    if not available("svg"):
        return _picture.svg(graph, _escape)
    picture: str = graph.to_text("svg")
    return picture[picture.index("<svg"):]


def graph_html(graph: Any) -> str:
    nodes, edges, statements = graph._native.size()
    caption = f"<p>{nodes} nodes, {edges} edges, {statements} statements</p>"
    if 0 < edges <= _MOST_EDGES_DRAWN:
        return f'<div style="max-width:100%;overflow:auto;background:#fff">{_drawn(graph)}</div>{caption}'
    if available("html"):
        return Page(graph, 640)._repr_html_() + caption
    top = graph.filter(top=_MOST_ROWS) if edges > _MOST_ROWS else graph
    return table_html(top.edges) + caption


class Page:
    """The page of a graph in a frame of its own, which runs its scripts apart from the notebook."""

    def __init__(self, graph: Any, height: int):
        self._page = graph.to_bytes("html")
        self._height = height

    def _repr_html_(self) -> str:
        page = base64.b64encode(self._page).decode("ascii")
        return (f'<iframe sandbox="allow-scripts allow-downloads allow-popups" width="100%" height="{self._height}" '
                f'style="border:1px solid #ccc" src="data:text/html;base64,{page}"></iframe>')
