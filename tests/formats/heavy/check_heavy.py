"""Gephi and Neo4j themselves read what we write: check_heavy.py SAMPLES CACHE

Their libraries come from Maven's repository, into CACHE, once: 210 MB. Skipped, with the reason, where Maven or its
repository is not there.
"""
import glob
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "readers"))
from samples import Samples, skip, xml_text  # noqa: E402


def library(tool, cache):
    """The class path of the tool's library; fetched where it is not there yet."""
    folder = os.path.join(os.path.abspath(cache), tool)
    if not glob.glob(os.path.join(folder, "*.jar")):
        command = ["mvn", "-q", "-B", "-f", os.path.join(HERE, tool, "pom.xml"), "dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
        try:
            done = subprocess.run(command, capture_output=True, text=True)
        except FileNotFoundError:
            skip("Maven is not installed")
        if done.returncode != 0:
            skip(f"Maven does not get {tool}: " + done.stdout.strip()[-300:])
    return os.path.join(folder, "*")


def run(tool, program, cache, files):
    command = ["java", "-Djava.awt.headless=true", "-Xmx2g", "-cp", library(tool, cache), os.path.join(HERE, tool, program), *files]
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        skip("there is no java")
    lines = [json.loads(line) for line in done.stdout.split("\n") if line.startswith("{")]
    if len(lines) != len(files):
        print(done.stderr[-2000:])
    return {line["file"]: line for line in lines}


def check_gephi(samples, cache):
    files = {}
    for kind, extension in (("graphml", ".graphml"), ("gexf", ".gexf"), ("dot", ".dot")):
        for name, path, expected in samples.files(kind, extension):
            files[path] = (f"{kind}: {name}", kind, expected)
    read = run("gephi", "ReadGraphs.java", cache, list(files))
    for path, (where, kind, expected) in files.items():
        found = read.get(path, {"nodes": [], "edges": []})
        samples.check(where, "nodes", sorted(n["id"] for n in expected["nodes"]), sorted(n[0] for n in found["nodes"]))
        samples.check(where, "ends", sorted((e["source"], e["target"]) for e in expected["edges"]), sorted((e[0], e[1]) for e in found["edges"]))
        if kind != "dot":  # whose names are broken into lines
            ours = sorted(xml_text(n["name"]) for n in expected["nodes"] if n["name"])
            samples.check(where, "names", ours, sorted(n[1] for n in found["nodes"] if n[1]))
    return len(files)


def text(value):
    """A text as the script can hold it, broken UTF-8 and all."""
    return xml_text(value or "")


def edge_of(edge):
    weight = 1.0 if edge["weight"] is None else edge["weight"]
    return [edge["id"], edge["source"], text(edge["relation"]) or "RELATED", edge["target"], weight, text(edge["status"]),
            text(edge["first_date"]), text(edge["evidence"])]


def check_neo4j(samples, cache):
    files = {path: (name, expected) for name, path, expected in samples.files("cypher", ".cypher")}
    read = run("neo4j", "RunScripts.java", cache, list(files))
    for path, (name, expected) in files.items():
        wanted = [len(expected["nodes"]), len(expected["edges"])]
        found = read.get(path, {"counts": [], "nodes": [], "edges": []})
        where = f"cypher: {name}"
        samples.check(where, "nodes and edges, twice", [wanted, wanted], [count[:2] for count in found["counts"]])
        samples.check(where, "nodes", sorted([n["id"], text(n["name"]), text(n["type"])] for n in expected["nodes"]),
                      sorted([id, name or "", type or ""] for id, name, type in found["nodes"]))
        samples.check(where, "edges", sorted(edge_of(e) for e in expected["edges"]),
                      sorted([cell if cell is not None else "" for cell in edge] for edge in found["edges"]))
    return len(files)


def main():
    samples = Samples(sys.argv[1])
    samples.finish(check_gephi(samples, sys.argv[2]) + check_neo4j(samples, sys.argv[2]))


main()
