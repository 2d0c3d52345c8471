#!/usr/bin/env python3
"""Writes a model of a few kilobytes with the structure of a real one, as a seed for the fuzz target "model".

usage: make_tiny_model.py MODEL.ngm TINY.ngm [NUMBER]

All tensors are narrow and lie over the same bytes, which say nothing: NUMBER (0.01) over and over.
"""
import json
import re
import struct
import sys
import zlib

WIDTH = 32  # the least that the kernels take
POSITIONS = 502  # the least that the program takes
PIECES = ("[CLS]", "[SEP]", "[UNK]")
LABELS = {"upos": 3, "xpos": 3, "deprel": 3, "rules": 2}
ROWS = {"encoder.words": len(PIECES), "encoder.positions": POSITIONS, "encoder.cases": 16, "encoder.marks": 10,
        "encoder.skimmer": 1, "claims.verifier": 1, "claims.trigger": 3,
        "claims.status": 4, "names.move": 15, "names.emission": 15, "parser.relation_distance": 49,
        "parser.lemma_rule": LABELS["rules"], "parser.relation": LABELS["deprel"]}


def shape(name, tensor):
    """Rows and columns of the tensor in a small model."""
    part = name.removesuffix(".weight").removesuffix(".bias")
    kind = part.removeprefix("parser.")
    if part.endswith(".distance"):
        rows = 49
    elif part.endswith("attention"):
        rows = 3 * WIDTH
    else:
        rows = LABELS.get(kind, ROWS.get(part, WIDTH))
    if name.endswith(".bias"):
        return 1, rows
    return (1 if tensor["rows"] == 1 else rows), (15 if name in ("names.move", "names.start") else WIDTH)


def shrink(header):
    parser = header["models"]["parser"]
    for kind, count in LABELS.items():
        labels = parser[kind]
        parser[kind] = labels[:count] if kind != "deprel" else ["root"] + [x for x in labels if x != "root"][: count - 1]
    header["models"]["encoder"].update(layers=2, heads=1, skimmed=1)
    return {"format": "tiny", "models": header["models"]}


def table(strings):
    text = "".join(strings).encode()
    offsets = [sum(len(s) for s in strings[:k]) for k in range(len(strings) + 1)]
    return struct.pack(f"<{len(offsets)}I", *offsets) + text


def main():
    with open(sys.argv[1], "rb") as file:
        model = file.read()
    number = float(sys.argv[3]) if len(sys.argv) > 3 else 0.01
    size = struct.unpack_from("<Q", model, 24)[0]
    old = json.loads(model[32:32 + size])
    header = shrink(old)
    words, pieces = table(("a", "b")), table(PIECES)
    start = -(-(len(words) + len(pieces)) // 16) * 16
    header["tables"] = [
        {"name": t["name"], "count": 3, "offset": len(words), "size": len(pieces)} if t["name"] == "encoder.pieces"
        else {"name": t["name"], "count": 2, "offset": 0, "size": len(words)} for t in old["tables"]]
    header["tensors"] = []
    for tensor in old["tensors"]:
        if re.match(r"encoder\.layers\.(?![01]\.)", tensor["name"]):
            continue
        rows, columns = shape(tensor["name"], tensor)
        header["tensors"].append(dict(tensor, rows=rows, columns=columns, offset=start,
                                      **({"scales": start} if "scales" in tensor else {})))
    largest = max(t["rows"] * t["columns"] * (4 if t["type"] == "f32" else 1) for t in header["tensors"])
    payload = (words + pieces).ljust(start, b"\0") + struct.pack("<f", number) * (largest // 4 + 1)
    text = json.dumps(header, separators=(",", ":")).encode()
    rest = struct.pack("<QQ", 32 + len(text) + len(payload), len(text)) + text + payload
    with open(sys.argv[2], "wb") as file:
        file.write(b"NGMODEL\0" + struct.pack("<II", 1, zlib.crc32(rest)) + rest)


main()
