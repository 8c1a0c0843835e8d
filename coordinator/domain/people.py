"""What may be said about a person on entry, and how a person looks in lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.states import PersonStatus

YOUNGEST = 16
"""Years; the panel works with adults and with young people from sixteen on."""
OLDEST = 120


@dataclass(frozen=True, slots=True)
class PersonName:
    """How somebody is called; the name they chose comes first when one was given."""

    given: str
    family: str = ""
    preferred: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in a list: only what every reader of the list may see."""

    id: UUID
    revision: int
    reference: str
    name: PersonName
    status: PersonStatus
    born_on: date | None


def check_person(fields: Mapping[str, Any], today: date) -> None:
    """Refuse what cannot be true about a person.

    Raises:
        InvalidFieldsError: Rules `name-or-description` (nothing to call them by),
            `in-the-future`, `too-long-ago`, `too-young`.
    """
    wrong: dict[str, str] = {}
    names = ("given_name", "family_name", "preferred_name")
    if any(name in fields for name in names) and not any(fields.get(name) for name in names):
        wrong["given_name"] = "name-or-description"
    if rule := _fault_of_birth(fields.get("born_on"), today):
        wrong["born_on"] = rule
    if wrong:
        raise InvalidFieldsError(wrong)


def check_living(died_on: date | None) -> None:
    """Refuse to change what is kept about somebody who has died.

    Raises:
        GuardError: `person-died`.
    """
    if died_on is not None:
        raise GuardError("person-died")


def _fault_of_birth(born_on: date | None, today: date) -> str:
    if born_on is None:
        return ""
    if born_on > today:
        return "in-the-future"
    age = today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))
    if age > OLDEST:
        return "too-long-ago"
    return "too-young" if age < YOUNGEST else ""
