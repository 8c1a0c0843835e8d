"""Somebody else at the same store writes while it is minuted here: told, merged by field."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from coordinator.casework.live.reads import read_live_item
from coordinator.casework.meetings.discussions import (
    add_note,
    take_item,
    withdraw_item,
    write_facts,
    write_person_view,
)
from coordinator.casework.people.entering import record_death
from coordinator.domain.meetings.live_views import LiveItem
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Role
from coordinator.domain.states import ItemStatus
from coordinator.ui.kit.chips import Chip
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.head.view import HeadPart
from tests.stores import CHAIR, COUNCIL, POLICE, TODAY, sitting, store
from tests.ui.driving import settle
from tests.ui.small_rooms import SmallRoom, small

__all__ = ["small", "store"]  # fixtures from elsewhere


@pytest.fixture
def room(small: Callable[..., SmallRoom]) -> SmallRoom:
    return small().open()


def elsewhere(room: SmallRoom, act: Callable[..., Done[Any]], **how: Any) -> None:
    """Have the chair do something at a desk of their own; this window hears of it."""
    done = act(sitting(room.desk, CHAIR, Role.CHAIR, COUNCIL), **how)
    room.screen.look_again(done.changes)
    settle()


def item(room: SmallRoom) -> LiveItem:
    entry = room.meeting.lines[0].entry
    return read_live_item(room.desk, room.meeting_id, entry.id)


def area() -> QPlainTextEdit:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    return focused


def chips(room: SmallRoom) -> list[str]:
    head = room.window.findChild(HeadPart)
    assert head is not None
    return [one.accessibleName() for one in head.findChildren(Chip) if one.isVisible()]


def test_two_texts_of_one_item_are_both_kept(room: SmallRoom) -> None:
    entry = item(room).record.entry
    room.do(Key.LIVE_VIEW)
    area().insertPlainText("Would like a dog.")
    elsewhere(room, write_facts, item_id=entry.id, seen=entry.revision, summary="Slept outside.")
    assert area().toPlainText() == "Would like a dog."  # what is typed is not touched
    room.do(Key.LIVE_SAID)
    found = item(room).record
    assert (found.person_view, found.summary) == ("Would like a dog.", "Slept outside.")


def test_one_text_written_at_both_desks_is_told_and_neither_is_lost(room: SmallRoom) -> None:
    entry = item(room).record.entry
    room.do(Key.LIVE_VIEW)
    area().insertPlainText("Would like a dog.")
    elsewhere(
        room,
        write_person_view,
        item_id=entry.id,
        seen=entry.revision,
        view="Would like a cat.",
        spoken_by="The chair",
    )
    room.do(Key.LIVE_SAID)
    assert item(room).record.person_view == "Would like a cat."
    said = room.says()
    assert "Changed while you were typing: Morwenna Tregear" in said
    assert "Would like a dog." in said
    assert "Would like a cat." in said


def test_notes_of_both_desks_stand_and_the_half_typed_one_stays(room: SmallRoom) -> None:
    entry = item(room).record.entry
    room.do(Key.LIVE_SAID)
    room.write("Kerrow Police, two calls")
    elsewhere(room, add_note, item_id=entry.id, agency_id=POLICE, text="One call.")
    assert "One call." in room.says()
    line = QApplication.focusWidget()
    assert line.text() == "Kerrow Police, two calls"  # type: ignore[union-attr]


def test_an_item_withdrawn_elsewhere_is_told_in_place_and_what_is_typed_stays(
    room: SmallRoom,
) -> None:
    entry = item(room).record.entry
    room.do(Key.LIVE_SAID)
    room.write("Kerrow Police, two calls")
    elsewhere(room, withdraw_item, item_id=entry.id, reason="Moved to another panel.")
    assert "Withdrawn" in chips(room)
    assert "Moved to another panel" in room.says()
    line = QApplication.focusWidget()
    assert line.text() == "Kerrow Police, two calls"  # type: ignore[union-attr]


def test_an_item_taken_elsewhere_is_not_taken_twice(room: SmallRoom) -> None:
    entry = item(room).record.entry
    elsewhere(room, take_item, item_id=entry.id)
    room.do(Key.LIVE_NEXT)
    assert room.meeting.lines[0].entry.status is ItemStatus.TAKEN
    assert room.told == []


def test_that_somebody_has_died_is_told_in_place(room: SmallRoom) -> None:
    person = room.person()
    act = partial(record_death, person_id=person.id)
    elsewhere(room, act, died_on=TODAY - timedelta(days=1), source="The hospital")
    assert "Died 18 November 2026" in chips(room)
