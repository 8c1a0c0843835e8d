"""The places a new panel may start with."""

import tomllib
from functools import cache

from coordinator.reference.resources import resource


@cache
def towns() -> tuple[str, ...]:
    """List the ten towns, in the order of their source (Safer Towns Summary 2018)."""
    read = tomllib.loads(resource("reference", "places.toml").read_text(encoding="utf-8"))
    return tuple(read["towns"])
