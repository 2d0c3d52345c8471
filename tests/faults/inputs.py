#!/usr/bin/env python3
"""Inputs that vanish, fail or never end, signals, and too little memory. usage: inputs.py NEWSGRAPH"""
import os
import signal
import subprocess
import sys
import time

from harness import OLD, Case, article, finish, sanitized

PROGRAM = os.path.abspath(sys.argv[1])


def read_errors(case):
    """A file that opens, but fails when it is read: memory of a process at an address where there is none."""
    done = case.run("claims", "--from", "text", "/proc/self/mem", "news", "-q")
    case.expect("a read error", done, 1, "/proc/self/mem: cannot be read: Input/output error")
    case.check("the rest is read", done.stdout.count(b"\n") >= 3, done)
    case.expect("a read error, --strict", case.run("claims", "--strict", "--from", "text", "/proc/self/mem", "-o", "out.json"), 3)
    done = case.run(shell='"$N" claims - -q < news')
    case.unusable("standard input is a folder", done, "Is a directory")
    case.unusable("standard input is closed", case.run(shell='"$N" claims - -q <&-'), "<stdin>: cannot be read")


def vanishing(case):
    """The second file goes while the first, a pipe, is still being read."""
    pipe = case.folder / "news" / "first"
    pipe = case.folder / "first"
    os.mkfifo(pipe)
    with subprocess.Popen([case.program, "claims", "first", "news", "-o", "made.jsonl"], cwd=case.folder,
                          stderr=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        with open(pipe, "w", encoding="utf-8") as feed:  # opens when the program has listed its inputs
            time.sleep(0.2)
            os.remove(case.folder / "news" / "1.txt")
            feed.write(article(9))
        _, errors = run.communicate(timeout=120)
    case.check(f"a vanished file is named: {errors}", b"news/1.txt: cannot be opened: No such file or directory" in errors)
    case.check(f"and is a partial success, not {run.returncode}", run.returncode == 1)
    case.check("the others are read", (case.folder / "made.jsonl").read_bytes().count(b"App2") > 0)


def signals(case):
    for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
        with subprocess.Popen([case.program, "claims", "-", "-o", "out.json"], cwd=case.folder, stdin=subprocess.PIPE,
                              stderr=subprocess.PIPE, stdout=subprocess.PIPE) as run:
            deadline = time.time() + 60
            while not list(case.folder.glob(".out.json.*")) and time.time() < deadline:
                time.sleep(0.02)
            case.check(f"{number.name}: a temporary file was there", bool(list(case.folder.glob(".out.json.*"))))
            run.send_signal(number)
            run.wait(timeout=60)
            case.check(f"{number.name}: ends by it ({run.returncode})", run.returncode in (-number, code))
        case.check(f"{number.name}: old output intact", (case.folder / "out.json").read_bytes() == OLD)
        case.no_rest(number.name)


def little_memory(case):
    """Whatever is there: done, or out of memory with a message; never a crash, never half a file."""
    if sanitized(case.program):
        print("without little memory: sanitizers reserve address space")
        return
    codes = set()
    least = os.path.getsize(case.program) // 1024  # with less the kernel does not even start it
    for kilobytes in [*range(least, 200_000, 12_000), 400_000]:
        done = case.run(shell=f'ulimit -v {kilobytes}; exec "$N" export news -q --jobs 1 -o out.json')
        codes.add(done.returncode)
        if done.returncode == 0:
            (case.folder / "out.json").write_bytes(OLD)
            continue
        if done.returncode == 127 or b"error while loading shared libraries" in done.stderr:
            continue  # the program itself does not fit
        case.expect(f"{kilobytes} kB of memory", done, 3, "newsgraph: error: ")
    case.check(f"some sizes are too small, some enough: {codes}", {0, 3} <= codes)


for test in (read_errors, vanishing, signals, little_memory):
    with Case(PROGRAM) as the_case:
        test(the_case)
finish()
