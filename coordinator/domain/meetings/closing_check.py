"""What a meeting leaves open when it is about to end. Told, never enforced: issuing enforces."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.lists.meetings import Attendance, DecidedHow
from coordinator.domain.meetings.kinds import PANEL, MeetingKind
from coordinator.domain.meetings.rules import HERE, Quorum
from coordinator.domain.meetings.views import DecisionRow, ItemRecord, PresenceRow
from coordinator.domain.states import DecisionStatus, ItemStatus, Sensitivity

_NOBODY = Quorum(0, 0)
_SPEAKS = HERE - {Attendance.OBSERVER, Attendance.PERSON_PRESENT}


class Left(StrEnum):
    """What may be left open, in the order it is told."""

    STATEMENT = "statement"
    ITEM = "item"
    QUORUM = "quorum"
    DISSENT = "dissent"
    OWNER = "owner"
    BARRIER = "barrier"
    LEAD = "lead"
    REVIEW = "review"
    TELL = "tell"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class OpenLine:
    """One thing that is left open.

    Attributes:
        item: The line of the agenda it belongs to; nothing when it belongs to the whole meeting.
        record: The action, barrier or decision; of a line itself nothing.
        who: The owner, or the agency.
        numbers: Of the actions it is about.
        text: The action or the decision; `sensitivity` says how far these words may travel.
    """

    what: Left
    item: UUID | None = None
    record: UUID | None = None
    who: str = ""
    numbers: tuple[str, ...] = ()
    text: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """Everything the check looks at, as the sitter may see it.

    Attributes:
        on: The day of the meeting.
        items: In the order of the agenda; `agreed` all actions of today, also those of no line.
        barriers: Of which only the category is known.
        cases: Who has an open case, and the day of its next review.
        officers: Ids of the chair and the minute-taker: they speak for the meeting.
        is_read: Whether the statement was read.
    """

    on: date
    items: tuple[ItemRecord, ...] = ()
    agreed: tuple[ActionRow, ...] = ()
    attendance: tuple[PresenceRow, ...] = ()
    quorum: Quorum = _NOBODY
    barriers: tuple[BarrierRow, ...] = ()
    cases: Mapping[UUID, date | None] = field(default_factory=dict)
    officers: frozenset[UUID] = frozenset()
    is_read: bool = True
    kind: MeetingKind = PANEL


def left_open(facts: ClosingFacts) -> tuple[OpenLine, ...]:
    """Tell what is left open: what hinders the minutes first, then what will be asked for."""
    found = (
        *_statement(facts),
        *_items(facts),
        *_quorum(facts),
        *_dissent(facts),
        *_owners(facts),
        *_barriers(facts),
        *_people(facts),
        *_to_tell(facts),
        *_silent(facts),
    )
    order = {what: place for place, what in enumerate(Left)}
    return tuple(sorted(found, key=lambda line: order[line.what]))


def _statement(facts: ClosingFacts) -> Iterator[OpenLine]:
    if not facts.is_read and any(one.entry.person is not None for one in facts.items):
        yield OpenLine(Left.STATEMENT)


def _items(facts: ClosingFacts) -> Iterator[OpenLine]:
    for one in facts.items:
        if one.entry.status is ItemStatus.PLANNED:
            yield OpenLine(Left.ITEM, one.entry.id)


def _quorum(facts: ClosingFacts) -> Iterator[OpenLine]:
    """Decisions of the agencies together, of whom too few were there after all."""
    if not facts.kind.has_quorum or facts.quorum.is_met:
        return
    for item, one in _decisions(facts.items):
        if one.how is not DecidedHow.CHAIR:
            yield OpenLine(Left.QUORUM, item, one.id, text=one.text, sensitivity=one.sensitivity)


def _dissent(facts: ClosingFacts) -> Iterator[OpenLine]:
    for item, one in _decisions(facts.items):
        if not one.dissent_asked:
            yield OpenLine(Left.DISSENT, item, one.id, text=one.text, sensitivity=one.sensitivity)


def _decisions(items: Iterable[ItemRecord]) -> Iterator[tuple[UUID, DecisionRow]]:
    for item in items:
        for one in item.decisions:
            if one.status is DecisionStatus.MADE:
                yield item.entry.id, one


def _owners(facts: ClosingFacts) -> Iterator[OpenLine]:
    where = _places(facts.items)
    for row in facts.agreed:
        if row.is_open and (row.owner.needs_owner or row.owner.id is None):
            yield OpenLine(
                Left.OWNER,
                where.get(row.id),
                row.id,
                row.owner.agency,
                (row.number,),
                row.text,
                row.sensitivity,
            )


def _barriers(facts: ClosingFacts) -> Iterator[OpenLine]:
    of_person = {
        one.entry.person.id: one.entry.id
        for one in reversed(facts.items)
        if one.entry.person is not None
    }
    for barrier in facts.barriers:
        item = of_person.get(barrier.person_id) if barrier.person_id else None
        numbers = (barrier.number,) if barrier.number else ()
        yield OpenLine(Left.BARRIER, item, barrier.id, barrier.agency, numbers)


def _people(facts: ClosingFacts) -> Iterator[OpenLine]:
    if not facts.kind.checks_cases:
        return
    for one in facts.items:
        person = one.entry.person
        if person is None or one.entry.status is not ItemStatus.TAKEN:
            continue
        if person.id not in facts.cases:
            continue
        if person.lead_id is None:
            yield OpenLine(Left.LEAD, one.entry.id)
        review = one.entry.next_review_on or facts.cases[person.id]
        if review is None or review <= facts.on:
            yield OpenLine(Left.REVIEW, one.entry.id)


def _to_tell(facts: ClosingFacts) -> Iterator[OpenLine]:
    """Owners who were not in the room learn of it today, each once."""
    here = {row.professional_id for row in facts.attendance if row.result in HERE}
    where = _places(facts.items)
    absent: dict[UUID, list[ActionRow]] = {}
    for row in facts.agreed:
        owner = row.owner.id
        if row.is_open and owner is not None and not row.owner.needs_owner and owner not in here:
            absent.setdefault(owner, []).append(row)
    for rows in absent.values():
        who = ", ".join(filter(None, (rows[0].owner.name, rows[0].owner.agency)))
        numbers = tuple(row.number for row in rows)
        yield OpenLine(Left.TELL, where.get(rows[0].id), rows[0].id, who, numbers)


def _silent(facts: ClosingFacts) -> Iterator[OpenLine]:
    """Agencies that sat there and of which nothing is written: no note, no view, no action."""
    if not facts.kind.fills_seats or not any(
        one.entry.status is ItemStatus.TAKEN for one in facts.items
    ):
        return
    heard = {note.agency_id for one in facts.items for note in one.notes}
    heard |= {row.owner.agency_id for row in facts.agreed}
    differing = {name for _item, one in _decisions(facts.items) for name in one.dissent_agencies}
    told: set[UUID] = set()
    for row in facts.attendance:
        agency = row.agency_id
        if agency is None or agency in heard | told or row.agency in differing:
            continue
        if row.result in _SPEAKS and row.professional_id not in facts.officers:
            told.add(agency)
            yield OpenLine(Left.SILENT, who=row.agency)


def _places(items: Iterable[ItemRecord]) -> Mapping[UUID, UUID]:
    return {row.id: one.entry.id for one in items for row in one.actions}
