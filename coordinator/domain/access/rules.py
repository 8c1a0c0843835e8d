"""Somebody asks to see what is held about them: the month there is to answer, and how it ends."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeAlias
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError, ReasonNeededError
from coordinator.domain.months import after_months
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.states import AccessStatus

NextWorkingDay: TypeAlias = Callable[[date], date]
"""Gives a day itself when offices are open; `reference.working_days`."""

CLOSED = frozenset({AccessStatus.SENT, AccessStatus.WITHDRAWN, AccessStatus.REFUSED})
"""Nothing is owed any more."""

_AT_FIRST, _AT_MOST = 1, 3  # months
SOON = 7
"""Days: what is due within them stands on the first screen as careful, not as calm."""


@dataclass(frozen=True, slots=True)
class NewAccessRequest:
    """What came in.

    Attributes:
        received_on: The day it reached anybody at the panel, in whatever form.
        asked_by: Who asked: themselves, or who for them.
        officer: Who decides what is given, where that is known already.
    """

    received_on: date
    asked_by: str = field(default="", repr=False)
    officer: str = ""


@dataclass(frozen=True, slots=True)
class Extension:
    """More time than the month.

    Attributes:
        until: When the answer is owed then.
        reason: As the person was told.
        told_on: When the person was told; it has to be within the first month.
    """

    until: date
    reason: str = field(repr=False)
    told_on: date


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One request as lists show it.

    Attributes:
        name: As a list may hold it.
        due_on: When the answer is owed, the extension counted in.
        left: Days until then, below 0 when it is late; nothing once it was answered. While the
            clock stands still, as many as there were when the person was asked.
        clarify_asked_on: When the person was asked last what they want to see.
        clarify_came_on: When they answered that.
    """

    id: UUID
    revision: int
    person: UUID
    reference: str
    name: ListedName = field(repr=False)
    received_on: date
    due_on: date
    status: AccessStatus
    left: int | None
    asked_by: str = field(default="", repr=False)
    identity_checked_on: date | None = None
    identity_checked_how: str = ""
    extended_to: date | None = None
    extended_reason: str = field(default="", repr=False)
    extension_told_on: date | None = None
    clarify_asked_on: date | None = None
    clarify_came_on: date | None = None
    officer: str = ""
    sent_on: date | None = None
    close_note: str = field(default="", repr=False)

    @property
    def is_open(self) -> bool:
        """Whether an answer is still owed."""
        return self.status not in CLOSED

    @property
    def still_since(self) -> date | None:
        """Since when the clock stands still; nothing while it runs."""
        waits = self.clarify_came_on is None and self.is_open
        return self.clarify_asked_on if waits else None


def due_on(start: date, next_working_day: NextWorkingDay) -> date:
    """Say by when a request is to be answered.

    One calendar month from the day it was received, whether that was a working day or not: the
    same day of the next month, the last of it where there is no such day, and the next working
    day where that falls on a weekend or a bank holiday. Where identity had to be proved first,
    it runs from the day the proof came.

    Source: UK GDPR Article 12(3); Information Commissioner's Office, guide to the right of
    access, "How long do we have to comply?".
    """
    return next_working_day(after_months(start, _AT_FIRST))


def latest_extension(received_on: date, due: date, next_working_day: NextWorkingDay) -> date:
    """Say up to when it may be extended: three calendar months in all.

    What moved the first month on (identity, a question to the person) moves this as well. The
    person has to be told within the first month, with the reason.

    Source: UK GDPR Article 12(3); Information Commissioner's Office, guide to the right of
    access, "Can we extend the time for a response?".
    """
    moved = due - due_on(received_on, next_working_day)
    return next_working_day(after_months(received_on, _AT_MOST) + moved)


def moved_on(due: date, asked_on: date, came_on: date, next_working_day: NextWorkingDay) -> date:
    """Give the day it is due after it stood still for an answer of the person.

    The clock may stand still while the person is asked what they want to see, where a great deal
    is held; it runs on from the day their answer came, and the day asked does not count.

    Source: UK GDPR Article 12A, put in by the Data (Use and Access) Act 2025, section 76.
    """
    return next_working_day(due + (came_on - asked_on))


