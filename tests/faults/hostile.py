#!/usr/bin/env python3
"""Names and texts that are made to break out of formats, from every kind of input to every format, read by programs
that are not ours. usage: hostile.py NEWSGRAPH"""
import csv
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as xml

from harness import Case, finish

PROGRAM = os.path.abspath(sys.argv[1])
CONTROLS = "".join(map(chr, range(1, 32)))
NAMES = [
    "plain", "]]> & <b>\"'`</data>", "</script><script>alert(1)</script>", "=1+1", "@SUM(A1)", "-2+3", CONTROLS + "x",
    "one\ntwo\r\nthree", "user \u202etxt.exe\u202c", "\u2066isolated\u2069", "\ufeffmark", "a\u0000b", "\ufffe\uffff.", "\U0001f600",
    "e\u0301 and \u00e9", "'; DROP TABLE x; --", "\\\" \\n \\u0041", "${HOME} `id` $(id) %s %n", "{{7*7}} {% x %}", "n_plain",
    "\u2028line\u2029", "&lt;&#10;&amp;", "<!--", "--><!ENTITY x>", "x" * 3000, "\u0130stanbul \u1e9e", "\u200b", "javascript:alert(1)",
]


def rows():
    """A circle through all names, each edge with a sentence that holds both."""
    for number, name in enumerate(NAMES):
        other = NAMES[(number + 1) % len(NAMES)]
        yield {"source": name, "relation": "bans", "target": other, "date": "2024-01-02", "evidence": f"{name} banned {other}.",
               "url": f"https://news.example/?a={number}&b=\"<'"}


def write_inputs(case):
    """The same rows as a table, as JSON with halves of surrogate pairs, and as JSON lines with broken bytes."""
    with open(case.folder / "rows.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["source", "relation", "target", "date", "evidence", "url"])
        table.writeheader()
        table.writerows({name: text.replace("\0", "") for name, text in row.items()} for row in rows())
    halves = [{**row, "evidence": "\ud83d" + row["evidence"] + "\udc00"} for row in rows()]
    (case.folder / "rows.json").write_text(json.dumps(halves))
    lines = b"".join(json.dumps(row, ensure_ascii=False).encode().replace(b"banned", b"ban\xff\xc3(ned") + b"\n" for row in rows())
    (case.folder / "rows.jsonl").write_bytes(lines)
    return ["rows.csv", "rows.json", "rows.jsonl"]


def clean(names):
    """As XML can hold them; a set, for what differs in such characters only is one after that."""
    return {re.sub(r"\s+", " ", re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", name)).strip() for name in names}


def graph_of_json(path):
    graph = json.loads(path.read_text(encoding="utf-8"))
    return {node["id"]: node["name"] for node in graph["nodes"]}, sorted((e["source"], e["target"]) for e in graph["edges"])


def by_expat(path, name_of):
    """With Python's own parser."""
    tree = xml.parse(path).getroot()
    local = lambda element: element.tag.rsplit("}", 1)[-1]
    nodes = {e.get("id"): name_of(e) for e in tree.iter() if local(e) == "node"}
    return nodes, sorted((e.get("source"), e.get("target")) for e in tree.iter() if local(e) == "edge")


def graphml_name(node):
    return next(data.text for data in node if data.get("key") == "n_name")


def check_xml(case, expected, name, name_of):
    path = case.folder / name
    nodes, edges = by_expat(path, name_of)
    case.check(f"{name}: nodes", set(nodes) == set(expected[0]))
    case.check(f"{name}: names", clean(nodes.values()) == clean(expected[0].values()))
    case.check(f"{name}: edges", edges == expected[1])
    if shutil.which("xmllint"):
        done = subprocess.run(["xmllint", "--nonet", "--noout", path], capture_output=True, check=False)
        case.check(f"{name}: xmllint {done.stderr[:300]}", done.returncode == 0)


def check_tables(case, expected, folder):
    for part, count in (("nodes.csv", len(expected[0])), ("edges.csv", len(expected[1]))):
        text = (case.folder / folder / part).read_bytes().decode()
        table = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        case.check(f"{folder}/{part}: rows", len(table) == count + 1)
        case.check(f"{folder}/{part}: as wide as its header", {len(row) for row in table} == {len(table[0])})


def check_claims(case):
    with open(case.folder / "out.csv", encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file, strict=True))
    formulas = [cell for row in table for column, cell in row.items() if column != "confidence" and cell[:1] in ("=", "+", "-", "@")]
    case.check(f"out.csv: no formulas: {formulas[:3]}", not formulas)
    database = sqlite3.connect(":memory:")
    database.execute("create table claims (source, target, evidence)")
    database.executemany("insert into claims values (:source, :target, :evidence)", table)
    count = database.execute("select count(*) from claims where evidence like '%ban%'").fetchone()[0]
    case.check(f"out.csv: evidence in {count} of {len(table)} rows", count == len(table) >= len(NAMES))


def check_page(case):
    page = (case.folder / "out.html").read_text(encoding="utf-8")
    case.check("out.html: no script of a name", "<script>alert" not in page)
    case.check("out.html: no control characters", not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", page))


def check_with_networkx(case, expected):
    try:
        import networkx
    except ImportError:
        print("not tried: networkx")
        return
    graph = networkx.read_graphml(case.folder / "out.graphml", force_multigraph=True)
    names = dict(graph.nodes(data="name"))
    case.check("networkx: the same graph", clean(names.values()) == clean(expected[0].values()) and sorted(graph.edges()) == expected[1])


def check_with_igraph(case, expected):
    try:
        import igraph
    except ImportError:
        print("not tried: igraph")
        return
    graph = igraph.Graph.Read_GraphML(str(case.folder / "out.graphml"))
    ids = graph.vs["id"]
    edges = sorted((ids[edge.source], ids[edge.target]) for edge in graph.es)
    case.check("igraph: the same graph", clean(graph.vs["name"]) == clean(expected[0].values()) and edges == expected[1])


OUTPUTS = ["out.json", "out.graphml", "out.gexf", "out.12.gexf", "out.csv", "out.html", "out.gephi", "out.neo4j", "out.cypher", "out.nt"]


def reads(case):
    outputs = [argument for name in OUTPUTS for argument in ("-o", name)]
    done = case.run("export", *write_inputs(case), "-q", "--edges", "statements", *outputs)
    case.expect("the export", done, 0, old=None)
    expected = graph_of_json(case.folder / "out.json")
    case.check(f"a node for most names: {len(expected[0])}", len(expected[0]) > 0.8 * len(NAMES))
    for name, name_of in (("out.graphml", graphml_name), ("out.gexf", lambda node: node.get("label")),
                          ("out.12.gexf", lambda node: node.get("label"))):
        check_xml(case, expected, name, name_of)
    for folder in ("out.gephi", "out.neo4j"):
        check_tables(case, expected, folder)
    check_claims(case)
    check_page(case)
    check_with_networkx(case, expected)
    check_with_igraph(case, expected)
    print(f"{len(expected[0])} nodes, {len(expected[1])} edges")


with Case(PROGRAM) as the_case:
    reads(the_case)
finish()
