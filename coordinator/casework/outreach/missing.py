"""Noting that somebody is missing, telling the police, and that they were found again.

Nobody becomes missing by the passing of days: after a time the panel sets it is asked, no more.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.meetings.agenda_facts import seen_days
from coordinator.casework.need_to_know.sharing import listed_names, living_person, shown_person
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.outreach.facts import Around, around
from coordinator.casework.panel.lines import days
from coordinator.db.models import Case, Missing, Person, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.errors import DuplicateRecordError
from coordinator.domain.lists.panel import TimeKey
from coordinator.domain.need_to_know.rule import Reader, allowed
from coordinator.domain.outcomes import Done
from coordinator.domain.outreach import Lookout, is_maybe_missing
from coordinator.domain.people import missing as rules
from coordinator.domain.people.missing import (
    LastKnown,
    MaybeMissing,
    MissingList,
    MissingRow,
    PersonMissing,
)
from coordinator.domain.roles import Right
from coordinator.domain.states import CaseStatus, Sensitivity


def note_missing(
    desk: Desk,
    person_id: UUID,
    known: LastKnown,
    *,
    sensitivity: Sensitivity = Sensitivity.STANDARD,
) -> Done[UUID]:
    """Note that nobody knows where somebody is, with what is known about it.

    Raises:
        InvalidFieldsError: A day cannot be, or what goes with a yes or no about the police lacks.
        DuplicateRecordError: `missing`: it is noted already, where the sitter may know.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    rules.check_known(known, desk.today())
    with desk.act(Right.LOG_CONTACTS) as tx:
        living_person(desk, tx, person_id, sensitivity)
        # one they may not have tells nothing: what they know stands beside it, for everybody
        standing = tx.outreach.missing_of(person_id, allowed(desk.reader(tx)))
        if standing is not None:
            raise DuplicateRecordError("missing", standing.id)
        made = Missing(
            id=desk.new_id(),
            person_id=person_id,
            case_id=tx.actions.open_case(person_id),
            noted_on=desk.today(),
            noted_by_id=desk.sitter.professional,
            sensitivity=sensitivity,
            **_columns(known),
        )
        tx.add(made)
        tx.journal("missing.noted", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def change_missing(desk: Desk, missing_id: UUID, known: LastKnown, *, seen: int) -> Done[int]:
    """Change what is known: the police were told, somebody saw them; gives the revision.

    Raises:
        InvalidFieldsError, StaleRecordError: As elsewhere.
        GuardError: `found-already`, `person-died`.
        MissingRecordError, WithheldError: No such entry, or the person is not theirs to see.
    """
    rules.check_known(known, desk.today())
    with desk.act(Right.LOG_CONTACTS) as tx:
        entry = tx.get(Missing, missing_id)
        living_person(desk, tx, entry.person_id, entry.sensitivity)
        rules.check_still_missing(entry.found_on)
        was = _columns(_known(entry))
        now = {name: value for name, value in _columns(known).items() if value != was[name]}
        put(tx, entry, seen=seen, fields=now)
        tx.journal("missing.changed", record=missing_id, scope=entry.person_id)
    return Done(entry.revision, tx.changes)


def note_found(
    desk: Desk, missing_id: UUID, *, found_on: date | None = None, note: str = ""
) -> Done[None]:
    """Note that somebody was found; today when no day is given.

    Raises:
        InvalidFieldsError: The day cannot be.
        GuardError: `found-already`.
        MissingRecordError, WithheldError: No such entry, or the person is not theirs to see.
    """
    on = found_on or desk.today()
    with desk.act(Right.LOG_CONTACTS) as tx:
        entry = tx.get(Missing, missing_id)
        shown_person(desk, tx, entry.person_id, entry.sensitivity)
        rules.check_still_missing(entry.found_on)
        rules.check_found(on, entry.last_seen_on, desk.today())
        entry.found_on, entry.found_note = on, note
        tx.journal("missing.found", record=missing_id, scope=entry.person_id)
    return Done(None, tx.changes)


def find_missing(desk: Desk, *, reader: Reader | None = None) -> MissingList:
    """Say who is missing, the longest first, and about whom it is to be asked.

    Args:
        desk: Who asks.
        reader: For whom a paper is made, besides the sitter.
    """
    with desk.read(reader=reader) as look:
        today = desk.today()
        known = around(desk, look, today)
        sight = sight_of(desk, look, [*known.people, *_ids(look.outreach.missing())], reader)
        missing = look.outreach.missing()
        noted = [one for one in missing if sight.sees(one.person_id, one.sensitivity)]
        maybe = _maybe(look, known, today)
        return MissingList(
            rows_of(look, noted),
            tuple(one for one in maybe if sight.sees(one.person)),
            known.missing_after,
        )


def read_person_missing(desk: Desk, person_id: UUID) -> PersonMissing:
    """Say whether one person is missing, or whether that is to be asked.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        shown_person(desk, look, person_id)
        if (entry := look.outreach.missing_of(person_id)) is not None:
            return PersonMissing(missing=rows_of(look, [entry])[0])
        return PersonMissing(maybe=_maybe_one(desk, look, person_id))


def _maybe_one(desk: Desk, look: Reading, person_id: UUID) -> MaybeMissing | None:
    cases = look.outreach.cases_of([person_id])
    person = look.get(Person, person_id)
    if person_id not in cases or person.died_on is not None:
        return None
    case, today = look.get(Case, cases[person_id]), desk.today()
    one = Lookout(
        person=person_id,
        reference=person.reference,
        opened_on=case.opened_on,
        last_seen_on=seen_days(look, [person_id]).get(person_id),
        is_paused=case.status is CaseStatus.PAUSED,
    )
    if not is_maybe_missing(one, today, days(look)[TimeKey.MISSING_AFTER]):
        return None
    name = listed_names(look, [person])[person_id].name
    return MaybeMissing(person_id, one.reference, name, one.last_seen_on, one.unseen(today))


def rows_of(look: Reading, entries: Iterable[Missing]) -> tuple[MissingRow, ...]:
    """Describe entries about people the reader may see, in the order given."""
    found = list(entries)
    people = look.get_many(Person, _ids(found))
    names = listed_names(look, people.values())
    by = look.get_many(Professional, [one.noted_by_id for one in found])
    seen = seen_days(look, people)
    return tuple(
        MissingRow(
            id=one.id,
            revision=one.revision,
            person=one.person_id,
            reference=people[one.person_id].reference,
            name=names[one.person_id].name,
            noted_on=one.noted_on,
            noted_by=by[one.noted_by_id].name if one.noted_by_id in by else "",
            known=_known(one),
            found_on=one.found_on,
            found_note=one.found_note,
            seen_since=_seen_since(one, seen),
            sensitivity=one.sensitivity,
        )
        for one in found
        if one.person_id in people
    )


def _seen_since(entry: Missing, seen: Mapping[UUID, date]) -> date | None:
    """Give the day somebody saw them after they were last seen, as it was noted."""
    on = seen.get(entry.person_id)
    if on is None or on < entry.noted_on or (entry.last_seen_on and on <= entry.last_seen_on):
        return None
    return on


def _maybe(look: Reading, known: Around, today: date) -> tuple[MaybeMissing, ...]:
    found = [
        one for one in known.lookouts.values() if is_maybe_missing(one, today, known.missing_after)
    ]
    names = listed_names(look, [known.people[one.person] for one in found])
    longest = sorted(found, key=lambda one: (-one.unseen(today), one.reference))
    return tuple(
        MaybeMissing(
            one.person,
            one.reference,
            names[one.person].name,
            one.last_seen_on,
            one.unseen(today),
        )
        for one in longest
    )


def _ids(entries: Iterable[Missing]) -> list[UUID]:
    return [one.person_id for one in entries]


def _columns(known: LastKnown) -> dict[str, object]:
    return {
        "last_seen_on": known.seen_on,
        "last_seen_where": known.where.strip(),
        "last_seen_by": known.by.strip(),
        "police_told": known.police_told,
        "police_told_on": known.police_told_on,
        "police_reference": known.police_reference.strip(),
        "not_told_reason": known.not_told_reason.strip(),
        "concern": known.concern.strip(),
    }


def _known(entry: Missing) -> LastKnown:
    return LastKnown(
        seen_on=entry.last_seen_on,
        where=entry.last_seen_where,
        by=entry.last_seen_by,
        police_told=entry.police_told,
        police_told_on=entry.police_told_on,
        police_reference=entry.police_reference,
        not_told_reason=entry.not_told_reason,
        concern=entry.concern,
    )
