"""There is one tree of errors, in one file, and the drawing at its head is true.

That each of its classes has words is tested in `tests/wording/test_notices.py`.
"""

import ast
import re

from coordinator.domain import errors
from tests.house.tree import PACKAGE, modules, parsed, short


def _drawn() -> set[tuple[str, str]]:
    """(class, the class it hangs under) for every line of the drawing."""
    drawing = re.findall(r"^([ │├└─]*)(\w+Error)\b", errors.__doc__ or "", re.MULTILINE)
    above: dict[int, str] = {}
    found = set()
    for branch, name in drawing:
        depth = len(branch)
        parents = [above[level] for level in sorted(above) if level < depth]
        found.add((name, parents[-1] if parents else "Exception"))
        above = {level: kept for level, kept in above.items() if level < depth} | {depth: name}
    return found


def _written() -> set[tuple[str, str]]:
    return {
        (cls.__name__, cls.__bases__[0].__name__)
        for cls in vars(errors).values()
        if isinstance(cls, type) and issubclass(cls, errors.CoordinatorError)
    }


def test_the_drawing_of_the_tree_is_true() -> None:
    assert _drawn() == _written()


def test_errors_live_in_the_tree_only() -> None:
    elsewhere = [
        f"{short(path)}: {node.name}"
        for path in modules(PACKAGE)
        if short(path) != "coordinator/domain/errors.py"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
        and node.name.endswith(("Error", "Exception"))
        and not node.name.startswith("_")  # a module may signal to itself
    ]
    assert not elsewhere
