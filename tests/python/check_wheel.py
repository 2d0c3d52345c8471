#!/usr/bin/env python3
"""usage: check_wheel.py [--repaired] WHEEL...
Looks at what is in wheels: the package and nothing of the tree, less than 40 MB, and names of files that installers need.
--repaired: as they are uploaded: tagged for manylinux, with the libraries inside."""
import os
import re
import sys
import zipfile

MOST = 40_000_000
NEEDED = ("newsgraph/__init__.py", "newsgraph/py.typed", "newsgraph/_native.pyi", "newsgraph/_native.",
          "entry_points.txt", "licenses/LICENSE", "licenses/packaging/copyright")


def faults(path, repaired):
    size = os.path.getsize(path)
    print(f"{os.path.basename(path)}: {size} bytes")
    if size >= MOST:
        yield "a wheel of 40 MB and more"
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        (described,) = [name for name in names if name.endswith(".dist-info/WHEEL")]
        tags = re.findall(r"^Tag: (.+)$", wheel.read(described).decode(), re.MULTILINE)
    for needed in NEEDED:
        if not any(needed in name for name in names):
            yield f"no {needed}"
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
