"""Details, sharing and safety on a person's page: forms, clashes, and what comes of them."""

from datetime import date, timedelta

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.people.entering import correct_person
from coordinator.domain.lists.people import NeedDomain
from coordinator.domain.lists.plans import StrengthKind
from coordinator.domain.lists.sharing import (
    Agreement,
    ForumKind,
    Gateway,
    LawfulBasis,
    RelationKind,
    ToldAboutPanel,
)
from coordinator.domain.people.safety import LOOK_AGAIN_AFTER
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, BasisStatus, RiskStatus, Sensitivity
from coordinator.ui.screens.person.steps import Step
from tests.based import CONDITIONS, known_person
from tests.meetings import add_case
from tests.stores import HEALTH, NURSE, POLICE, TODAY, sitting
from tests.ui.pages.person_pages import Page

LATER = TODAY + timedelta(days=60)


@pytest.fixture
def page(desk: Desk) -> Page:
    """The page of somebody of whom hardly anything is known."""
    return Page(desk, add_case(desk, "Petroc", may_work=False)[0])


def basis(page: Page) -> BasisStatus:
    return page.page.sharing.basis.status


def test_names_contact_and_the_rest_are_corrected_where_they_were_changed(page: Page) -> None:
    page.do(Step.NAMES, preferred_name="Pez", pronouns="they", born_on=date(1980, 2, 1))
    page.do(Step.REACH, phone="01632 960001", safe_to_call=False, usual_places="The quay")
    page.do(Step.ABOUT, children_affected=Answer.NO)
    one, details = page.page.person, page.page.details
    assert (one.name.preferred, one.born_on, details.pronouns) == ("Pez", date(1980, 2, 1), "they")
    assert (details.phone, details.safe_to_call, details.usual_places) == (
        "01632 960001",
        False,
        "The quay",
    )
    assert details.children_affected is Answer.NO


def test_a_birth_that_cannot_be_is_told_at_its_field(page: Page) -> None:
    page.do(Step.NAMES, born_on=TODAY)
    assert page.forms.faults == {"born_on": "too-young"}


def test_a_telephone_somebody_else_changed_meanwhile_is_shown_beside_mine(page: Page) -> None:
    page.presenter.do(Step.REACH)
    revision = page.page.person.revision
    correct_person(page.desk, page.person, seen=revision, phone="01632 960002")
    page.forms.answer(phone="01632 960001")
    (objection,) = page.forms.objections
    assert objection.details == ("Telephone now says: 01632 960002",)
    page.forms.answer(phone="01632 960001")
    assert page.page.details.phone == "01632 960001"


def test_another_field_changed_meanwhile_does_no_harm(page: Page) -> None:
    page.presenter.do(Step.REACH)
    correct_person(page.desk, page.person, seen=page.page.person.revision, place="Bodmin")
    page.forms.answer(phone="01632 960001")
    assert (page.page.details.phone, page.page.details.place) == ("01632 960001", "Bodmin")


def test_other_names_and_numbers_are_added_and_taken_off(page: Page) -> None:
    page.do(Step.ALIAS, name="Skip")
    page.do(Step.ALIAS, name="skip")
    assert [one.what for one in page.forms.objections] == ["There is already one with this name."]
    page.do(Step.NUMBER, issuer="NHS", value="943 476 5919")
    page.do(Step.DROP_ALIAS, page.page.aliases[0])
    page.do(Step.DROP_NUMBER, page.page.identifiers[0])
    assert (page.page.aliases, page.page.identifiers) == ((), ())


def test_a_death_needs_its_day_and_who_told(page: Page) -> None:
    page.do(Step.DEATH)
    assert page.forms.faults == {"died_on": "required"}
    page.forms.answer(died_on=TODAY)
    assert page.forms.faults == {"death_source": "required"}
    page.forms.answer(died_on=TODAY, death_source="The hospital")
    assert page.page.details.died_on == TODAY


def test_the_basis_is_recorded_withdrawn_and_recorded_again(page: Page) -> None:
    assert Step.WITHDRAW_BASIS not in page.steps
    page.do(Step.BASIS, told=ToldAboutPanel.YES, told_on=TODAY)
    wanted = ("lawful_basis", "gateway", "review_on", "special_condition", "offence_data")
    assert page.page.sharing.basis.missing == wanted
    page.do(
        Step.BASIS,
        **CONDITIONS,
        lawful_basis=LawfulBasis.PUBLIC_TASK,
        gateway=Gateway.CRIME_AND_DISORDER,
        review_on=LATER,
    )
    assert basis(page) is BasisStatus.RECORDED
    page.do(Step.WITHDRAW_BASIS, reason="It was somebody else")
    assert basis(page) is BasisStatus.WITHDRAWN
    page.do(Step.BASIS, told_by="Their worker")
    assert basis(page) is BasisStatus.RECORDED


