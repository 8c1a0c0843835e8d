"""The widgets of This week: the checklist by day, ticked by Space; the keys stay on their line."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton, QWidget

from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import add_cover
from coordinator.casework.meetings.series import Appointment, cancel_meeting, move_meeting
from coordinator.casework.week.this_week import read_this_week
from coordinator.domain.lists.weeks import PanelPost, WeekStep
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.week.steps import StepLine
from coordinator.ui.kit import theme
from coordinator.ui.kit.chips import Chip
from coordinator.ui.kit.screen import Screen
from coordinator.ui.places.every import (
    MeetingPlace,
    MeetingsPlace,
    PapersPlace,
    Place,
    StuckPlace,
    StuckShown,
)
from coordinator.ui.screens.this_week.screen import build
from coordinator.ui.screens.this_week.view import ThisWeekView
from coordinator.ui.shared.agency_texts import ChaseForm
from coordinator.ui.shared.chasing import Chase
from coordinator.wording.labels import label
from tests.casework.stuck_people import stuck
from tests.meetings import TEN, add_action, add_case, next_meeting_of, weekly
from tests.stores import COORDINATOR, TODAY, WORKER, Clock
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs

WEEK = timedelta(days=7)


class Shown:
    """The page on the screen, with where its buttons led."""

    def __init__(self, desk: Desk) -> None:
        self.gone: list[Place] = []
        self.told: list[str] = []
        self.jobs = ImmediateJobs(desk)
        self.screen: Screen = build(self.jobs, self.gone.append, self.tell, "Kerrow Panel")
        self.jobs.listeners.append(self.screen.look_again)
        self.widget: QWidget = self.screen.widget
        self.widget.resize(1100, 800)
        self.widget.show()
        settle()

    def tell(self, words: str, _undo: Callable[[], object] | None) -> None:
        self.told.append(words)

    def look_again(self) -> None:
        self.screen.look_again(Changes(frozenset({RecordKind.ACTION})))
        settle()

    def says(self) -> str:
        return " ".join(one.text() for one in self.widget.findChildren(QLabel))

    def chips(self) -> list[str]:
        return [one.accessibleName() for one in self.widget.findChildren(Chip)]

    def press(self, name: str) -> None:
        every = self.widget.findChildren(QPushButton)
        next(one for one in every if one.accessibleName() == name).click()
        settle()

    def box(self, name: str) -> QCheckBox:
        every = self.widget.findChildren(QCheckBox)
        return next(one for one in every if one.accessibleName() == name)


@pytest.fixture
def shown(desk: Desk, look: theme.Look, qapp: QApplication) -> Iterator[Shown]:
    """The week of a panel that meets in a week and has an action due."""
    del look, qapp
    next_meeting_of(desk, weekly(desk, TODAY + WEEK))
    add_action(desk, add_case(desk)[0], TODAY)
    made = Shown(desk)
    yield made
    made.widget.close()
    made.widget.deleteLater()
    settle()


def test_the_steps_stand_under_their_days(shown: Shown) -> None:
    text = shown.says()
    days = ["Mon 23 Nov", "Tue 24 Nov", "Wed 25 Nov", "Thu 26 Nov", "Fri 27 Nov", "Tue 1 Dec"]
    assert [text.index(f" {day} ") for day in days] == sorted(
        text.index(f" {day} ") for day in days
    )
    assert "No word yet: Kerrow Homes 1." in text
    assert "Nothing is left to do today." in text


def test_space_ticks_and_unticks_and_the_keys_stay(shown: Shown) -> None:
    name = "Ask agencies how their actions go"
    for is_ticked in (True, False):
        box = shown.box(name)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
        settle()
        assert shown.box(name).isChecked() is is_ticked
        assert shown.box(name).hasFocus()
        assert ("by Aled Hâf." in shown.says()) is is_ticked


def test_today_and_what_was_left_are_told_in_words(desk: Desk, shown: Shown, clock: Clock) -> None:
    clock.move(days=5)  # Tuesday; nobody asked on Monday
    shown.look_again()
    assert {"Today", "Was due Mon 23 Nov"} <= set(shown.chips())
    assert "Left from before" in shown.says()
    assert "2 to do by today." in shown.says()


def test_a_moved_meeting_moves_the_days_on_the_page_and_a_cancelled_one_takes_them_away(
    desk: Desk, shown: Shown
) -> None:
    (meeting,) = {one.meeting for one in _steps(shown)}
    monday = Appointment(TODAY + timedelta(days=11), TEN)
    shown.jobs.command(
        lambda at: move_meeting(at, meeting, monday, seen=1, reason="The room is flooded.")
    )
    settle()
    assert "Mon 30 November 2026, 10:00" in shown.says()
    assert "Wed 25 Nov" in shown.says()
    assert "Mon 23 Nov" not in shown.says()

    shown.jobs.command(lambda at: cancel_meeting(at, meeting, reason="Snow."))
    settle()
    assert "No meeting is in the calendar yet." in shown.says()
    assert "What to do, day by day" not in [
        one.text() for one in shown.widget.findChildren(QLabel) if one.isVisible()
    ]
    shown.press("Put one in the calendar")
    assert shown.gone[-1] == MeetingsPlace()


def test_a_line_opens_where_its_step_is_done(shown: Shown) -> None:
    (meeting,) = {one.meeting for one in _steps(shown)}
    shown.press("Agenda: Agenda in order and issued")
    shown.press("Papers: Papers sent")
    shown.press("Cover sheet for a deputy")
    assert shown.gone == [
        MeetingPlace(meeting),
        PapersPlace(meeting, "M26-001", "pack"),
        PapersPlace(kind="cover"),
    ]


def test_the_text_to_chase_opens_over_the_page_and_is_copied(shown: Shown) -> None:
    shown.press(f"Texts: {label(WeekStep.RETURNS_ASKED)}")
    form = shown.widget.sheets.shown  # type: ignore[attr-defined]
    assert form is not None
    form.give()
    assert "Kerrow Homes" in QGuiApplication.clipboard().text()


def test_who_stands_in_is_told_to_everybody_and_to_themselves(
    desk: Desk, shown: Shown, chair: Desk
) -> None:
    until = TODAY + WEEK
    for post, who in ((PanelPost.COORDINATOR, WORKER), (PanelPost.CHAIR, COORDINATOR)):
        shown.jobs.command(
            partial(add_cover, post=post, professional_id=who, from_on=TODAY, until_on=until)
        )
    settle()
    text = shown.says()
    assert "Rhys Roskilly stands in for Aled Hâf (coordinator) until Thu 26 Nov." in text
    assert "You stand in for Morwenna Tregear (chair) until Thu 26 Nov." in text


def test_a_new_panel_is_told_where_to_begin(
    desk: Desk, look: theme.Look, qapp: QApplication
) -> None:
    del look, qapp
    made = Shown(desk)
    assert "Begin here" in made.says()
    assert "Leads to agree" not in made.says()
    made.press("Put the meetings in the calendar")
    assert made.gone == [MeetingsPlace()]
    made.widget.close()
    made.widget.deleteLater()
    settle()


def _steps(shown: Shown) -> tuple[StepLine, ...]:
    return read_this_week(shown.jobs.desk).steps


def test_everybody_at_the_page_is_told_that_there_is_nothing_to_send(shown: Shown) -> None:
    view = shown.widget
    assert isinstance(view, ThisWeekView)
    view.show_texts("Tell an agency what it took on", ())
    assert shown.told == ["There is nothing to send to any agency."]


NAMES = ("Kerrow Homes", "Kerrow Mental Health", "Kerrow Police")


def test_texts_are_copied_one_after_the_other_and_everybody_is_told(shown: Shown) -> None:
    view = shown.widget
    assert isinstance(view, ThisWeekView)
    texts = [Chase(name, 1, f"To {name}") for name in NAMES]
    view.show_texts("Tell an agency what it took on", texts)
    form = view.sheets.shown
    assert isinstance(form, ChaseForm)
    agency = form.field("agency").control
    assert isinstance(agency, QComboBox)
    agency.setCurrentIndex(1)
    copied = []
    for count in (1, 2):
        form.give()
        copied.append(QGuiApplication.clipboard().text())
        assert f"Copied: {count} of 3" in [one.text() for one in form.findChildren(QLabel)]
    assert shown.told == []
    form.give()
    copied.append(QGuiApplication.clipboard().text())
    assert copied == [f"To Kerrow {name}" for name in ("Mental Health", "Police", "Homes")]
    assert shown.told == ["All 3 texts are copied."]
    settle()
    assert view.sheets.shown is None


def test_what_is_overdue_at_somebody_higher_up_is_said_and_shown(
    shown: Shown, clock: Clock
) -> None:
    desk = shown.jobs.desk
    stuck(desk).asked()
    clock.move(days=11)
    stuck(desk).escalate()
    shown.look_again()
    text = shown.says()
    assert "1 answer is overdue. Chase it, or ask the next level." in text
    assert "1 is drafted and not sent." in text
    shown.press("Show the escalations whose answer is overdue")
    assert shown.gone == [StuckPlace(StuckShown.ESCALATIONS, overdue=True)]
