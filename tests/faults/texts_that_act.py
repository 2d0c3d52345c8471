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
import pty
import re
import shutil
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as xml
import zipfile
from xml.sax.saxutils import escape, quoteattr

from attacks import ACTS, ADDRESSES, ATTACKS
from harness import Case, finish

PROGRAM = os.path.abspath(sys.argv[1])

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
                    {"subject": [each["subject"]["name"]], "relation": "owns", "object": [each["object"]["name"]], "status": "asserted",
                     "core": True, "evidence": each["evidence"]["text"]}]} for number, each in enumerate(claims())])
    entities = [{"name": text, "type": "organization", "aliases": [text + " alias"]} for text in ATTACKS.values()]
    (case.folder / "entities.json").write_text(json.dumps({"entities": entities}), encoding="utf-8")
    for text in ATTACKS.values():
        name = text.replace("/", "_")
        (case.folder / "names").mkdir(exist_ok=True)
        (case.folder / "names" / (name + ".graphml")).write_bytes(b"<graphml")
        (case.folder / "readable").mkdir(exist_ok=True)
        (case.folder / "readable" / (name + ".json")).write_text(json.dumps(list(rows())[:2]), encoding="utf-8")


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
    yield "evaluate", ["evaluate", "gold.jsonl", "claims.jsonl", "--show", "all"], {0}
    yield "entities", ["entities", "--entities", "entities.json"], {0, 2}
    yield "files that cannot be read", ["export", "names", "-o", "x.json"], {1, 3}
    yield "an output of that name", ["export", "rows.json", "-o", "no-folder/" + first + "\u202e.json"], {2, 3}
    for what, text in ATTACKS.items():
        yield f"an input that {what}", ["stats", text.replace("/", "_")], {2, 3}
        yield f"an option that {what}", ["stats", "rows.json", "--relation=" + text], {0, 2, 3}
        yield f"a verb that {what}", [text], {2}
        yield f"a name to look up that {what}", ["entities", "--entities", "entities.json", "--", text], {0}
        yield f"a page of an input that {what}", ["view", "--no-browser", "readable/" + text.replace("/", "_") + ".json"], {0}


def check_screens(case):
    for what, words, codes in screens():
        done = case.run(*words, before=("env", f"TMPDIR={case.folder}"))
        case.check(f"{what}: exit code {done.returncode}", done.returncode in codes, done)
        for stream, said in (("standard output", done.stdout), ("standard error", done.stderr)):
            text = said.decode("utf-8", "backslashreplace")
            if "--color" in words:
                text = COLOUR.sub("", text)
            found = ACTS.search(text)
            case.check(f"{what}: {stream} passes on {found and text[max(0, found.start() - 40):found.end() + 20]!r}", not found)


def on_a_terminal(case, *words):
    """The exit code and what a terminal would be sent."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([PROGRAM, *words], cwd=case.folder, stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.DEVNULL)
    os.close(theirs)
    said = b""
    try:
        while block := os.read(ours, 1 << 16):
            said += block
    except OSError:
        pass  # the program has closed its end
    os.close(ours)
    return process.wait(), said.decode("utf-8", "backslashreplace").replace("\r\n", "\n")


def check_data_on_a_terminal(case):
    """Data is for programs, but somebody may look at it."""
    for words in (["claims", "rows.json"], ["claims", "rows.json", "--to", "csv"], ["read", "rows.json"], ["explain", "rows.json", "--json"],
                  ["stats", "rows.json", "--json"], ["diff", "rows.json", "other.json", "--json"], ["export", "rows.json", "--to", "json"],
                  ["export", "rows.json", "--to", "dot"], ["decide", "claims.jsonl", "reviewed.jsonl"],
                  ["entities", "--entities", "entities.json", "--json"]):
        code, text = on_a_terminal(case, *words, "-q")
        found = ACTS.search(text.replace("\t", " "))
        case.check(f"{words} on a terminal: exit code {code}", code == 0 and text.strip())
        case.check(f"{words} on a terminal passes on {found}", not found)
    lines = on_a_terminal(case, "claims", "rows.json", "-q")[1].strip("\n").split("\n")
    case.check("claims on a terminal are the same claims",
               [json.loads(line) for line in lines] == [json.loads(line) for line in case.run("claims", "rows.json", "-q").stdout.splitlines()])


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


XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
# What XML cannot hold is written as Excel does it, which is a text for us.
UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def cells():
    """The rows of the set, its header first. The last column's header acts, too."""
    texts = [{**row, next(iter(ATTACKS.values())): row["id"]} for row in rows()]
    for row in ([*texts[0]], *(list(row.values()) for row in texts)):
        yield [UNHELD.sub(lambda found: f"_x{ord(found[0]):04X}_", cell) for cell in row]


