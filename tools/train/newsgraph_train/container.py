"""The model file: a checked header in JSON, then tensors and string tables. Specified in
src/language/network/model_file.h, which reads it."""

import json
import os
import struct
import zlib

import numpy as np


MAGIC = b"NGMODEL\0"
VERSION = 1
ALIGNMENT = 64


def quantise_rows(matrix):
    """Symmetric eight-bit codes with one scale a row: matrix ~ codes * scales[:, None]."""
    scales = np.maximum(np.abs(matrix).max(1) / 127, 1e-12).astype(np.float32)
    return np.rint(matrix / scales[:, None]).astype(np.int8), scales


class ModelFile:
    """Collects tensors and tables; write() puts them into a file."""

    def __init__(self):
        self._blocks, self._size, self._tensors, self._tables = [], 0, [], []

    def add_floats(self, name, values):
        """A matrix (or a vector, as one row) of float32."""
        values = np.atleast_2d(np.asarray(values, np.float32))
        self._tensors.append({"name": name, "type": "f32", "rows": values.shape[0],
                              "columns": values.shape[1], "offset": self._append(values.tobytes())})

    def add_codes(self, name, codes, scales):
        """Eight-bit codes with one scale a row."""
        self._tensors.append({"name": name, "type": "i8", "rows": codes.shape[0], "columns": codes.shape[1],
                              "offset": self._append(codes.astype(np.int8).tobytes()),
                              "scales": self._append(scales.astype(np.float32).tobytes())})

    def add_matrix(self, name, values):
        """Rounds a float matrix to eight bits a value."""
        self.add_codes(name, *quantise_rows(np.asarray(values, np.float32)))

    def add_module(self, prefix, module, skip=()):
        """All weights of a module: vectors as floats, matrices (outputs, inputs) in eight bits. A name
        that ends in `recurrent` is (direction, input, output) and is stored as (direction x output, input)."""
        for name, value in module.state_dict().items():
            if name.startswith(tuple(skip)) if skip else False:
                continue
            value = value.detach().float().numpy()
            if name.endswith("recurrent"):
                value = value.transpose(0, 2, 1).reshape(-1, value.shape[1])
            (self.add_floats if value.ndim == 1 else self.add_matrix)(prefix + name, value)

    def add_strings(self, name, strings):
        """A table of strings: count + 1 byte offsets (uint32), then the UTF-8 bytes."""
        encoded = [s.encode() for s in strings]
        offsets = np.cumsum([0] + [len(s) for s in encoded]).astype("<u4")
        data = offsets.tobytes() + b"".join(encoded)
        self._tables.append({"name": name, "count": len(strings), "offset": self._append(data),
                             "size": len(data)})

    def _append(self, data):
        offset = self._size
        padding = -len(data) % ALIGNMENT
        self._blocks += [data, b"\0" * padding]
        self._size += len(data) + padding
        return offset

    def write(self, path, header):
        """Writes the file in one go; `header` is what describes the model, its labels and sizes."""
        text = json.dumps({**header, "tensors": self._tensors, "tables": self._tables},
                          ensure_ascii=False, sort_keys=True).encode()
        text += b" " * (-(len(text) + 32) % ALIGNMENT)
        body = struct.pack("<QQ", 32 + len(text) + self._size, len(text)) + text + b"".join(self._blocks)
        with open(path + ".part", "wb") as out:
            out.write(MAGIC + struct.pack("<II", VERSION, zlib.crc32(body)) + body)
        os.replace(path + ".part", path)
