"""People whose whereabouts nobody knows: what is noted, when it is asked, when they are found."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import Answer, Sensitivity
from coordinator.domain.texts import is_blank


@dataclass(frozen=True, slots=True)
class LastKnown:
    """What is known when somebody is noted as missing.

    Attributes:
        seen_on: The last day anybody saw them, as far as is known.
        police_told: Nothing at all when nobody asked.
        concern: Why it worries.
    """

    seen_on: date | None = None
    where: str = field(default="", repr=False)
    by: str = field(default="", repr=False)
    police_told: Answer | None = None
    police_told_on: date | None = None
    police_reference: str = field(default="", repr=False)
    not_told_reason: str = field(default="", repr=False)
    concern: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class MissingRow:
    """Somebody who was noted as missing.

    Attributes:
        seen_since: The day a worker saw them after they were noted: is *found* to be noted?
    """

    id: UUID
    revision: int
    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    noted_on: date
    noted_by: str
    known: LastKnown
    found_on: date | None = None
    found_note: str = field(default="", repr=False)
    seen_since: date | None = None
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class MaybeMissing:
    """Somebody nobody has seen for so long that the panel asks whether they are missing."""

    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    last_seen_on: date | None
    unseen: int


@dataclass(frozen=True, slots=True)
class MissingList:
    """Who is missing, and about whom it is to be asked; `after` days unseen."""

    missing: tuple[MissingRow, ...]
    maybe: tuple[MaybeMissing, ...]
    after: int

    def without(self, hidden: Collection[UUID]) -> "MissingList":
        """Leave out people a reader must not be told about."""
        return MissingList(
            tuple(one for one in self.missing if one.person not in hidden),
            tuple(one for one in self.maybe if one.person not in hidden),
            self.after,
        )


@dataclass(frozen=True, slots=True)
class PersonMissing:
    """One person's own: what is noted, else whether it is to be asked."""

    missing: MissingRow | None = None
    maybe: MaybeMissing | None = None


def check_known(known: LastKnown, today: date) -> None:
    """Refuse what cannot be, and a yes or no about the police without what goes with it.

    Raises:
        InvalidFieldsError: `last_seen_on` is `in-the-future`; `police_told_on` is `required`,
            `in-the-future` or `before-start`; `not_told_reason` is `required`.
    """
    wrong: dict[str, str] = {}
    if known.seen_on is not None and known.seen_on > today:
        wrong["last_seen_on"] = "in-the-future"
    wrong |= _wrong_about_police(known, today)
    if wrong:
        raise InvalidFieldsError(wrong)


def _wrong_about_police(known: LastKnown, today: date) -> dict[str, str]:
    told_on = known.police_told_on
    if known.police_told is Answer.NO and is_blank(known.not_told_reason):
        return {"not_told_reason": "required"}
    if known.police_told is not Answer.YES:
        return {}
    if told_on is None:
        return {"police_told_on": "required"}
    if told_on > today:
        return {"police_told_on": "in-the-future"}
    if known.seen_on is not None and told_on < known.seen_on:
        return {"police_told_on": "before-start"}
    return {}


def check_found(found_on: date, seen_on: date | None, today: date) -> None:
    """Refuse a day on which nobody can have been found.

    Raises:
        InvalidFieldsError: `found_on` is `in-the-future` or `before-start`.
    """
    if found_on > today:
        raise InvalidFieldsError({"found_on": "in-the-future"})
    if seen_on is not None and found_on < seen_on:
        raise InvalidFieldsError({"found_on": "before-start"})


def check_still_missing(found_on: date | None) -> None:
    """Refuse to change what is over.

    Raises:
        GuardError: `found-already`.
    """
    if found_on is not None:
        raise GuardError("found-already")
