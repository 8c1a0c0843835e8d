"""What is in the way, by one key in the room: the panel's own list, in its own words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from coordinator.casework.desk import Desk
from coordinator.casework.panel_settings import (
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
from coordinator.ui.screens.live_meeting.outcomes.lines import LIKELIEST
from tests.stores import store
from tests.ui.live_parts import MeetingOn, meeting_on, open_room

__all__ = ["store"]
ENTER = Qt.Key.Key_Return


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
