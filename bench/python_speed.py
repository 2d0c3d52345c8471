#!/usr/bin/env python3
"""What Python costs beside the command line, in CPU time: articles from a list, and claims out through Arrow.

usage: python_speed.py NEWSGRAPH [ARTICLES [ROUNDS]]     (10,000 short articles, three rounds)

Run it with the Python in which the wheel and pyarrow are. Each round runs the whole program and a whole Python one after
the other, on one thread, in turns; the ratio is that of a round, the median of the rounds counts. Where others use the
cores, many short rounds tell more than few long ones: what they do to the caches changes from minute to minute. Of a stream
it says the memory after a tenth of the articles and at the end.
"""
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

from short_articles import write_short


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def memory():
    """MiB that are resident now."""
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def read_stream(reader, articles):
    """Claims, consumed as they come, and the memory after a tenth of the articles."""
    count, early = 0, memory()
    for number, claims in enumerate(reader.stream(articles)):
        count += len(claims)
        if number == len(articles) // 10:
            early = memory()
    return count, early


def read_list(dump, form):
    """In a process of its own: seconds for reading, for Arrow, claims, and MiB early and late."""
    import newsgraph
    import pyarrow

    with open(dump, encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    pyarrow.table(newsgraph.Claims())  # looks for pandas, once
    early, begin = memory(), cpu()
    reader = newsgraph.Reader(jobs=1)
    if form == "stream":
        count, early = read_stream(reader, articles)
        read, arrow = cpu() - begin, 0.0
    else:
        claims = reader.read(articles)
        read = cpu() - begin
        count = pyarrow.table(claims).num_rows
        arrow = cpu() - begin - read
    print(json.dumps({"read": read, "arrow": arrow, "claims": count, "early": early, "late": memory()}))


def run(command, output):
    """CPU seconds of a whole process."""
    with open(output, "wb") as file, subprocess.Popen(command, stdout=file) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime


def compare(program, folder, count, rounds):
    dump, claims, figures = folder / "dump.jsonl", folder / "claims.jsonl", folder / "figures.json"
    size = write_short(dump, count)
    print(f"{count} articles, {size / count:.0f} bytes of text each", flush=True)
    ratios = {"stream": [], "read": []}
    shares = []
    for number in range(rounds):
        line = run([program, "claims", dump, "-q", "--jobs", "1"], claims)
        lines = claims.read_bytes().count(b"\n")
        for form, kept in ratios.items():
            whole = run([sys.executable, __file__, "--list", form, dump], figures)
            found = json.loads(figures.read_text())
            if found["claims"] != lines:
                sys.exit(f"{form} gives {found['claims']} claims, the command line {lines}")
            kept.append(found["read"] / line)
            print(f"round {number + 1}: command line {line:.2f} s, {form} {found['read']:.2f} s ({kept[-1]:.3f}), "
                  f"Python as a whole {whole:.2f} s, Arrow {found['arrow'] * 1000:.0f} ms, {lines} claims, "
                  f"{found['early']:.0f} to {found['late']:.0f} MiB", flush=True)
        shares.append(found["arrow"] / found["read"])
    for form, kept in ratios.items():
        print(f"{form}: {statistics.median(kept):.3f} times the command line")
    print(f"Arrow: {100 * statistics.median(shares):.2f} % of the reading")


def main():
    if sys.argv[1:2] == ["--list"]:
        read_list(sys.argv[3], sys.argv[2])
    elif len(sys.argv) < 2:
        sys.exit(__doc__)
    else:
        numbers = [int(number) for number in sys.argv[2:4]] + [10_000, 3][len(sys.argv[2:4]):]
        with tempfile.TemporaryDirectory() as folder:
            compare(os.path.abspath(sys.argv[1]), pathlib.Path(folder), *numbers)


main()
