"""Graphviz reads our DOT: nodes and edges are counted, a picture comes out and shows the names."""
import html
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

from samples import Samples, skip

SVG = "{http://www.w3.org/2000/svg}"


def main():
    samples = Samples(sys.argv[1])
    if shutil.which("dot") is None:
        skip("Graphviz is not installed")
    checked = 0
    for name, path, expected in samples.files("dot", ".dot"):
        checked += 1
        engine = "sfdp" if name == "long-names" else "dot"
        result = subprocess.run([engine, "-Tsvg", path], capture_output=True)
        samples.check(name, "Graphviz says " + result.stderr.decode(errors="replace")[:300], 0, result.returncode)
        if result.returncode != 0:
            continue
        picture = xml.fromstring(result.stdout)
        groups = [group.get("class") for group in picture.iter(SVG + "g")]
        samples.check(name, "nodes", len(expected["nodes"]), groups.count("node"))
        samples.check(name, "edges", len(expected["edges"]), groups.count("edge"))
        shown = "".join("".join(text.itertext()) for text in picture.iter(SVG + "text"))
        for node in expected["nodes"]:
            words = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", node["name"]).split()
            for word in [word[:100] for word in words[:50]]:  # long names are shortened
                if html.unescape(word).strip() and html.unescape(word) not in html.unescape(shown):
                    samples.check(name, "names", word, "not in the picture")
                    break
    samples.finish(checked)


main()
