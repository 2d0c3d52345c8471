"""Figures of the documents that can be counted in the tree: each sentence below stands in its document with today's figures.
usage: figures.py PROJECT"""
import json
import pathlib
import re
import struct
import subprocess
import sys

NUMBERS = {6: "six", 12: "twelve"}
SENTENCES = {
    "docs/language-model.md": (
        "| {pieces:,} vectors of word pieces, {width} values in eight bits each | {pieces_mb:.1f} |",
        "| {layers} layers of the encoder, positions | {layers_mb:.1f} |",
        "| {words:,} words that a lemma may be, exceptions, word pieces as text | {texts_mb:.1f} |",
        "| heads | {heads_mb:.1f} |",
        "MiniLM, {layers} layers of self-attention over the pieces, {width} wide, {attention} heads.",
        "{rules} lemma rules with {exceptions:,} exceptions",
        "the tokenizers library on {forms} forms",
        "at most {pieces_of_word} a token",
        "A sentence of more than {tokens_at_once} tokens or {pieces_at_once} pieces is read in parts",
        "the last {words_before} words of the one before",
    ),
    "docs/confidence.md": (
        "Of claims between two names, what a rule found below {named[ruled]:.2f} and what only the model reads below {named[learned]:.2f} "
        "({named[learned:denounces]:.2f} where it is blame) "
        "are left out, "
        "of claims of which one side has no name below {unnamed[ruled]:.2f} and {unnamed[learned]:.2f}",
        "the {own[documents]:,} of `tools/train/texts` but for {broadcaster} articles and {open[documents]} of treebanks and name corpora",
    ),
    "docs/language.md": ("twelve feature templates, {boundaries:,} weights", "A sentence of more than {tokens} tokens is cut"),
    "docs/language-names.md": ("holds the type that a reader gives {typed:,} names",),
    "docs/inputs.md": ("`tests/documents/pages` has {pages} pages", "| words of a sentence | {words_of_sentence} |"),
    "docs/formats.md": ("one statement for up to {cypher_rows} nodes", "They show at most {picture_edges} edges"),
    "docs/open-in-a-browser.md": ("A picture shows at most {picture_edges} edges",),
    "docs/page.md": (
        "A page holds at most {page_nodes:,} nodes and {page_edges:,} edges",
        "Of {page_statements:,} statements and more each edge keeps its best.",
    ),
    "docs/review.md": ("confidence below {unsure}",),
    "docs/entities.md": ("the {members} members of the UN, its two observers, Kosovo, Taiwan",),
    "docs/relations.md": ("{examples} sentences for each relation, of which half are near misses", "Of each kind {examples_read} examples are looked at."),
    "docs/gold.md": (
        "| `sentences` | {sentences[0]} items of one or two sentences | {sentences[1]} |",
        "| `news` | {news[0]} sentences as agencies write them | {news[1]} |",
        "| `documents` | {documents[0]} news items | {documents[1]} |",
        "| `sample` | {sample[0]} articles, those of `data/sample/` | {sample[1]} |",
        "| `own-relations` | {own_relations[0]} sentences for relations of one's own: as many for *supports*, *sues* and *employs* "
        "| {own_relations[1]} |",
    ),
    "tools/train/texts/README.md": (
        "{own[documents]:,} documents, {own[words]:,} words, {own[claims]:,} claims, {own[core]:,} core",
        "| {plain:,} documents more of those kinds",
        "| {broadcaster} articles, two of which state nothing",
        "| {reaching} articles of 240 to 360 words",
        "| {pairs} items in pairs",
    ),
    "tools/train/annotations/README.md": ("in {open[documents]} documents (157,000 words, {open[claims]} claims, {open[core]} of them core)",),
}

# Names of the sentences above by source and name of a constant there.
CONSTANTS = {
    "src/claims/confidence/example_scorer.h": {"kMostOfEach": "examples_read"},
    "src/claims/confidence/once_more.cpp": {"kMostBefore": "words_before"},
    "src/claims/prepare/long_sentences.cpp": {"kLongest": "words_of_sentence"},
    "src/cli/review_doubt.cpp": {"kUnsure": "unsure"},
    "src/formats/databases/cypher_rows.cpp": {"kMostRows": "cypher_rows"},
    "src/formats/html/html_data.cpp": {"kMostStatements": "page_statements"},
    "src/formats/html/html_part.h": {"nodes": "page_nodes", "edges": "page_edges"},
    "src/formats/picture/picture_choice.h": {"kPictureEdges": "picture_edges"},
    "src/language/network/word_encoder.h": {"kMostTokens": "tokens_at_once", "kMostPieces": "pieces_at_once"},
    "src/language/network/word_pieces.h": {"kMost": "pieces_of_word"},
    "src/language/split/sentences.h": {"kMaxSentenceTokens": "tokens"},
}


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8"))


def header_of(path):
    """The header of a model file; src/language/network/model_file.h specifies it."""
    data = path.read_bytes()
    size, = struct.unpack_from("<Q", data, 24)
    return json.loads(data[32:32 + size])


