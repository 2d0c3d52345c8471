#!/usr/bin/env python3
"""Writes a model of a few kilobytes with the structure of a real one, as a seed for the fuzz target "model".

usage: make_tiny_model.py MODEL.ngm TINY.ngm

All tensors are narrow and lie over the same bytes, which say nothing.
"""
import json
import struct
import sys
import zlib

FRAME = "<8sIIQQ"
WIDTH = 32  # the least that the kernels take
NARROW = {"characters": 2, "filters": 2, "vectors": 2, "affixes": 5, "lexicon": 3}
LABELS = {"upos": 3, "xpos": 3, "deprel": 3, "rules": 2}


def shape(name, tags):
    """Rows and columns of the tensor in a small model; `tags` counts labels of each kind."""
    part = name.split(".", 1)[-1].removesuffix(".weight")
    states = 2 * WIDTH
    shapes = {
        "vectors": (NARROW["lexicon"] - 1, NARROW["vectors"]), "embedder.lexicon": (NARROW["lexicon"], WIDTH),
        "embedder.vector": (WIDTH, NARROW["vectors"]), "embedder.affixes": (NARROW["affixes"], WIDTH),
        "embedder.characters": (4, NARROW["characters"]), "embedder.filters": (NARROW["filters"], 3 * NARROW["characters"]),
        "embedder.filters.bias": (1, NARROW["filters"]), "embedder.spelling": (WIDTH, NARROW["filters"]),
        "root": (1, states), "treebank": (3, WIDTH), "encoder.layers.0.recurrent": (8 * WIDTH, WIDTH),
        "encoder.layers.0.input": (8 * WIDTH, WIDTH), "encoder.layers.0.input.bias": (1, 8 * WIDTH),
        "arc_prior": (1, WIDTH), "arc_distance": (49, WIDTH), "relation_distance": (49, WIDTH), "arc_bilinear": (WIDTH, WIDTH),
        "lemma_word": (WIDTH, WIDTH), "lemma_rule": (tags["rules"], WIDTH), "lemma_rule.bias": (1, tags["rules"]),
        "relation": (tags["deprel"], WIDTH), "relation.bias": (1, tags["deprel"]),
        "upos": (tags["upos"], states), "upos.bias": (1, tags["upos"]),
        "xpos": (tags["xpos"], states), "xpos.bias": (1, tags["xpos"]),
        "emission": (15, states), "emission.bias": (1, 15), "context": (3, WIDTH), "move": (15, 15), "start": (1, 15),
    }
    if part in shapes:
        return shapes[part]
    return (1, WIDTH) if part.endswith((".bias", "norm")) else (WIDTH, states)


def shrink(header):
    parser = header["models"]["parser"]
    for kind, count in LABELS.items():
        labels = parser[kind]
        parser[kind] = labels[:count] if kind != "deprel" else ["root"] + [x for x in labels if x != "root"][: count - 1]
    for model in header["models"].values():
        model.update(width=WIDTH, layers=1)
        model["embedder"]["hash_rows"] = [1] * 5
    return {"format": "tiny", "models": header["models"]}


def main():
    with open(sys.argv[1], "rb") as file:
        model = file.read()
    size = struct.unpack_from("<Q", model, 24)[0]
    old = json.loads(model[32:32 + size])
    header = shrink(old)
    tags = {kind: len(header["models"]["parser"][kind]) for kind in LABELS}
    strings = struct.pack("<3I", 0, 1, 2) + b"ab"
    header["tensors"] = []
    for tensor in old["tensors"]:
        if ".layers.1." in tensor["name"]:
            continue
        rows, columns = shape(tensor["name"], tags)
        header["tensors"].append(dict(tensor, rows=rows, columns=columns, offset=16, **({"scales": 16} if "scales" in tensor else {})))
    header["tables"] = [{"name": table["name"], "count": 2, "offset": 0, "size": len(strings)} for table in old["tables"]]
    largest = max(t["rows"] * t["columns"] * (4 if t["type"] == "f32" else 1) for t in header["tensors"])
    payload = strings.ljust(16, b"\0") + struct.pack("<f", 0.01) * (largest // 4 + 1)
    text = json.dumps(header, separators=(",", ":")).encode()
    rest = struct.pack("<QQ", 32 + len(text) + len(payload), len(text)) + text + payload
    with open(sys.argv[2], "wb") as file:
        file.write(b"NGMODEL\0" + struct.pack("<II", 1, zlib.crc32(rest)) + rest)


main()
