"""Where the keys are is in sight, however much stands above it."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from coordinator.casework.actions.agreeing import add_action
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.ui.kit import theme
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places.every import LiveMeetingPlace
from tests.ui.driving import settle
from tests.ui.live_meeting.live_panels import LivePanel, keep_from_the_room
from tests.ui.live_meeting.live_rooms import LiveRoom, a_live_panel, live_room, room

__all__ = ["a_live_panel", "room"]  # fixtures from elsewhere
_MANY = 40


def test_the_new_action_stays_in_sight_when_the_next_person_has_many_open_actions(
    room: LiveRoom,
) -> None:
    _many_actions(room)
    room.do(Key.LIVE_NEXT)
    room.do(Key.LIVE_ACTION)
    line = _with_the_keys()
    assert _is_in_sight(line)
    room.do(Key.LIVE_BACK)  # to the person with all of them; the keys stay in the line
    assert _with_the_keys() is line
    assert len(room.item.open_actions) >= _MANY
    assert _is_in_sight(line)


def test_a_line_that_was_scrolled_away_comes_back_with_the_first_letter(room: LiveRoom) -> None:
    _many_actions(room)
    room.do(Key.LIVE_ACTION)
    line = _with_the_keys()
    bar = room.view.sheet.verticalScrollBar()
    bar.setValue(bar.minimum())
    assert not _is_in_sight(line)
    room.press(Qt.Key.Key_P)
    assert _is_in_sight(line)


def test_the_key_of_a_line_that_has_the_keys_already_brings_it_back(room: LiveRoom) -> None:
    _many_actions(room)
    room.do(Key.LIVE_ACTION)
    bar = room.view.sheet.verticalScrollBar()
    bar.setValue(bar.minimum())
    room.press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert _is_in_sight(_with_the_keys())


def test_with_the_largest_letters_no_button_at_the_top_is_cut_while_somebody_must_leave(
    a_live_panel: LivePanel, qapp: QApplication, look: theme.Look
) -> None:
    theme.wear(qapp, theme.Look(scale=2.0))
    place = LiveMeetingPlace(a_live_panel.meeting, keep_from_the_room(a_live_panel))
    room = live_room(a_live_panel, place)
    room.window.resize(1024, 700)
    settle()
    assert "Enter when they have left." in room.says()
    top = room.view.findChild(QFrame, "top")
    assert top is not None
    buttons = [one for one in top.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in buttons if not _is_in_sight(one)] == []
    assert {"End meeting", "Agenda", "Next item"} <= {one.text() for one in buttons}
    room.leave()
    theme.wear(qapp, look)


def _many_actions(room: LiveRoom) -> None:
    """Give the person in the room more open actions than a page holds."""
    person, around = room.open_person().record.entry.person, room.panel.desk
    assert person is not None
    owner = next(one for one in room.meeting.attendance if one.professional_id is not None)
    for at in range(_MANY):
        due = around.today() + timedelta(days=at + 1)
        new = NewAction(
            f"Ask again, {at}",
            owner.professional_id,
            due,
            person_id=person.id,
            set_on=around.today() - timedelta(days=7),
        )
        add_action(around, new)
    room.work.jobs.changed.emit(Changes(frozenset({RecordKind.ACTION})))
    settle()


def _with_the_keys() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _is_in_sight(one: QWidget) -> bool:
    return one.visibleRegion().boundingRect().size() == one.size()
