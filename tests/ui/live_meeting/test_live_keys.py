"""The keys of the live meeting: each does one thing, and none of the program's own."""

from collections import Counter

from coordinator.ui.kit.shortcuts import Key
from tests.ui.live_meeting.live_rooms import LiveRoom, a_live_panel, room

__all__ = ["a_live_panel", "room"]  # fixtures from elsewhere


def test_each_key_of_the_screen_does_one_thing(room: LiveRoom) -> None:
    keys = Counter(one.shortcut().toString() for one in room.view.actions())
    del keys[""]
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_of_the_screen_is_one_that_works_everywhere(room: LiveRoom) -> None:
    here = {one.shortcut().toString() for one in room.view.actions()} - {""}
    everywhere = {one.shortcut().toString() for one in room.window.actions()} - {""}
    everywhere |= {str(Key.KEEP_MINE), str(Key.TAKE_THEIRS)}
    assert here & everywhere == set()
