"""Times igraph and networkx on a GraphML file of ours, for comparison with graph_io:

    graph_peers.py FILE.graphml

Run it with a Python that has igraph or networkx; what is missing is left out.
"""
import importlib
import os
import sys
import tempfile
import time


def timed(what, action):
    start = time.perf_counter()
    result = action()
    print(f"{what:24} {time.perf_counter() - start:8.2f} s", flush=True)
    return result


def module(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"{name} is not installed for {sys.executable}")
        return None


def main():
    path = sys.argv[1]
    print(f"{path}: {os.path.getsize(path) / 1e6:.0f} MB")
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out.graphml")
        if igraph := module("igraph"):
            graph = timed("igraph reads", lambda: igraph.Graph.Read_GraphML(path))
            timed("igraph writes", lambda: graph.write_graphml(out))
        if networkx := module("networkx"):
            graph = timed("networkx reads", lambda: networkx.read_graphml(path, force_multigraph=True))
            timed("networkx writes", lambda: networkx.write_graphml(graph, out))


main()
