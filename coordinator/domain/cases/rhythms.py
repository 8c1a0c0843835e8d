"""After a move: how often somebody is to be in touch, and when that is due again."""

from dataclasses import dataclass
from datetime import date, timedelta

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.contacts import ContactResult
from coordinator.domain.states import CasePhase, CaseStatus

LONGEST_GAP = 90
"""Days; a rhythm slower than the panel's own reviews keeps nobody in a home."""

IN_TOUCH = frozenset(
    {
        ContactResult.MET_ENGAGED,
        ContactResult.MET_BRIEF,
        ContactResult.MET_REFUSED,
        ContactResult.MET_UNSAFE,
        ContactResult.PERSON_CONTACTED_US,
    }
)
"""The worker and the person met or spoke, by telephone too; a try or a sighting is no contact."""


@dataclass(frozen=True, slots=True)
class NextContact:
    """When a contact of the rhythm is due.

    Attributes:
        every: Days between two contacts.
        last_on: When they were last in touch; nothing when never since the move.
        due_on: The day by which somebody is in touch again.
        days_late: Days since then; 0 on the day itself and before it.
    """

    every: int
    last_on: date | None
    due_on: date
    days_late: int

    @property
    def is_overdue(self) -> bool:
        """Whether the day has gone by."""
        return self.days_late > 0


def is_kept(status: CaseStatus, phase: CasePhase) -> bool:
    """Whether a rhythm holds now: in a new home, and while the case does not rest."""
    return status is CaseStatus.OPEN and phase is CasePhase.SUSTAINING


def next_contact(
    every: int | None, *, since: date | None, last_on: date | None, today: date
) -> NextContact | None:
    """Say when somebody is to be in touch again.

    Args:
        every: Days between two contacts; without them there is no rhythm.
        since: When the rhythm began: the move, or the beginning of the case.
        last_on: The last day of a contact; one from before the move does not count.
        today: The desk's day.

    Returns:
        Nothing when no rhythm was agreed.
    """
    if not every:
        return None
    counted = last_on if last_on and (since is None or last_on >= since) else None
    due_on = (counted or since or today) + timedelta(days=every)
    return NextContact(every, counted, due_on, max((today - due_on).days, 0))


def check_every(every: int | None) -> None:
    """Refuse a rhythm that cannot be.

    Raises:
        InvalidFieldsError: `contact_every` is `out-of-range` (1 to 90 days).
    """
    if every is not None and not 1 <= every <= LONGEST_GAP:
        raise InvalidFieldsError({"contact_every": "out-of-range"})
