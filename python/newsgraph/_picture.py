"""A small graph as SVG where the build has no Graphviz, as wheels have not: the graph's own layout, drawn."""
from __future__ import annotations

import itertools
import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

_LETTER = 6.6  # what a letter of 12 pixels is wide, about
_LINE = 15
_BROAD = 22  # letters of a name; longer ones get two lines
_MOST = 60  # letters that are shown
_STRETCHED = 1.35  # names need more room from side to side than the layout leaves
_MARGIN = 24
_ACROSS = 960  # pixels, unless one component needs more
_BESIDE, _BELOW = 76, 34  # between two names, so that an edge and what it is called has room
_BEND = 36  # between two edges of the same nodes
_DASHES = {"planned": "7 4", "ended": "2 4", "denied": "8 3 2 3"}  # as in the other pictures


class _Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float
    lines: list[str]
    color: str
    type: str

    def border_towards(self, x: float, y: float, gap: float) -> tuple[float, float]:
        """Where the line from the middle to that point leaves the box and a gap around it."""
        right, down = x - self.x, y - self.y
        parts = [(side / 2 + gap) / abs(way) for side, way in ((self.width, right), (self.height, down)) if way]
        part = min([1.0, *parts])
        return self.x + part * right, self.y + part * down


def _lines(name: str) -> list[str]:
    name = name if len(name) <= _MOST else name[:_MOST - 1] + "…"
    blanks = [place for place, letter in enumerate(name) if letter == " "]
    if len(name) <= _BROAD or not blanks:
        return [name]
    middle = min(blanks, key=lambda place: abs(2 * place - len(name)))
    return [name[:middle], name[middle + 1:]]


def _boxes(nodes: list[dict[str, Any]]) -> dict[str, _Box]:
    boxes = {}
    for node in nodes:
        attributes = node["attributes"]
        lines = _lines(attributes["label"])
        boxes[node["key"]] = _Box(attributes["x"] * _STRETCHED, -attributes["y"], max(map(len, lines)) * _LETTER + 18,
                                  len(lines) * _LINE + 10, lines, attributes["color"], attributes.get("entity_type") or "thing")
    return boxes


def _push(one: _Box, other: _Box) -> tuple[float, float]:
    """How far each of two that stand too near has to go, and which way: the shorter."""
    right, down = other.x - one.x, other.y - one.y
    over = (one.width + other.width) / 2 + _BESIDE - abs(right), (one.height + other.height) / 2 + _BELOW - abs(down)
    if min(over) <= 0:
        return 0.0, 0.0
    if over[0] < over[1]:
        return math.copysign(over[0] / 2, right), 0.0
    return 0.0, math.copysign(over[1] / 2, down)


def _apart(boxes: dict[str, _Box]) -> dict[str, _Box]:
    """The layout knows points; names need room."""
    boxes = dict(boxes)
    for _ in range(50):
        moved = False
        for one, other in itertools.combinations(boxes, 2):
            x, y = _push(boxes[one], boxes[other])
            if x or y:
                moved = True
                boxes[one] = boxes[one]._replace(x=boxes[one].x - x, y=boxes[one].y - y)
                boxes[other] = boxes[other]._replace(x=boxes[other].x + x, y=boxes[other].y + y)
        if not moved:
            break
    return boxes


