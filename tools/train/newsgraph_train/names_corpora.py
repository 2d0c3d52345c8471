"""What the nets for names learn from and are chosen by."""

from . import names_data as data

LONGEST = 100  # words; longer sentences are left out

# Kinds that are counted: Universal NER marks persons, organizations and places.
ALL_KINDS, UNER_KINDS = range(7), range(3)


def read_part(folder, part):
    """The Wikinews articles of "train", "dev" or "test"."""
    return [s for s in data.read_wikinews(folder / "ner") if data.article_part(s.document) == part]


def training_samples(folder, news=2, with_dev=False, marked=(), without=()):
    """Sentences of all sources: the news `news` times, files of names_label.py as `marked`."""
    ner, ud = folder / "ner", folder / "ud"
    sources = {"news": read_part(folder, "train") * news,
               "uner": data.read_uner(ner / "uner_ewt-train.iob2", ud / "en_ewt-train.conllu"),
               "gum": data.read_gum(ud / "en_gum_open-train.conllu"),
               "wikigold": data.read_wikigold(ner / "wikigold.conll"),
               "wnut": data.read_wnut(ner / "wnut17-train.conll")}
    if with_dev:
        sources["uner dev"] = data.read_uner(ner / "uner_ewt-dev.iob2", ud / "en_ewt-dev.conllu") * 2
        sources["gum dev"] = data.read_gum(ud / "en_gum_open-dev.conllu")
    for path in marked:
        sources[path] = data.read_labelled(path)
    return [s for name, samples in sources.items() if name not in without
            for s in samples if len(s.words) <= LONGEST]


def development(folder):
    """(samples, source to read them as or None for their own, kinds), in the order of describe()."""
    news = read_part(folder, "dev")
    ewt = data.read_uner(folder / "ner/uner_ewt-dev.iob2")
    return [(news, 0, ALL_KINDS), (ewt, None, UNER_KINDS), (ewt, 0, UNER_KINDS)]


def describe(values, news):
    return "news %.2f uner %.2f uner as news %.2f :: %s" % (*values, news)
