"""rdflib reads our N-Triples: nodes, edges, names and evidence arrive."""
import sys

from samples import Samples, skip

try:
    import rdflib
except ImportError:
    skip("rdflib is not installed for " + sys.executable)

OURS = rdflib.Namespace("urn:newsgraph:")



def main():
    samples = Samples(sys.argv[1])
    checked = 0
    for name, path, expected in samples.files("ntriples", ".nt"):
        checked += 1
        graph = rdflib.Graph()
        graph.parse(path, format="nt")
        ours = sorted(node["name"] for node in expected["nodes"])
        samples.check(name, "names", ours, sorted(str(o) for o in graph.objects(None, rdflib.RDFS.label)))
        statements = set(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
        samples.check(name, "edges", sorted(OURS + edge["id"] for edge in expected["edges"]), sorted(map(str, statements)))
        for edge in expected["edges"]:
            subject = OURS[edge["id"]]
            evidence = [str(text) for text in graph.objects(subject, OURS.evidence)]
            samples.check(name, "evidence", [edge["evidence"]] if edge["evidence"] else [], evidence)
            triple = tuple(graph.value(subject, part) for part in (rdflib.RDF.subject, rdflib.RDF.predicate, rdflib.RDF.object))
            samples.check(name, "ends", (OURS[edge["source"]], OURS[edge["target"]]), (triple[0], triple[2]))
            if edge["status"] in ("", "asserted"):
                samples.check(name, "asserted triple", True, triple in graph)
    samples.finish(checked)


main()
