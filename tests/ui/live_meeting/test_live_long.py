"""Forty people on one agenda: every key still works, and nothing costs more than with four."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from coordinator.casework.desk import Desk
from coordinator.casework.live.reads import read_live_item
from coordinator.domain.states import ItemStatus
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.agenda.view import AgendaPart
from tests.casework.counting import queries
from tests.meetings import add_case
from tests.stores import TODAY, store
from tests.ui.driving import settle
from tests.ui.small_rooms import SmallRoom, small

__all__ = ["small", "store"]  # fixtures from elsewhere
Make = Callable[..., SmallRoom]
ENTER = Qt.Key.Key_Return
_MANY, _FEW = 40, 4


def room_with(small: Make, desk: Desk, people: int) -> SmallRoom:
    """Open a meeting about so many people."""
    for number in range(1, people):
        add_case(desk, f"Person{number}", next_review_on=TODAY)
    room = small().open()
    assert len(about_people(room)) == people
    return room


def about_people(room: SmallRoom) -> list[object]:
    return [one.entry.id for one in room.meeting.lines if one.entry.person is not None]


def agree(room: SmallRoom, words: str) -> None:
    """Agree an action of the open item by its line."""
    room.do(Key.LIVE_ACTION)
    room.write(f"Rhys, {words}, by Fri")
    room.press(ENTER)


def test_forty_people_are_gone_through_by_keys_and_each_keeps_their_own(
    small: Make, desk: Desk
) -> None:
    room = room_with(small, desk, _MANY)
    lines = [one.entry.id for one in room.meeting.lines]
    for number in range(len(lines)):
        agree(room, f"ring about number {number}")
        room.do(Key.LIVE_NEXT)
    meeting = room.meeting
    assert {one.entry.status for one in meeting.lines} == {ItemStatus.TAKEN}
    for number, item in enumerate(lines):
        read = read_live_item(desk, meeting.header.row.id, item)
        assert [one.text for one in read.record.actions] == [f"Ring about number {number}"]
    assert room.told == []


def test_the_last_of_forty_is_in_sight_on_the_agenda_when_it_is_open(
    small: Make, desk: Desk
) -> None:
    room = room_with(small, desk, _MANY)
    agenda = room.window.findChild(AgendaPart)
    assert agenda is not None
    last = room.meeting.lines[-1].entry
    agenda.chosen.emit(last.id)
    settle()
    assert last.person is not None
    assert last.person.reference in room.says()
    (rows,) = agenda.findChildren(QListWidget)
    assert rows.currentRow() == len(room.meeting.lines) - 1
    assert rows.viewport().rect().contains(rows.visualItemRect(rows.currentItem()))


@pytest.mark.parametrize("does", ["agree", "next", "note", "decide", "seat"])
def test_no_key_asks_more_of_the_store_with_forty_people_than_with_four(
    small: Make, desk: Desk, does: str
) -> None:
    room = room_with(small, desk, _FEW)
    once(room, does)  # what is read once only is read
    few = once(room, does)
    more = [add_case(desk, f"Late{number}", next_review_on=TODAY) for number in range(_MANY)]
    assert len(more) == _MANY
    room.begin_next()
    room.open()
    assert len(about_people(room)) > _MANY
    once(room, does)
    assert once(room, does) <= few


def once(room: SmallRoom, does: str) -> int:
    """Do one thing and count what was asked of the store."""
    with queries(room.desk) as sent:
        if does == "agree":
            agree(room, "ring the ward")
        elif does == "next":
            room.do(Key.LIVE_NEXT)
        elif does == "note":
            room.do(Key.LIVE_SAID)
            room.write("Kerrow Police, two calls")
            room.press(ENTER)
        elif does == "decide":
            room.do(Key.LIVE_DECIDE)
            room.write("Go on because it works")
            room.press(ENTER, "n")
        else:
            room.do(Key.LIVE_WHO)
            room.press("h")
    return len(sent)
