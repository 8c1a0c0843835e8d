"""Outreach today by keys alone: results in one pass, kept as typed, saved as one, taken back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.called import begin_huddle
from coordinator.casework.outreach.missing import find_missing, note_missing
from coordinator.casework.outreach.reads import find_sheet, read_sheet
from coordinator.casework.outreach.sheets import make_sheet
from coordinator.casework.people.contacts import find_contacts
from coordinator.casework.records.drafts import read_drafts
from coordinator.domain.lists.contacts import ContactResult
from coordinator.domain.people.missing import LastKnown
from coordinator.domain.roles import Role
from coordinator.ui.kit import theme
from coordinator.ui.kit.screen import Screen
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.places.every import OutreachPlace, PapersPlace, PersonPlace, Place
from coordinator.ui.screens.outreach import screen
from coordinator.ui.screens.outreach.view import OutreachView
from tests.casework.outreach.test_outreach import somebody
from tests.stores import HOUSING, NOON, TODAY, WORKER, Clock, sitting
from tests.ui.desktops import press
from tests.ui.immediate import ImmediateJobs
from tests.ui.person.test_person_window import choose

Undo = Callable[[], object] | None


@dataclass
class Page:
    """The page on a real store, in a window."""

    desk: Desk
    qtbot: QtBot
    place: OutreachPlace = field(default_factory=OutreachPlace)
    went: list[Place] = field(default_factory=list)
    told: list[tuple[str, Undo]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.jobs = ImmediateJobs(self.desk)
        self.screen: Screen = screen.build(
            self.jobs, self.went.append, self.went.append, self._tell, self.place
        )
        self.jobs.listeners.append(self.screen.look_again)
        assert isinstance(self.screen.widget, OutreachView)
        self.view = self.screen.widget
        self.view.resize(1100, 800)
        self.view.show()
        self.qtbot.addWidget(self.view)
        self.qtbot.waitExposed(self.view)
        self.view.activateWindow()
        first = self.screen.first
        assert first is not None
        first.setFocus()

    def _tell(self, words: str, undo: Undo = None) -> None:
        self.told.append((words, undo))

    def press(self, *keys: str | Qt.Key) -> None:
        """Press keys wherever they are."""
        for key in keys:
            over = self.view.sheets.shown or self.view
            at = over.focusWidget()
            if isinstance(key, str):
                self.qtbot.keyClicks(at, key)
            else:
                self.qtbot.keyClick(at, key)

    def save(self) -> None:
        self.view.save_now()

    def says(self, kind: type[QWidget] = QLabel) -> str:
        shown = [one for one in self.view.findChildren(kind) if one.isVisible()]
        return " ".join(one.text() for one in shown)  # type: ignore[attr-defined]

    def click(self, words: str) -> None:
        found = [one for one in self.view.findChildren(QPushButton) if one.text() == words]
        next(one for one in found if one.isVisible()).click()

    def line(self, name: str) -> QLineEdit:
        return next(
            one for one in self.view.findChildren(QLineEdit) if one.accessibleName() == name
        )


@pytest.fixture
def people(desk: Desk) -> list[UUID]:
    return [
        somebody(desk, name, seen=days) for name, days in (("Ann", 30), ("Ben", 20), ("Cat", 10))
    ]


@pytest.fixture
def page(desk: Desk, people: list[UUID], qtbot: QtBot, look: theme.Look) -> Page:
    make_sheet(desk, TODAY)
    return Page(desk, qtbot)


def results(desk: Desk) -> list[ContactResult | None]:
    sheet = find_sheet(desk, TODAY)
    assert sheet is not None
    return [line.contact.result if line.contact else None for line in sheet.lines]


def test_who_is_to_be_found_becomes_the_sheet_with_one_press(
    desk: Desk, people: list[UUID], qtbot: QtBot, look: theme.Look
) -> None:
    page = Page(desk, qtbot)
    assert "3 people are to be found." in page.says()
    page.click("Make the sheet")
    sheet = find_sheet(desk, TODAY)
    assert sheet is not None
    assert [line.person for line in sheet.lines] == people
    assert "3 people. What came of it is entered for 0." in page.says()


def test_a_whole_sheet_is_entered_with_a_digit_a_note_and_enter_each(page: Page) -> None:
    enter = Qt.Key.Key_Return
    page.press("1", "Wants a bed", enter, "6", enter, "8", enter)
    assert results(page.desk) == [None, None, None]  # nothing before it is saved
    assert "Keep 3 contacts" in page.says(QPushButton)
    page.save()
    assert results(page.desk) == [
        ContactResult.MET_ENGAGED,
        ContactResult.NOT_THERE,
        ContactResult.MESSAGE_LEFT,
    ]
    assert page.told[-1][0] == "3 contacts kept."


def test_saving_is_taken_back_as_one_and_stands_as_typed_again(page: Page) -> None:
    page.press("6", "By the quay", Qt.Key.Key_Return)
    page.save()
    undo = page.told[-1][1]
    assert undo is not None
    undo()
    assert results(page.desk) == [None, None, None]
    assert "Keep 1 contact" in page.says(QPushButton)
    page.save()
    assert results(page.desk)[0] is ContactResult.NOT_THERE


def test_escape_and_leaving_lose_nothing(page: Page, qtbot: QtBot) -> None:
    page.press("5", "Across the street", Qt.Key.Key_Escape)
    assert page.view.table.hasFocus()
    again = Page(page.desk, qtbot)
    assert "Keep 1 contact" in again.says(QPushButton)
    assert again.line("Note").text() == "Across the street"
    again.save()
    assert results(page.desk)[0] is ContactResult.SIGHTED
    last = Page(page.desk, qtbot)
    assert "Nothing to keep yet" in last.says(QPushButton)


def test_nought_takes_a_result_back(page: Page) -> None:
    page.press("6", Qt.Key.Key_Escape, "0")
    assert "Nothing to keep yet" in page.says(QPushButton)


def test_a_time_left_empty_is_the_one_above_and_one_that_is_none_is_told(page: Page) -> None:
    page.press("6")
    page.line("Time").setFocus()
    page.press("9.5")
    page.save()
    assert "Time is not a time; write it as 14:30." in page.says()
    assert results(page.desk) == [None, None, None]
    page.line("Time").selectAll()
    page.press("0915")
    page.view.table.choose(1)
    page.view.table.setFocus()
    page.press("7")
    page.save()
    sheet = find_sheet(page.desk, TODAY)
    assert sheet is not None
    times = [line.contact.at for line in sheet.lines if line.contact]
    assert times == [NOON.replace(hour=9, minute=15)] * 2


def test_a_sheet_of_a_day_gone_by_wants_a_time(
    desk: Desk, people: list[UUID], qtbot: QtBot, clock: Clock, look: theme.Look
) -> None:
    sheet = make_sheet(desk, TODAY).result
    clock.move(days=4)
    page = Page(desk, qtbot, OutreachPlace(TODAY))
    page.press("6")
    page.save()
    assert "Time is needed." in page.says()
    page.line("Time").setFocus()
    page.press("1000")
    page.save()
    line = read_sheet(desk, sheet).lines[0]
    assert line.contact is not None
    assert line.contact.is_late


def test_who_was_missing_and_is_seen_is_pointed_at_and_not_set(
    desk: Desk, people: list[UUID], qtbot: QtBot, look: theme.Look
) -> None:
    note_missing(desk, people[2], LastKnown())
    make_sheet(desk, TODAY)
    page = Page(desk, qtbot)
    page.press("1", Qt.Key.Key_Return)
    page.save()
    assert "note on their page that they were found" in page.told[-1][0]
    assert [one.person for one in find_missing(desk).missing] == [people[2]]


def test_a_contact_is_noted_from_anywhere(
    desk: Desk, people: list[UUID], qtbot: QtBot, look: theme.Look
) -> None:
    page = Page(desk, qtbot, OutreachPlace(contact=1))
    sheet = page.view.sheets.shown
    assert isinstance(sheet, Sheet)
    qtbot.addWidget(sheet)
    choose(sheet, "With whom", "0002")  # a list that drops down cannot be tried without a screen
    choose(sheet, "What came of it", "Not there")
    press(sheet, "Keep it")
    (row, *_before) = find_contacts(desk, people[1]).rows
    assert row.result is ContactResult.NOT_THERE
    assert page.told[-1][0] == "The contact is kept."


def test_the_day_and_the_area_are_switched(page: Page) -> None:
    page.click("Day after")
    assert page.went[-1] == OutreachPlace(TODAY + timedelta(days=1))
    assert "3 people are to be found." in page.says()


def test_the_page_leads_to_the_person_and_to_the_paper(page: Page, people: list[UUID]) -> None:
    page.click("Open their page")
    page.click("On paper")
    assert page.went == [PersonPlace(people[0]), PapersPlace(kind="outreach", on=TODAY)]


def test_lines_move_and_go(page: Page, people: list[UUID]) -> None:
    page.click("Later")
    page.view.table.choose(2)
    page.click("Take off the sheet")
    sheet = find_sheet(page.desk, TODAY)
    assert sheet is not None
    assert [line.person for line in sheet.lines] == [people[1], people[0]]


def test_whoever_may_not_make_sheets_still_enters_what_came_of_theirs(
    desk: Desk, people: list[UUID], qtbot: QtBot, look: theme.Look
) -> None:
    make_sheet(desk, TODAY)
    begin_huddle(desk)
    lead = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    page = Page(lead, qtbot)
    assert "Nobody stands on this sheet." in page.says()
    assert "Put somebody on" not in page.says(QPushButton)


def test_why_somebody_is_put_on_is_kept_while_it_is_typed(page: Page) -> None:
    page.click("Put somebody on")
    form = page.view.sheets.shown
    assert isinstance(form, Sheet)
    (why,) = [one for one in form.findChildren(QLineEdit) if one.accessibleName() == "Why"]
    why.setText("Seen at the stati")
    page.qtbot.waitUntil(lambda: bool(read_drafts(page.desk)), timeout=30_000)
    (draft,) = read_drafts(page.desk)
    assert draft.values["why"] == "Seen at the stati"