def size_of(tensor):
    values = tensor["rows"] * tensor["columns"]
    return 4 * values if tensor["type"] == "f32" else values + 4 * tensor["rows"]  # eight bits, and a scale a row


def model_figures(path):
    header = header_of(path)
    tables = {table["name"]: table for table in header["tables"]}
    tensors = {tensor["name"]: tensor for tensor in header["tensors"]}
    words, layers = size_of(tensors["encoder.words"]), sum(
        size_of(t) for name, t in tensors.items() if name.startswith("encoder.layers.") or name == "encoder.positions")
    return {
        "pieces": tensors["encoder.words"]["rows"], "width": tensors["encoder.words"]["columns"],
        "layers": NUMBERS[header["models"]["encoder"]["layers"]], "attention": header["models"]["encoder"]["heads"],
        "words": tables["parser.known_words"]["count"], "rules": len(header["models"]["parser"]["rules"]),
        "exceptions": tables["parser.lemma_exceptions.keys"]["count"],
        "pieces_mb": words / 1e6, "layers_mb": layers / 1e6, "texts_mb": sum(t["size"] for t in tables.values()) / 1e6,
        "heads_mb": (sum(map(size_of, tensors.values())) - words - layers) / 1e6,
    }


def marked(paths):
    """Documents, claims and core claims of annotated texts, in the forms of newsgraph_train/own_texts.py and open_texts.py."""
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    claims = [line for line in lines if line.startswith("> ")]
    return {"documents": sum(line.startswith("@ ") for line in lines), "claims": len(claims), "core": sum(c.endswith(" core") for c in claims)}


def words_of(folder):
    """What own_texts.py, which counts them as it reads them, says."""
    said = subprocess.run([sys.executable, "-B", "-m", "newsgraph_train.own_texts", "texts"], cwd=folder, capture_output=True, text=True, check=True)
    return int(re.search(r"(\d+) words", said.stdout)[1])


def text_figures(folder):
    texts = folder / "texts"

    def documents(*names):
        return marked([texts / f"{name}.txt" for name in names])["documents"]

    return {
        "own": marked(texts.glob("*.txt")) | {"words": words_of(folder)}, "open": marked((folder / "annotations").glob("*.txt")),
        "plain": documents("items_of_the_day", "agency_items_and_sentences", "owners_of_companies"),
        "broadcaster": documents("articles_of_a_broadcaster"), "reaching": documents("articles_that_reach_back"),
        "pairs": documents("near_misses_in_pairs"),
    }


def gold_figures(project):
    """Of each set the number of its texts, and the other cells of its row."""
    said = subprocess.run([sys.executable, project / "tests/gold/check.py", "--counts"], capture_output=True, text=True, check=True).stdout
    rows = {}
    for name, texts, rest in re.findall(r"^\| `([\w-]+)` \| (\d+) \| (.*) \|$", said, re.MULTILINE):
        rows[name.replace("-", "_")] = (int(texts), " ".join(rest.split()))
    return rows | {"examples": rows["own_relations"][0] // 3}


def other_figures(project):
    lines = {name: (project / path).read_text(encoding="utf-8").splitlines() for name, path in
             (("boundaries", "data/language/boundaries.tsv"), ("typed", "tools/evaluate/typed_names.tsv"))}
    scorer = read_json(project / "data/models/scorer.json")
    states = [entity for entity in read_json(project / "data/knowledge/states.json")["entities"] if entity.get("kind") == "state"]
    return {
        "named": scorer["least named"], "unnamed": scorer["least unnamed"], "forms": len(read_json(project / "tests/language/word_pieces.json")),
        "boundaries": sum(not line.startswith("#") for line in lines["boundaries"]),
        "typed": sum(not line.endswith("\tnone") for line in lines["typed"]),
        "pages": len(list((project / "tests/documents/pages").glob("*.html"))), "members": len(states) - 4,
    }


def constants(project):
    found = {}
    for path, names in CONSTANTS.items():
        text = (project / path).read_text(encoding="utf-8")
        for constant, name in names.items():
            value = re.search(rf"\b{constant} = ([\d'.]+)", text)
            if not value:
                sys.exit(f"{path}: there is no {constant}")
            found[name] = json.loads(value[1].replace("'", ""))
    return found | {"pieces_of_word": NUMBERS[found["pieces_of_word"]]}


def main():
    project = pathlib.Path(sys.argv[1])
    figures = model_figures(project / "data/models/english.ngm") | text_figures(project / "tools/train")
    figures |= gold_figures(project) | other_figures(project) | constants(project)
    missing = count = 0
    for document, sentences in SENTENCES.items():
        text = " ".join((project / document).read_text(encoding="utf-8").split())
        for sentence in sentences:
            expected = sentence.format(**figures)
            count += 1
            if re.sub(r"\| +(?=\|)", "| ", expected) not in re.sub(r"\| +(?=\|)", "| ", text):
                missing += 1
                print(f"{document} does not say: {expected}")
    print(f"{count} sentences with figures")
    sys.exit(1 if missing else 0)


main()
