"""The same screen for a huddle and a professionals' meeting: nothing of the panel in the way."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.live.reads import read_live_meeting
from coordinator.casework.meetings.agendas import NewItem, add_urgent_item
from coordinator.casework.meetings.called import begin_huddle, call_meeting
from coordinator.casework.meetings.running import open_meeting
from coordinator.domain.states import MeetingStatus
from coordinator.ui.kit import theme
from coordinator.ui.kit.screen import Screen
from coordinator.ui.places.every import LiveMeetingPlace, Place
from coordinator.ui.screens.live_meeting import screen
from coordinator.ui.screens.live_meeting.closing.view import ClosingPage
from coordinator.ui.screens.meetings import screen as meetings
from tests.meetings import TEN, add_case, add_seats
from tests.ui.closing.rooms import Around
from tests.ui.desktops import press, says
from tests.ui.immediate import ImmediateJobs
from tests.ui.live_meeting.live_panels import LivePanel
from tests.ui.live_meeting.live_rooms import a_live_panel, live_room

__all__ = ["a_live_panel"]  # a fixture from elsewhere

Opened = tuple[Screen, ClosingPage]
Open = Callable[..., Opened]


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot, look: theme.Look) -> Open:
    """Open the live screen of a meeting."""

    def make(meeting: UUID, field: str = "") -> Opened:
        around, jobs = Around(), ImmediateJobs(desk)

        def toast(text: str, _undo: Callable[[], object] | None) -> None:
            around.toasts.append(text)

        ways = screen.Ways(around.places.append, lambda _place: None, toast, around.notices.append)
        made = screen.build(jobs, ways, LiveMeetingPlace(meeting, field=field))
        jobs.listeners.append(made.look_again)
        qtbot.addWidget(made.widget)
        made.widget.setProperty("screen", made)
        made.widget.resize(1440, 900)
        made.widget.show()
        QApplication.processEvents()
        page = made.widget.findChild(ClosingPage)
        assert page is not None
        return made, page

    return make


def test_a_huddle_begins_with_one_click_in_its_live_view(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    add_seats(desk)
    places: list[Place] = []
    made = meetings.build(ImmediateJobs(desk), places.append, lambda _text, _undo: None)
    qtbot.addWidget(made.widget)
    press(made.widget, "Outreach huddle now")
    (place,) = places
    assert isinstance(place, LiveMeetingPlace)
    row = read_live_meeting(desk, place.meeting).header.row
    assert row.status is MeetingStatus.IN_PROGRESS


def test_a_huddle_without_anybody_on_it_yet_is_shown_and_takes_people_up(
    desk: Desk, opened: Open
) -> None:
    add_seats(desk)
    meeting = begin_huddle(desk).result
    made, _page = opened(meeting)
    assert "Nothing more to come" in says(made.widget)
    person, _case = add_case(desk, "Jory")
    done = add_urgent_item(desk, meeting, NewItem(person_id=person), reason="Not seen.")
    made.look_again(done.changes)
    assert "J KP-0001" in says(made.widget)
    assert "To come: 1 item" in says(made.widget)


def test_a_huddle_is_over_when_it_is_ended(desk: Desk, opened: Open) -> None:
    add_seats(desk)
    meeting = begin_huddle(desk).result
    _made, page = opened(meeting)
    page.way_in.trigger()
    assert "Nothing is left open." in says(page)
    assert not any(one.isVisible() for one in page.slot_fields)
    press(page, "End the meeting")
    assert read_live_meeting(desk, meeting).header.row.status is MeetingStatus.HELD
    assert "has no minutes" in says(page)
    steps = [one.text() for one in page.steps.findChildren(QPushButton) if one.isVisible()]
    assert steps == []


def test_a_line_of_the_check_puts_the_keys_into_the_field_of_its_item(
    desk: Desk, opened: Open
) -> None:
    add_seats(desk)
    meeting = begin_huddle(desk).result
    for name in ("Jory", "Kerra"):
        person, _case = add_case(desk, name)
        add_urgent_item(desk, meeting, NewItem(person_id=person), reason="Not seen.")
    made, page = opened(meeting)
    page.way_in.trigger()
    rows = [page.check.list.item(at).text() for at in range(page.check.list.count())]
    page.check.list.setCurrentRow(next(at for at, one in enumerate(rows) if "Kerra" in one))
    QTest.keyClick(page.check.list, Qt.Key.Key_Return)
    assert not page.isVisible()
    focused = made.widget.window().focusWidget()
    assert focused is not None
    assert focused.property("field") == "live.action"
    assert "Kerra KP-0002" in says(made.widget)


def test_the_program_reopens_at_the_note_that_was_being_typed(desk: Desk, opened: Open) -> None:
    add_seats(desk)
    person, _case = add_case(desk, "Jory")
    meeting = call_meeting(desk, person).result
    open_meeting(desk, meeting, at=TEN)
    _made, page = opened(meeting)
    page.way_in.trigger()
    learning, _other = page.slot_fields
    QTest.keyClicks(learning.area, "Ask the hosp")
    learning.area.typed.emit(learning.area.text())  # kept some moments later, then the kill
    again, page = opened(meeting, "live.closing.learning")
    assert page.isVisible()
    learning, _other = page.slot_fields
    assert learning.area.text() == "Ask the hosp"
    assert again.widget.window().focusWidget() is learning.area


def test_a_huddle_nobody_is_on_yet_begins_with_its_statement_under_the_keys(
    a_live_panel: LivePanel, look: theme.Look
) -> None:
    huddle = begin_huddle(a_live_panel.desk).result
    room = live_room(a_live_panel, LiveMeetingPlace(huddle))
    focused = room.window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.accessibleName() == "The statement has been read"
    room.leave()


def test_where_no_quorum_is_asked_for_none_is_missed(desk: Desk, opened: Open) -> None:
    person, _case = add_case(desk)
    add_seats(desk)
    meeting = begin_huddle(desk).result
    add_urgent_item(desk, meeting, NewItem(person_id=person), reason="Seen by nobody since Monday")
    made, _page = opened(meeting)
    assert "are needed" not in says(made.widget)
