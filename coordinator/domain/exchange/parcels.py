"""Packs that were found genuine, read to their end: what an act is given of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.scopes import TakeAwayScope
from coordinator.domain.merging.changes import Change


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a manifest said, and who signed it."""

    sender: str
    pack: str
    panel: UUID
    seq: int
    seen: int
    made: datetime
    kind: PackKind = PackKind.TAKE_AWAY


@dataclass(frozen=True, slots=True)
class TakeAway:
    """What somebody is given to work with, as the panel had it when the pack was made.

    Attributes:
        people: The changes about each of those the scope names.
        card: The sender's own as it is now, if the pack holds it.
    """

    envelope: Envelope
    scope: TakeAwayScope
    panel: tuple[Change, ...] = field(repr=False)
    people: Mapping[UUID, tuple[Change, ...]] = field(repr=False)
    card: bytes = field(default=b"", repr=False)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Everything, the panel's own first."""
        return (*self.panel, *(one for some in self.people.values() for one in some))


@dataclass(frozen=True, slots=True)
class HandBack:
    """Everything somebody did away from the panel; `card` is their own, if the pack holds it."""

    envelope: Envelope
    changes: tuple[Change, ...] = field(repr=False)
    card: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a take-away.

    Attributes:
        people: How many are theirs now.
        gone: How many are no longer.
        lacking: Of how many nothing came because their information basis is not complete.
        new: Changes that were not here.
        held: Own changes the panel keeps aside.
        waiting: Own changes kept aside here until they are home.
        unfit: Changes a field here cannot hold, from a newer program, and what hangs on them: they
            stay with the panel, and come again.
        is_late: It is older than one that was taken before: nothing was changed.
        is_numbered_again: It bears no higher number than one that was made before it: the panel's
            store forgot what it sent, it comes from a backup. Nothing was changed.
    """

    people: int = 0
    gone: int = 0
    lacking: int = 0
    new: int = 0
    held: int = 0
    waiting: int = 0
    unfit: int = 0
    is_late: bool = False
    is_numbered_again: bool = False
