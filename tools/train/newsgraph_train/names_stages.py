"""The stages from the name corpora to the recogniser that is shipped: small nets and a teacher learn from
the corpora, mark more text together, and the student learns from all of it. Each stage writes a file or
folder of the work folder; what is there is not made again, so an interrupted training goes on."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

TOOLS = Path(__file__).resolve().parent.parent
SMALL = ["--hash-rows", "1024", "2048", "1024", "512", "512"]
STUDENT = ["--hide", "0.1", "--hide-lexicon", "0.5", "--grammar", "0.3", "--width", "176", "--lexicon", "8", *SMALL]
RESULT = "student"


@dataclass(frozen=True)
class Stage:
    name: str
    script: str
    options: tuple
    inputs: tuple = ()      # runs that mark
    marks: tuple = ()       # option, then the marked texts that are learnt from
    start: str = ""         # run that is gone on from


ENSEMBLE = ("small", "wide", "teacher")
MARKS = ("--extra", "events.jsonl", "--perturbed", "web-perturbed.jsonl", "events-perturbed.jsonl")
STAGES = (
    Stage("small", "names.py", ("--minutes", "5", "--hide", "0.1", "--width", "144")),
    Stage("wide", "names.py", ("--minutes", "8", "--hide", "0.08", "--grammar", "0.3", "--width", "200", "--seed", "3",
                               "--vectors-count", "400000")),
    Stage("teacher", "names_teach.py", ("--minutes", "14")),
    Stage("events.jsonl", "names_label.py", ("--text", "events"), ENSEMBLE),
    Stage("web-perturbed.jsonl", "names_label.py", ("--text", "uner", "--perturb", "0.35", "--copies", "2"), ENSEMBLE),
    Stage("events-perturbed.jsonl", "names_label.py", ("--text", "events", "--perturb", "0.35", "--seed", "2"), ENSEMBLE),
    Stage("student-0", "names.py", ("--minutes", "21", "--seed", "11", "--dropout", "0.38", *STUDENT), marks=MARKS),
    Stage(RESULT, "names.py", ("--minutes", "6", "--seed", "12", "--dropout", "0.38", "--rate", "0.0008", "--with-dev",
                               *STUDENT), marks=MARKS, start="student-0"),
)


def vectors_cache(work):
    return lambda count: Path(work) / f"vectors{count}.npz"


def command(stage, data, vectors, transformer, work, minutes=None):
    """The stage as arguments of Python; it writes to a name of its own until it is done. `minutes` replaces its own."""
    line = [TOOLS / stage.script, data, vectors]
    if stage.script == "names_teach.py":
        line.append(transformer)
    line += [work / name for name in stage.inputs]
    count = stage.options[stage.options.index("--vectors-count") + 1] if "--vectors-count" in stage.options else 50000
    line += ["--cache", work if stage.script == "names_label.py" else vectors_cache(work)(count), *stage.options]
    line += [work / m if m.endswith(".jsonl") else m for m in stage.marks]
    line += ["--start", work / stage.start] if stage.start else []
    line += ["--minutes", minutes] if minutes is not None and "--minutes" in stage.options else []  # the last one counts
    return [str(part) for part in (*line, "-o", unfinished(work, stage))]


def unfinished(work, stage):
    return work / ("unfinished-" + stage.name)


def train_names(data, vectors, transformer, work, minutes=None):
    """Runs the stages that are missing; returns the folder of the run to ship. `minutes`, if given, is what each
    stage takes."""
    work = Path(work)
    for stage in STAGES:
        if not (work / stage.name).exists():
            print("names:", stage.name, flush=True)
            subprocess.run([sys.executable, *command(stage, data, vectors, transformer, work, minutes)], check=True)
            os.replace(unfinished(work, stage), work / stage.name)
    measured = work / RESULT / "accuracy.json"
    if not measured.exists():
        subprocess.run([sys.executable, str(TOOLS / "names_measure.py"), str(data), str(vectors), str(work / RESULT),
                        "--cache", str(work)], check=True)
    return work / RESULT
