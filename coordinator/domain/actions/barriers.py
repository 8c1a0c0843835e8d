"""What may become of a barrier, and what each step must say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from uuid import UUID

from coordinator.domain.errors import InvalidFieldsError, TransitionError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.people import NeedSeverity
from coordinator.domain.states import BarrierStatus, Sensitivity
from coordinator.domain.texts import is_blank

_S = BarrierStatus
OPEN_BARRIERS = frozenset({_S.IDENTIFIED, _S.BEING_WORKED, _S.ESCALATED})
"""Still in the way, and somebody is expected to do something about it."""
SETTLED_BARRIERS = frozenset({_S.RESOLVED, _S.ACCEPTED, _S.GAP})
LONGEST_OWN = 300

MOVES: Mapping[BarrierStatus, frozenset[BarrierStatus]] = MappingProxyType(
    {
        _S.IDENTIFIED: frozenset(
            {_S.BEING_WORKED, _S.ESCALATED, _S.RESOLVED, _S.ACCEPTED, _S.GAP}
        ),
        _S.BEING_WORKED: frozenset({_S.ESCALATED, _S.RESOLVED, _S.ACCEPTED, _S.GAP}),
        _S.ESCALATED: frozenset({_S.BEING_WORKED, _S.RESOLVED, _S.ACCEPTED, _S.GAP}),
        _S.RESOLVED: frozenset({_S.BEING_WORKED}),
        _S.ACCEPTED: frozenset({_S.BEING_WORKED, _S.ESCALATED, _S.RESOLVED, _S.GAP}),
        _S.GAP: frozenset({_S.BEING_WORKED, _S.RESOLVED}),
    }
)
"""What may follow what; a barrier that came back is worked on again."""


@dataclass(frozen=True, slots=True)
class NewBarrier:
    """What is in the way; of a person, of one of their goals, or of an action.

    Attributes:
        since: How long it has been there; the desk's day when empty.
        own_category: What the panel calls it, where it is *other* and on the panel's own list.
        worker_id: Who works on it.
    """

    category: BarrierCategory
    person_id: UUID | None = None
    action_id: UUID | None = None
    goal_id: UUID | None = None
    agency_id: UUID | None = None
    description: str = field(default="", repr=False)
    tried: str = field(default="", repr=False)
    severity: NeedSeverity | None = None
    since: date | None = None
    own_category: str = ""
    worker_id: UUID | None = None
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class BarrierRow:
    """One barrier as lists and papers show it; `number` is its action's.

    Attributes:
        own: The panel's words for the category, where it has its own; see `wording.barriers`.
        settled_on: When it was resolved, accepted or became a gap.
    """

    id: UUID
    revision: int
    person_id: UUID | None
    action_id: UUID | None
    number: str
    goal_id: UUID | None
    category: BarrierCategory
    agency_id: UUID | None
    agency: str
    description: str = field(repr=False)
    tried: str = field(repr=False)
    severity: NeedSeverity | None
    since: date
    status: BarrierStatus
    resolution: str = field(repr=False)
    accepted_by: str
    review_on: date | None
    sensitivity: Sensitivity
    own: str = ""
    own_category: str = ""
    worker_id: UUID | None = None
    worker: str = ""
    settled_on: date | None = None

    @property
    def has_details(self) -> bool:
        """Whether somebody has said what is in the way, beyond its category."""
        return not is_blank(self.description)

    @property
    def is_open(self) -> bool:
        """Whether somebody is expected to do something about it."""
        return self.status in OPEN_BARRIERS


def check_since(since: date | None, today: date) -> None:
    """Refuse a barrier that begins later than today.

    Raises:
        InvalidFieldsError: `in-the-future`.
    """
    if since is not None and since > today:
        raise InvalidFieldsError({"since": "in-the-future"})


def check_own_category(category: BarrierCategory, own: str) -> None:
    """Refuse words of the panel's own beside a category that has words already.

    Raises:
        InvalidFieldsError: `own-category-unfit`, `too-long`.
    """
    if own and category is not BarrierCategory.OTHER:
        raise InvalidFieldsError({"own_category": "own-category-unfit"})
    if len(own) > LONGEST_OWN:
        raise InvalidFieldsError({"own_category": "too-long"})


def is_due_for_review(status: BarrierStatus, review_on: date | None, today: date) -> bool:
    """Whether the day has come on which an accepted risk is looked at again."""
    return status is _S.ACCEPTED and review_on is not None and review_on <= today


def check_move(was: BarrierStatus, wanted: BarrierStatus) -> None:
    """Refuse a step that the table of moves does not have.

    Raises:
        TransitionError: It is not there.
    """
    if wanted not in MOVES[was]:
        raise TransitionError(was=was, wanted=wanted)


def check_resolution(was: BarrierStatus, text: str) -> None:
    """Refuse to resolve a barrier without saying how.

    Raises:
        TransitionError, InvalidFieldsError: The step is not there; `required`.
    """
    check_move(was, _S.RESOLVED)
    if is_blank(text):
        raise InvalidFieldsError({"resolution": "required"})


def check_acceptance(
    was: BarrierStatus, by: UUID | None, review_on: date | None, *, why: str, today: date
) -> None:
    """Refuse to accept a risk without a named person, a reason and a day to look again.

    Raises:
        TransitionError: The step is not there.
        InvalidFieldsError: `required`, `in-the-past`.
    """
    check_move(was, _S.ACCEPTED)
    wrong: dict[str, str] = {}
    if by is None:
        wrong["accepted_by_id"] = "required"
    if review_on is None:
        wrong["review_on"] = "required"
    elif review_on <= today:
        wrong["review_on"] = "in-the-past"
    if is_blank(why):
        wrong["resolution"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)
