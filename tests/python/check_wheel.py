#!/usr/bin/env python3
"""usage: check_wheel.py [--repaired] WHEEL...
Looks at what is in wheels: the package and nothing of the tree, less than 40 MB, names of files that installers need, and
the bill of materials, where PEP 770 puts it, with a checksum of everything that is inside.
--repaired: as they are uploaded: tagged for manylinux, with the libraries inside."""
import json
import os
import pathlib
import re
import sys
import zipfile

DEPENDENCIES = pathlib.Path(__file__).resolve().parents[2] / "packaging/dependencies.json"
MOST = 40_000_000
NEEDED = ("newsgraph/__init__.py", "newsgraph/py.typed", "newsgraph/_native.pyi", "newsgraph/_native.",
          "entry_points.txt", "licenses/LICENSE", "licenses/packaging/copyright",
          ".dist-info/sboms/newsgraph.spdx.json")


def faults_of_bill(bill, names):
    """auditwheel puts eight digits of a library's checksum into its name: libxml2-c05750a6.so.2.9.14."""
    packages = {package["name"]: package for package in json.loads(bill)["packages"]}
    if "nanobind" not in packages:
        yield "a bill of materials without nanobind, which is in the module"
    for name, package in packages.items():
        if name != "newsgraph" and not package.get("checksums"):
            yield f"no checksum of {name} in the bill of materials"
    for each in json.loads(DEPENDENCIES.read_text()):
        inside = [found for found in names if re.match(rf"newsgraph\.libs/lib{each.get('library')}-[0-9a-f]+\.so", found)]
        if not inside:
            continue
        if each["name"] not in packages:
            yield f"{inside[0]} is not in the bill of materials"
        elif f"-{packages[each['name']]['checksums'][0]['checksumValue'][:8]}." not in inside[0]:
            yield f"{inside[0]}: another checksum in the bill of materials"


def faults(path, repaired):
    size = os.path.getsize(path)
    print(f"{os.path.basename(path)}: {size} bytes")
    if size >= MOST:
        yield "a wheel of 40 MB and more"
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        (described,) = [name for name in names if name.endswith(".dist-info/WHEEL")]
        tags = re.findall(r"^Tag: (.+)$", wheel.read(described).decode(), re.MULTILINE)
        bill = [wheel.read(name) for name in names if name.endswith(".dist-info/sboms/newsgraph.spdx.json")]
    for needed in NEEDED:
        if not any(needed in name for name in names):
            yield f"no {needed}"
    for each in bill:
        yield from faults_of_bill(each, names)
    for name in names:
        if re.match(r"(tests|src|data|python|fuzz)/", name):
            yield f"a file of the tree: {name}"
    if not repaired:
        return
    for tag in tags:
        if "manylinux_2_" not in tag:
            yield f"the tag {tag}: auditwheel has not seen it"
    if not any(re.match(r"newsgraph\.libs/.*\.so", name) for name in names):
        yield "no libraries inside"


def main():
    paths = [argument for argument in sys.argv[1:] if argument != "--repaired"]
    found = [f"{path}: {fault}" for path in paths for fault in faults(path, "--repaired" in sys.argv)]
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
