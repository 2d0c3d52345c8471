#!/usr/bin/env python3
"""Command lines as people mistype them: how each ends, what it says, and what has become of the files.

usage: slips.py NEWSGRAPH [WORD]      WORD: only the rows whose command has it

Every row runs in a fresh copy of one folder (see prepare()). All files have to be afterwards what they were before,
but those that the row names as changed, which have to have changed.
"""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

LONG = "x" * 300
LOCK = r"""exec 3< <(exec python3 -c 'import sqlite3, sys, time
held = sqlite3.connect("all.sqlite"); held.execute("BEGIN IMMEDIATE"); print("held", flush=True); time.sleep(1.5); held.rollback()')
read -r -u 3; """

# What was typed, its exit code, what standard error (or output) has to say, which files have changed.
ROWS = [
    # Verbs and options.
    ("newsgraph exprot week.csv -o good.json", 2, 'there is no verb "exprot". Did you mean "export"?'),
    ("newsgraph merge good.json week.csv -o good.json", 2, '"newsgraph export" merges and converts.'),
    ("newsgraph convert good.json -o good.graphml", 2, '"newsgraph export" merges and converts.'),
    ("newsgraph export week.csv --ouput good.json", 2, 'Did you mean "--output"?'),
    ("newsgraph export week.csv good.json", 2, "no output is given. Add -o FILE"),
    ("newsgraph export -o good.json", 2, "INPUT is required"),
    ("newsgraph export -dash.csv -o good.json", 2, 'there is no option "-dash.csv". For the file of this name write ./-dash.csv.'),
    ("newsgraph export -gone.csv -o good.json", 2, 'there is no option "-gone.csv"'),
    ("newsgraph read news -o articles.jsonl", 2, 'there is no option "-o". See "newsgraph read --help".'),
    ("newsgraph relations own.json", 2, 'not expected: own.json. See "newsgraph relations --help".'),
    ("newsgraph --config gone.conf export week.csv -o good.json", 2, "gone.conf was not readable"),
    ("newsgraph --config typos/option.conf export week.csv -o good.json", 2, 'typos/option.conf:3: there is no option "realtion". Did you mean "relation"?'),
    ("newsgraph --config typos/common.conf export week.csv -o good.json", 2, 'typos/common.conf:1: there is no option "jbos". Did you mean "jobs"?'),
    ("newsgraph --config typos/verb.conf export week.csv -o good.json", 2, 'typos/verb.conf:2: there is no verb "exprot". Did you mean "export"?'),
    ("newsgraph --config week.csv export week.csv -o good.json", 2, 'week.csv:1: there is no option "source,relation'),
    # Inputs that are missing, empty, unreadable, or elsewhere.
    ("newsgraph export gone.csv -o good.json", 3, "skipped gone.csv: cannot be opened: No such file"),
    ("newsgraph export '' -o good.json", 3, "none of the inputs could be used. No file was changed."),
    ("newsgraph export empty.txt -o good.json", 3, "skipped empty.txt: is empty"),
    ("newsgraph export nothing -o good.json", 3, "the inputs hold nothing that can be read. No file was changed."),
    ("newsgraph export circle -o good.json", 3, "skipped circle: cannot be opened: Too many levels of symbolic links"),
    ("newsgraph export locked.csv -o good.json", 3, "skipped locked.csv: cannot be opened: Permission denied"),
    ("newsgraph export https://news.example/a.html -o good.json", 3, "is an address, and nothing is fetched"),
    ("newsgraph export week.csv gone.csv -o good.json --strict", 3, "gone.csv: cannot be opened"),
    ("newsgraph export week.csv gone.csv -o new.json", 1, "skipped gone.csv", ["new.json"]),
    ("newsgraph claims gone.csv -o claims.jsonl", 3, "No file was changed."),
    ("newsgraph stats gone.json", 3, "skipped gone.json: cannot be opened"),
    ("newsgraph explain nothing", 3, "the inputs hold nothing that can be read"),
    ("newsgraph read empty.txt", 3, "skipped empty.txt: is empty"),
    (f"newsgraph export {LONG}.csv -o good.json", 3, "cannot be opened: File name too long"),
    # Outputs that are inputs, folders, addresses, or named twice.
    ("newsgraph export good.json -o good.json", 2, "the output is one of the inputs"),
    ("newsgraph export week.csv -o ./week.csv", 2, "the output is one of the inputs"),
    ("newsgraph export week.csv -o link.csv", 2, "the output is one of the inputs"),
    ("newsgraph claims claims.jsonl -o claims.jsonl", 2, "the output is one of the inputs"),
    ("newsgraph export week.csv -o good.json -o good.json", 2, "-o good.json: the output is named twice"),
    ("newsgraph export week.csv -o good.json -o ./news/../good.json", 2, "the output is named twice"),
    ("newsgraph export week.csv -o nothing", 2, "-o nothing: is a folder. Name a file, for example -o nothing/graph.json"),
    ("newsgraph export week.csv -o nothing --to json", 3, "nothing: is a folder, not a file"),
    ("newsgraph export news -o news", 2, "-o news: is a folder"),
    ("newsgraph export news -o news/graph.json", 2, "would lie in the folder news, and be read as an input the next time"),
    ("newsgraph export . -o graph.graphml", 2, "would lie in the folder ., and be read"),
    ("newsgraph claims news -o news/claims.jsonl", 2, "would lie in the folder news"),
    ("newsgraph export news -o news/graph.dot", 0, "1 edge", ["news/graph.dot"]),  # of a kind that is not read
    ("newsgraph export week.csv -o ''", 2, "the name of an output is empty"),
    ("newsgraph export week.csv -o https://news.example/graph.json", 2, "is an address, and nothing is sent"),
    ("newsgraph export week.csv -o gone/graph.json", 3, "gone/graph.json: cannot be written: No such file or directory"),
    ("newsgraph export week.csv -o good.json -o gone/graph.json", 3, "cannot be written"),
    (f"newsgraph export week.csv -o good.json -o {LONG}.json", 3, "File name too long"),
    ("newsgraph export week.csv -o -", 2, "the format for standard output is not given"),
    ("mkdir away; cd away; rmdir ../away; newsgraph export $OLDPWD/week.csv -o new.json", 3, "new.json: cannot be written: No such file or directory"),
    ("newsgraph export week.csv -o /dev/stdout --to json | tail -c 3", 0, "3 edges"),
    ("newsgraph diff old.json good.json -o old.json", 2, "the output is one of the inputs"),
    ("newsgraph diff old.json good.json -o new.json", 2, "-o new.json: the changes are written as a page. Name a .html file"),
    ("newsgraph diff old.json good.json -o claims.jsonl", 2, "the changes are written as a page"),
    ("newsgraph claims week.csv -o all.sqlite", 2, "claims are written as .jsonl or .csv"),
    ("newsgraph claims week.csv -o good.graphml", 2, '"newsgraph export" writes graphml'),
    ("newsgraph claims week.csv -o new.xlsx", 2, "-o new.xlsx: claims are written as .jsonl or .csv"),
    ("newsgraph claims week.csv -o new.cvs", 2, 'Did you mean ".csv"?'),
    ("newsgraph claims week.csv -o new.CSV", 2, 'Did you mean ".csv"?'),
    # What people have made.
    ("newsgraph claims week.csv -o reviewed.jsonl", 2, "the file holds 1 verdict that would be lost"),
    ("newsgraph claims week.csv -o decisions.jsonl", 2, "the file holds 1 decision that would be lost"),
    ("newsgraph export week.csv -o own.json", 2, "own.json: the file holds a relation schema that would be lost"),
    ("newsgraph export week.csv -o names.json", 2, "names.json: the file holds entities that would be lost"),
    ("newsgraph claims week.csv -o gold.jsonl", 2, "gold.jsonl: the file holds a gold standard that would be lost"),
    ("newsgraph export week.csv -o reviewed.jsonl --to json", 2, "reviewed.jsonl: the file holds 1 verdict that would be lost"),
    ("newsgraph export week.csv -o reviewed.csv", 2, "reviewed.csv: the file holds 1 verdict that would be lost"),
    ("newsgraph export week.csv -o decisions.jsonl --to json", 2, "the file holds 1 decision that would be lost"),
    ("newsgraph export week.csv -o decisions.jsonl --to json --decisions decisions.jsonl", 2, "the output is the file of --decisions"),
    ("newsgraph export week.csv -o own.json --relations own.json", 2, "the output is the file of --relations"),
    ("newsgraph export week.csv -o names.json --entities ./names.json", 2, "the output is the file of --entities"),
    ("newsgraph export week.csv -o all.sqlite", 2, "the store holds 1 article that would be lost. --update adds to a store"),
    ("newsgraph export news --update all.sqlite -o all.sqlite", 2, "the store is named as an output, too"),
    ("newsgraph export all.sqlite --update all.sqlite", 2, "the output is one of the inputs"),
    ("newsgraph export week.csv -o other.sqlite", 3, "other.sqlite: is a database, but no store of newsgraph"),
    ("newsgraph decide claims.jsonl reviewed.jsonl -o claims.jsonl", 2, "the output is one of the inputs"),
    ("for i in 1 2; do newsgraph decide claims.jsonl reviewed.jsonl -o new.jsonl; done; [ $(wc -l < new.jsonl) = 1 ]", 0,
     "; all of it is decided already in new.jsonl, and nothing was written", ["new.jsonl"]),
    ("newsgraph decide claims.jsonl reviewed.jsonl -o week.csv", 3, "week.csv:1: "),
    ("newsgraph decide claims.jsonl strange.jsonl -o decisions.jsonl", 3, "strange.jsonl:1: says what the claim c-7c032f569d3dd05d says, but has not its id"),
    ("newsgraph diff old.json bare.csv --statements", 0, "+ Chile owns Pim Works: bare.csv"),
    ("newsgraph decide claims.jsonl added.jsonl", 0, "added.jsonl has 1 claim that claims.jsonl has not, and no decision adds a claim"),
    ("sed s/2024-01-01/2023-01-01/ claims.jsonl > dated.jsonl; newsgraph decide claims.jsonl dated.jsonl", 0,
     "1 claim with another date, sentence or speaker: decisions do not hold these", ["dated.jsonl"]),
    ("newsgraph decide reviewed.jsonl claims.jsonl", 0, "reviewed.jsonl holds verdicts, and claims.jsonl changes nothing. Is it the other"),
    ("newsgraph decide claims.jsonl typos/relation.jsonl -o decisions.jsonl", 2, 'typos/relation.jsonl: the schema has no relation "own"'),
    ("head -c 1500 claims.jsonl > half.jsonl; newsgraph decide claims.jsonl half.jsonl -o decisions.jsonl", 3,
     "half.jsonl: holds what cannot be read, and claims that are gone count as rejected", ["half.jsonl"]),
    ("newsgraph decide claims.jsonl typos/one-verdict.jsonl -o decisions.jsonl", 3, "holds what cannot be read"),
    ("sed 's/c-7c032f569d3dd05d/c-0000000000000001/' claims.jsonl > lost.jsonl; newsgraph decide claims.jsonl lost.jsonl -o decisions.jsonl", 3,
     "lost.jsonl:1: says what the claim c-7c032f569d3dd05d says, but has not its id", ["lost.jsonl"]),
    ("(cat claims.jsonl; sed s/asserted/denied/ claims.jsonl) > both.jsonl; newsgraph decide claims.jsonl both.jsonl", 3,
     "both.jsonl:4: the claim c-7c032f569d3dd05d stands twice with different contents, first in both.jsonl:1", ["both.jsonl"]),
    ("newsgraph review claims.jsonl --decisions claims.jsonl --list", 2, "the output is one of the inputs"),
    # What would be empty.
    ("newsgraph export week.csv -o good.json --since 2030", 3, "good.json: the graph is empty, and would replace the one that is there"),
    ("newsgraph export dull.txt -o good.json", 3, "the graph is empty, and would replace the one that is there"),
    ("newsgraph export dull.txt -o new.json -o good.json", 3, "good.json: the graph is empty"),
    ("newsgraph claims dull.txt -o claims.jsonl", 3, "no claim was found, and the file that is there would be empty"),
    ("newsgraph export dull.txt -o new.json", 0, "warning: the graph is empty", ["new.json"]),
    # Formats and kinds.
    ("newsgraph export week.csv -o good.jsn", 2, 'Did you mean ".json"?'),
    ("newsgraph export week.csv -o good.grahpml", 2, 'Did you mean ".graphml"?'),
    ("newsgraph export week.csv -o good.json --to jsom", 2, 'there is no format "jsom". Did you mean "json"?'),
    ("newsgraph export week.csv -o new.json -o new.graphml --to json", 0, "new.graphml: is written as json, whatever its name says",
     ["new.json", "new.graphml"]),
    ("newsgraph export week.csv -o good.graphml --flavor gehpi", 2, 'Did you mean "gephi"?'),
    ("newsgraph export week.csv -o good.json --flavor yed", 2, 'no output is graphml, which has the flavor "yed". Add -o FILE.graphml.'),
    ("newsgraph export week.csv -o good.json --from jsno", 2, 'Did you mean "json"?'),
    ("newsgraph export --from graphml week.csv -o good.json", 3, "skipped week.csv: is no graph that can be read"),
    ("newsgraph claims --from claims week.csv -o claims.jsonl", 3, "skipped week.csv: none of its claims could be read"),
    ("newsgraph claims good.json -o claims.jsonl", 3, 'is a graph, not an article. "newsgraph export" reads it.'),
    ("newsgraph export cut.json -o good.json", 3, "skipped cut.json"),
    # Columns.
    ("newsgraph export week.csv --columns source=Sorce -o good.json", 2, "week.csv: there is no column 'Sorce' for source"),
    ("newsgraph export week.csv --columns source=sorce -o good.json", 2, 'Did you mean "source"?'),
    ("newsgraph export week.csv --columns sorce=source -o good.json", 2, "'sorce' is no field of articles or relations"),
    ("newsgraph export week.csv --columns tagret=target -o good.json", 2, 'Did you mean "target"?'),
    ("newsgraph export week.csv --columns source -o good.json", 2, '"source" is not FIELD=NAME'),
    ("newsgraph export week.csv -o good.json --columns source=source,source=target", 2, '"source" is named twice'),
    # Values that a variable of the shell, which is not set, has left empty.
    ("newsgraph export week.csv -o good.json --decisions ''", 2, "--decisions: the value is empty"),
    ("newsgraph export week.csv -o good.json --since \"$SINCE\"", 2, "--since: the value is empty"),
    ("newsgraph export week.csv -o good.json --model ''", 2, "--model: the value is empty"),
    ("newsgraph export week.csv --update ''", 2, "--update: the value is empty"),
    ("newsgraph explain good.json --subject ''", 2, "--subject: the value is empty"),
    ("newsgraph review claims.jsonl --list --decisions ''", 2, "--decisions: the value is empty"),
    # Words of options.
    ("newsgraph export week.csv -o good.json --relation own", 2, 'knows the relation "own". Did you mean "owns"?'),
    ("newsgraph export week.csv -o good.json --relation BANS", 2, 'Did you mean "bans"?'),
    ("newsgraph export week.csv -o good.JSON", 2, 'Did you mean ".json"?'),
    ("newsgraph completion BASH", 2, 'Did you mean "bash"?'),
    ("newsgraph explain good.json --relation bann", 2, 'Did you mean "bans"?'),
    ("newsgraph diff old.json good.json --relation onws", 2, 'Did you mean "owns"?'),
    ("newsgraph export week.csv -o good.json --status assertd", 2, '--status: "assertd" is not one of asserted, planned, ended, denied. Did you mean "asserted"?'),
    ("newsgraph stats good.json --status denyed", 2, 'Did you mean "denied"?'),
    ("newsgraph export week.csv -o good.json --type organisation", 2, 'Did you mean "organization"?'),
    ("newsgraph export week.csv -o good.json --type company", 2, "A type is one of act,event,group,organization,person,place"),
    ("newsgraph export week.csv -o good.json --entity Levyfone", 2, 'the graph has no entity "Levyfone". Did you mean "Levyphone"?'),
    ("newsgraph explain good.json --object Levyphon", 2, 'Did you mean "Levyphone"?'),
    ("newsgraph export week.csv -o good.json --measure pagerang", 2, 'Did you mean "pagerank"?'),
    ("newsgraph export week.csv -o good.json --edges statement", 2, 'Did you mean "statements"?'),
    ("newsgraph export week.csv -o good.json --rollup sate", 2, 'Did you mean "state"?'),
    ("newsgraph export week.csv -o good.json --log-level wraning", 2, 'Did you mean "warning"?'),
    ("newsgraph export week.csv -o good.json --color allways", 2, 'Did you mean "always"?'),
    ("newsgraph evaluate gold.jsonl claims.jsonl --show mised", 2, 'Did you mean "missed"?'),
    ("newsgraph completion bahs", 2, 'Did you mean "bash"?'),
    # Numbers and dates.
    ("newsgraph export week.csv -o good.json --since yesterday", 2, '"yesterday" is no date'),
    ("newsgraph export week.csv -o good.json --since 2025-13", 2, '"2025-13" is no date'),
    ("newsgraph export week.csv -o good.json --until 2025-02-41", 2, '"2025-02-41" is no date'),
    ("newsgraph export week.csv -o good.json --since 2025-02-30", 2, '"2025-02-30" is no date'),
    ("newsgraph export week.csv --update all.sqlite -o good.json --since yesterday", 2, '"yesterday" is no date'),
    ("newsgraph export week.csv -o good.json --since 2025 --until 2024", 2, "--until 2024 lies before --since 2025"),
    ("newsgraph export week.csv -o good.json --hops 2", 2, "--hops requires --entity"),
    ("newsgraph export week.csv -o good.json --min-confidence 70", 2, "not in range"),
    ("newsgraph export week.csv -o good.json --min-confidence nan", 2, "nan not in range"),
    ("newsgraph export week.csv -o good.json --min-confidence 0,7", 2, "Did you mean 0.7?"),
    ("newsgraph export week.csv -o good.json --min-confidence 70%", 2, "Did you mean 0.7?"),
    ("newsgraph claims week.csv -o claims.jsonl --min-confidence 70", 2, "not in range"),
    ("newsgraph stats good.json --most -1", 2, "not in range"),
    ("newsgraph export week.csv -o good.json --jobs many", 2, "not in range"),
    ("newsgraph export week.csv -o good.json --top many", 2, '--top: "many" is no whole number from 0 on. See "newsgraph export --help".'),
    ("newsgraph export week.csv -o good.json --since 2024 --since 2025", 2, "--since: is given more than once"),
    ("newsgraph export week.csv -o good.json --jobs", 2, "--jobs: its value is missing"),
    ("newsgraph export week.csv -o good.json --max-input-size lots", 2, "'lots' is no size"),
    # Words in files.
    ("newsgraph export typos/status.csv -o good.json", 3, 'unknown status "endet"; a status is asserted, planned, ended or denied. Did you mean "ended"?'),
    ("newsgraph export typos/type.csv -o good.json", 3, 'Did you mean "organization"?'),
    ("newsgraph export typos/verdict.jsonl -o good.json", 3, 'the unknown verdict "rejct"; it is accept or reject. Did you mean "reject"?'),
    ("newsgraph export typos/claim-status.jsonl -o good.json", 3, 'Did you mean "planned"?'),
    ("newsgraph export typos/relation.jsonl -o new.json", 0, 'the relation "own" of 1 claim is not in the schema. Did you mean "owns"?', ["new.json"]),
    ("newsgraph export typos/failed.csv -o new.json", 1, 'skipped typos/failed.csv:3: "#N/A" is no name', ["new.json"]),
    ("newsgraph stats typos/below.csv", 0, "statements         1"),
    ("newsgraph stats typos/comma.csv --min-confidence 0.7", 0, "statements         1"),
    ("newsgraph stats typos/percent.csv --min-confidence 0.7", 0, "statements         1"),
    ("newsgraph export typos/case.csv -o new.json", 0, 'the relation "Bans" of 1 claim is not in the schema. Did you mean "bans"?', ["new.json"]),
    ("newsgraph export week.csv -o good.json --decisions typos/decision.jsonl", 3, 'unknown decision "rejct"'),
    ("newsgraph export week.csv -o good.json --decisions typos/decision-field.jsonl", 3, 'Did you mean "claim"?'),
    ("newsgraph export week.csv -o good.json --decisions typos/decision-status.jsonl", 3, 'Did you mean "asserted"?'),
    ("newsgraph export week.csv -o good.json --decisions typos/decision-relation.jsonl", 2, 'the schema has no relation "own"'),
    # Files in the wrong place.
    ("newsgraph diff old.json", 2, "NEW is required"),
    ("newsgraph diff", 2, "OLD is required"),
    ("newsgraph diff good.json old.json", 0, "OLD has statements up to 2024-02-02, NEW only up to 2024-01-01. Is it the other way round?"),
    ("newsgraph diff good.json nothing", 3, "the inputs hold nothing that can be read"),
    ("newsgraph diff - - < good.json", 2, "standard input is named twice"),
    ("newsgraph export - - -o good.json < week.csv", 2, "standard input is named twice"),
    ("newsgraph decide - - < claims.jsonl", 2, "standard input is named twice"),
    ("newsgraph evaluate - - < gold.jsonl", 2, "standard input is named twice"),
    ("newsgraph explain good.json --table --json", 2, "--table excludes --json"),
    ("newsgraph diff old.json good.json --since 2030", 0, "neither graph has an edge that is asked for"),
    ("newsgraph diff good.json gone.json -o changes.html", 3, "skipped gone.json: cannot be opened"),
    ("newsgraph evaluate claims.jsonl gold.jsonl", 2, "claims.jsonl: holds claims, and no gold standard. The gold standard comes first"),
    ("newsgraph evaluate gold.jsonl gold.jsonl", 2, "gold.jsonl: holds a gold standard, and no claims"),
    ("newsgraph evaluate empty.txt claims.jsonl", 2, "empty.txt: holds no gold standard. The gold standard comes first"),
    ("newsgraph evaluate gold.jsonl empty.txt", 0, "empty.txt: holds no claims"),
    ("newsgraph export gold.jsonl -o good.json", 3, 'is a document of a gold standard, which "newsgraph evaluate" compares with claims'),
    ("newsgraph claims gold.jsonl -o claims.jsonl", 3, "is a document of a gold standard"),
    ("newsgraph export week.csv -o new.json --decisions other.jsonl", 0, "0 of 2 decisions applied. Are they about these inputs?", ["new.json"]),
    ("newsgraph export week.csv -o good.json --decisions gone.jsonl", 3, "gone.jsonl: cannot be opened"),
    ("newsgraph export week.csv -o good.json --decisions claims.jsonl", 3, 'claims.jsonl:1: the decision has the unknown field "id"'),
    ("newsgraph export week.csv -o good.json --relations names.json", 2, "names.json: unknown key"),
    ("newsgraph export week.csv -o good.json --relations gone.json", 2, "gone.json: cannot read the relation schema"),
    ("newsgraph export week.csv -o good.json --relations nothing", 2, "nothing: is a folder, not a file"),
    ("newsgraph relations --check nothing", 2, "nothing: is a folder, not a file"),
    ("newsgraph export week.csv -o good.json --entities own.json", 2, "own.json:1: unknown field"),
    ("newsgraph relations --check twice.json", 2, 'twice.json: '),
    ("newsgraph export week.csv -o new.json --relations own.json", 0, "3 edges", ["new.json"]),  # "owns" of one's own
    # The store.
    ("newsgraph export news --update good.json", 2, "--update good.json: is no store"),
    ("newsgraph export news --update new.json", 2, "--update new.json: is no name for a store"),
    ("newsgraph export news --update new.sqlite.gz", 2, "--update new.sqlite.gz: is no name for a store"),
    ("newsgraph export news --update nothing", 2, "--update nothing: is no store"),
    ("newsgraph export news --update other.sqlite", 3, "other.sqlite: is a database, but no store of newsgraph"),
    ("newsgraph export gone.csv --update all.sqlite", 3, "No file was changed."),
    ("newsgraph stats cut.sqlite", 3, "cut.sqlite"),
    (LOCK + "newsgraph export week.csv --update all.sqlite", 0, "waiting for another run that writes all.sqlite", ["all.sqlite"]),
    (LOCK + "newsgraph stats all.sqlite", 0, "Statements by year"),  # reading goes on
    # A disk without room.
    ("newsgraph export week.csv -o good.json -o full.json", 3, "full.json: cannot be written: No space left on device"),
    ("newsgraph export week.csv > /dev/full --to json", 3, "No space left on device"),
    ("ulimit -f 16; newsgraph export many.csv -o good.json", 3, "good.json: cannot be written: File too large"),
    ("ulimit -f 16; newsgraph claims many.csv -o claims.jsonl", 3, "claims.jsonl: cannot be written: File too large"),
    ("ulimit -f 60; newsgraph export many.csv --update all.sqlite", 3, "all.sqlite: the store: "),
    # Names that act.
    ("newsgraph export $'gone\\nnewsgraph: all is well.csv' -o good.json", 3, "skipped gone newsgraph: all is well.csv: cannot be opened"),
    ("newsgraph export $'gone\\e[2J\\e[31m.csv' -o good.json", 3, "skipped gone[2J[31m.csv: cannot be opened"),
    ("newsgraph export $'gone\\u202Evsc.exe' -o good.json", 3, "skipped gonevsc.exe: cannot be opened"),
    ("newsgraph export 'it\"s \\gone.csv' -o good.json", 3, 'skipped it"s \\gone.csv: cannot be opened'),
    ("newsgraph export week.csv -o $'two\\nlines \"quoted\" \\u200Fname.json'", 0, "3 edges", ['two\nlines "quoted" \u200fname.json']),
    ("newsgraph stats $'strange\\n\"name\\u202E.csv'", 0, 'strange "name.csv'),
    ("newsgraph explain names.csv", 0, 'Orla [31m[red] "owns" owns Pim Works'),
]


