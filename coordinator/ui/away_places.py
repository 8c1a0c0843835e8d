"""Where packs of work lead: a place as those of `places`, with the way a file finds it."""

from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

_handings = count(1)


@dataclass(frozen=True, slots=True)
class AwayPlace:
    """Who has what away from the panel, and what came back.

    Attributes:
        file: A pack that was handed over, to be looked at at once.
        handed: Tells two handings-over apart.
    """

    file: Path | None = field(default=None, repr=False)
    handed: int = 0


def place_of_pack(file: Path) -> AwayPlace:
    """Lead a pack that was dropped or chosen to the page that looks at it, each time anew."""
    return AwayPlace(file, next(_handings))
