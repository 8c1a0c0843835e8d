"""Programmes: pilots and cohorts whose people can be told apart, from when to when."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.texts import is_blank

LONGEST_NAME = 120
PlaceDays = tuple[date, date | None]
"""From when to when somebody belongs to a programme."""


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """What a programme is called, and from when to when it runs, as far as that is known."""

    name: str
    note: str = field(default="", repr=False)
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """That somebody belongs to a programme, or did; for a reader who may see them."""

    id: UUID
    revision: int
    programme_id: UUID
    programme: str
    person_id: UUID
    reference: str
    name: ListedName | None = field(repr=False)
    from_on: date
    to_on: date | None
    end_reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One programme. `places` are of people the reader may see, who belongs now first."""

    id: UUID
    revision: int
    name: str
    note: str = field(repr=False)
    from_on: date | None
    to_on: date | None
    ended_on: date | None
    end_reason: str = field(repr=False)
    places: tuple[PlaceRow, ...] = ()

    def now(self, today: date) -> tuple[PlaceRow, ...]:
        """Who belongs to it on a day."""
        return tuple(one for one in self.places if stands_on(one.from_on, one.to_on, today))


def stands_on(from_on: date, to_on: date | None, day: date) -> bool:
    """Whether a day lies in a place; both its ends do."""
    return from_on <= day and (to_on is None or day <= to_on)


def check_programme(new: NewProgramme, others: Iterable[str]) -> None:
    """Check a programme.

    Args:
        new: What it is.
        others: What the others are called that run.

    Raises:
        InvalidFieldsError: No name, a long one or one that is taken; it ends before it begins.
    """
    wrong: dict[str, str] = {}
    name = " ".join(new.name.split())
    if is_blank(name):
        wrong["name"] = "required"
    elif len(name) > LONGEST_NAME:
        wrong["name"] = "too-long"
    elif name.casefold() in {one.casefold() for one in others}:
        wrong["name"] = "programme-exists"
    if new.from_on and new.to_on and new.to_on < new.from_on:
        wrong["to_on"] = "before-start"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_runs(ended_on: date | None) -> None:
    """Refuse to change a programme that was ended.

    Raises:
        GuardError: `programme-ended`.
    """
    if ended_on is not None:
        raise GuardError("programme-ended")


def check_joining(
    from_on: date, today: date, runs: tuple[date | None, date | None], others: Iterable[PlaceDays]
) -> None:
    """Check that somebody may belong to a programme from a day on.

    Args:
        from_on: From which.
        today: A place is noted when it has begun.
        runs: The days between which the programme runs, as far as they are known.
        others: The places the person has or had in it.

    Raises:
        InvalidFieldsError: `from_on` is `in-the-future`, `outside-programme` or `in-programme`.
    """
    begins, ends = runs
    if from_on > today:
        raise InvalidFieldsError({"from_on": "in-the-future"})
    if (begins and from_on < begins) or (ends and from_on > ends):
        raise InvalidFieldsError({"from_on": "outside-programme"})
    if any(to_on is None or to_on >= from_on for _from, to_on in others):
        raise InvalidFieldsError({"from_on": "in-programme"})


def check_leaving(from_on: date, was: date | None, to_on: date, today: date) -> None:
    """Check that somebody may leave a programme on a day.

    Raises:
        GuardError: `place-ended`.
        InvalidFieldsError: `to_on` is `before-start` or `in-the-future`.
    """
    if was is not None:
        raise GuardError("place-ended")
    if to_on < from_on:
        raise InvalidFieldsError({"to_on": "before-start"})
    if to_on > today:
        raise InvalidFieldsError({"to_on": "in-the-future"})
