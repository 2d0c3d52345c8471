"""Python's csv module and SQLite read our tables: rows, names and evidence arrive, and nothing is a formula."""
import csv
import os
import re
import sqlite3
import sys

from samples import Samples


def cell(text):
    """A text as a cell of ours can hold it."""
    text = re.sub("\r\n|\r|\n", " ", text)
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


def rows(path):
    csv.field_size_limit(1 << 27)
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def check_pair(samples, where, folder, expected, names):
    id, label, source, target, relation = names
    nodes = rows(os.path.join(folder, "nodes.csv"))
    edges = rows(os.path.join(folder, "edges.csv"))
    ours = sorted((node["id"], cell(node["name"])) for node in expected["nodes"])
    samples.check(where, "nodes", ours, sorted((row[id], row[label]) for row in nodes))
    ours = sorted((e["source"], e["target"], cell(e["relation"]), cell(e["evidence"])) for e in expected["edges"])
    theirs = sorted((row[source], row[target], row[relation], row["evidence"]) for row in edges)
    samples.check(where, "edges", ours, theirs)
    with open(os.path.join(folder, "edges.csv"), "rb") as file:
        samples.check(where, "lines", len(expected["edges"]) + 1, file.read().count(b"\r\n"))


def check_claims(samples, where, path, expected):
    table = rows(path)
    count = sum(max(1, edge["statements"]) for edge in expected["edges"])
    samples.check(where, "rows", count, len(table))
    formulas = [value for row in table for name, value in row.items() if name != "confidence" and value[:1] in ("=", "+", "-", "@", "\t")]
    samples.check(where, "formulas", [], formulas)
    database = sqlite3.connect(":memory:")
    database.execute("create table claims (source, relation, target, evidence)")
    database.executemany("insert into claims values (:source, :relation, :target, :evidence)", table)
    relations = sorted({cell(edge["relation"]) for edge in expected["edges"]})
    theirs = [row[0] for row in database.execute("select distinct relation from claims order by relation")]
    samples.check(where, "relations", relations, theirs)


def main():
    samples = Samples(sys.argv[1])
    checked = 0
    for name, expected in sorted(samples.expected.items()):
        checked += 3
        check_pair(samples, f"gephi-csv: {name}", os.path.join(samples.folder, "gephi-csv", name), expected,
                   ("Id", "Label", "Source", "Target", "Kind"))
        check_pair(samples, f"neo4j: {name}", os.path.join(samples.folder, "neo4j", name), expected,
                   ("id:ID", "label", ":START_ID", ":END_ID", ":TYPE"))
        check_claims(samples, f"csv: {name}", os.path.join(samples.folder, "csv", name + ".csv"), expected)
    samples.finish(checked)


main()
