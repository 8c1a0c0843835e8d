"""Which other forums deal with somebody, and whom they are tied to, for who may know."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import visible
from coordinator.casework.need_to_know.sight import Sight, sight_of, sight_of_one
from coordinator.db.models import ForumInvolvement, Person, Relationship
from coordinator.db.transaction import Reading
from coordinator.domain.lists.sharing import ForumKind, ForumStatus
from coordinator.domain.need_to_know.rule import Entry, Reader, may_see
from coordinator.domain.people.around import Around, Forum, ForumRow, Tie, TieRow, seen_back
from coordinator.domain.people.rules import PersonName, initialled


def read_around(desk: Desk, person_id: UUID, *, reader: Reader | None = None) -> Around:
    """Show what stands around a person.

    A tie to somebody on file whom the reader may not see is left out.

    Args:
        desk: Who asks.
        person_id: About whom.
        reader: For whom a paper is made, besides the sitter.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        look.get(Person, person_id)
        return around_of(desk, look, person_id, reader)


def around_of(desk: Desk, look: Reading, person_id: UUID, reader: Reader | None = None) -> Around:
    """Gather what stands around a person; see `read_around`."""
    sight = sight_of_one(desk, look, person_id, reader)
    return Around(_forums(look, person_id, sight), _ties(desk, look, sight, person_id, reader))


def not_discussed_with(look: Reading, reader: Reader, person_id: UUID) -> tuple[str, ...]:
    """Give the names of those with whom nothing about somebody is discussed, for this reader."""
    kept = look.readers.not_told([person_id]).get(person_id, frozenset())
    found = [
        one
        for one in look.people.about(Relationship, [person_id])
        if one.not_discussed_with
        and one.ended_on is None
        and may_see(reader, Entry(person_id, one.sensitivity, kept))
    ]
    others = visible(look, reader, [one.other_id for one in found if one.other_id])
    people = look.get_many(Person, sorted(others))
    names = [f"{one.given_name} {one.family_name}" for one in people.values()]
    return (*(one.name for one in found if one.other_id is None), *names)


def forums_about(
    look: Reading, people: Iterable[UUID], sight: Sight
) -> Mapping[UUID, tuple[Forum, ...]]:
    """Give where else these people are dealt with, in one question; who has none is not in it.

    Args:
        look: Where to look.
        people: Whose.
        sight: What its readers may see: a fact is told as far as every one of them may have it.
    """
    found: dict[UUID, list[ForumRow]] = {}
    for one in look.people.about(ForumInvolvement, list(people)):
        if sight.sees(one.person_id, one.sensitivity):
            found.setdefault(one.person_id, []).append(ForumRow(one.id, one.revision, _forum(one)))
    return {
        person: tuple(row.forum for row in sorted(rows, key=_in_order))
        for person, rows in found.items()
    }


def _forums(look: Reading, person: UUID, sight: Sight) -> tuple[ForumRow, ...]:
    found = [
        ForumRow(one.id, one.revision, _forum(one))
        for one in look.people.about(ForumInvolvement, [person])
        if sight.sees(person, one.sensitivity)
    ]
    return tuple(sorted(found, key=_in_order))


def _in_order(one: ForumRow) -> tuple[bool, int, str]:
    """What is closed comes last; the others as the list of forums has them."""
    kinds = tuple(ForumKind)
    closed = one.forum.status is ForumStatus.CLOSED
    return closed, kinds.index(one.forum.forum), one.forum.own_forum


def _forum(one: ForumInvolvement) -> Forum:
    return Forum(
        one.forum,
        one.own_forum,
        one.status,
        one.status_on,
        one.reference,
        one.contact,
        one.sensitivity,
    )


def _ties(
    desk: Desk, look: Reading, sight: Sight, person: UUID, reader: Reader | None
) -> tuple[TieRow, ...]:
    found = [
        one
        for one in look.people.about(Relationship, [person])
        if sight.sees(person, one.sensitivity)
    ]
    others = {one.other_id for one in found if one.other_id is not None}
    back = [one for one in look.people.tied_to(person) if one.person_id not in others]
    others |= {one.person_id for one in back}
    of_others = sight_of(desk, look, others, reader)
    people = look.get_many(Person, [one for one in others if of_others.sees(one)])
    rows = [
        _row(one, people.get(one.other_id) if one.other_id else None)
        for one in found
        if one.other_id is None or one.other_id in people
    ]
    rows += [
        _seen_back(one, people[one.person_id])
        for one in back
        if one.person_id in people
        and all(
            known.sees(about, one.sensitivity)
            for known, about in ((sight, person), (of_others, one.person_id))
        )
    ]
    return tuple(
        sorted(rows, key=lambda one: (one.ended_on is not None, one.ended_on or date.min))
    )


def _seen_back(one: Relationship, other: Person) -> TieRow:
    """Show a tie that was noted about somebody else: only that there is one, and which."""
    whole = PersonName(other.given_name, other.family_name, other.preferred_name)
    return TieRow(
        one.id,
        one.revision,
        Tie(seen_back(one.relation), other.id, sensitivity=one.sensitivity),
        initialled(whole),
        other.reference,
        one.ended_on,
        is_theirs=True,
    )


def _row(one: Relationship, other: Person | None) -> TieRow:
    tie = Tie(
        relation=one.relation,
        other=one.other_id,
        name=one.name,
        effect=one.effect,
        not_discussed_with=one.not_discussed_with,
        lives_with=one.lives_with,
        is_child=one.is_child,
        note=one.note,
        sensitivity=one.sensitivity,
    )
    if other is None:
        name, reference = PersonName(one.name, ""), ""
    else:
        whole = PersonName(other.given_name, other.family_name, other.preferred_name)
        name, reference = initialled(whole), other.reference
    return TieRow(one.id, one.revision, tie, name, reference, one.ended_on, one.end_reason)
