"""Through the window: the chair decides a request in the live meeting, and the minutes tell it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from coordinator.casework.desk import Desk
from coordinator.casework.live.reads import read_live_meeting
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.money.reading import read_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.packs.paper_reads import read_officers
from coordinator.casework.plans.reading import read_plan
from coordinator.domain.lists.measures import FundingSource
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money.rules import NewRequest
from coordinator.domain.roles import Role
from coordinator.domain.states import BudgetStatus
from coordinator.exports.composing import PaperKind
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from coordinator.ui.kit import theme
from coordinator.ui.kit.shortcuts import Key
from tests.exports.reading import pages
from tests.switched import switch_on
from tests.ui.live_meeting.live_panels import LivePanel, live_panel
from tests.ui.live_meeting.live_rooms import LiveRoom, live_room


@pytest.fixture
def chaired(tmp_path: Path) -> Iterator[LivePanel]:
    """A meeting under way with the chair at the desk."""
    made = live_panel(tmp_path / "store")
    chair = read_officers(made.desk).chair
    assert chair is not None
    was = made.sitting
    sitter = replace(made.desk.sitter, professional=chair, role=Role.CHAIR)
    made.sitting = replace(
        was,
        writing=replace(was.writing, sitter=sitter),
        reading=replace(was.reading, sitter=sitter),
    )
    yield made
    made.close()


def test_the_chair_decides_a_request_in_the_room_and_the_minutes_tell_it(
    chaired: LivePanel, look: theme.Look, tmp_path: Path
) -> None:
    lines = read_live_meeting(chaired.desk, chaired.meeting).lines
    person = next(one.entry.person for one in lines if one.entry.case_id)
    assert person is not None
    line = _ask(chaired.office.desk, person.id)
    room = live_room(chaired)
    room.open_person()
    assert "A lamp and a kettle: £80" in room.says()
    _decide(room)
    (made,) = [one for one in read_money(chaired.desk, person.id).lines if one.id == line]
    reference = read_meeting(chaired.desk, chaired.meeting).header.row.reference
    assert (made.status, made.standing.agreed) == (BudgetStatus.PART_AGREED, 6_550)
    assert (made.reason, made.meeting) == ("A lamp was given", reference)
    room.leave()
    order = Order(PaperKind.MINUTES, tmp_path, meeting=reference)
    (paper,) = [one for one in make_papers(chaired.office.desk, [order]) if one.suffix == ".pdf"]
    text = " ".join(" ".join(pages(paper.read_bytes())).split())
    told = "£65.50 of the £80 asked for agreed: A lamp and a kettle"
    assert told in text
    assert "Why. A lamp was given" in text.split(told)[1][:120]


def _ask(desk: Desk, person: UUID) -> UUID:
    """Let the coordinator ask for money towards the first of somebody's goals."""
    goal = read_plan(desk, person).goals[0].line.id
    new = NewRequest("A lamp and a kettle", 8_000, FundingSource.CHARITY, goal)
    switch_on(desk, Feature.MONEY)
    return ask_for_money(desk, person, new).result


def _decide(room: LiveRoom) -> None:
    """Agree less than was asked for: the key, which answer, the amount, why."""
    room.do(Key.LIVE_MONEY)
    room.press(Qt.Key.Key_2)
    room.write("65.50")
    room.press(Qt.Key.Key_Tab)
    room.write("A lamp was given")
    room.press(Qt.Key.Key_Return)