def test_the_form_says_at_the_entry_what_is_missing_and_fills_in_what_the_panel_usually_has(
    page: Page,
) -> None:
    page.presenter.do(Step.BASIS)
    assert page.forms.question is not None
    hints = {ask.name: ask.hint for ask in page.forms.question.asks}
    assert hints["special_condition"].startswith("Still missing. A panel always talks about")
    assert hints["review_on"] == "Still missing. At most a year off."
    known_person(page.desk, given_name="Somebody else")
    page.presenter.load()
    page.presenter.do(Step.BASIS)
    asks = {ask.name: ask for ask in page.forms.question.asks}
    assert {name: asks[name].value for name in CONDITIONS} == CONDITIONS
    assert asks["offence_data"].hint.startswith("Filled in as for most people here: check it.")
    page.forms.answer(told_by="Their worker")  # not a key more than before
    facts = page.page.sharing.basis.facts
    assert {name: getattr(facts, name) for name in CONDITIONS} == CONDITIONS


def test_the_main_power_to_share_is_no_further_one(page: Page) -> None:
    page.do(Step.BASIS, gateway=Gateway.CARE_ACT_ENQUIRY)
    page.presenter.do(Step.BASIS)
    question = page.forms.question
    assert question is not None
    (offered,) = (ask.choices for ask in question.asks if ask.name == "more_gateways")
    assert {one for one, _words in offered} == set(Gateway) - {Gateway.CARE_ACT_ENQUIRY}


def test_what_somebody_objects_to_makes_no_withdrawn_basis_stand_again(page: Page) -> None:
    page.do(
        Step.BASIS,
        told=ToldAboutPanel.YES,
        told_on=TODAY,
        lawful_basis=LawfulBasis.CONSENT,
        gateway=Gateway.CRIME_AND_DISORDER,
        review_on=LATER,
    )
    page.do(Step.WITHDRAW_BASIS, reason="They took it back")
    page.do(Step.AGREEMENT, asked_to_agree=Agreement.TAKEN_BACK, objection="all of it")
    assert page.forms.faults == {}
    page.do(Step.CAPACITY, advocate="Ada Penrose")
    stands = page.page.sharing.basis
    assert (stands.status, stands.facts.withdrawn_reason, stands.facts.objection) == (
        BasisStatus.WITHDRAWN,
        "They took it back",
        "all of it",
    )


def test_an_objection_has_the_day_that_is_proposed_and_never_none(page: Page) -> None:
    page.do(Step.AGREEMENT, objection="all of it", objected_on=None)
    assert page.forms.faults == {"objected_on": "required"}
    page.forms.answer(objection="all of it")
    assert page.page.sharing.basis.facts.objected_on == TODAY
    page.do(Step.AGREEMENT, agreement="nothing more")
    assert page.page.sharing.basis.facts.objected_on == TODAY


def test_a_forum_that_turns_out_to_be_a_guarded_one_is_told_to_few(page: Page) -> None:
    page.do(Step.FORUM, forum=ForumKind.OTHER, own_forum="The Monday table")
    (row,) = page.page.around.forums
    assert row.forum.sensitivity is Sensitivity.STANDARD
    page.do(Step.CHANGE_FORUM, row, forum=ForumKind.MARAC)
    (row,) = page.page.around.forums
    assert row.forum.sensitivity is Sensitivity.RESTRICTED
    page.do(Step.CHANGE_FORUM, row, sensitivity=Sensitivity.STANDARD)
    (row,) = page.page.around.forums
    assert row.forum.sensitivity is Sensitivity.STANDARD


def test_an_agency_is_kept_from_being_told_with_a_reason_and_may_be_told_again(page: Page) -> None:
    page.do(Step.EXCLUDE, reason="A relative works there")
    assert page.forms.faults == {"agency_id": "required"}
    page.forms.answer(agency_id=POLICE)
    assert page.forms.faults == {"reason": "required"}
    page.forms.answer(agency_id=POLICE, reason="A relative works there")
    (row,) = page.page.sharing.exclusions
    page.presenter.do(Step.EXCLUDE)
    assert page.forms.question is not None
    assert POLICE not in [value for value, _words in page.forms.question.asks[0].choices]
    page.do(Step.LIFT, row, reason="They moved")
    assert page.page.sharing.exclusions == ()


