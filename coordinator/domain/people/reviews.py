"""What is to be looked at again: bases, warnings and risks whose day has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.rules import PersonName


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A basis, warning or risk to be looked at again, and about whom; never what it says."""

    kind: RecordKind
    record: UUID
    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    initials_only: bool
    review_on: date
    days_late: int


@dataclass(frozen=True, slots=True)
class UrgentDue:
    """Somebody worked on urgently: until when their basis is to be complete."""

    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    complete_by: date
    is_over: bool


@dataclass(frozen=True, slots=True)
class ConditionDue:
    """Somebody whose basis lacks a condition, and until when it counts as complete without."""

    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    until: date


@dataclass(frozen=True, slots=True)
class ReviewsWaiting:
    """What of bases, warnings and risks waits for somebody, as the week lists it.

    Attributes:
        urgent: The first to be complete first; `urgent_count` of them in all.
        lacking: Bases that stand without a condition, the first to end first; as many in all.
        due: The longest overdue first; `counts` has how many in all, by kind.
        unasked: People on the caseload whose needs it is time to ask about, for the first time
            or again; who they are stands with what is missing on file.
    """

    urgent: tuple[UrgentDue, ...] = ()
    urgent_count: int = 0
    lacking: tuple[ConditionDue, ...] = ()
    lacking_count: int = 0
    due: tuple[ReviewDue, ...] = ()
    counts: Mapping[RecordKind, int] = field(default_factory=dict)
    unasked: int = 0

    @property
    def people(self) -> frozenset[UUID]:
        """Everybody a line is about."""
        to_complete = {one.person for one in self.urgent} | {one.person for one in self.lacking}
        return frozenset(to_complete | {one.person for one in self.due})

    @property
    def total(self) -> int:
        """How much waits in all."""
        return self.urgent_count + self.lacking_count + sum(self.counts.values()) + self.unasked


NOTHING_WAITS = ReviewsWaiting()
