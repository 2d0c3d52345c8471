#!/usr/bin/env python3
"""Inputs beyond the limits of docs/inputs.md: each is named with the option that raises its limit, and no text takes
more than linear time. usage: limits.py NEWSGRAPH"""
import gzip
import os
import resource
import sys
import zipfile

from harness import Case, article, finish, sanitized

PROGRAM = os.path.abspath(sys.argv[1])


def write(case, name, text):
    data = text.encode() if isinstance(text, str) else text
    (case.folder / name).write_bytes(data)
    return name


def seconds(case, *arguments):
    """CPU time, so that other work on the machine does not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = case.run(*arguments)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done


def refused(case, what, message, raised, *arguments):
    """The only input: skipped with the message; read with the option that the message names."""
    done = case.run("claims", *arguments, "-q")
    case.unusable(what, done, message)
    if raised:
        option, value = raised
        case.check(f"{what}: names {option}", option.encode() in done.stderr, done)
        done = case.run("claims", *arguments, "-q", option, value)
        case.expect(f"{what}, {option} {value}", done, 0)


def sizes(case):
    big = write(case, "big.txt", article(1) + "Nothing else happened. " * 1000)
    refused(case, "a document", "more than 1000 bytes", None, big, "--max-document-size", "1000")
    lines = write(case, "lines.jsonl", '{"text": "' + "x " * 3000 + '"}\n{"text": "Peru banned Uber."}\n')
    done = case.run("claims", lines, "-q", "--max-document-size", "1000")
    case.expect("a line", done, 1, "Raise the limit with --max-document-size")
    case.check("the next line is read", b"Uber" in done.stdout, done)
    done = case.run("claims", "table.csv", "-q", "--max-input-size", "30")
    case.unusable("an input", done, "Raise the limit with --max-input-size")
    graph = case.run("export", "table.csv", "-q", "-o", "-", "--to", "json").stdout
    write(case, "graph.json", graph)
    done = case.run("export", "graph.json", "-q", "-o", "out.json", "--max-graph-size", "100")
    case.unusable("a graph", done, "Raise the limit with --max-graph-size")


def nesting(case):
    deep = lambda levels: '{"text": "Peru banned Uber.", "more": ' + "[" * levels + "]" * levels + "}"
    refused(case, "JSON", "JSON nested deeper than 64 levels", ("--max-depth", "200"), write(case, "deep.json", deep(100)))
    lines = write(case, "deep.jsonl", deep(100) + "\n" + deep(1))
    case.expect("JSON lines", case.run("claims", lines, "-q"), 1, "JSON nested deeper than 64 levels. Raise the limit with --max-depth")
    case.expect("JSON lines, --max-depth", case.run("claims", lines, "-q", "--max-depth", "200"), 0)
    case.expect("a million brackets in a line", case.run("claims", write(case, "bomb.jsonl", deep(1_000_000) + "\n" + deep(1)), "-q"), 1)
    for name, text in (("bomb.json", "[" * 1_000_000), ("bomb-graph.json", '{"nodes": [], "links": [], "x": ' + "[" * 1_000_000)):
        done = case.run("export", write(case, name, text), "-q", "-o", "-", "--to", "json")
        case.unusable(f"a million brackets in {name}", done, "nested")
    xml = '<graphml><graph edgedefault="directed">' + "<a>" * 100_000 + "</a>" * 100_000 + "</graph></graphml>"
    done = case.run("export", write(case, "deep.graphml", xml), "-q", "-o", "-", "--to", "json")
    case.unusable("XML", done, "elements are nested deeper than 512 levels")
    page = "<html><body>" + "<div>" * 100_000 + "<p>Peru banned Uber.</p>"
    done = case.run("claims", write(case, "deep.html", page), "-q")
    case.check("a page of 100,000 levels ends", done.returncode == 0 or case.skipped(done), done)


LAUGHS = '<?xml version="1.0"?><!DOCTYPE {0} [<!ENTITY a "ha">{1}]>'.format(
    "{0}", "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(12)))
SECRET = '<?xml version="1.0"?><!DOCTYPE {0} [<!ENTITY m SYSTEM "secret.txt">]>'


def entities(case):
    """Billion laughs and external entities, as XML and as a page."""
    write(case, "secret.txt", "the secret")
    graph = '<graphml><key id="d" for="node" attr.name="name" attr.type="string"/><graph edgedefault="directed"><node id="n"><data key="d">&m;</data></node></graph></graphml>'
    gexf = '<gexf version="1.3"><graph><nodes><node id="n" label="&m;"/></nodes></graph></gexf>'
    page = "<html><body><article><p>Peru banned Uber, said &m;, and that is a long text for a paragraph.</p></article></body></html>"
    for name, text, root in (("a.graphml", graph, "graphml"), ("a.gexf", gexf, "gexf"), ("a.html", page, "html")):
        for kind, prolog in (("laughs", LAUGHS), ("external", SECRET)):
            spent, done = seconds(case, "export", write(case, name, prolog.format(root) + text), "-q", "-o", "-", "--to", "json", "--unnamed")
            case.check(f"{kind} in {name}: nothing is expanded", b"the secret" not in done.stdout and b"hahaha" not in done.stdout, done)
            case.check(f"{kind} in {name}: quick, not {spent:.1f} s", spent < 10, done)
            case.check(f"{kind} in {name}: done or named", done.returncode == 0 or case.skipped(done), done)


def bombs(case):
    """A gigabyte of blanks in a megabyte of gzip."""
    with gzip.open(case.folder / "bomb.txt.gz", "wb", compresslevel=6) as bomb:
        for _ in range(64):
            bomb.write(b" " * (1 << 20))
    refused(case, "a bomb", "more than 16 MiB. Raise the limit with --max-document-size", None, "bomb.txt.gz")
    done = case.run("claims", "bomb.txt.gz", "-q", "--max-input-size", "1M")
    case.unusable("a bomb, smaller limit", done, "more than 1 MiB. Raise the limit with --max-input-size")


XML = '<?xml version="1.0"?>'


def workbook(path, sheets, strings):
    """A workbook of these sheets' rows; strings are what its cells point to."""
    numbers = range(1, len(sheets) + 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        book.writestr("xl/workbook.xml", f'{XML}<workbook xmlns:r="r"><sheets>' + "".join(f'<sheet name="S{i}" r:id="r{i}"/>' for i in numbers)
                      + "</sheets></workbook>")
        book.writestr("xl/_rels/workbook.xml.rels", f"{XML}<Relationships>" + "".join(
            f'<Relationship Id="r{i}" Target="worksheets/{i}.xml"/>' for i in numbers) + "</Relationships>")
        for i, rows in zip(numbers, sheets):
            book.writestr(f"xl/worksheets/{i}.xml", f"{XML}<worksheet><sheetData>{rows}</sheetData></worksheet>")
        book.writestr("xl/sharedStrings.xml", f"{XML}<sst>{strings}</sst>")


def workbooks(case):
    """Kilobytes that stand for gigabytes: one text in every cell, a cell that is repeated, parts that are held."""
    megabytes = "x" * 8_000_000
    book, repeated, strings = (case.folder / name for name in ("book.xlsx", "repeated.ods", "strings.xlsx"))
    workbook(book, ['<row>' + '<c t="s"><v>0</v></c>' * 2000 + '</row>'], f"<si><t>{megabytes}</t></si>")
    workbook(strings, ["<row/>"], f"<si><t>{megabytes}</t></si>" * 150)
    with zipfile.ZipFile(repeated, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as document:
        document.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        cells = f'<table:table-cell table:number-columns-repeated="99"><text:p>{megabytes}</text:p></table:table-cell>' * 20
        document.writestr("content.xml", f'{XML}<office:document-content xmlns:office="o" xmlns:table="b" xmlns:text="t"><office:body>'
                          f'<office:spreadsheet><table:table table:name="S1"><table:table-row>{cells}</table:table-row></table:table>'
                          "</office:spreadsheet></office:body></office:document-content>")
    room = "" if sanitized(case.program) else "ulimit -v 3000000; "
    for path, message in ((book, "more than 256 MiB as a table"), (repeated, "more than 256 MiB as a table"),
                          (strings, "has sheets and texts of more than 1 GiB")):
        size = path.stat().st_size
        case.check(f"{path.name} is small: {size} bytes", size < 12_000_000)
        done = case.run(shell=f'{room}"$N" claims {path.name} -q')
        case.unusable(f"{path.name}, of {size} bytes", done, message)


def wide(case):
    columns = ",".join(f"c{i}" for i in range(5000))
    refused(case, "columns", "more than 4096 columns", None, write(case, "wide.csv", f"text,{columns}\nPeru banned Uber.{',' * 5000}\n"))
    done = case.run("claims", "wide.csv", "-q", "--max-columns", "6000")
    case.expect("columns, --max-columns", done, 0)
    many = "".join(f' a{i}="{i}"' for i in range(100_000))
    xml = f'<graphml><graph edgedefault="directed"><node id="n"{many}/></graph></graphml>'
    spent, done = seconds(case, "export", write(case, "wide.graphml", xml), "-q", "-o", "-", "--to", "json")
    case.check(f"100,000 attributes of an element: quick, not {spent:.1f} s", spent < 10 and done.returncode == 0, done)
    keys = "".join(f'<key id="k{i}" for="node" attr.name="a{i}" attr.type="string"/>' for i in range(20_000))
    data = "".join(f'<data key="k{i}">v</data>' for i in range(20_000))
    xml = f'<graphml>{keys}<graph edgedefault="directed"><node id="n">{data}</node></graph></graphml>'
    spent, done = seconds(case, "export", write(case, "keys.graphml", xml), "-q", "-o", "-", "--to", "json")
    case.check(f"20,000 attributes of a node: quick, not {spent:.1f} s", spent < 20 and done.returncode == 0, done)


# Bytes, and what they are made of: beginning, middle, end. The more there is to find, the fewer bytes are needed.
HOSTILE = {
    "one sentence": (40_000, "Peru banned Uber and Chile owned ", " the app of Acme Inc that it owned and", ""),
    "no blank": (1_000_000, "Peru banned Uber ", "x", ""),
    "brackets": (1_000_000, "Peru banned Uber ", "([{<\"'", ""),
    "commas": (1_000_000, "Peru banned Uber", ", A", ""),
    "names": (400_000, "Peru banned ", "Uber Acme ", ""),
    "dots": (1_000_000, "Peru banned Uber ", "U.S.", ""),
    "short sentences": (160_000, "", "Peru banned Uber. ", ""),
    "short lines": (1_000_000, "", "Peru\n\n", "banned Uber."),
}


def linear(case):
    """Four times the text takes about four times the time, whatever it is made of; sixteen times would be quadratic."""
    if sanitized(case.program):
        return
    start_up = min(seconds(case, "claims", "table.csv", "-q")[0] for _ in range(3))
    for name, (most, start, middle, end) in HOSTILE.items():
        times = []
        for size in (most // 4, most):
            text = write(case, "hostile.txt", start + middle * (size // len(middle)) + end + "\n")
            spent, done = seconds(case, "claims", text, "-q", "--jobs", "1")
            case.check(f"{name}, {size} bytes: done", done.returncode == 0, done)
            times.append(max(spent - start_up, 0.02))
        case.check(f"{name}: linear time, not {times[0]:.2f} s and {times[1]:.2f} s for four times as much",
                   times[1] < 10 * times[0] + 0.3)


for test in (sizes, nesting, entities, bombs, workbooks, wide, linear):
    with Case(PROGRAM) as the_case:
        test(the_case)
finish()
