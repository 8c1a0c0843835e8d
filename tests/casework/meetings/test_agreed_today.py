"""What a meeting has just agreed can be put right without a fuss, until somebody builds on it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action, move_due_date
from coordinator.casework.actions.barriers import escalate_barrier, find_barriers, identify_barrier
from coordinator.casework.actions.lists import read_action
from coordinator.casework.actions.outcomes import Occasion, report_action, set_outcome
from coordinator.casework.actions.passing_on import TakenOver
from coordinator.casework.desk import Desk
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.meetings.agreed_today import (
    agree_anew,
    pass_on_at_meeting,
    take_out_action,
    take_out_decision,
)
from coordinator.casework.meetings.decisions import Decided, record_decision, supersede_decision
from coordinator.casework.meetings.discussions import take_item
from coordinator.casework.meetings.minutes import draft_minutes, issue_minutes
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import close_meeting
from coordinator.casework.records.undoing import undo_act
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    StaleRecordError,
    TransitionError,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.states import ActionStatus, BarrierStatus
from tests.meetings import NOON, add_case, add_seats, items_of, keep_from, opened_meeting
from tests.meetings import add_action as open_action
from tests.stores import HEALTH, NURSE, TODAY, WORKER

FRIDAY = TODAY + timedelta(days=1)


@dataclass
class Room:
    desk: Desk
    person: UUID
    standing: UUID
    meeting: UUID
    item: UUID

    def agree(self, text: str = "Ring the surgrey") -> UUID:
        new = NewAction(text, WORKER, FRIDAY, person_id=self.person, meeting_id=self.meeting)
        return add_action(self.desk, new).result

    def decide(self) -> UUID:
        decided = Decided("Keep the tenancy", "All agree", DecidedHow.CHAIR)
        return record_decision(self.desk, self.item, decided).result


@pytest.fixture
def room(desk: Desk) -> Room:
    add_seats(desk)
    person, _case = add_case(desk)
    standing = open_action(desk, person, TODAY)
    meeting = opened_meeting(desk)
    item = next(one.id for one in items_of(desk, meeting) if one.person_id == person)
    return Room(desk, person, standing, meeting, item)


def test_a_slip_in_what_was_just_agreed_is_put_right_and_keeps_its_number(room: Room) -> None:
    action = room.agree()
    before = read_action(room.desk, action).row
    to = TODAY + timedelta(days=7)
    agree_anew(
        room.desk, action, seen=before.revision, text="Ring the surgery", owner_id=NURSE, due_on=to
    )
    story = read_action(room.desk, action)
    assert (story.row.text, story.row.owner.id, story.row.owner.agency) == (
        "Ring the surgery",
        NURSE,
        "Kerrow Mental Health",
    )
    assert (story.row.due_on, story.row.original_due_on) == (to, to)
    assert (story.row.number, story.row.moved, story.moves) == (before.number, 0, ())
    (said,) = read_live_item(room.desk, room.meeting, room.item).record.actions
    assert (said.text, said.due_on) == ("Ring the surgery", to)


def test_what_was_reported_on_or_moved_is_no_slip_any_more(room: Room) -> None:
    reported, moved = room.agree(), room.agree("Write to the court")
    report_action(room.desk, reported, "Rang twice.")
    move_due_date(room.desk, moved, seen=1, to=TODAY + timedelta(days=9), reason="Court is shut.")
    for action in (reported, moved):
        seen = read_action(room.desk, action).row.revision
        with pytest.raises(GuardError, match="action-reported-on"):
            agree_anew(room.desk, action, seen=seen, text="Something else")
        with pytest.raises(GuardError, match="action-reported-on"):
            take_out_action(room.desk, action, seen=seen)


def test_what_was_agreed_before_the_meeting_is_not_put_right_here(room: Room) -> None:
    with pytest.raises(GuardError, match="not-agreed-here"):
        agree_anew(room.desk, room.standing, seen=1, text="Something else")


def test_it_cannot_be_given_to_whom_must_not_be_told_nor_lose_its_words(room: Room) -> None:
    action = room.agree()
    keep_from(room.desk, room.person, HEALTH)
    with pytest.raises(GuardError, match="agency-not-told"):
        agree_anew(room.desk, action, seen=1, owner_id=NURSE)
    for wrong in ({"text": " "}, {"due_on": None}, {"due_on": TODAY - timedelta(days=1)}):
        with pytest.raises(InvalidFieldsError):
            agree_anew(room.desk, action, seen=1, **wrong)
    assert read_action(room.desk, action).row.owner.id == WORKER


def test_two_who_put_the_same_words_right_are_told(room: Room) -> None:
    action = room.agree()
    agree_anew(room.desk, action, seen=1, text="Ring the surgery")
    with pytest.raises(StaleRecordError):
        agree_anew(room.desk, action, seen=1, text="Ring the dentist")
    agree_anew(room.desk, action, seen=1, due_on=TODAY)
    assert read_action(room.desk, action).row.text == "Ring the surgery"


def test_what_was_not_agreed_after_all_goes_and_its_number_with_it(room: Room) -> None:
    first = room.agree()
    number = read_action(room.desk, first).row.number
    done = take_out_action(room.desk, first, seen=1)
    assert read_live_item(room.desk, room.meeting, room.item).record.actions == ()
    second = read_action(room.desk, room.agree()).row.number
    assert int(second.split("/")[1]) > int(number.split("/")[1])
    assert done.changes.act is not None
    undo_act(room.desk, done.changes.act)
    assert len(read_live_item(room.desk, room.meeting, room.item).record.actions) == 2


def test_a_decision_that_was_not_made_goes_unless_it_took_the_place_of_another(
    room: Room,
) -> None:
    first = room.decide()
    decided = Decided("End the tenancy", "Arrears", DecidedHow.CHAIR)
    second = supersede_decision(room.desk, first, room.item, decided).result
    for decision in (first, second):
        seen = {one.id: one.revision for one in _decisions(room)}[decision]
        with pytest.raises(TransitionError):
            take_out_decision(room.desk, decision, seen=seen)
    third = room.decide()
    take_out_decision(room.desk, third, seen=1)
    assert {one.id for one in _decisions(room)} == {first, second}


def test_minutes_that_went_out_are_not_put_right_like_this(room: Room) -> None:
    action = room.agree()
    close_meeting(room.desk, room.meeting, at=NOON)
    agree_anew(room.desk, action, seen=1, text="Ring the surgery")  # still being written
    for item in read_meeting(room.desk, room.meeting).items:
        if item.entry.status.value == "planned":
            take_item(room.desk, item.entry.id)
    draft_minutes(room.desk, room.meeting)
    issue_minutes(room.desk, room.meeting)
    with pytest.raises(GuardError, match="minutes-issued"):
        agree_anew(room.desk, action, seen=2, text="Something else")


def test_passed_on_at_a_meeting_stands_in_its_minutes(room: Room) -> None:
    new = TakenOver(NURSE, "She sees him weekly.")
    pass_on_at_meeting(room.desk, room.standing, new, seen=1, meeting_id=room.meeting)
    item = read_live_item(room.desk, room.meeting, room.item)
    statuses = {row.id: row.status for row in item.open_actions}
    assert statuses.pop(room.standing) is ActionStatus.TRANSFERRED
    assert list(statuses.values()) == [ActionStatus.OPEN]
    assert room.standing in item.settled


def test_an_action_done_at_the_meeting_stays_in_sight_with_its_outcome(room: Room) -> None:
    done = Outcome(ActionStatus.DONE, done_on=TODAY)
    set_outcome(room.desk, room.standing, done, seen=1, occasion=Occasion(meeting_id=room.meeting))
    item = read_live_item(room.desk, room.meeting, room.item)
    assert [(row.id, row.status) for row in item.open_actions] == [
        (room.standing, ActionStatus.DONE)
    ]
    assert item.settled == {room.standing}


def test_what_an_agency_wrote_before_the_meeting_is_not_yet_said_in_the_room(room: Room) -> None:
    report_action(room.desk, room.standing, "Rang twice.")
    assert read_live_item(room.desk, room.meeting, room.item).settled == frozenset()


def test_a_barrier_is_to_be_escalated_once(room: Room) -> None:
    new = NewBarrier(BarrierCategory.MH_THRESHOLD, person_id=room.person)
    barrier = identify_barrier(room.desk, new).result
    revision = escalate_barrier(room.desk, barrier, seen=1).result
    (found,) = find_barriers(room.desk, [room.person])[room.person]
    assert found.status is BarrierStatus.ESCALATED
    with pytest.raises(TransitionError):
        escalate_barrier(room.desk, barrier, seen=revision)


def _decisions(room: Room):  # type: ignore[no-untyped-def]
    return read_live_item(room.desk, room.meeting, room.item).record.decisions
