"""Progress bars through tqdm, where it is installed and somebody looks."""
from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from typing import Any

_LONG = 200  # articles; fewer are read before a bar is drawn


def _somebody_looks() -> bool:
    if "ipykernel" in sys.modules:
        return True
    return bool(getattr(sys.stderr, "isatty", lambda: False)())


def shown(items: Iterable[Any], source: Any, wanted: bool | None) -> Iterable[Any]:
    """The items, with a bar where it is wanted, or where it is left open and the work is long."""
    total = len(source) if hasattr(source, "__len__") and not isinstance(source, (str, bytes)) else None
    if wanted is None:
        wanted = _somebody_looks() and (total is None or total >= _LONG) and not isinstance(source, (str, bytes))
    if not wanted or importlib.util.find_spec("tqdm") is None:
        return items
    from tqdm.auto import tqdm

    return tqdm(items, total=total, unit=" articles", desc="newsgraph")
