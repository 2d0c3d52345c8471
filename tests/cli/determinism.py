"""The same input gives the same bytes, however the program is run: threads, order of the inputs, folder, locale, time
zone, rights, and what lies in memory that nobody has written to. usage: determinism.py NEWSGRAPH SAMPLE"""
import filecmp
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SAMPLE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
LOCALE = "tr_TR.UTF-8"  # a decimal comma, other digit groups, and an "I" whose small letter is no "i"
BACKWARDS = "files in the opposite order"
IN_THE_ORDER_OF_THE_INPUT = ("claims.jsonl", "analysis.conllu")


def extensions():
    """The first extension of each format that can be written; a picture only where Graphviz is there."""
    table = subprocess.run([PROGRAM, "formats"], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in table.split("\nWrites")[1].splitlines()[1:] if line[:1].strip()]
    probe = subprocess.run([PROGRAM, "export", SAMPLE, "-q", "-o", "-", "--to", "svg"], capture_output=True, check=False)
    return [row[1] for row in rows if probe.returncode == 0 or row[0] not in ("svg", "png", "pdf")]


def make_locale(folder):
    """The environment of a locale that most machines lack; none where it cannot be made."""
    command = ["localedef", "-i", "tr_TR", "-f", "UTF-8", folder / LOCALE]
    try:
        made = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        return {}
    if made.returncode != 0:
        return {}
    return {"LOCPATH": str(folder), "LC_ALL": LOCALE, "LANG": LOCALE}


def write_all(folder, names, inputs=(SAMPLE,), jobs="2", environment=None, umask=0o022, cwd=None):
    """Everything that the program can write of the inputs, into the folder."""
    folder.mkdir()
    environment = {**os.environ, **(environment or {})}

    def run(*arguments, stdout=None):
        command = [PROGRAM, *arguments, "--quiet", "--jobs", jobs]
        subprocess.run(command, env=environment, cwd=cwd, umask=umask, stdout=stdout, check=True)

    run("claims", *inputs, "-o", folder / "claims.jsonl")
    with open(folder / "analysis.conllu", "wb") as file:
        run("analyze", *inputs, stdout=file)
    outputs = [argument for name in names for argument in ("-o", folder / f"graph{name}")]
    run("export", *inputs, *outputs, "--measure", "degree,pagerank,betweenness,component,community", "--layout")


def files_below(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def differences(first, second):
    """The files that are not the same in both folders."""
    names = sorted({*files_below(first), *files_below(second)})
    _, different, missing = filecmp.cmpfiles(first, second, names, shallow=False)
    return sorted([*different, *missing])


def copied(folder):
    """The sample elsewhere, its files made in the opposite order."""
    elsewhere = folder / "an other place"
    elsewhere.mkdir()
    for path in sorted(SAMPLE.iterdir(), reverse=True):
        shutil.copy(path, elsewhere / path.name)
    return elsewhere


def variants(folder):
    files = sorted(SAMPLE.iterdir())
    yield "again", {}
    yield "one thread", {"jobs": "1"}
    yield "three threads", {"jobs": "3"}
    yield BACKWARDS, {"inputs": files[::-1]}
    yield "files one by one, one twice", {"inputs": [*files, files[0]]}
    yield "another folder", {"inputs": ["."], "cwd": copied(folder)}
    yield "another time zone", {"environment": {"TZ": "Asia/Kathmandu"}}
    yield "the locale C", {"environment": {"LC_ALL": "C"}}
    yield "other rights", {"umask": 0o077}
    yield "memory full of something", {"environment": {"MALLOC_PERTURB_": "165"}}
    locale = make_locale(folder)
    if locale:
        yield f"the locale {LOCALE}", {"environment": locale}
    else:
        print(f"not tried: {LOCALE}, which localedef cannot make here")


def main():
    names = extensions()
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_all(folder / "first", names)
        for number, (what, options) in enumerate(variants(folder)):
            other = folder / str(number)
            write_all(other, names, **options)
            found = differences(folder / "first", other)
            shutil.rmtree(other)
            if what == BACKWARDS:
                found = [name for name in found if str(name) not in IN_THE_ORDER_OF_THE_INPUT]
            failures += len(found)
            print(f"{what}: {', '.join(map(str, found))} differ" if found else f"{what}: the same bytes")
        print(f"{len(files_below(folder / 'first'))} files")
    sys.exit(1 if failures else 0)


main()
