"""What is to be looked at again: bases, warnings and risks whose day has come."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people import PersonName


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
