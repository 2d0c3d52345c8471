"""The examples of the documentation run: in docstrings, and in docs/python.md."""
import doctest
import importlib
import pkgutil

import pytest

import newsgraph

OPTIONAL = {"spacy": "spacy", "spark": "pyspark", "_spark_sources": "pyspark"}
MODULES = [module.name for module in pkgutil.iter_modules(newsgraph.__path__)
           if module.name not in ("__main__", "_native")]


@pytest.mark.parametrize("name", ["", *MODULES])
def test_docstrings(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if name in OPTIONAL:
        pytest.importorskip(OPTIONAL[name])
    module = importlib.import_module(f"newsgraph.{name}") if name else newsgraph
    results = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert results.failed == 0


def test_methods_have_examples_that_run():
    finder = doctest.DocTestFinder()
    tests = [test for name in MODULES if name not in OPTIONAL
             for test in finder.find(importlib.import_module(f"newsgraph.{name}")) if test.examples]
    assert len(tests) >= 8


@pytest.mark.parametrize("page", ["python.md"])
def test_documents(page, root, tmp_path, monkeypatch):
    pytest.importorskip("pandas")
    (tmp_path / "news").symlink_to(root / "data" / "sample")
    monkeypatch.chdir(tmp_path)
    results = doctest.testfile(str(root / "docs" / page), module_relative=False,
                               optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert results.failed == 0 and results.attempted > 10
