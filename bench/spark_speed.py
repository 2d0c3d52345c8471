#!/usr/bin/env python3
"""What Apache Spark costs beside the command line: the same short articles to claims, on one core and on two.

usage: spark_speed.py [--paired] NEWSGRAPH [ARTICLES [ROUNDS]]     (100,000 articles of bench/short_articles.py, one round)

Run it with the Python in which the wheel, pyarrow and pyspark are. Each round runs `claims --jobs 1`, Spark with local[1],
`claims --jobs 2` and local[2], one after the other. Spark reads Parquet and writes Parquet; its time is told in parts: the
start of the session with a job of a few articles, which does not depend on how many follow, and the job, of which Java's and
the Python workers' part.
CPU time is of all processes of a run. The clock means little where others use the cores: hence the load.

--paired runs `claims --jobs 1` and local[1] at the same time, so that whatever slows one down slows the other as much: the other
thread of a core, and whoever else uses the machine. Who is ready first is followed by the command line once more, until the
other is ready, too. CPU time and memory so far are told every minute.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

from process_tree import cpu_of_tree, memory_of_tree
from short_articles import write_short

FILES = 16  # tasks enough that two cores end together
FEW = 16  # articles that are read first
EVERY = 60  # seconds between looks at CPU time and memory


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
    started, started_clock = cpu_of_tree(os.getpid()), time.monotonic()
    newsgraph.spark.claims(spark.read.parquet(articles)).write.parquet(output)
    done, done_clock = cpu_of_tree(os.getpid()), time.monotonic()
    job = {name: done[name] - started[name] for name in done}
    print(json.dumps({"start": sum(started.values()), "job": sum(job.values()), **job,
                      "start_clock": started_clock - begin, "job_clock": done_clock - started_clock}))


def start_line(program, dump, jobs, output):
    return subprocess.Popen([program, "claims", dump, "-q", "--jobs", str(jobs), "-o", output])


def wait_for_line(process, begin):
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"the command line ended with {process.returncode}")
    return {"cpu": used.ru_utime + used.ru_stime, "clock": time.monotonic() - begin}


def start_spark(cores, articles, output):
    command = [sys.executable, __file__, "--read", str(cores), articles, output]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)


def wait_for_spark(process):
    output, _ = process.communicate()
    if process.returncode != 0:
        sys.exit(f"Spark ended with {process.returncode}")
    return json.loads(output)


def write_parquet(dump, folder):
    import pyarrow
    import pyarrow.parquet

    folder.mkdir()
    lines = dump.read_text(encoding="utf-8").splitlines()
    for number in range(FILES):
        rows = [json.loads(line) for line in lines[number::FILES]]
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), folder / f"{number:02}.parquet")


def count_claims(claims, table):
    import pyarrow.parquet

    count, rows = claims.read_bytes().count(b"\n"), pyarrow.parquet.read_table(table).num_rows
    if count != rows:
        sys.exit(f"Spark gives {rows} claims, the command line {count}")
    return rows


def tell(line, found, cores, rows):
    print(f"--jobs {cores}: {line['cpu']:.1f} s CPU, {line['clock']:.1f} s by the clock\n"
          f"local[{cores}]: start {found['start']:.1f} s CPU, job {found['job']:.1f} s (Java {found['java']:.1f}, workers "
          f"{found['workers']:.1f}, driver {found['driver']:.1f}), {found['start_clock']:.1f} and {found['job_clock']:.1f} s by the "
          f"clock; load {os.getloadavg()[0]:.1f}; {rows} claims; job {found['job'] / line['cpu']:.3f}, "
          f"with the start {(found['start'] + found['job']) / line['cpu']:.3f} times the command line", flush=True)


def compare(program, dump, articles, folder, cores):
    claims, table = folder / f"{cores}.jsonl", folder / f"{time.monotonic_ns()}.parquet"
    line = wait_for_line(start_line(program, dump, cores, claims), time.monotonic())
    found = wait_for_spark(start_spark(cores, str(articles), str(table)))
    tell(line, found, cores, count_claims(claims, table))
    return line, found


def tell_state(minutes, line, spark):
    cpu, memory = cpu_of_tree(spark.pid), memory_of_tree(spark.pid)
    cpu["line"], memory["line"] = cpu_of_tree(line.pid)["driver"], memory_of_tree(line.pid).get("driver", 0)
    parts = ", ".join(f"{what} {cpu[what]:.0f} s CPU {most / 2**20:.0f} MiB" for what, most in memory.items() if most)
    print(f"minute {minutes:.0f}: {parts}", flush=True)


def compare_at_once(program, dump, articles, folder):
    claims, table, begin = folder / "1.jsonl", folder / f"{time.monotonic_ns()}.parquet", time.monotonic()
    line, spark = start_line(program, dump, 1, claims), start_spark(1, str(articles), str(table))
    with ThreadPoolExecutor() as pool:
        both = [pool.submit(wait_for_line, line, begin), pool.submit(wait_for_spark, spark)]
        under_way, follower = wait(both, EVERY).not_done, None
        while under_way:
            tell_state((time.monotonic() - begin) / 60, line, spark)
            if len(under_way) < len(both) and follower is None:
                follower = start_line(program, dump, 1, folder / "again.jsonl")
            under_way = wait(under_way, EVERY, FIRST_COMPLETED).not_done
    if follower is not None:
        follower.terminate()
        follower.wait()
    line_used, found = both[0].result(), both[1].result()
    tell(line_used, found, 1, count_claims(claims, table))
    return line_used, found


def compare_cores(program, dump, articles, folder, rounds):
    pairs = {cores: [] for cores in (1, 2)}
    for _ in range(rounds):
        for cores, kept in pairs.items():
            kept.append(compare(program, dump, articles, folder, cores))
    for cores, kept in pairs.items():
        print(f"local[{cores}]: job {statistics.median(spark['job'] / line['cpu'] for line, spark in kept):.3f} times the command line")
    for what, number, part in (("the command line", 0, "clock"), ("Spark's job", 1, "job_clock")):
        gains = [one[number][part] / two[number][part] for one, two in zip(pairs[1], pairs[2])]
        print(f"{what} on two cores: {statistics.median(gains):.2f} times as fast by the clock")


def main():
    if sys.argv[1:2] == ["--read"]:
        read_with_spark(*sys.argv[2:])
        return
    arguments = [argument for argument in sys.argv[1:] if argument != "--paired"]
    if not arguments:
        sys.exit(__doc__)
    program = os.path.abspath(arguments[0])
    count, rounds = [int(number) for number in arguments[1:3]] + [100_000, 1][len(arguments[1:3]):]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        dump, articles = folder / "dump.jsonl", folder / "articles"
        print(f"{count} articles, {write_short(dump, count) / count:.0f} bytes of text each", flush=True)
        write_parquet(dump, articles)
        if "--paired" in sys.argv:
            for _ in range(rounds):
                compare_at_once(program, dump, articles, folder)
        else:
            compare_cores(program, dump, articles, folder, rounds)


main()
