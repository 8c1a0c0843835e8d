"""The checkout as the house rules see it: its files, its packages, its parsed modules."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "coordinator"

_NOT_OURS = {".git", ".venv", "build", "dist", "node_modules"}


def files() -> Iterator[Path]:
    """Every file of the project, in order; nothing built, cached or downloaded."""
    for folder, subfolders, names in os.walk(ROOT):
        subfolders[:] = sorted(name for name in subfolders if _is_ours(name))
        yield from (Path(folder, name) for name in sorted(names))


def _is_ours(folder: str) -> bool:
    cached = folder.endswith(("_cache", "__pycache__", ".egg-info")) or folder == ".hypothesis"
    return folder not in _NOT_OURS and not cached


def modules(under: Path = PACKAGE) -> list[Path]:
    """The Python files below a folder."""
    return [path for path in files() if path.suffix == ".py" and path.is_relative_to(under)]


def short(path: Path) -> str:
    """A path as it reads from the root."""
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    """A module as a syntax tree; parsed once however many rules ask."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def run_words() -> list[str]:
    """The words `./run` knows, in its own order."""
    for node in parsed(ROOT / "run").body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "WORDS":
            table = node.value
            assert isinstance(table, ast.Dict)
            return [str(ast.literal_eval(key)) for key in table.keys if key is not None]
    raise AssertionError("./run has no WORDS")
