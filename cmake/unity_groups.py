#!/usr/bin/env python3
"""usage: unity_groups.py ROOT SOURCE...
Puts sources of one stage into groups that may be compiled as one: prints the number of its group for each, separated by
semicolons, as CMake has lists. What a source declares for itself (in unnamed namespaces, types, constants) must not be
mentioned in another of its group, nor declared by the headers that the other includes from ROOT, so that every name means
there what it means alone. Relies on the form that clang-format gives: declarations begin at the left."""
import functools
import os
import re
import sys

LARGEST = 90_000  # bytes of sources in a group: enough that headers cost little, few enough for all cores to have work
WORD = re.compile(r"[A-Za-z_]\w*")
NOISE = re.compile(r'//(?! namespace$)[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"', re.DOTALL | re.MULTILINE)
UNNAMED = re.compile(r"^namespace \{$.*?^\}  // namespace$", re.DOTALL | re.MULTILINE)
SHARED = re.compile(r"(?!static\b|const|using\b|struct\b|class\b|union\b|enum\b|inline\b)")  # functions of headers, mostly
QUALIFIED = re.compile(r"((?<!\.)\.|->|::)\s*[A-Za-z_]\w*")  # looked up in a class or a namespace that is not ours
INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)


def declared(text):
    """Names that lines at the left declare; not members of classes, which are declared elsewhere."""
    for line in re.findall(r"^[A-Za-z_].*$", text, re.MULTILINE):
        if line.startswith(("namespace", "template", "using namespace", "extern", "static_assert")):
            continue
        typed = re.match(r"(?:struct|class|union|enum(?: class)?|using)\s+(?:\w+::)*(\w+)", line)
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


@functools.lru_cache(maxsize=None)
def read(path):
    """The text without strings and comments, but for those that end an unnamed namespace, and the paths of what it includes."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return NOISE.sub(" ", text), INCLUDE.findall(text)


def without_directives(text):
    return re.sub(r"^#.*$", "", text, flags=re.MULTILINE)


def headers(root, path):
    """What a source includes from ROOT, itself or by others."""
    found, waiting = set(), [path]
    while waiting:
        for name in read(waiting.pop())[1]:
            header = os.path.join(root, name)
            if header not in found and os.path.exists(header):
                found.add(header)
                waiting.append(header)
    return found


@functools.lru_cache(maxsize=None)
def declared_by(path):
    return frozenset(declared(without_directives(read(path)[0])))


def mentioned(text):
    """Names that are looked up among ours."""
    return set(WORD.findall(QUALIFIED.sub(" ", text.replace("newsgraph::", ""))))


def own_names(text):
    """What only this source knows: in unnamed namespaces all, elsewhere all but functions that others may call."""
    rest = UNNAMED.sub("", text)
    hidden = "\n".join(UNNAMED.findall(text))
    others = "\n".join(line for line in rest.splitlines() if not SHARED.match(line))
    return set(declared(hidden)) | set(declared(others))


ALIAS = re.compile(r"^using (?:\w+ = .*?|[\w:]+);$", re.MULTILINE)


def aliases(text):
    """What each alias in an unnamed namespace stands for: two sources may say the same."""
    return {next(declared(line)): line for part in UNNAMED.findall(text) for line in ALIAS.findall(part)}


class Source:
    def __init__(self, root, path):
        text, _ = read(path)
        self.size = len(text)
        self.own = own_names(without_directives(text))
        self.aliases = aliases(text)
        self.words = mentioned(without_directives(text)).union(*map(declared_by, headers(root, path)))
        self.alone = bool(re.search(r"^\s*#\s*(define|undef|pragma)|^using namespace", text, re.MULTILINE))

    def fits(self, other):
        met = self.own & other.words | other.own & self.words
        return not (self.alone or other.alone or any(self.aliases.get(name) != other.aliases.get(name) or
                                                     name not in self.aliases for name in met))


def main():
    root, *paths = sys.argv[1:]
    groups = []  # of sources
    numbers = []
    for path in paths:
        source = Source(root, path)
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
