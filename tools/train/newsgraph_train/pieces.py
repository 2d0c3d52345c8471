"""Leaves out word pieces that English news does not need: writes a folder with the vocabulary, the tokenizer and the weights of
a pretrained encoder, cut down to the pieces that the training texts and the program's tables use most, and single Latin characters.

usage: python -m newsgraph_train.pieces PRETRAINED OUT COUNT --data DATA --analysis WORK --knowledge ../../data/knowledge"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from .transformer import Pieces

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
EMBEDDINGS = "embeddings.word_embeddings.weight"


def is_latin(text):
    return all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2200 for c in text)


def conllu_forms(path):
    for line in open(path, encoding="utf8"):
        if line[:1].isdigit():
            row = line.split("\t")
            if row[0].isdigit():
                yield row[1]


def words(options):
    """Those of training sets only; development and test sets choose nothing."""
    data = Path(options.data)
    for path in [*sorted((data / "ud").glob("*train.conllu")), *sorted(Path(options.analysis).glob("*.conllu"))]:
        yield from conllu_forms(path)
    for path in sorted((data / "ner").glob("*")):
        if path.suffix in (".conll", ".iob2") and "test" not in path.name and "dev" not in path.name:
            for line in open(path, encoding="utf8"):
                yield from line.split()[:2]
    for path in sorted(Path(options.knowledge).glob("*.json")):
        yield from re.findall(r"\w+", path.read_text(encoding="utf8"))


def chosen(vocabulary, used, count):
    """Indices, ascending: what is always kept, then the most used, then those that come first, which the encoder's makers saw more."""
    always = {i for i, t in enumerate(vocabulary) if t in SPECIAL or (len(t.removeprefix("##")) == 1 and is_latin(t))}
    rest = [i for i, t in enumerate(vocabulary) if i not in always and (i in used or is_latin(t) and not t.startswith("[unused"))]
    rest.sort(key=lambda i: (-used[i], i))
    return sorted([*always, *rest[:max(0, count - len(always))]])


def main():
    from safetensors.torch import load_file, save_file
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pretrained")
    parser.add_argument("out")
    parser.add_argument("count", type=int)
    for name in ("data", "analysis", "knowledge"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    source, out = Path(options.pretrained), Path(options.out)
    pieces, used = Pieces(source), Counter()
    for word, count in Counter(words(options)).items():
        for piece in pieces.of(word):
            used[piece] += count
    vocabulary = (source / "vocab.txt").read_text(encoding="utf8").splitlines()
    ids = chosen(vocabulary, used, options.count)
    number = {vocabulary[i]: k for k, i in enumerate(ids)}
    out.mkdir(parents=True, exist_ok=True)
    (out / "vocab.txt").write_text("".join(vocabulary[i] + "\n" for i in ids), encoding="utf8")
    tokenizer = json.loads((source / "tokenizer.json").read_text(encoding="utf8"))
    tokenizer["model"]["vocab"] = number
    tokenizer["added_tokens"] = [t | {"id": number[t["content"]]} for t in tokenizer.get("added_tokens", []) if t["content"] in number]
    tokenizer["post_processor"] = None  # names pieces by their old numbers; Pieces adds its own ends
    (out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf8")
    weights = load_file(str(source / "model.safetensors"))
    key = next(k for k in weights if k.endswith(EMBEDDINGS))
    weights[key] = weights[key][ids].contiguous()
    save_file(weights, str(out / "model.safetensors"))
    kept = sum(n for i, n in used.items() if i in set(ids))
    print(f"{len(ids)} of {len(vocabulary)} pieces, which are {kept / max(1, sum(used.values())):.4f} of the running pieces")


if __name__ == "__main__":
    main()
