"""A meeting whose minutes were taken on paper: that it was held is written down after it."""

from datetime import time
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.running import begin, end
from coordinator.db.models import Meeting
from coordinator.domain.errors import GuardError
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import ItemStatus


def record_held(
    desk: Desk, meeting_id: UUID, *, began_at: time, ended_at: time, statement_read: bool
) -> Done[int]:
    """Say that a meeting was held: begun, every line of its agenda taken, ended; as one act.

    Who came, what was said and what was decided are not in it.

    Args:
        desk: Where and by whom.
        meeting_id: Which.
        began_at: Local time.
        ended_at: Local time.
        statement_read: Whether the chair read the confidentiality statement at its start.

    Returns:
        How many lines were taken.

    Raises:
        GuardError: `meeting-not-yet`; `statement-not-read` when people were on its agenda.
        TransitionError: It was begun, is over or was cancelled.
        InvalidFieldsError: `ended_at` is `before-start`.
        MissingRecordError: No such meeting.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        begin(desk, tx, meeting, began_at)
        items = [one for one in tx.meetings.items(meeting_id) if one.status is ItemStatus.PLANNED]
        if statement_read:
            meeting.statement_read_at = began_at
            meeting.statement_read_by_id = meeting.chair_id
        elif any(one.person_id is not None for one in items):
            raise GuardError("statement-not-read")
        for one in items:
            one.status = ItemStatus.TAKEN
        end(meeting, ended_at)
        tx.journal("meeting.held_on_paper", record=meeting.id)
    return Done(len(items), tx.changes)
