"""People who stand in one file more than once, found before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from coordinator.domain.people.duplicates import fold_name, is_initials
from coordinator.sheets.people import PersonRow
from coordinator.sheets.problems import Problem, Rule


class SameBy(StrEnum):
    """Why two rows are taken for the same person."""

    SOURCE_ID = "source_id"
    NAME_AND_BIRTH = "name_and_birth"


@dataclass(frozen=True, slots=True)
class Repeat:
    """A row that repeats an earlier one: `row` does not arrive, `first` does."""

    row: PersonRow
    first: PersonRow
    same_by: SameBy


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows that arrive, those that repeat one of them, and what is odd about a repeat."""

    rows: tuple[PersonRow, ...]
    repeats: tuple[Repeat, ...]
    problems: tuple[Problem, ...]


def sort_out_repeats(people: Iterable[PersonRow]) -> Sorted:
    """Set apart rows with the id of an earlier row, or with its name and date of birth.

    A name without a date of birth never makes a repeat, nor do initials with one: two people may
    share them. The same id with another name is a repeat too, and told, since one of the two is
    wrong.
    """
    rows: list[PersonRow] = []
    repeats: list[Repeat] = []
    problems: list[Problem] = []
    first_by: dict[tuple[SameBy, object], PersonRow] = {}
    for person in people:
        keys = _keys(person)
        found = next((key for key in keys if key in first_by), None)
        if found is None:
            rows.append(person)
            first_by.update(dict.fromkeys(keys, person))
            continue
        first = first_by[found]
        repeats.append(Repeat(person, first, found[0]))
        if found[0] is SameBy.SOURCE_ID and _name(person) != _name(first):
            problems.append(Problem(person.sheet, person.row, "", Rule.SAME_ID_OTHER_NAME))
    return Sorted(tuple(rows), tuple(repeats), tuple(problems))


def _keys(person: PersonRow) -> list[tuple[SameBy, object]]:
    keys: list[tuple[SameBy, object]] = []
    if person.source_id:
        keys.append((SameBy.SOURCE_ID, person.source_id.casefold()))
    if person.born_on and not is_initials(_name(person)):
        keys.append((SameBy.NAME_AND_BIRTH, (_name(person), person.born_on)))
    return keys


def _name(person: PersonRow) -> str:
    return fold_name(f"{person.given_name} {person.family_name}")
