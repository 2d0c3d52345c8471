"""What type checkers are told of the compiled module is what is there."""
import ast

import pytest

import newsgraph
from newsgraph import _native


@pytest.fixture(scope="module")
def stub():
    path = newsgraph.__file__.replace("__init__.py", "_native.pyi")
    with open(path, encoding="utf-8") as file:
        return {node.name: node for node in ast.parse(file.read()).body if isinstance(node, ast.ClassDef)}


@pytest.mark.parametrize("name", ["Actor", "Claim", "Claims"])
def test_the_stub_names_what_there_is(stub, name):
    told = {node.name for node in stub[name].body if isinstance(node, ast.FunctionDef)}
    there = {attribute for attribute in vars(getattr(_native, name)) if not attribute.startswith("_")}
    assert {attribute for attribute in told if not attribute.startswith("_")} == there
    assert all(hasattr(getattr(_native, name), attribute) for attribute in told)


@pytest.mark.parametrize("name", ["Actor", "Claim", "Claims"])
def test_properties_are_properties(stub, name):
    for node in stub[name].body:
        if isinstance(node, ast.FunctionDef):
            told = any(isinstance(decorator, ast.Name) and decorator.id == "property" for decorator in node.decorator_list)
            assert told == (not callable(getattr(getattr(_native, name), node.name))), node.name
