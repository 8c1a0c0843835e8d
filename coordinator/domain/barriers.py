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


@dataclass(frozen=True, slots=True)
class BarrierRow:
    """One barrier as lists and papers show it; `number` is its action's."""

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
