"""Escalating in the room: two keys, one line, the receiver proposed and the day worked out."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel

from coordinator.casework.actions.barriers import find_barriers, identify_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.escalations.answering import answer_escalation, close_escalation
from coordinator.casework.escalations.raising import raise_escalation
from coordinator.casework.escalations.reading import find_escalations
from coordinator.casework.escalations.sending import send_escalation
from coordinator.casework.records.drafts import read_drafts
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.escalations.rules import Effect, NewEscalation, Reply
from coordinator.domain.escalations.views import EscalationFilter
from coordinator.domain.lists.barriers import BarrierCategory, EscalationOutcome
from coordinator.domain.lists.escalations import EscalationEffect
from coordinator.domain.states import BarrierStatus, EscalationStatus
from coordinator.ui.kit import theme
from coordinator.ui.screens.live_meeting.escalating import part as escalating
from coordinator.ui.screens.live_meeting.head import part as head
from coordinator.ui.screens.live_meeting.outcomes import part as outcomes
from coordinator.ui.screens.live_meeting.question_row import QuestionRow
from tests.meetings import add_case, add_seats, items_of, opened_meeting
from tests.stores import TODAY, store
from tests.ui.live_meeting.live_parts import MeetingOn, OpenRoom, meeting_on, open_room

__all__ = ["store"]
ENTER, ESCAPE, UP = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up
COULD_NOT = ("4", "2", ENTER, UP)
ASK = "Take the dog, or say who can"


@pytest.fixture
def on(desk: Desk) -> MeetingOn:
    return meeting_on(desk)


@pytest.fixture
def room(on: MeetingOn, look: theme.Look, qapp: QApplication) -> Iterator[OpenRoom]:
    del look, qapp
    with open_room(on, [outcomes.build, escalating.build]) as made:
        made.do("Open actions")
        made.press(*COULD_NOT)
        yield made


def question(room: OpenRoom) -> QuestionRow:
    widget = room.parts[1].widget
    assert isinstance(widget, QuestionRow)
    return widget


def barrier_status(on: MeetingOn) -> BarrierStatus:
    return find_barriers(on.desk, [on.person])[on.person][0].status


def test_the_receiver_and_the_day_are_proposed_and_shown(room: OpenRoom) -> None:
    room.press("e")
    assert "Level 1" in question(room).sentence
    assert "5 working days" in question(room).sentence


def test_one_line_and_enter_draft_it_and_nothing_is_sent(room: OpenRoom, on: MeetingOn) -> None:
    room.press("e", ASK, ENTER)
    (one,) = find_escalations(on.desk)
    assert (one.ask, one.level, one.status) == (ASK, 1, EscalationStatus.DRAFT)
    assert one.meeting_id == on.meeting
    assert one.respond_by is not None
    assert one.respond_by > TODAY
    assert barrier_status(on) is BarrierStatus.ESCALATED
    assert not question(room).isVisible()


def test_where_a_level_was_asked_before_the_one_above_is_proposed(
    room: OpenRoom, on: MeetingOn
) -> None:
    barrier = find_barriers(on.desk, [on.person])[on.person][0]
    drafted = raise_escalation(
        on.desk, NewEscalation(barrier_id=barrier.id, receiver="Ada Moss", ask=ASK)
    ).result
    send_escalation(on.desk, drafted.id, seen=drafted.revision)
    answer_escalation(
        on.desk,
        drafted.id,
        Reply(EscalationOutcome.UPHELD, "No.", "Ada Moss"),
        seen=drafted.revision + 1,
    )
    nothing = Effect(EscalationEffect.NONE)
    worked_on = BarrierStatus.BEING_WORKED
    seen = drafted.revision + 2
    close_escalation(on.desk, drafted.id, nothing, seen=seen, barrier=worked_on)
    room.look()
    room.do("Open actions")
    room.press("e")
    assert "Level 2" in question(room).sentence
    room.press("And the director?", ENTER)
    made = find_escalations(on.desk, EscalationFilter(barrier_id=barrier.id))
    assert [one.level for one in made] == [2]


def test_a_day_offices_are_closed_is_moved_and_the_room_is_told(
    room: OpenRoom, on: MeetingOn
) -> None:
    room.press("e", ASK)
    (day,) = question(room).entries.findChildren(QDateEdit)
    day.setDate(QDate(2026, 12, 25))
    room.press(ENTER)
    assert [one.respond_by for one in find_escalations(on.desk)] == [date(2026, 12, 29)]
    assert "Moved: offices are closed on Fri 25 Dec" in room.toasts[-1]


def test_escape_changes_nothing_and_what_was_typed_is_there_again(
    room: OpenRoom, on: MeetingOn
) -> None:
    room.press("e", ASK, ESCAPE)
    assert find_escalations(on.desk) == ()
    assert barrier_status(on) is BarrierStatus.IDENTIFIED
    room.press("e")
    assert question(room).line.text() == ASK
    room.press(ENTER)
    assert [one.ask for one in find_escalations(on.desk)] == [ASK]


def test_one_key_takes_it_back(room: OpenRoom, on: MeetingOn) -> None:
    room.press("e", ASK, ENTER)
    room.undo()
    assert find_escalations(on.desk) == ()
    assert barrier_status(on) is BarrierStatus.IDENTIFIED


def test_what_is_drafted_is_kept_no_longer(room: OpenRoom, on: MeetingOn) -> None:
    room.press("e", ASK, ENTER)
    assert [one for one in read_drafts(on.desk) if one.form == "live.escalation"] == []


def test_a_second_time_says_that_it_is_escalated_already(room: OpenRoom) -> None:
    room.press("e", ASK, ENTER)
    room.do("Open actions")
    room.press("e")
    assert not question(room).isVisible()


def test_an_answer_that_came_is_shown_when_its_line_is_open(
    desk: Desk, look: theme.Look, qapp: QApplication
) -> None:
    add_seats(desk)
    person, case = add_case(desk)
    barrier = identify_barrier(
        desk, NewBarrier(BarrierCategory.HOUSING_REFUSED, person_id=person)
    ).result
    new = NewEscalation(barrier_id=barrier, receiver="Ada Moss", ask=ASK)
    drafted = raise_escalation(desk, new).result
    send_escalation(desk, drafted.id, seen=drafted.revision)
    reply = Reply(EscalationOutcome.PARTLY, "Yes, until March.", "Ada Moss", "With a plan.")
    answer_escalation(desk, drafted.id, reply, seen=drafted.revision + 1)
    meeting = opened_meeting(desk)
    item = next(one.id for one in items_of(desk, meeting) if one.escalation_id == drafted.id)
    on = MeetingOn(desk, person, case, [], meeting, item)
    with open_room(on, [head.build]) as room:
        said = " | ".join(one.text() for one in room.page.findChildren(QLabel) if one.isVisible())
        assert f"Asked: {ASK}" in said
        assert "Answer: Yes, until March." in said
        assert "On condition: With a plan." in said
        room.room.hide_names(hidden=True)
        shown = [one.text() for one in room.page.findChildren(QLabel) if one.isVisible()]
        assert "Yes, until March." not in " ".join(shown)
