"""The start of a meeting: statement, last minutes, chair, who is here; each gone once done."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from coordinator.casework.live.rooms import read_opening
from coordinator.casework.meetings.attendance import declare_conflict, record_attendance
from coordinator.casework.meetings.running import close_meeting, name_officers
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.outcomes import Changes
from coordinator.domain.roles import Role
from coordinator.domain.states import MeetingStatus
from coordinator.ui.kit.controls import choose
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places.every import LiveMeetingPlace, MeetingPlace
from coordinator.ui.screens.live_meeting.opening.view import OpeningPart
from coordinator.ui.shared.holding import hold
from tests.meetings import NOON
from tests.stores import CHAIR, COORDINATOR, COUNCIL, NURSE, OFFICER, TODAY, sitting, store
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs
from tests.ui.small_rooms import SmallRoom, small

__all__ = ["small", "store"]  # fixtures from elsewhere

Make = Callable[..., SmallRoom]
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def room(small: Make) -> SmallRoom:
    return small(is_read=False).open()


def card(room: SmallRoom) -> OpeningPart:
    found = room.window.findChild(OpeningPart)
    assert found is not None
    return found


def on_keys() -> str:
    focused = QApplication.focusWidget()
    return focused.accessibleName() if focused is not None else ""


def line() -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def test_the_meeting_is_opened_by_three_keys_and_the_card_goes(room: SmallRoom) -> None:
    assert on_keys() == "The statement has been read"
    room.press("1")
    read = room.meeting
    assert (read.statement_read_at, read.statement_read_by) == (time(10, 20), "Morwenna Tregear")
    assert on_keys() == "Say who is here"
    room.press("3")
    assert on_keys() == "In the room"
    room.press("shift+h")
    assert not card(room).isVisible()


def test_the_words_of_the_panel_are_there_to_be_read_out(room: SmallRoom) -> None:
    assert "confidential" in room.says()
    room.press(ENTER)
    assert "to be read out" not in room.says()


def test_the_time_it_was_read_can_be_put_right(room: SmallRoom) -> None:
    room.press("1")
    room.do(Key.LIVE_OPENING)
    assert "Statement read at 10:20 by Morwenna Tregear" in room.says()
    button = room.find(QPushButton, "Change when the statement was read")
    assert isinstance(button, QPushButton)
    button.click()
    room.write("soon")
    room.press(ENTER)
    assert "not a time" in room.says()
    line().clear()
    room.write("10:04")
    room.press(ENTER)
    assert room.meeting.statement_read_at == time(10, 4)


def test_before_it_is_read_opening_somebody_says_so_once(room: SmallRoom) -> None:
    assert room.says().count("until it is, T KP-0001 cannot be taken") == 1
    card(room).say("")
    room.screen.look_again(record_somebody(room))
    assert "cannot be taken" not in room.says()


def record_somebody(room: SmallRoom) -> Changes:
    row = room.row("Ewa Lis")
    done = record_attendance(room.desk, row.id, Attendance.PRESENT, seen=row.revision)
    return done.changes


def test_undo_takes_the_reading_back_and_the_card_asks_again(room: SmallRoom) -> None:
    room.press("1")
    room.do(Key.UNDO)
    assert room.meeting.statement_read_at is None
    assert "to be read out" in room.says()


def test_chair_and_minute_taker_are_changed_in_place(room: SmallRoom) -> None:
    room.press("4")
    for name, wanted in (("Chair today", NURSE), ("Minutes today", OFFICER)):
        box = room.find(QComboBox, name)
        assert isinstance(box, QComboBox)
        choose(box, wanted)
    room.click("Use these")
    assert "Chair: Kasia Dębska. Minutes: Dylan Ashdown." in room.says()
    room.press("1")
    assert room.meeting.statement_read_by == "Kasia Dębska"


def test_a_chair_who_is_not_in_the_room_is_told(room: SmallRoom) -> None:
    row = room.row("Morwenna Tregear")
    done = record_attendance(room.desk, row.id, Attendance.APOLOGIES, seen=row.revision)
    room.screen.look_again(done.changes)
    assert "Morwenna Tregear is not in the room: who chairs?" in room.says()


def test_a_chair_with_a_conflict_in_the_open_item_is_told(room: SmallRoom) -> None:
    row = room.row("Morwenna Tregear")
    seen = record_attendance(room.desk, row.id, Attendance.PRESENT, seen=row.revision).result
    about = "T KP-0001: neighbour"
    room.screen.look_again(declare_conflict(room.desk, row.id, seen=seen, conflict=about).changes)
    assert "Morwenna Tregear has a conflict of interest in this item" in room.says()


def test_another_window_that_named_the_chair_first_is_told(room: SmallRoom) -> None:
    facts = read_opening(room.desk, room.meeting_id)
    room.press("4")
    name_officers(
        room.desk,
        room.meeting_id,
        seen=facts.revision,
        chair_id=NURSE,
        minute_taker_id=COORDINATOR,
    )
    box = room.find(QComboBox, "Chair today")
    assert isinstance(box, QComboBox)
    choose(box, OFFICER)
    room.click("Use these")
    assert read_opening(room.desk, room.meeting_id).chair_id == NURSE
    assert "Somebody else changed this meanwhile" in room.says()


def test_a_meeting_left_open_over_night_says_so_and_asks_for_times(small: Make) -> None:
    room = small(is_read=False)
    room.clock.move(days=1)
    room.open()
    assert "This meeting is of Thu 19 Nov and was not ended; today is Fri 20 Nov." in room.says()
    room.press("1")
    assert room.meeting.statement_read_at is None
    room.write("10:03")
    room.press(ENTER)
    assert room.meeting.statement_read_at == time(10, 3)


def test_a_clock_that_was_set_back_is_said_and_stops_nothing(small: Make) -> None:
    room = small(is_read=False)
    room.clock.move(days=-3)
    room.open()
    assert "This computer says that today is Mon 16 Nov" in room.says()
    room.do(Key.LIVE_WHO)
    room.press("h")
    assert room.row("Morwenna Tregear").result is Attendance.PRESENT


def test_who_may_not_run_it_is_asked_for_nothing(small: Make) -> None:
    room = small(is_read=False)
    room.open(sitting(room.desk, CHAIR, Role.REPRESENTATIVE, COUNCIL))
    assert not card(room).isVisible()


def test_the_minutes_of_the_last_meeting_are_agreed_or_changed(small: Make) -> None:
    room = _second_meeting(small)
    assert "right?" in room.says()
    room.press("2")
    assert "right?" not in room.says()
    room.do(Key.UNDO)
    room.click("With changes")
    room.write("Item 2 was put off")
    room.press(ENTER)
    assert room.meeting.last_minutes == "Item 2 was put off"


def _second_meeting(small: Make) -> SmallRoom:
    room = small()
    close_meeting(room.desk, room.meeting_id, at=NOON)
    room.begin_next()
    room.open()
    settle()
    return room


def test_esc_puts_the_card_away_once_all_is_done(room: SmallRoom) -> None:
    room.press("1", "3", "shift+h")
    room.do(Key.LIVE_OPENING)
    assert card(room).isVisible()
    QApplication.focusWidget()
    room.press(ESC)
    assert not card(room).isVisible()


def test_a_meeting_whose_day_has_passed_asks_when_it_was_held_before_it_begins(
    not_begun: SmallRoom,
) -> None:
    room = not_begun
    room.clock.move(days=1)
    room.open()
    asked = "This meeting was to be held on Thu 19 Nov; today is Fri 20 Nov. When was it held?"
    assert asked in room.says()
    assert "to be read out" not in room.says()  # one question, and nothing else until it begins
    assert room.meeting.header.row.status is MeetingStatus.SCHEDULED
    room.press("1")
    row = room.meeting.header.row
    assert (row.status, row.on) == (MeetingStatus.IN_PROGRESS, TODAY)
    assert asked not in room.says()
    assert "to be read out" in room.says()
    assert "with times you say yourself" in room.says()


def test_a_meeting_still_to_come_is_moved_to_today_and_begun_by_one_key(
    not_begun: SmallRoom,
) -> None:
    room = not_begun
    room.clock.move(days=-2)
    room.open()
    assert "This meeting is of Thu 19 Nov; today is Tue 17 Nov. Is it held today?" in room.says()
    room.press("1")
    row = room.meeting.header.row
    assert (row.status, row.on) == (MeetingStatus.IN_PROGRESS, TODAY - timedelta(days=2))
    assert on_keys() == "The statement has been read"


def test_not_now_leaves_a_meeting_of_another_day_as_it_was(not_begun: SmallRoom) -> None:
    room = not_begun
    room.clock.move(days=-2)
    room.open()
    room.press("2")
    assert room.places[-1] == MeetingPlace(room.meeting_id)
    assert room.meeting.header.row.status is MeetingStatus.SCHEDULED


def test_only_a_meeting_of_today_is_opened_on_the_way_in(not_begun: SmallRoom) -> None:
    room, went = not_begun, []  # type: ignore[var-annotated]
    jobs = ImmediateJobs(room.desk)
    room.clock.move(days=1)
    found = []
    for days in (0, -1):
        room.clock.move(days=days)
        hold(jobs, went.append, room.meeting_id, is_open=False)
        found.append(room.meeting.header.row.status)
    assert found == [MeetingStatus.SCHEDULED, MeetingStatus.IN_PROGRESS]
    assert went == [LiveMeetingPlace(room.meeting_id)] * 2


@pytest.fixture
def not_begun(small: Make) -> SmallRoom:
    """A room whose meeting nobody has begun yet."""
    return small(is_begun=False)
