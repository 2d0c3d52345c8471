"""We read what networkx and igraph write: check_import.py READ_GRAPH"""
import json
import os
import subprocess
import sys
import tempfile

from samples import skip

NAMES = ["France", "Société <Générale> & Co", "字节 \U0001f600", 'a "b"']
EDGES = [(0, 1, "bans", 2.0), (0, 1, "owns", 1.0), (1, 0, "owns", 1.5), (2, 2, "denounces", 1.0)]


def networkx_files(folder):
    import networkx

    graph = networkx.MultiDiGraph()
    for name in NAMES:
        graph.add_node(name, score=len(name) / 4, count=len(name))
    for source, target, relation, weight in EDGES:
        graph.add_edge(NAMES[source], NAMES[target], relation=relation, weight=weight)
    path = os.path.join(folder, "networkx.graphml")
    networkx.write_graphml(graph, path)
    yield path
    # GEXF of networkx keeps one edge between two nodes apart by an id of its own.
    path = os.path.join(folder, "networkx.gexf")
    networkx.write_gexf(graph, path)
    yield path
    for name, data in [
        ("networkx.json", networkx.node_link_data(graph)),
        ("networkx.cyjs", networkx.cytoscape_data(graph)),
    ]:
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(data, file)
        yield path


def igraph_files(folder):
    import igraph

    graph = igraph.Graph(directed=True)
    graph.add_vertices(len(NAMES))
    graph.vs["name"] = NAMES
    graph.vs["score"] = [len(name) / 4 for name in NAMES]
    graph.vs["count"] = [len(name) for name in NAMES]
    graph.add_edges([(source, target) for source, target, _, _ in EDGES])
    graph.es["relation"] = [relation for _, _, relation, _ in EDGES]
    graph.es["weight"] = [weight for _, _, _, weight in EDGES]
    path = os.path.join(folder, "igraph.graphml")
    graph.write_graphml(path)
    yield path


def check(program, path):
    result = subprocess.run([program, path], capture_output=True)
    if result.returncode != 0:
        print(f"{path}: {result.stderr.decode()}")
        return False
    graph = json.loads(result.stdout)
    names = {node["id"]: node["name"] for node in graph["nodes"]}
    nodes = sorted((node["name"], node["score"], node["count"]) for node in graph["nodes"])
    edges = sorted((names[e["source"]], names[e["target"]], e["relation"], e["weight"]) for e in graph["edges"])
    expected_nodes = sorted((name, len(name) / 4, len(name)) for name in NAMES)
    expected_edges = sorted((NAMES[s], NAMES[t], relation, weight) for s, t, relation, weight in EDGES)
    for what, ours, theirs in [("nodes", nodes, expected_nodes), ("edges", edges, expected_edges)]:
        if ours != theirs:
            print(f"{path}: {what} differ\n  read:    {ours}\n  written: {theirs}")
            return False
    return True


def main():
    program = sys.argv[1]
    checked = 0
    good = True
    with tempfile.TemporaryDirectory() as folder:
        for files in (networkx_files, igraph_files):
            try:
                for path in files(folder):
                    checked += 1
                    good = check(program, path) and good
            except ImportError as error:
                print("not checked:", error)
    if not checked:
        skip("neither networkx nor igraph is installed for " + sys.executable)
    print(checked, "files checked")
    sys.exit(0 if good else 1)


main()
