"""Minutes stay as they went out, whatever becomes of the actions in them."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from coordinator.casework.actions.agreeing import move_due_date
from coordinator.casework.actions.outcomes import Occasion, reopen_action, set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.discussions import take_item
from coordinator.casework.meetings.minutes import approve_minutes, draft_minutes, issue_minutes
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import close_meeting
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.meetings.views import ReportedAction
from coordinator.domain.states import ActionStatus
from tests.meetings import NOON, add_action, add_case, items_of, opened_meeting
from tests.stores import TODAY, Clock

BARRIER = BarrierCategory.HOUSING_NONE_SUITABLE


def test_approved_minutes_keep_the_actions_outstanding_as_they_stood(
    desk: Desk, chair: Desk, series: UUID, clock: Clock
) -> None:
    person, _ = add_case(desk, "Anna", next_review_on=TODAY + timedelta(days=7))
    late, new = TODAY - timedelta(days=9), TODAY + timedelta(days=14)
    moved, stuck = (add_action(desk, person, late, number) for number in ("A26-1", "A26-2"))
    meeting = opened_meeting(desk, series=series)
    move_due_date(desk, moved, seen=1, to=TODAY + timedelta(days=7), reason="No bed yet.")
    words = Outcome(ActionStatus.COULD_NOT, barrier=BARRIER, barrier_details="No bed.")
    set_outcome(desk, stuck, words, seen=1, occasion=Occasion(meeting_id=meeting))
    for item in items_of(desk, meeting):
        take_item(desk, item.id)
    close_meeting(desk, meeting, at=NOON)
    draft_minutes(desk, meeting)
    issue_minutes(desk, meeting)
    approve_minutes(chair, meeting)
    before = read_meeting(desk, meeting).outstanding
    (row,) = before.not_done
    assert (row.action.due_on, row.action.moved) == (TODAY + timedelta(days=7), 1)
    assert [one.action.status for one in before.could_not] == [ActionStatus.COULD_NOT]

    clock.move(days=2)
    move_due_date(desk, moved, seen=2, to=new, reason="Still no bed.")
    reopen_action(desk, stuck, seen=2, reason="A bed came up.")
    after = read_meeting(desk, meeting).outstanding
    assert [told(one) for one in after.not_done] == [told(one) for one in before.not_done]
    assert [told(one) for one in after.could_not] == [told(one) for one in before.could_not]


def test_what_is_reported_on_the_day_after_the_minutes_went_out_is_for_the_next_ones(
    desk: Desk, series: UUID
) -> None:
    person, _ = add_case(desk, "Anna", next_review_on=TODAY + timedelta(days=7))
    action = add_action(desk, person, TODAY - timedelta(days=9), "A26-1")
    meeting = opened_meeting(desk, series=series)
    said_there = Outcome(ActionStatus.IN_PROGRESS, note="The form is filled in.")
    set_outcome(desk, action, said_there, seen=1, occasion=Occasion(meeting_id=meeting))
    for item in items_of(desk, meeting):
        take_item(desk, item.id)
    close_meeting(desk, meeting, at=NOON)
    draft_minutes(desk, meeting)
    issue_minutes(desk, meeting)
    before = read_meeting(desk, meeting).outstanding
    done = Outcome(ActionStatus.DONE, note="Sent off.", done_on=TODAY)
    set_outcome(desk, action, done, seen=2)
    after = read_meeting(desk, meeting).outstanding
    assert [one.note for one in before.going_on] == ["The form is filled in."]
    assert [told(one) for one in after.going_on] == [told(one) for one in before.going_on]
    assert after.done == ()


def told(reported: ReportedAction) -> ReportedAction:
    """Leave out what belongs to the record and not to the minutes."""
    return replace(reported, action=replace(reported.action, revision=0, barrier=None))
