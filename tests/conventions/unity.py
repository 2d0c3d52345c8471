#!/usr/bin/env python3
"""usage: unity.py UNITY_GROUPS.py
Which sources cmake/unity_groups.py lets be compiled as one."""
import pathlib
import subprocess
import sys
import tempfile

HEADER = "#pragma once\nnamespace newsgraph {\nstruct Frame {\n  int size = 0;\n};\nFrame frame_of(int verb);\n}  // namespace newsgraph\n"


def source(hidden, shared="", include=""):
    return f'{include}\nnamespace newsgraph {{\nnamespace {{\n\n{hidden}\n}}  // namespace\n\n{shared}\n}}  // namespace newsgraph\n'


TWICE = "int twice(int value) {\n  return 2 * value;\n}\n"
THRICE = "int thrice(int value) {\n  return 3 * value;\n}\n"
HALF = "int half(int value) {\n  return value / 2;\n}\n"
WITH_HEADER = '#include "stage/frame.h"'
TOGETHER, APART = "00", "01"
CASES = [
    ("two functions of the same name", source(TWICE), source(TWICE), APART),
    ("the second function of an unnamed namespace", source(THRICE + TWICE), source(HALF + TWICE), APART),
    ("names of their own", source(TWICE), source(THRICE), TOGETHER),
    ("a constant that the other has, too", source("constexpr int kMost = 1;"), source("constexpr int kMost = 2;"), APART),
    ("a name that a header of the other declares", source("struct Frame {\n  int verb;\n};"), source(TWICE, include=WITH_HEADER), APART),
    ("a function of a header that one defines and the other calls",
     source(TWICE, "Frame frame_of(int verb) {\n  return {twice(verb)};\n}", WITH_HEADER),
     source(THRICE, "int size() {\n  return frame_of(thrice(1)).size;\n}", WITH_HEADER), TOGETHER),
    ("the same alias", source("using Number = int;\n" + TWICE), source("using Number = int;\n" + THRICE), TOGETHER),
    ("an alias that means something else", source("using Number = int;"), source("using Number = long;"), APART),
    ("a name of the standard library", source("int min(int value) {\n  return value;\n}"),
     source("int least(int a, int b) {\n  return std::min(a, b);\n}"), TOGETHER),
    ("a name in a comment and in a string", source(TWICE), source('const char* name() {\n  return "twice";  // twice\n}'), TOGETHER),
    ("a macro", source(TWICE), "#define NUMBER 1\n" + source(THRICE), APART),
]


def groups(program, first, second):
    with tempfile.TemporaryDirectory() as folder:
        stage = pathlib.Path(folder) / "stage"
        stage.mkdir()
        (stage / "frame.h").write_text(HEADER)
        paths = [stage / "first.cpp", stage / "second.cpp"]
        for path, text in zip(paths, (first, second)):
            path.write_text(text)
        made = subprocess.run([sys.executable, program, folder, *paths], capture_output=True, text=True, check=True)
        return made.stdout.replace(";", "")


wrong = [what for what, first, second, expected in CASES if groups(sys.argv[1], first, second) != expected]
for what in wrong:
    print(f"error: {what}: together or apart, it is the other way round")
print(f"{len(CASES) - len(wrong)} passed, {len(wrong)} failed")
sys.exit(bool(wrong))
