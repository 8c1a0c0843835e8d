"""What others published of the cost of a person: to be read beside unit costs, never used."""

import tomllib
from functools import cache

from coordinator.domain.demand.views import PublicFigure
from coordinator.reference.resources import resource


@cache
def public_figures() -> tuple[PublicFigure, ...]:
    """List the figures with their sources, in the order of the file."""
    read = tomllib.loads(resource("reference", "public_figures.toml").read_text(encoding="utf-8"))
    return tuple(PublicFigure(**one) for one in read["figure"])
