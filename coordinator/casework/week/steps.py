"""Ticking what leaves no trace in the store: asked, sent, handed over."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.models import Meeting, WeekStepTick
from coordinator.db.transaction import Transaction
from coordinator.domain.lists.weeks import WeekStep
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.week.steps import check_tick


def tick_step(desk: Desk, meeting_id: UUID, step: WeekStep) -> Done[None]:
    """Note that a step was done outside the program, by whom and when.

    One that is ticked again counts from now on: papers go out again after a move.

    Raises:
        InvalidFieldsError: `step` is `not-in-list`: the store knows by itself.
        GuardError: `meeting-cancelled`.
        MissingRecordError: No such meeting.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        check_tick(step, tx.get(Meeting, meeting_id).status)
        _take_back(tx, meeting_id, step)
        tick = WeekStepTick(
            id=desk.new_id(),
            meeting_id=meeting_id,
            step=step,
            ticked_at=desk.now(),
            ticked_by_id=desk.sitter.professional,
        )
        tx.add(tick)
        tx.journal("week.step_ticked", record=tick.id)
    return Done(None, tx.changes)


def untick_step(desk: Desk, meeting_id: UUID, step: WeekStep) -> Done[None]:
    """Take a tick back; nothing happens when there is none.

    Raises:
        InvalidFieldsError: `step` is `not-in-list`.
        GuardError: `meeting-cancelled`.
        MissingRecordError: No such meeting.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        check_tick(step, meeting.status)
        _take_back(tx, meeting_id, step)
        tx.journal("week.step_unticked", record=meeting.id)
    return Done(None, tx.changes)


def _take_back(tx: Transaction, meeting: UUID, step: WeekStep) -> None:
    for tick in tx.week.ticks([meeting]):
        if tick.step is step:
            tick.removed = True
