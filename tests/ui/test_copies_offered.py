"""Copies for agencies' own systems: on an action, on a decision in the room, on the meeting."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from sqlalchemy import select

from coordinator.casework.actions import add_action
from coordinator.casework.decisions import Decided, record_decision
from coordinator.casework.desk import Desk
from coordinator.casework.meetings import close_meeting
from coordinator.db.models import Disclosure
from coordinator.domain.actions import NewAction
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.ui.kit import theme
from coordinator.ui.kit.screen import Screen
from coordinator.ui.places import ActionsPlace
from coordinator.ui.screens.actions import screen as actions
from coordinator.ui.screens.live_meeting.agreed import part as agreed
from coordinator.ui.screens.meeting import screen as meeting
from tests.meetings import TEN
from tests.requests import based
from tests.stores import TODAY, WORKER, store
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs
from tests.ui.live_parts import MeetingOn, meeting_on, open_room

__all__ = ["store"]
FRIDAY = TODAY + timedelta(days=1)


@pytest.fixture
def on(desk: Desk, look: theme.Look, qapp: QApplication) -> MeetingOn:
    del look, qapp
    made = meeting_on(desk, actions=0)
    based(desk, made.person)
    agreed_here = NewAction("Ring", WORKER, FRIDAY, made.person, meeting_id=made.meeting)
    add_action(desk, agreed_here)
    record_decision(desk, made.item, Decided("Keep the tenancy", "All agree", DecidedHow.CHAIR))
    return made


@pytest.fixture
def shown(desk: Desk) -> Iterator[list[Screen]]:
    del desk
    made: list[Screen] = []
    yield made
    for one in made:
        one.widget.close()
        one.widget.deleteLater()
    settle()


def put(screen: Screen, shown: list[Screen]) -> QWidget:
    shown.append(screen)
    screen.widget.resize(1100, 900)
    screen.widget.show()
    settle()
    return screen.widget


def press(where: QWidget, words: str) -> None:
    found = [one for one in where.findChildren(QPushButton) if one.text() == words]
    (there,) = [one for one in found if one.isVisible()]
    there.click()
    settle()


def copied(desk: Desk, page: QWidget) -> str:
    """Copy the first text; gives it, once it is certain that it was recorded."""
    form = page.sheets.shown  # type: ignore[attr-defined]
    assert form is not None
    form.give()
    settle()
    with desk.store.reading() as look:
        (row,) = look.session.scalars(select(Disclosure)).all()
    assert row.paper == "copy-out"
    page.sheets.finish()  # type: ignore[attr-defined]
    return QGuiApplication.clipboard().text()


def nowhere(_place: object) -> None:
    """Go nowhere."""


def test_an_action_is_copied_from_the_list(on: MeetingOn, shown: list[Screen]) -> None:
    jobs = ImmediateJobs(on.desk)
    built = actions.build(jobs, nowhere, nowhere, lambda _told, _undo: None, ActionsPlace())
    page = put(built, shown)
    press(page, "Copy for our system")
    text = copied(on.desk, page)
    assert "Ring (Rhys Roskilly, Kerrow Homes; due Fri 20 Nov)" in text
    assert "Status: Open" in text


def test_a_decision_is_copied_where_it_was_made(on: MeetingOn) -> None:
    with open_room(on, [agreed.build]) as room:
        press(room.page, "Copy")
        assert "Decided: Keep the tenancy" in copied(on.desk, room.parts[0].widget)
        room.room.hide_names(hidden=True)
        settle()
        press(room.page, "Copy")
        assert room.parts[0].widget.sheets.shown is None  # type: ignore[attr-defined]
        assert "Show names first" in room.toasts[-1]


def test_what_a_meeting_agreed_is_copied_from_its_page(on: MeetingOn, shown: list[Screen]) -> None:
    close_meeting(on.desk, on.meeting, at=TEN)
    jobs = ImmediateJobs(on.desk)
    page = put(meeting.build(jobs, nowhere, lambda _told, _undo: None, on.meeting), shown)
    press(page, "Copy for agencies' systems")
    text = copied(on.desk, page)
    assert "Decided: Keep the tenancy" in text
    assert "Ring (Rhys Roskilly" in text
