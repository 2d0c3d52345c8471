"""Finished runs, of names_teach.py or of names.py, read back from their folders; to names_ensemble.py they
are all alike."""

import json
from pathlib import Path

import torch

from .embedder import EmbedderConfig, WordNoise
from .features import FeatureTable, Vocabulary
from .names_run import Run
from .names_teacher import Pieces, Teacher, load_transformer
from .names_teaching import stretch_scores
from .names_training import encode
from .vectors import load_vectors


def build_teacher(settings, vocabulary, vectors, noise=None):
    """A teacher with a fresh head, as `settings` of teacher.json describe it."""
    return Teacher(load_transformer(settings["transformer"], settings["layers"]), 192, EmbedderConfig(), vocabulary, vectors,
                   noise or WordNoise(), settings["width"], 1, 0.33, [len(c) for c in settings["grammar"]])


class TeacherRun:
    def __init__(self, folder, archive, cache):
        folder = Path(folder)
        settings = json.loads((folder / "teacher.json").read_text(encoding="utf8"))
        vocabulary = Vocabulary(settings["lexicon"], settings["characters"])
        vectors = load_vectors(archive, settings["vectors"], cache(settings["vectors"]))
        self.table = FeatureTable(vocabulary, vectors, EmbedderConfig.hash_rows)
        self.pieces = Pieces(settings["transformer"])
        self.model = build_teacher(settings, vocabulary, vectors)
        self.model.load_state_dict(torch.load(folder / "teacher.pt"))
        self.model.eval()

    def scores(self, samples, source=None):
        """Emission scores (length, tag) of every sentence."""
        data = encode(samples, self.table)
        return stretch_scores(self.model, self.table.tensors(), samples, data, self.pieces, source)


def read_run(folder, archive, cache):
    """A Run or TeacherRun; `cache` as for Run."""
    kind = TeacherRun if (Path(folder) / "teacher.json").exists() else Run
    return kind(folder, archive, cache)
