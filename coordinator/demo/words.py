"""The invented names, agencies and sentences of the demos, from their bundled files."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from coordinator.reference.resources import resource


@cache
def bundled(name: str) -> Mapping[str, Any]:
    """Read one file of invented words."""
    return tomllib.loads(resource("demo", f"{name}.toml").read_text(encoding="utf-8"))


def names(which: str) -> Sequence[str]:
    """List invented names: `given`, `family`, `aliases`, `pronouns`."""
    return tuple(bundled("names")[which])


def sentences(which: str) -> Sequence[str]:
    """List sentences of one kind, such as `notes`."""
    return tuple(bundled("words")[which])


def agencies() -> Sequence[Mapping[str, Any]]:
    """List the agencies around the panel, with their posts."""
    return tuple(bundled("agencies")["agency"])
