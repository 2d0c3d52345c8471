"""What current versions of other tools write, newsgraph reads: check_tools.py NEWSGRAPH

Every tool that is installed writes the same small graph in its own way; names, relations, types, weights and dates
have to arrive. Tools that are missing are named; where none is there, the check is skipped.
"""
import json
import os
import subprocess
import sys
import tempfile

from samples import skip

NODES = {"f1": ("Orla Works", "organization"), "p2": ("Pigeon Post", "product"), "s3": ("Nordland", "place")}
EDGES = [("f1", "p2", "owns", 2.0, "2024-03-04"), ("s3", "p2", "bans", 1.0, "2024-03-05"), ("s3", "f1", "denounces", 4.0, "2024-12-24")]


def dump(folder, name, data):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(data, file)
    return path


def networkx_graph():
    import networkx

    graph = networkx.MultiDiGraph()
    for id, (name, type) in NODES.items():
        graph.add_node(id, name=name, type=type)
    for source, target, relation, weight, date in EDGES:
        graph.add_edge(source, target, relation=relation, weight=weight, date=date)
    return graph


def networkx_files(folder):
    import networkx

    graph = networkx_graph()
    yield [dump(folder, "networkx.json", networkx.node_link_data(graph))]
    yield [dump(folder, "networkx-cytoscape.json", networkx.cytoscape_data(graph))]
    for name, write in (("networkx.graphml", networkx.write_graphml), ("networkx.gexf", networkx.write_gexf)):
        path = os.path.join(folder, name)
        write(graph, path)
        yield [path]
    # The relation as the key of the edge, ends as positions as D3 wants them.
    places = {id: place for place, id in enumerate(NODES)}
    keyed = networkx.MultiDiGraph()
    keyed.add_nodes_from((NODES[id][0], {"type": NODES[id][1]}) for id in NODES)
    for source, target, relation, weight, date in EDGES:
        keyed.add_edge(NODES[source][0], NODES[target][0], key=relation, weight=weight, date=date)
    yield [dump(folder, "networkx-keys.json", networkx.node_link_data(keyed))]
    data = networkx.node_link_data(graph)
    links = data.pop("edges" if "edges" in data else "links")
    data["links"] = [dict(link, source=places[link["source"]], target=places[link["target"]]) for link in links]
    yield [dump(folder, "positions.json", data)]


def igraph_files(folder):
    import igraph

    graph = igraph.Graph(directed=True)
    graph.add_vertices(list(NODES), {"label": [n for n, _ in NODES.values()], "type": [t for _, t in NODES.values()]})
    graph.vs["name"] = [name for name, _ in NODES.values()]
    places = {id: place for place, id in enumerate(NODES)}
    graph.add_edges([(places[s], places[t]) for s, t, *_ in EDGES])
    graph.es["label"] = [relation for _, _, relation, *_ in EDGES]
    graph.es["weight"] = [edge[3] for edge in EDGES]
    graph.es["date"] = [edge[4] for edge in EDGES]
    path = os.path.join(folder, "igraph.graphml")
    graph.write_graphml(path)
    yield [path]


def pandas_files(folder):
    import pandas

    nodes = pandas.DataFrame([{"Id": id, "Label": name, "type": type} for id, (name, type) in NODES.items()])
    edges = pandas.DataFrame(EDGES, columns=["Source", "Target", "Label", "Weight", "date"])
    edges["Type"] = "Directed"
    paths = [os.path.join(folder, name) for name in ("pandas_nodes.csv", "pandas_edges.csv")]
    nodes.to_csv(paths[0], index=False)
    edges.to_csv(paths[1], index=False)
    yield paths[::-1]


def openpyxl_files(folder):
    import openpyxl

    book = openpyxl.Workbook()
    nodes = book.active
    nodes.title = "nodes"
    nodes.append(["Id", "Label", "type"])
    for id, (name, type) in NODES.items():
        nodes.append([id, name, type])
    edges = book.create_sheet("edges")
    edges.append(["Source", "Target", "Type", "Label", "Weight", "date"])
    for source, target, relation, weight, date in EDGES:
        edges.append([source, target, "Directed", relation, weight, date])
    path = os.path.join(folder, "openpyxl.xlsx")
    book.save(path)
    yield [path]


def pyvis_files(folder):
    import pyvis.network

    network = pyvis.network.Network(directed=True)
    for id, (name, type) in NODES.items():
        network.add_node(id, label=name, type=type)
    for source, target, relation, weight, date in EDGES:
        network.add_edge(source, target, label=relation, value=weight, date=date)
    nodes, edges, *_ = network.get_network_data()
    yield [dump(folder, "pyvis.json", {"nodes": nodes, "edges": edges})]


