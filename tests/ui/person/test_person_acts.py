"""The lead, the case and contacts on a person's page: who may, which form, what comes of it."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.leads.agreeing import agree_lead, find_cases_without_lead, hand_over
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.people.entering import correct_person, record_death
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.cases.rules import CasePeriod
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.plans import PanelPriority
from coordinator.domain.lists.reasons import CloseReason, PauseReason
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, CasePhase, CaseStatus
from coordinator.ui.places.every import PapersPlace
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.screens.person.view import PersonView
from tests.meetings import add_case
from tests.stores import (
    CHAIR,
    COORDINATOR,
    COUNCIL,
    HEALTH,
    NURSE,
    OFFICER,
    POLICE,
    TODAY,
    WORKER,
    sitting,
)
from tests.ui.pages.person_pages import Page

SOON = TODAY + timedelta(days=14)


@pytest.fixture
def page(desk: Desk) -> Page:
    """The page of somebody on the caseload without a lead."""
    person, _case = add_case(desk, "Petroc", opened_on=date(2026, 9, 1))
    return Page(desk, person)


def first(page: Page) -> Step:
    return page.shown.front[0]


def case_of(page: Page) -> CasePeriod:
    return page.page.cases[0]


def test_a_lead_to_agree_is_the_button_until_one_is_agreed(page: Page) -> None:
    assert first(page) is Step.AGREE_LEAD
    page.do(Step.AGREE_LEAD, professional_id=NURSE, person_told=Answer.YES)
    assert case_of(page).leads[0].professional == "Kasia Dębska"
    assert first(page) is Step.CONTACT
    assert Step.AGREE_LEAD not in page.steps
    assert find_cases_without_lead(page.desk) == []


def test_nobody_of_an_agency_that_is_not_told_can_be_chosen_to_lead(page: Page) -> None:
    exclude_agency(page.desk, page.person, agency_id=POLICE, reason="asked for it")
    page.presenter.do(Step.AGREE_LEAD)
    assert page.forms.question is not None
    offered = {value for value, _words in page.forms.question.asks[0].choices}
    assert NURSE in offered
    assert OFFICER not in offered


def test_a_lead_needs_somebody(page: Page) -> None:
    page.do(Step.AGREE_LEAD, person_told=Answer.YES)
    assert page.forms.faults == {"professional_id": "required"}
    assert case_of(page).leads == ()


def test_handing_over_without_a_note_asks_why_and_is_then_done(page: Page) -> None:
    agree_lead(page.desk, case_of(page).id, NURSE)
    page.presenter.load()
    page.do(Step.HAND_OVER, professional_id=WORKER)
    assert page.forms.question is not None
    asked = [ask.name for ask in page.forms.question.asks]
    assert asked[-2:] == ["prompt no-handover", "prompt not-told"]
    assert page.forms.question.asks[0].value == WORKER
    page.forms.answer(
        **{"prompt no-handover": "She is away.", "prompt not-told": "Not met this week."}
    )
    (current,) = [one for one in case_of(page).leads if one.to_on is None]
    assert current.professional == "Rhys Roskilly"


def test_a_lead_accepts_and_ends_with_a_reason(page: Page) -> None:
    agree_lead(page.desk, case_of(page).id, NURSE)
    page.presenter.load()
    page.do(Step.ACCEPT_LEAD)
    assert case_of(page).leads[0].accepted_on == TODAY
    assert Step.ACCEPT_LEAD not in page.steps
    page.do(Step.END_LEAD, reason="")
    assert page.forms.faults == {"reason": "required"}
    page.forms.answer(reason="Another post")
    assert Step.AGREE_LEAD in page.steps


def test_after_a_lead_left_another_is_agreed_first_of_all(page: Page) -> None:
    agree_lead(page.desk, case_of(page).id, NURSE)
    record_leaving(page.desk, NURSE, on=TODAY)
    page.presenter.load()
    assert first(page) is Step.AGREE_LEAD


def test_a_contact_is_kept_with_its_result_and_changes_when_somebody_was_seen(page: Page) -> None:
    page.do(
        Step.CONTACT,
        result=ContactResult.MET_BRIEF,
        type=ContactType.STREET,
        place="Harbour steps",
        words="Asked for a coat",
        with_whom="Her advocate",
    )
    (kept,) = page.shown.contacts.rows
    assert (kept.result, kept.place, kept.words) == (
        ContactResult.MET_BRIEF,
        "Harbour steps",
        "Asked for a coat",
    )
    assert (kept.worker, kept.with_whom) == ("Aled Hâf", "Her advocate")
    assert page.page.last_seen_on == TODAY
    page.presenter.do(Step.CONTACT)
    assert page.forms.question is not None
    standing = {ask.name: ask.value for ask in page.forms.question.asks}
    assert (standing["type"], standing["on"], standing["at"]) == (
        ContactType.STREET,
        TODAY,
        time(12, 0),
    )


def test_nobody_there_is_a_result_and_asks_nothing_more(page: Page) -> None:
    page.presenter.do(Step.CONTACT)
    assert page.forms.question is not None
    words = next(ask for ask in page.forms.question.asks if ask.name == "words")
    assert words.only_for is not None
    assert ContactResult.NOT_THERE not in words.only_for[1]
    page.forms.answer(result=ContactResult.NOT_THERE, type=ContactType.DOORSTEP)
    assert page.shown.contacts.rows[0].result is ContactResult.NOT_THERE
    assert page.page.last_seen_on is None


def test_a_contact_says_what_it_lacks_and_that_the_future_has_not_come(page: Page) -> None:
    page.do(Step.CONTACT)
    assert page.forms.faults == {"result": "required", "type": "required"}
    page.forms.answer(
        result=ContactResult.NO_REPLY, type=ContactType.PHONE, on=TODAY + timedelta(days=1)
    )
    assert page.forms.faults == {"at": "in-the-future"}
    page.forms.answer(
        result=ContactResult.NO_REPLY, type=ContactType.PHONE, on=TODAY - timedelta(days=9)
    )
    assert page.shown.contacts.rows[0].is_late


def test_a_new_home_brings_its_questions_and_takes_reasons_for_what_is_open(page: Page) -> None:
    page.do(Step.PHASE, phase=CasePhase.SUSTAINING, moved_in_on=TODAY)
    assert page.forms.question is not None
    asked = [ask.name for ask in page.forms.question.asks if ask.name.startswith("prompt ")]
    assert asked == ["prompt contact-rhythm", "prompt tenancy-contact"]
    page.forms.answer(**dict.fromkeys(asked, "Agreed next week"))
    case = case_of(page)
    assert (case.phase, case.move_in.moved_in_on) == (CasePhase.SUSTAINING, TODAY)


def test_the_next_review_needs_a_day_to_come(page: Page) -> None:
    page.do(Step.REVIEW)
    assert page.forms.faults == {"next_review_on": "required"}
    page.forms.answer(next_review_on=TODAY - timedelta(days=1))
    assert page.forms.faults == {"next_review_on": "in-the-past"}
    page.forms.answer(next_review_on=SOON)
    assert case_of(page).next_review_on == SOON


def test_the_priority_is_the_chairs_with_a_reason(page: Page) -> None:
    page.do(Step.PRIORITY, priority=PanelPriority.URGENT, reason="")
    assert page.forms.faults == {"reason": "required"}
    page.forms.answer(priority=PanelPriority.URGENT, reason="Winter", decided_by=CHAIR)
    assert case_of(page).priority is PanelPriority.URGENT


def test_a_case_rests_until_a_day_and_is_taken_up_again(page: Page) -> None:
    page.do(Step.PAUSE)
    assert page.forms.faults == {"pause_reason": "required", "look_again_on": "required"}
    page.forms.answer(pause_reason=PauseReason.HOSPITAL, look_again_on=SOON)
    assert case_of(page).status is CaseStatus.PAUSED
    assert Step.PAUSE not in page.steps
    page.do(Step.RESUME)
    assert case_of(page).status is CaseStatus.OPEN


def test_closing_asks_what_would_be_left_unsaid_and_reopening_begins_anew(page: Page) -> None:
    page.do(Step.CLOSE)
    assert page.forms.faults == {"close_reason": "required"}
    page.forms.answer(close_reason=CloseReason.TRANSFERRED)
    assert page.forms.faults == {"close_note": "required"}
    page.forms.answer(close_reason=CloseReason.TRANSFERRED, close_note="To Kerrow East")
    assert page.forms.question is not None
    prompts = [ask.name for ask in page.forms.question.asks if ask.name.startswith("prompt ")]
    assert prompts == ["prompt not-told", "prompt remaining-risk", "prompt no-learning"]
    page.forms.answer(**dict.fromkeys(prompts, "Their new panel does"))
    assert case_of(page).status is CaseStatus.CLOSED
    assert page.shown.front[:2] == (Step.CLOSURE_SUMMARY, Step.REOPEN)
    page.do(Step.REOPEN, reason="Came back")
    assert [case.status for case in page.page.cases] == [CaseStatus.OPEN, CaseStatus.CLOSED]


def test_of_somebody_who_died_only_the_case_is_closed_or_the_death_taken_back(page: Page) -> None:
    record_death(page.desk, page.person, died_on=TODAY, source="The hospital")
    page.presenter.load()
    changing = {Step.CONTACT, Step.NAMES, Step.PHASE, Step.AGREE_LEAD, Step.RISK}
    assert not changing & set(page.steps)
    assert {Step.CLOSE, Step.DEATH_WITHDRAWN} <= set(page.steps)
    assert page.shown.front == (Step.CLOSE,)
    page.do(Step.TELL, who="The surgery")
    assert page.shown.death is not None
    assert [one.who for one in page.shown.death.notices] == ["The surgery"]
    page.do(Step.PUT_RIGHT, gp="Quay surgery", reason="A slip")
    assert page.page.details.gp == "Quay surgery"
    page.do(Step.DEATH_WITHDRAWN, reason="Another person of that name")
    assert page.page.details.died_on is None


DECISIONS = {Step.AGREE_LEAD, Step.CLOSE, Step.PAUSE, Step.PRIORITY, Step.HAND_OVER, Step.END_LEAD}
LOOKING = {Step.PLAN, Step.OWN_PLAN, Step.DISCLOSURES, Step.RETENTION, Step.WHY_OPENED}


@pytest.mark.parametrize(
    ("who", "role", "agency", "may", "may_not"),
    [
        (COORDINATOR, Role.COORDINATOR, COUNCIL, {Step.END_LEAD, Step.CLOSE, Step.BASIS}, set()),
        (NURSE, Role.LEAD_PROFESSIONAL, HEALTH, {Step.CONTACT, Step.PHASE, Step.RISK}, DECISIONS),
        (COORDINATOR, Role.AUDITOR, COUNCIL, LOOKING, set(Step) - LOOKING),
    ],
)
def test_only_what_the_role_may_do_is_offered(
    page: Page, who: UUID, role: Role, agency: UUID, may: set[Step], may_not: set[Step]
) -> None:
    agree_lead(page.desk, case_of(page).id, NURSE)
    steps = set(Page(sitting(page.desk, who, role, agency), page.person).steps)
    assert may <= steps
    assert not may_not & steps


def test_another_lead_professional_does_not_accept_for_the_lead(page: Page) -> None:
    agree_lead(page.desk, case_of(page).id, NURSE)
    nurse = Page(sitting(page.desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH), page.person)
    assert Step.ACCEPT_LEAD in nurse.steps
    nurse.do(Step.ACCEPT_LEAD)
    assert Step.ACCEPT_LEAD not in nurse.steps


def test_what_became_impossible_meanwhile_is_told_in_the_form(page: Page) -> None:
    page.presenter.do(Step.AGREE_LEAD)
    agree_lead(page.desk, case_of(page).id, WORKER)
    page.forms.answer(professional_id=NURSE)
    assert [one.what for one in page.forms.objections] == ["There is already a lead professional."]


def test_the_summary_of_a_closing_is_one_key_away(page: Page) -> None:
    page.do(Step.CLOSE)
    page.forms.answer(close_reason=CloseReason.ADMINISTRATIVE, close_note="Twice on file")
    page.presenter.do(Step.CLOSURE_SUMMARY)
    assert page.told.places[-1] == PapersPlace(
        kind="closure-summary", person=page.page.person.reference
    )


def test_a_letter_that_waits_for_the_basis_says_so_before_it_is_tried(page: Page) -> None:
    page.do(Step.CLOSE)
    page.forms.answer(close_reason=CloseReason.ADMINISTRATIVE, close_note="Twice on file")
    assert page.shown.waiting == set()
    withdraw_basis(page.desk, page.person, reason="They objected")
    page.presenter.load()
    assert page.shown.waiting >= {Step.CLOSURE_SUMMARY, Step.JOURNEY}
    page.presenter.do(Step.CLOSURE_SUMMARY)
    assert page.told.places == []
    assert "or was withdrawn" in page.told.notices[-1].what


def test_the_button_of_a_letter_that_waits_says_so(qapp: QApplication, page: Page) -> None:
    view = PersonView()
    withdraw_basis(page.desk, page.person, reason="They objected")
    page.presenter.load()
    view.show_person(page.shown)
    texts = {action.text() for action in view.deeds.actions_here}
    assert "Look at the journey map (waits for the information basis)" in texts
    assert "Letter to the person" in texts


def test_before_a_letter_to_the_person_it_is_said_how_to_reach_them_safely(page: Page) -> None:
    correct_person(page.desk, page.person, seen=1, safe_contact="Never by post")
    page.presenter.load()
    page.presenter.do(Step.OWN_LETTER)
    assert page.forms.question is not None
    assert "Never by post" in page.forms.question.about
    page.forms.answer()
    assert page.told.places[-1] == PapersPlace(
        kind="own-letter", person=page.page.person.reference
    )


def test_whoever_takes_over_finds_the_hand_over_note_in_front(page: Page) -> None:
    case = case_of(page).id
    agree_lead(page.desk, case, NURSE, person_told=Answer.YES)
    page.presenter.load()
    assert Step.HAND_OVER_NOTE not in page.steps
    hand_over(page.desk, case, WORKER, note="Call first.", person_told=Answer.YES)
    page.presenter.load()
    assert Step.HAND_OVER_NOTE in page.shown.front


def test_what_agencies_copy_is_shown_for_each_that_may_be_told(page: Page) -> None:
    add_action(page.desk, NewAction("See her Monday", NURSE, TODAY, page.person))
    page.presenter.do(Step.COPY_OUT)
    assert [one.agency for one in page.texts] == ["Kerrow Mental Health"]
    exclude_agency(page.desk, page.person, agency_id=HEALTH, reason="They asked")
    page.presenter.do(Step.COPY_OUT)
    assert [one.what for one in page.told.notices] == ["No agency may be told about them."]
