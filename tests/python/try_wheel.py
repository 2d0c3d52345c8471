#!/usr/bin/env python3
"""Uses a wheel that was installed into a fresh environment, and nothing but it: scripts/wheel runs it with the Python of that
environment, in a folder that it may write to."""
import pathlib
import subprocess
import sys
import warnings

import newsgraph

CYRILLIC = b"<meta charset=windows-1251><p>TikTok \xe7\xe0\xef\xf0\xe5\xf9\xe5\xed"  # decoded without ICU

warnings.simplefilter("error")
claims = newsgraph.read("Australia banned TikTok on government devices.\n\nByteDance owns TikTok.")
found = [(claim.subject.name, claim.relation, claim.object.name) for claim in claims]
assert found == [("Australia", "bans", "TikTok"), ("ByteDance", "owns", "TikTok")], found

newsgraph.Graph(claims).write("graph.graphml")
again = newsgraph.Graph(pathlib.Path("graph.graphml"))
assert len(again) == len(found), again
assert "<graphml" in pathlib.Path("graph.graphml").read_text(encoding="utf-8")

(page,) = newsgraph.articles(CYRILLIC)
assert "запрещен" in page.text, page

for command in ([sys.executable, "-m", "newsgraph"], [pathlib.Path(sys.executable).with_name("newsgraph")]):
    said = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True).stdout
    assert newsgraph.__version__ in said, said
print(f"{sys.version.split()[0]}: {claims[0]}; {newsgraph.__version__}, {pathlib.Path('graph.graphml').stat().st_size} bytes of GraphML")
