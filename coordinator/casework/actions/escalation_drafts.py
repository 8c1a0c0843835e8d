"""Writing a draft inside another act: a barrier that is marked in the room loses nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.actions.escalation_records import (
    check_asking,
    entry_in,
    ladder,
)
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know import how_far
from coordinator.casework.need_to_know.sharing import check_may_be_told
from coordinator.db.models import Barrier, Escalation, Meeting, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.cases.leads import check_in_post
from coordinator.domain.errors import DuplicateRecordError, InvalidFieldsError
from coordinator.domain.escalations import clock, rules
from coordinator.domain.escalations.clock import Deadline
from coordinator.domain.escalations.rules import NewEscalation
from coordinator.domain.escalations.views import Drafted
from coordinator.domain.lists.barriers import EscalationOutcome, EscalationTrack
from coordinator.domain.lists.escalations import EscalationStep
from coordinator.domain.need_to_know.rule import strictest
from coordinator.domain.panel.settings import LadderLevel
from coordinator.domain.states import EscalationStatus, Sensitivity
from coordinator.reference.working_days import add_working_days, next_working_day

WORDS = ("authority", "ask", "recommendation", "agency_position", "impact", "risk_if_nothing")


def drafted(one: Escalation, until: Deadline | None) -> Drafted:
    """Give what an act that wrote a draft gives back, once it is written."""
    return Drafted(
        id=one.id,
        number=one.number,
        revision=one.revision,
        respond_by=one.respond_by,
        moved_from=until.asked if until is not None else None,
        bypasses_ladder=one.track is EscalationTrack.SAFEGUARDING,
    )


def draft_in(
    desk: Desk,
    tx: Transaction,
    new: NewEscalation,
    barrier: Barrier | None = None,
    previous: Escalation | None = None,
) -> tuple[Escalation, Deadline]:
    """Write a draft inside another act, which journals it and has checked whom it is about.

    Returns:
        The draft, and the day it asks an answer by.

    Raises:
        InvalidFieldsError: Its level is not on the ladder.
        GuardError: Its receiver has left, or must not be told about the person; as for
            `check_asking`.
        ReasonNeededError: As for `check_asking`.
        DuplicateRecordError: `open-escalation`: the barrier has one on this road already.
        MissingRecordError: No such receiver or meeting.
    """
    if barrier is not None:
        check_only_one(tx, new.track, barrier)
    levels = ladder(tx)
    level = _level(new, levels)
    role = new.receiver_role or _usual_role(new, level, levels)
    person = barrier.person_id if barrier is not None else new.person_id
    check_asking(desk, tx, new.track, person)
    if new.meeting_id is not None:
        tx.get(Meeting, new.meeting_id)
    until = usual_deadline(desk, new.track, level, levels, asked=new.respond_by)
    made = Escalation(
        id=desk.new_id(),
        number=tx.escalations.next_of_year(desk.today().year),
        person_id=person,
        barrier_id=barrier.id if barrier is not None else None,
        previous_id=previous.id if previous is not None else None,
        meeting_id=new.meeting_id,
        track=new.track,
        level=level,
        raised_on=desk.today(),
        raised_by_id=desk.sitter.professional,
        options=_options(new.options),
        respond_by=until.on,
        sensitivity=_sensitivity(tx, new, barrier),
        **receiver_columns(desk, tx, person, new.receiver_id, new.receiver, role),
        **{name: getattr(new, name).strip() for name in WORDS},
    )
    tx.add(made)
    tx.session.flush()  # its thread refers to it
    entry_in(tx, desk, made, EscalationStep.RAISED)
    return made, until


def check_only_one(
    tx: Reading, track: EscalationTrack, barrier: Barrier, *, beside: UUID | None = None
) -> None:
    """Refuse a second open escalation of a barrier on one road; `beside` is the one that may be.

    Raises:
        DuplicateRecordError: `open-escalation`.
    """
    for one in tx.escalations.of_barriers([barrier.id]):
        if one.id != beside and one.track is track and one.status in rules.STILL_OPEN:
            raise DuplicateRecordError("open-escalation", one.id)


def _usual_role(new: NewEscalation, level: int | None, levels: tuple[LadderLevel, ...]) -> str:
    """Say who is asked at a level, as the panel's ladder has it, while nobody is named."""
    if new.receiver_id is not None or new.receiver:
        return ""
    return next((one.receiver for one in levels if one.level == level), "")


