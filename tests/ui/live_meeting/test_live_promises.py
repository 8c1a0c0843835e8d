"""How such actions went, while one is typed: for the chair, never on a shared screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from coordinator.casework.desk import Desk
from coordinator.domain.accountability import LEAST_TOLD
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit import theme
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places.every import AccountabilityPlace
from coordinator.ui.screens.live_meeting.line import part as line
from coordinator.ui.screens.live_meeting.line.view import LinePart
from tests.casework.periods import add_actions, days_ago
from tests.ui.driving import clear_away, settle
from tests.ui.live_meeting.live_parts import OpenRoom, meeting_on, open_room
from tests.ui.live_meeting.live_rooms import LiveRoom, a_live_panel, room

__all__ = ["a_live_panel", "room"]  # fixtures from elsewhere

SAID = "For the chair"


def history(desk: Desk, count: int = 9, on_time: int = 2) -> None:
    """Nine support actions of Kerrow Homes: two on time, each after sixteen days."""
    done = days_ago(50)
    add_actions(
        desk,
        [
            {
                "set_on": done - timedelta(days=16),
                "due_on": done if at < on_time else done - timedelta(days=3),
                "status": ActionStatus.DONE,
                "done_on": done,
            }
            for at in range(count)
        ],
    )


@contextmanager
def typing(desk: Desk, sitter: Desk) -> Iterator[OpenRoom]:
    """The line for new actions, with the chair or somebody else at the desk."""
    on = meeting_on(desk, actions=0)
    with open_room(on, [line.build], desk=sitter) as made:
        yield made
    clear_away()


def write(made: OpenRoom, words: str) -> str:
    """Type a line and give what stands under it."""
    part = made.parts[0].widget
    assert isinstance(part, LinePart)
    part.line.setFocus()
    part.line.clear()
    made.press(words)
    return under(made)


def under(made: OpenRoom) -> str:
    labels = made.parts[0].widget.findChildren(QLabel)
    return " ".join(one.text() for one in labels if one.isVisible())


def test_the_chair_reads_how_such_actions_went_and_nobody_else_does(
    desk: Desk, chair: Desk, look: theme.Look
) -> None:
    history(desk)
    with typing(desk, chair) as made:
        said = write(made, "Rhys, find a room, by Fri")
        assert "support by Kerrow Homes in the last year: 2 of 9 on time, usually 16 days" in said
        assert SAID not in write(made, "Dylan Ashdown, visit, by Fri")


def test_the_coordinators_desk_says_nothing_and_asks_once(desk: Desk, look: theme.Look) -> None:
    history(desk)
    with typing(desk, desk) as made:
        assert SAID not in write(made, "Rhys, find a room, by Fri")
        assert made.jobs.failures == []
        assert made.notices == []


def test_of_fewer_than_five_nothing_is_said(desk: Desk, chair: Desk, look: theme.Look) -> None:
    history(desk, count=LEAST_TOLD - 1)
    with typing(desk, chair) as made:
        assert SAID not in write(made, "Rhys, find a room, by Fri")


def test_it_goes_at_once_when_names_are_hidden(desk: Desk, chair: Desk, look: theme.Look) -> None:
    history(desk)
    with typing(desk, chair) as made:
        assert SAID in write(made, "Rhys, find a room, by Fri")
        made.room.hide_names(hidden=True)
        settle()
        assert SAID not in under(made)
        made.room.hide_names(hidden=False)
        settle()
        assert SAID in under(made)


def test_an_agency_is_asked_about_once_however_much_is_typed(
    desk: Desk, chair: Desk, look: theme.Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    history(desk)
    with typing(desk, chair) as made:
        asked: list[str] = []
        query = made.jobs.query

        def counted(*given: Any, replaces: str = "", **more: Any) -> None:
            asked.append(replaces)
            query(*given, replaces=replaces, **more)

        monkeypatch.setattr(made.jobs, "query", counted)
        write(made, "Rhys, find a room, by Fri")
        write(made, "Rhys, find another room, by Fri")
        assert len([one for one in asked if one.startswith("promises")]) == 1


def test_the_figures_are_not_opened_while_the_room_looks_on(room: LiveRoom) -> None:
    room.do(Key.LIVE_WALL)
    before = room.place
    room.work.go(AccountabilityPlace())
    settle()
    assert room.place == before
    said = " ".join(one.text() for one in room.work.findChildren(QLabel) if one.isVisible())
    assert "not for a shared screen" in said
    room.do(Key.LIVE_WALL)
    room.work.go(AccountabilityPlace())
    settle()
    assert isinstance(room.work._history.here, AccountabilityPlace)


def test_nor_while_names_are_hidden_even_on_the_way_back(room: LiveRoom) -> None:
    room.work.go(AccountabilityPlace())
    room.work.back()
    settle()
    live = room.place
    room.do(Key.LIVE_HIDE)
    room.work.forward()
    settle()
    assert room.place == live
