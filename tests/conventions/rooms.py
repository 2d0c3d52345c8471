"""Includes point one way: a stage uses only stages before it, as the flow in docs/architecture.md has it, and a room
of a stage only rooms above it in the stage's table there. Files beside the rooms use all of them.
usage: rooms.py ARCHITECTURE.md SRC"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)
FLOW = re.compile(r"^support -> .*$", re.MULTILINE)
HEADING = re.compile(r"^#+ (.*)$")
ROW = re.compile(r"^\| `(\w+)/` \|")


def rooms_of(text, stages):
    """The rooms of each stage, in the order of the table below the heading with the stage's name."""
    rooms, stage = {}, None
    for line in text.splitlines():
        if heading := HEADING.match(line):
            stage = heading[1] if heading[1] in stages else None
        elif (row := ROW.match(line)) and stage:
            rooms.setdefault(stage, []).append(row[1])
    return rooms


def folders_of(path):
    return {folder.name for folder in path.iterdir() if folder.is_dir()}


def table_faults(source, stages, rooms):
    for stage in stages:
        there, listed = folders_of(source / stage), set(rooms.get(stage, []))
        yield from (f"src/{stage}/{name} has no row in the table of {stage}" for name in sorted(there - listed))
        yield from (f"the table of {stage} lists {name}, which is no folder" for name in sorted(listed - there))


def place(path, rooms):
    """Where a path below src stands among the rooms of its stage; behind all of them if it is in none."""
    stage, *folders, _ = path.split("/")
    order = rooms.get(stage, [])
    return order.index(folders[0]) if folders and folders[0] in order else len(order)


def points_back(file, used, stages, rooms):
    """Whether `used` comes after `file`. Paths are below src; what is in no stage of the flow is free."""
    own, other = file.split("/")[0], used.split("/")[0]
    if own not in stages or other not in stages:
        return False
    if own != other:
        return stages.index(other) > stages.index(own)
    return place(used, rooms) > place(file, rooms)


def include_faults(source, stages, rooms):
    for path in sorted(source.rglob("*")):
        if path.suffix in (".h", ".cpp"):
            file = path.relative_to(source).as_posix()
            for used in INCLUDE.findall(path.read_text(encoding="utf-8")):
                if points_back(file, used, stages, rooms):
                    yield f"src/{file} may not include {used}: it comes later in docs/architecture.md"


def main():
    text, source = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), pathlib.Path(sys.argv[2])
    stages = FLOW.search(text)[0].split(" -> ")
    rooms = rooms_of(text, stages)
    faults = [*table_faults(source, stages, rooms), *include_faults(source, stages, rooms)]
    for fault in faults:
        print(fault)
    print(f"{len(stages)} stages, {sum(map(len, rooms.values()))} rooms")
    sys.exit(1 if faults or len(stages) < 10 or not rooms else 0)


main()
