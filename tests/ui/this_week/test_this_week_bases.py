"""Bases, warnings and risks that wait for somebody stand on This week and lead to the person."""

from datetime import timedelta

from PySide6.QtWidgets import QPushButton

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.bases import begin_urgent_work
from coordinator.casework.needs.profile import record_needs
from coordinator.casework.people.entering import register_person
from coordinator.casework.people.safety import add_warning
from coordinator.db.models import Basis
from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.needs.rules import Finding, NeedsRound
from coordinator.domain.roles import Right
from coordinator.domain.states import Answer
from coordinator.ui.kit import theme
from coordinator.ui.places.every import PersonPlace
from coordinator.ui.places.report import QualityPlace
from tests.based import known_person
from tests.casework.entries_on_file import a_person
from tests.stores import TODAY, Clock
from tests.ui.driving import settle
from tests.ui.this_week.test_this_week_view import Shown

SOON = TODAY + timedelta(days=1)
HEAD = "To complete and to look at again"


def openers(shown: Shown) -> list[QPushButton]:
    found = shown.widget.findChildren(QPushButton)
    return [one for one in found if "KP-0001" in one.accessibleName()]


def test_urgent_work_and_what_is_due_lead_to_the_person(
    desk: Desk, clock: Clock, look: theme.Look
) -> None:
    person = register_person(desk, given_name="Tomos", family_name="Gray").result
    shown = Shown(desk)
    assert HEAD not in shown.says()
    add_warning(desk, person, text="A dog", person_told=Answer.YES, review_on=SOON)
    done = begin_urgent_work(desk, person, reason="Sleeping out")
    shown.screen.look_again(done.changes)
    settle()
    assert HEAD in shown.says()
    assert "complete the basis by Thu 26 Nov" in shown.says()
    assert "A dog" not in shown.says()
    (urgent,) = openers(shown)
    urgent.click()
    assert shown.gone == [PersonPlace(person)]
    shown.widget.close()

    clock.move(days=8)
    later = Shown(desk)
    assert "work stops" in later.says()
    assert "Warning: look at it again Fri 20 Nov" in later.says()
    _urgent, warning = openers(later)
    warning.click()
    assert later.gone == [PersonPlace(person)]
    later.widget.close()


def test_a_basis_that_stands_without_a_condition_says_until_when(
    desk: Desk, look: theme.Look
) -> None:
    person = known_person(desk, given_name="Tomos", family_name="Gray")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        (basis,) = tx.people.about(Basis, [person])
        basis.offence_data, basis.review_on = None, SOON
        tx.journal("test.basis")
    shown = Shown(desk)
    assert "The basis lacks a condition; without it, it stands until Fri 20 Nov" in shown.says()
    assert "1 waits" in shown.chips()
    (opener,) = openers(shown)
    opener.click()
    assert shown.gone == [PersonPlace(person)]
    shown.widget.close()


def test_many_are_counted_by_kind(desk: Desk, clock: Clock, look: theme.Look) -> None:
    for number in range(7):
        person = register_person(desk, given_name=f"Tomos {number}").result
        begin_urgent_work(desk, person, reason="Sleeping out")
        add_warning(desk, person, text="A dog", person_told=Answer.YES, review_on=SOON)
    clock.move(days=1)
    shown = Shown(desk)
    assert "and 3 more people" in shown.says()
    assert "In all: 7 warnings" in shown.says()
    assert "14 wait" in shown.chips()
    shown.widget.close()


def test_whose_needs_were_not_asked_about_is_one_line_that_leads_to_what_is_missing(
    desk: Desk, look: theme.Look
) -> None:
    first, _second = a_person(desk), a_person(desk)
    shown = Shown(desk)
    assert "Needs of 2 people: not asked about in 90 days" in shown.says()
    found = NeedsRound((Finding(NeedDomain.ALCOHOL, NeedSeverity.SOME),), TODAY)
    shown.screen.look_again(record_needs(desk, first, found).changes)
    settle()
    assert "Needs of 1 person: not asked about in 90 days" in shown.says()
    (opener,) = (
        one
        for one in shown.widget.findChildren(QPushButton)
        if one.accessibleName() == "Show whose needs were not asked about"
    )
    opener.click()
    assert shown.gone == [QualityPlace()]
    shown.widget.close()
