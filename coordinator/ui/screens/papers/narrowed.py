"""What a tracker can be narrowed to, as it is offered. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.casework.actions.lists import read_tracker
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.people.finding import find_person
from coordinator.domain.actions.rows import ActionRow, TrackerFilter
from coordinator.domain.people.rules import PersonName
from coordinator.wording.names import NameParts, hidden_name


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Whom a tracker can be narrowed to: those of whom something stands on it."""

    owners: Sequence[tuple[str, UUID]] = ()
    people: Sequence[tuple[str, UUID]] = field(default=(), repr=False)


def read_narrowing(desk: Desk, now: TrackerFilter) -> Narrowing:
    """Read what the tracker can be narrowed to, whom it is narrowed to already among them."""
    posts = read_directory(desk, with_former=True).professionals if now.owner_id else ()
    owners = [(f"{one.name}, {one.agency}", one.id) for one in posts if one.id == now.owner_id]
    found = find_person(desk, now.person_id) if now.person_id else None
    people = [(_initialled(found.reference, found.name), found.id)] if found else []
    return narrowing_of(read_tracker(desk).rows, Narrowing(owners, people))


def narrowing_of(rows: Sequence[ActionRow], besides: Narrowing) -> Narrowing:
    """Give what a list of actions can be narrowed to, in the order of the words.

    Args:
        rows: The list.
        besides: Whom it is narrowed to already, whether anything of theirs stands on it or not.
    """
    owners = {key: words for words, key in besides.owners}
    owners |= {
        row.owner.id: f"{row.owner.name}, {row.owner.agency}"
        for row in rows
        if row.owner.id is not None
    }
    people = {key: words for words, key in besides.people}
    people |= {
        row.person_id: _initialled(row.reference, row.name)
        for row in rows
        if row.name is not None and row.person_id is not None
    }
    return Narrowing(
        sorted((words, key) for key, words in owners.items()),
        sorted((words, key) for key, words in people.items()),
    )


def _initialled(reference: str, name: PersonName) -> str:
    """Write somebody as the list of them does."""
    return hidden_name(NameParts(reference, name.given, name.family, name.preferred))