def _sensitivity(look: Reading, new: NewEscalation, barrier: Barrier | None) -> Sensitivity:
    if barrier is None:
        return new.sensitivity
    return strictest(new.sensitivity, how_far.of_barriers(look, [barrier])[barrier.id])


def _level(new: NewEscalation, levels: tuple[LadderLevel, ...]) -> int | None:
    """Give the level asked for; else the first that asks somebody outside those who work on it."""
    level = new.level
    if level is None and new.track is EscalationTrack.BARRIER and levels:
        known = [one.level for one in levels]
        level = rules.FIRST_ASKED if rules.FIRST_ASKED in known else known[-1]
    rules.check_level(new.track, level, levels)
    return level


def usual_deadline(
    desk: Desk,
    track: EscalationTrack,
    level: int | None,
    levels: tuple[LadderLevel, ...],
    *,
    asked: date | None = None,
) -> Deadline:
    """Give the day to answer by: the one chosen, else what the level gives from today."""
    if asked is not None:
        return clock.deadline(track, asked, next_working_day)
    within = clock.days_to_answer(track, level, levels)
    usual = add_working_days(desk.today(), within)
    return Deadline(clock.deadline(track, usual, next_working_day).on)


def receiver_columns(
    desk: Desk, look: Reading, person: UUID | None, known: UUID | None, name: str, role: str
) -> dict[str, Any]:
    """Give the columns of the receiver: of somebody in the directory their name and job.

    Raises:
        GuardError: `professional-left`, `agency-not-told`.
        MissingRecordError: No such receiver.
    """
    if known is None:
        return {"receiver_id": None, "receiver": name.strip(), "receiver_role": role.strip()}
    someone = check_receiver(desk, look, person, known)
    role = role.strip() or someone.job
    return {"receiver_id": known, "receiver": someone.name, "receiver_role": role}


def check_receiver(desk: Desk, look: Reading, person: UUID | None, receiver: UUID) -> Professional:
    """Give the receiver, in post, of an agency that may be told.

    Raises:
        GuardError: `professional-left`, `agency-not-told`.
        MissingRecordError: No such receiver.
    """
    someone = look.get(Professional, receiver)
    check_in_post(someone.left_on, desk.today())
    check_may_be_told(look, person, [someone.agency_id, someone.id])
    return someone


def check_still_told(look: Reading, one: Escalation) -> None:
    """Refuse what is said to a receiver from whom the person is kept by now.

    Raises:
        GuardError: `agency-not-told`, `worker-not-told`.
    """
    if one.receiver_id is not None:
        someone = look.get(Professional, one.receiver_id)
        check_may_be_told(look, one.person_id, [someone.agency_id, someone.id])


def mark_in(desk: Desk, tx: Transaction, barrier: Barrier, meeting: UUID | None = None) -> None:
    """Write the draft of a barrier that is to be escalated, unless one stands already."""
    for one in tx.escalations.of_barriers([barrier.id]):
        if one.track is EscalationTrack.BARRIER and one.status in rules.STILL_OPEN:
            return
    draft_in(desk, tx, NewEscalation(barrier_id=barrier.id, meeting_id=meeting), barrier)


def withdraw_drafts_in(desk: Desk, tx: Transaction, barrier: Barrier, why: str) -> int:
    """Withdraw what was drafted for the ladder about a barrier and never sent; gives how many.

    For an act that takes the barrier off that road, and journals it.
    """
    drafts = [
        one
        for one in tx.escalations.of_barriers([barrier.id])
        if one.status is EscalationStatus.DRAFT and one.track is EscalationTrack.BARRIER
    ]
    for one in drafts:
        one.status, one.outcome = EscalationStatus.CLOSED, EscalationOutcome.WITHDRAWN
        one.closed_on = desk.today()
        entry_in(tx, desk, one, EscalationStep.CLOSED, [why])
    return len(drafts)


def check_words(fields: Mapping[str, Any], allowed: frozenset[str]) -> None:
    """Refuse fields a draft does not have.

    Raises:
        InvalidFieldsError: `unknown`.
    """
    if unknown := set(fields) - allowed:
        raise InvalidFieldsError(dict.fromkeys(unknown, "unknown"))


def _options(said: tuple[str, ...]) -> list[str]:
    return [one.strip() for one in said if one.strip()]
