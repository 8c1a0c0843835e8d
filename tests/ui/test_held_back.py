"""What is held back from whoever fills in a form: said in its place, and never an empty line."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.people.entering import correct_person
from coordinator.casework.person.pages import read_person
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import begin_plan, edit_plan
from coordinator.casework.referrals.asking import change_referral, draft_referral
from coordinator.casework.referrals.lists import read_referral
from coordinator.domain.errors import GuardError
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.ui.kit import theme
from coordinator.ui.kit.areas import Area
from coordinator.ui.kit.asks import Question
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.screens.plan.view import PlanPage
from coordinator.ui.screens.plan.wishes import steps_of
from coordinator.ui.screens.referral import questions as referral_questions
from tests.meetings import add_case
from tests.stores import HEALTH, NURSE, sitting
from tests.ui.pages.person_pages import Page
from tests.ui.pages.plan_pages import PlanOnPage

HELD = "Held back"


@pytest.fixture
def person(desk: Desk) -> UUID:
    who, case = add_case(desk)
    agree_lead(desk, case, NURSE)
    seen = read_person(desk, who).person.revision
    correct_person(desk, who, seen=seen, address="12 Quay Street", gp="Dr Rowe", phone="1")
    return who


@pytest.fixture
def lead(desk: Desk) -> Desk:
    return sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)


def hold_back(desk: Desk, kind: RecordKind, entry: UUID, *fields: str) -> None:
    for field in fields:
        set_part_sensitivity(desk, Part(kind, entry, field), Sensitivity.RESTRICTED, seen=0)


def test_a_text_of_the_plan_is_no_empty_field_and_is_not_written_over(
    desk: Desk, lead: Desk, person: UUID, qtbot: QtBot, look: theme.Look
) -> None:
    plan = begin_plan(desk, person).result
    edit_plan(desk, plan, seen=1, direction="Away from his brother", what_matters="A dog")
    hold_back(desk, RecordKind.PLAN, plan, "direction")
    page = PlanOnPage(lead, person)
    view = PlanPage()
    qtbot.addWidget(view)
    assert page.shown.opened is not None
    view.show_plan(page.shown.opened, steps_of(page.shown.opened))
    view.show()
    areas = {one.accessibleName(): one for one in view.findChildren(Area)}
    held = [area for area in areas.values() if area.isReadOnly()]
    (area,) = held
    assert not area.isVisible()
    said = [one.text() for one in view.findChildren(QLabel) if one.isVisibleTo(view)]
    assert [HELD in words for words in said].count(True) == 1
    seen = read_plan(lead, person).revision
    for words in ("Somewhere", ""):
        if words:
            with pytest.raises(GuardError, match="part-kept"):
                edit_plan(lead, plan, seen=seen, direction=words)
        else:
            edit_plan(lead, plan, seen=seen, direction=words, what_matters="Two dogs")
    assert read_plan(desk, person).text["direction"] == "Away from his brother"
    assert read_plan(desk, person).text["what_matters"] == "Two dogs"
    assert read_plan(desk, person).held == frozenset()


def reach_form(desk: Desk, person: UUID) -> Question:
    page = Page(desk, person)
    page.presenter.do(Step.REACH)
    assert page.forms.question is not None
    return page.forms.question


def test_an_address_and_a_telephone_are_not_asked_for_where_they_are_held_back(
    desk: Desk, lead: Desk, person: UUID
) -> None:
    hold_back(desk, RecordKind.PERSON, person, "address", "phone")
    theirs, ours = read_person(lead, person), read_person(desk, person)
    assert theirs.held == {"address", "phone", "safe_to_call"}
    assert ours.held == frozenset()
    asked, everything = reach_form(lead, person), reach_form(desk, person)
    assert not {"address", "phone", "safe_to_call"} & {ask.name for ask in asked.asks}
    assert "Last known address" in asked.about
    assert "Telephone" in asked.about
    assert {"address", "phone", "safe_to_call"} <= {ask.name for ask in everything.asks}
    assert everything.about == ""
    with pytest.raises(GuardError, match="part-kept"):
        correct_person(lead, person, seen=theirs.person.revision, phone="01632 960 001")


def test_a_referral_asks_for_nothing_that_is_held_back(desk: Desk, lead: Desk) -> None:
    who, _case = add_case(desk, "Anna")
    referral = draft_referral(lead, who, referrer_id=NURSE, why_now="He hits her").result
    hold_back(desk, RecordKind.REFERRAL, referral, "why_now")
    page = read_referral(lead, referral)
    asked = referral_questions.change(page, read_directory(lead))
    assert "why_now" not in {ask.name for ask in asked.asks}
    assert "Why now" in asked.about
    with pytest.raises(GuardError, match="part-kept"):
        change_referral(lead, referral, seen=page.row.revision, why_now="Something else")
    assert read_referral(desk, referral).why_now == "He hits her"
