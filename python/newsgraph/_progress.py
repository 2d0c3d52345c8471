"""Progress bars through tqdm, where it is installed and somebody looks."""
from __future__ import annotations

import importlib.util
import sys
import warnings
from collections.abc import Iterable
from typing import Any

_LONG = 200  # articles; fewer are read before a bar is drawn
_SOON = 2.0  # seconds, where nobody knows how many there are


def _somebody_looks() -> bool:
    if "ipykernel" in sys.modules:
        return True
    return bool(getattr(sys.stderr, "isatty", lambda: False)())


def _tqdm() -> Any:
    """A notebook without ipywidgets gets a bar of characters. That is no reason to warn."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from tqdm.auto import tqdm
    return tqdm


def shown(items: Iterable[Any], source: Any, wanted: bool | None) -> Iterable[Any]:
    """The items, with a bar where it is wanted, or where it is left open and the work is long."""
    total = len(source) if hasattr(source, "__len__") and not isinstance(source, (str, bytes)) else None
    hidden_at_first = wanted is None and total is None
    if wanted is None:
        wanted = _somebody_looks() and (total is None or total >= _LONG) and not isinstance(source, (str, bytes))
    if not wanted or importlib.util.find_spec("tqdm") is None:
        return items
    bar: Iterable[Any] = _tqdm()(items, total=total, unit=" articles", desc="newsgraph", delay=_SOON if hidden_at_first else 0)
    return bar