@pytest.mark.parametrize("step", [Step.WARNING, Step.RISK])
def test_a_warning_and_a_risk_say_who_knows_and_are_looked_at_again(
    page: Page, step: Step
) -> None:
    page.do(step, text="Startles when woken")
    assert page.forms.faults == {"not_told_reason": "required"}
    page.forms.answer(text="Startles when woken", person_told=Answer.YES)
    (row,) = page.page.safety.warnings or page.page.safety.risks
    assert row.note.review_on == TODAY + LOOK_AGAIN_AFTER
    page.do(Step.REVIEW_NOTE, row, text="Startles", review_on=LATER)
    (row,) = page.page.safety.warnings or page.page.safety.risks
    assert (row.note.text, row.note.review_on) == ("Startles", LATER)
    page.do(Step.END_NOTE, row, reason="")
    assert page.forms.faults == {"reason": "required"}
    page.forms.answer(reason="Sleeps well now")
    (row,) = page.page.safety.warnings or page.page.safety.risks
    assert row.status is RiskStatus.ENDED


def test_a_risk_keeps_its_area_and_what_keeps_it_from_happening(page: Page) -> None:
    page.do(
        Step.RISK,
        text="Loses the room",
        area=NeedDomain.HOUSING,
        controls="Rent is paid at the source",
        person_told=Answer.YES,
    )
    (risk,) = page.page.safety.risks
    assert (risk.area, risk.controls) == (NeedDomain.HOUSING, "Rent is paid at the source")


def test_a_strength_is_noted_in_any_words_and_taken_off_with_a_reason(page: Page) -> None:
    page.do(Step.STRENGTH)
    assert page.forms.faults == {"text": "required"}
    page.forms.answer(strength=StrengthKind.SAFE_HOME)
    (one,) = page.page.safety.strengths
    page.do(Step.DROP_STRENGTH, one, reason="Lost it")
    assert page.page.safety.strengths == ()


def test_who_may_see_an_entry_is_asked_at_the_end_of_its_form_and_changed_later(
    desk: Desk,
) -> None:
    page = Page(desk, add_case(desk, "Petroc")[0])
    page.do(Step.STRENGTH, text="Her garden", sensitivity=Sensitivity.THIRD_PARTY)
    (strength,) = page.page.safety.strengths
    assert strength.sensitivity is Sensitivity.THIRD_PARTY
    page.do(Step.RESTRICT, entry=strength.id, sensitivity=Sensitivity.STANDARD, reason="Hers")
    (strength,) = page.page.safety.strengths
    assert strength.sensitivity is Sensitivity.STANDARD


def test_one_part_of_what_is_known_is_held_back_by_itself_and_says_so(desk: Desk) -> None:
    person = add_case(desk, "Petroc")[0]
    page = Page(desk, person)
    page.do(Step.REACH, address="1 Mill Lane")
    page.presenter.do(Step.RESTRICT)
    question = page.forms.question
    assert question is not None
    (listed,) = (ask.choices for ask in question.asks if ask.name == "entry")
    words = dict(listed)[f"{person.hex} address"]
    assert "1 Mill Lane" in words
    page.forms.answer(entry=f"{person.hex} address", sensitivity=Sensitivity.SERIOUS_HARM)
    assert page.page.details.address == "1 Mill Lane"
    assert page.page.parts == {person: {"address": Sensitivity.SERIOUS_HARM}}
    page.do(Step.ALIAS, name="Petrok", sensitivity=Sensitivity.RESTRICTED)
    assert page.page.aliases[0].sensitivity is Sensitivity.RESTRICTED


def test_whoever_may_not_have_such_entries_is_told_before_and_not_asked(desk: Desk) -> None:
    person, case = add_case(desk, "Petroc", opened_on=date(2026, 9, 1))
    agree_lead(desk, case, NURSE)
    page = Page(sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH), person)
    assert Step.RESTRICT not in page.steps
    page.presenter.do(Step.TIE)
    question = page.forms.question
    assert question is not None
    assert "kept by the coordinator or the chair" in question.about
    assert "sensitivity" not in {ask.name for ask in question.asks}
    page.forms.answer(name="Wenna", relation=RelationKind.FRIEND)
    assert [one.tie.name for one in page.page.around.ties] == ["Wenna"]
    page.presenter.do(Step.FORUM)
    assert page.forms.question is not None
    offered = [one for one, _words in page.forms.question.asks[0].choices]
    assert ForumKind.MARAC not in offered
    assert ForumKind.CARE_PROGRAMME in offered


def test_somebody_typed_in_is_not_taken_for_the_first_person_on_file(
    page: Page, desk: Desk
) -> None:
    add_case(desk, "Aled")
    page.do(Step.TIE, name="Wenna", relation=RelationKind.FRIEND)
    (tie,) = page.page.around.ties
    assert (tie.tie.name, tie.tie.other) == ("Wenna", None)


def test_a_forum_of_the_list_has_no_name_that_was_typed_for_another(page: Page) -> None:
    page.do(Step.FORUM, forum=ForumKind.MARAC, own_forum="The harbour panel")
    (forum,) = page.page.around.forums
    assert (forum.forum.forum, forum.forum.own_forum) == (ForumKind.MARAC, "")