def prepare(newsgraph, folder):
    """What all rows start from."""
    def write(name, text):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)

    def lines(name, *objects):
        write(name, "".join(json.dumps(each) + "\n" for each in objects))

    def run(*arguments):
        subprocess.run([newsgraph, *arguments, "--quiet"], cwd=folder, check=True)

    head = "source,relation,target,date,evidence\n"
    first = "Kenya,bans,Levyphone,2024-01-01,Kenya banned Levyphone.\n"
    write("week.csv", head + first + "Orla Media,owns,Pim Works,2024-01-02,Orla Media owns Pim Works.\n"
                                     "Chile,bans,Pim Works,2024-02-02,Chile banned Pim Works.\n")
    write("old.csv", head + first)
    write("bare.csv", "source,relation,target\nChile,owns,Pim Works\n")
    write("many.csv", head + "".join(f"Orla {i},owns,Pim {i},2024-01-01,Orla {i} owns Pim {i}.\n" for i in range(3000)))
    write("empty.txt", "")
    write("dull.txt", "It rained all day.\n")
    write("news/a.txt", "Kenya banned Levyphone on Monday.\n")
    (folder / "nothing").mkdir()
    (folder / "circle").symlink_to("circle-2")
    (folder / "circle-2").symlink_to("circle")
    (folder / "link.csv").symlink_to("week.csv")
    (folder / "full.json").symlink_to("/dev/full")
    write("locked.csv", head + first)
    run("export", "week.csv", "-o", "good.json")
    run("export", "old.csv", "-o", "old.json")
    run("claims", "week.csv", "-o", "claims.jsonl")
    run("export", "news", "--update", "all.sqlite")
    claims = [json.loads(line) for line in (folder / "claims.jsonl").read_text().splitlines()]
    lines("reviewed.jsonl", {**claims[0], "verdict": "reject"}, *claims[1:])
    lines("added.jsonl", *claims, {"subject": "Peru", "relation": "bans", "object": "Pim Works", "verdict": "accept"})
    lines("strange.jsonl", {**claims[0], "id": "c-0000000000000001"})
    lines("typos/verdict.jsonl", {**claims[0], "verdict": "rejct"})
    lines("typos/one-verdict.jsonl", {**claims[0], "verdict": "rejct"}, *claims[1:])
    lines("typos/claim-status.jsonl", {**claims[0], "status": "planed"})
    lines("typos/relation.jsonl", {**claims[1], "relation": "own"})
    write("typos/status.csv", "source,relation,target,status\nOrla,owns,Pim,endet\n")
    write("typos/type.csv", "source,relation,target,source_type\nOrla,owns,Pim,organisation\n")
    write("-dash.csv", head + first)
    write("typos/option.conf", "jobs = 1\n[export]\nrealtion = bans\n")
    write("typos/common.conf", "jbos = 1\n")
    write("typos/verb.conf", "jobs = 1\n[exprot]\nrelation = bans\n")
    write("typos/case.csv", "source,relation,target\nOrla,Bans,Pim\n")
    write("typos/comma.csv", "Source;Relation;Target;Confidence\nOrla;owns;Pim;0,75\nPim;owns;Zed;0,5\n")
    write("typos/percent.csv", "source,relation,target,confidence\nOrla,owns,Pim,75%\n")
    write("typos/below.csv", "source,relation,target\nOrla,owns,Pim\n,,\n , ,\n")
    write("typos/failed.csv", "source,relation,target\nOrla,owns,Pim\nOrla,owns,#N/A\nOrla,owns,-\n")
    write("reviewed.csv", "verdict,source,relation,target\n,Orla,owns,Pim\nreject,Pim,owns,Zed\n")
    lines("typos/decision.jsonl", {"decision": "rejct", "claim": claims[0]["id"]})
    lines("typos/decision-field.jsonl", {"decision": "reject", "clam": claims[0]["id"]})
    lines("typos/decision-status.jsonl", {"decision": "edit", "claim": claims[0]["id"], "set": {"status": "assertd"}})
    lines("typos/decision-relation.jsonl", {"decision": "edit", "claim": claims[0]["id"], "set": {"relation": "own"}})
    lines("decisions.jsonl", {"decision": "reject", "claim": claims[0]["id"]})
    lines("other.jsonl", {"decision": "reject", "claim": "c-0000000000000001"},
          {"decision": "merge", "names": ["Nobody"], "into": "No One"})
    lines("gold.jsonl", {"id": "week.csv", "claims": [{"subject": ["Kenya"], "relation": "bans", "object": ["Levyphone"],
                                                       "status": "asserted", "core": True, "evidence": "Kenya banned"}]})
    schema = json.loads(subprocess.run([newsgraph, "relations"], check=True, capture_output=True).stdout)
    write("own.json", json.dumps(schema))
    schema["relations"].append(schema["relations"][0])
    write("twice.json", json.dumps(schema))
    write("names.json", json.dumps({"ignore": ["Monday"]}))
    write("cut.json", (folder / "good.json").read_text()[:200])
    (folder / "cut.sqlite").write_bytes((folder / "all.sqlite").read_bytes()[:5000])
    with sqlite3.connect(folder / "other.sqlite") as database:
        database.execute("CREATE TABLE birds(name TEXT)")
    database.close()
    write('strange\n"name\u202e.csv', head + first)
    write("names.csv", head + '"Orla \x1b[31m[red]\u202e ""owns""",owns,"Pim\nWorks",2024-01-01,\n')


