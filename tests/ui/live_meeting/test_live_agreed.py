"""Agreed today: read out, put right in a line, taken out; and what was decided so far."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.barriers import escalate_barrier, find_barriers, identify_barrier
from coordinator.casework.actions.lists import read_action
from coordinator.casework.actions.outcomes import report_action
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.escalations.raising import raise_escalation
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.meetings.agreed_today import agree_anew
from coordinator.casework.meetings.attendance import record_attendance
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import set_next_review, take_item
from coordinator.casework.meetings.offers import record_offer
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.people.entering import correct_person
from coordinator.casework.records.drafts import read_drafts
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.escalations.rules import NewEscalation
from coordinator.domain.lists.barriers import BarrierCategory, EscalationTrack
from coordinator.domain.lists.meetings import Attendance, DecidedHow
from coordinator.domain.states import BarrierStatus
from coordinator.ui.kit import theme
from coordinator.ui.kit.chips import Chip
from coordinator.ui.screens.live_meeting.agreed import part as agreed
from coordinator.ui.screens.live_meeting.agreed.lines import read_out
from coordinator.ui.screens.live_meeting.agreed.view import AgreedPart
from coordinator.ui.screens.live_meeting.escalating import part as escalating
from coordinator.ui.screens.live_meeting.outcomes import part as outcomes
from coordinator.ui.shared.chasing import read_agreed
from coordinator.wording.decisions import how_decided
from tests.meetings import add_case, keep_from
from tests.stores import HOUSING, NURSE, TODAY, WORKER, store
from tests.ui.live_meeting.live_parts import MeetingOn, OpenRoom, meeting_on, open_room

__all__ = ["store"]
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
DELETE, DOWN = Qt.Key.Key_Delete, Qt.Key.Key_Down
FRIDAY = TODAY + timedelta(days=1)


@pytest.fixture
def on(desk: Desk) -> MeetingOn:
    made = meeting_on(desk, actions=1)
    present(made, WORKER)
    return made


@pytest.fixture
def room(on: MeetingOn, look: theme.Look, qapp: QApplication) -> Iterator[OpenRoom]:
    del look, qapp
    with open_room(on, [agreed.build, agreed.build_so_far]) as made:
        made.do("Agreed today")
        yield made


def present(on: MeetingOn, *who: UUID) -> None:
    for row in read_meeting(on.desk, on.meeting).attendance:
        if row.professional_id in who:
            record_attendance(on.desk, row.id, Attendance.PRESENT, seen=row.revision)


def agree(on: MeetingOn, text: str = "Ring the surgrey", owner: UUID = WORKER) -> UUID:
    new = NewAction(text, owner, FRIDAY, person_id=on.person, meeting_id=on.meeting)
    return add_action(on.desk, new).result


def decide(on: MeetingOn) -> UUID:
    decided = Decided("Keep the tenancy", "All agree", DecidedHow.CHAIR)
    return record_decision(on.desk, on.item, decided).result


def part_of(room: OpenRoom) -> AgreedPart:
    widget = room.parts[0].widget
    assert isinstance(widget, AgreedPart)
    return widget


def seen_words(room: OpenRoom) -> str:
    labels = [one.text() for one in room.page.findChildren(QLabel) if one.isVisible()]
    chips = [one.accessibleName() for one in room.page.findChildren(Chip) if one.isVisible()]
    return " | ".join([*labels, *chips])


def test_nothing_agreed_is_said_in_one_quiet_sentence(room: OpenRoom) -> None:
    assert "Nothing is agreed yet." in seen_words(room)


def test_everything_agreed_on_the_item_is_read_out_in_order(on: MeetingOn, room: OpenRoom) -> None:
    decide(on)
    agree(on)
    agree(on, "Meet at the ward", NURSE)
    agree_lead(on.desk, on.case, NURSE)
    record_offer(on.desk, on.person, HOUSING, what="A key")  # elsewhere, on the same day
    said: dict[str, Any] = {"what": "A room", "amount": "two nights", "to_on": FRIDAY}
    record_offer(on.desk, on.person, HOUSING, meeting_id=on.meeting, **said)
    item = read_meeting(on.desk, on.meeting).items
    seen = next(one.entry.revision for one in item if one.entry.id == on.item)
    set_next_review(on.desk, on.item, seen=seen, on=TODAY + timedelta(days=28))
    barrier = identify_barrier(
        on.desk, NewBarrier(BarrierCategory.MH_THRESHOLD, person_id=on.person)
    )
    escalate_barrier(on.desk, barrier.result, seen=1, meeting_id=on.meeting)
    room.look()
    lines = part_of(room)._lines.values()
    assert read_out(lines, TODAY) == (
        "Agreed today: Decided, Keep the tenancy (Chair's decision). "
        "Fri 20 Nov, Rhys Roskilly, Kerrow Homes, Ring the surgrey. "
        "Fri 20 Nov, Kasia Dębska, Kerrow Mental Health, Meet at the ward, Tell today. "
        "Lead professional, Kasia Dębska, Kerrow Mental Health. "
        "Kerrow Homes offers, A room (two nights), until Fri 20 Nov. "
        "Thu 17 Dec, Next review. "
        "To escalate, Mental health: threshold."
    )


def test_what_was_escalated_before_today_is_not_read_out_as_agreed_today(
    on: MeetingOn, room: OpenRoom
) -> None:
    new = NewBarrier(BarrierCategory.MH_THRESHOLD, person_id=on.person, description="Of old")
    barrier = identify_barrier(on.desk, new)
    escalate_barrier(on.desk, barrier.result, seen=1)
    room.look()
    assert "Nothing is agreed yet." in seen_words(room)


def test_what_is_asked_is_read_out_with_what_is_escalated(on: MeetingOn, room: OpenRoom) -> None:
    barrier = identify_barrier(
        on.desk, NewBarrier(BarrierCategory.MH_WAITING, person_id=on.person, description="Months")
    )
    asked = NewEscalation(
        track=EscalationTrack.BARRIER,
        barrier_id=barrier.result,
        level=1,
        ask="Will you see him by May?",
        meeting_id=on.meeting,
    )
    raise_escalation(on.desk, asked)
    room.look()
    (line,) = part_of(room)._lines.values()
    assert line.aloud(TODAY) == "To escalate, Mental health: waiting, Will you see him by May?"


def test_a_decision_one_agency_sees_differently_is_not_agreed_by_all(
    on: MeetingOn, room: OpenRoom
) -> None:
    against = next(
        one.id for one in read_directory(on.desk).agencies if one.name == "Kerrow Homes"
    )
    decided = Decided(
        "Keep the tenancy",
        "It holds",
        DecidedHow.CHAIR,
        dissent_asked=True,
        dissent_agencies=(against,),
    )
    record_decision(on.desk, on.item, decided)
    room.look()
    assert "(Chair's decision, seen differently by Kerrow Homes)" in seen_words(room)
    assert how_decided(DecidedHow.AGREED, ["Kerrow Homes"]) == "Agreed by all but Kerrow Homes"


def test_who_is_not_in_the_room_is_to_be_told_until_they_come(
    on: MeetingOn, room: OpenRoom
) -> None:
    agree(on, owner=NURSE)
    room.look()
    assert "Tell today" in seen_words(room)
    present(on, NURSE)
    room.look()
    assert "Tell today" not in seen_words(room)


def test_mistyped_words_are_put_right_in_the_line(on: MeetingOn, room: OpenRoom) -> None:
    action = agree(on)
    room.look()
    room.press(ENTER)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText("Ring the surgery")
    room.press(ENTER)
    row = read_action(on.desk, action).row
    assert (row.text, row.moved) == ("Ring the surgery", 0)
    assert "Ring the surgery" in seen_words(room)
    room.undo()
    assert read_action(on.desk, action).row.text == "Ring the surgrey"


def test_the_owner_and_the_day_are_put_right_without_a_formal_move(
    on: MeetingOn, room: OpenRoom
) -> None:
    action = agree(on)
    room.look()
    room.press(ENTER)
    part = part_of(room)
    (day,) = part.line.findChildren(QDateEdit)
    day.setDate(QDate(2026, 11, 27))
    (one,) = part.line.findChildren(QComboBox)
    one.setEditText("Kasia")
    room.press(ENTER)
    story = read_action(on.desk, action)
    assert (story.row.owner.id, story.row.due_on.day, story.moves) == (NURSE, 27, ())
    assert "Fri 27 Nov" in seen_words(room)


def test_what_was_reported_on_meanwhile_is_told_below_the_line(
    on: MeetingOn, room: OpenRoom
) -> None:
    action = agree(on)
    room.look()
    report_action(on.desk, action, "Rang at once.")
    room.press(ENTER, " today", ENTER)
    assert "Somebody has reported on it" in seen_words(room)
    assert read_action(on.desk, action).row.text == "Ring the surgrey"


def test_what_somebody_else_put_right_is_told_and_stands(on: MeetingOn, room: OpenRoom) -> None:
    action = agree(on)
    room.look()
    agree_anew(on.desk, action, seen=1, text="Ring the dentist")
    room.press(ENTER, " now", ENTER)
    assert read_action(on.desk, action).row.text == "Ring the dentist"
    assert "Somebody else wrote meanwhile: Ring the dentist." in seen_words(room)


def test_del_takes_an_action_out_and_undo_brings_it_back(on: MeetingOn, room: OpenRoom) -> None:
    action = agree(on)
    room.look()
    room.press(DELETE)
    assert "Nothing is agreed yet." in seen_words(room)
    room.undo()
    assert read_action(on.desk, action).row.text == "Ring the surgrey"
    assert "Ring the surgrey" in seen_words(room)


def test_a_decision_is_put_right_or_taken_out(on: MeetingOn, room: OpenRoom) -> None:
    decide(on)
    room.look()
    room.press(ENTER)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText("Keep the tenancy until March")
    room.press(ENTER)
    assert "Keep the tenancy until March" in seen_words(room)
    room.press(DELETE)
    assert "Nothing is agreed yet." in seen_words(room)


def test_what_is_not_to_be_escalated_after_all_is_worked_on(on: MeetingOn, room: OpenRoom) -> None:
    new = NewBarrier(BarrierCategory.MH_THRESHOLD, person_id=on.person)
    escalate_barrier(on.desk, identify_barrier(on.desk, new).result, seen=1, meeting_id=on.meeting)
    room.look()
    assert "To escalate" in seen_words(room)
    room.press(DELETE)
    (found,) = find_barriers(on.desk, [on.person])[on.person]
    assert found.status is BarrierStatus.BEING_WORKED
    assert "To escalate" not in seen_words(room)


def test_words_being_typed_stand_while_others_work(on: MeetingOn, room: OpenRoom) -> None:
    agree(on)
    room.look()
    room.press(ENTER, " tod")
    agree(on, "Meet at the ward", NURSE)
    room.look()
    room.press("ay", ENTER)
    assert "Ring the surgrey today" in seen_words(room)


def test_words_half_put_right_are_there_after_the_program_ended(
    on: MeetingOn, look: theme.Look, qtbot: QtBot
) -> None:
    action = agree(on)
    with open_room(on, [agreed.build]) as room:
        room.do("Agreed today")
        room.press(ENTER, " tod")
        qtbot.waitUntil(lambda: read_drafts(on.desk) != (), timeout=30_000)
        focused = QApplication.focusWidget()
        assert focused is not None
        field = focused.property("field")
    with open_room(on, [agreed.build], field=field) as again:
        again.press("ay", ENTER)
        assert read_action(on.desk, action).row.text == "Ring the surgrey today"
    assert read_drafts(on.desk) == ()


def test_words_that_escape_let_go_are_forgotten(on: MeetingOn, room: OpenRoom) -> None:
    action = agree(on)
    room.look()
    room.press(ENTER, " tod", ESCAPE)
    assert part_of(room).rows.hasFocus()
    room.press(ENTER, ENTER)
    assert read_action(on.desk, action).row.text == "Ring the surgrey"
    assert read_drafts(on.desk) == ()


def test_items_done_with_stand_beside_with_what_came_of_them(
    on: MeetingOn, room: OpenRoom
) -> None:
    decide(on)
    agree(on)
    take_item(on.desk, on.item)
    room.look()
    assert "1 decision, 1 action" in seen_words(room)


def test_buttons_say_about_what_they_are(on: MeetingOn, room: OpenRoom) -> None:
    agree(on)
    room.look()
    names = [one.accessibleName() for one in room.page.findChildren(QPushButton)]
    assert "Change: Rhys Roskilly, Kerrow Homes, Ring the surgrey" in names


def test_a_barrier_escalated_in_the_list_stands_in_what_was_agreed(
    on: MeetingOn, look: theme.Look, qapp: QApplication
) -> None:
    with open_room(on, [outcomes.build, agreed.build, escalating.build]) as room:
        room.do("New barrier")
        room.press("2", ENTER, DOWN, "e", ENTER)
        texts = [one.text() for one in room.parts[1].widget.findChildren(QLabel)]
        assert "Mental health: threshold" in texts


def test_what_an_agency_is_sent_names_nobody_even_where_somebody_was_typed(on: MeetingOn) -> None:
    petroc, _case = add_case(on.desk, "Petroc")
    kept, _case = add_case(on.desk, "Ysolt")
    keep_from(on.desk, kept, HOUSING)
    for person, family in ((petroc, "Angove"), (kept, "Carne")):
        correct_person(on.desk, person, seen=1, family_name=family)
    agree(on, "Ask tomos and Petroc Angove about Ysolt Carne, and hope for May")
    (sent,) = read_agreed(on.desk, on.meeting)
    assert not [
        name for name in ("omos", "etroc", "Angove", "Ysolt", "Carne") if name in sent.text
    ]
    assert "Ask T (KP-0001) and [name hidden] about [name hidden], and hope for May" in sent.text
