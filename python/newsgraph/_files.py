"""Claims to files and back."""
from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

from . import _native
from ._errors import Error, UsageError
from ._native import Claims
from ._tables import Table

_CLAIMS_AT_ONCE = 20_000


@contextlib.contextmanager
def replaced(path: str, mode: str) -> Iterator[IO[Any]]:
    """A file that appears whole under its name, or not at all."""
    folder = os.path.dirname(os.path.abspath(path))
    options = {} if "b" in mode else {"encoding": "utf-8", "newline": ""}
    try:
        handle, temporary = tempfile.mkstemp(prefix=".newsgraph-", dir=folder)
    except OSError as error:
        raise Error(f"the file cannot be written: {error.strerror}", path) from error
    try:
        with os.fdopen(handle, mode, **options) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
        raise


def write_claims(claims: Claims, path: str) -> None:
    if path.endswith(".parquet"):
        write_parquet([claims], path)
    elif path.endswith(".csv"):
        with replaced(path, "w") as file:
            file.write(claims._csv())
    elif path.endswith((".jsonl", ".ndjson", ".json")):
        with replaced(path, "w") as file:
            file.write(claims._jsonl())
    else:
        raise UsageError("claims go into .jsonl, .csv and .parquet", path)


def write_parquet(blocks: Iterable[Claims], path: str) -> None:
    """Claims as they come to one Parquet file, a row group every 20,000 claims."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise Error("Parquet needs pyarrow", path, "Install it: pip install pyarrow") from error

    with replaced(path, "wb") as file:
        schema = pyarrow.RecordBatchReader.from_stream(Table(Claims()._table())).schema
        with pyarrow.parquet.ParquetWriter(file, schema, compression="zstd") as writer:
            for group in _grouped(blocks):
                writer.write_table(group.to_arrow())


def _grouped(blocks: Iterable[Claims]) -> Iterator[Claims]:
    group: list[Claims] = []
    for block in blocks:
        group.append(block)
        if sum(map(len, group)) >= _CLAIMS_AT_ONCE:
            yield _native.join(group)
            group = []
    if group:
        yield _native.join(group)
