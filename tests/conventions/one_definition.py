"""No two files define a type of one name in one namespace: the linker would take the members of one, say of
std::vector<Actor>, for those of both, without a word. usage: one_definition.py FOLDER..."""
import collections
import pathlib
import re
import sys

TYPE = re.compile(r"(?:template <.*> )?(?:struct|class|enum class|enum|union) (\w+)(?: final)?(?: : .*)? ?\{")
OPEN = re.compile(r"(?:inline )?namespace(?: ([\w:]+))? \{")


def types_of(path):
    """The types that `path` defines outside of unnamed namespaces, which are every file's own."""
    namespaces = []
    for line in path.read_text(encoding="utf-8").splitlines():
        opened, defined = OPEN.match(line), TYPE.match(line)
        if opened and not line.endswith("}"):
            namespaces.append(opened[1] or "")
        elif line.startswith("}  // namespace"):
            namespaces.pop()
        elif defined and "" not in namespaces:
            yield "::".join([*namespaces, defined[1]])


def main():
    files = collections.defaultdict(list)
    for folder in sys.argv[1:]:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                for name in types_of(path):
                    files[name].append(str(path))
    repeated = {name: paths for name, paths in files.items() if len(paths) > 1}
    for name, paths in repeated.items():
        print(f"{name} is defined in {' and '.join(paths)}")
    print(f"{len(files)} types")
    sys.exit(1 if repeated or len(files) < 100 else 0)


main()
