"""What a meeting may do next, who counts for its quorum, and when its minutes stop changing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    TransitionError,
)
from coordinator.domain.lists.meetings import Attendance, DecidedHow
from coordinator.domain.states import ActionStatus, ItemStatus, MeetingStatus
from coordinator.domain.texts import is_blank

_S = MeetingStatus
T = TypeVar("T")

MOVES: Mapping[MeetingStatus, frozenset[MeetingStatus]] = MappingProxyType(
    {
        _S.SCHEDULED: frozenset({_S.AGENDA_ISSUED, _S.IN_PROGRESS, _S.CANCELLED}),
        _S.AGENDA_ISSUED: frozenset({_S.SCHEDULED, _S.IN_PROGRESS, _S.CANCELLED}),
        _S.IN_PROGRESS: frozenset({_S.HELD}),
        _S.HELD: frozenset({_S.MINUTES_DRAFT}),
        _S.MINUTES_DRAFT: frozenset({_S.MINUTES_ISSUED}),
        _S.MINUTES_ISSUED: frozenset({_S.MINUTES_DRAFT, _S.APPROVED}),
        _S.APPROVED: frozenset(),
        _S.CANCELLED: frozenset(),
    }
)
"""What may follow what. An issued agenda goes back to scheduled when its meeting is moved; issued
minutes go back to draft when the chair wants them changed."""

TO_COME = frozenset({_S.SCHEDULED, _S.AGENDA_ISSUED})
UNDER_WAY = frozenset({_S.IN_PROGRESS, _S.HELD, _S.MINUTES_DRAFT})
OVER = frozenset({_S.HELD, _S.MINUTES_DRAFT, _S.MINUTES_ISSUED, _S.APPROVED, _S.CANCELLED})
"""What was left open in these returns on the next agenda."""

ITEM_MOVES: Mapping[ItemStatus, frozenset[ItemStatus]] = MappingProxyType(
    {
        ItemStatus.PLANNED: frozenset(
            {ItemStatus.TAKEN, ItemStatus.DEFERRED, ItemStatus.WITHDRAWN}
        ),
        ItemStatus.TAKEN: frozenset({ItemStatus.PLANNED, ItemStatus.DEFERRED}),
        ItemStatus.DEFERRED: frozenset(ItemStatus) - {ItemStatus.DEFERRED},
        ItemStatus.WITHDRAWN: frozenset(ItemStatus) - {ItemStatus.WITHDRAWN},
    }
)
"""A slip is put back to planned; an item may be taken after all; what was taken can still be put
off for next time, but not withdrawn as if it had never been."""

_COUNTED = frozenset({Attendance.PRESENT, Attendance.PART, Attendance.SUBSTITUTE})
HERE = _COUNTED | {Attendance.OBSERVER, Attendance.PERSON_PRESENT}


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many agencies are present and how many the terms of reference ask for."""

    present: int
    needed: int

    @property
    def is_met(self) -> bool:
        """Whether enough are there; with nobody present it never is."""
        return self.present >= max(self.needed, 1)


def quorum(seats: Iterable[tuple[UUID | str | None, Attendance | None]], needed: int) -> Quorum:
    """Count the agencies in the room: each once, observers and the person's own side never.

    Args:
        seats: For each who came, the agency (its id, else its name) and how they came.
        needed: Agencies the terms of reference ask for.
    """
    there = {agency for agency, result in seats if agency and result in _COUNTED}
    return Quorum(len(there), needed)


def check_move(was: MeetingStatus, wanted: MeetingStatus) -> None:
    """Refuse a move the lifecycle does not know.

    Raises:
        TransitionError: From this status the meeting cannot get to that one.
    """
    if wanted not in MOVES[was]:
        raise TransitionError(was, wanted)


def check_item_move(was: ItemStatus, wanted: ItemStatus) -> None:
    """Refuse a move an agenda item cannot make.

    Raises:
        TransitionError: From this status the item cannot get to that one.
    """
    if wanted not in ITEM_MOVES[was]:
        raise TransitionError(was, wanted)


def check_minutes_open(status: MeetingStatus) -> None:
    """Refuse to write in minutes that no longer change, or not yet can.

    Raises:
        GuardError: `minutes-approved` (only dated corrections now), `minutes-issued` (take them
            back first), `meeting-not-open`.
    """
    check_minutes_not_out(status)
    if status not in UNDER_WAY:
        raise GuardError("meeting-not-open")