def kgx_files(folder):
    import kgx.transformer

    categories = {"organization": "biolink:Agent", "product": "biolink:Device", "place": "biolink:GeographicLocation"}
    source = {
        "nodes": [{"id": "X:" + id, "name": name, "category": [categories[type]]} for id, (name, type) in NODES.items()],
        "edges": [
            {"id": f"e{place}", "subject": "X:" + s, "predicate": "biolink:" + relation, "object": "X:" + t, "weight": weight, "date": date}
            for place, (s, t, relation, weight, date) in enumerate(EDGES)
        ],
    }
    path = dump(folder, "kgx-source.json", source)
    for format, names in (("tsv", ("kgx_nodes.tsv", "kgx_edges.tsv")), ("json", ("kgx-out.json",)),
                          ("jsonl", ("kgxl_nodes.jsonl", "kgxl_edges.jsonl"))):
        base = {"tsv": "kgx", "json": "kgx-out.json", "jsonl": "kgxl"}[format]
        transformer = kgx.transformer.Transformer(stream=False)
        transformer.transform({"filename": [path], "format": "json"},
                              {"filename": os.path.join(folder, base), "format": format})
        yield [os.path.join(folder, name) for name in names]


def node_files(folder):
    """What graphology and vis-data export."""
    script = """
const fs = require("fs");
const [folder, nodes, edges] = [process.argv[1], JSON.parse(process.argv[2]), JSON.parse(process.argv[3])];
const graphology = require("graphology");
const graph = new graphology.MultiDirectedGraph();
for (const [id, [name, type]] of Object.entries(nodes)) graph.addNode(id, { label: name, entity_type: type });
for (const [s, t, relation, weight, date] of edges) graph.addEdge(s, t, { label: relation, weight, date });
fs.writeFileSync(folder + "/graphology.json", JSON.stringify(graph.export()));
const { DataSet } = require("vis-data");
const list = new DataSet(Object.entries(nodes).map(([id, [label, type]]) => ({ id, label, type })));
const links = new DataSet(edges.map(([from, to, label, value, date]) => ({ from, to, label, value, date, arrows: "to" })));
fs.writeFileSync(folder + "/vis.json", JSON.stringify({ nodes: list.get(), edges: links.get() }));
"""
    done = subprocess.run(["node", "-e", script, folder, json.dumps(NODES), json.dumps(EDGES)], capture_output=True, text=True)
    if done.returncode != 0:
        raise ImportError("npm's graphology and vis-data: " + done.stderr.strip().splitlines()[-1])
    for name in ("graphology.json", "vis.json"):
        yield [os.path.join(folder, name)]


# Types that a tool has no way to write, or calls otherwise.
OTHER_TYPES = {"kgx": {"organization": "Agent", "product": "Device", "place": "GeographicLocation"}}


def check(program, tool, paths):
    done = subprocess.run([program, "export", *paths, "-o", "-", "--to", "json", "--quiet"], capture_output=True, text=True)
    where = ", ".join(os.path.basename(path) for path in paths)
    if done.returncode != 0:
        print(f"{where}: exit {done.returncode}: {done.stderr}")
        return False
    graph = json.loads(done.stdout)
    names = {node["id"]: node["name"] for node in graph["nodes"]}
    types = OTHER_TYPES.get(tool, {})
    expected = {
        "nodes": sorted((name, types.get(type, type)) for name, type in NODES.values()),
        "edges": sorted((NODES[s][0], relation, NODES[t][0], weight, date) for s, t, relation, weight, date in EDGES),
    }
    found = {
        "nodes": sorted((node["name"], node.get("entity_type", "")) for node in graph["nodes"]),
        "edges": sorted((names[e["source"]], e.get("label", ""), names[e["target"]], e["weight"], e.get("date") or e.get("first_date", "")) for e in graph["edges"]),
    }
    for what in expected:
        if expected[what] != found[what]:
            print(f"{where}: {what} differ\n  read:    {found[what]}\n  written: {expected[what]}\n{done.stderr}")
    return expected == found


def main():
    program = sys.argv[1]
    checked = 0
    good = True
    tools = {"networkx": networkx_files, "igraph": igraph_files, "pandas": pandas_files, "openpyxl": openpyxl_files, "pyvis": pyvis_files,
             "kgx": kgx_files, "node": node_files}
    with tempfile.TemporaryDirectory() as folder:
        for tool, files in tools.items():
            try:
                for paths in files(folder):
                    checked += 1
                    good = check(program, tool, paths) and good
            except ImportError as error:
                print(f"not checked: {tool}: {error}")
    if not checked:
        skip("none of networkx, igraph, pandas, openpyxl, pyvis, kgx is installed for " + sys.executable)
    print(checked, "graphs checked")
    sys.exit(0 if good else 1)


main()
