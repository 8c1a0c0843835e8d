"""Reading what was found of people's needs, as far as a reader may know of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sight import Sight, sight_of, sight_of_one
from coordinator.db.models import Need, Person, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.needs.rules import Complexity, complexity_of, first_seen, standing
from coordinator.domain.needs.views import NeedRow, Needs, needs_of


def read_needs(
    desk: Desk, person_id: UUID, *, on: date | None = None, reader: Reader | None = None
) -> Needs:
    """Show what stands of somebody's needs, and every day on which somebody asked.

    Args:
        desk: Who asks.
        person_id: Whose.
        on: As it stood at the end of a day; as it stands when nothing.
        reader: For whom a paper is made, besides the sitter.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        look.get(Person, person_id)
        sight = sight_of_one(desk, look, person_id, reader)
        return needs_about(look, [person_id], sight, on or desk.today()).get(person_id, Needs())


def find_complexity(desk: Desk, people: Iterable[UUID]) -> Mapping[UUID, Complexity]:
    """Count the needs of many at once, with one question; who was never asked is not in it."""
    with desk.read() as look:
        wanted = list(people)
        return complexity_about(look, wanted, sight_of(desk, look, wanted), desk.today())


def needs_about(
    look: Reading, people: Iterable[UUID], sight: Sight, on: date
) -> Mapping[UUID, Needs]:
    """Give the needs of these people on a day; who was never asked is not in it."""
    found = _found(look, people, sight)
    everybody = [one for own in found.values() for one in own]
    by = look.get_many(Professional, [one.seen_by_id for one in everybody])
    needs: dict[UUID, Needs] = {}
    for person, own in found.items():
        first = first_seen(one for one in own if one.seen_on <= on)
        rows = [
            NeedRow(
                one.id,
                one.area,
                one.severity,
                one.need_part,
                one.seen_on,
                by[one.seen_by_id].name if one.seen_by_id in by else "",
                one.source,
                one.note,
                one.sensitivity,
                first.get(one.area),
            )
            for one in own
        ]
        needs[person] = needs_of(rows, on)
    return needs


def complexity_about(
    look: Reading, people: Iterable[UUID], sight: Sight, on: date
) -> Mapping[UUID, Complexity]:
    """Count the needs these people have on a day; who was never asked is not in it."""
    counted = {
        person: complexity_of(one.severity for one in standing(own, on).values())
        for person, own in _found(look, people, sight).items()
    }
    return {person: one for person, one in counted.items() if one is not None}


def _found(look: Reading, people: Iterable[UUID], sight: Sight) -> Mapping[UUID, list[Need]]:
    found: dict[UUID, list[Need]] = {}
    for one in look.people.about(Need, list(people)):
        if sight.sees(one.person_id, one.sensitivity):
            found.setdefault(one.person_id, []).append(one)
    return found
