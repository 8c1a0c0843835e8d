"""Keys that come faster than the store writes: nothing twice, nothing lost, nothing elsewhere."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.records.drafts import read_drafts
from coordinator.domain.states import ItemStatus
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.agenda.view import AgendaPart
from coordinator.ui.screens.live_meeting.said.view import SaidPart
from tests.ui.desktops import press
from tests.ui.driving import settle
from tests.ui.held import HeldActs
from tests.ui.live_meeting.live_rooms import LiveRoom, a_live_panel, room

__all__ = ["a_live_panel", "room"]  # fixtures from elsewhere


def test_enter_pressed_twice_writes_one_note(room: LiveRoom) -> None:
    held = _note(room, "she was seen on Monday")
    room.press(Qt.Key.Key_Return)
    held.let_go()
    assert [one.text for one in room.item.record.notes] == ["she was seen on Monday"]


def test_words_typed_while_a_note_is_written_begin_the_next(room: LiveRoom) -> None:
    held = _note(room, "she was seen on Monday")
    room.write(" and then")
    held.let_go()
    assert _line() == "and then"


def test_words_typed_while_an_action_is_written_begin_the_next(room: LiveRoom) -> None:
    held = _action(room)
    room.write(" probation, ask")
    held.let_go()
    assert _line() == "probation, ask"


def test_words_about_the_next_person_are_not_taken_by_the_action_before(room: LiveRoom) -> None:
    held = _action(room)
    later = room.meeting.lines[-1].entry.id
    _go_to(room, later)
    room.do(Key.LIVE_ACTION)
    room.write("probation, ask")
    held.let_go()
    assert _line() == "probation, ask"


def test_an_action_refused_after_the_room_went_on_waits_with_its_item(room: LiveRoom) -> None:
    first = room.open_person().record.entry
    held = _action(room)
    _go_to(room, room.meeting.lines[-1].entry.id)
    assert first.person is not None
    owner = next(row for row in room.meeting.attendance if row.name)
    assert owner.agency_id is not None
    why = "They asked for it"
    exclude_agency(room.panel.desk, first.person.id, agency_id=owner.agency_id, reason=why)
    held.let_go()
    _go_to(room, first.id)
    room.do(Key.LIVE_ACTION)
    assert "book the joint visit, by Fri" in _line()


def test_one_key_pressed_five_times_takes_one_item_and_opens_the_next(room: LiveRoom) -> None:
    room.open_person()
    taken = _taken(room)
    held = HeldActs(room)
    for _press in range(5):
        room.do(Key.LIVE_NEXT)
    held.let_go()
    assert _taken(room) == taken + 1
    assert "taken" not in room.says().lower().split("agenda")[0]


def test_a_barrier_named_twice_in_one_breath_is_one(room: LiveRoom) -> None:
    room.open_person()
    before = len(room.item.barriers)
    room.do(Key.LIVE_BARRIER)
    held = HeldActs(room)
    room.press(Qt.Key.Key_1)
    room.press(Qt.Key.Key_1)
    held.let_go()
    assert len(room.item.barriers) == before + 1


def test_undo_takes_back_what_is_still_being_written_not_what_was_before_it(
    room: LiveRoom,
) -> None:
    _note(room, "one").let_go()
    held = _note(room, "two")
    room.do(Key.UNDO)
    held.let_go()
    assert [one.text for one in room.item.record.notes] == ["one"]


def test_the_undo_key_works_with_the_keys_in_an_empty_line(room: LiveRoom) -> None:
    _note(room, "one").let_go()
    _ctrl_z(room)
    assert not room.item.record.notes


def test_the_undo_key_takes_typed_words_back_before_any_act(room: LiveRoom) -> None:
    _note(room, "one").let_go()
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "half a wo")
    _ctrl_z(room)
    assert _line() == ""
    assert len(room.item.record.notes) == 1


def test_the_undo_key_works_with_the_keys_in_a_text_nothing_was_typed_in(room: LiveRoom) -> None:
    _note(room, "one").let_go()
    room.do(Key.LIVE_VIEW)
    _ctrl_z(room)
    assert not room.item.record.notes


def test_a_note_being_put_right_is_taken_up_where_it_was(room: LiveRoom) -> None:
    _note(room, "one").let_go()
    part = room.view.findChild(SaidPart)
    assert part is not None
    press(part, "Change")
    room.write(" more")
    part.settled.emit(_line())
    at = room.place.item
    assert at is not None
    _go_to(room, room.meeting.lines[-1].entry.id)
    _go_to(room, at)
    room.do(Key.LIVE_SAID)
    assert _line() == "one more"
    room.press(Qt.Key.Key_Return)
    assert [one.text for one in room.item.record.notes] == ["one more"]
    assert not read_drafts(room.panel.desk)


def test_no_key_of_the_screen_goes_on_while_it_is_held(room: LiveRoom) -> None:
    assert [one.text() for one in room.view.actions() if one.autoRepeat()] == []


def _note(room: LiveRoom, words: str) -> HeldActs:
    """Write a note up to its Enter, with the acts held."""
    if room.place.item is None or room.item.record.entry.person is None:
        room.open_person()
    agency = next(row.agency for row in room.meeting.attendance if row.name)
    room.do(Key.LIVE_SAID)
    room.write(f"{agency}: {words}")
    held = HeldActs(room)
    room.press(Qt.Key.Key_Return)
    assert held.count == 1
    return held


def _action(room: LiveRoom) -> HeldActs:
    """Write an action up to its Enter, with the acts held."""
    if room.item.record.entry.person is None:
        room.open_person()
    who = next(row.name for row in room.meeting.attendance if row.name)
    room.do(Key.LIVE_ACTION)
    room.write(f"{who}, book the joint visit, by Fri")
    held = HeldActs(room)
    room.press(Qt.Key.Key_Return)
    assert held.count == 1
    return held


def _go_to(room: LiveRoom, item: UUID) -> None:
    """Choose a line of the agenda, as the pointer does."""
    room.view.findChildren(AgendaPart)[0].chosen.emit(item)
    settle()


def _line() -> str:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    return line.text()


def _taken(room: LiveRoom) -> int:
    return sum(one.entry.status is ItemStatus.TAKEN for one in room.meeting.lines)


def _ctrl_z(room: LiveRoom) -> None:
    """Press the key on the window, as the keyboard does: a field may keep it for itself."""
    handle = room.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_undoing_says_of_whom_by_the_name_that_is_shown(room: LiveRoom) -> None:
    person = room.open_person().record.entry.person
    assert person is not None
    assert person.name.given is not None
    _note(room, "one").let_go()
    room.do(Key.UNDO)
    assert f"Undone: Note written ({person.name.given}" in _toasts(room)


def test_undoing_says_of_whom_by_initials_while_names_are_hidden(room: LiveRoom) -> None:
    person = room.open_person().record.entry.person
    assert person is not None
    _note(room, "one").let_go()
    room.do(Key.LIVE_HIDE)
    room.do(Key.UNDO)
    said = _toasts(room)
    assert person.reference in said
    assert str(person.name.given) not in said


def test_undoing_an_absence_names_no_person_of_the_agenda(room: LiveRoom) -> None:
    room.open_person()
    room.do(Key.LIVE_WHO)
    room.press(Qt.Key.Key_A)
    room.do(Key.UNDO)
    assert "Undone:" in _toasts(room)
    assert "(" not in _toasts(room)


def test_a_text_that_saved_itself_is_taken_back_as_one_act_and_said(room: LiveRoom) -> None:
    room.open_person()
    room.do(Key.LIVE_VIEW)
    before = room.item.record.person_view
    room.write("Would like a dog. ")
    room.do(Key.LIVE_SAID)  # the keys leave it, so it saves itself
    assert "Would like a dog." in room.item.record.person_view
    _ctrl_z(room)
    assert room.item.record.person_view == before
    assert "Undone: In the person's own words (" in _toasts(room)


def test_the_undo_key_in_a_text_takes_back_letters_and_once_saved_the_whole_of_it(
    room: LiveRoom,
) -> None:
    room.open_person()
    room.do(Key.LIVE_VIEW)
    before = room.item.record.person_view
    room.write("Would like a dog. ")
    room.do(Key.LIVE_SAID)
    room.do(Key.LIVE_VIEW)
    room.write("And a garden. ")
    _ctrl_z(room)
    area = QApplication.focusWidget()
    assert isinstance(area, QPlainTextEdit)
    assert area.toPlainText().replace(before, "") == "Would like a dog. "
    _ctrl_z(room)
    settle()
    assert room.item.record.person_view == before
    assert area.toPlainText() == before


def _toasts(room: LiveRoom) -> str:
    return " ".join(one.text() for one in room.work.findChildren(QLabel) if "Undone" in one.text())
