"""Entries that say two things, on their page: both values, and what is chosen or written."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.casework.records.disagreements import read_disagreements
from coordinator.domain.records.settling import DisagreementRow, DisagreementsView
from coordinator.domain.roles import Role
from coordinator.ui.kit import theme
from coordinator.ui.places.every import PersonPlace
from coordinator.ui.screens.disagreements.presenter import DisagreementsPresenter
from coordinator.ui.screens.disagreements.view import DisagreementsPage
from coordinator.ui.shared.asking import Asking
from tests.casework.records.test_disagreements import (
    MINE,
    THEIRS,
    current,
    disputed,
    phone,
    told_elsewhere,
)
from tests.stores import OFFICER, POLICE, sitting
from tests.ui.desks import Forms, Told
from tests.ui.immediate import ImmediateJobs

__all__ = ["disputed"]  # a fixture from elsewhere


class Page:
    """The list as it would be shown."""

    def __init__(self, desk: Desk, person: UUID | None = None) -> None:
        self.shown: list[DisagreementsView] = []
        self.told, self.forms = Told(), Forms()
        self.jobs = ImmediateJobs(desk)
        self.presenter = DisagreementsPresenter(
            self.jobs,
            self,
            Asking(self.jobs, self.forms),
            self.told.tell,
            self.told.go,
            person,
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_disagreements(self, found: DisagreementsView) -> None:
        self.shown.append(found)

    @property
    def rows(self) -> tuple[DisagreementRow, ...]:
        return self.shown[-1].rows


def test_either_value_is_chosen_and_the_entry_is_gone(desk: Desk, disputed: UUID) -> None:
    page = Page(desk)
    (row,) = page.rows
    page.presenter.choose(row, row.values[1].value)
    assert phone(desk, disputed) == THEIRS
    assert page.rows == ()


def test_something_else_is_written_instead_of_both(desk: Desk, disputed: UUID) -> None:
    page = Page(desk, disputed)
    page.presenter.write(page.rows[0])
    page.forms.answer(phone=" ")
    assert page.forms.faults == {"phone": "required"}
    page.forms.answer(phone=" 01632 960009 ", reason="Rang it")
    assert phone(desk, disputed) == "01632 960009"
    assert page.rows == ()


def test_a_word_of_a_list_is_chosen_never_written(desk: Desk) -> None:
    person = register_person(desk, given_name="Tomos").result
    seen = current(desk, person, "housing")
    correct_person(desk, person, seen=1, housing="hostel")
    told_elsewhere(desk, person, "housing", "sofa", seen)
    page = Page(desk)
    assert not page.rows[0].is_text
    page.presenter.write(page.rows[0])
    assert page.forms.question is None


def test_what_arrived_meanwhile_is_told_and_shown(desk: Desk, disputed: UUID) -> None:
    page = Page(desk)
    (row,) = page.rows
    told_elsewhere(desk, disputed, "phone", "01632 960003", [])
    page.presenter.choose(row, row.values[0].value)
    assert len(page.told.notices) == 1
    assert len(page.rows[0].values) == 3


def test_only_one_person_s_entries_are_listed_and_lead_to_them(desk: Desk, disputed: UUID) -> None:
    other = register_person(desk, given_name="Mabyn").result
    assert Page(desk, other).rows == ()
    page = Page(desk, disputed)
    page.presenter.open_person(disputed)
    assert page.told.places == [PersonPlace(disputed)]


def test_without_a_complete_basis_people_are_listed_by_initials(
    desk: Desk, disputed: UUID
) -> None:
    assert read_disagreements(desk).people[disputed].name.given == "T"


def test_who_may_not_settle_is_told(desk: Desk, disputed: UUID) -> None:
    page = Page(sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE))
    assert page.shown == []
    assert len(page.told.notices) == 1


def test_both_values_stand_side_by_side_with_their_authors_and_keys(
    desk: Desk, disputed: UUID, qtbot: QtBot, look: theme.Look
) -> None:
    view = DisagreementsPage()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_disagreements(read_disagreements(desk))
    words = [one.text() for one in view.findChildren(QLabel)]
    assert {MINE, THEIRS} <= set(words)
    assert any(one.startswith("Aled Hâf, Thu 19 November 2026 at ") for one in words)
    first = view.findChild(QPushButton, "choose")
    assert first is not None
    first.setFocus()
    chosen: list[object] = []
    view.chosen.connect(lambda _row, value: chosen.append(value))
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    qtbot.keyClick(first, Qt.Key.Key_2)
    assert chosen == [THEIRS]


@pytest.mark.parametrize("gone", [True, False])
def test_a_removal_can_be_let_stand_or_the_entry_kept(
    desk: Desk, qtbot: QtBot, look: theme.Look, gone: bool
) -> None:
    person = register_person(desk, given_name="Tomos").result
    with desk.read() as store:
        seen = store.history.current_of([person])
    correct_person(desk, person, seen=1, phone=MINE)
    told_elsewhere(desk, person, "*", True, seen)
    page, view = Page(desk), DisagreementsPage()
    qtbot.addWidget(view)
    view.chosen.connect(page.presenter.choose)
    view.show_disagreements(page.shown[-1])
    act = "1 Let it be taken off" if gone else "2 Keep it"
    next(one for one in view.findChildren(QPushButton) if one.text() == act).click()
    assert page.rows == ()
    with desk.read() as store:
        assert store.people.count() == (0 if gone else 1)
