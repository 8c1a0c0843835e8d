"""The computer's clock is set while the meeting runs: nothing is negative, nothing is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coordinator.casework.live.reads import read_live_item
from coordinator.domain.states import MeetingStatus
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.clock.view import ClockPart
from tests.stores import store
from tests.ui.driving import settle
from tests.ui.small_rooms import SmallRoom, small

__all__ = ["small", "store"]  # fixtures from elsewhere
ENTER = Qt.Key.Key_Return
JUMPS = {
    "back two hours": {"hours": -2},
    "back a day": {"days": -1},
    "on three hours": {"hours": 3},
}


@pytest.fixture
def room(small: Callable[..., SmallRoom]) -> SmallRoom:
    return small().open()


@pytest.mark.parametrize("jump", JUMPS)
def test_what_the_clock_of_the_meeting_says_does_not_jump(room: SmallRoom, jump: str) -> None:
    clock = room.window.findChild(ClockPart)
    assert clock is not None
    room.clock.move(**JUMPS[jump])
    clock.ticked.emit()
    settle()
    said = room.says()
    assert "0 min of 5 min planned" in said
    assert "The meeting ends 11:30, 1 h " in said
    assert "past its end" not in said
    assert "-" not in said.partition("The meeting ends")[2].partition("To come")[0]


@pytest.mark.parametrize("jump", JUMPS)
def test_what_is_typed_and_agreed_is_kept_and_the_item_has_no_minutes_too_many(
    room: SmallRoom, jump: str
) -> None:
    room.do(Key.LIVE_ACTION)
    room.write("Rhys, ring the ward, by Fri 27 Nov")
    room.clock.move(**JUMPS[jump])
    room.press(ENTER)
    room.do(Key.LIVE_NEXT)
    entry = room.meeting.lines[0].entry
    item = read_live_item(room.desk, room.meeting_id, entry.id)
    assert [one.text for one in item.record.actions] == ["Ring the ward"]
    assert room.meeting.lines[0].minutes_used in {None, 0}
    assert room.told == []


def test_a_meeting_is_not_ended_before_it_began_and_the_time_is_asked_for(room: SmallRoom) -> None:
    room.clock.move(hours=-2)
    room.do(Key.LIVE_END)
    QApplication.processEvents()
    room.click("End the meeting")
    assert room.meeting.header.row.status is MeetingStatus.IN_PROGRESS
    assert "before" in room.says()
