"""Reads for a paper's reader look no further than that reader may."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import coordinator.casework
from tests.house.tree import ROOT

MUST_KNOW_ALL = {"find_withheld"}
"""Takes out of a copy whoever its reader may not know of: it has to know them."""


def reads_for_somebody() -> Iterator[Callable[..., object]]:
    package = coordinator.casework
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        loaded = importlib.import_module(module.name)
        for name, found in inspect.getmembers(loaded, inspect.isfunction):
            named = inspect.signature(found).parameters
            is_whole = "desk" in named and "reader" in named and "look" not in named
            if is_whole and found.__module__ == loaded.__name__ and not name.startswith("_"):
                yield found


def test_whoever_reads_for_somebody_narrows_the_look_to_them() -> None:
    found = list(reads_for_somebody())
    assert len(found) > 20
    wide = {one.__name__ for one in found if any(map(_is_wide, _looks_of(one)))}
    assert wide == MUST_KNOW_ALL


def _looks_of(read: Callable[..., object]) -> Iterator[ast.Call]:
    tree = ast.parse(inspect.getsource(read))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "desk.read":
            yield node


def _is_wide(look: ast.Call) -> bool:
    return "reader" not in {one.arg for one in look.keywords}


def test_only_the_lanes_read_for_a_window() -> None:
    """What they read goes through one rule: whoever is kept from the sitter is not named in it."""
    found = {path.name for path in (ROOT / "coordinator" / "ui").rglob("*.py") if _reads(path)}
    assert found == {"background.py"}


def _reads(path: Path) -> bool:
    """Whether a desk of a sitting is used for more than who sits at it and what day it is."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    asked = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"sitter", "now", "today"}
    }
    desks = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return any(
        id(one) not in asked and one.attr in {"reading", "writing"} and "sitting" in _words(one)
        for one in desks
    )


def _words(node: ast.Attribute) -> str:
    return ast.unparse(node.value).casefold()
