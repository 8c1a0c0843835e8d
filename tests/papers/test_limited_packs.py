"""A limited copy tells of actions only what its own agency is to do: never what others do."""

from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.outcomes import report_action
from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import rename_agency
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.people.entering import register_person
from coordinator.casework.plans.goals import add_goal
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.referrals.asking import draft_referral, screen_referral, submit_referral
from coordinator.db.models import Agency, Person
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.states import Answer
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.pack_variants import as_variant
from coordinator.papers.recipient_packs import PackOrder, draft_packs
from tests.based import COMPLETE
from tests.casework.entries_on_file import case_of
from tests.casework.test_nothing_leaks import words_in
from tests.exports.reading import everything
from tests.packs import COOK, FOOD, Coming, coming_packs
from tests.stores import CHAIR, NURSE, OFFICER, TODAY

OURS, THEIRS = "zxours", "zxtheirs"


@pytest.fixture
def coming(desk: Desk) -> Coming:
    """The food bank and health each have something to do for the first of the people."""
    made = coming_packs(desk)
    person = made.people[0]
    plan = read_plan(desk, person).id
    for word, owner in ((OURS, COOK), (THEIRS, NURSE), (THEIRS, OFFICER)):
        goal = add_goal(desk, plan, own_words=f"Goal {word}").result
        new = NewAction(f"Do {word}", owner, TODAY, person, goal_id=goal)
        action = add_action(desk, new).result
        report_action(desk, action, f"Said {word}")
    return made


def drafted(desk: Desk, coming: Coming, *keys: UUID) -> PackOrder:
    return draft_packs(desk, coming.meeting, keys)


def test_the_copy_of_a_day_centre_says_what_it_does_itself_and_nothing_of_health(
    desk: Desk, coming: Coming
) -> None:
    (content,) = drafted(desk, coming, COOK).contents
    model = content.model
    assert content.rows[0].variant is PackVariant.LIMITED
    (sheet,) = [one for one in model.cases if one.reference == "KP-0001"]
    assert [OURS in one.text for one in sheet.actions].count(True) == 1
    assert {one.agency for one in sheet.actions} == {"Kerrow Food Bank"}
    assert sheet.actions_left_out == 4  # two of the fixture's, health's and the police's
    assert {one.agency for one in model.agenda.actions_due} == {
        "Kerrow Food Bank",
        "Other agencies",
    }
    said = " ".join(words_in(model.agenda)) + " ".join(words_in(sheet.actions))
    assert THEIRS not in said
    health = [
        one for one in words_in((sheet.actions, model.agenda.actions_due)) if "health" in one
    ]
    assert health == []
    printed = everything(lay_out(PaperKind.PACK, model))
    assert THEIRS not in printed
    assert f"Do {OURS}" in printed
    assert "4 actions of others are left out of this copy." in " ".join(printed.split())


def test_of_what_somebody_wants_it_tells_only_what_the_day_centre_works_for(
    desk: Desk, coming: Coming
) -> None:
    (content,) = drafted(desk, coming, COOK).contents
    told = {one.reference: [goal.own_words for goal in one.goals] for one in content.model.cases}
    assert told["KP-0001"] == [f"Goal {OURS}", "Left out of this copy."]
    (whole,) = drafted(desk, coming, CHAIR).contents
    full = {one.reference: [goal.own_words for goal in one.goals] for one in whole.model.cases}
    assert f"Goal {THEIRS}" in full["KP-0001"]


def test_of_the_lead_and_the_referrer_it_tells_whom_to_ring_and_not_where_they_work(
    desk: Desk, chair: Desk, coming: Coming
) -> None:
    """Where they work tells what is the matter; who leads is whom to tell what one does."""
    person, other = coming.people[:2]
    for one in (person, other):
        agree_lead(chair, case_of(desk, one), NURSE)
    new = a_person_asked_for(desk, coming)
    (content,) = drafted(desk, coming, CHAIR).contents
    model = as_variant(content.model, PackVariant.LIMITED)
    cases = {one.reference: one.lead for one in model.cases}
    assert cases["KP-0001"] == cases["KP-0002"] == "Kasia Dębska"
    (referral,) = [one for one in model.referrals if one.reference == new]
    assert (referral.referrer, referral.offer) == ("Kasia Dębska", "Left out of this copy.")
    parts = (model.agenda, model.cases, model.referrals, model.closures)
    said = " ".join(words_in(parts))
    assert "kerrow mental health" not in said
    assert "clinic every monday" not in said
    assert "kasia dębska" in said
    assert "kerrow mental health" in " ".join(
        words_in((content.model.agenda, content.model.cases))
    )
    (theirs,) = drafted(desk, coming, COOK).contents
    assert [one.lead for one in theirs.model.cases] == ["Kasia Dębska"]


def a_person_asked_for(desk: Desk, coming: Coming) -> str:
    """Refer somebody whom the meeting answers; gives the reference."""
    named = {"given_name": "Loveday", "family_name": "Carne"}
    person = register_person(desk, **named, children_affected=Answer.NO).result
    record_basis(desk, person, **COMPLETE)
    said = {"why_now": "Again in the street", "offer": "A clinic every Monday"}
    referral = draft_referral(desk, person, referrer_id=NURSE, **said).result
    submit_referral(desk, referral)
    screen_referral(desk, referral, note="")
    write_agenda(desk, coming.meeting)
    with desk.read() as look:
        return look.get(Person, person).reference


def test_the_full_copy_has_every_action(desk: Desk, coming: Coming) -> None:
    (content,) = drafted(desk, coming, CHAIR).contents
    (sheet,) = [one for one in content.model.cases if one.reference == "KP-0001"]
    assert sheet.actions_left_out == 0
    assert {OURS, THEIRS} <= {word for one in sheet.actions for word in one.text.split()}


def test_an_agency_that_was_renamed_still_reads_its_own(desk: Desk, coming: Coming) -> None:
    with desk.read() as look:
        seen = look.get(Agency, FOOD).revision
    rename_agency(desk, FOOD, seen=seen, name="Kerrow Larder")
    (content,) = drafted(desk, coming, COOK).contents
    (sheet,) = [one for one in content.model.cases if one.reference == "KP-0001"]
    assert any(OURS in one.text for one in sheet.actions)


def test_without_an_agency_of_its_own_a_limited_copy_tells_of_no_action(
    desk: Desk, coming: Coming
) -> None:
    (content,) = drafted(desk, coming, CHAIR).contents
    limited = as_variant(content.model, PackVariant.LIMITED)
    assert limited.tracker is None
    assert {one.actions for one in limited.cases} == {()}
