"""Programmes: setting one up, and saying who belongs to it from when to when."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import listed_names, living_person, shown_person
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Person, Programme, ProgrammePlace
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.accountability import Period
from coordinator.domain.learning import programmes as rules
from coordinator.domain.learning.programmes import NewProgramme, PlaceRow, ProgrammeRow
from coordinator.domain.learning.views import ProgrammesPage
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right, may


def add_programme(desk: Desk, new: NewProgramme) -> Done[UUID]:
    """Set up a programme whose people can be told apart from the others.

    Raises:
        InvalidFieldsError: As for `check_programme`.
    """
    with desk.act(Right.DECIDE) as tx:
        rules.check_programme(new, _names(tx))
        made = tx.add(Programme(id=desk.new_id(), **_stored(new)))
        tx.journal("programme.added", record=made.id)
    return Done(made.id, tx.changes)


def change_programme(desk: Desk, programme_id: UUID, new: NewProgramme, *, seen: int) -> Done[int]:
    """Say anew what a programme is; gives the new revision.

    Raises:
        InvalidFieldsError: As for `check_programme`.
        GuardError: `programme-ended`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError: No such programme.
    """
    with desk.act(Right.DECIDE) as tx:
        one = tx.get(Programme, programme_id)
        rules.check_runs(one.ended_on)
        rules.check_programme(new, _names(tx, besides=one.id))
        put(tx, one, seen=seen, fields=_stored(new))
        tx.journal("programme.changed", record=one.id)
    return Done(one.revision, tx.changes)


def end_programme(desk: Desk, programme_id: UUID, *, reason: str) -> Done[None]:
    """End a programme; who belonged to it, and when, stays to be told apart.

    Raises:
        ReasonNeededError: `programme-ended`.
        GuardError: `programme-ended`.
        MissingRecordError: No such programme.
    """
    with desk.act(Right.DECIDE) as tx:
        need_reason(reason, "programme-ended")
        one = tx.get(Programme, programme_id)
        rules.check_runs(one.ended_on)
        one.ended_on, one.end_reason = desk.today(), reason.strip()
        tx.journal("programme.ended", record=one.id, reason=reason)
    return Done(None, tx.changes)


def join_programme(
    desk: Desk, person_id: UUID, *, programme_id: UUID, from_on: date | None = None
) -> Done[UUID]:
    """Say that somebody's case belongs to a programme, from a day on.

    Raises:
        InvalidFieldsError: As for `check_joining`.
        GuardError: `programme-ended`, `person-died`.
        MissingRecordError, WithheldError: No such person or programme, or not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        living_person(desk, tx, person_id)
        one, begins = tx.get(Programme, programme_id), from_on or desk.today()
        rules.check_runs(one.ended_on)
        held = [
            (place.from_on, place.to_on)
            for place in tx.learning.places(person=person_id)
            if place.programme_id == programme_id
        ]
        rules.check_joining(begins, desk.today(), (one.from_on, one.to_on), held)
        made = ProgrammePlace(
            id=desk.new_id(),
            programme_id=programme_id,
            person_id=person_id,
            case_id=tx.actions.open_case(person_id),
            from_on=begins,
        )
        tx.add(made)
        tx.journal("programme.joined", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def leave_programme(
    desk: Desk, place_id: UUID, *, seen: int, reason: str, to_on: date | None = None
) -> Done[int]:
    """Say that somebody belongs to a programme no more, from when and why.

    Gives the new revision.

    Raises:
        ReasonNeededError: `programme-left`.
        InvalidFieldsError: As for `check_leaving`.
        GuardError: `place-ended`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such place, or the person is not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        need_reason(reason, "programme-left")
        place = tx.get(ProgrammePlace, place_id)
        shown_person(desk, tx, place.person_id, place.sensitivity)
        ends = to_on or desk.today()
        rules.check_leaving(place.from_on, place.to_on, ends, desk.today())
        put(tx, place, seen=seen, fields={"to_on": ends, "end_reason": reason.strip()})
        tx.journal("programme.left", record=place.id, scope=place.person_id, reason=reason)
    return Done(place.revision, tx.changes)


def read_programmes(desk: Desk) -> ProgrammesPage:
    """List the programmes with those of their people whom the sitter may see."""
    with desk.read() as look:
        programmes = look.learning.programmes()
        named = {one.id: one.name for one in programmes}
        places = _rows(desk, look, look.learning.places(), named)
    rows = tuple(
        ProgrammeRow(
            one.id,
            one.revision,
            one.name,
            one.note,
            one.from_on,
            one.to_on,
            one.ended_on,
            one.end_reason,
            tuple(
                sorted(
                    (place for place in places if place.programme_id == one.id),
                    key=lambda place: (place.to_on is not None, place.reference),
                )
            ),
        )
        for one in sorted(programmes, key=lambda each: each.ended_on is not None)
    )
    return ProgrammesPage(rows, desk.today(), may(desk.sitter.role, Right.DECIDE))


def find_running_programmes(desk: Desk) -> tuple[tuple[UUID, str], ...]:
    """Name the programmes that run, to narrow a list to one of them."""
    with desk.read() as look:
        return tuple((one.id, one.name) for one in look.learning.programmes() if not one.ended_on)


def find_programmes_of(desk: Desk, person_id: UUID) -> tuple[PlaceRow, ...]:
    """List the programmes somebody belongs to or did, the latest first.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        shown_person(desk, look, person_id)
        named = {one.id: one.name for one in look.learning.programmes()}
        return _rows(desk, look, look.learning.places(person=person_id), named)


def belonging_to(look: Reading, programme_id: UUID, period: Period) -> frozenset[UUID]:
    """Name who belonged to a programme on a day of a period: a report counts these alone."""
    return look.learning.belonging(programme_id, period.from_on, period.until_on)


def _rows(
    desk: Desk, look: Reading, places: Iterable[ProgrammePlace], named: dict[UUID, str]
) -> tuple[PlaceRow, ...]:
    found = list(places)
    sight = sight_of(desk, look, [one.person_id for one in found])
    seen = [one for one in found if sight.sees(one.person_id, one.sensitivity)]
    people = look.get_many(Person, [one.person_id for one in seen])
    names = listed_names(look, people.values())
    return tuple(
        PlaceRow(
            one.id,
            one.revision,
            one.programme_id,
            named.get(one.programme_id, ""),
            one.person_id,
            people[one.person_id].reference,
            names.get(one.person_id),
            one.from_on,
            one.to_on,
            one.end_reason,
        )
        for one in seen
        if one.person_id in people
    )


def _names(tx: Transaction, besides: UUID | None = None) -> Iterable[str]:
    standing = (one for one in tx.learning.programmes() if one.ended_on is None)
    return [one.name for one in standing if one.id != besides]


def _stored(new: NewProgramme) -> dict[str, Any]:
    return {
        "name": " ".join(new.name.split()),
        "note": new.note.strip(),
        "from_on": new.from_on,
        "to_on": new.to_on,
    }
