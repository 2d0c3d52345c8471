"""Times newsgraph and its peers on the same graph, each in a process of its own:

    graph_peers.py NEWSGRAPH [--edges N] [--peers igraph,networkx] [--keep FOLDER]

A relation table of N rows (a million by default) between a fifth as many entities is made, each row with a
sentence of its own of about 80 characters. "clock" is the time that passed, "cpu" what all threads worked; on a
busy machine only the second can be compared. Run it with a Python that has igraph and networkx
(Debian: python3-igraph, python3-networkx); what is missing is left out.
"""
import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

READ = {
    "igraph": "import igraph; graph = igraph.Graph.Read_GraphML({path!r})",
    "networkx": "import networkx; graph = networkx.read_graphml({path!r}, force_multigraph=True)",
}
WRITE = {
    "igraph": "graph.write_graphml({out!r})",
    "networkx": "networkx.write_graphml(graph, {out!r})",
}


def make_table(path, edges):
    """The same table for the same number."""
    numbers = random.Random(2024)
    entities = edges // 5 + 2
    relations = ["owns", "bans", "denounces"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("source,relation,target,date,evidence,title,url,confidence\n")
        for i in range(edges):
            subject = i % entities
            target = (subject + 1 + numbers.randrange(entities - 1)) % entities
            article = i // 10
            file.write(
                f"Entity Number {subject},{numbers.choice(relations)},Entity Number {target},"
                f"20{10 + article % 15}-0{1 + article % 9}-15,"
                f'"Entity Number {subject} did something to Entity Number {target}, said report {i}.",'
                f"Title of article {article},https://news.example/{article},0.{50 + numbers.randrange(50)}\n"
            )


def timed(what, command, inner=None):
    """Runs the command; `inner`: it prints the seconds that count itself, clock and cpu."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    clock = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if inner:
        clock, cpu = map(float, result.stdout.split())
    print(f"{what:44} {clock:8.2f} s clock {cpu:8.2f} s cpu", flush=True)
    return cpu


def python_timed(what, prepare, measured):
    """Time of `measured` alone, without loading modules and what `prepare` does."""
    modules = "; ".join(part for part in prepare.split("; ") if part.startswith("import"))
    code = (
        f"import time; {modules}\n{prepare}\nstart = time.perf_counter(), time.process_time()\n{measured}\n"
        "print(time.perf_counter() - start[0], time.process_time() - start[1])"
    )
    return timed(what, [sys.executable, "-c", code], inner=True)


def has(module):
    found = subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode == 0
    if not found:
        print(f"{module} is not installed for {sys.executable}")
    return found


def measure(program, folder, edges, peers):
    table, graphml, json, copy, out = (
        os.path.join(folder, name) for name in ("table.csv", "graph.graphml", "graph.json", "copy", "out.graphml")
    )
    make_table(table, edges)
    print(f"{edges} edges; the table has {os.path.getsize(table) / 1e6:.0f} MB", flush=True)
    export = [program, "export", "--quiet"]
    timed("newsgraph: table -> graph -> GraphML", export + [table, "-o", graphml])
    timed("newsgraph: table -> graph -> JSON", export + [table, "-o", json])
    timed("newsgraph: GraphML -> graph -> GraphML", export + [graphml, "-o", out])
    size = os.path.getsize(graphml) / 1e6
    timed(f"cp: the same {size:.0f} MB", ["cp", graphml, copy])
    same = subprocess.run(["cmp", "-s", graphml, out]).returncode == 0
    print("what was read and written again is " + ("the same, byte for byte" if same else "DIFFERENT"))
    for peer in peers:
        if not has(peer):
            continue
        read = READ[peer].format(path=graphml)
        module, load = read.split("; ", 1)
        python_timed(f"{peer}: reads the GraphML", module, load)
        python_timed(f"{peer}: writes it", read, WRITE[peer].format(out=out))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", help="the newsgraph to time")
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--peers", default="igraph,networkx")
    parser.add_argument("--keep", help="a folder for the files, which then stay")
    options = parser.parse_args()
    peers = [peer for peer in options.peers.split(",") if peer]
    if options.keep:
        os.makedirs(options.keep, exist_ok=True)
        return measure(options.program, options.keep, options.edges, peers)
    with tempfile.TemporaryDirectory() as folder:
        measure(options.program, folder, options.edges, peers)


main()
