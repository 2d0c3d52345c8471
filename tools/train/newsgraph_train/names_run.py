"""A finished run of names.py, read back from its folder."""

import json
from pathlib import Path

import torch

from .embedder import EmbedderConfig
from .features import FeatureTable, Vocabulary
from .names_data import SOURCES
from .names_model import NamesModel
from .names_training import batches, collate, encode
from .vectors import load_vectors


class Run:
    def __init__(self, folder, archive, cache):
        """`cache` is a function from a number of vectors to the file that keeps them unpacked."""
        folder = Path(folder)
        settings = json.loads((folder / "vocabulary.json").read_text(encoding="utf8"))
        self.settings = settings
        self.vocabulary = Vocabulary(settings["lexicon"], settings["characters"])
        self.vectors = load_vectors(archive, settings["vectors"], cache(settings["vectors"]))
        weights = torch.load(folder / "names.pt")
        self.config = EmbedderConfig(width=weights["embedder.vector.weight"].shape[0],
                                     hash_rows=tuple(settings.get("hash_rows", EmbedderConfig.hash_rows)),
                                     character_filters=weights["embedder.filters.weight"].shape[0])
        self.table = FeatureTable(self.vocabulary, self.vectors, self.config.hash_rows)
        layers = sum(name.endswith(".recurrent") for name in weights)
        self.model = NamesModel(self.config, self.vocabulary, self.vectors, None,
                                weights["encoder.layers.0.recurrent"].shape[1], layers, 0.0,
                                [len(c) for c in settings["grammar"]])
        self.model.load_state_dict(weights)
        self.model.eval()
        measured = folder / "accuracy.json"  # of names_measure.py
        self.accuracy = json.loads(measured.read_text(encoding="utf8")) if measured.exists() else []

    def scores(self, samples, source=None):
        """Emission scores (length, tag) of every sentence; `source` overrides where the sentences come from."""
        data = encode(samples, self.table)
        tensors, out = self.table.tensors(), [None] * len(samples)
        with torch.no_grad():
            for members in batches(data, 3000, False):
                index, sources, cases, _ = collate(data, members)
                if source is not None:
                    sources = torch.full_like(sources, source)
                for row, i in zip(self.model(tensors, index, sources, cases).numpy(), members):
                    out[i] = row
        return out

    def take_conventions(self):
        """From here on, news is read as the program reads every text."""
        with torch.no_grad():
            self.model.source.weight[SOURCES.index("news")] = self.model.conventions()
