"""When somebody stops taking part: what is done, step by step, before anybody lets go."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coordinator.casework.actions.agreeing import owner_in_post
from coordinator.casework.cases.phases import case_under_way
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import check_may_be_told, living_person
from coordinator.casework.panel.lines import lines_of
from coordinator.db.models import Protocol, ProtocolStep
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.cases import protocols as rules
from coordinator.domain.cases.protocols import PlannedStep
from coordinator.domain.errors import DuplicateRecordError, GuardError, InvalidFieldsError
from coordinator.domain.lists.panel import Topic
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import ProtocolStatus
from coordinator.reference.working_days import next_working_day


@dataclass(frozen=True, slots=True)
class Started:
    """A protocol that begins, and its steps with the days they were given."""

    protocol: UUID
    steps: tuple[PlannedStep, ...]


def plan_protocol(desk: Desk) -> tuple[PlannedStep, ...]:
    """Show the panel's steps with the days they would have if it began today."""
    with desk.read() as look:
        return _planned(look, desk.today())


def start_protocol(desk: Desk, case_id: UUID, *, why: str) -> Done[Started]:
    """Begin the panel's disengagement protocol; the case stays as it is.

    Dates that fall on a weekend or bank holiday move to the next day offices are open; the
    result says which.

    Raises:
        InvalidFieldsError: Nobody said why.
        GuardError: `no-protocol-steps`, `case-closed`, `person-died`.
        DuplicateRecordError: `protocol`: one runs already.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        case = case_under_way(desk, tx, case_id)
        steps = _planned(tx, desk.today())
        rules.check_start(why, steps)
        if standing := tx.protocols.running_of(case.person_id):
            raise DuplicateRecordError("protocol", standing.id)
        protocol = Protocol(
            id=desk.new_id(),
            person_id=case.person_id,
            case_id=case.id,
            started_on=desk.today(),
            started_by_id=desk.sitter.professional,
            why=why.strip(),
        )
        tx.add(protocol)
        tx.session.flush()
        for rank, step in enumerate(steps):
            tx.add(_step(desk, protocol, rank, step))
        tx.journal("protocol.started", record=protocol.id, scope=case.person_id, reason=why)
    return Done(Started(protocol.id, steps), tx.changes)


def arrange_step(
    desk: Desk, step_id: UUID, *, seen: int, owner_id: UUID | None, due_on: date
) -> Done[date]:
    """Say who takes a step and by when; gives the day, moved on when offices are closed.

    Raises:
        InvalidFieldsError: The day has passed.
        GuardError: `protocol-ended`, `step-done`, `person-died`; the owner has left or may not
            be told.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such step, or the person is not theirs to see.
    """
    if due_on < desk.today():
        raise InvalidFieldsError({"due_on": "in-the-past"})
    due = next_working_day(due_on)
    with desk.act(Right.EDIT_PLAN) as tx:
        step, _protocol = _open_step(desk, tx, step_id)
        if owner_id is not None:
            owner = owner_in_post(tx, owner_id, desk.today())
            check_may_be_told(tx, step.person_id, [owner.agency_id, owner.id])
        put(tx, step, seen=seen, fields={"owner_id": owner_id, "due_on": due})
        tx.journal("protocol.step_arranged", record=step.id, scope=step.person_id)
    return Done(due, tx.changes)


def take_step(desk: Desk, step_id: UUID, *, note: str, done_on: date | None = None) -> Done[int]:
    """Say that a step was taken and what came of it; gives how many are left.

    Raises:
        InvalidFieldsError: Nobody said what came of it, or the day cannot be.
        GuardError: `protocol-ended`, `step-done`, `person-died`.
        MissingRecordError, WithheldError: No such step, or the person is not theirs to see.
    """
    on = done_on or desk.today()
    with desk.act(Right.LOG_CONTACTS) as tx:
        step, protocol = _open_step(desk, tx, step_id)
        rules.check_step(note, on, started_on=protocol.started_on, today=desk.today())
        step.done_on, step.done_by_id, step.note = on, desk.sitter.professional, note.strip()
        left = sum(one.done_on is None for one in tx.protocols.steps_of([protocol.id]))
        tx.journal("protocol.step_taken", record=step.id, scope=step.person_id)
    return Done(left, tx.changes)


def end_protocol(
    desk: Desk, protocol_id: UUID, how: ProtocolStatus, *, note: str = ""
) -> Done[None]:
    """End it: back in touch, every step done, or stopped for a reason. It closes no case.

    Raises:
        TransitionError: It has ended.
        GuardError: `protocol-steps-open`, with how many; `person-died`.
        InvalidFieldsError: It is stopped and nobody said why.
        MissingRecordError, WithheldError: No such protocol, or the person is not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        protocol = tx.get(Protocol, protocol_id)
        living_person(desk, tx, protocol.person_id)
        steps = tx.protocols.steps_of([protocol_id])
        left = sum(step.done_on is None for step in steps)
        rules.check_end(protocol.status, how, note, left)
        protocol.status, protocol.ended_on = how, desk.today()
        protocol.ended_by_id, protocol.end_note = desk.sitter.professional, note.strip()
        act = f"protocol.{how.value}"
        tx.journal(act, record=protocol.id, scope=protocol.person_id, reason=note)
    return Done(None, tx.changes)


def _planned(look: Reading, start: date) -> tuple[PlannedStep, ...]:
    lines = lines_of(look, Topic.PROTOCOL)[Topic.PROTOCOL]
    return rules.plan_steps(lines, start, next_working_day)


def _step(desk: Desk, protocol: Protocol, rank: int, step: PlannedStep) -> ProtocolStep:
    return ProtocolStep(
        id=desk.new_id(),
        protocol_id=protocol.id,
        person_id=protocol.person_id,
        rank=rank,
        text=step.text,
        due_on=step.due_on,
    )


def _open_step(desk: Desk, tx: Transaction, step_id: UUID) -> tuple[ProtocolStep, Protocol]:
    step = tx.get(ProtocolStep, step_id)
    living_person(desk, tx, step.person_id)
    protocol = tx.get(Protocol, step.protocol_id)
    rules.check_running(protocol.status)
    if step.done_on is not None:
        raise GuardError("step-done")
    return step, protocol
