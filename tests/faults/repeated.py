#!/usr/bin/env python3
"""Inputs that are one piece, repeated half a million bytes long, for every reader: each is read or refused within the time
that its bytes need. What is quadratic takes minutes. usage: repeated.py NEWSGRAPH"""
import os
import resource
import sys

from harness import Case, finish, sanitized

PROGRAM = os.path.abspath(sys.argv[1])
BYTES = 500_000
MOST = 60 if sanitized(PROGRAM) else 5  # seconds of CPU
GRAPHML = '<graphml><graph edgedefault="directed"><node id="a"/>'
GEXF = '<gexf><graph><nodes><node id="a" label="x">'
PAGE = "<html><body><article><p>Peru banned Uber, said a minister in a long paragraph of text.</p>"
# Kind, how it begins, and the pieces.
READERS = {
    "html": (PAGE, ["<a", "<p>", "<div><p>", "<!--", "&amp;", "&", "</div>", "<a href='", "<table>", "<script>", "<ul><li>", "<select>",
                    "<meta name=date content=2020>", "<time datetime=2020-01-01>", "<![CDATA[", "\0"]),
    "markdown": ("# T\n\n", ["[", "![", "`", "*", "_", "> ", "[a](b", "<", "|", "---\n", "\\", "[a]: b\n", "~~~\n", "<!--", "**a"]),
    "text": ("", ["Title: x\n", "\n", "\t", "\u2028", "x\r", "\u0301", '"', "U.S. ", "http://a.b/", "1,", "...", "A. B. ", "("]),
    "csv": ("text,b\n", ['"', ",", "\n", '""', '"\n', "\t", ";"]),
    "jsonl": ("", ["\\", '"', "{", "[\n", '{"text":"\\u0041\\n"}\n', '{"a":1,']),
    "json": ("[", ["\\", '"', '"\\u', '{"text":"\\ud83d"},', "1e", '{"a":']),
    "graphml": (GRAPHML, ['<node id="x"/>', '<edge source="a" target="a"/>', '<data key="x">y</data>', "<!--", "<![CDATA[", "&#65;",
                          '<node id="a', "<?x ?>", "<hyperedge>", "<x:y>"]),
    "gexf": (GEXF, ['<attvalue for="x" value="1"/>', '<node id="x"/>', "<!--", "&#65;"]),
    "node-link": ('{"directed":true,"nodes":[', ['{"id":1},', '{"id":"a"', '{"id":"\\n"},', "[", '"']),
    "claims": ('{"id":"', ["\\n", "\\", '"', "\\ud83d"]),
}
# A graph that holds JSON in XML: a statement of a long text.
STATEMENT = ('<graphml><key id="k" for="edge" attr.name="evidence_json" attr.type="string"/><graph edgedefault="directed"><node id="a"/>'
             '<edge source="a" target="a"><data key="k">[{"id":"c","text":"', '"}]</data></edge></graph></graphml>')


def seconds(case, kind, name):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = case.run("export", "--from", kind, name, "-q", "--jobs", "1", "-o", "-", "--to", "json")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done


def read(case, kind, text, piece):
    (case.folder / "input").write_text(text, encoding="utf-8")
    spent, done = seconds(case, kind, "input")
    case.check(f"{kind} of {piece!r}: done or named", done.returncode == 0 or case.skipped(done), done)
    case.check(f"{kind} of {piece!r}: quick, not {spent:.1f} s", spent < MOST, done)


with Case(PROGRAM) as the_case:
    count = 0
    for a_kind, (start, pieces) in READERS.items():
        for a_piece in pieces:
            read(the_case, a_kind, start + a_piece * (BYTES // len(a_piece)), a_piece)
            count += 1
    for a_piece in ("\\n", "\\\\", "\\u0041"):
        read(the_case, "graphml", STATEMENT[0] + a_piece * (8 * BYTES // len(a_piece)) + STATEMENT[1], a_piece)
        count += 1
print(f"{count} inputs")
finish()