def check_new(new: NewAccessRequest, today: date) -> None:
    """Refuse a request from the future, or one nobody made.

    Raises:
        InvalidFieldsError: `received_on` is `in-the-future`; `asked_by` is `required`.
    """
    wrong = {}
    if new.received_on > today:
        wrong["received_on"] = "in-the-future"
    if not new.asked_by.strip():
        wrong["asked_by"] = "required"
    _refuse(wrong)


def check_open(status: AccessStatus) -> None:
    """Refuse to go on with a request that was answered.

    Raises:
        GuardError: `access-closed`.
    """
    if status in CLOSED:
        raise GuardError("access-closed")


def check_identity(received_on: date, on: date, how: str, today: date) -> None:
    """Refuse a check that was not made, or of nothing.

    Raises:
        InvalidFieldsError: `on` is `in-the-future` or `before-start`; `how` is `required`.
    """
    wrong = _day_between(received_on, on, today)
    if not how.strip():
        wrong["how"] = "required"
    _refuse(wrong)


def check_asked_back(received_on: date, on: date, due: date, today: date) -> None:
    """Refuse to stand still from a day that cannot be, or once the time was over.

    Raises:
        InvalidFieldsError: `on` is `before-start`, `in-the-future` or `access-over`.
    """
    wrong = _day_between(received_on, on, today)
    if not wrong and on > due:
        wrong = {"on": "access-over"}
    _refuse(wrong)


def check_clarified(received_on: date, asked_on: date, came_on: date, today: date) -> None:
    """Refuse an answer that came before it was asked for.

    Raises:
        InvalidFieldsError: `asked_on` or `came_on` is `before-start` or `in-the-future`.
    """
    asked = _day_between(received_on, asked_on, today, "asked_on")
    _refuse(asked | _day_between(asked_on, came_on, today, "came_on"))


def check_extension(
    new: Extension, received_on: date, due: date, latest: date, today: date, *, before: date | None
) -> None:
    """Refuse to take more time than there is, or of which the person was told too late.

    Args:
        new: What is wanted.
        received_on: When the request came.
        due: The end of the first month.
        latest: What it may be extended to.
        today: The day on the desk.
        before: What it was extended to before, if it was.

    Raises:
        GuardError: `access-extension-late`: the person was told after the first month.
        InvalidFieldsError: `until` is `before-start` or `access-too-far`; `told_on` is
            `before-start` or `in-the-future`.
        ReasonNeededError: `access-extended`.
    """
    wrong = _day_between(received_on, new.told_on, today, "told_on")
    if new.until <= (before or due):
        wrong["until"] = "before-start"
    elif new.until > latest:
        wrong["until"] = "access-too-far"
    _refuse(wrong)
    if new.told_on > due:
        raise GuardError("access-extension-late")
    if not new.reason.strip():
        raise ReasonNeededError(("access-extended",))


def check_sent(
    received_on: date, sent_on: date, identity: date | None, undecided: int, today: date
) -> None:
    """Refuse to send what may not go yet.

    Raises:
        GuardError: `access-identity` was not checked; `access-undecided`: so many entries.
        InvalidFieldsError: `sent_on` is `before-start` or `in-the-future`.
    """
    if identity is None:
        raise GuardError("access-identity")
    if undecided:
        raise GuardError("access-undecided", undecided)
    _refuse(_day_between(received_on, sent_on, today, "sent_on"))


def _day_between(first: date, on: date, today: date, name: str = "on") -> dict[str, str]:
    if on > today:
        return {name: "in-the-future"}
    return {name: "before-start"} if on < first else {}


def _refuse(wrong: dict[str, str]) -> None:
    if wrong:
        raise InvalidFieldsError(wrong)


def days_left(due: date, today: date) -> int:
    """Count the days until it is due; below 0 it is late."""
    return (due - today) // timedelta(days=1)
