#!/usr/bin/env python3
"""Makes system calls fail, one after the other, with strace. usage: system_calls.py NEWSGRAPH"""
import os
import re
import shutil
import subprocess
import sys

from harness import OLD, Case, finish, sanitized, skip

PROGRAM = os.path.abspath(sys.argv[1])
VERBS = {
    "export": ["export", "table.csv", "-q", "--jobs", "1", "-o", "out.json"],
    "a new file": ["export", "table.csv", "-q", "--jobs", "1", "-o", "new.json"],
    "claims": ["claims", "news", "-q", "--jobs", "1", "-o", "out.json"],
    "stdout": ["export", "table.csv", "-q", "--jobs", "1", "-o", "-", "--to", "graphml"],
}
# Calls, and what they get. Allocation is brk, which has no error but a low result, and mmap.
FAULTS = {
    "write": ["error=ENOSPC", "error=EIO"], "fsync": ["error=EIO"], "rename": ["error=EXDEV", "error=EACCES"],
    "close": ["error=EIO"], "openat": ["error=EMFILE", "error=EACCES"], "read": ["error=EIO"],
    "brk": ["retval=0"], "mmap": ["error=ENOMEM"], "fchmod": ["error=EPERM"], "newfstatat": ["error=EIO"],
    "fcntl": ["error=EMFILE"], "getdents64": ["error=EIO"],
}
# What happens before the program's own first call is the loader's and the libraries'.
MOST = 60


def can_trace():
    if shutil.which("strace") is None:
        return False
    done = subprocess.run(["strace", "-e", "inject=fsync:error=EIO", "true"], capture_output=True, check=False)
    return done.returncode == 0


def count_calls(case, arguments, call):
    """How often an undisturbed run makes the call before main(), which begins with the signal handlers, and after."""
    done = case.run(*arguments, before=["strace", "-f", "-o", "trace", "-e", f"trace={call},rt_sigaction"])
    case.check(f"an undisturbed run: {arguments}", done.returncode == 0, done)
    (case.folder / "out.json").write_bytes(OLD)
    (case.folder / "new.json").unlink(missing_ok=True)
    own = 0
    before = 0
    started = False
    for line in (case.folder / "trace").read_text(errors="replace").splitlines():
        started = started or "rt_sigaction(SIGINT" in line
        if re.search(rf"\b{call}\(", line):
            if started:
                own += 1
            else:
                before += 1
    return before, own


def inject(case, verb, call, error):
    arguments = VERBS[verb]
    before, own = count_calls(case, arguments, call)
    for number in range(before + 1, before + 1 + min(own, MOST)):
        rule = f"inject={call}:{error}:when={number}"
        done = case.run(*arguments, before=["strace", "-f", "-o", "/dev/null", "-e", rule])
        judge(case, f"{verb}, {call} {number - before} of {own} gets {error}", done)
    return own


def judge(case, what, done):
    """Failed with a message and the old file there, or done with a new one: nothing else."""
    output = case.folder / "out.json"
    new = case.folder / "new.json"
    case.check(f"{what}: no crash", done.returncode in (0, 1, 2, 3), done)
    case.check(f"{what}: a failure is explained", done.returncode == 0 or b"newsgraph: " in done.stderr, done)
    if done.returncode >= 2:
        case.check(f"{what}: old output intact", output.read_bytes() == OLD, done)
        case.check(f"{what}: no new output", not new.exists(), done)
    case.no_rest(what)
    for path in case.folder.glob(".*.tmp"):
        path.unlink()
    output.write_bytes(OLD)
    new.unlink(missing_ok=True)


def survives_power_cut(case):
    """A file is on the disk before it gets its name, and its name before the run ends."""
    for verb in ("export", "a new file", "claims"):
        done = case.run(*VERBS[verb], before=["strace", "-f", "-o", "trace", "-e", "trace=fsync,rename"])
        calls = re.findall(r"\b(fsync|rename)\(", (case.folder / "trace").read_text())
        case.check(f"{verb}: synced, named, its folder synced, not {calls}", calls == ["fsync", "rename", "fsync"], done)
        (case.folder / "new.json").unlink(missing_ok=True)


if sanitized(PROGRAM):
    skip("sanitizers make system calls of their own")
if not can_trace():
    skip("strace cannot inject faults here")
total = 0
with Case(PROGRAM) as the_case:
    survives_power_cut(the_case)
    for a_call, errors in FAULTS.items():
        for an_error in errors:
            for a_verb in VERBS:
                total += inject(the_case, a_verb, a_call, an_error)
print(f"{total} failing calls")
finish()
