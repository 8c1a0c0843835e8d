"""What people ask for: every wish has an owner and an answer, and they are told the answer."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import Sensitivity
from coordinator.domain.texts import is_blank

USUALLY_WITHIN = timedelta(days=14)
"""By when an answer is promised where no meeting is in the calendar."""


class WishState(StrEnum):
    """How far a wish has come; computed, never stored."""

    WAITING = "waiting"
    ANSWERED = "answered"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class NewWish:
    """Something a person asked for.

    Attributes:
        words: As they said it.
        owner_id: The one named person in post who answers it.
        asked_on: The desk's day when empty.
        heard_by_id: Whom they said it to; the sitter when empty.
        meeting_id: Where it was noted, when it was at a meeting.
        answer_by: By the panel's next meeting when empty.
    """

    person_id: UUID
    words: str = field(repr=False)
    owner_id: UUID | None
    asked_on: date | None = None
    heard_by_id: UUID | None = None
    meeting_id: UUID | None = None
    answer_by: date | None = None
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class WishOwner:
    """Who answers; `needs_owner`: they have left, or were never named.

    Attributes:
        agency: By the name it had when they were named.
        agency_id: Where they are in post now.
    """

    id: UUID | None
    name: str
    agency: str
    needs_owner: bool = False
    agency_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class WishRow:
    """One wish as lists, the meeting and the person's own plan show it.

    Attributes:
        reference: The person's; `initials_only` while their information basis is incomplete.
        days: Since it was asked until it was answered, or until today.
        late: Whether its answer was promised for a day that has passed.
    """

    id: UUID
    revision: int
    person_id: UUID
    reference: str
    name: PersonName | None = field(repr=False)
    words: str = field(repr=False)
    asked_on: date
    heard_by: str
    meeting: str
    owner: WishOwner
    answer_by: date | None
    answer: str = field(repr=False)
    answered_on: date | None
    answered_by: str
    told_on: date | None
    told_by: str
    days: int
    late: bool
    initials_only: bool = False
    sensitivity: Sensitivity = Sensitivity.STANDARD

    @property
    def state(self) -> WishState:
        """How far it has come."""
        if self.told_on is not None:
            return WishState.TOLD
        return WishState.WAITING if self.answered_on is None else WishState.ANSWERED

    @property
    def is_waiting(self) -> bool:
        """Whether the person has no answer yet."""
        return self.state is WishState.WAITING


def check_new(new: NewWish, today: date) -> None:
    """Refuse a wish without words or owner, or whose days cannot be true.

    Raises:
        InvalidFieldsError: Rules `required`, `not-a-person`, `in-the-future`, `before-start`.
    """
    asked_on = new.asked_on or today
    wrong: dict[str, str] = {}
    if is_blank(new.words):
        wrong["words"] = "required"
    if new.owner_id is None:
        wrong["owner_id"] = "not-a-person"
    if asked_on > today:
        wrong["asked_on"] = "in-the-future"
    if new.answer_by is not None and new.answer_by < asked_on:
        wrong["answer_by"] = "before-start"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_waiting(answered_on: date | None) -> None:
    """Refuse to change what has its answer.

    Raises:
        GuardError: `wish-answered`.
    """
    if answered_on is not None:
        raise GuardError("wish-answered")


def check_answer(
    answer: str, on: date, *, asked_on: date, told_on: date | None, today: date
) -> None:
    """Refuse an answer that says nothing, of a day that cannot be true, or after it was told.

    *No, because ...* is an answer like any other.

    Raises:
        GuardError: `wish-told`.
        InvalidFieldsError: Rules `required`, `in-the-future`, `before-start`.
    """
    if told_on is not None:
        raise GuardError("wish-told")
    wrong: dict[str, str] = {}
    if is_blank(answer):
        wrong["answer"] = "required"
    if on > today:
        wrong["answered_on"] = "in-the-future"
    elif on < asked_on:
        wrong["answered_on"] = "before-start"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_telling(by: str, on: date, *, answered_on: date | None, today: date) -> None:
    """Refuse to say that somebody was told what nobody has answered, or by nobody.

    Raises:
        GuardError: `wish-not-answered`.
        InvalidFieldsError: Rules `required`, `in-the-future`, `before-start`.
    """
    if answered_on is None:
        raise GuardError("wish-not-answered")
    wrong: dict[str, str] = {}
    if is_blank(by):
        wrong["told_by"] = "required"
    if on > today:
        wrong["told_on"] = "in-the-future"
    elif on < answered_on:
        wrong["told_on"] = "before-start"
    if wrong:
        raise InvalidFieldsError(wrong)


def promised_by(asked_on: date, next_meeting: date | None) -> date:
    """Say by when an answer is promised where nobody said: by the panel's next meeting."""
    if next_meeting is not None and next_meeting > asked_on:
        return next_meeting
    return asked_on + USUALLY_WITHIN


def in_order(rows: Iterable[WishRow]) -> tuple[WishRow, ...]:
    """Put wishes as they are told: without an answer first, the oldest of them at the top."""
    waiting = sorted((one for one in rows if one.is_waiting), key=lambda one: one.asked_on)
    done = [one for one in rows if not one.is_waiting]
    return (*waiting, *sorted(done, key=lambda one: one.answered_on or one.asked_on, reverse=True))
