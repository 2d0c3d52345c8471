"""A small part of the training data, to try the whole recipe in minutes: what comes out is good for nothing but to
show that every stage runs and that the program reads what they write."""

from pathlib import Path

SENTENCES = 250  # of each treebank and corpus; whole documents are no matter here
LINES = 40       # of each file in JSON lines, an article each
MINUTES = 0.2    # of each stage


def _first_sentences(text):
    """Up to SENTENCES blocks between empty lines."""
    return "\n\n".join(text.split("\n\n")[:SENTENCES]) + "\n\n"


def _first_lines(text):
    return "".join(text.splitlines(keepends=True)[:LINES])


def slice_data(data, folder):
    """Copies the first part of every file of `data` that training reads into `folder`, and returns that."""
    for path in sorted(Path(data).glob("*/*")):
        if path.suffix not in (".conllu", ".conll", ".iob2", ".jsonl"):
            continue
        text = path.read_text(encoding="utf8")
        target = Path(folder) / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_first_lines(text) if path.suffix == ".jsonl" else _first_sentences(text), encoding="utf8")
    return str(folder)
