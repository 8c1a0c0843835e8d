"""What may be found of needs, which finding stands, and how many there are at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol, TypeVar
from uuid import UUID

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.people import NeedDomain, NeedPart, NeedSeverity
from coordinator.domain.states import Sensitivity

PRESENT = frozenset({NeedSeverity.SOME, NeedSeverity.HIGH})
"""What counts as a need. Source: domain page 5.5, complexity."""
MANY_NEEDS = 5
"""So many areas at once are many. Source: domain page 1b, row 73."""
NEEDS_EVERY = timedelta(days=90)
"""Needs are asked about again by then. Source: domain page 5.3, when a risk is looked at again."""
_GRAVER = {
    NeedSeverity.NOT_KNOWN: 0,
    NeedSeverity.NONE: 1,
    NeedSeverity.SOME: 2,
    NeedSeverity.HIGH: 3,
}
"""Which of two findings of one day stands: what is known before what is not, then the graver."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one area."""

    area: NeedDomain
    severity: NeedSeverity
    need_part: NeedPart | None = None
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NeedsRound:
    """What was found on one day; an area that was not asked about is not among the findings.

    Attributes:
        source: Who says so; empty for whoever notes it.
    """

    findings: tuple[Finding, ...]
    seen_on: date | None = None
    source: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class Complexity:
    """How many needs there are at once; what is not known is told beside it, never as none.

    Attributes:
        present: Areas at some or high; `high` of these are high.
        not_known: Areas that were asked about with nothing found out.
        asked: Areas that were ever asked about.
    """

    present: int = 0
    high: int = 0
    not_known: int = 0
    asked: int = 0

    @property
    def not_asked(self) -> int:
        """How many areas nobody has asked about."""
        return len(NeedDomain) - self.asked


class Found(Protocol):
    """One finding on file, as far as it matters which of several stands."""

    @property
    def id(self) -> UUID:
        """Which."""

    @property
    def area(self) -> NeedDomain:
        """Of which area."""

    @property
    def severity(self) -> NeedSeverity:
        """How much."""

    @property
    def seen_on(self) -> date:
        """The day it was found."""


F = TypeVar("F", bound=Found)


def field_of(area: NeedDomain) -> str:
    """Name an area as a field of a form: *need_alcohol*."""
    return f"need_{area.value}"


def check_round(made: NeedsRound, today: date, taken: Iterable[NeedDomain] = ()) -> None:
    """Refuse a round that says nothing or cannot be.

    Args:
        made: As typed.
        today: The desk's day.
        taken: Areas that have a finding of that day already.

    Raises:
        InvalidFieldsError: `seen_on` `required` or `in-the-future`; `findings` `required`; for an
            area, by `field_of`, `found-already` (twice in this round, or on that day before) or
            `no-need` (the main or an underlying need where there is none).
    """
    wrong: dict[str, str] = {}
    if made.seen_on is None:
        wrong["seen_on"] = "required"
    elif made.seen_on > today:
        wrong["seen_on"] = "in-the-future"
    if not made.findings:
        wrong["findings"] = "required"
    said = set(taken)
    for one in made.findings:
        if one.area in said:
            wrong[field_of(one.area)] = "found-already"
        elif one.need_part is not None and one.severity not in PRESENT:
            wrong[field_of(one.area)] = "no-need"
        said.add(one.area)
    if wrong:
        raise InvalidFieldsError(wrong)


def standing(found: Iterable[F], on: date) -> Mapping[NeedDomain, F]:
    """Give what stood on a day: of each area its latest finding until then, in their usual order.

    Of two findings of one day, which only two stores brought together have, the graver stands.
    """
    latest: dict[NeedDomain, F] = {}
    for one in found:
        if one.seen_on > on:
            continue
        before = latest.get(one.area)
        if before is None or _rank(one) > _rank(before):
            latest[one.area] = one
    return {area: latest[area] for area in NeedDomain if area in latest}


def first_seen(found: Iterable[Found]) -> Mapping[NeedDomain, date]:
    """Give the first day each area was found at some or high; who never was is not in it."""
    first: dict[NeedDomain, date] = {}
    for one in found:
        if one.severity in PRESENT:
            first[one.area] = min(one.seen_on, first.get(one.area, one.seen_on))
    return first


def complexity_of(severities: Iterable[NeedSeverity]) -> Complexity | None:
    """Count what stands, one for each area; nothing where nobody has asked about any."""
    said = list(severities)
    if not said:
        return None
    return Complexity(
        present=sum(one in PRESENT for one in said),
        high=said.count(NeedSeverity.HIGH),
        not_known=said.count(NeedSeverity.NOT_KNOWN),
        asked=len(said),
    )


def _rank(one: Found) -> tuple[date, int, UUID]:
    return one.seen_on, _GRAVER[one.severity], one.id
