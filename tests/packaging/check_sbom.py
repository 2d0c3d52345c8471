#!/usr/bin/env python3
"""usage: check_sbom.py SPDX-FILE DEPENDENCIES-FILE MODEL-SOURCES-FILE MODEL NEWSGRAPH

The document has what SPDX 2.3 asks for, every dependency with the version that was found, the model, what it was made
from and the libraries with their checksums, and no relationship to nowhere. The program says the same with --version, and
the shared libraries that it loads have these checksums. Where the SPDX project's own validator is installed (spdx-tools),
it has to agree.
"""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

REQUIRED = {"spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo", "packages", "relationships"}
PACKAGE = {"SPDXID", "name", "versionInfo", "downloadLocation", "filesAnalyzed", "licenseConcluded", "licenseDeclared", "copyrightText"}


def check(document, dependencies, sources):
    assert document.keys() >= REQUIRED, REQUIRED - document.keys()
    assert document["spdxVersion"] == "SPDX-2.3" and document["dataLicense"] == "CC0-1.0"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", document["creationInfo"]["created"])
    packages = {package["name"]: package for package in document["packages"]}
    for package in packages.values():
        assert package.keys() >= PACKAGE, (package["name"], PACKAGE - package.keys())
        assert re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", package["SPDXID"]), package["SPDXID"]
        of_a_corpus = any(each["name"] == package["name"] and each["version"] == package["versionInfo"] for each in sources)
        assert of_a_corpus or re.match(r"\d+\.", package["versionInfo"]), f"{package['name']}: version {package['versionInfo']}"
    ids = {package["SPDXID"] for package in packages.values()} | {"SPDXRef-DOCUMENT"}
    assert len(ids) == len(packages) + 1, "an id is used twice"
    related = set()
    for relation in document["relationships"]:
        assert {relation["spdxElementId"], relation["relatedSpdxElement"]} <= ids, relation
        related.add(relation["relatedSpdxElement"])
    assert related == ids - {"SPDXRef-DOCUMENT"}, "a package hangs on nothing"
    for each in dependencies:
        package = packages.get(each["name"])
        assert package or each.get("optional"), f"{each['name']} is missing"
        assert not package or package["licenseDeclared"] == each["licence"], each["name"]


def check_model(document, sources, model):
    packages = {package["name"]: package for package in document["packages"]}
    with open(model, "rb") as file:
        expected = hashlib.sha256(file.read()).hexdigest()
    assert packages["newsgraph English language model"]["checksums"] == [{"algorithm": "SHA256", "checksumValue": expected}]
    for each in sources:
        package = packages[each["name"]]
        assert package["licenseDeclared"] == each["licence"] and package["downloadLocation"] == each["source"], package
        assert package["checksums"] == [{"algorithm": each["algorithm"], "checksumValue": each["checksum"]}], package
        checksum_of(package)
    return expected


def checksum_of(package):
    """As `algorithm checksum`, of the length that the algorithm asks for."""
    (each,) = package["checksums"]
    assert len(each["checksumValue"]) * 4 == int(each["algorithm"].removeprefix("SHA")), package
    return f"{each['algorithm']} {each['checksumValue']}"


def files_loaded(program):
    """By names such as libxml2.so: the files that the loader takes for a program's libraries."""
    said = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    return {name: path for name, path in re.findall(r"^\s*(lib\S+?\.so)[.\d]* => (/\S+)", said, re.MULTILINE)}


def headers_sum(folder):
    """What `find FOLDER -type f | LC_ALL=C sort | xargs sha256sum | sha256sum` prints in /usr/include."""
    root = pathlib.Path("/usr/include")
    files = sorted((path for path in (root / folder).rglob("*") if path.is_file()), key=lambda path: os.fsencode(path))
    sums = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files)
    return hashlib.sha256(sums.encode()).hexdigest() if files else None


def check_libraries(document, dependencies, newsgraph):
    packages = {package["name"]: package for package in document["packages"]}
    loaded = files_loaded(newsgraph)
    compared = 0
    for each in dependencies:
        if each["name"] not in packages:
            continue
        said, expected = checksum_of(packages[each["name"]]), None
        if "checksum" in each:
            expected = f"{each['algorithm']} {each['checksum']}"
        elif f"lib{each.get('library')}.so" in loaded:
            expected = "SHA256 " + hashlib.sha256(pathlib.Path(loaded[f"lib{each['library']}.so"]).read_bytes()).hexdigest()
        elif "headers" in each and each["link"] == "headers":
            here = headers_sum(each["headers"])
            expected = here and f"SHA256 {here}"
        compared += expected is not None
        assert expected in (None, said), f"{each['name']}: {said} in the document, {expected} here"
    print(f"{compared} checksums of dependencies are those of what is here")
    assert compared > 0


def check_attribution(said, sources):
    """The model names those that it was made from, with the licence; of texts that are no one else's it may be silent."""
    lines = re.findall(r"^attribution: (.*)$", said, re.MULTILINE)
    named = {line: [each["name"] for each in sources if each["name"] in line and in_words(each["licence"]) in line] for line in lines}
    assert lines and all(named.values()), f"not in packaging/model_sources.json: {[line for line in lines if not named[line]]}"
    silent = {each["name"] for each in sources if each["licence"] != "CC0-1.0"} - set(sum(named.values(), []))
    assert not silent, f"the model does not name {silent}"


def in_words(licence):
    """CC BY-SA 4.0 for CC-BY-SA-4.0."""
    return re.sub(r"^CC-(.*)-([\d.]+)$", r"CC \1 \2", licence)


def check_program(document, sources, checksum, newsgraph):
    said = subprocess.run([newsgraph, "--version"], capture_output=True, text=True, check=True).stdout
    assert f"\nSHA256: {checksum}\n" in said, said
    check_attribution(said, sources)
    for each in sources:
        assert f"{each['name']}, {each['licence']}, {each['source']}, {each['algorithm']} {each['checksum']}\n" in said, each
    made_of = {relation["relatedSpdxElement"] for relation in document["relationships"] if relation["spdxElementId"] == "SPDXRef-newsgraph"}
    for package in document["packages"]:
        if package["SPDXID"] in made_of and package["SPDXID"] != "SPDXRef-english-model":
            line = f"{package['name']} {package['versionInfo']}, {package['licenseDeclared']}, {package['downloadLocation']}, {checksum_of(package)}\n"
            assert line in said, line


def validate_by_spdx_tools(path):
    try:
        from spdx_tools.spdx.parser.parse_anything import parse_file
        from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document
    except ImportError:
        print("spdx-tools is not installed: its validator is not asked")
        return
    problems = [each.validation_message for each in validate_full_spdx_document(parse_file(path))]
    assert not problems, problems


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    path, dependencies, sources, model, newsgraph = sys.argv[1:]
    document = load(path)
    check(document, load(dependencies), load(sources))
    check_program(document, load(sources), check_model(document, load(sources), model), newsgraph)
    check_libraries(document, load(dependencies), newsgraph)
    validate_by_spdx_tools(path)


main()