def _bounds(boxes: Iterable[_Box]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    sides = [(box.x - box.width / 2, box.y - box.height / 2, box.x + box.width / 2, box.y + box.height / 2) for box in boxes]
    left, top, right, bottom = zip(*sides)
    return min(left), min(top), max(right), max(bottom)


def _packed(boxes: dict[str, _Box], components: dict[str, int]) -> dict[str, _Box]:
    """Components, which the layout puts far from each other, in rows, the highest first."""
    groups: dict[int, dict[str, _Box]] = {}
    for key, box in boxes.items():
        groups.setdefault(components[key], {})[key] = box
    bounds = {component: _bounds(group.values()) for component, group in groups.items()}
    across = max([_ACROSS, *(right - left for left, _, right, _ in bounds.values())])
    packed: dict[str, _Box] = {}
    x = y = row = 0.0
    for component in sorted(groups, key=lambda component: (bounds[component][1] - bounds[component][3], component)):
        left, top, right, bottom = bounds[component]
        if x and x + right - left > across:
            x, y, row = 0.0, y + row + _MARGIN, 0.0
        packed.update({key: box._replace(x=box.x + x - left, y=box.y + y - top) for key, box in groups[component].items()})
        x, row = x + right - left + _MARGIN, max(row, bottom - top)
    return packed


def _texts(lines: list[str], x: float, y: float, escape: Callable[[str], str]) -> str:
    top = y - (len(lines) - 1) * _LINE / 2 + 4
    return "".join(f'<text x="{x:.1f}" y="{top + number * _LINE:.1f}">{escape(line)}</text>' for number, line in enumerate(lines))


def _box(box: _Box, escape: Callable[[str], str]) -> str:
    return (f'<rect x="{box.x - box.width / 2:.1f}" y="{box.y - box.height / 2:.1f}" width="{box.width:.1f}" '
            f'height="{box.height:.1f}" rx="6" fill="{box.color}"/>{_texts(box.lines, box.x, box.y, escape)}')


def _head(x: float, y: float, from_x: float, from_y: float) -> str:
    """The arrow's head with its tip there."""
    turn = math.atan2(y - from_y, x - from_x)
    corners = [(x - 9 * math.cos(turn + side), y - 9 * math.sin(turn + side)) for side in (-0.4, 0.4)]
    return f"M{x:.1f} {y:.1f}" + "".join(f"L{across:.1f} {down:.1f}" for across, down in corners) + "Z"


def _edge(edge: dict[str, Any], source: _Box, target: _Box, bend: float, escape: Callable[[str], str]) -> str:
    attributes = edge["attributes"]
    color, status = attributes["color"], attributes["status"]
    length = math.hypot(target.x - source.x, target.y - source.y) or 1.0
    aside = bend / length
    by_x, by_y = ((source.x + target.x) / 2 - aside * (target.y - source.y), (source.y + target.y) / 2 + aside * (target.x - source.x))
    if source is target:  # a loop above the box
        by_x, by_y = source.x + bend, source.y - source.height - _BEND
    begin, end = source.border_towards(by_x, by_y, 0), target.border_towards(by_x, by_y, 2)
    dashes = f' stroke-dasharray="{_DASHES[status]}"' if status in _DASHES else ""
    width = 1.2 + min(2.5, math.log2(max(1.0, attributes["weight"])))
    label = attributes["label"] if status == "asserted" else f"{attributes['label']} ({status})"
    label_x, label_y = (begin[0] + 2 * by_x + end[0]) / 4, (begin[1] + 2 * by_y + end[1]) / 4
    return (f'<g stroke="{color}" fill="none"><title>{escape(attributes.get("evidence") or "")}</title>'
            f'<path d="M{begin[0]:.1f} {begin[1]:.1f}Q{by_x:.1f} {by_y:.1f} {end[0]:.1f} {end[1]:.1f}" stroke-width="{width:.1f}"{dashes}/>'
            f'<path d="{_head(*end, by_x, by_y)}" fill="{color}"/></g>'
            f'<text x="{label_x:.1f}" y="{label_y + 3:.1f}" font-size="10" fill="{color}" stroke="#fff" stroke-width="3" '
            f'paint-order="stroke">{escape(label)}</text>')


def _edges(edges: list[dict[str, Any]], boxes: dict[str, _Box], escape: Callable[[str], str]) -> Iterator[str]:
    """Edges between the same two nodes bend away from each other."""
    pairs = Counter(frozenset((edge["source"], edge["target"])) for edge in edges)
    drawn: Counter[frozenset[str]] = Counter()
    for edge in edges:
        pair = frozenset((edge["source"], edge["target"]))
        bend = (drawn[pair] - (pairs[pair] - 1) / 2) * _BEND
        drawn[pair] += 1
        turned = -1 if edge["source"] > edge["target"] else 1  # the same side, whichever way it goes
        yield _edge(edge, boxes[edge["source"]], boxes[edge["target"]], turned * bend, escape)


def _legend(boxes: dict[str, _Box], x: float, y: float, escape: Callable[[str], str]) -> str:
    """Which colour is which type."""
    parts = []
    for type, color in sorted({(box.type, box.color) for box in boxes.values()}):
        width = len(type) * _LETTER + 14
        parts.append(_box(_Box(x + width / 2, y, width, _LINE + 4, [type], color, type), escape))
        x += width + 8
    return "".join(parts)


def svg(graph: Any, escape: Callable[[str], str]) -> str:
    """The graph as the text of an SVG; ``escape`` makes a text one of HTML."""
    found = json.loads(graph.layout().measure("component").to_text("graphology"))
    if not found["nodes"]:
        return ""
    components = {node["key"]: node["attributes"]["component"] for node in found["nodes"]}
    boxes = _packed(_apart(_boxes(found["nodes"])), components)
    left, top, right, bottom = _bounds(boxes.values())
    left, top, right, bottom = left - _MARGIN, top - _BEND, right + _MARGIN, bottom + _MARGIN + _LINE
    drawn = "".join(_edges(found["edges"], boxes, escape)) + "".join(_box(box, escape) for box in boxes.values())
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{right - left:.0f}" height="{bottom - top + 20:.0f}" '
            f'viewBox="{left:.0f} {top:.0f} {right - left:.0f} {bottom - top + 20:.0f}" font-family="Helvetica, Arial, sans-serif" '
            f'font-size="12" text-anchor="middle">{drawn}{_legend(boxes, left + _MARGIN, bottom, escape)}</svg>')