def snapshot(folder):
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = os.readlink(path)
        elif path.is_file():
            if path.stat().st_mode & 0o400:
                found[name] = path.read_bytes()
            else:
                found[name] = "locked"
        else:
            found[name] = "a folder"
    return found


def shell():
    """For root, a shell without the rights to read what is locked."""
    plain = ["bash", "-c"]
    if os.geteuid() != 0:
        return plain
    bound = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search", *plain]
    return bound if subprocess.run([*bound, "true"], capture_output=True, check=False).returncode == 0 else None


def complaints(row, newsgraph, template, work, start):
    command, code, says, changed = (*row, [])[:4]
    shutil.copytree(template, work, symlinks=True)
    (work / "locked.csv").chmod(0)
    before = snapshot(work)
    environment = {"PATH": f"{newsgraph.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "HOME": str(work)}
    environment.update({name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS") if name in os.environ})
    done = subprocess.run([*start, command], cwd=work, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=300, check=False)
    said = (done.stderr + done.stdout).decode("utf-8", "backslashreplace")
    after = snapshot(work)
    different = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    if done.returncode != code:
        yield f"exit code {done.returncode} in place of {code}"
    if says not in said:
        yield f"does not say: {says}"
    if different != sorted(changed):
        yield f"changed {different} in place of {sorted(changed)}"
    if any(sign in said for sign in "\x1b\u202e\u200f"):
        yield "a control character of a name has come through"
    if said.count("\n") > 60:
        yield "says too much"
    shutil.rmtree(work)
    if done.returncode != code or says not in said:
        yield f"it says: {said[:1500]}"


def main():
    newsgraph = pathlib.Path(sys.argv[1]).absolute()
    word = sys.argv[2] if len(sys.argv) > 2 else ""
    start = shell()
    wrong = 0
    rows = [row for row in ROWS if word in row[0]]
    with tempfile.TemporaryDirectory() as folder:
        base = pathlib.Path(folder)
        (base / "template").mkdir()
        prepare(newsgraph, base / "template")
        for row in rows:
            if start is None and "locked.csv" in row[0]:
                print(f"not tried, for root reads everything here: {row[0]}")
                continue
            found = list(complaints(row, newsgraph, base / "template", base / "work", start or ["bash", "-c"]))
            wrong += bool(found)
            for line in found:
                print(f"{row[0][-150:]}\n    {line}")
    print(f"{len(rows)} slips, {wrong} not as they should be")
    return wrong != 0


if __name__ == "__main__":
    sys.exit(main())
