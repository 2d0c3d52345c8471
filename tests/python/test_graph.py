"""Graphs, compared with the command line's."""
import itertools
import json
import random
import re
from xml.etree import ElementTree

import pytest

import newsgraph
from newsgraph import _display


@pytest.fixture(scope="module")
def graph(sample):
    return newsgraph.Graph(sample)


def test_the_graph_is_the_command_lines(graph, root, sample):
    expected = json.loads((root / "exports/sample.json").read_text())
    assert graph.to_dict() == expected and len(expected["edges"]) > 20
    claims = newsgraph.read(sample)
    shuffled = [*claims]
    random.Random(1).shuffle(shuffled)
    assert newsgraph.Graph(claims).to_dict() == expected
    parts = newsgraph.Graph(claims[:20])
    repr(parts)  # builds it
    assert parts.add(claims[20:]).to_dict() == expected


OPTIONS = [
    (["--relation", "bans"], lambda graph: graph.filter(relation="bans")),
    (["--status", "planned,ended"], lambda graph: graph.filter(status=["planned", "ended"])),
    (["--entity", "TikTok", "--hops", "2"], lambda graph: graph.filter(entity="TikTok", hops=2)),
    (["--since", "2023", "--until", "2023-03"], lambda graph: graph.filter(since="2023", until="2023-03")),
    (["--min-statements", "2", "--top", "7"], lambda graph: graph.filter(min_statements=2, top=7)),
    (["--type", "organization"], lambda graph: graph.filter(type="organization")),
    (["--rollup", "state"], lambda graph: graph.rollup("state")),
    (["--measure", "degree,pagerank,betweenness,component,community"],
     lambda graph: graph.measure("degree", "pagerank", "betweenness", "component", "community")),
]


@pytest.mark.parametrize(("arguments", "same"), OPTIONS, ids=[" ".join(options[0]) for options in OPTIONS])
def test_options_do_what_they_do_on_the_command_line(graph, sample, command_line, arguments, same):
    result = command_line("export", sample, "-o", "-", "--to", "json", "--quiet", *arguments)
    assert result.returncode == 0, result.stderr
    assert same(graph).to_dict() == json.loads(result.stdout)


@pytest.mark.parametrize("least", [0.4, 0.8])
def test_a_confidence_chooses_what_is_found(sample, command_line, graph, least):
    result = command_line("export", sample, "-o", "-", "--to", "json", "--quiet", "--min-confidence", str(least))
    assert result.returncode == 0, result.stderr
    found = newsgraph.Reader(min_confidence=least).graph(sample)
    assert found.to_dict() == json.loads(result.stdout)
    assert (len(found.edges) > len(graph.edges)) == (least < 0.5)


@pytest.mark.parametrize("options", [{"edges": "statements"}, {"links": True}, {"unnamed": True}, {"rollup": "organization"}])
def test_building_options(sample, command_line, options):
    arguments = [f"--{name}" if value is True else f"--{name}={value}" for name, value in options.items()]
    result = command_line("export", sample, "-o", "-", "--to", "json", "--quiet", *arguments)
    assert newsgraph.Graph(sample, **options).to_dict() == json.loads(result.stdout)


def test_measures_leave_the_graph_as_it_was(graph):
    measured = graph.measure("degree").layout()
    assert {"degree", "in_degree", "x", "y"} <= set(measured.nodes.columns)
    assert not {"degree", "x"} & set(graph.nodes.columns)
    with pytest.raises(newsgraph.UsageError, match="pagerank"):
        graph.measure("pagerang")


def test_tables_are_the_graph(graph):
    pytest.importorskip("pyarrow")
    document = graph.to_dict()
    assert [row["id"] for row in graph.nodes] == [node["id"] for node in document["nodes"]]
    edges = graph.edges.to_arrow().to_pylist()
    assert [(row["id"], row["source"], row["relation"], row["target"], row["status"], row["weight"], row["evidence"])
            for row in edges] == [(edge["key"], edge["source"], edge["label"], edge["target"], edge["status"],
                                   edge["weight"], edge["evidence"]) for edge in document["edges"]]
    statements = list(graph.statements)
    assert len(statements) == sum(len(edge["statements"]) for edge in document["edges"])
    assert [row["text"] for row in statements] == [
        statement["text"] for edge in document["edges"] for statement in edge["statements"]]
    assert len(graph.edges.to_pandas()) == len(graph.edges.to_polars()) == len(graph)


def test_networkx(graph, root):
    networkx = pytest.importorskip("networkx")
    made = graph.to_networkx()
    read = networkx.node_link_graph(json.loads((root / "exports/sample.json").read_text()), edges="edges")
    assert dict(made.nodes(data=True)) == dict(read.nodes(data=True))
    assert sorted((s, t, e["label"], e["weight"]) for s, t, e in made.edges(data=True)) == sorted(
        (s, t, e["label"], e["weight"]) for s, t, e in read.edges(data=True))
    assert networkx.number_weakly_connected_components(made) == max(
        row["component"] for row in graph.measure("component").nodes) + 1


