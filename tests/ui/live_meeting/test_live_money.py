"""A request for money is decided in the room with few keys, read out, and taken back by one."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.money.allocating import add_allocation
from coordinator.casework.money.reading import read_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.people.entering import record_death
from coordinator.casework.plans.goals import add_goal
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money.views import LineRow
from coordinator.domain.states import BudgetStatus
from coordinator.ui.kit import theme
from coordinator.ui.screens.live_meeting.agreed import part as agreed
from coordinator.ui.screens.live_meeting.money import part as money
from tests.casework.entries_on_file import a_plan
from tests.casework.money.asked_for import a_request, given
from tests.stores import CHAIR, TODAY
from tests.switched import switch_on
from tests.ui.live_meeting.live_parts import MeetingOn, OpenRoom, meeting_on, open_room

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
DECIDE = "Decide on a request for money"
BUILDS = (money.build, agreed.build)


@pytest.fixture
def on(desk: Desk, look: theme.Look) -> MeetingOn:
    return meeting_on(desk, actions=0)


@pytest.fixture
def opened(on: MeetingOn) -> Iterator[OpenRoom]:
    with open_room(on, BUILDS) as made:
        yield made


def asked(on: MeetingOn, **fields: Any) -> UUID:
    goal = add_goal(on.desk, a_plan(on.desk, on.person), own_words="My own bed", panel_words="")
    switch_on(on.desk, Feature.MONEY)
    return ask_for_money(on.desk, on.person, a_request(goal.result, **fields)).result


def row(on: MeetingOn) -> LineRow:
    (found,) = read_money(on.desk, on.person).lines
    return found


def says(page: QWidget) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def test_without_a_request_the_part_takes_no_room(on: MeetingOn, opened: OpenRoom) -> None:
    assert opened.parts[0].widget.isHidden()
    opened.do(DECIDE)
    assert opened.toasts == ["No request for money waits here."]


def test_all_of_it_is_agreed_with_two_keys_for_the_goal_it_helps(
    on: MeetingOn, opened: OpenRoom
) -> None:
    asked(on)
    add_allocation(on.desk, given())
    opened.look()
    told = says(opened.page)
    assert "A bed: £300" in told
    assert "£1,000 can still be agreed" in told
    opened.do(DECIDE)
    opened.press("1", ENTER)
    made = row(on)
    assert (made.status, made.standing.agreed) == (BudgetStatus.AGREED, 30_000)
    assert made.reason == "For the goal: My own bed"
    assert made.meeting == read_meeting(on.desk, on.meeting).header.row.reference
    assert "The £300 asked for agreed: A bed" in says(opened.page)


def test_less_is_agreed_with_its_amount_and_reason(on: MeetingOn, opened: OpenRoom) -> None:
    asked(on)
    opened.look()
    opened.do(DECIDE)
    opened.press("2", ENTER)
    assert "Write how much" in says(opened.page)
    opened.press("120.50", TAB, "The rest is given", ENTER)
    made = row(on)
    assert (made.status, made.standing.agreed) == (BudgetStatus.PART_AGREED, 12_050)
    assert made.reason == "The rest is given"


def test_more_than_was_asked_is_refused_at_the_amount(on: MeetingOn, opened: OpenRoom) -> None:
    asked(on)
    opened.look()
    opened.do(DECIDE)
    opened.press("2", "900", TAB, "Why not", ENTER)
    assert "more than was asked for" in says(opened.page)
    assert row(on).is_waiting


def test_it_is_declined_with_its_reason_only(on: MeetingOn, opened: OpenRoom) -> None:
    asked(on)
    opened.look()
    opened.do(DECIDE)
    opened.press("3", ENTER)
    assert "Say why" in says(opened.page)
    assert row(on).is_waiting
    opened.press("The council pays", ENTER)
    assert (row(on).status, row(on).reason) == (BudgetStatus.REFUSED, "The council pays")


def test_where_the_chair_asked_somebody_else_is_named_and_decides(
    on: MeetingOn, opened: OpenRoom
) -> None:
    asked(on, asked_by=CHAIR)
    opened.look()
    opened.do(DECIDE)
    opened.press("1", ENTER)
    assert row(on).is_waiting
    assert "Choose who decides" in says(opened.page)


def test_a_decision_is_undone_by_the_key_and_waits_again(on: MeetingOn, opened: OpenRoom) -> None:
    asked(on)
    opened.look()
    opened.do(DECIDE)
    opened.press("1", ENTER)
    opened.undo()
    assert row(on).is_waiting
    assert "Undone" in opened.toasts[-1]
    assert "The £300 asked for agreed" not in says(opened.page)


def test_what_was_decided_here_is_decided_anew_from_its_row(
    on: MeetingOn, opened: OpenRoom
) -> None:
    asked(on)
    opened.look()
    opened.do(DECIDE)
    opened.press("1", ENTER)
    (anew,) = [one for one in opened.page.findChildren(QPushButton) if one.text() == "Decide anew"]
    anew.click()
    opened.press("3", "It was found elsewhere", ENTER)
    assert row(on).status is BudgetStatus.REFUSED


def test_what_was_typed_waits_when_the_question_is_let_go(on: MeetingOn, opened: OpenRoom) -> None:
    asked(on)
    opened.look()
    opened.do(DECIDE)
    opened.press("3", "The council p", ESC)
    assert row(on).is_waiting
    opened.do(DECIDE)
    opened.press("3", "ays", ENTER)
    assert row(on).reason == "The council pays"


def test_after_a_death_nothing_is_decided(on: MeetingOn, opened: OpenRoom) -> None:
    asked(on)
    record_death(on.desk, on.person, died_on=TODAY, source="The hospital")
    opened.look()
    opened.do(DECIDE)
    assert opened.toasts == ["Nothing is decided here now."]
    assert not [one for one in opened.page.findChildren(QPushButton) if one.text() == "Decide"]


def test_hidden_names_hide_the_requests(on: MeetingOn, opened: OpenRoom) -> None:
    asked(on)
    opened.look()
    opened.room.hide_names(hidden=True)
    assert "A bed" not in says(opened.page)
