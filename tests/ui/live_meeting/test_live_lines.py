"""The lines of the live meeting: who does what by when, and who says what."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from coordinator.casework.packs.paper_reads import read_officers
from coordinator.casework.people.around import note_tie
from coordinator.casework.records.drafts import read_draft
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.lists.sharing import RelationKind
from coordinator.domain.people.around import Tie
from coordinator.domain.states import ItemStatus
from coordinator.ui.kit.areas import Area
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.line.presenter import FORM
from coordinator.ui.screens.live_meeting.said.presenter import FORM as SAID
from tests.meetings import keep_from
from tests.ui.driving import settle
from tests.ui.live_meeting.live_rooms import LiveRoom, a_live_panel, live_room, room

__all__ = ["a_live_panel", "room"]  # fixtures from elsewhere

ENTER, ALT = Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier


def _focused_line() -> Line:
    found = QApplication.focusWidget()
    assert isinstance(found, Line)
    return found


def test_a_line_becomes_an_action_of_the_person_with_owner_and_day(room: LiveRoom) -> None:
    room.open_person()
    room.do(Key.LIVE_ACTION)
    room.write("Rhodri, ring the ward, by Fri")
    assert "Rhodri Penwarne" in room.says()
    room.press(ENTER)
    (agreed,) = room.item.record.actions
    today = room.panel.desk.today()
    assert (agreed.text, agreed.owner.name) == ("Ring the ward", "Rhodri Penwarne")
    assert agreed.due_on == today + timedelta(days=(4 - today.weekday()) % 7)
    assert agreed.meeting_id == room.panel.meeting
    assert _focused_line().text() == ""


def test_whoever_types_and_the_chair_can_be_owners_by_a_word(room: LiveRoom) -> None:
    room.open_person()
    for typed in ("I'll ring the ward, by Fri", "the chair to write to the trust, by Fri"):
        room.do(Key.LIVE_ACTION)
        room.write(typed)
        room.press(ENTER)
    mine, chairs = sorted(room.item.record.actions, key=lambda one: one.number)
    desk = room.panel.desk
    assert (mine.owner.id, mine.text) == (desk.sitter.professional, "Ring the ward")
    assert chairs.owner.id == read_officers(desk).chair


def test_enter_on_a_question_agrees_nothing_and_one_digit_answers_it(room: LiveRoom) -> None:
    room.open_person()
    room.do(Key.LIVE_ACTION)
    room.write("housing to find a room, by tomorrow")
    room.press(ENTER)
    assert not room.item.record.actions
    room.press(Qt.Key.Key_1)
    room.press(ENTER)
    (agreed,) = room.item.record.actions
    assert agreed.owner.agency in {"Porthkerris Housing Options", "Gwel an Mor Homes"}


def test_an_agency_that_must_not_hear_is_told_under_the_line_and_nothing_is_lost(
    room: LiveRoom,
) -> None:
    item = room.open_person()
    rows = room.meeting.attendance
    police = next(one for one in rows if one.name == "Dylan Ashcombe")
    assert police.agency_id is not None
    assert item.record.entry.person is not None
    keep_from(room.panel.desk, item.record.entry.person.id, police.agency_id)
    again = live_room(room.panel, room.place)
    again.do(Key.LIVE_ACTION)
    again.write("police, visit at home, by Fri")
    again.press(ENTER)
    assert not again.item.record.actions
    assert "must not be told" in again.says()
    assert "police, visit at home, by Fri" in _all_lines(again)
    again.leave()


def test_with_whom_somebody_is_not_discussed_is_said_under_the_line_and_enter_still_agrees(
    room: LiveRoom,
) -> None:
    item = room.open_person()
    assert item.record.entry.person is not None
    tie = Tie(RelationKind.OTHER_FAMILY, name="Rhodri Penwarne", not_discussed_with=True)
    note_tie(room.panel.desk, item.record.entry.person.id, tie)
    again = live_room(room.panel, room.place)
    again.do(Key.LIVE_ACTION)
    again.write("Rhodri, ring the ward, by Fri")
    assert "not to discuss them with" in again.says()
    again.press(ENTER)
    (agreed,) = again.item.record.actions
    assert agreed.owner.name == "Rhodri Penwarne"
    again.leave()


def _all_lines(room: LiveRoom) -> list[str]:
    return [one.text() for one in room.view.findChildren(Line)]


def test_ctrl_z_takes_the_action_back(room: LiveRoom) -> None:
    room.open_person()
    room.do(Key.LIVE_ACTION)
    room.write("Rhodri, ring the ward, by Fri")
    room.press(ENTER)
    assert len(room.item.record.actions) == 1
    room.do(Key.UNDO)
    assert not room.item.record.actions


def test_what_is_typed_stands_there_when_the_window_comes_back(
    room: LiveRoom, qtbot: object
) -> None:
    item = room.open_person()
    room.do(Key.LIVE_ACTION)
    room.write("Rhodri, ring the wa")
    line = _focused_line()
    line.settled.emit(line.text())  # what a pause in the typing tells
    kept = read_draft(room.panel.desk, FORM, item.record.entry.id)
    assert kept is not None
    assert kept.values == {"text": "Rhodri, ring the wa"}
    place = room.place
    assert place.field == FORM
    again = live_room(room.panel, place)
    assert _focused_line().text() == "Rhodri, ring the wa"
    assert again.place.item == item.record.entry.id
    again.leave()


def test_a_phrase_of_the_panel_is_put_in_by_one_key_and_says_what_kind_it_is(
    room: LiveRoom,
) -> None:
    room.open_person()
    phrase = next(iter(_phrases(room)))
    room.do(Key.LIVE_ACTION)
    room.write(f"Rhodri: {phrase[:12]}")
    room.press(Qt.Key.Key_1, ALT)
    assert phrase in _focused_line().text()


def _phrases(room: LiveRoom) -> list[str]:
    from coordinator.casework.live.reads import read_live_around

    return [one.text for one in read_live_around(room.panel.desk, room.panel.meeting).phrases]


def test_what_an_agency_says_goes_into_the_minutes_under_its_name(room: LiveRoom) -> None:
    room.open_person()
    room.do(Key.LIVE_SAID)
    room.write("police: two calls this week")
    room.press(ENTER)
    (note,) = room.item.record.notes
    assert (note.agency, note.text) == (
        "Porthkerris Neighbourhood Police",
        "two calls this week",
    ) or note.text == "Two calls this week"
    assert _focused_line().text() == ""
    assert read_draft(room.panel.desk, SAID, room.item.record.entry.id) is None


def test_a_note_of_two_agencies_of_one_name_asks_which(room: LiveRoom) -> None:
    room.open_person()
    room.do(Key.LIVE_SAID)
    room.write("housing: the room is kept")
    room.press(ENTER)
    assert not room.item.record.notes
    focused = QApplication.focusWidget()
    assert focused is not None
    row = focused.parentWidget()
    assert row is not None
    second = [one.accessibleName() for one in row.findChildren(QPushButton)][1]
    room.press(Qt.Key.Key_2)
    room.press(ENTER)
    assert [one.agency for one in room.item.record.notes] == [second]


def test_a_text_is_saved_when_it_is_left_and_says_who_spoke(room: LiveRoom) -> None:
    room.open_person()
    room.do(Key.LIVE_VIEW)
    room.write("I want to stay near my sister")
    room.do(Key.LIVE_ACTION)
    record = room.item.record
    assert record.person_view == "I want to stay near my sister"
    assert record.view_spoken_by


def test_a_text_is_saved_when_the_next_item_is_opened(room: LiveRoom) -> None:
    first = room.open_person().record.entry.id
    room.do(Key.LIVE_RESTRICTED)
    room.write("Her brother is looking for her")
    room.do(Key.LIVE_NEXT)
    from coordinator.casework.live.reads import read_live_item

    found = read_live_item(room.panel.desk, room.panel.meeting, first)
    assert found.record.restricted == "Her brother is looking for her"
    assert found.record.entry.status is ItemStatus.TAKEN
    assert room.place.item != first


def test_what_stands_in_a_text_half_typed_is_there_after_a_crash(room: LiveRoom) -> None:
    room.open_person()
    room.do(Key.LIVE_VIEW)
    room.write("I want to st")
    focused = QApplication.focusWidget()
    assert isinstance(focused, Area)
    focused.typed.emit(focused.text())
    again = live_room(room.panel, room.place)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Area)
    assert focused.text() == "I want to st"
    again.leave()


@pytest.mark.parametrize("key", [Key.LIVE_ACTION, Key.LIVE_SAID])
def test_nothing_can_be_typed_by_who_may_not_run_the_meeting(room: LiveRoom, key: Key) -> None:
    from dataclasses import replace

    from coordinator.casework.desk import Sitter
    from coordinator.domain.roles import Role

    desk = room.panel.desk
    other = next(one for one in room.meeting.attendance if one.result is Attendance.PRESENT)
    assert other.professional_id is not None
    sitter = Sitter(other.professional_id, Role.AUDITOR)
    room.panel.sitting = replace(room.panel.sitting, writing=replace(desk, sitter=sitter))
    again = live_room(room.panel)
    again.do(key)
    assert _focused_line().isReadOnly()
    again.leave()


def test_words_typed_before_an_item_is_read_are_about_that_item(room: LiveRoom) -> None:
    room.open_person()
    before = room.place.item
    held = _hold_answers(room)
    room.do(Key.LIVE_NEXT)
    room.do(Key.LIVE_ACTION)
    room.write("Rhodri, ring the ward, by Fri")
    room.press(ENTER)
    held()
    settle()
    assert room.place.item != before
    assert [one.text for one in room.item.record.actions] == ["Ring the ward"]


def test_no_text_of_the_person_before_can_be_typed_in_while_the_next_is_read(
    room: LiveRoom,
) -> None:
    room.open_person()
    room.do(Key.LIVE_VIEW)
    held = _hold_answers(room)
    room.do(Key.LIVE_NEXT)
    assert not isinstance(QApplication.focusWidget(), Area)
    assert not [one for one in room.view.findChildren(Area) if one.isVisible()]
    held()


def _hold_answers(room: LiveRoom) -> Callable[[], None]:
    """Keep back what the store answers about items until it is let go."""
    jobs = room.work.jobs
    query, waiting = jobs.query, []

    def slow(read: Any, then: Any, **rest: Any) -> None:
        if rest.get("replaces") == "live item":
            waiting.append(lambda: query(read, then, **rest))
        else:
            query(read, then, **rest)

    jobs.query = slow  # type: ignore[method-assign]

    def let_go() -> None:
        jobs.query = query  # type: ignore[method-assign]
        for one in waiting:
            one()

    return let_go


def test_what_was_typed_just_before_an_enter_that_only_asks_is_kept(room: LiveRoom) -> None:
    item = room.open_person()
    room.do(Key.LIVE_SAID)
    room.write("housing: the room is kept")
    room.press(ENTER)
    assert not room.item.record.notes
    kept = read_draft(room.panel.desk, SAID, item.record.entry.id)
    assert kept is not None
    assert kept.values["text"] == "housing: the room is kept"