def test_files_of_graphs(graph, tmp_path):
    for name in ("graph.graphml", "graph.json", "graph.gexf.gz", "graph.dot"):
        graph.write(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 1000
    again = newsgraph.Graph(tmp_path / "graph.json")
    assert again.to_dict() == graph.to_dict()
    assert newsgraph.Graph().add(again).to_dict() == graph.to_dict()
    assert graph.to_text("graphml").startswith("<?xml")
    with pytest.raises(newsgraph.UsageError):
        graph.write(tmp_path / "graph.xyz")
    with pytest.raises(newsgraph.UsageError):
        graph.to_text("grafml")


@pytest.mark.parametrize(("arguments", "same"), OPTIONS, ids=[" ".join(options[0]) for options in OPTIONS])
def test_a_graph_says_how_large_it_is(graph, arguments, same):
    made = same(graph)
    assert repr(made) == f"<newsgraph.Graph: {len(made.nodes)} nodes, {len(made.edges)} edges, {len(made.statements)} statements>"


def test_differences(graph, tmp_path, command_line):
    less = graph.filter(relation="bans")
    graph.write(tmp_path / "new.json")
    less.write(tmp_path / "old.json")
    expected = json.loads(command_line("diff", tmp_path / "old.json", tmp_path / "new.json", "--json").stdout)
    changes = less.diff(graph)
    assert {name: changes[name] for name in expected} == expected and changes["edges_gained"]
    assert not any(graph.diff(graph).values())


def test_explaining(graph):
    edges = graph.explain(relation="bans", object="tiktok")
    assert edges and all(edge["target_name"] == "TikTok" and edge["statements"] for edge in edges)
    assert graph.explain(object="Nobody At All") == []


def test_chosen_claims_make_the_graph_of_a_reviewed_file(sample, tmp_path):
    claims = newsgraph.read(sample)
    kept = claims.filter(lambda claim: claim.confidence > 0.8)
    kept.write(tmp_path / "kept.jsonl")
    assert 0 < len(kept) < len(claims)
    assert newsgraph.Graph(kept).to_dict() == newsgraph.Graph(tmp_path / "kept.jsonl").to_dict()
    assert newsgraph.Graph(list(kept)).to_dict() == newsgraph.Graph(kept).to_dict()


def test_graphs_show_themselves(graph):
    small = graph.filter(entity="TikTok")._repr_html_()
    assert "<svg" in small or "<iframe" in small or "<table" in small
    assert f"{len(graph.filter(entity='TikTok').statements)} statements" in small
    assert f"{len(graph.statements)} statements" in graph._repr_html_()


def test_small_graphs_are_drawn_without_graphviz(graph, monkeypatch):
    """As wheels draw them: every name, every edge with its relation and sentence, and nobody on top of another."""
    monkeypatch.setattr(_display, "available", lambda format: False)
    part = graph.filter(relation=["bans", "owns"], top=30)
    shown = part._repr_html_()
    assert part._repr_html_() == shown
    picture = ElementTree.fromstring(shown[shown.index("<svg"):shown.index("</svg>") + 6])
    texts = ["".join(text.itertext()) for text in picture.findall(".//{*}text")]
    assert {node["name"].split()[0] for node in part.nodes} <= {text.split()[0] for text in texts}
    assert sum(text.startswith(("bans", "owns")) for text in texts) == len(part)
    assert {"owns (planned)", "bans"} <= set(texts)
    assert {text.text for text in picture.findall(".//{*}title")} == {edge["evidence"] for edge in part.edges}
    boxes = [[float(box.get(side)) for side in ("x", "y", "width", "height")] for box in picture.findall(".//{*}rect")]
    for (x, y, width, height), (other_x, other_y, other_width, other_height) in itertools.combinations(boxes, 2):
        assert x + width < other_x or other_x + other_width < x or y + height < other_y or other_y + other_height < y


def test_what_is_large_or_empty_is_not_drawn(graph, monkeypatch):
    monkeypatch.setattr(_display, "available", lambda format: False)
    assert len(graph) > 40 and "<table" in graph._repr_html_()
    assert "<svg" not in newsgraph.Graph()._repr_html_()


def test_an_edge_that_comes_back_is_drawn_beside_the_other(monkeypatch):
    monkeypatch.setattr(_display, "available", lambda format: False)
    shown = newsgraph.Graph("Norland banned Kestrel. Kestrel denounced Norland. Kestrel owns Kestrel.")._repr_html_()
    paths = re.findall(r'<path d="M([0-9. -]+)Q([0-9. -]+)"', shown)
    assert len(paths) == len(set(paths)) >= 2
    assert len({middle.split()[1] for _, middle in paths}) == len(paths), "the curves bend apart"