def check_minutes_not_out(status: MeetingStatus) -> None:
    """Refuse to add anything to a meeting whose minutes have gone out, or are approved.

    Raises:
        GuardError: `minutes-approved`, `minutes-issued`.
    """
    if status is MeetingStatus.APPROVED:
        raise GuardError("minutes-approved")
    if status is MeetingStatus.MINUTES_ISSUED:
        raise GuardError("minutes-issued")


def check_to_come(status: MeetingStatus) -> None:
    """Refuse to prepare a meeting that has begun or will not be.

    Raises:
        GuardError: `meeting-begun`.
    """
    if status not in TO_COME:
        raise GuardError("meeting-begun")


def check_day(on: date, today: date) -> None:
    """Refuse to begin a meeting before its day.

    Raises:
        GuardError: `meeting-not-yet`.
    """
    if on > today:
        raise GuardError("meeting-not-yet")


def check_issue(unresolved: int, without_details: int) -> None:
    """Refuse to issue minutes that leave something unsaid.

    Raises:
        GuardError: `unresolved-items` (neither taken, deferred nor withdrawn),
            `barriers-without-details` (an action could not be done and nobody said why).
    """
    if unresolved:
        raise GuardError("unresolved-items", unresolved)
    if without_details:
        raise GuardError("barriers-without-details", without_details)


def check_decider(how: DecidedHow, reached: Quorum) -> None:
    """Without a quorum only the chair decides.

    Raises:
        GuardError: `not-quorate`.
    """
    if not reached.is_met and how is not DecidedHow.CHAIR:
        raise GuardError("not-quorate")


def check_reason(reason: str, prompt: str) -> None:
    """Ask for the reason of what is allowed by exception.

    Raises:
        ReasonNeededError: There is none.
    """
    if is_blank(reason):
        raise ReasonNeededError((prompt,))


def check_said(**fields: str) -> None:
    """Refuse empty text where words are needed.

    Raises:
        InvalidFieldsError: Rule `required`.
    """
    empty = {name: "required" for name, text in fields.items() if is_blank(text)}
    if empty:
        raise InvalidFieldsError(empty)


def check_review(on: date | None, meeting_on: date) -> None:
    """Refuse a next review on or before the day of the meeting.

    Raises:
        InvalidFieldsError: Rule `in-the-past`.
    """
    if on is not None and on <= meeting_on:
        raise InvalidFieldsError({"next_review_on": "in-the-past"})


def next_reference(on: date, taken: Iterable[str], mark: str = "") -> str:
    """Give the next reference of a year: `M26-047` is the 47th meeting of 2026.

    One that is given away from the panel carries the mark of its store: `M26/K7QX-001`.
    """
    year = f"M{on:%y}{mark}-"
    numbers = [ref.removeprefix(year) for ref in taken if ref.startswith(year)]
    last = max((int(number) for number in numbers if number.isdigit()), default=0)
    return f"{year}{last + 1:03d}"


_PARTS: Mapping[ActionStatus | None, str] = MappingProxyType(
    {
        None: "not_done",
        ActionStatus.NOT_DONE: "not_done",
        ActionStatus.OPEN: "not_done",
        ActionStatus.COULD_NOT: "could_not",
        ActionStatus.IN_PROGRESS: "going_on",
        ActionStatus.WAITING: "going_on",
        ActionStatus.PARTLY_DONE: "going_on",
        ActionStatus.DONE: "done",
        ActionStatus.NOT_NEEDED: "done",
        ActionStatus.DECLINED: "done",
        ActionStatus.TRANSFERRED: "done",
    }
)
"""Where the minutes list an action by what was reported; nothing at all is not done."""


def told_apart(reported: Iterable[tuple[ActionStatus | None, T]]) -> Mapping[str, list[T]]:
    """Tell actions outstanding apart: `could_not`, `not_done`, `going_on`, `done`, order kept."""
    parts: dict[str, list[T]] = {name: [] for name in dict.fromkeys(_PARTS.values())}
    for status, action in reported:
        parts[_PARTS[status]].append(action)
    return parts
