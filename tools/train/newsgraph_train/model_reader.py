"""Reads a model file back; src/language/network/model_file.h specifies it."""

import json
import struct
from pathlib import Path

import numpy as np

FRAME = 32


class ModelReader:
    def __init__(self, path):
        self._data = Path(path).read_bytes()
        size = struct.unpack_from("<Q", self._data, 24)[0]
        self.header = json.loads(self._data[FRAME:FRAME + size])
        self._payload = FRAME + size
        self._tensors = {t["name"]: t for t in self.header["tensors"]}
        self._tables = {t["name"]: t for t in self.header["tables"]}

    def _array(self, offset, count, kind):
        return np.frombuffer(self._data, kind, count, self._payload + offset)

    def has(self, name):
        return name in self._tensors

    def codes(self, name):
        """(codes, scale of each row)."""
        t = self._tensors[name]
        codes = self._array(t["offset"], t["rows"] * t["columns"], np.int8).reshape(t["rows"], t["columns"])
        return codes, self._array(t["scales"], t["rows"], np.float32)

    def floats(self, name):
        t = self._tensors[name]
        if t["type"] == "f32":
            return self._array(t["offset"], t["rows"] * t["columns"], np.float32).reshape(t["rows"], t["columns"])
        codes, scales = self.codes(name)
        return codes.astype(np.float32) * scales[:, None]

    def strings(self, name):
        """None where there is no such table."""
        if name not in self._tables:
            return None
        t = self._tables[name]
        offsets = self._array(t["offset"], t["count"] + 1, np.uint32)
        text = self._payload + t["offset"] + 4 * len(offsets)
        return [self._data[text + a:text + b].decode() for a, b in zip(offsets, offsets[1:])]
