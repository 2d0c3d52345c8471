#!/usr/bin/env python3
"""Long runs: memory, threads, and inputs of gigabytes.

usage: load.py stream NEWSGRAPH [ARTICLES]     memory over a run of `claims --jobs 2` (100,000 articles of 1.2 kB)
       load.py short NEWSGRAPH [ARTICLES]      the same of articles of two or three sentences, one in six of which states something
       load.py threads NEWSGRAPH [ARTICLES]    `claims` with one thread and with two: the ratio, and the same bytes
       load.py large NEWSGRAPH [GIGABYTES]     a JSONL and a CSV of 2 GB, and the most memory that each took
       load.py claims NEWSGRAPH [CLAIMS]       a file of made claims (1,000,000) to a graph: time, memory
       load.py store NEWSGRAPH [CLAIMS]        a store of made claims (1,000,000), growing by fifths: time, memory, size
       load.py dump FILE ARTICLES              the articles only

On a busy machine "clock" means little. "cpu / busiest thread" is what two idle cores would gain.
"""
import filecmp
import json
import os
import random
import pathlib
import subprocess
import sys
import tempfile
import time

from varied_articles import write_dump
from week import article, claim

MIB = 1 << 20
SENTENCE = "The council met on Monday and heard reports on roads, schools and the weather of the week. "


