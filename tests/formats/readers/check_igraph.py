"""igraph reads our GraphML: nodes, edges, names, relations, weights and evidence arrive."""
import sys

from samples import Samples, skip, xml_text

try:
    import igraph
except ImportError:
    skip("igraph is not installed for " + sys.executable)


def values(sequence, name):
    return sequence[name] if name in sequence.attributes() else [""] * len(sequence)


def main():
    samples = Samples(sys.argv[1])
    checked = 0
    for name, path, expected in samples.files("graphml", ".graphml"):
        checked += 1
        graph = igraph.Graph.Read_GraphML(path)
        samples.check(name, "directed", True, graph.is_directed())
        ours = sorted((node["id"], xml_text(node["name"])) for node in expected["nodes"])
        samples.check(name, "nodes", ours, sorted(zip(values(graph.vs, "id"), values(graph.vs, "name"))))
        ids = values(graph.vs, "id")
        ours = sorted(
            (edge["id"], edge["source"], edge["target"], xml_text(edge["relation"]), xml_text(edge["evidence"]))
            for edge in expected["edges"]
        )
        theirs = sorted(
            (edge["edge_id"], ids[edge.source], ids[edge.target], edge["label"], edge["evidence"]) for edge in graph.es
        )
        samples.check(name, "edges", ours, theirs)
    samples.finish(checked)


main()
