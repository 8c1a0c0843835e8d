"""What may be said about a person on entry, and how a person looks in lists."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.states import PersonStatus
from coordinator.domain.texts import is_blank

YOUNGEST = 16
"""Years; the panel works with adults and with young people from sixteen on."""
OLDEST = 120

EDITABLE = frozenset(
    {
        "given_name",
        "family_name",
        "preferred_name",
        "pronouns",
        "born_on",
        "estimated_age",
        "gender",
        "ethnicity",
        "language",
        "needs_interpreter",
        "communication",
        "phone",
        "safe_to_call",
        "safe_contact",
        "usual_places",
        "address",
        "place",
        "housing",
        "gp",
        "children_affected",
        "pets",
        "mobility",
    }
)
"""What a form may say about a person; status, reference and death follow from other acts."""


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
        InvalidFieldsError: Rules `unknown` (no such field), `name-or-description` (nothing to
            call them by), `in-the-future`, `too-long-ago`, `too-young`, `out-of-range`.
    """
    wrong: dict[str, str] = dict.fromkeys(set(fields) - EDITABLE, "unknown")
    names = ("given_name", "family_name", "preferred_name")
    if any(name in fields for name in names) and all(
        is_blank(fields.get(name) or "") for name in names
    ):
        wrong["given_name"] = "name-or-description"
    if rule := _fault_of_birth(fields.get("born_on"), today):
        wrong["born_on"] = rule
    if not YOUNGEST <= (fields.get("estimated_age") or YOUNGEST) <= OLDEST:
        wrong["estimated_age"] = "out-of-range"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_death(died_on: date, born_on: date | None, source: str, today: date) -> None:
    """Refuse a death that cannot be, or that nobody is named for.

    Raises:
        InvalidFieldsError: `died_on` is `in-the-future` or `before-start`; `death_source` is
            `required`.
    """
    wrong: dict[str, str] = {}
    if died_on > today:
        wrong["died_on"] = "in-the-future"
    elif born_on and died_on < born_on:
        wrong["died_on"] = "before-start"
    if is_blank(source):
        wrong["death_source"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)


def is_before_birth(day: date | None, born_on: date | None) -> bool:
    """Whether a day is one on which somebody was not born yet, as far as that is known."""
    return day is not None and born_on is not None and day < born_on


def check_since_birth(born_on: date | None, **days: date | None) -> None:
    """Refuse what is said of days before somebody was born; where that is not known, nothing.

    Args:
        born_on: Their date of birth.
        days: By the name of their field.

    Raises:
        InvalidFieldsError: A field is `before-birth`.
    """
    wrong = {name: "before-birth" for name, day in days.items() if is_before_birth(day, born_on)}
    if wrong:
        raise InvalidFieldsError(wrong)


def initialled(name: PersonName) -> PersonName:
    """Leave only the first letter of the name they chose and of the family name."""
    called = name.preferred if name.preferred.strip() else name.given
    return PersonName(_first_letter(called), _first_letter(name.family))


def check_living(died_on: date | None) -> None:
    """Refuse to change what is kept about somebody who has died.

    Raises:
        GuardError: `person-died`.
    """
    if died_on is not None:
        raise GuardError("person-died")


def _first_letter(text: str) -> str:
    """Find the first letter with the marks on it; nothing when there is none."""
    composed = unicodedata.normalize("NFC", text)
    start = next((at for at, one in enumerate(composed) if one.isalpha()), len(composed))
    end = start + 1
    while end < len(composed) and unicodedata.combining(composed[end]):
        end += 1
    return composed[start:end]


def _fault_of_birth(born_on: date | None, today: date) -> str:
    if born_on is None:
        return ""
    if born_on > today:
        return "in-the-future"
    age = today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))
    if age > OLDEST:
        return "too-long-ago"
    return "too-young" if age < YOUNGEST else ""
