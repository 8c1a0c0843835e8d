"""Needs, risks and asking about the past on a person's page: what is shown, asked and kept."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from coordinator.casework.desk import Desk
from coordinator.casework.needs.enquiries import note_enquiry
from coordinator.casework.needs.profile import record_needs
from coordinator.casework.needs.reading import read_needs
from coordinator.casework.people.safety import add_risk, add_strength, read_safety
from coordinator.domain.lists.people import EnquiryAnswer, NeedDomain, NeedPart, NeedSeverity
from coordinator.domain.lists.plans import EcologicalLevel, StrengthKind
from coordinator.domain.needs.enquiries import Enquiry
from coordinator.domain.needs.rules import Complexity, Finding, NeedsRound
from coordinator.domain.states import Answer, Sensitivity
from coordinator.ui.kit.asks import Kind
from coordinator.ui.kit.bars import BarsWidget
from coordinator.ui.screens.person.needs import enquiries_card, needs_card
from coordinator.ui.screens.person.safety import safety_cards
from coordinator.ui.screens.person.steps import Step
from tests.meetings import add_case
from tests.stores import TODAY
from tests.ui.pages.person_pages import Page

_D, _S = NeedDomain, NeedSeverity
AUGUST = TODAY - timedelta(days=91)


@pytest.fixture
def petroc(desk: Desk) -> UUID:
    return add_case(desk, "Petroc")[0]


def twice(desk: Desk, person: UUID) -> None:
    first = (Finding(_D.ALCOHOL, _S.HIGH), Finding(_D.HOUSING, _S.HIGH, NeedPart.MAIN))
    record_needs(desk, person, NeedsRound(first, AUGUST))
    second = (Finding(_D.ALCOHOL, _S.SOME), Finding(_D.MONEY, _S.NOT_KNOWN))
    record_needs(desk, person, NeedsRound(second, TODAY))


def words(*shown: QWidget) -> str:
    found = [one for part in shown for one in part.findChildren(QLabel)]
    return "\n".join(one.text() for one in found)


def nothing(_step: Step, _about: object) -> None:
    pass


def test_a_form_asks_every_area_and_keeps_those_that_were_answered(
    desk: Desk, petroc: UUID
) -> None:
    page = Page(desk, petroc)
    page.presenter.do(Step.NEEDS)
    assert page.forms.question is not None
    areas = [one for one in page.forms.question.asks if one.name.startswith("need_")]
    assert len([one for one in areas if one.kind is Kind.CHOICE]) == len(NeedDomain)
    page.forms.answer(need_alcohol=None)
    assert page.forms.faults == {"need_housing": "nothing-asked"}
    page.forms.answer(need_alcohol=_S.HIGH, main_area=_D.DRUGS)
    assert page.forms.faults == {"main_area": "not-found-now"}
    page.forms.answer(
        need_alcohol=_S.HIGH,
        need_alcohol_note="Two litres a day",
        need_money=_S.NOT_KNOWN,
        main_area=_D.ALCOHOL,
    )
    needs = read_needs(desk, petroc)
    assert needs.complexity == Complexity(1, 1, 1, 2)
    assert (needs.standing[0].note, needs.standing[0].need_part) == (
        "Two litres a day",
        NeedPart.MAIN,
    )
    assert page.page.needs == needs


@pytest.mark.usefixtures("qapp")
def test_the_page_says_how_many_which_and_what_changed_and_shows_every_time(
    desk: Desk, petroc: UUID
) -> None:
    assert "Nobody has asked about needs yet." in words(
        needs_card(Page(desk, petroc).shown, nothing)
    )
    twice(desk, petroc)
    shown = needs_card(Page(desk, petroc).shown, nothing)
    said = words(shown)
    assert "2 areas of need, 1 high; 1 area not known; 11 areas not asked" in said
    assert "Alcohol: high → some; Money, debt, benefits, ID: not asked → not known." in said
    assert "Not known: money, debt, benefits, ID." in said
    assert "daily living and self-neglect; work, learning, belonging, faith." in said
    (chart,) = shown.findChildren(BarsWidget)
    assert not chart.isVisibleTo(shown)
    (turn,) = [one for one in shown.findChildren(QPushButton) if "every" in one.text()]
    turn.click()
    assert chart.isVisibleTo(shown)
    assert [bar.counts[0] for bar in chart.chart.bars] == [2, 1]


def test_a_finding_noted_in_error_is_taken_off_with_its_reason(desk: Desk, petroc: UUID) -> None:
    twice(desk, petroc)
    page = Page(desk, petroc)
    wrong = page.page.needs.days[0].found[0]
    page.do(Step.DROP_NEED, wrong, reason="Somebody else's")
    assert read_needs(desk, petroc).complexity == Complexity(2, 2, 1, 3)


def test_asking_about_the_past_asks_for_no_number_and_why_where_nobody_is_trained(
    desk: Desk, petroc: UUID
) -> None:
    page = Page(desk, petroc)
    page.presenter.do(Step.ENQUIRY)
    question = page.forms.question
    assert question is not None
    assert not [one for one in question.asks if one.kind in {Kind.NUMBER, Kind.AMOUNT}]
    level = next(one for one in question.asks if one.name == "sensitivity")
    assert level.value is Sensitivity.RESTRICTED
    page.forms.answer(enquiry=EnquiryAnswer.DECLINED, wish="Another day")
    assert not list(page.page.enquiries)
    assert page.forms.question is not None  # it asks why, since nobody is known to be trained
    why = [one.name for one in page.forms.question.asks if "enquiry-not-trained" in one.name]
    page.forms.answer(**{why[0]: "He spoke of it himself"})
    (row,) = list(page.page.enquiries)
    assert (row.said.enquiry, row.said.wish) == (EnquiryAnswer.DECLINED, "Another day")
    page.do(Step.CHANGE_ENQUIRY, row, how_we_work="One person, no closed doors")
    (row,) = list(page.page.enquiries)
    assert row.said.how_we_work == "One person, no closed doors"
    assert row.said.sensitivity is Sensitivity.RESTRICTED


@pytest.mark.usefixtures("qapp")
def test_what_was_asked_about_the_past_is_shown_with_what_follows(
    desk: Desk, petroc: UUID
) -> None:
    none = enquiries_card(Page(desk, petroc).shown, nothing)
    assert "Nothing is noted of asking about the past." in words(none)
    now = Enquiry(EnquiryAnswer.NOT_APPROPRIATE, TODAY, how_we_work="No closed doors")
    note_enquiry(desk, petroc, now)
    said = words(enquiries_card(Page(desk, petroc).shown, nothing))
    assert "Not appropriate now" in said
    assert "how we work: No closed doors" in said


def test_a_risk_asks_what_we_do_and_who_agreed_not_to_tell(desk: Desk, petroc: UUID) -> None:
    page = Page(desk, petroc)
    page.presenter.do(Step.RISK)
    question = page.forms.question
    assert question is not None
    assert question.about == (
        "Strengths: not yet asked. Ask what keeps them safer, too, and note it."
    )
    agreed = next(one for one in question.asks if one.name == "not_told_agreed_by")
    assert not agreed.fits({"person_told": Answer.YES})
    said = {"text": "Fire", "person_told": Answer.NO, "not_told_reason": "Not safe"}
    page.forms.answer(**said)
    assert page.forms.faults == {"not_told_agreed_by": "required"}
    page.forms.answer(
        **said,
        not_told_agreed_by="The chair",
        what_we_do="Check the alarms",
        level=EcologicalLevel.COMMUNITY,
    )
    (row,) = page.page.safety.risks
    assert (row.what_we_do, row.not_told_agreed_by) == ("Check the alarms", "The chair")


@pytest.mark.usefixtures("qapp")
def test_risks_are_shown_whole_with_strengths_asked_for_beside_them_and_both_by_level(
    desk: Desk, petroc: UUID
) -> None:
    add_risk(
        desk,
        petroc,
        text="Fire",
        person_told=Answer.NO,
        not_told_reason="Not safe",
        not_told_agreed_by="The chair",
        what_we_do="Check the alarms",
        level=EcologicalLevel.COMMUNITY,
    )
    said = words(*safety_cards(Page(desk, petroc).shown, nothing))
    assert "What we do: Check the alarms" in said
    assert "The person was not told: Not safe; agreed by The chair" in said
    assert "Strengths: not yet asked." in said
    assert "What keeps them safer belongs beside what could happen." in said
    add_strength(desk, petroc, strength=StrengthKind.TRUSTED_PERSON)
    said = words(*safety_cards(Page(desk, petroc).shown, nothing))
    assert "not yet asked" not in said
    lines = said[said.index("Strengths and risks by level") :].splitlines()
    community = lines.index("Community and services")
    assert lines[community + 1 : community + 3] == ["None noted", "Fire"]


@pytest.mark.usefixtures("qapp")
def test_earlier_words_of_a_risk_are_read_from_review_to_review(desk: Desk, petroc: UUID) -> None:
    add_risk(desk, petroc, text="Fire", person_told=Answer.YES, what_we_do="Nothing yet")
    page = Page(desk, petroc)
    (row,) = page.page.safety.risks
    page.do(Step.REVIEW_NOTE, row, what_we_do="Check the alarms", text="Fire in the kitchen")
    (row,) = read_safety(desk, petroc).risks
    page.presenter.do(Step.EARLIER, row)
    said = words(*safety_cards(page.shown, nothing, page.earlier))
    assert "What we do: Nothing yet → Check the alarms" in said or (
        "Nothing yet" in said and "Check the alarms" in said
    )
    assert "Fire in the kitchen" in said
    assert "Looked at a risk again" in said
