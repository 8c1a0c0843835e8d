"""What stopped an action stands in approved minutes as it was said then."""

from uuid import UUID

import pytest

from coordinator.casework.actions.barriers import describe_barrier
from coordinator.casework.actions.outcomes import Occasion, reopen_action, set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.discussions import take_item
from coordinator.casework.meetings.minutes import approve_minutes, draft_minutes, issue_minutes
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import close_meeting
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.states import ActionStatus
from tests.meetings import NOON, add_action, add_case, opened_meeting
from tests.stores import TODAY, Clock

DEBT = BarrierCategory.DEBT
NO_BED = Outcome(
    ActionStatus.COULD_NOT,
    barrier=BarrierCategory.HOUSING_NONE_SUITABLE,
    barrier_details="No bed",
)


@pytest.fixture
def action(desk: Desk) -> UUID:
    person, _case = add_case(desk, "Tomos", next_review_on=TODAY)
    return add_action(desk, person, TODAY)


def test_later_words_about_a_barrier_leave_approved_minutes_alone(
    desk: Desk, chair: Desk, action: UUID, clock: Clock
) -> None:
    meeting = opened_meeting(desk)
    for entry in read_agenda(desk, meeting).entries:
        take_item(desk, entry.id)
    set_outcome(desk, action, NO_BED, seen=1, occasion=Occasion(meeting_id=meeting))
    close_meeting(desk, meeting, at=NOON)
    draft_minutes(desk, meeting)
    issue_minutes(desk, meeting)
    approve_minutes(chair, meeting)
    before = read_meeting(desk, meeting).outstanding.could_not
    barrier = before[0].action.barrier
    assert barrier is not None
    assert (barrier.category, barrier.description) == (NO_BED.barrier, "No bed")

    clock.move(days=7)
    describe_barrier(desk, barrier.id, seen=1, description="Something else", category=DEBT)
    reopen_action(desk, action, seen=2, reason="Again")
    again = Outcome(ActionStatus.COULD_NOT, barrier=DEBT, barrier_details="Owes rent")
    set_outcome(desk, action, again, seen=3)
    after = read_meeting(desk, meeting).outstanding.could_not
    assert [one.action.barrier for one in after] == [barrier]
