"""Whose time is over, what keeps a record longer, what waits for a second person, what went."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import shown_person, visible
from coordinator.casework.retention.deciding import holds_of, retention_rules
from coordinator.db.models import Disposal, Person, Professional
from coordinator.db.transaction import Reading
from coordinator.domain import retention as rules
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.panel.settings import RetentionRule
from coordinator.domain.people.rules import PersonName, initialled
from coordinator.domain.retention import (
    DisposalRow,
    Ended,
    Hold,
    PersonRetention,
    RetentionPage,
    RetentionRow,
    Standing,
)
from coordinator.domain.roles import Right, may
from coordinator.domain.states import DisposalStatus

_WAITING = (DisposalStatus.PROPOSED, DisposalStatus.CONFIRMED)
_ORDER = tuple(Standing)


def read_retention(desk: Desk) -> RetentionPage:
    """Show every record whose time is over or nearly, that is held, or that is to go.

    Raises:
        NotPermittedError: The role neither decides about it nor checks it.
    """
    with desk.read(Right.READ_AUDIT) as look:
        people = look.retention.people()
        seen = visible(look, desk.reader(look), [one.id for one in people])
        shown = [one for one in people if one.id in seen]
        disposals = _disposals(look, look.retention.disposals())
        waiting = {one.reference: one for one in disposals if one.status in _WAITING}
        found = retention_rules(look)
        rows = _rows(desk, look, shown, found, waiting)
        known = {one.reference for one in shown}
        role = desk.sitter.role
        return RetentionPage(
            today=desk.today(),
            rows=tuple(sorted(rows, key=_place)),
            waiting=tuple(one for one in disposals if _waits(one, known)),
            past=tuple(one for one in disposals if one.status not in _WAITING),
            rules=found,
            may_propose=may(role, Right.PROPOSE_ERASING),
            may_confirm=may(role, Right.CONFIRM_ERASING),
            me=desk.sitter.professional,
        )


def read_person_retention(desk: Desk, person_id: UUID) -> PersonRetention:
    """Show how long one person's record is kept, and what keeps it longer.

    Raises:
        NotPermittedError: The role neither decides about it nor checks it.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(Right.READ_AUDIT) as look:
        person = shown_person(desk, look, person_id)
        ended = look.retention.ended([person])[person_id]
        row = look.retention.open_disposal(person.reference)
        return PersonRetention(
            reference=person.reference,
            name=_initials(person),
            time=rules.time_of(ended, retention_rules(look)),
            is_open=ended.is_open,
            holds=holds_of(look, [person_id])[person_id],
            disposal=_disposals(look, [row])[0] if row else None,
        )


def read_disposal(desk: Desk, reference: str) -> DisposalRow:
    """Give the latest disposal of the record that had a reference.

    Raises:
        NotPermittedError: The role neither decides about it nor checks it.
        MissingRecordError: There is none.
    """
    with desk.read(Right.READ_AUDIT) as look:
        wanted = reference.strip().upper()
        for row in look.retention.disposals():
            if row.reference == wanted:
                return _disposals(look, [row])[0]
    raise MissingRecordError(what="disposal", key=wanted)


def _rows(
    desk: Desk,
    look: Reading,
    people: Sequence[Person],
    found: Sequence[RetentionRule],
    waiting: Mapping[str, DisposalRow],
) -> list[RetentionRow]:
    ended, holds = look.retention.ended(people), holds_of(look, None)
    rows = []
    for one in people:
        row = _row(one, ended[one.id], holds.get(one.id, ()), found)
        status = _status(waiting.get(one.reference))
        at = rules.standing_of(row.time, row.holds, status, desk.today()) if row else None
        if row is not None and at is not None:
            rows.append(replace(row, standing=at))
    return rows


def _row(
    person: Person, ended: Ended, holds: Sequence[Hold], found: Sequence[RetentionRule]
) -> RetentionRow | None:
    time = rules.time_of(ended, found)
    if time is None:
        return None
    standing = tuple(one for one in holds if one.released_on is None)
    return RetentionRow(
        person=person.id,
        reference=person.reference,
        name=_initials(person),
        time=time,
        standing=Standing.OVER,
        holds=standing,
        has_died=person.died_on is not None,
    )


def _initials(person: Person) -> PersonName:
    name = PersonName(person.given_name, person.family_name, person.preferred_name)
    return initialled(name)


def _place(row: RetentionRow) -> tuple[int, str, str]:
    return _ORDER.index(row.standing), row.time.due_on.isoformat(), row.reference


def _status(row: DisposalRow | None) -> DisposalStatus | None:
    return row.status if row else None


def _waits(row: DisposalRow, known: set[str]) -> bool:
    return row.status in _WAITING and row.reference in known


def _disposals(look: Reading, rows: Sequence[Disposal]) -> list[DisposalRow]:
    asked = [one.proposed_by_id for one in rows]
    asked += [one.confirmed_by_id for one in rows if one.confirmed_by_id]
    posts = {key: one.name for key, one in look.get_many(Professional, asked).items()}
    return [
        DisposalRow(
            id=one.id,
            revision=one.revision,
            reference=one.reference,
            rule=one.rule,
            due_on=one.due_on,
            proposed_on=one.proposed_on,
            proposed_by=one.proposed_by_id,
            proposer=posts.get(one.proposed_by_id, ""),
            status=one.status,
            confirmed_on=one.confirmed_on,
            confirmer=posts.get(one.confirmed_by_id, "") if one.confirmed_by_id else "",
            way=one.way,
            signed_by=one.signed_by,
            reason=one.reason,
            done_at=one.done_at,
            rows=one.rows,
            journal_entries=one.journal_entries,
            kept=rules.read_kept(one.backups),
        )
        for one in rows
    ]
