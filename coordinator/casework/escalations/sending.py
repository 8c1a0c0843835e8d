"""Letting an escalation out, and waiting: chasing, acknowledgements, notes of what was said."""

from datetime import date
from uuid import UUID

from coordinator.casework.actions.escalation_drafts import check_receiver, check_still_told
from coordinator.casework.actions.escalation_records import (
    asking_escalation,
    entry_in,
    shown_escalation,
)
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.db.models import Escalation
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.escalations import rules
from coordinator.domain.escalations.clock import Deadline, deadline
from coordinator.domain.escalations.views import Sent
from coordinator.domain.lists.barriers import EscalationTrack
from coordinator.domain.lists.escalations import EscalationStep
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import EscalationStatus
from coordinator.domain.texts import is_blank
from coordinator.reference.working_days import next_working_day


def send_escalation(
    desk: Desk,
    escalation_id: UUID,
    *,
    seen: int,
    respond_by: date | None = None,
    on: date | None = None,
) -> Done[Sent]:
    """Note that it was sent; the program itself sends nothing.

    Args:
        desk: Where and by whom.
        escalation_id: Which.
        seen: The revision that was shown.
        respond_by: Another day to answer by than the draft's; on a day offices are closed it
            becomes the next one they are open, and the result says so.
        on: The day it went out; today when empty.

    Raises:
        InvalidFieldsError: Its receiver, its exact ask or its day to answer is missing; that day
            is before it went out; it went out on a day to come, or before it was raised.
        GuardError: The receiver has left, or must not be told about the person; `person-died`.
        TransitionError: It has been sent.
        StaleRecordError: It says something else than what was shown.
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        found = asking_escalation(desk, tx, escalation_id, seen=seen)  # as it was read
        rules.check_sending(found.status)
        until = _until(found, respond_by)
        sent_on = on or desk.today()
        rules.check_sent_on(sent_on, found.raised_on, desk.today())
        day = rules.check_ready(
            receiver=found.receiver,
            ask=found.ask,
            respond_by=until.on if until else None,
            sent_on=sent_on,
        )
        if found.receiver_id is not None:
            check_receiver(desk, tx, found.person_id, found.receiver_id)
        found.status, found.sent_on, found.respond_by = EscalationStatus.SENT, sent_on, day
        entry_in(tx, desk, found, EscalationStep.SENT, [found.receiver, found.ask], on=sent_on)
        tx.journal("escalation.sent", record=found.id, scope=found.person_id)
    sent = Sent(
        revision=found.revision,
        sent_on=sent_on,
        respond_by=day,
        moved_from=until.asked if until else None,
        bypasses_ladder=found.track is EscalationTrack.SAFEGUARDING,
    )
    return Done(sent, tx.changes)


def chase_escalation(
    desk: Desk, escalation_id: UUID, *, text: str = "", on: date | None = None
) -> Done[UUID]:
    """Note that an answer was chased, and what was said.

    Raises:
        GuardError: `nothing-awaited`; `person-died`; `agency-not-told`, `worker-not-told`: whoever
            was asked must not be told about the person any more.
        InvalidFieldsError: On a day to come, or before it was sent.
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        found = asking_escalation(desk, tx, escalation_id)
        rules.check_awaiting(found.status)
        rules.check_day("happened_on", on or desk.today(), found.sent_on, desk.today())
        check_still_told(tx, found)
        entry = entry_in(tx, desk, found, EscalationStep.CHASED, [text], on=on)
        tx.journal("escalation.chased", record=found.id, scope=found.person_id)
    return Done(entry.id, tx.changes)


def note_on_escalation(
    desk: Desk, escalation_id: UUID, *, text: str, on: date | None = None
) -> Done[UUID]:
    """Write a line into the thread, whatever its status.

    Raises:
        InvalidFieldsError: Nothing was said, or on a day to come.
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    if is_blank(text):
        raise InvalidFieldsError({"text": "required"})
    with desk.act(Right.RUN_MEETINGS) as tx:
        found = shown_escalation(desk, tx, escalation_id)
        rules.check_day("happened_on", on or desk.today(), None, desk.today())
        entry = entry_in(tx, desk, found, EscalationStep.NOTE, [text], on=on)
        tx.journal("escalation.noted", record=found.id, scope=found.person_id)
    return Done(entry.id, tx.changes)


def acknowledge_escalation(
    desk: Desk, escalation_id: UUID, *, seen: int, on: date | None = None
) -> Done[int]:
    """Note that the receiver says they have it; the clock runs on. Gives the new revision.

    Raises:
        TransitionError: It was not sent, or is past that.
        InvalidFieldsError: On a day to come, or before it was sent.
        StaleRecordError: Somebody else changed it meanwhile.
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        found = shown_escalation(desk, tx, escalation_id)
        rules.check_move(found.status, EscalationStatus.ACKNOWLEDGED)
        heard_on = on or desk.today()
        rules.check_day("acknowledged_on", heard_on, found.sent_on, desk.today())
        fields = {"status": EscalationStatus.ACKNOWLEDGED, "acknowledged_on": heard_on}
        put(tx, found, seen=seen, fields=fields)
        entry_in(tx, desk, found, EscalationStep.ACKNOWLEDGED, on=heard_on)
        tx.journal("escalation.acknowledged", record=found.id, scope=found.person_id)
    return Done(found.revision, tx.changes)


def _until(found: Escalation, chosen: date | None) -> Deadline | None:
    on = chosen or found.respond_by
    return deadline(found.track, on, next_working_day) if on is not None else None
