"""What follows a death: who has to hear of it, what may still be written, what is looked at."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.texts import is_blank

LOOK_AGAIN = timedelta(days=365)
"""So long after a death was recorded somebody looks whether a review still needs the record."""


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """Somebody who has to hear of a death, and whether they were told."""

    id: UUID
    revision: int
    who: str
    phone: str
    told_on: date | None = None
    told_by: str = ""
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DeathCard:
    """What is said of a death on the page of the person."""

    person: UUID
    died_on: date
    source: str
    review: str
    notices: tuple[NoticeRow, ...] = ()
    may_correct: bool = False

    @property
    def to_tell(self) -> int:
        """How many were not told yet."""
        return sum(one.told_on is None for one in self.notices)


def check_died(died_on: date | None) -> date:
    """Refuse what only follows a death.

    Raises:
        GuardError: `not-died`.
    """
    if died_on is None:
        raise GuardError("not-died")
    return died_on


def check_notice(who: str) -> None:
    """Refuse a notice to nobody.

    Raises:
        InvalidFieldsError: `who` is `required`.
    """
    if is_blank(who):
        raise InvalidFieldsError({"who": "required"})


def check_told(told_on: date | None, told_by: str, died_on: date, today: date) -> None:
    """Refuse a telling that cannot have been.

    Raises:
        InvalidFieldsError: `told_on` is `required`, `in-the-future` or `before-start`; `told_by`
            is `required`.
    """
    wrong: dict[str, str] = {}
    if told_on is None:
        wrong["told_on"] = "required"
    elif told_on > today:
        wrong["told_on"] = "in-the-future"
    elif told_on < died_on:
        wrong["told_on"] = "before-start"
    if is_blank(told_by):
        wrong["told_by"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)
