"""A file with tests is called WHAT_test.cpp and lies in the folder of its stage. WHAT is a source of that stage, the
beginning that several sources share, a room, or a matter of several sources that is listed here.
usage: test_names.py TESTS SRC"""
import pathlib
import re
import sys

TEST = re.compile(r"^TEST_CASE\(", re.MULTILINE)
MATTERS = {
    "documents": {"encodings"},  # of every kind of text
    "entities": {"user_wishes"},  # what users say of names, where names are resolved
    "knowledge": {"user_file"},  # what users say of names, where they are looked up
    "formats": {"contract", "for_other_tools", "large_graph"},  # what all formats keep
}


def named_after(name, sources):
    """Whether sources are called so, or begin so."""
    return any(path.stem == name or path.stem.startswith(name + "_") for path in sources)


def faults(tests, source):
    for path in sorted(tests.rglob("*.cpp")):
        stage, name = path.parent.name, path.stem.removesuffix("_test")
        has_tests = bool(TEST.search(path.read_text(encoding="utf-8")))
        if has_tests != path.stem.endswith("_test"):
            yield f"{path}: a file is called ..._test.cpp if it has tests, and only then"
        elif has_tests and (source / stage).is_dir() and name not in MATTERS.get(stage, ()):
            if not named_after(name, (source / stage).rglob("*")):
                yield f"{path}: nothing in src/{stage} is called {name}, or begins so"


def main():
    tests, source = map(pathlib.Path, sys.argv[1:3])
    found = list(faults(tests, source))
    for fault in found:
        print(fault)
    count = len(list(tests.rglob("*_test.cpp")))
    print(f"{count} files with tests")
    sys.exit(1 if found or count < 100 else 0)


main()
