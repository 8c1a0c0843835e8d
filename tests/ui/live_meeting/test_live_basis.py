"""The live meeting and somebody whose information basis is not complete, or was withdrawn."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QPlainTextEdit

from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.need_to_know.bases import record_basis, withdraw_basis
from coordinator.domain.meetings.live_views import LiveItem
from coordinator.domain.need_to_know.bases import BasisCard
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Role
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.basis.view import BasisPart
from tests.based import COMPLETE
from tests.stores import CHAIR, COUNCIL, sitting, store
from tests.ui.driving import settle
from tests.ui.small_rooms import SmallRoom, small

__all__ = ["small", "store"]  # fixtures from elsewhere
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
ASKED = "The information basis is not complete: why can this not wait?"
WITHDRAWN = "The information basis was withdrawn: nothing more is done or shared about them."
RING = "Rhys, ring the ward, by tomorrow"
WHY = "Sleeping out, and it freezes"


@pytest.fixture
def room(small: Callable[..., SmallRoom]) -> SmallRoom:
    return small().open()


def elsewhere(room: SmallRoom, act: Callable[..., Done[Any]], **how: Any) -> None:
    """Have the chair do something about the person at a desk of their own."""
    desk = sitting(room.desk, CHAIR, Role.CHAIR, COUNCIL)
    done = act(desk, room.person().id, **how)
    room.screen.look_again(done.changes)
    settle()


def incomplete(room: SmallRoom) -> None:
    elsewhere(room, record_basis, gateway=None)


def withdraw(room: SmallRoom) -> None:
    elsewhere(room, withdraw_basis, reason="They objected")


def item(room: SmallRoom) -> LiveItem:
    return read_live_item(room.desk, room.meeting_id, room.meeting.lines[0].entry.id)


def basis(room: SmallRoom) -> BasisCard:
    return read_sharing(room.desk, room.person().id).basis


def part(room: SmallRoom) -> BasisPart:
    return room.window.findChildren(BasisPart)[0]


def agree(room: SmallRoom) -> Line:
    """Type an action and press Enter; gives the line it was typed in."""
    room.do(Key.LIVE_ACTION)
    typed = QApplication.focusWidget()
    assert isinstance(typed, Line)
    room.write(RING)
    room.press(ENTER)
    return typed


def actions(room: SmallRoom) -> list[str]:
    return [one.text for one in item(room).record.actions]


def test_a_reason_in_one_line_agrees_the_action_and_begins_urgent_work(room: SmallRoom) -> None:
    incomplete(room)
    typed = agree(room)
    assert ASKED in room.says()
    assert (actions(room), typed.text()) == ([], RING)

    room.press(ENTER)  # no reason yet
    assert "Say why in a few words." in room.says()
    room.write(WHY)
    room.press(ENTER)
    assert (actions(room), typed.text()) == (["Ring the ward"], "")
    assert basis(room).facts.urgent_reason == WHY
    assert ASKED not in room.says()
    assert part(room).sentence.startswith(
        "Urgent work: the information basis is to be complete by"
    )

    agree(room)
    assert len(actions(room)) == 2


def test_leaving_the_question_does_nothing_and_keeps_what_was_typed(room: SmallRoom) -> None:
    incomplete(room)
    typed = agree(room)
    room.press(ESC)
    assert (actions(room), typed.text()) == ([], RING)
    assert "This is allowed, but only with a reason." in room.says()
    assert basis(room).facts.urgent_on is None

    typed.setFocus()
    room.press(ENTER)
    room.write(WHY)
    room.press(ENTER)
    assert actions(room) == ["Ring the ward"]


def test_undoing_takes_the_action_back_and_the_urgent_work_with_it(room: SmallRoom) -> None:
    incomplete(room)
    agree(room)
    room.write(WHY)
    room.press(ENTER)
    room.do(Key.UNDO)
    assert (actions(room), basis(room).facts.urgent_on) == ([], None)


def test_a_text_is_saved_with_the_reason_and_the_keys_stay_in_what_is_written(
    room: SmallRoom,
) -> None:
    incomplete(room)
    summary = next(
        one
        for one in room.window.findChildren(QPlainTextEdit)
        if one.accessibleName().startswith("Summary")
    )
    summary.setFocus()
    summary.insertPlainText("Two calls this week.")
    room.do(Key.LIVE_ACTION)  # the text is left
    settle()
    assert ASKED in room.says()
    assert summary.toPlainText() == "Two calls this week."
    part(room).question.line.setFocus()
    room.write(WHY)
    room.press(ENTER)
    assert item(room).record.summary == "Two calls this week."


def test_a_basis_withdrawn_meanwhile_is_said_at_once_and_work_is_refused_with_its_sentence(
    room: SmallRoom,
) -> None:
    room.do(Key.LIVE_ACTION)
    typed = QApplication.focusWidget()
    assert isinstance(typed, Line)
    room.write(RING)
    withdraw(room)
    assert part(room).sentence.startswith(WITHDRAWN)
    agenda = room.window.findChildren(QListView)[0].model()
    assert "Information basis withdrawn" in str(agenda.index(0, 0).data())
    assert typed.text() == RING  # nothing typed is lost

    room.press(ENTER)
    assert (actions(room), typed.text()) == ([], RING)
    assert room.says().count(WITHDRAWN) == 2  # in the head, and under the line
    assert ASKED not in room.says()

    elsewhere(room, record_basis, **{**COMPLETE, "told_on": None})
    assert part(room).isHidden()
    room.press(ENTER)
    assert actions(room) == ["Ring the ward"]


def test_a_basis_withdrawn_while_the_reason_is_asked_ends_the_question(room: SmallRoom) -> None:
    incomplete(room)
    typed = agree(room)
    withdraw(room)
    assert ASKED not in room.says()
    assert (actions(room), typed.text()) == ([], RING)


def test_nothing_is_said_of_the_basis_while_names_are_hidden(room: SmallRoom) -> None:
    withdraw(room)
    room.do(Key.LIVE_HIDE)
    assert part(room).isHidden()
    assert "withdrawn" not in room.says()
