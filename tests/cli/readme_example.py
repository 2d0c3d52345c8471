#!/usr/bin/env python3
"""The first example of the README is what the program writes, but for what "…" leaves out.

usage: readme_example.py NEWSGRAPH README
       readme_example.py --approve NEWSGRAPH README     writes the confidence that this model gives into the README
"""
import pathlib
import re
import subprocess
import sys

CONFIDENCE = re.compile(r'"confidence":[\d.]+')


def example(readme):
    """The article of the README and what it shows of the claim."""
    text = re.search(r"^> (.*)$", readme, re.MULTILINE)[1]
    return text, re.search(r"\$ newsgraph claims article.txt\n(.*?)\n\n", readme, re.DOTALL)[1]


def main():
    arguments = sys.argv[1:]
    approve = arguments[:1] == ["--approve"]
    if len(arguments) != 2 + approve:
        sys.exit(__doc__)
    newsgraph, path = arguments[-2], pathlib.Path(arguments[-1])
    readme = path.read_text(encoding="utf-8")
    text, shown = example(readme)
    written = subprocess.run([newsgraph, "claims", "-", "--quiet"], input=text + "\n", capture_output=True, text=True, check=True).stdout
    confidence = CONFIDENCE.search(written)
    wanted = CONFIDENCE.sub(confidence[0], shown) if approve and confidence else shown
    place = 0
    for part in "".join(line.strip() for line in wanted.splitlines()).split("…"):
        found = written.find(part, place)
        if found < 0:
            sys.exit(f"the README shows\n  {part}\nwhich the program does not write there; it writes\n  {written}")
        place = found + len(part)
    if wanted != shown:
        path.write_text(readme.replace(shown, wanted), encoding="utf-8")


main()
