"""The audit trail: who read, changed and let out what, as the journal has it.

What it proves and what not stands in `coordinator.domain.records.chain`. Nobody is named here but
by the panel's reference; the words of whoever acted are for those who work with the whole panel.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.records.chain import ChainFault

MOST_EXTRACTED = 20_000
"""Entries in one extract; a longer time is taken in pieces."""


class TrailKind(StrEnum):
    """What kind of thing an entry tells of. Chosen from its name, not stored."""

    READ = "read"
    CHANGED = "changed"
    LEFT = "left"
    WAYS_IN = "ways_in"


NAMED: Mapping[TrailKind, frozenset[str]] = {
    TrailKind.READ: frozenset(
        {
            "person.opened",
            "person.opened_because",
            "person.restricted_shown",
            "people.searched",
            "disclosures.read",
            "paper.recognised",
            "paper.not_recognised",
            "trail.read",
            "trail.checked",
        }
    ),
    TrailKind.LEFT: frozenset(
        {
            "paper.made",
            "paper.printed",
            "packs.made",
            "disclosure.spoken",
            "trail.extracted",
        }
    ),
}
"""The acts that are of a kind by their whole name; ways in are known by how theirs begin."""
WAYS_IN = ("store.", "user.")


def kind_of(act: str) -> TrailKind:
    """Tell what kind of thing an act is, by its permanent name."""
    for kind, names in NAMED.items():
        if act in names:
            return kind
    return TrailKind.WAYS_IN if act.startswith(WAYS_IN) else TrailKind.CHANGED


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """Which part of the trail is wanted; nothing is everything.

    Attributes:
        reference: Of a person, as it is typed.
        first, last: Days at the panel's place, both included.
        before: Only entries with a lower number, for the next page.
    """

    reference: str = ""
    professional: UUID | None = None
    kind: TrailKind | None = None
    first: date | None = None
    last: date | None = None
    before: int | None = None
    limit: int = 100


def check_filter(wanted: TrailFilter) -> None:
    """Refuse days that stand the wrong way round.

    Raises:
        InvalidFieldsError: `last`: `before-start`.
    """
    if wanted.first is not None and wanted.last is not None and wanted.last < wanted.first:
        raise InvalidFieldsError({"last": "before-start"})


@dataclass(frozen=True, slots=True)
class TrailRow:
    """One entry.

    Attributes:
        act: The permanent name of what was done; empty where it is withheld, as an exclusion
            alone would tell the excluded that there is one.
        person: Reference of the person it was about; empty for the panel's own business.
        is_withheld: It was about somebody the reader may not know of.
        is_erased: What it said about a person was erased, with the person.
        has_reason: Somebody said why.
        reason: In their words; empty for whoever may not read them.
    """

    number: int
    at: datetime
    who: str
    act: str
    kind: TrailKind
    person: str = ""
    is_withheld: bool = False
    is_erased: bool = False
    has_reason: bool = False
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TrailPage:
    """A page of the trail, newest first.

    Attributes:
        before: Begins the next page; nothing when there is none.
        own_only: The reader is shown what they did themselves, and nothing else.
    """

    rows: tuple[TrailRow, ...]
    before: int | None = None
    own_only: bool = False


@dataclass(frozen=True, slots=True)
class TrailReport:
    """What looking at the whole chain came to.

    Attributes:
        entries: How many it has.
        erased: How many of them had their words erased, each accounted for by an erasing.
        faults: Where it does not hold.
        checkpoints: Signed ones that were found in backups.
        signed_to: The entry the newest of them was signed at; 0 when there is none.
    """

    entries: int
    erased: int
    faults: tuple[ChainFault, ...]
    checkpoints: int
    signed_to: int

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    @property
    def unsigned(self) -> int:
        """How many entries no checkpoint speaks for yet."""
        return max(self.entries - self.signed_to, 0)
