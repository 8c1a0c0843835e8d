"""Copies for agencies' own systems: on an action, on a decision in the room, on the meeting."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from sqlalchemy import select

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.running import close_meeting
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.db.models import Action, Disclosure
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity
from coordinator.papers.copies import check_still_said, read_copies
from coordinator.ui.kit import theme
from coordinator.ui.kit.screen import Screen
from coordinator.ui.places.every import ActionsPlace
from coordinator.ui.screens.actions import screen as actions
from coordinator.ui.screens.live_meeting.agreed import part as agreed
from coordinator.ui.screens.meeting import screen as meeting
from coordinator.ui.shared.chasing import read_agreed, read_chases
from coordinator.wording.refusals.notices import notice_for
from tests.meetings import TEN
from tests.requests import based
from tests.stores import HOUSING, TODAY, WORKER, store
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs
from tests.ui.live_meeting.live_parts import MeetingOn, meeting_on, open_room

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


def test_a_text_that_says_what_was_restricted_meanwhile_is_not_copied(
    on: MeetingOn, shown: list[Screen]
) -> None:
    jobs = ImmediateJobs(on.desk)
    built = actions.build(jobs, nowhere, nowhere, lambda _told, _undo: None, ActionsPlace())
    page = put(built, shown)
    QGuiApplication.clipboard().setText("before")
    press(page, "Copy for our system")
    form = page.sheets.shown  # type: ignore[attr-defined]
    assert form is not None
    with on.desk.store.reading() as look:
        (action,) = look.session.scalars(select(Action)).all()
        key, seen = action.id, action.revision
    kind = RecordKind.ACTION
    set_sensitivity(on.desk, kind, key, Sensitivity.RESTRICTED, seen=seen)
    form.give()
    settle()
    assert QGuiApplication.clipboard().text() == "before"
    with on.desk.store.reading() as look:
        assert look.session.scalars(select(Disclosure)).all() == []
    (refused,) = [one for one in jobs.failures if isinstance(one, GuardError)]
    assert refused.guard == "text-outdated"
    assert "It was not copied" in notice_for(refused).text
    page.sheets.finish()  # type: ignore[attr-defined]


@pytest.mark.parametrize("read", [read_chases, "copies", "agreed"])
def test_every_such_text_knows_what_it_would_say_now(on: MeetingOn, read: object) -> None:
    texts: list[Any]
    if read == "copies":
        texts = list(read_copies(on.desk, on.person))
    elif read == "agreed":
        texts = list(read_agreed(on.desk, on.meeting))
    else:
        texts = list(read_chases(on.desk))
    assert texts
    for one in texts:
        check_still_said(on.desk, one.text, one.still)
    exclude_agency(on.desk, on.person, agency_id=HOUSING, reason="They asked")
    (housing,) = [one for one in texts if one.agency == "Kerrow Homes"]
    with pytest.raises(GuardError, match="text-outdated"):
        check_still_said(on.desk, housing.text, housing.still)
