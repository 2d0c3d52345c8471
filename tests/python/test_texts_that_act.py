"""The hostile set of tests/faults in Python: what claims, graphs, decisions and errors show is text, whatever it says."""
import html.parser
import json
import re
import sys
import warnings

import pytest

import newsgraph
from conftest import ROOT

sys.path.insert(0, str(ROOT / "tests" / "faults"))
from attacks import ACTS, ADDRESSES, ATTACKS, TURNS  # noqa: E402

TEXTS = list(ATTACKS.values())
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")  # no document holds them
# What we write around texts, and what Graphviz and we draw.
ELEMENTS = {"a", "b", "bdi", "br", "div", "i", "mark", "p", "small", "table", "tbody", "td", "th", "thead", "tr",
            "svg", "g", "title", "polygon", "path", "text", "ellipse", "polyline", "rect"}
ATTRIBUTES = {"class", "d", "fill", "font-family", "font-size", "font-style", "font-weight", "height", "href", "id", "paint-order", "points",
              "rel", "stroke", "stroke-dasharray", "stroke-width", "style", "text-anchor", "title", "transform", "viewbox",
              "width", "x", "xmlns", "xmlns:xlink", "xlink:href", "xlink:title", "y", "cx", "cy", "rx", "ry", "target", "stroke-opacity",
              "fill-opacity"}


def hostile_dicts():
    """Everyone bans the next, with the attack in every field that a text may stand in."""
    for number, text in enumerate(TEXTS):
        def actor(name):
            return {"name": name, "type": "organization", "text": name, "named": True, "aliases": [name + " alias"]}

        yield {"id": f"c-{number:016x}", "subject": actor(text), "object": actor(TEXTS[(number + 1) % len(TEXTS)]), "relation": "bans",
               "status": "asserted", "confidence": 0.9, "rule": text, "scope": text, "speaker": text, "trigger": {"text": text},
               "document": {"id": text, "title": text, "date": "2024-01-02", "url": ADDRESSES[number % len(ADDRESSES)], "file": text},
               "evidence": {"text": f"{text} banned. {text}", "start": 0, "end": 1}}


@pytest.fixture
def claims():
    made = newsgraph.Claims.from_dicts(hostile_dicts())
    assert len(made) == len(TEXTS)
    return made


class Shown(html.parser.HTMLParser):
    """What a notebook makes of a piece of HTML: its elements, and texts that stand outside of an isolation."""

    def __init__(self, page):
        super().__init__()
        self.wrong, self.turning, self.isolated = [], [], 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.isolated += tag == "bdi"
        for key, value in attributes:
            link = key in ("href", "xlink:href")
            if key not in ATTRIBUTES or (link and not value.startswith(("https://", "http://", "#"))):
                self.wrong.append((tag, key, value))
        if tag not in ELEMENTS:
            self.wrong.append(tag)

    def handle_endtag(self, tag):
        self.isolated -= tag == "bdi"

    def handle_data(self, data):
        if not self.isolated and re.search(f"[{TURNS}]", data):
            self.turning.append(data)


def assert_harmless(page, texts_of_ours_only=True):
    assert not CONTROLS.search(page)
    shown = Shown(page)
    assert shown.wrong == []
    if texts_of_ours_only:
        assert shown.turning == [] and shown.isolated == 0


def assert_printable(text):
    assert not ACTS.search(text) and "\n" not in text


def test_reprs_move_no_cursor(claims):
    for claim in claims:
        for shown in (claim, claim.subject, claim.object):
            assert_printable(repr(shown))
    assert "Alpha" in repr(claims[0])
    assert_printable(repr(claims) + repr(claims.table()) + repr(claims.to_graph()) + repr(claims.to_graph().nodes))


def test_texts_come_back_as_they_are(claims):
    assert [claim["evidence"]["text"] for claim in claims.to_dicts()] == [f"{text} banned. {text}" for text in TEXTS]
    assert newsgraph.Claims.from_dicts(claims.to_dicts()).to_dicts() == claims.to_dicts()


def test_notebooks_show_texts_as_texts(claims):
    for claim in claims:
        assert_harmless(claim._repr_html_())
    assert_harmless(claims._repr_html_())
    assert_harmless(claims.table()._repr_html_())
    graph = claims.to_graph()
    for table in (graph.nodes, graph.edges, graph.statements):
        assert_harmless(table._repr_html_())


