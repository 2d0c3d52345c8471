#!/usr/bin/env python3
"""Speed of the main job: MB/s and articles/s of `newsgraph claims` on news, one core, in CPU time.

usage: claims_speed.py NEWSGRAPH [ARTICLES [DUMP.jsonl]]

The articles are those of tests/gold and data/sample, their names and numbers varied so that no two are alike;
DUMP.jsonl keeps them. Also says how much memory the run took: it must not grow with ARTICLES.
"""
import json
import os
import subprocess
import sys
import tempfile

from varied_articles import write_dump


def measure(program, *arguments):
    """CPU seconds and the largest memory in MiB."""
    with subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL) as run:
        _, status, used = os.wait4(run.pid, 0)
    if status != 0:
        sys.exit(f"newsgraph failed: {status}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    with tempfile.TemporaryDirectory() as folder:
        dump = sys.argv[3] if len(sys.argv) > 3 else os.path.join(folder, "dump.jsonl")
        write_dump(dump, count)
        size = sum(len(json.loads(line)["text"].encode()) for line in open(dump, encoding="utf-8"))
        seconds, memory = measure(program, "claims", dump, "-q", "--jobs", "1")
        print(f"{count} articles, {size / 1e6:.2f} MB of text: {seconds:.1f} s CPU, {size / 1e6 / seconds:.3f} MB/s, "
              f"{count / seconds:.0f} articles/s, {memory:.0f} MiB")


main()
