"""The page of one person, without a window."""

from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.people import add_alias
from coordinator.domain.history import HistoryView
from coordinator.domain.roles import Role
from coordinator.ui.screens.person.presenter import OpenedPerson, PersonPresenter
from coordinator.wording.notices import Notice
from tests.casework.agreed_plans import agreed
from tests.meetings import add_case
from tests.stores import HEALTH, NURSE, sitting
from tests.ui.immediate import ImmediateJobs


class RememberingView:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.opened: list[OpenedPerson] = []
        self.older: list[HistoryView] = []
        self.is_empty = False

    def show_person(self, opened: OpenedPerson) -> None:
        self.opened.append(opened)

    def add_history(self, history: HistoryView) -> None:
        self.older.append(history)

    def show_nobody(self) -> None:
        self.is_empty = True


class Screen:
    """The presenter with everything it was given."""

    def __init__(self, desk: Desk, person: UUID) -> None:
        self.view, self.notices = RememberingView(), list[Notice]()
        self.jobs = ImmediateJobs(desk)
        self.presenter = PersonPresenter(self.jobs, self.view, self.notices.append, person)
        self.jobs.listeners.append(self.presenter.look_again)


def test_it_shows_who_it_is_what_was_agreed_and_what_happened(desk: Desk, chair: Desk) -> None:
    person, _case = add_case(desk, "Petroc")
    agreed(chair, person)
    screen = Screen(desk, person)
    screen.presenter.load()
    shown = screen.view.opened[0]
    assert shown.page.person.name.given == "Petroc"
    assert shown.plan is not None
    assert shown.plan.version == 1
    assert shown.history.happenings


def test_somebody_without_a_plan_is_shown_all_the_same(desk: Desk) -> None:
    person, _case = add_case(desk)
    screen = Screen(desk, person)
    screen.presenter.load()
    assert screen.view.opened[0].plan is None
    assert screen.notices == []


def test_who_may_not_see_somebody_is_told_and_shown_nobody(desk: Desk) -> None:
    person, _case = add_case(desk)
    stranger = sitting(desk, NURSE, Role.REPRESENTATIVE, HEALTH)
    screen = Screen(stranger, person)
    screen.presenter.load()
    assert screen.view.opened == []
    assert screen.view.is_empty
    assert len(screen.notices) == 1


def test_what_is_written_about_them_is_seen_at_once(desk: Desk) -> None:
    person, _case = add_case(desk)
    screen = Screen(desk, person)
    screen.presenter.load()
    screen.jobs.command(lambda at: add_alias(at, person, "Skip"))
    assert [alias.name for alias in screen.view.opened[-1].page.aliases] == ["Skip"]


@pytest.mark.parametrize("acts", [3, 40])
def test_older_pages_of_the_history_come_when_asked_for(desk: Desk, acts: int) -> None:
    person, _case = add_case(desk)
    for number in range(acts):
        add_alias(desk, person, f"Name {number}")
    screen = Screen(desk, person)
    screen.presenter.load()
    told = list(screen.view.opened[0].history.happenings)
    screen.presenter.load_more()
    while screen.view.older and screen.view.older[-1].before is not None:
        screen.presenter.load_more()
    told += [one for page in screen.view.older for one in page.happenings]
    assert len({one.id for one in told}) == len(told) >= acts
