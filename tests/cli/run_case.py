#!/usr/bin/env python3
"""Runs one golden case of the command line and compares every byte.

usage: run_case.py [--approve] NEWSGRAPH CASE

CASE is a folder with
  command       a bash script; `newsgraph` and, as $SOURCE, the source folder are there for it
  input/        optional: what the working folder holds when the script starts
  stdout        what it has to print; absent: nothing
  stderr        the same for standard error
  status        its exit code; absent: 0
  output/       optional: files that the working folder has to hold afterwards

--approve writes what the program gives now into CASE, for files of output/ only those that are there.
"""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def run(newsgraph, case, work):
    """The exit code, standard output and standard error of the case's command."""
    if (case / "input").is_dir():
        shutil.copytree(case / "input", work, dirs_exist_ok=True)
    bin_folder = pathlib.Path(work).parent / "bin"
    bin_folder.mkdir()
    (bin_folder / "newsgraph").symlink_to(newsgraph)
    environment = {
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "SOURCE": str(pathlib.Path(__file__).resolve().parents[2]),
        "LC_ALL": "C.UTF-8",
        "HOME": work,
    }
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    done = subprocess.run(
        ["bash", "-o", "pipefail", str(case / "command")],
        cwd=work, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=300, check=False)
    return done.returncode, done.stdout, done.stderr


def read(path, default=b""):
    return path.read_bytes() if path.exists() else default


def show_difference(name, expected, found):
    print(f"{name} differs:")
    lines = [data.decode("utf-8", "backslashreplace").splitlines() for data in (expected, found)]
    for line in difflib.unified_diff(*lines, "expected", "found", lineterm="", n=2):
        print("  " + line)


def expected_files(case):
    folder = case / "output"
    return sorted(p.relative_to(folder) for p in folder.rglob("*") if p.is_file()) if folder.is_dir() else []


def compare(case, work, status, stdout, stderr):
    results = [("stdout", read(case / "stdout"), stdout), ("stderr", read(case / "stderr"), stderr),
               ("status", read(case / "status", b"0\n"), f"{status}\n".encode())]
    for name in expected_files(case):
        results.append((f"output/{name}", read(case / "output" / name), read(work / name, b"(absent)")))
    wrong = [result for result in results if result[1] != result[2]]
    for result in wrong:
        show_difference(*result)
    return not wrong


def write_or_remove(path, data, default=b""):
    if data == default:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(data)


def approve(case, work, status, stdout, stderr):
    write_or_remove(case / "stdout", stdout)
    write_or_remove(case / "stderr", stderr)
    write_or_remove(case / "status", f"{status}\n".encode(), b"0\n")
    for name in expected_files(case):
        shutil.copyfile(work / name, case / "output" / name)


def main():
    arguments = [a for a in sys.argv[1:] if a != "--approve"]
    newsgraph, case = os.path.abspath(arguments[0]), pathlib.Path(arguments[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder) / "work"
        work.mkdir()
        result = run(newsgraph, case, str(work))
        if "--approve" in sys.argv:
            approve(case, work, *result)
            return 0
        return 0 if compare(case, work, *result) else 1


if __name__ == "__main__":
    sys.exit(main())
