"""Reads for a paper's reader look no further than that reader may."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator

import coordinator.casework

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
    wide = {one.__name__ for one in found if any(looks_wide(inspect.getsource(one)))}
    assert wide == MUST_KNOW_ALL


def looks_wide(source: str) -> Iterator[bool]:
    """Say of each look that a read takes whether it goes further than its reader may."""
    for asked in re.findall(r"desk\.read\(([^()]*)\)", source):
        yield "reader=" not in asked
