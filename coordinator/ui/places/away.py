"""Where packs of work and cards lead: places as those of `places`, and how a file finds them."""

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
        more: Packs that were handed over with it, to be looked at after it.
    """

    file: Path | None = field(default=None, repr=False)
    handed: int = 0
    more: tuple[Path, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class ContactsPlace:
    """Contacts work packs are exchanged with, and the words read aloud.

    Attributes:
        file: A card that was handed over, to be brought in at once.
        handed: Tells two handings-over apart.
    """

    file: Path | None = field(default=None, repr=False)
    handed: int = 0


def place_of_pack(file: Path) -> AwayPlace:
    """Lead a pack that was dropped or chosen to the page that looks at it, each time anew."""
    return AwayPlace(file, next(_handings))


def place_of_card(file: Path) -> ContactsPlace:
    """Lead a contact card that was dropped or chosen to the page that brings it in."""
    return ContactsPlace(file, next(_handings))
