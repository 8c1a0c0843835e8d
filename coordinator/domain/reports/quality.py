"""What is missing on file about those the panel works with, and with whom it lies.

It says what the figures stand on. It is no list of failings: a person may not wish to be asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from coordinator.domain.lists.reports import Lack

QUIET_FOR = timedelta(days=28)
"""Without any try at contact on file for so long, somebody may have been forgotten."""


@dataclass(frozen=True, slots=True)
class OnFile:
    """What is known of one period on the caseload, as far as it can be missing."""

    person: UUID
    reference: str
    basis: bool
    lead: bool
    plan: bool
    what_matters: bool
    needs_asked: bool
    contact: bool
    birth: bool
    children: bool
    demand: bool
    review_on: date | None
    unowned: int = 0


@dataclass(frozen=True, slots=True)
class OfPerson:
    """One person of whom something is missing."""

    person: UUID
    reference: str


@dataclass(frozen=True, slots=True)
class QualityRow:
    """What is missing with one lead professional; with nobody where nobody leads.

    Attributes:
        people: Whom they lead.
        missing: Whom each thing is missing of; what is not missing is left out.
    """

    lead: UUID | None
    name: str
    agency: str
    people: int
    missing: Mapping[Lack, tuple[OfPerson, ...]]

    def count(self, lack: Lack) -> int:
        """Count the people something is missing of."""
        return len(self.missing.get(lack, ()))

    @property
    def total(self) -> int:
        """Everything that is missing."""
        return sum(len(some) for some in self.missing.values())


@dataclass(frozen=True, slots=True)
class Quality:
    """What is missing of everybody on the caseload now.

    Attributes:
        rows: By lead: whom most is missing with first, and within that by name.
        no_meeting: No panel is in the calendar from today on.
    """

    today: date
    people: int
    rows: tuple[QualityRow, ...]
    no_meeting: bool = False

    def count(self, lack: Lack) -> int:
        """Count the people something is missing of, with whomever it lies."""
        return sum(row.count(lack) for row in self.rows)


def lacks_of(one: OnFile, today: date) -> tuple[Lack, ...]:
    """Say what is missing of one person."""
    missing = {
        Lack.BASIS: not one.basis,
        Lack.LEAD: not one.lead,
        Lack.PLAN: not one.plan,
        Lack.WHAT_MATTERS: one.plan and not one.what_matters,
        Lack.NEEDS: not one.needs_asked,
        Lack.REVIEW: one.review_on is None or one.review_on < today,
        Lack.CONTACT: not one.contact,
        Lack.BIRTH: not one.birth,
        Lack.CHILDREN: not one.children,
        Lack.OWNER: bool(one.unowned),
        Lack.DEMAND: not one.demand,
    }
    return tuple(lack for lack in Lack if missing[lack])


def missing_of(some: Iterable[OnFile], today: date) -> Mapping[Lack, tuple[OfPerson, ...]]:
    """Gather whom each thing is missing of."""
    found: dict[Lack, list[OfPerson]] = {}
    for one in some:
        for lack in lacks_of(one, today):
            found.setdefault(lack, []).append(OfPerson(one.person, one.reference))
    return {lack: tuple(found[lack]) for lack in Lack if lack in found}
