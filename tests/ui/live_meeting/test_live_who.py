"""Who is in the room, by keys: filled fast, late and early, substitutes, conflicts, the quorum."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.meetings.attendance import record_attendance
from coordinator.casework.records.drafts import read_drafts
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.roles import Role
from coordinator.ui.kit.chips import Chip
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.who.list import WhoList
from tests.meetings import keep_from
from tests.stores import CHAIR, COUNCIL, POLICE, sitting, store
from tests.ui.small_rooms import SmallRoom, small

__all__ = ["small", "store"]  # fixtures from elsewhere

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of menus
Make = Callable[..., SmallRoom]
ENTER, DOWN, ESC = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape


@pytest.fixture
def room(small: Make) -> SmallRoom:
    made = small().open()
    made.do(Key.LIVE_WHO)
    return made


def the_list(room: SmallRoom) -> WhoList:
    found = room.window.findChild(WhoList)
    assert found is not None
    return found


def at(room: SmallRoom, name: str) -> None:
    """Put the keys on a row."""
    shown = the_list(room)
    shown.setFocus()
    shown.go_to(room.row(name).id)


def current(room: SmallRoom) -> str:
    row = the_list(room).current_row()
    assert row is not None
    return row.name


def line(room: SmallRoom) -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def chips(room: SmallRoom) -> str:
    return " ".join(one.accessibleName() for one in room.window.findChildren(Chip))


def test_ten_seats_are_filled_by_four_keys_when_eight_came(small: Make) -> None:
    room = small().open()
    room.do(Key.LIVE_WHO)  # one
    room.press("x")  # two
    room.press("a")  # three
    room.press("shift+h")  # four
    results = [row.result for row in room.meeting.attendance]
    assert results == [Attendance.ABSENT, Attendance.APOLOGIES, *[Attendance.PRESENT] * 8]
    assert "8 of 9 agencies, quorum 3" in chips(room)


def test_each_key_goes_on_to_the_next_of_which_nothing_was_said(room: SmallRoom) -> None:
    assert current(room) == "Morwenna Tregear"
    room.press("h")
    assert current(room) == "Aled Hâf"
    at(room, "Dylan Ashdown")
    room.press("x", "h")
    assert current(room) == "Kasia Dębska"
    at(room, "Morwenna Tregear")
    room.press("x")  # a correction: the keys stay where they are
    assert current(room) == "Morwenna Tregear"
    assert room.row("Morwenna Tregear").result is Attendance.ABSENT


def test_letters_that_are_no_keys_look_for_nobody(room: SmallRoom) -> None:
    before = [row.result for row in room.meeting.attendance]
    room.press("k", "r", "z")
    assert current(room) == "Morwenna Tregear"
    assert [row.result for row in room.meeting.attendance] == before


def test_apologies_with_information_take_the_usual_day_with_enter(room: SmallRoom) -> None:
    at(room, "Dylan Ashdown")
    room.press("i", ENTER)
    row = room.row("Dylan Ashdown")
    assert row.result is Attendance.APOLOGIES_INFORMED
    assert row.information_on == date(2026, 11, 18)
    assert current(room) == "Rhys Roskilly"
    assert the_list(room).hasFocus()


def test_another_day_is_written_as_people_say_it_and_no_day_is_asked_again(
    room: SmallRoom,
) -> None:
    at(room, "Dylan Ashdown")
    room.press("i")
    line(room).clear()
    room.write("soon")
    room.press(ENTER)
    assert "no day gone by" in room.says()
    assert room.row("Dylan Ashdown").result is None
    line(room).clear()
    room.write("tue")
    room.press(ENTER)
    assert room.row("Dylan Ashdown").information_on == date(2026, 11, 17)


def test_a_substitute_is_found_by_a_part_of_the_name_and_says_whether_they_signed(
    room: SmallRoom,
) -> None:
    at(room, "Dylan Ashdown")
    room.press("t")
    assert "Who came for Dylan Ashdown?" in room.says()
    room.write("Gwen Osei, Sergeant")
    assert "Not in the directory: Gwen Osei, Sergeant" in room.says()
    room.press(ENTER)
    assert "Has Gwen Osei signed" in room.says()
    room.press("y")
    row = room.row("Gwen Osei")
    assert (row.result, row.job) == (Attendance.SUBSTITUTE, "Sergeant")
    assert row.confidentiality_signed
    assert "Here for Dylan Ashdown" in _row_words(room, "Gwen Osei")


def _row_words(room: SmallRoom, name: str) -> str:
    return next(row.words for row in the_list(room).rows() if row.name == name)


def test_somebody_who_sits_there_already_is_told_and_led_to(room: SmallRoom) -> None:
    room.press("shift+h")
    at(room, "Dylan Ashdown")
    room.press("n")
    room.write("rhys")
    room.press(ENTER)
    assert "Rhys Roskilly is on the list already" in room.says()
    assert current(room) == "Rhys Roskilly"
    assert len(room.meeting.attendance) == 10


def test_an_observer_is_added_with_agency_and_signature(room: SmallRoom) -> None:
    room.press("n")
    room.write("Gwen Osei")
    room.press(ENTER)
    assert "From which agency" in room.says()
    room.write("kerrow police")
    room.press(ENTER, "n")
    row = room.row("Gwen Osei")
    assert (row.result, row.agency_id) == (Attendance.OBSERVER, POLICE)
    assert not row.confidentiality_signed
    assert current(room) == "Gwen Osei"
    assert "Confidentiality not signed" in _row_words(room, "Gwen Osei")
    room.press("s")
    assert room.row("Gwen Osei").confidentiality_signed


def test_the_person_or_their_advocate_is_written_by_initials_and_reference(
    room: SmallRoom,
) -> None:
    room.press("p")
    assert "KP-" in line(room).text()
    assert "Tomos" not in line(room).text()
    room.press(ENTER)
    last = room.meeting.attendance[-1]
    assert last.result is Attendance.PERSON_PRESENT


def test_late_and_early_are_one_key_and_the_quorum_falls_and_rises(room: SmallRoom) -> None:
    for name in ("Dylan Ashdown", "Rhys Roskilly", "Kasia Dębska"):
        at(room, name)
        room.press("h")
    assert "3 of 9 agencies, quorum 3" in chips(room)
    at(room, "Dylan Ashdown")
    room.press("l")
    assert "Dylan Ashdown leaves at item 1" in room.says()
    assert "The quorum is no longer met: 2 of 3" in room.says()
    assert "quorum 3 not met" in chips(room)
    row = room.row("Dylan Ashdown")
    assert (row.result, row.left_at) == (Attendance.PART, time(10, 20))

    room.clock.move(minutes=30)
    at(room, "Ewa Lis")
    room.press("l")
    assert room.row("Ewa Lis").arrived_at == time(10, 50)
    assert "The quorum is no longer met" not in room.says()
    assert "3 of 9 agencies, quorum 3" in chips(room)


def test_on_another_day_the_time_is_asked_for(small: Make) -> None:
    room = small()
    room.clock.move(days=1)
    room.open().do(Key.LIVE_WHO)
    room.press("l")
    assert "When did Morwenna Tregear come?" in room.says()
    room.write("ten")
    room.press(ENTER)
    assert "not a time" in room.says()
    line(room).clear()
    room.write("10:25")
    room.press(ENTER)
    assert room.row("Morwenna Tregear").arrived_at == time(10, 25)


def test_a_conflict_is_declared_for_the_open_item_and_taken_back(room: SmallRoom) -> None:
    room.press("h")
    at(room, "Morwenna Tregear")
    room.press("c")
    room.write("my neighbour")
    room.press(ENTER)
    assert room.row("Morwenna Tregear").conflict.endswith(": my neighbour")
    assert "my neighbour" in _row_words(room, "Morwenna Tregear")
    room.press("c")
    line(room).clear()
    room.press(ENTER)
    assert room.row("Morwenna Tregear").conflict == ""


def test_ctrl_z_takes_everybody_else_back_at_once(room: SmallRoom) -> None:
    room.press("x", "shift+h")
    room.do(Key.UNDO)
    results = [row.result for row in room.meeting.attendance]
    assert results == [Attendance.ABSENT, *[None] * 9]
    room.do(Key.UNDO)
    assert {row.result for row in room.meeting.attendance} == {None}


def test_another_window_that_was_faster_is_told_and_not_written_over(room: SmallRoom) -> None:
    first = room.row("Morwenna Tregear")
    record_attendance(room.desk, first.id, Attendance.NOT_REQUIRED, seen=first.revision)
    room.press("h")
    assert room.row("Morwenna Tregear").result is Attendance.NOT_REQUIRED
    assert "Somebody else wrote of Morwenna Tregear meanwhile: Not required" in room.says()
    assert current(room) == "Morwenna Tregear"
    room.press("h")
    assert room.row("Morwenna Tregear").result is Attendance.PRESENT


def test_two_keys_on_one_row_do_not_clash_with_themselves(room: SmallRoom) -> None:
    room.press("h")
    at(room, "Morwenna Tregear")
    room.press("s", "s", "x")
    assert room.row("Morwenna Tregear").result is Attendance.ABSENT
    assert "meanwhile" not in room.says()


def test_who_may_not_run_it_reads_the_list_and_writes_nothing(small: Make) -> None:
    room = small()
    reader = sitting(room.desk, CHAIR, Role.REPRESENTATIVE, COUNCIL)
    room.open(reader).do(Key.LIVE_WHO)
    room.press("h", "x", "shift+h", "n", "m")
    assert {row.result for row in room.meeting.attendance} == {None}
    buttons = [one.text() for one in room.window.findChildren(QPushButton) if one.isVisible()]
    assert not any("Everybody else" in one for one in buttons)


def test_everything_else_is_in_the_menu_of_the_row(room: SmallRoom) -> None:
    room.press("m")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [one.text() for one in menu.actions()]
    assert "Not required this time" in words
    assert "Take off the list" not in words
    next(one for one in menu.actions() if one.text() == "Here for part of it").trigger()
    menu.close()
    assert room.row("Morwenna Tregear").result is Attendance.PART


def test_who_must_not_hear_of_the_open_person_is_marked(small: Make) -> None:
    room = small()
    keep_from(room.desk, room.person().id, POLICE)
    room.open().do(Key.LIVE_WHO)
    room.press("shift+h")
    assert "Leaves for this item" in _row_words(room, "Dylan Ashdown")
    assert "Leaves for this item" not in _row_words(room, "Rhys Roskilly")
    at(room, "Dylan Ashdown")
    room.press("x")
    assert "Leaves for this item" not in _row_words(room, "Dylan Ashdown")


def test_esc_leaves_a_question_and_the_keys_are_on_the_list_again(room: SmallRoom) -> None:
    room.press("t", ESC)
    assert the_list(room).hasFocus()
    assert "Who came for" not in room.says()


@pytest.mark.parametrize("is_back_there", [True, False])
def test_a_name_half_typed_is_there_after_the_program_ended(
    room: SmallRoom,
    qtbot: QtBot,
    is_back_there: bool,
) -> None:
    at(room, "Dylan Ashdown")
    room.press("t")
    room.write("Gwen Os")
    qtbot.waitUntil(lambda: read_drafts(room.desk) != (), timeout=30_000)
    room.open(field=str(line(room).property("field")) if is_back_there else "who")
    if not is_back_there:
        at(room, "Dylan Ashdown")
        room.press("t")
    assert line(room).text() == "Gwen Os"
    room.write("ei, Sergeant")
    room.press(ENTER, "y")
    assert room.row("Gwen Osei").result is Attendance.SUBSTITUTE
    assert {one.form for one in read_drafts(room.desk)} <= {"live.clock"}


def test_what_esc_let_go_is_not_there_again(room: SmallRoom) -> None:
    at(room, "Dylan Ashdown")
    room.press("t")
    room.write("Gwen Os")
    room.press(ESC, "t")
    assert line(room).text() == ""


def test_the_list_keeps_its_current_row_while_others_write(room: SmallRoom) -> None:
    at(room, "Kasia Dębska")
    first = room.row("Morwenna Tregear")
    done = record_attendance(room.desk, first.id, Attendance.PRESENT, seen=first.revision)
    room.screen.look_again(done.changes)
    assert current(room) == "Kasia Dębska"
    assert the_list(room).hasFocus()
