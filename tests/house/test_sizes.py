"""Small pieces: a file fits in the head, a function on a screen, a class on a card."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.house.tree import PACKAGE, ROOT, modules, parsed, short

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 50
MOST_PUBLIC_METHODS = 15
MEDIAN_LINES_OF_A_FUNCTION = 8

type_of_function = ast.FunctionDef | ast.AsyncFunctionDef


FROZEN = "coordinator/db/migrations/versions"
"""Steps of the store: each is one long list, written out once and never edited again."""


def _functions(path: Path) -> Iterator[type_of_function]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, type_of_function):
            yield node


def _length(function: type_of_function) -> int:
    """Lines of a function without its docstring and its decorators."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    doc = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (doc.end_lineno or doc.lineno) - doc.lineno + 1
    return lines


def test_no_file_is_longer_than_a_chapter() -> None:
    long = {
        short(path): lines
        for path in [*modules(ROOT), ROOT / "run"]
        if not short(path).startswith(FROZEN)
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES_OF_A_FILE
    }
    assert not long


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{short(path)}:{function.lineno} {function.name}": _length(function)
        for path in modules(ROOT)
        for function in _functions(path)
        if not short(path).startswith(FROZEN) and _length(function) > MOST_LINES_OF_A_FUNCTION
    }
    assert not long


def test_half_of_all_functions_are_a_few_lines() -> None:
    lengths = [_length(function) for path in modules(PACKAGE) for function in _functions(path)]
    assert median(lengths) <= MEDIAN_LINES_OF_A_FUNCTION


def test_no_class_does_everything() -> None:
    wide = {
        f"{short(path)} {node.name}": count
        for path in modules(PACKAGE)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
        and (count := _public_methods(node)) > MOST_PUBLIC_METHODS
    }
    assert not wide


def _public_methods(node: ast.ClassDef) -> int:
    return sum(
        isinstance(part, type_of_function) and not part.name.startswith("_") for part in node.body
    )
