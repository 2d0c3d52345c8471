#!/usr/bin/env python3
"""usage: unity_groups.py SOURCE...
Puts sources of one stage into groups that may be compiled as one: prints the number of its group for each, separated by
semicolons, as CMake has lists. What a source declares for itself (in unnamed namespaces, or constants) must not be
mentioned in another of its group, so that every name means there what it means alone. Relies on the form that clang-format
gives: declarations begin at the left."""
import re
import sys

LARGEST = 60_000  # bytes of sources in a group: enough that headers cost little, few enough for all cores to have work
WORD = re.compile(r"[A-Za-z_]\w*")
NOISE = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def declared(text):
    """Names that lines at the left declare; not members of classes, which are declared elsewhere."""
    for line in re.findall(r"^[A-Za-z_].*$", text, re.MULTILINE):
        if line.startswith(("namespace", "template", "using namespace", "extern")):
            continue
        typed = re.match(r"(?:struct|class|union|enum(?: class)?|using)\s+(\w+)", line)
        if typed:
            yield typed.group(1)
            continue
        depth, end = 0, len(line)
        for place, letter in enumerate(line):
            depth += (letter == "<") - (letter == ">")
            if letter in "({=;[" and depth <= 0:
                end = place
                break
        words = WORD.findall(line[:end])
        if words and not re.search(r"::~?\w+\s*$", line[:end].rstrip()):
            yield words[-1]


class Source:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            text = NOISE.sub(" ", file.read())
        self.size = len(text)
        body = re.sub(r"^#.*$", "", text, flags=re.MULTILINE)
        self.own = set(declared(body))
        self.words = set(WORD.findall(body))
        self.alone = bool(re.search(r"^\s*#\s*(define|undef|pragma)|^using namespace", text, re.MULTILINE))

    def fits(self, other):
        return not (self.alone or other.alone or self.own & other.words or other.own & self.words)


def main():
    groups = []  # of sources
    numbers = []
    for path in sys.argv[1:]:
        source = Source(path)
        for number, group in enumerate(groups):
            if sum(one.size for one in group) + source.size <= LARGEST and all(map(source.fits, group)):
                break
        else:
            number = len(groups)
            groups.append([])
        groups[number].append(source)
        numbers.append(str(number))
    print(";".join(numbers), end="")


if __name__ == "__main__":
    main()
