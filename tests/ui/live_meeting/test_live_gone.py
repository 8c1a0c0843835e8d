"""Somebody dies, leaves or may no longer be told while a line about it is typed: said in words."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.people.entering import record_death
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Role
from coordinator.ui.kit.chips import Chip
from coordinator.ui.kit.shortcuts import Key
from tests.meetings import keep_from
from tests.stores import CHAIR, COUNCIL, HOUSING, TODAY, WORKER, sitting, store
from tests.ui.driving import settle
from tests.ui.small_rooms import SmallRoom, small

__all__ = ["small", "store"]  # fixtures from elsewhere
ENTER = Qt.Key.Key_Return
Type = Callable[[SmallRoom], None]


def typing(key: Key, *words: str) -> Type:
    """Type into a line by its key, with Enter between the words but not after the last."""

    def do(room: SmallRoom) -> None:
        room.do(key)
        for at, one in enumerate(words):
            if at:
                room.press(ENTER)
            room.write(one)

    return do


LINES = {
    "action": typing(Key.LIVE_ACTION, "Rhys, ring the ward, by Fri"),
    "lead": typing(Key.LEAD, "Rhys"),
    "review": typing(Key.REVIEW, "4"),
    "withdrawn": typing(Key.LIVE_WITHDRAW, "Has moved away"),
}
ANSWERS: dict[str, tuple[str | Qt.Key, ...]] = {"lead": (ENTER, "y")}
OF_THE_PERSON = ("action", "lead", "review")


@pytest.fixture
def room(small: Callable[..., SmallRoom]) -> SmallRoom:
    return small().open()


def elsewhere(room: SmallRoom, act: Callable[..., Done[Any]], *what: Any, **how: Any) -> None:
    """Have the chair do something at a desk of their own; this window hears of it."""
    done = act(sitting(room.desk, CHAIR, Role.CHAIR, COUNCIL), *what, **how)
    room.screen.look_again(done.changes)
    settle()


def leave(room: SmallRoom) -> None:
    """Have the owner leave, as the directory has it; this window hears of it."""
    room.screen.look_again(record_leaving(room.desk, WORKER).changes)
    settle()


def says(room: SmallRoom) -> str:
    """Give every word in sight, and what stands above the page or was said in passing."""
    notices = [f"{one.what} {one.next}" for one in room.told]
    return " ".join([room.says(), *notices, *room.toasts])


def written(room: SmallRoom) -> tuple[Any, ...]:
    item = read_live_item(room.desk, room.meeting_id, room.meeting.lines[0].entry.id)
    record = item.record
    texts = [one.text for one in record.actions], [one.text for one in record.notes]
    decided = [one.text for one in record.decisions]
    entry = record.entry
    lead = entry.person.lead_id if entry.person is not None else None
    return (*texts, decided, entry.next_review_on, entry.status, lead)


def chips(room: SmallRoom) -> list[str]:
    return [one.accessibleName() for one in room.window.findChildren(Chip) if one.isVisible()]


def enter(room: SmallRoom, kind: str) -> None:
    room.press(*ANSWERS.get(kind, (ENTER,)))


@pytest.mark.parametrize("kind", LINES)
def test_the_person_has_died_while_a_line_is_typed(room: SmallRoom, kind: str) -> None:
    LINES[kind](room)
    before = written(room)
    died = TODAY - timedelta(days=1)
    person = room.person().id
    elsewhere(room, record_death, person_id=person, died_on=died, source="The hospital")
    assert "Died 18 November 2026" in chips(room)
    enter(room, kind)
    if kind in OF_THE_PERSON:
        assert "This person has died" in says(room)
        assert written(room) == before
    else:  # what is said of somebody who has died still stands in the minutes
        assert written(room) != before


@pytest.mark.parametrize("kind", ["action", "lead"])
def test_the_owner_has_left_while_a_line_is_typed(room: SmallRoom, kind: str) -> None:
    LINES[kind](room)
    before = written(room)
    leave(room)
    enter(room, kind)
    assert "has left" in says(room)
    assert written(room) == before


@pytest.mark.parametrize("kind", ["action", "lead"])
def test_the_agency_must_not_be_told_while_a_line_is_typed(room: SmallRoom, kind: str) -> None:
    LINES[kind](room)
    before = written(room)
    keep_from(room.desk, room.person().id, HOUSING)
    enter(room, kind)
    assert "this agency is not told" in says(room)
    assert written(room) == before
