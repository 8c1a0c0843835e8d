"""What is in the way, by one key in the room: the panel's own list, in its own words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from coordinator.casework.desk import Desk
from coordinator.casework.panel.settings import (
    add_line,
    change_line,
    read_barrier_choices,
    read_topic,
    remove_line,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.panel import Topic
from coordinator.ui.kit import theme
from coordinator.ui.screens.live_meeting.escalating import part as escalating
from coordinator.ui.screens.live_meeting.outcomes import part as outcomes
from coordinator.ui.screens.live_meeting.outcomes.lines import LIKELIEST, by_key
from tests.stores import store
from tests.ui.live_meeting.live_parts import MeetingOn, OpenRoom, meeting_on, open_room

__all__ = ["store"]
ENTER = Qt.Key.Key_Return
PAGE = "abcdefghijklmnopqrstuvwxyz123456789"


@pytest.fixture
def on(desk: Desk) -> MeetingOn:
    return meeting_on(desk)


def test_every_barrier_there_is_has_a_key(
    on: MeetingOn, look: theme.Look, qapp: QApplication
) -> None:
    del look, qapp
    letters = "abcdefghijklmnopqrstuvwxyz12"
    offered = [one.category for one in read_barrier_choices(on.desk)]
    assert set(offered) == set(BarrierCategory)
    rest = [one for one in offered if one not in LIKELIEST]
    with open_room(on, [outcomes.build, escalating.build]) as room:
        room.do("Open actions")
        room.press("4", "0", letters[len(rest) - 1])
    assert on.row().barrier_category is rest[-1]


def test_a_list_longer_than_the_keys_goes_on_after_0(
    on: MeetingOn, look: theme.Look, qapp: QApplication
) -> None:
    del look, qapp
    for at in range(80):
        add_line(on.desk, Topic.BARRIERS, text=f"Local barrier {at}")
    offered = read_barrier_choices(on.desk)
    _likely, rest = by_key(offered)
    last = len(rest) - 1
    with open_room(on, [outcomes.build, escalating.build]) as room:
        room.do("Open actions")
        room.press("4", "0")
        assert not [one for one in shown_words(room) if rest[last].words in one]
        room.press(*"0" * (last // len(PAGE)))
        assert [one for one in shown_words(room) if rest[last].words in one]
        assert not [one for one in shown_words(room) if one.startswith("0 ")]
        room.press(Qt.Key.Key_Escape)  # one page back, not out of the question
        assert [one for one in shown_words(room) if one.startswith("0 ")]
        room.press("0", PAGE[last % len(PAGE)], ENTER)
    row = on.row()
    assert row.barrier is not None
    assert row.barrier.own == rest[last].words


def shown_words(room: OpenRoom) -> list[str]:
    return [one.text() for one in room.page.findChildren(QPushButton) if one.isVisible()]


def test_the_keys_name_what_the_panel_has_on_its_list_in_its_words(
    on: MeetingOn, look: theme.Look, qapp: QApplication
) -> None:
    del look, qapp
    lines = {one.details.get("category"): one for one in read_topic(on.desk, Topic.BARRIERS)}
    first, second = lines[LIKELIEST[0].value], lines[LIKELIEST[1].value]
    change_line(on.desk, Topic.BARRIERS, first.id, seen=first.revision, text="Nowhere to live")
    remove_line(on.desk, Topic.BARRIERS, second.id)
    add_line(on.desk, Topic.BARRIERS, text="The ferry does not run")
    with open_room(on, [outcomes.build, escalating.build]) as room:
        room.do("Open actions")
        room.press("4")
        shown = [one.text() for one in room.page.findChildren(QPushButton) if one.isVisible()]
        assert "1  Nowhere to live" in shown
        assert "9  The ferry does not run" in shown
        assert not [one for one in shown if "threshold" in one]
        room.press("9", ENTER)
        assert on.row().barrier_category is BarrierCategory.OTHER
        row = on.row()
        assert row.barrier is not None
        assert row.barrier.own == "The ferry does not run"
