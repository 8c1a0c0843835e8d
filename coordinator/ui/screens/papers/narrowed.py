"""What a tracker can be narrowed to, as it is offered. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.domain.action_rows import ActionRow
from coordinator.wording.names import NameParts, hidden_name


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Whom a tracker can be narrowed to: those of whom something stands on it."""

    owners: Sequence[tuple[str, UUID]] = ()
    people: Sequence[tuple[str, UUID]] = field(default=(), repr=False)


def narrowing_of(rows: Sequence[ActionRow]) -> Narrowing:
    """Give what a list of actions can be narrowed to, in the order of the words."""
    owners = {row.owner.id: f"{row.owner.name}, {row.owner.agency}" for row in rows}
    people = {
        row.person_id: hidden_name(NameParts(row.reference, row.name.given, row.name.family))
        for row in rows
        if row.name is not None
    }
    return Narrowing(
        sorted((words, key) for key, words in owners.items() if key is not None),
        sorted((words, key) for key, words in people.items() if key is not None),
    )
