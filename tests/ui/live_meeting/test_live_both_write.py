"""The same field is typed at both desks: both readings are shown, and nothing is written over."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.meetings.agreed_today import agree_anew
from coordinator.casework.meetings.decisions import Decided, change_decision, record_decision
from coordinator.casework.meetings.discussions import (
    add_note,
    change_note,
    defer_item,
    set_next_review,
)
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.meetings.live_views import LiveItem
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Role
from coordinator.domain.states import ItemStatus
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.deciding.view import DecidingPart
from tests.stores import CHAIR, COUNCIL, NURSE, POLICE, TODAY, WORKER, sitting, store
from tests.ui.driving import settle
from tests.ui.small_rooms import SmallRoom, small

__all__ = ["small", "store"]  # fixtures from elsewhere
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
FRIDAY = TODAY + timedelta(days=1)
MEANWHILE = "Somebody else wrote meanwhile: "


@pytest.fixture
def room(small: Callable[..., SmallRoom]) -> SmallRoom:
    return small().open()


def elsewhere(room: SmallRoom, act: Callable[..., Done[Any]], *what: Any, **how: Any) -> Any:
    """Have the chair do something at a desk of their own; this window hears of it."""
    done = act(sitting(room.desk, CHAIR, Role.CHAIR, COUNCIL), *what, **how)
    room.screen.look_again(done.changes)
    settle()
    return done.result


def item(room: SmallRoom) -> LiveItem:
    return read_live_item(room.desk, room.meeting_id, room.meeting.lines[0].entry.id)


def agreed_here(room: SmallRoom) -> Any:
    new = NewAction(
        "Ring the surgrey", WORKER, FRIDAY, room.person().id, meeting_id=room.meeting_id
    )
    return elsewhere(room, add_action, new)


def decided_here(room: SmallRoom, text: str = "Keep the bed", why: str = "It is warm") -> Decided:
    return Decided(text, why, DecidedHow.CHAIR, dissent_asked=True)


def line() -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def put(room: SmallRoom, words: str) -> None:
    line().clear()
    room.write(words)


def test_an_action_of_today_put_right_at_both_desks_shows_both_and_asks_again(
    room: SmallRoom,
) -> None:
    action = agreed_here(room)
    room.do(Key.LIVE_AGREED)
    room.press(ENTER)
    put(room, "Ring the surgery")
    elsewhere(room, agree_anew, action, seen=1, text="Write to the surgery")
    assert line().text() == "Ring the surgery"
    room.press(ENTER)
    assert f"{MEANWHILE}Write to the surgery" in room.says()
    assert line().text() == "Ring the surgery"
    assert [one.text for one in item(room).record.actions] == ["Write to the surgery"]
    room.press(ENTER)  # both were seen
    assert [one.text for one in item(room).record.actions] == ["Ring the surgery"]


def test_the_words_of_one_desk_and_the_owner_of_the_other_are_both_kept(room: SmallRoom) -> None:
    action = agreed_here(room)
    room.do(Key.LIVE_AGREED)
    room.press(ENTER)
    put(room, "Ring the surgery")
    elsewhere(room, agree_anew, action, seen=1, owner_id=NURSE)
    room.press(ENTER)
    (one,) = item(room).record.actions
    assert (one.text, one.owner.id) == ("Ring the surgery", NURSE)


def test_a_decision_put_right_at_both_desks_shows_both_and_keeps_the_other_field(
    room: SmallRoom,
) -> None:
    key = elsewhere(room, record_decision, item(room).record.entry.id, decided_here(room))
    room.do(Key.LIVE_AGREED)
    room.press(ENTER)
    put(room, "Keep the bed until March")
    theirs = decided_here(room, "Keep the bed until May", "It is warm and near")
    elsewhere(room, change_decision, key, seen=1, decided=theirs)
    room.press(ENTER)
    assert f"{MEANWHILE}Keep the bed until May" in room.says()
    room.press(ENTER)
    (made,) = item(room).record.decisions
    assert (made.text, made.reason) == ("Keep the bed until March", "It is warm and near")


def test_a_decision_corrected_in_its_lines_is_never_written_over(room: SmallRoom) -> None:
    key = elsewhere(room, record_decision, item(room).record.entry.id, decided_here(room))
    part = room.window.findChild(DecidingPart)
    assert part is not None
    next(one for one in part.findChildren(QPushButton) if one.text() == "Change").click()
    settle()
    room.press("c")
    put(room, "Keep the bed until March")
    theirs = decided_here(room, "Keep the bed until May", "It is warm and near")
    elsewhere(room, change_decision, key, seen=1, decided=theirs)
    room.press(ENTER)
    room.press(ENTER, "n")
    assert f"{MEANWHILE}Keep the bed until May" in room.says()
    assert item(room).record.decisions[0].text == "Keep the bed until May"
    room.press("n")
    (made,) = item(room).record.decisions
    assert (made.text, made.reason) == ("Keep the bed until March", "It is warm and near")


def test_a_note_changed_at_both_desks_shows_both_and_asks_again(room: SmallRoom) -> None:
    entry = item(room).record.entry
    note = elsewhere(room, add_note, item_id=entry.id, agency_id=POLICE, text="One call.")
    room.click("Change")
    put(room, "Two calls.")
    elsewhere(room, change_note, note, seen=1, text="Three calls.")
    assert line().text() == "Two calls."
    room.press(ENTER)
    assert f"{MEANWHILE}Three calls" in room.says()
    assert [one.text for one in item(room).record.notes] == ["Three calls."]
    room.press(ENTER)
    assert [one.text for one in item(room).record.notes] == ["Two calls."]


def test_an_item_put_off_elsewhere_is_not_withdrawn_over_it(room: SmallRoom) -> None:
    entry = item(room).record.entry
    room.do(Key.LIVE_WITHDRAW)
    room.write("Has moved away")
    elsewhere(room, defer_item, entry.id, reason="No key worker here")
    room.press(ENTER)
    line_now = room.meeting.lines[0]
    assert line_now.entry.status is ItemStatus.DEFERRED
    assert line_now.status_reason == "No key worker here"
    assert "Somebody else said meanwhile: " in room.says()
    assert "No key worker here. Enter puts yours in its place." in room.says()
    assert line().text() == "Has moved away"
    room.press(ENTER)
    assert room.meeting.lines[0].entry.status is ItemStatus.WITHDRAWN


def test_a_review_agreed_at_both_desks_is_told_and_not_written_over(room: SmallRoom) -> None:
    entry = item(room).record.entry
    room.do(Key.REVIEW)
    room.write("4")
    theirs = TODAY + timedelta(days=14)
    elsewhere(room, set_next_review, entry.id, seen=entry.revision, on=theirs)
    room.press(ENTER)
    assert item(room).record.entry.next_review_on == theirs
    assert room.told or "meanwhile" in room.says() or "Somebody changed" in room.says()
