"""Manners the linters do not know: what is caught, named, imported and asserted, and where."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT, modules, parsed, short

# The two places that meet bugs: the end of the program and the lane that runs its work.
CATCHES_EVERYTHING = {"coordinator/app.py", "coordinator/ui/lanes/background.py"}
VAGUE_CLASSES = ("Manager", "Handler", "Helper", "Impl", "Base")
VAGUE_MODULES = {"utils", "util", "helpers", "helper", "common", "misc", "logic"}
NETWORK = re.compile(
    r"(aiohttp|asyncio|ftplib|http|httpx|imaplib|poplib|requests|smtplib|socket|socketserver|ssl"
    r"|telnetlib|urllib3|xmlrpc|urllib\.request|PySide6\.Qt(Network|WebSockets))(\.|$)"
)


def _nodes(under: Path = PACKAGE) -> Iterator[tuple[Path, ast.AST]]:
    for path in modules(under):
        for node in ast.walk(parsed(path)):
            yield path, node


def test_only_the_end_of_the_program_catches_everything() -> None:
    caught = [
        f"{short(path)}:{node.lineno}"
        for path, node in _nodes()
        if isinstance(node, ast.ExceptHandler) and _swallows_bugs(node)
    ]
    assert [place for place in caught if place.split(":")[0] not in CATCHES_EVERYTHING] == []


def _swallows_bugs(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler takes any error at all and does not pass it on as it came."""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    takes_all = any(
        kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"})
        for kind in kinds
    )
    last = handler.body[-1]
    return takes_all and not (isinstance(last, ast.Raise) and last.exc is None)


@pytest.mark.parametrize(
    ("code", "swallows"),
    [
        ("except Exception:\n    pass", True),
        ("except:\n    pass", True),
        ("except (ValueError, BaseException):\n    pass", True),
        ("except Exception as error:\n    raise StoreError from error", True),
        ("except BaseException:\n    connection.close()\n    raise", False),
        ("except ValueError:\n    pass", False),
    ],
)
def test_a_handler_that_swallows_bugs_is_recognised(code: str, swallows: bool) -> None:
    handler = ast.parse(f"try:\n    pass\n{code}").body[0]
    assert isinstance(handler, ast.Try)
    assert _swallows_bugs(handler.handlers[0]) is swallows


def test_nothing_is_printed_past_the_command_line() -> None:
    printed = [
        f"{short(path)}:{node.lineno}"
        for path, node in _nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "breakpoint"}
    ]
    assert not printed


def test_the_program_has_no_network_code() -> None:
    reached = [f"{short(path)}: {name}" for path, name in _imports() if NETWORK.match(name)]
    assert not reached


def _imports() -> Iterator[tuple[Path, str]]:
    for path, node in _nodes():
        if isinstance(node, ast.Import):
            yield from ((path, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((path, f"{node.module}.{alias.name}") for alias in node.names)


def test_classes_and_modules_have_names_that_say_something() -> None:
    vague = [
        f"{short(path)}: {node.name}"
        for path, node in _nodes()
        if isinstance(node, ast.ClassDef) and node.name.endswith(VAGUE_CLASSES)
    ]
    vague += [short(path) for path in modules(ROOT) if path.stem in VAGUE_MODULES]
    assert not vague


def test_init_files_hold_a_docstring_only() -> None:
    busy = [
        short(path)
        for path in modules(PACKAGE)
        if path.name == "__init__.py"
        and not path.is_relative_to(PACKAGE / "db")  # the store's models are imported as one
        and not _is_quiet(path)
    ]
    assert not busy


def _is_quiet(path: Path) -> bool:
    """Tell whether a module holds a docstring and, at most, the version beside it."""
    _doc, *rest = parsed(path).body
    return ast.get_docstring(parsed(path)) is not None and all(
        isinstance(part, ast.Assign) and ast.unparse(part.targets[0]) == "__version__"
        for part in rest
    )


def test_tests_assert_outcomes_and_not_calls() -> None:
    asserted = [
        f"{short(path)}:{node.lineno}"
        for path, node in _nodes(ROOT / "tests")
        if isinstance(node, ast.Attribute) and node.attr.startswith("assert_called")
    ]
    assert not asserted


def test_names_of_tests_are_sentences() -> None:
    curt = [
        f"{short(path)}: {node.name}"
        for path, node in _nodes(ROOT / "tests")
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and node.name.count("_") < 2
    ]
    assert not curt
