#!/usr/bin/env python3
"""tools/evaluate/typed_names.py on two small documents: it lists the names that lack a type, and measures those that have one.

usage: typed_names.py NEWSGRAPH
"""
import json
import pathlib
import subprocess
import sys
import tempfile

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools" / "evaluate" / "typed_names.py"


def claim(subject, relation, object_):
    return {"subject": [subject], "subject_text": subject, "relation": relation, "object": [object_], "object_text": object_}


# "typed-8" is one of the fifth that joint.py keeps back, "typed-1" is not.
DOCUMENTS = [
    ("typed-1", "France banned the app on Tuesday, and Angela Merkel criticised the ban.", [claim("Angela Merkel", "denounces", "France")]),
    ("typed-8", "BERLIN (Reuters) - Germany accused President Vladimir Putin of lying. He owns Quernmoor Holdings plc, critics say.",
     [claim("Germany", "denounces", "President Vladimir Putin"), claim("Putin", "owns", "Quernmoor Holdings plc"),
      claim("critics", "denounces", "Putin")]),
]
LISTED = ["typed-8\tGermany\t", "typed-8\tVladimir Putin\t", "typed-8\tPutin\t", "typed-8\tQuernmoor Holdings plc\t",
          "typed-1\tAngela Merkel\t", "typed-1\tFrance\t"]
TABLE = ["typed-1\tFrance\tplace", "typed-8\tGermany\tplace", "typed-8\tPutin\tnone", "typed-8\tReuters\torganization",
         "typed-8\tVladimir Putin\tproduct"]
ROWS = ["| **written, unseen** | 3 | 1.00 | 1.00 | 0.67 | 0.67 | 0.67 |", "| place | 1 | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 |",
        "| product | 1 | 1.00 | 1.00 | 0.00 | 0.00 | 0.00 |", "| **written, taught** | 1 | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 |",
        "typed-8\tVladimir Putin\tproduct\tVladimir Putin\tperson", "1\tproduct is person"]


def output(*arguments):
    return subprocess.run([sys.executable, TOOL, *arguments], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout.splitlines()


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "train").mkdir()
        for kind, field, column in (("docs", "text", 1), ("gold", "claims", 2)):
            rows = [json.dumps({"id": d[0], "title": "", field: d[column]}) + "\n" for d in DOCUMENTS]
            (folder / "train" / f"written.{kind}.jsonl").write_text("".join(rows), encoding="utf-8")
        table = folder / "table.tsv"
        table.write_text("", encoding="utf-8")
        listed = output("--list", folder, "--table", table)
        assert listed == LISTED, listed
        table.write_text("\n".join(TABLE) + "\n", encoding="utf-8")
        printed = output(sys.argv[1], folder, "--table", table, "--show")
        missing = [row for row in ROWS if row not in printed]
        assert not missing, "\n".join(["missing:", *missing, "printed:", *printed])


main()