@pytest.mark.parametrize("by", ["Graphviz", "ourselves"])
def test_notebooks_draw_texts_as_texts(claims, by, monkeypatch):
    graph = claims.to_graph()
    assert len(graph) <= 40, "it is drawn"
    if by == "ourselves":
        monkeypatch.setattr("newsgraph._display.available", lambda format: False)
    elif not any(row["name"] == "svg" and row["available"] for row in newsgraph.formats()):
        pytest.skip("this build has no Graphviz")
    assert "<svg" in graph._repr_html_()
    assert_harmless(graph._repr_html_(), texts_of_ours_only=False)


def test_the_page_in_a_notebook_is_apart(claims):
    if not any(row["name"] == "html" and row["available"] for row in newsgraph.formats()):
        pytest.skip("this build has no page")
    frame = claims.to_graph().show()._repr_html_()
    tags = re.findall(r"<[^>]*>", frame)
    assert len(tags) == 2 and re.fullmatch(
        r'<iframe sandbox="allow-scripts allow-downloads allow-popups" [^<>]* src="data:text/html;base64,[A-Za-z0-9+/=]*">', tags[0])


def test_decisions_keep_texts_as_they_are(claims):
    """As names, scopes and notes; written to a file and read again they are the same."""
    decisions = []
    for number, text in enumerate(TEXTS):
        decisions.append({"decision": "edit", "claim": f"c-{number:016x}", "set": {"scope": f"{text} scope"}, "note": text, "by": text})
        decisions.append({"decision": "merge", "names": [f"nobody {text}"], "into": f"somebody {text}", "note": text})
        decisions.append({"decision": "ignore", "names": [f"nowhere {text}"], "by": text})
    decided = claims.decide(decisions)
    assert len(decided) == len(claims) - 1  # two of the names, "=1+1" behind different blanks, are one
    for claim in decided:
        assert_printable(repr(claim))
        assert_harmless(claim._repr_html_())
    assert {claim.scope for claim in decided} <= {f"{text} scope" for text in TEXTS}
    assert len({claim.scope for claim in decided}) == len(decided)
    reader = newsgraph.Reader(decisions=decisions)
    assert json.loads(json.dumps(reader.decisions)) == reader.decisions and len(reader.decisions) == len(decisions)
    unused = newsgraph.Graph(claims, reader=reader).unused_decisions()
    assert {one["decision"] for one in unused} == {"merge", "ignore"}


def test_decision_files_go_round(claims, tmp_path):
    decisions = [{"decision": "reject", "claim": f"c-{number:016x}", "note": text, "by": text, "sentence": text}
                 for number, text in enumerate(TEXTS)]
    newsgraph.append_decisions(tmp_path / "decisions.jsonl", decisions)
    lines = (tmp_path / "decisions.jsonl").read_text(encoding="utf-8").split("\n")
    assert len(lines) == len(decisions) + 1 and lines[-1] == ""
    assert newsgraph.Reader(decisions=tmp_path / "decisions.jsonl").decisions == newsgraph.Reader(decisions=decisions).decisions
    assert len(claims.decide(tmp_path / "decisions.jsonl")) == 0


@pytest.mark.parametrize("text", TEXTS)
def test_errors_and_warnings_move_no_cursor(text, tmp_path):
    for wrong in ({"decision": text, "claim": "c-1"}, {"decision": "edit", "claim": "c-1", "set": {"relation": text}},
                  {"decision": "edit", "claim": "c-1", "set": {"status": text}}, {text: text}):
        with pytest.raises(newsgraph.Error) as raised:
            newsgraph.Reader(decisions=[wrong])
        assert_printable(str(raised.value))
    name = text.replace("/", "_")
    with pytest.raises(newsgraph.Error) as raised:
        newsgraph.Reader(decisions=tmp_path / name)
    assert_printable(str(raised.value))
    (tmp_path / f"{name}.graphml").write_bytes(b"<graphml")
    with warnings.catch_warnings(record=True) as caught, pytest.raises(newsgraph.Error) as raised:
        warnings.simplefilter("always")
        newsgraph.Graph([tmp_path / f"{name}.graphml"], reader=newsgraph.Reader(strict=True))
    for said in [raised.value, *(warning.message for warning in caught)]:
        assert_printable(str(said))
