"""Holding back one part of an entry that everybody who works with somebody has to know.

An address of refuge, what somebody said in a referral: the person, the plan, the referral, the
case stay, and the part is blank for who may not have it, everywhere and at once. So is a text of a
meeting that is about nobody on its agenda.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.restrictions import restrictable
from coordinator.casework.need_to_know.said_again import parts_written_on
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.need_to_know.withholding import without_kept
from coordinator.db import models
from coordinator.db.models import FieldGuard, Person, Record
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import MissingRecordError, StaleRecordError
from coordinator.domain.ids import made_at
from coordinator.domain.need_to_know.field_guards import GUARDABLE
from coordinator.domain.need_to_know.restrictions import Part, Restrictable, in_order
from coordinator.domain.need_to_know.rule import is_lowered, strictest
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity

HOLDING_PARTS: tuple[Any, ...] = (
    models.Person, models.Plan, models.Referral, models.Case, models.LeadRole, models.Basis,
    models.AgendaItem, models.Correction, models.Meeting,
)  # fmt: skip
"""The kinds of entry of which a part can be held back alone."""
_ABOUT_PEOPLE = tuple(one for one in HOLDING_PARTS if one is not models.Meeting)
_DAYS = ("on", "referred_on", "opened_on", "from_on", "agreed_on", "corrected_on")


def set_part_sensitivity(
    desk: Desk, part: Part, sensitivity: Sensitivity, *, seen: int, reason: str = ""
) -> Done[int]:
    """Say how far one part of an entry may travel from now on; gives the revision of that.

    What says the same in an entry it was written on to goes no further.

    Args:
        desk: Where and by whom.
        part: Which part of which entry.
        sensitivity: How sensitive it is.
        seen: The revision that was shown; 0 where nothing was said before.
        reason: Needed where more people may see it than before.

    Raises:
        ReasonNeededError: `sensitivity-lowered`.
        StaleRecordError: Somebody else said something else meanwhile.
        MissingRecordError, WithheldError: No such part, or not theirs to see.
        NotPermittedError: The role may not have restricted entries.
    """
    with desk.act(Right.SEE_RESTRICTED) as tx:
        person = _whose(desk, tx, part)
        standing = [one for one in tx.readers.guards_on([part.entry]) if _part(one) == part]
        was = strictest(*(one.level for one in standing))
        if is_lowered(was, sensitivity):
            need_reason(reason, "sensitivity-lowered")
        said = _said(tx, part, standing, sensitivity, seen)
        said = said or tx.add(_new(desk, person, part, sensitivity))
        _hold_back_where_written_on(desk, tx, part, sensitivity)
        why = reason.strip()
        tx.journal("entry.part_sensitivity_changed", record=part.entry, scope=person, reason=why)
    return Done(said.revision, tx.changes)


def find_restrictable_parts(desk: Desk, person_id: UUID) -> tuple[Restrictable, ...]:
    """List what is written in the parts about somebody that can be held back alone.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
        NotPermittedError: The role may not have restricted entries.
    """
    with desk.read(Right.SEE_RESTRICTED) as look:
        look.get(Person, person_id)
        shown_person(desk, look, person_id)
        entries = [one for model in _ABOUT_PEOPLE for one in _about(look, model, person_id)]
        return _restrictable(look, entries)


def find_restrictable_texts(desk: Desk, meeting_id: UUID) -> tuple[Restrictable, ...]:
    """List what a meeting wrote that is about nobody on its agenda and can be held back.

    Of topics and of the meeting itself the parts, and the notes and decisions made under topics.
    Nobody is named in it who is kept from the sitter.

    Raises:
        MissingRecordError: No such meeting.
        NotPermittedError: The role may not have restricted entries.
    """
    with desk.read(Right.SEE_RESTRICTED) as look:
        meeting = look.get(models.Meeting, meeting_id)
        notes, decisions, corrections = look.meetings.words(meeting_id)
        texts: tuple[Any, ...] = (*look.meetings.items(meeting_id), *corrections)
        about_nobody = [one for one in texts if one.person_id is None]
        parts = _restrictable(look, [meeting, *about_nobody])
        made: tuple[Any, ...] = (*notes, *decisions)
        whole = (restrictable(one, {}) for one in made if one.person_id is None)
        rows = in_order([*parts, *whole])
    return without_kept(desk, rows)


def parts_kept_back(
    look: Reading, entries: Iterable[UUID]
) -> Mapping[UUID, Mapping[str, Sensitivity]]:
    """Give how sensitive the parts of entries are, as far as the readers of a look may know."""
    found = {}
    for entry in entries:
        known = {name: one for name, one in look.guarded(entry).items() if look.may_have(one)}
        if known:
            found[entry] = known
    return found


def copy_parts_kept_back(
    desk: Desk, tx: Transaction, person: UUID | None, copied: Mapping[UUID, UUID], *fields: str
) -> None:
    """Hold back in entries what was held back where their texts were copied from.

    Args:
        desk: Where and by whom.
        tx: The act that copies.
        person: About whom; nobody, for a topic of a meeting.
        copied: The new entry, by the one that was copied.
        fields: What was copied; nothing is all that can be held back.
    """
    for one in tx.readers.guards_on(copied.keys()):
        if not fields or one.field in fields:
            part = Part(one.entry_kind, copied[one.entry_id], one.field)
            tx.add(_new(desk, person, part, one.level))


def hold_part_back(
    desk: Desk, tx: Transaction, person: UUID | None, part: Part, level: Sensitivity
) -> None:
    """Say inside another act how far a part that it writes may travel."""
    if level is not Sensitivity.STANDARD:
        tx.add(_new(desk, person, part, level))


def _restrictable(look: Reading, entries: Sequence[Record]) -> tuple[Restrictable, ...]:
    guards: dict[Part, list[FieldGuard]] = {}
    for one in look.readers.guards_on([entry.id for entry in entries]):
        guards.setdefault(_part(one), []).append(one)
    days = _days_of(look, entries)
    found = (_parts(entry, guards, days[entry.id]) for entry in entries)
    return in_order(one for some in found for one in some)


def _about(look: Reading, model: Any, person: UUID) -> Iterable[Record]:
    return [look.get(Person, person)] if model is Person else look.people.about(model, [person])


def _whose(desk: Desk, tx: Transaction, part: Part) -> UUID | None:
    """Find whom a part is about; nobody, of what a meeting wrote about no person.

    Raises:
        MissingRecordError: There is no such part.
        WithheldError: The person is not theirs to see.
    """
    if part.field not in GUARDABLE.get(part.kind, ()):
        raise MissingRecordError(what=part.kind.value, key=str(part.entry))
    entry: Any = tx.find(part.kind, part.entry)
    person: UUID | None = (
        entry.id if isinstance(entry, Person) else getattr(entry, "person_id", None)
    )
    if person is not None:
        shown_person(desk, tx, person)
    return person


def _said(
    tx: Transaction, part: Part, standing: list[FieldGuard], level: Sensitivity, seen: int
) -> FieldGuard | None:
    """Say it where something was said before, everywhere that was; nothing where nothing was."""
    if bool(standing) != bool(seen):
        raise StaleRecordError(record=part.entry, seen=seen, found=len(standing))
    for one in standing:
        put(tx, one, seen=seen if one is standing[0] else one.revision, fields={"level": level})
    return standing[0] if standing else None


def _hold_back_where_written_on(
    desk: Desk, tx: Transaction, part: Part, level: Sensitivity
) -> None:
    """Hold back what was carried over or copied before it was held back here; free nothing."""
    copies = list(parts_written_on(tx, part, tx.find(part.kind, part.entry)))
    known: dict[Part, list[FieldGuard]] = {}
    for one in tx.readers.guards_on([copy.entry for copy in copies]):
        known.setdefault(_part(one), []).append(one)
    for copy in copies:
        for one in known.get(copy, ()):
            one.level = strictest(one.level, level)
        if copy not in known:
            hold_part_back(desk, tx, _whose(desk, tx, copy), copy, level)


def _new(desk: Desk, person: UUID | None, part: Part, level: Sensitivity) -> FieldGuard:
    return FieldGuard(
        id=desk.new_id(),
        person_id=person,
        entry_kind=part.kind,
        entry_id=part.entry,
        field=part.field,
        level=level,
    )


def _part(guard: FieldGuard) -> Part:
    return Part(guard.entry_kind, guard.entry_id, guard.field)


def _days_of(look: Reading, entries: Iterable[Any]) -> Mapping[UUID, date]:
    """Give the day of each entry: of a line of an agenda that of its meeting."""
    lines = {one.id: one.meeting_id for one in entries if isinstance(one, models.AgendaItem)}
    meetings = look.get_many(models.Meeting, [*lines.values()])
    days = {key: meetings[held].on for key, held in lines.items() if held in meetings}
    return {one.id: days.get(one.id) or _day_of(one) for one in entries}


def _day_of(entry: Any) -> date:
    days = (getattr(entry, name, None) for name in _DAYS)
    return next(filter(None, days), None) or made_at(entry.id).astimezone(LONDON).date()


def _parts(
    entry: Any, guards: Mapping[Part, list[FieldGuard]], on: date
) -> Iterator[Restrictable]:
    """Tell each part of an entry that says something, or that something was said about."""
    for name in GUARDABLE[entry.kind]:
        said, known = getattr(entry, name), guards.get(Part(entry.kind, entry.id, name), [])
        if said or known:
            yield Restrictable(
                kind=entry.kind,
                id=entry.id,
                revision=known[0].revision if known else 0,
                sensitivity=strictest(*(one.level for one in known)),
                on=on,
                text="" if isinstance(said, StrEnum) else said or "",
                chosen=said if isinstance(said, StrEnum) else None,
                field=name,
            )
