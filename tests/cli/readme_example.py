#!/usr/bin/env python3
"""The first example of the README is what the program writes, but for what "…" leaves out.

usage: readme_example.py NEWSGRAPH README
"""
import pathlib
import re
import subprocess
import sys


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    readme = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")
    text = re.search(r"^> (.*)$", readme, re.MULTILINE)[1]
    shown = re.search(r"\$ newsgraph claims article.txt\n(.*?)\n\n", readme, re.DOTALL)[1]
    done = subprocess.run([sys.argv[1], "claims", "-", "--quiet"], input=text + "\n", capture_output=True, text=True, check=True)
    place = 0
    for part in "".join(line.strip() for line in shown.splitlines()).split("…"):
        found = done.stdout.find(part, place)
        if found < 0:
            sys.exit(f"the README shows\n  {part}\nwhich the program does not write there; it writes\n  {done.stdout}")
        place = found + len(part)


main()
