#!/usr/bin/env python3
"""claims --resume: killed anywhere, it goes on, and the file is what an uninterrupted run writes.

usage: resume.py NEWSGRAPH
"""
import os
import random
import signal
import subprocess
import sys
import time

from harness import OLD, Case, article, finish

PROGRAM = os.path.abspath(sys.argv[1])
COMMAND = ["claims", "dump.jsonl", "table.csv", "-q"]


def prepare(case, articles=400):
    with open(case.folder / "dump.jsonl", "w", encoding="utf-8") as dump:
        for number in range(articles):
            text = article(number).replace("\n", "\\n")
            dump.write(f'{{"id": "a{number}", "text": "{text}"}}\n')
    (case.folder / "out.jsonl").write_bytes(OLD)
    return case.run(*COMMAND).stdout


def killed(case, *options):
    """Starts, waits until something is recorded, and kills without warning."""
    rests = case.folder / "out.jsonl.progress"
    with subprocess.Popen([case.program, *COMMAND, "--resume", "out.jsonl", *options], cwd=case.folder,
                          stderr=subprocess.DEVNULL) as run:
        size = rests.stat().st_size if rests.exists() else 0
        deadline = time.time() + 120
        while run.poll() is None and time.time() < deadline and not (rests.exists() and rests.stat().st_size > max(size, 60)):
            time.sleep(0.005)
        if run.poll() is None:
            run.send_signal(signal.SIGKILL)
        return run.wait()


def goes_on(case):
    whole = prepare(case)
    codes = [killed(case, "--jobs", str(jobs)) for jobs in (1, 2)]
    case.check(f"runs were killed: {codes}", codes == [-9, -9])
    case.check("the old file is still there", (case.folder / "out.jsonl").read_bytes() == OLD)
    partial = (case.folder / "out.jsonl.partial").read_bytes()
    case.check("what is done is kept", whole.startswith(partial[:partial.rfind(b"\n") + 1]) and len(partial) > 0)
    done = case.run("claims", "dump.jsonl", "table.csv", "--resume", "out.jsonl")
    case.expect("the third run ends", done, 0, "going on behind", old=None)
    case.check("and gives what an uninterrupted run gives", (case.folder / "out.jsonl").read_bytes() == whole, done)
    case.check("nothing is left", not list(case.folder.glob("out.jsonl.*")), done)


def torn(case):
    """Whatever the last write left in both files."""
    whole = prepare(case, 60)
    chance = random.Random(1)
    killed(case)
    for _ in range(6):
        for name in ("out.jsonl.partial", "out.jsonl.progress"):
            path = case.folder / name
            if not path.exists():
                continue
            data = path.read_bytes()
            rest = data[: chance.randrange(len(data) + 1)] if chance.random() < 0.5 else data + os.urandom(chance.randrange(99))
            path.write_bytes(rest)
        done = case.run(*COMMAND, "--resume", "out.jsonl")
        if done.returncode == 2:  # the first line of the record is damaged: refused, nothing lost
            case.check("a damaged record is explained", b"to begin anew" in done.stderr, done)
            for path in case.folder.glob("out.jsonl.*"):
                path.unlink()
            done = case.run(*COMMAND, "--resume", "out.jsonl")
        case.check("a torn file is mended", done.returncode == 0 and (case.folder / "out.jsonl").read_bytes() == whole, done)
        killed(case)
    case.run(*COMMAND, "--resume", "out.jsonl")


def refuses(case):
    prepare(case, 60)
    killed(case)
    done = case.run("claims", "dump.jsonl", "-q", "--resume", "out.jsonl")
    case.check("other inputs are refused", done.returncode == 2 and b"other inputs, options" in done.stderr, done)
    dump = case.folder / "dump.jsonl"
    dump.write_text(dump.read_text().replace("App0", "App00"))
    done = case.run(*COMMAND, "--resume", "out.jsonl")
    case.check("changed inputs are refused", done.returncode == 3 and b"not those that the interrupted run" in done.stderr, done)
    for name, code in (("-", 2), ("a.jsonl.gz", 2), ("/dev/null", 2), ("news", 3)):
        done = case.run("claims", "table.csv", "--resume", name)
        case.check(f"{name} cannot be gone on with", done.returncode == code, done)
    case.check("the old file is still there", (case.folder / "out.jsonl").read_bytes() == OLD)


for test in (goes_on, torn, refuses):
    with Case(PROGRAM) as the_case:
        test(the_case)
finish()
