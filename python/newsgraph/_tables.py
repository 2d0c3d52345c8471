"""Rows that go to pandas, Polars, Arrow and plain Python, whichever is there."""
from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ._errors import package
from ._screen import printable

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_AT_ONCE = 4096


class Table:
    """Rows and columns, made when they are asked for.

    Whatever takes Arrow's PyCapsule interface takes it as it is: ``pyarrow.table(t)``, ``polars.DataFrame(t)``,
    ``duckdb.sql("select * from t")``.

    >>> import newsgraph
    >>> graph = newsgraph.Graph("Australia banned TikTok.")
    >>> graph.nodes.columns[:3]
    ['id', 'name', 'type']
    >>> [row["name"] for row in graph.nodes]
    ['Australia', 'TikTok']
    """

    def __init__(self, native: Any):
        self._native = native

    def __len__(self) -> int:
        return self._native.rows

    @property
    def columns(self) -> list[str]:
        return list(self._native.lists(0, 0))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._native.stream()

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for begin in range(0, len(self), _AT_ONCE):
            lists = self._native.lists(begin, begin + _AT_ONCE)
            for values in zip(*lists.values()):
                yield dict(zip(lists, values))

    def to_lists(self) -> dict[str, list[Any]]:
        """One list a column."""
        return self._native.lists(0, len(self))

    def to_arrow(self) -> pyarrow.Table:
        """A pyarrow.Table."""
        pyarrow = package("pyarrow", "to_arrow()")
        if hasattr(pyarrow.Table, "from_batches") and _takes_capsules(pyarrow):
            return pyarrow.table(self)
        return pyarrow.table(self.to_lists())

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas.DataFrame, through pyarrow where it is installed."""
        pandas = package("pandas", "to_pandas()")
        if importlib.util.find_spec("pyarrow") is None:
            return pandas.DataFrame(self.to_lists())
        return self.to_arrow().to_pandas()

    def to_polars(self) -> polars.DataFrame:
        """A polars.DataFrame."""
        return package("polars", "to_polars()").DataFrame(self)

    def __repr__(self) -> str:
        return printable(f"<newsgraph.Table: {len(self)} rows of {', '.join(self.columns)}>")

    def _repr_html_(self) -> str:
        from ._display import table_html

        return table_html(self)


def _takes_capsules(pyarrow: Any) -> bool:
    return int(pyarrow.__version__.split(".")[0]) >= 14
