"""What may be said outside the room: agreed for a person or a meeting, changed, ended."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import (
    check_may_be_told,
    living_person,
    shown_person,
)
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.db.models import CommsLine, Meeting, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.cases.leads import check_in_post
from coordinator.domain.errors import DuplicateRecordError, InvalidFieldsError
from coordinator.domain.meetings.rules import check_minutes_not_out
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.outcomes import Done
from coordinator.domain.people import comms as rules
from coordinator.domain.people.comms import COMMS_FIELDS, CommsRow, NewCommsLine
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.texts import is_blank


def agree_comms_line(desk: Desk, new: NewCommsLine) -> Done[UUID]:
    """Agree what may be said about somebody or about a meeting, by whom, and what not.

    Raises:
        InvalidFieldsError: It is about nobody and no meeting, says nothing, or nobody says it.
        DuplicateRecordError: `comms-line`: one stands already; it is changed or ended.
        GuardError: Who says it has left, or their agency must not be told; `person-died`; the
            minutes of the meeting have gone out; as `check_work` has it.
        ReasonNeededError: As `check_work` has it.
        MissingRecordError, WithheldError: No such person or meeting, or not theirs to see.
    """
    fields = {name: getattr(new, name) for name in sorted(COMMS_FIELDS)}
    rules.check_comms(fields)
    if new.person_id is None and new.meeting_id is None:
        raise InvalidFieldsError({"person_id": "required"})
    with desk.act(Right.RUN_MEETINGS) as tx:
        if new.person_id is not None:
            living_person(desk, tx, new.person_id)
        _check_said(desk, tx, new.person_id, new.may_say)
        _check_minutes_not_out(tx, new.meeting_id)
        _check_speaker(desk, tx, new.said_by_id, new.person_id)
        _check_only_one(tx, new)
        line = CommsLine(
            id=desk.new_id(),
            person_id=new.person_id,
            meeting_id=new.meeting_id,
            agreed_on=desk.today(),
            sensitivity=new.sensitivity,
            **_tidied(fields),
        )
        tx.add(line)
        tx.journal("comms.agreed", record=line.id, scope=line.person_id)
    return Done(line.id, tx.changes)


def change_comms_line(desk: Desk, comms_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change what may be said, what not, or by whom; gives the new revision.

    Raises:
        InvalidFieldsError: `unknown` field, or it would say nothing.
        GuardError: `comms-ended`; who says it has left or must not be told; the minutes of its
            meeting have gone out: it is ended, and agreed anew; `person-died`; as `check_work`
            has it.
        ReasonNeededError: As `check_work` has it.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such line, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        line = _shown_line(desk, tx, comms_id)
        if line.person_id is not None:
            living_person(desk, tx, line.person_id)
        rules.check_stands(line.ended_on)
        _check_minutes_not_out(tx, line.meeting_id)
        kept = {name: getattr(line, name) for name in COMMS_FIELDS}
        rules.check_comms({**kept, **fields})
        _check_speaker(desk, tx, fields.get("said_by_id"), line.person_id)
        _check_said(desk, tx, line.person_id, fields.get("may_say", ""))
        put(tx, line, seen=seen, fields=_tidied(fields))
        tx.journal("comms.changed", record=line.id, scope=line.person_id)
    return Done(line.revision, tx.changes)


def end_comms_line(desk: Desk, comms_id: UUID, *, seen: int, reason: str) -> Done[int]:
    """Say that a line no longer holds, and why; gives the new revision.

    Raises:
        ReasonNeededError: No reason.
        GuardError: `comms-ended`.
        StaleRecordError: Somebody else ended it meanwhile.
        MissingRecordError, WithheldError: No such line, or not theirs to see.
    """
    need_reason(reason, "comms-ended")
    with desk.act(Right.RUN_MEETINGS) as tx:
        line = _shown_line(desk, tx, comms_id)
        rules.check_stands(line.ended_on)
        why = reason.strip()
        put(tx, line, seen=seen, fields={"ended_on": desk.today(), "end_reason": why})
        tx.journal("comms.ended", record=line.id, scope=line.person_id, reason=why)
    return Done(line.revision, tx.changes)


def find_comms_about(
    desk: Desk, people: Collection[UUID], *, reader: Reader | None = None
) -> Mapping[UUID, tuple[CommsRow, ...]]:
    """Give what may be said about these people, what no longer holds included."""
    with desk.read(reader=reader) as look:
        rows: dict[UUID, tuple[CommsRow, ...]] = {}
        for row in comms_rows(desk, look, look.voice.comms_of_people(people), reader):
            if row.person_id is not None:
                rows[row.person_id] = (*rows.get(row.person_id, ()), row)
        return rows


def find_comms_of_meeting(
    desk: Desk, meeting_id: UUID, *, reader: Reader | None = None
) -> tuple[CommsRow, ...]:
    """Give what was agreed at a meeting that may be said outside, about it and about people.

    Raises:
        MissingRecordError: No such meeting.
    """
    with desk.read(reader=reader) as look:
        look.get(Meeting, meeting_id)
        return comms_rows(desk, look, look.voice.comms_of_meeting(meeting_id), reader)


def comms_rows(
    desk: Desk, look: Reading, found: Sequence[CommsLine], reader: Reader | None = None
) -> tuple[CommsRow, ...]:
    """Describe lines in the order given, as far as the reader may see whom they are about."""
    sight = sight_of(desk, look, (one.person_id for one in found), reader)
    posts = look.get_many(Professional, [one.said_by_id for one in found if one.said_by_id])
    return tuple(_row(one, posts) for one in found if sight.sees(one.person_id))


def standing_about(desk: Desk, look: Reading, person: UUID | None) -> CommsRow | None:
    """Give what may be said about somebody now, inside a larger read."""
    if person is None:
        return None
    return _standing(comms_rows(desk, look, look.voice.comms_of_people([person])))


def standing_at(desk: Desk, look: Reading, meeting: UUID) -> CommsRow | None:
    """Give what may be said about a meeting itself, inside a larger read."""
    rows = comms_rows(desk, look, look.voice.comms_of_meeting(meeting))
    return _standing([one for one in rows if one.person_id is None])


def _standing(rows: Sequence[CommsRow]) -> CommsRow | None:
    return next((one for one in reversed(rows) if one.stands), None)


def _row(line: CommsLine, posts: Mapping[UUID, Professional]) -> CommsRow:
    post = posts.get(line.said_by_id) if line.said_by_id else None
    return CommsRow(
        id=line.id,
        revision=line.revision,
        person_id=line.person_id,
        meeting_id=line.meeting_id,
        agreed_on=line.agreed_on,
        may_say=line.may_say,
        not_say=line.not_say,
        said_by_id=line.said_by_id,
        said_by=post.name if post else line.said_by,
        ended_on=line.ended_on,
        end_reason=line.end_reason,
    )


def _check_only_one(tx: Transaction, new: NewCommsLine) -> None:
    """Refuse a second line about the same person, or about the same meeting itself."""
    if new.person_id is not None:
        found: Sequence[CommsLine] = tx.voice.comms_of_people([new.person_id])
    else:
        lines = tx.voice.comms_of_meeting(new.meeting_id) if new.meeting_id else ()
        found = [one for one in lines if one.person_id is None]
    standing = next((one for one in found if one.ended_on is None), None)
    if standing is not None:
        raise DuplicateRecordError("comms-line", standing.id)


def _check_minutes_not_out(tx: Transaction, meeting: UUID | None) -> None:
    """Keep minutes that have gone out as they went: what they say is ended, and agreed anew."""
    if meeting is not None:
        check_minutes_not_out(tx.get(Meeting, meeting).status)


def _check_said(desk: Desk, tx: Transaction, person: UUID | None, may_say: str) -> None:
    """Ask for a basis before something is to be told of somebody.

    A line of what must not be said only protects them, and waits for nothing.
    """
    if not is_blank(may_say):
        check_work(desk, tx, person)


def _check_speaker(desk: Desk, tx: Transaction, who: UUID | None, person: UUID | None) -> None:
    if who is None:
        return
    post = tx.get(Professional, who)
    check_in_post(post.left_on, desk.today())
    check_may_be_told(tx, person, [post.agency_id, post.id])


def _tidied(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.strip() if isinstance(value, str) else value for name, value in fields.items()
    }


def _shown_line(desk: Desk, tx: Transaction, comms_id: UUID) -> CommsLine:
    line = tx.get(CommsLine, comms_id)
    if line.person_id is not None:
        shown_person(desk, tx, line.person_id)
    return line
