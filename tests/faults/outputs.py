#!/usr/bin/env python3
"""Outputs that cannot be written: full disks, closed pipes, targets that are no files. usage: outputs.py NEWSGRAPH"""
import os
import pathlib
import subprocess
import sys

from harness import OLD, Case, finish

PROGRAM = os.path.abspath(sys.argv[1])
FULL = "No space left on device. Free some space, or write elsewhere."


def devices(case):
    case.expect("/dev/full, standard output", case.run(shell='"$N" claims news -q > /dev/full'), 3, FULL)
    case.expect("/dev/full, -o", case.run("export", "news", "-q", "-o", "/dev/full", "--to", "json"), 3, FULL)
    done = case.run("export", "news", "-q", "-o", "out.json", "-o", "/dev/full", "--to", "json")
    case.expect("the second of two outputs", done, 3, FULL)
    case.expect("standard output is closed", case.run(shell='"$N" claims news -q >&-'), 3, "cannot be written")
    case.expect("standard error is full", case.run(shell='"$N" claims news missing 2> /dev/full > /dev/null'), 1)


def pipes(case):
    done = case.run(shell='"$N" claims news -q | head -n 1; echo "${PIPESTATUS[0]}"')
    case.expect("| head", done, 0)
    case.check("| head: ends quietly", done.stdout.endswith(b"0\n") and done.stderr == b"", done)
    done = case.run(shell='"$N" export news -q -o - --to json | true; echo "${PIPESTATUS[0]}"')
    case.check("| true: ends quietly", done.stdout == b"0\n" and done.stderr == b"", done)


def targets(case):
    """Targets that cannot be replaced, and those that may."""
    folder = case.folder
    case.expect("no such folder", case.run("claims", "news", "-o", "no/where.jsonl"), 3, "No such file or directory")
    case.expect("the target is a folder", case.run("claims", "table.csv", "-o", "news"), 3, "is a folder, not a file")
    case.expect("the name is too long", case.run("claims", "table.csv", "-o", "n" * 300), 3, "File name too long")
    case.expect("output is an input", case.run("claims", "table.csv", "-o", "table.csv"), 2, "the output is one of the inputs")
    (folder / "link.csv").symlink_to("table.csv")
    case.expect("output links to an input", case.run("claims", "table.csv", "-o", "link.csv"), 2, "is one of the inputs")
    case.expect("output in an input folder", case.run("claims", "news", "-o", "news/0.txt"), 2, "is one of the inputs")
    (folder / "round").symlink_to("round")
    case.expect("a link to itself", case.run("claims", "table.csv", "-o", "round"), 3, "Too many levels of symbolic links")


def links(case):
    """What a link points to is replaced; the link stays."""
    folder = case.folder
    (folder / "far").mkdir()
    (folder / "far" / "real.jsonl").write_bytes(OLD)
    os.chmod(folder / "far" / "real.jsonl", 0o640)
    (folder / "near.jsonl").symlink_to("far/real.jsonl")
    done = case.run("claims", "table.csv", "-q", "-o", "near.jsonl")
    case.expect("a link as target", done, 0)
    real = folder / "far" / "real.jsonl"
    case.check("the link stays", (folder / "near.jsonl").is_symlink(), done)
    case.check("its file is replaced and keeps its rights", real.read_bytes() != OLD and real.stat().st_mode & 0o777 == 0o640, done)


def rights(case):
    """A file and a folder that may not be written, as a user without privileges sees them."""
    os.chmod(case.folder, 0o755)
    os.chmod(case.folder / "out.json", 0o444)
    (case.folder / "closed").mkdir(mode=0o555)
    before = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []
    program = case.folder / "newsgraph"  # where that user may read it
    program.write_bytes(pathlib.Path(case.program).read_bytes())
    os.chmod(program, 0o755)
    case.program = str(program)
    case.expect("a file that may not be written", case.run("claims", "table.csv", "-o", "out.json", before=before), 3, "Permission denied")
    case.expect("a folder that may not be written", case.run("claims", "table.csv", "-o", "closed/a", before=before), 3, "Permission denied")
    os.chmod(case.folder / "table.csv", 0)
    case.unusable("an input that may not be read", case.run("claims", "table.csv", before=before), "Permission denied")


def full_disk(case):
    """A real disk that fills up while the graph is written."""
    disk = case.folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=128k", "none", disk], capture_output=True, check=False)
    if mounted.returncode != 0:
        print("without a full disk: no tmpfs can be mounted")
        return
    try:
        (disk / "out.json").write_bytes(OLD)
        with open(disk / "fill", "wb") as fill:
            fill.write(b"x" * (100 << 10))
        rows = "".join(f"Owner {i},owns,Thing {i}\n" for i in range(5000))
        (case.folder / "big.csv").write_text("source,relation,target\n" + rows)
        for verb, name in (("export", "graph.json"), ("export", "out.json"), ("claims", "out.json")):
            done = case.run(verb, "big.csv", "-q", "-o", f"disk/{name}", *(["--to", "json"] if verb == "export" else []))
            case.expect(f"full disk, {verb} to {name}", done, 3, FULL, old="disk/out.json")
            case.check("nothing is left on the disk", sorted(p.name for p in disk.iterdir()) == ["fill", "out.json"], done)
        done = case.run("claims", "big.csv", "-q", "--resume", "disk/new.jsonl")
        case.expect("full disk, --resume", done, 3, FULL, old="disk/out.json")
        os.remove(disk / "fill")
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True, capture_output=True)
        done = case.run("claims", "big.csv", "-q", "--resume", "disk/new.jsonl")
        case.expect("with room, --resume goes on", done, 0, old="disk/out.json")
        whole = case.run("claims", "big.csv", "-q").stdout
        case.check("and gives what an uninterrupted run gives", (disk / "new.jsonl").read_bytes() == whole, done)
    finally:
        subprocess.run(["umount", disk], check=False)


for test in (devices, pipes, targets, links, rights, full_disk):
    with Case(PROGRAM) as the_case:
        test(the_case)
finish()
