"""networkx reads our GraphML, GEXF and JSON: nodes, edges, names, relations, weights and evidence arrive."""
import json
import sys

from samples import Samples, json_text, skip, xml_text

try:
    import networkx
except ImportError:
    skip("networkx is not installed for " + sys.executable)


def node_link(path):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    # The argument that names the list of edges is called otherwise before 3.4.
    version = tuple(int(part) for part in networkx.__version__.split(".")[:2])
    name = "edges" if version >= (3, 4) else "link"
    if version < (2, 8):
        return networkx.node_link_graph(data, attrs=dict(link="edges", source="source", target="target", name="id", key="key"))
    return networkx.node_link_graph(data, **{name: "edges"})


def gexf(version):
    def read(path):
        graph = networkx.MultiDiGraph(networkx.read_gexf(path, version=version))  # plain where no edges are parallel
        for _, fields in graph.nodes(data=True):
            fields["name"] = fields["label"]
        return graph

    return read


def reads_gexf(version):
    try:
        networkx.readwrite.gexf.GEXFReader(version=version)
    except networkx.NetworkXError:
        return False
    return True


def compare(samples, where, graph, expected, clean):
    samples.check(where, "directed, parallel", (True, True), (graph.is_directed(), graph.is_multigraph()))
    ours = sorted((node["id"], clean(node["name"]), clean(node["type"])) for node in expected["nodes"])
    theirs = sorted((id, node.get("name", ""), node.get("entity_type", "")) for id, node in graph.nodes(data=True))
    samples.check(where, "nodes", ours, theirs)
    ours = sorted(
        (edge["source"], edge["target"], clean(edge["relation"]), clean(edge["status"]), clean(edge["evidence"]))
        for edge in expected["edges"]
    )
    theirs = sorted(
        (a, b, edge.get("label", ""), edge.get("status", ""), edge.get("evidence", ""))
        for a, b, edge in graph.edges(data=True)
    )
    samples.check(where, "edges", ours, theirs)
    weights = sorted(1.0 if edge["weight"] is None else edge["weight"] for edge in expected["edges"])
    samples.check(where, "weights", weights, sorted(e["weight"] for _, _, e in graph.edges(data=True)))


def compare_days(samples, where, graph):
    """An edge is there on each day on which a statement says so."""
    for a, b, edge in graph.edges(data=True):
        dates = {statement.get("date", "") for statement in json.loads(edge.get("evidence_json", "[]"))}
        days = sorted(date for date in dates if len(date) == len("2023-03-16"))
        if len(days) > 1:
            samples.check(f"{where}: {a} {b}", "spells", [(day, day) for day in days], edge.get("spells"))
        elif days:
            samples.check(f"{where}: {a} {b}", "start and end", 2 * days, [edge.get("start"), edge.get("end")])


def main():
    samples = Samples(sys.argv[1])
    checked = 0
    readers = [
        ("graphml", ".graphml", lambda path: networkx.read_graphml(path, force_multigraph=True), xml_text),
        ("json", ".json", node_link, json_text),
        ("gexf12", ".12.gexf", gexf("1.2draft"), xml_text),
    ]
    if reads_gexf("1.3"):
        readers.append(("gexf", ".gexf", gexf("1.3"), xml_text))
    for kind, extension, read, clean in readers:
        for name, path, expected in samples.files(kind, extension):
            checked += 1
            graph = read(path)
            compare(samples, f"{kind}: {name}", graph, expected, clean)
            if kind.startswith("gexf"):
                compare_days(samples, f"{kind}: {name}", graph)
    samples.finish(checked)


main()
