"""Everybody on file whom the sitter may see, laid out so that rows of a spreadsheet find them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import visible
from coordinator.db.models import Alias, Identifier, Person
from coordinator.db.transaction import Reading
from coordinator.domain.people.duplicates import Likeness, fold_name, same_initials
from coordinator.sheets.people import PersonRow

TAKEN = (
    "given_name", "family_name", "preferred_name", "pronouns", "born_on", "estimated_age",
    "gender", "ethnicity", "language", "needs_interpreter", "communication", "phone",
    "safe_to_call", "address", "place", "housing", "gp",
)  # fmt: skip
"""Fields that a row and a person have in common and that an import may fill."""

Number = tuple[str, str]
"""Issuer and number, both without regard to case."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody on file: `fields` are those in `TAKEN`, grown by what earlier rows fill."""

    id: UUID
    reference: str
    likeness: Likeness
    fields: dict[str, Any]
    has_died: bool

    @property
    def born_on(self) -> date | None:
        """Their date of birth."""
        return self.likeness.born_on


class OnFile:
    """People by reference, by number, and by name."""

    def __init__(self, people: Iterable[Known]) -> None:
        self.people = tuple(people)
        self.by_reference = {person.reference.upper(): person for person in self.people}
        self.by_number = {n: person for person in self.people for n in person.likeness.numbers}
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        for person in self.people:
            for name in person.likeness.folded:
                self._by_name[name].append(person)

    def named(self, name: str, born_on: date | None = None) -> list[Known]:
        """List who has this name (or goes by it) and, when it is asked, was born on this day."""
        found = self._by_name.get(fold_name(name), [])
        return [person for person in found if born_on is None or person.born_on == born_on]

    def initialled(self, name: str, born_on: date | None = None) -> list[Known]:
        """List whose initials these can be, and, when it is asked, who was born on this day."""
        wanted = fold_name(name)
        return [
            person
            for person in self.people
            if any(same_initials(wanted, one) for one in person.likeness.folded)
            and (born_on is None or person.born_on == born_on)
        ]

    def numbered(self, value: str) -> list[Known]:
        """List who has this number, whoever issued it."""
        wanted = value.casefold()
        found = {
            person.id: person
            for (_issuer, number), person in self.by_number.items()
            if number == wanted
        }
        return list(found.values())


def read_on_file(desk: Desk, look: Reading) -> OnFile:
    """Gather everybody the sitter may see, with three questions for each few hundred."""
    people = {person.id: person for person in look.people.everybody()}
    shown = visible(look, desk.reader(look), people)
    ids = sorted(shown)
    names: dict[UUID, list[str]] = defaultdict(list)
    for alias in look.people.about(Alias, ids):
        names[alias.person_id].append(alias.name)
    numbers: dict[UUID, set[Number]] = defaultdict(set)
    for held in look.people.about(Identifier, ids):
        numbers[held.person_id].add(number(held.issuer, held.value))
    return OnFile(_known(people[key], names[key], numbers[key]) for key in ids)


def number(issuer: str, value: str) -> Number:
    """Write a number so that two hands' ways of writing it are the same."""
    return issuer.strip().casefold(), value.strip().casefold()


def likeness_of(row: PersonRow, numbers: Iterable[Number], key: int) -> Likeness:
    """Say how a row is compared; `key` is its place in the file."""
    return Likeness(
        key,
        _names(row.given_name, row.family_name, row.preferred_name, row.aliases),
        row.born_on,
        frozenset(numbers),
    )


def values_of(row: PersonRow) -> Mapping[str, Any]:
    """Give what a row says about the person, field by field; empty ones are left out."""
    said = {name: getattr(row, name) for name in TAKEN}
    return {name: value for name, value in said.items() if value not in {"", None}}


def _known(person: Person, aliases: Iterable[str], numbers: Iterable[Number]) -> Known:
    names = _names(person.given_name, person.family_name, person.preferred_name, aliases)
    return Known(
        person.id,
        person.reference,
        Likeness(person.id, names, person.born_on, frozenset(numbers)),
        {name: getattr(person, name) for name in TAKEN},
        person.died_on is not None,
    )


def _names(given: str, family: str, preferred: str, aliases: Iterable[str]) -> tuple[str, ...]:
    whole = f"{given} {family}".strip()
    chosen = f"{preferred} {family}".strip() if preferred else ""
    return tuple(name for name in (whole, chosen, *aliases) if name)
