"""From finished trainings to the model file: measures on the test sets, picks lemma exceptions, writes."""

from .container import ModelFile
from .evaluation import evaluate
from .export import ATTRIBUTION, LICENCE, add_parser, add_vectors
from .layers import Switches
from .names_export import ATTRIBUTION as NAMES_ATTRIBUTION
from .names_export import add_names
from .train_parser import TREEBANKS, read_part
from .lemmas import lemma_exceptions
from .reference import write_reference

TREEBANK = 0  # whose conventions the program follows: those that the treebanks share
TITLES = {"en_ewt": "UD English EWT test", "en_gum_open": "UD English GUM (open genres) test"}


def measure(parser, encoding, data, exceptions, part="test"):
    """A line for each treebank, gold tokens, everything else predicted."""
    sentences = read_part(data, part)
    lines = []
    for number, name in TREEBANKS.items():
        m = evaluate(parser, encoding, [s for s in sentences if s[1] == number], TREEBANK, exceptions=exceptions)
        lines.append(f"{TITLES[name]}, gold tokens: UPOS {m['upos']:.2f}, XPOS {m['xpos']:.2f}, "
                     f"lemma {m['lemma']:.2f}, UAS {m['uas']:.2f}, LAS {m['las']:.2f}")
    return lines


def build(parser, encoding, vectors, names, data, out, reference=None):
    """Writes the model file of a parser and a names_run.Run, and the reference activations for tests."""
    Switches.rounding = True
    exceptions = lemma_exceptions([t for s, _ in read_part(data, "train") for t in s])
    file = ModelFile()
    add_vectors(file, vectors)
    models = {"parser": add_parser(file, parser, encoding.vocabulary, TREEBANK, exceptions),
              "names": add_names(file, names)}
    accuracy = measure(parser, encoding, data, exceptions) + names.accuracy
    file.write(out, {"name": "newsgraph English", "licence": LICENCE, "models": models,
                     "attribution": ATTRIBUTION + NAMES_ATTRIBUTION, "accuracy": accuracy,
                     "training": ["tools/train/train.py of newsgraph, from the data sets named above"]})
    if reference:
        write_reference(reference, parser, encoding, vectors, TREEBANK, exceptions)
    return accuracy
