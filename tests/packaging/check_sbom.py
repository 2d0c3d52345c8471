#!/usr/bin/env python3
"""usage: check_sbom.py SPDX-FILE DEPENDENCIES-FILE

The document has what SPDX 2.3 asks for, every dependency with the version that was found, and no relationship to
nowhere. Where the SPDX project's own validator is installed (spdx-tools), it has to agree.
"""
import json
import re
import sys

REQUIRED = {"spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo", "packages", "relationships"}
PACKAGE = {"SPDXID", "name", "versionInfo", "downloadLocation", "filesAnalyzed", "licenseConcluded", "licenseDeclared", "copyrightText"}


def check(document, dependencies):
    assert document.keys() >= REQUIRED, REQUIRED - document.keys()
    assert document["spdxVersion"] == "SPDX-2.3" and document["dataLicense"] == "CC0-1.0"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", document["creationInfo"]["created"])
    packages = {package["name"]: package for package in document["packages"]}
    for package in packages.values():
        assert package.keys() >= PACKAGE, (package["name"], PACKAGE - package.keys())
        assert re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", package["SPDXID"]), package["SPDXID"]
        assert re.match(r"\d+\.", package["versionInfo"]), f"{package['name']}: version {package['versionInfo']}"
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


def validate_by_spdx_tools(path):
    try:
        from spdx_tools.spdx.parser.parse_anything import parse_file
        from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document
    except ImportError:
        print("spdx-tools is not installed: its validator is not asked")
        return
    problems = [each.validation_message for each in validate_full_spdx_document(parse_file(path))]
    assert not problems, problems


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        check(document, json.load(file))
    validate_by_spdx_tools(sys.argv[1])


main()
