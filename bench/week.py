#!/usr/bin/env python3
"""What the weekly job costs: decisions, the store against JSON lines, the second run.

usage: week.py NEWSGRAPH [CLAIMS [ARTICLES]]

Makes CLAIMS claims (100000) and ARTICLES articles (10000), and prints processor seconds and megabytes. The claims are
made up; the articles are short, each another text, and one in six of them states something. CLAIMS 0 leaves that part out.
"""
import json
import pathlib
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile

RELATIONS = ["owns", "bans", "denounces"]


def run(newsgraph, *arguments, cwd):
    """Processor seconds of a run, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([newsgraph, *arguments], cwd=cwd, check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def claim(number, names):
    subject, target = names.sample(range(4000), 2)
    relation = RELATIONS[number % 3]
    sentence = f"Company {subject} {relation} company {target}, as report {number} has it."
    document = number // 8
    return {"id": f"c-{number:016x}",
            "document": {"id": f"d-{document}", "title": f"Report {document}", "date": f"2025-{document % 12 + 1:02}-01",
                         "url": f"https://site-{document % 50}.example/{document}"},
            "subject": {"name": f"Company {subject}", "type": "organization", "text": f"Company {subject}", "named": True},
            "relation": relation,
            "object": {"name": f"Company {target}", "type": "organization", "text": f"company {target}", "named": True},
            "status": "asserted", "confidence": 0.9, "rule": "verb:own", "evidence": {"text": sentence, "start": 0,
                                                                                      "end": len(sentence)}}


def decisions(claims, count):
    """A mixture: by id, by sentence, edges, names."""
    lines = []
    for number, each in enumerate(claims[:: max(1, len(claims) // count)][:count]):
        subject, target = each["subject"]["text"], each["object"]["text"]
        if number % 5 == 4:
            lines.append({"decision": "merge", "names": [each["subject"]["name"]], "into": "Company 1"})
        elif number % 5 == 3:
            lines.append({"decision": "reject", "edge": {"subject": each["subject"]["name"],
                                                         "relation": each["relation"], "object": each["object"]["name"]}})
        elif number % 5 == 2:
            lines.append({"decision": "edit", "claim": each["id"], "set": {"relation": "owns"}})
        else:
            lines.append({"decision": "reject", "claim": each["id"] if number % 5 else "c-0",
                          "sentence": each["evidence"]["text"], "subject": subject, "relation": each["relation"],
                          "object": target})
    return lines


def write_lines(path, objects):
    path.write_text("".join(json.dumps(each) + "\n" for each in objects))


def article(number):
    """Two or three sentences; most articles of a week state nothing that a schema knows."""
    place = ["Kenya", "Chile", "Norway", "Ghana", "Peru"][number % 5]
    weather = ["fine", "wet", "cold", "mild"][number % 4]
    text = f"The weather in town {number} was {weather}, and the market of street {number % 61} opened at {6 + number % 4}."
    if number % 6 == 0:
        text = [f"Orla {number} owns Pim {number % 97}. ", f"{place} banned Pim {number % 97} on Tuesday. ",
                f"Quillon {number % 31} denounced Orla {number} after the vote. "][number // 6 % 3] + text
    elif number % 2:
        text += f" Some {number % 89 + 10} visitors came from {place}."
    return {"id": f"a-{number}", "title": f"Report {number}", "date": f"2025-05-{number % 28 + 1:02}", "text": text}


def megabytes(path):
    return path.stat().st_size / 1e6


def measure_claims(newsgraph, work, count):
    names = random.Random(7)
    claims = [claim(number, names) for number in range(count)]
    write_lines(work / "claims.jsonl", claims)
    write_lines(work / "half.jsonl", claims[: count // 2])
    write_lines(work / "decisions.jsonl", decisions(claims[: count // 2], 500))
    plain = run(newsgraph, "export", "half.jsonl", "-o", "half.json", cwd=work)
    decided = run(newsgraph, "export", "half.jsonl", "-o", "decided.json", "--decisions", "decisions.jsonl", cwd=work)
    graph = run(newsgraph, "export", "half.json", "-o", "copy.json", cwd=work)
    graph_decided = run(newsgraph, "export", "half.json", "-o", "decided-too.json", "--decisions", "decisions.jsonl", cwd=work)
    print(f"{count // 2} claims to a graph: {plain:.2f} s, with 500 decisions {decided:.2f} s")
    print(f"their graph to a graph: {graph:.2f} s, with 500 decisions {graph_decided:.2f} s")
    fill = run(newsgraph, "export", "claims.jsonl", "--update", "all.sqlite", cwd=work)
    read = run(newsgraph, "export", "all.sqlite", "-o", "a.json", cwd=work)
    lines = run(newsgraph, "claims", "claims.jsonl", "-o", "again.jsonl", cwd=work)
    read_lines = run(newsgraph, "export", "again.jsonl", "-o", "b.json", cwd=work)
    print(f"{count} claims, store: {fill:.2f} s to write, {read:.2f} s to a graph, {megabytes(work / 'all.sqlite'):.1f} MB")
    print(f"{count} claims, JSON lines: {lines:.2f} s to write, {read_lines:.2f} s to a graph, "
          f"{megabytes(work / 'again.jsonl'):.1f} MB")


def stored(store):
    with sqlite3.connect(store) as database:
        return [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("documents", "claims")]


def measure_articles(newsgraph, work, count):
    """A store of so many articles, then the same folder with a hundredth more."""
    new = max(1, count // 100)
    write_lines(work / "week1.jsonl", [article(number) for number in range(count)])
    write_lines(work / "week2.jsonl", [article(number) for number in range(count + new)])
    write_lines(work / "new.jsonl", [article(number) for number in range(count, count + new)])
    first = run(newsgraph, "export", "week1.jsonl", "--update", "week.sqlite", cwd=work)
    before = stored(work / "week.sqlite")
    second = run(newsgraph, "export", "week2.jsonl", "--update", "week.sqlite", cwd=work)
    after = stored(work / "week.sqlite")
    alone = run(newsgraph, "export", "new.jsonl", "--update", "new.sqlite", cwd=work)
    print(f"{count} articles, {before[1]} claims: {first:.2f} s; the same and {new} new ones: {second:.2f} s "
          f"({second / first:.1%}), {after[0] - before[0]} articles and {after[1] - before[1]} claims more; "
          f"the new ones alone {alone:.2f} s")


def main():
    newsgraph = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    articles = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        if count > 0:
            measure_claims(newsgraph, pathlib.Path(folder), count)
        measure_articles(newsgraph, pathlib.Path(folder), articles)


if __name__ == "__main__":
    main()