def write_excel(path, tables):
    """Cells as shared strings, as strings of formulas and in place, in turn; sheets are named by the attacks."""
    strings, sheets, links = [], [], []
    with zipfile.ZipFile(path, "w") as book:
        for number, (name, table) in enumerate(tables, 1):
            lines = []
            for row in table:
                line = []
                for cell in row:
                    kind = len(strings) % 3
                    strings.append(f"<si><t>{escape(cell)}</t></si>")
                    line.append((f'<c t="s"><v>{len(strings) - 1}</v></c>', f'<c t="str"><f>{escape(cell)}</f><v>{escape(cell)}</v></c>',
                                 f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>')[kind])
                lines.append(f"<row>{''.join(line)}</row>")
            book.writestr(f"xl/worksheets/sheet{number}.xml", f"{XML}<worksheet><sheetData>{''.join(lines)}</sheetData></worksheet>")
            sheets.append(f'<sheet name={quoteattr(UNHELD.sub("", name))} r:id="rId{number}"/>')
            links.append(f'<Relationship Id="rId{number}" Target="worksheets/sheet{number}.xml"/>')
        book.writestr("[Content_Types].xml", f"{XML}<Types/>")
        book.writestr("xl/workbook.xml", f'{XML}<workbook xmlns:r="urn:r"><sheets>{"".join(sheets)}</sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f"{XML}<Relationships>{''.join(links)}</Relationships>")
        book.writestr("xl/sharedStrings.xml", f"{XML}<sst>{''.join(strings)}</sst>")
        book.writestr("../../evil", "this is nowhere unpacked")


def write_open_document(path, tables):
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        sheets = []
        for name, table in tables:
            lines = ["<table:table-row>" + "".join(
                f'<table:table-cell office:value-type="string" table:formula={quoteattr(cell)}>'
                + "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n")) + "</table:table-cell>" for cell in row)
                + "</table:table-row>" for row in table]
            sheets.append(f'<table:table table:name={quoteattr(UNHELD.sub("", name))}>{"".join(lines)}</table:table>')
        book.writestr("content.xml", f'{XML}<office:document-content xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"><office:body>'
                      f'<office:spreadsheet>{"".join(sheets)}</office:spreadsheet></office:body></office:document-content>')
        book.writestr("../../evil", "this is nowhere unpacked")


def check_workbooks(case):
    """The set as cells, formulas, headers and names of sheets: it reaches no screen, and the graph holds it as a text."""
    table = list(cells())
    tables = [("relations", table), *((text, table[:1] + [table[1 + number]]) for number, text in enumerate(ATTACKS.values()))]
    broken = [(text, [["source", "relation", "target"], [text, "bans", ""]]) for text in ATTACKS.values()]
    for extension, write in ((".xlsx", write_excel), (".ods", write_open_document)):
        name = "book" + extension
        write(case.folder / name, tables)
        write(case.folder / ("broken" + extension), broken)
        for words in (["explain", name], ["stats", name, "--most", "100"], ["claims", name], ["export", name, "-o", "book.json"],
                      ["export", name, "-o", "book.csv"], ["read", name], ["stats", "broken" + extension]):
            done = case.run(*words)
            case.check(f"{words}: exit code {done.returncode}", done.returncode in ({0} if words[1] == name else {0, 1, 3}), done)
            shown = (done.stdout if words[0] not in ("claims", "read") else b"") + done.stderr
            found = ACTS.search(shown.decode("utf-8", "backslashreplace"))
            case.check(f"{words}: a screen passes on {found}", not found)
        names = {node["name"] for node in json.loads((case.folder / "book.json").read_bytes())["nodes"]}
        for text in ("</script><script>alert(1)</script>", "=cmd|' /C calc'!A0", "'); DROP TABLE claims; --", "Mike \u202etxt.exe\u202c"):
            case.check(f"{name}: {text!r} is a name", text in names)
        check_table(case, "book.csv", case.folder / "book.csv")
    case.check("nothing was unpacked", not list(case.folder.parent.glob("evil")) and not list(case.folder.rglob("evil")))


with Case(PROGRAM) as the_case:
    prepare(the_case)
    check_workbooks(the_case)
    check_screens(the_case)
    check_data_on_a_terminal(the_case)
    check_writers(the_case)
finish()
