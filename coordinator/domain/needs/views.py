"""The needs of one person as screens and papers show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.lists.people import NeedDomain, NeedPart, NeedSeverity
from coordinator.domain.needs.rules import Complexity, complexity_of, standing
from coordinator.domain.states import Sensitivity


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One finding.

    Attributes:
        seen_by: Who found it; `source` who says so, where that is another.
        first_on: The first day this area was found at some or high; nothing where it never was.
    """

    id: UUID
    area: NeedDomain
    severity: NeedSeverity
    need_part: NeedPart | None
    seen_on: date
    seen_by: str = ""
    source: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD
    first_on: date | None = None


@dataclass(frozen=True, slots=True)
class NeedChange:
    """One area that differs; nothing where it was not asked about yet."""

    area: NeedDomain
    before: NeedSeverity | None
    after: NeedSeverity | None


@dataclass(frozen=True, slots=True)
class NeedsDay:
    """One day on which somebody asked: what was found, what stood then, what that changed.

    Attributes:
        found: That day's findings, by area.
        stood: How much of each area stood at the end of it.
        changes: What differs from the day before it; nothing for the first.
    """

    on: date
    found: tuple[NeedRow, ...]
    stood: Mapping[NeedDomain, NeedSeverity]
    changes: tuple[NeedChange, ...] = ()

    @property
    def complexity(self) -> Complexity | None:
        """How many needs there were at once."""
        return complexity_of(self.stood.values())


@dataclass(frozen=True, slots=True)
class Needs:
    """What a reader may know of one person's needs.

    Attributes:
        standing: The finding that stands of each area, in their usual order.
        days: Every day on which somebody asked, the latest first.
    """

    standing: tuple[NeedRow, ...] = ()
    days: tuple[NeedsDay, ...] = ()

    @property
    def complexity(self) -> Complexity | None:
        """How many there are at once; nothing where nobody has asked."""
        return complexity_of(one.severity for one in self.standing)


NOT_ASKED = Needs()


def needs_of(rows: Iterable[NeedRow], on: date) -> Needs:
    """Put findings together as they stood on a day; later ones are left out."""
    known = [one for one in rows if one.seen_on <= on]
    days: list[NeedsDay] = []
    before: Mapping[NeedDomain, NeedSeverity] = {}
    for day in sorted({one.seen_on for one in known}):
        rows_then = standing(known, day)
        stood = {area: one.severity for area, one in rows_then.items()}
        found = tuple(one for one in rows_then.values() if one.seen_on == day)
        days.append(NeedsDay(day, found, stood, changes(before, stood) if days else ()))
        before = stood
    return Needs(tuple(standing(known, on).values()), tuple(reversed(days)))


def changes(
    before: Mapping[NeedDomain, NeedSeverity], after: Mapping[NeedDomain, NeedSeverity]
) -> tuple[NeedChange, ...]:
    """List the areas that differ between what stood on two days, in their usual order."""
    return tuple(
        NeedChange(area, before.get(area), after.get(area))
        for area in NeedDomain
        if before.get(area) is not after.get(area)
    )
