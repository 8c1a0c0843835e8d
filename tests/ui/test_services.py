"""The service directory on a real store: found by a word, copied, checked, taken out."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.directory.services import add_service, check_service, find_services
from coordinator.domain.directory.services import ServiceRow
from coordinator.domain.roles import Role
from coordinator.ui.kit import theme
from coordinator.ui.screens.services.presenter import Deed, ServicesPresenter
from coordinator.ui.screens.services.view import ServicesView
from coordinator.ui.shared.asking import Asking
from coordinator.wording.services import how_to_refer
from tests.stores import HEALTH, NURSE, TODAY, Clock, sitting
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs
from tests.ui.pages.voice_pages import SERVICES


class Page:
    """The services as they would be shown."""

    def __init__(self, desk: Desk) -> None:
        self.rows: Sequence[ServiceRow] = ()
        self.may_edit = False
        self.forms, self.jobs = Forms(), ImmediateJobs(desk)
        self.presenter = ServicesPresenter(self.jobs, self, Asking(self.jobs, self.forms))
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_services(
        self, rows: Sequence[ServiceRow], today: date, *, may_edit: bool, words: str
    ) -> None:
        self.rows, self.may_edit = rows, may_edit

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.rows]


@pytest.fixture
def page(desk: Desk) -> Page:
    for one in SERVICES:
        add_service(desk, **one)
    return Page(desk)


def test_a_word_narrows_the_list_and_no_word_shows_all(page: Page) -> None:
    page.presenter.search("dog")
    assert page.names == ["Harbour Hub"]
    page.presenter.search(" ")
    assert len(page.names) == 3


def test_a_service_is_added_changed_and_taken_out_with_a_reason(page: Page) -> None:
    page.presenter.do(Deed.ADD)
    page.forms.answer(name="Food van", service_kind="food")
    assert "Food van" in page.names
    van = next(one for one in page.rows if one.name == "Food van")
    page.presenter.do(Deed.CHANGE, van)
    page.forms.answer(hours="Fri, 6 to 8")
    van = next(one for one in page.rows if one.name == "Food van")
    assert van.hours == "Fri, 6 to 8"
    page.presenter.do(Deed.END, van)
    page.forms.answer(reason=" ")
    assert "Food van" in page.names
    page.forms.answer(reason="The van was sold")
    assert "Food van" not in page.names
    page.presenter.show_ended(ended=True)
    assert "Food van" in page.names


def test_what_is_old_says_so_until_somebody_checks_it(desk: Desk, clock: Clock) -> None:
    key = add_service(desk, **SERVICES[0]).result
    check_service(desk, key, seen=1, checked_on=TODAY - timedelta(days=200))
    page = Page(desk)
    assert page.rows[0].needs_check
    page.presenter.do(Deed.CHECK, page.rows[0])
    assert not page.rows[0].needs_check


def test_who_may_not_edit_the_directory_reads_it_only(desk: Desk) -> None:
    add_service(desk, **SERVICES[0])
    nurse = Page(sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH))
    assert (nurse.names, nurse.may_edit) == (["Harbour Hub"], False)


def test_how_to_refer_is_copied_as_plain_lines(desk: Desk, look: theme.Look, qtbot: QtBot) -> None:
    add_service(desk, **SERVICES[0])
    view = ServicesView()
    qtbot.addWidget(view)
    view.show_services(find_services(desk), TODAY, may_edit=True, words="")
    view.table.choose(0)
    told: list[str] = []
    view.copied.connect(lambda: told.append(view.told_of_copy()))
    view.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied == how_to_refer(find_services(desk)[0])
    assert copied.splitlines()[0] == "Harbour Hub, Kerrow"
    assert "Telephone: 01632 960201" in copied
    assert told == ["Copied: how to refer to Harbour Hub."]
