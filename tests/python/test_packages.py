"""What is said where a package that newsgraph does without is not installed."""
import sys

import pytest

import newsgraph

CALLS = [("pandas", lambda graph: graph.nodes.to_pandas()), ("polars", lambda graph: graph.edges.to_polars()),
         ("pyarrow", lambda graph: graph.statements.to_arrow()), ("networkx", lambda graph: graph.to_networkx())]


@pytest.mark.parametrize(("name", "call"), CALLS, ids=[name for name, _ in CALLS])
def test_a_missing_package_is_named_with_the_remedy(monkeypatch, name, call):
    monkeypatch.setitem(sys.modules, name, None)  # as if it were not installed
    with pytest.raises(newsgraph.MissingPackageError, match=f"needs {name}. Install it: pip install {name}$") as raised:
        call(newsgraph.Graph("Australia banned TikTok."))
    assert isinstance(raised.value, newsgraph.Error) and isinstance(raised.value, ImportError)
