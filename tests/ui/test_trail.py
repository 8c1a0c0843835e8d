"""The audit log at the desk: narrowed, checked, taken away; and what each role is offered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.person.pages import read_person
from coordinator.casework.stores.opening import Office
from coordinator.domain.records.trail import TrailKind, TrailReport
from coordinator.domain.roles import Right, Role
from coordinator.papers.trail import Form
from coordinator.ui.kit.boxes import fill
from coordinator.ui.kit.buttons import Button, button, withhold
from coordinator.ui.places.every import (
    AccessPlace,
    DisclosuresPlace,
    GapsPlace,
    PapersPlace,
    PeoplePlace,
    Place,
    RetentionPlace,
    TrailPlace,
    WeekPlace,
)
from coordinator.ui.screens.trail.presenter import Shown, TrailPresenter
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.sharing_ways import SharingWays
from coordinator.ui.shell.commands import Commands
from coordinator.ui.shell.offered import home_of, is_offered
from tests.meetings import add_case
from tests.stores import HEALTH, NURSE, sitting
from tests.ui.desks import Forms
from tests.ui.driving import deeds
from tests.ui.immediate import ImmediateJobs


class Page:
    """The audit log as it would be shown, on a real store."""

    def __init__(self, desk: Desk, backups: Path) -> None:
        self.shown: Shown | None = None
        self.report: TrailReport | None = None
        self.told: list[str] = []
        jobs, self.forms = ImmediateJobs(desk), Forms()
        asking = Asking(jobs, self.forms)
        self.presenter = TrailPresenter(
            jobs, self, asking, lambda words, _undo: self.told.append(words), backups
        )
        self.presenter.load()

    def show_trail(self, shown: Shown) -> None:
        self.shown = shown

    def show_report(self, report: TrailReport) -> None:
        self.report = report

    @property
    def now(self) -> Shown:
        assert self.shown is not None
        return self.shown


def test_it_is_narrowed_in_a_form_that_stays_while_something_is_wrong(
    desk: Desk, tmp_path: Path
) -> None:
    person, *_rest = add_case(desk, "Petroc")
    read_person(desk, person)
    page = Page(desk, tmp_path)
    page.presenter.narrow()
    nobody = {"kind": None, "professional": None, "first": None, "last": None}
    page.forms.answer(**nobody, reference="KP-9999")
    assert page.forms.is_open()
    page.forms.answer(**{**nobody, "kind": TrailKind.READ}, reference="kp-0001")
    assert not page.forms.is_open()
    assert {one.person for one in page.now.rows} == {"KP-0001"}
    assert (page.now.narrowed, page.now.is_narrowed) == ("What was read, KP-0001", True)
    page.presenter.show_all()
    assert not page.now.is_narrowed


def test_the_chain_is_checked_and_an_extract_saved(office: Office, tmp_path: Path) -> None:
    page = Page(office.desk, office.folder.backups)
    page.presenter.check()
    assert page.report is not None
    assert page.report.holds
    page.presenter.ask_extract(tmp_path)
    page.forms.answer(form=Form.VALUES)
    (file,) = tmp_path.glob("*.csv")
    assert file.name in page.told[0]
    assert "trail.extracted" in {one.act for one in Page(office.desk, tmp_path).now.rows}


def test_a_lead_professional_takes_no_extract(desk: Desk, tmp_path: Path) -> None:
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    page = Page(nurse, tmp_path)
    assert (page.now.own_only, page.now.may_extract) == (True, False)


@pytest.mark.parametrize(
    ("role", "rail", "lacks"),
    [
        (Role.COORDINATOR, ["This week", "People"], ["Say why papers leave"]),
        (Role.CHAIR, ["This week", "People"], ["Bring in people or actions from a spreadsheet"]),
        (Role.LEAD_PROFESSIONAL, ["People", "Meetings"], ["This week", "Settings: users"]),
        (Role.REPRESENTATIVE, ["People", "Meetings"], ["Audit log", "What agencies brought"]),
        (Role.COMMISSIONER, ["Gaps"], ["People", "New referral"]),
        (Role.AUDITOR, ["People", "Meetings"], ["New referral", "Settings: users"]),
    ],
)
def test_the_window_offers_what_the_role_may_do(
    qtbot: QtBot, role: Role, rail: list[str], lacks: list[str]
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    commands = Commands(window, deeds(), role)
    offered = {one.text() for one in commands}
    shown = [one.text() for one, _icon in commands.places]
    assert shown[: len(rail)] == rail
    assert ("Audit log" in shown) == (role is Role.AUDITOR)
    assert ("Sharing" in shown) == (role in {Role.COORDINATOR, Role.CHAIR, Role.AUDITOR})
    assert offered.isdisjoint(lacks)
    assert {"Settings", "Lock", "Keys"} <= offered
    log = {Role.AUDITOR: "Audit log", Role.COORDINATOR: "Sharing", Role.CHAIR: "Sharing"}
    assert commands.action_of(TrailPlace()).text() == log.get(role, "Settings")
    plan = PapersPlace(kind="journey", person="KP-0001")
    assert commands.action_of(plan).text() == "People"
    assert commands.action_of(PapersPlace(kind="access", person="KP-0001")).text() == "Sharing"


@pytest.mark.parametrize(
    ("role", "wanted"),
    [
        (Role.COORDINATOR, ["Disclosures", "Access requests", "Retention", "Audit log"]),
        (Role.AUDITOR, ["Disclosures", "Retention", "Audit log"]),
        (Role.LEAD_PROFESSIONAL, []),
    ],
)
def test_the_four_pages_about_sharing_lead_to_each_other_for_those_who_may(
    qtbot: QtBot, role: Role, wanted: list[str]
) -> None:
    ways = SharingWays(RetentionPlace)
    qtbot.addWidget(ways)
    withhold(ways, role)
    ways.show()
    shown = [one for one in ways.findChildren(Button) if one.isVisible()]
    assert [one.text() for one in shown] == wanted
    went: list[Place] = []
    ways.place_asked.connect(went.append)
    for one in shown:
        one.click()
    leads = {
        "Disclosures": DisclosuresPlace(),
        "Access requests": AccessPlace(),
        "Retention": RetentionPlace(),
        "Audit log": TrailPlace(),
    }
    assert went == [leads[text] for text in wanted]
    assert [one.text() for one in shown if one.isChecked()] == ["Retention"][: len(wanted)]
    assert all(is_offered(role, place) for place in went)


def test_everybody_begins_where_there_is_something_for_them() -> None:
    assert home_of(Role.COORDINATOR) == WeekPlace()
    assert home_of(Role.AUDITOR) == PeoplePlace()
    assert home_of(Role.COMMISSIONER) == GapsPlace()


def test_a_button_that_leads_nowhere_for_the_role_is_out_of_sight_for_good(qtbot: QtBot) -> None:
    page = QWidget()
    bring_in, narrow = button("Bring in", needs=Right.IMPORT), button("Narrow")
    fill(page, bring_in, narrow)
    qtbot.addWidget(page)
    withhold(page, Role.AUDITOR)
    page.show()
    bring_in.setVisible(True)
    assert [one.text() for one in page.findChildren(Button) if one.isVisible()] == ["Narrow"]
    other = QWidget()
    still = button("Bring in", needs=Right.IMPORT)
    fill(other, still)
    qtbot.addWidget(other)
    withhold(other, Role.COORDINATOR)
    other.show()
    assert still.isVisible()