def memory_of(pid):
    """Resident MiB of a running process; nothing if it has ended."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return None


def seconds_of_threads(pid):
    """CPU seconds of each thread that is there."""
    seconds = {}
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        try:
            fields = (task / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        seconds[task.name] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return seconds


def watch(command, each, every=0.5):
    """Runs the command and calls each(pid) meanwhile; its clock seconds, CPU seconds and most MiB."""
    start = time.monotonic()
    with subprocess.Popen(command) as run:
        while True:
            pid, status, used = os.wait4(run.pid, os.WNOHANG)
            if pid:
                break
            each(run.pid)
            time.sleep(every)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode != 0:
        sys.exit(f"{command} ended with {run.returncode}")
    return time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def slope(samples):
    """Of the line through (x, y) pairs that has the least squares."""
    middle_x, middle_y = (sum(values) / len(samples) for values in zip(*samples))
    spread = sum((x - middle_x) ** 2 for x, _ in samples)
    return sum((x - middle_x) * (y - middle_y) for x, y in samples) / spread if spread else 0.0


def write_short(path, count):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(article(number)) + "\n" for number in range(count))


def stream(program, folder, count, write=write_dump):
    """A line for each tenth of the output, then the result. What grows in the second half grows for ever."""
    dump, output = folder / "dump.jsonl", folder / "claims.jsonl"
    write(dump, count)
    print(f"{count} articles, {dump.stat().st_size / MIB:.0f} MiB", flush=True)
    samples = []

    def sample(pid):
        memory = memory_of(pid)
        written = output.stat().st_size if output.exists() else 0
        if memory is not None:
            samples.append((written, memory))

    with open(output, "wb") as file:  # grows under its name, unlike what -o writes
        file.close()
        clock, cpu, peak = watch(["bash", "-c", 'exec "$0" claims "$1" -q --jobs 2 > "$2"', program, dump, output], sample)
    total = output.stat().st_size
    for tenth in range(10):
        within = [memory for written, memory in samples if tenth <= 10 * written / total < tenth + 1]
        if within:
            print(f"{10 * tenth:3} to {10 * tenth + 10:3} % of the output: {min(within):6.1f} to {max(within):6.1f} MiB")
    late = [(written / total, memory) for written, memory in samples if total <= 2 * written < 2 * total]  # at its end it lets go
    growth = slope(late) / count if len(late) > 1 else float("nan")  # MiB an article
    day = 86_400 * count / clock
    print(f"second half: {growth * 10_000:+.2f} MiB in 10,000 articles; a day at this speed, {day / 1e6:.1f} million articles: {growth * day:+.0f} MiB")
    print(f"{total / MIB:.0f} MiB of claims, {clock:.0f} s clock, {cpu:.0f} s cpu, {count / cpu:.0f} articles/s a core, peak {peak:.0f} MiB")


def threads(program, folder, count):
    dump = folder / "dump.jsonl"
    write_dump(dump, count)
    results = {}
    for jobs in ("1", "2"):
        busy = {}
        clock, cpu, peak = watch([program, "claims", dump, "-q", "--jobs", jobs, "-o", folder / f"{jobs}.jsonl"],
                                 lambda pid: busy.update(seconds_of_threads(pid)), 0.05)
        results[jobs] = clock, cpu
        print(f"--jobs {jobs}: {clock:.1f} s clock, {cpu:.1f} s cpu, busiest thread {max(busy.values()):.1f} s, peak {peak:.0f} MiB", flush=True)
    print(f"by the clock {results['1'][0] / results['2'][0]:.2f} times as fast; cpu / busiest thread {results['1'][1] / max(busy.values()):.2f}")
    same = filecmp.cmp(folder / "1.jsonl", folder / "2.jsonl", shallow=False)
    print("the same bytes" if same else "DIFFERENT BYTES")
    return same


def write_large(path, size, first, record):
    """At least `size` bytes: `first`, then record(0), record(1), …"""
    with open(path, "w", encoding="utf-8") as file:
        written = file.write(first)
        number = 0
        while written < size:
            written += file.write(record(number))
            number += 1
    return number


def article_of_council(number):
    """A megabyte; one in twenty has a claim, and so has to be searched for names."""
    claim = f"Peru banned App{number}. " if number % 20 == 0 else ""
    return f'{{"id": "{number}", "text": "{claim}{SENTENCE * (MIB // len(SENTENCE))}"}}\n'


def row_of_table(number):
    return f"Company {number % 100_003},owns,Company {number % 99_991},2024-01-{1 + number % 28:02},\"{SENTENCE}{number}\"\n"


def large(program, folder, gigabytes):
    size = int(gigabytes * 1e9)
    for name, first, record in (("articles.jsonl", "", article_of_council),
                                ("relations.csv", "source,relation,target,date,evidence\n", row_of_table)):
        path = folder / name
        number = write_large(path, size, first, record)
        clock, cpu, peak = watch([program, "claims", path, "-q", "--jobs", "2", "-o", "/dev/null"], lambda _: None)
        print(f"{name}: {number} records, {path.stat().st_size / 1e9:.2f} GB, {clock:.0f} s clock, {cpu:.0f} s cpu, peak {peak:.0f} MiB", flush=True)
        path.unlink()


def write_claims(path, numbers):
    with open(path, "w", encoding="utf-8") as file:
        for number in numbers:
            file.write(json.dumps(claim(number, random.Random(number))) + "\n")


def claims(program, folder, count):
    lines, graph = folder / "claims.jsonl", folder / "all.graphml"
    write_claims(lines, range(count))
    clock, cpu, peak = watch([program, "export", lines, "-o", graph, "-q"], lambda _: None)
    print(f"{count} claims, {lines.stat().st_size / 1e6:.0f} MB, to {graph.stat().st_size / 1e6:.0f} MB of GraphML: "
          f"{clock:.0f} s clock, {cpu:.1f} s cpu, peak {peak:.0f} MiB")


def store(program, folder, count):
    """A line for each fifth: what it takes to add it, and to make a graph of all."""
    part, file = folder / "claims.jsonl", folder / "all.sqlite"
    added = []
    for fifth in range(5):
        write_claims(part, range(count * fifth // 5, count * (fifth + 1) // 5))
        _, cpu, peak = watch([program, "export", part, "--update", file, "-q"], lambda _: None)
        _, graph_cpu, graph_peak = watch([program, "export", file, "-o", folder / "all.graphml", "-q"], lambda _: None)
        total = count * (fifth + 1) // 5
        added.append((total, cpu))
        print(f"{total} claims, {file.stat().st_size / 1e6:.0f} MB: the last fifth {cpu:.1f} s cpu, {peak:.0f} MiB; "
              f"to a graph {graph_cpu:.1f} s cpu, {graph_peak:.0f} MiB", flush=True)
    print(f"a fifth takes {slope(added) * count / 5:+.2f} s more than the one before")
    write_claims(part, range(count, count + 1000))
    _, cpu, peak = watch([program, "export", part, "--update", file, "-q"], lambda _: None)
    print(f"1000 claims more: {cpu:.1f} s cpu, {peak:.0f} MiB")


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("stream", "short", "threads", "large", "claims", "store", "dump"):
        sys.exit(__doc__)
    what, program, *rest = sys.argv[1:]
    if what == "dump":
        write_dump(program, int(rest[0]))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if what == "stream":
            stream(program, folder, int(rest[0]) if rest else 100_000)
        elif what == "short":
            stream(program, folder, int(rest[0]) if rest else 100_000, write_short)
        elif what == "large":
            large(program, folder, float(rest[0]) if rest else 2)
        elif what == "claims":
            claims(program, folder, int(rest[0]) if rest else 1_000_000)
        elif what == "store":
            store(program, folder, int(rest[0]) if rest else 1_000_000)
        elif not threads(program, folder, int(rest[0]) if rest else 2000):
            sys.exit(1)


main()
