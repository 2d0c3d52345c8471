#!/usr/bin/env python3
"""What Apache Spark costs beside the command line: the same short articles to claims, on one core and on two.

usage: spark_speed.py NEWSGRAPH [ARTICLES [ROUNDS]]     (100,000 articles of bench/short_articles.py, one round)

Run it with the Python in which the wheel, pyarrow and pyspark are. Each round runs `claims --jobs 1`, Spark with local[1],
`claims --jobs 2` and local[2], one after the other. Spark reads Parquet and writes Parquet; its time is told in parts: the
start of the session with a job of a few articles, which does not depend on how many follow, and the job, of which Java's and
the Python workers' part.
CPU time is of all processes of a run. The clock means little where others use the cores: hence the load.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from short_articles import write_short

FILES = 16  # tasks enough that two cores end together
FEW = 16  # articles that are read first
TICKS = os.sysconf("SC_CLK_TCK")


def processes():
    """(parent, name, CPU seconds with those of children that have ended) of each process that there is."""
    found = {}
    for folder in pathlib.Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            head, tail = (folder / "stat").read_text().rsplit(")", 1)
        except OSError:  # it has ended
            continue
        fields = tail.split()
        found[int(folder.name)] = int(fields[1]), head.split("(", 1)[1], sum(map(int, fields[11:15])) / TICKS
    return found


def cpu_of_tree():
    """CPU seconds of this process and all below it, by what they are."""
    all_of_them = processes()
    used = {"driver": 0.0, "java": 0.0, "workers": 0.0}
    for pid, (_, name, seconds) in all_of_them.items():
        above = pid
        while above != os.getpid() and above in all_of_them:
            above = all_of_them[above][0]
        if above == os.getpid():
            used["driver" if pid == above else "java" if name == "java" else "workers"] += seconds
    return used


def read_with_spark(cores, articles, output):
    """In a process of its own: prints seconds of the start and of the job."""
    from pyspark.sql import SparkSession

    import newsgraph.spark

    begin = time.monotonic()
    spark = (SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false")
             .config("spark.ui.showConsoleProgress", "false").config("spark.driver.bindAddress", "127.0.0.1")
             .config("spark.sql.files.maxPartitionBytes", "1m").getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    few = spark.read.parquet(articles).limit(FEW).repartition(int(cores))
    newsgraph.spark.claims(few).write.parquet(f"{output}.few")
    started, started_clock = cpu_of_tree(), time.monotonic()
    newsgraph.spark.claims(spark.read.parquet(articles)).write.parquet(output)
    done, done_clock = cpu_of_tree(), time.monotonic()
    job = {name: done[name] - started[name] for name in done}
    print(json.dumps({"start": sum(started.values()), "job": sum(job.values()), **job,
                      "start_clock": started_clock - begin, "job_clock": done_clock - started_clock}))


def run_line(program, dump, jobs, output):
    begin = time.monotonic()
    with subprocess.Popen([program, "claims", dump, "-q", "--jobs", str(jobs), "-o", output]) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"the command line ended with {process.returncode}")
    return {"cpu": used.ru_utime + used.ru_stime, "clock": time.monotonic() - begin}


def run_spark(cores, articles, output):
    command = [sys.executable, __file__, "--read", str(cores), articles, output]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    return json.loads(subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout)


def write_parquet(dump, folder):
    import pyarrow
    import pyarrow.parquet

    folder.mkdir()
    lines = dump.read_text(encoding="utf-8").splitlines()
    for number in range(FILES):
        rows = [json.loads(line) for line in lines[number::FILES]]
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), folder / f"{number:02}.parquet")


def compare(program, dump, articles, folder, cores):
    import pyarrow.parquet

    claims, table = folder / f"{cores}.jsonl", folder / f"{time.monotonic_ns()}.parquet"
    line = run_line(program, dump, cores, claims)
    print(f"--jobs {cores}: {line['cpu']:.1f} s CPU, {line['clock']:.1f} s by the clock; load {os.getloadavg()[0]:.1f}", flush=True)
    found = run_spark(cores, str(articles), str(table))
    count, rows = claims.read_bytes().count(b"\n"), pyarrow.parquet.read_table(table).num_rows
    if count != rows:
        sys.exit(f"Spark gives {rows} claims, the command line {count}")
    print(f"local[{cores}]: start {found['start']:.1f} s CPU, job {found['job']:.1f} s (Java {found['java']:.1f}, workers "
          f"{found['workers']:.1f}, driver {found['driver']:.1f}), {found['start_clock']:.1f} and {found['job_clock']:.1f} s by the "
          f"clock; load {os.getloadavg()[0]:.1f}; {rows} claims; job {found['job'] / line['cpu']:.3f}, "
          f"with the start {(found['start'] + found['job']) / line['cpu']:.3f} times the command line", flush=True)
    return line, found


def main():
    if sys.argv[1:2] == ["--read"]:
        read_with_spark(*sys.argv[2:])
        return
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    count, rounds = [int(number) for number in sys.argv[2:4]] + [100_000, 1][len(sys.argv[2:4]):]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        dump, articles = folder / "dump.jsonl", folder / "articles"
        print(f"{count} articles, {write_short(dump, count) / count:.0f} bytes of text each", flush=True)
        write_parquet(dump, articles)
        pairs = {cores: [] for cores in (1, 2)}
        for _ in range(rounds):
            for cores, kept in pairs.items():
                kept.append(compare(os.path.abspath(sys.argv[1]), dump, articles, folder, cores))
    for cores, kept in pairs.items():
        print(f"local[{cores}]: job {statistics.median(spark['job'] / line['cpu'] for line, spark in kept):.3f} times the command line")
    for what, number, part in (("the command line", 0, "clock"), ("Spark's job", 1, "job_clock")):
        gains = [one[number][part] / two[number][part] for one, two in zip(pairs[1], pairs[2])]
        print(f"{what} on two cores: {statistics.median(gains):.2f} times as fast by the clock")


main()
