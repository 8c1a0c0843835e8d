"""My plan: begun from what the person may read, written, signed off by name, given once."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.leads.agreeing import end_lead
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import agree_plan, edit_plan
from coordinator.casework.voice.own_plan_reads import read_own_plan
from coordinator.casework.voice.own_plans import (
    begin_own_plan,
    give_own_plan,
    note_own_view,
    sign_off_own_plan,
    take_from_plan,
    write_own_plan,
)
from coordinator.db.models import OwnPlan
from coordinator.domain.disclosing.log import DisclosureFilter
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    StaleRecordError,
    WithheldError,
)
from coordinator.domain.lists.plans import OwnPlanVariant, OwnView
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.plans.rules import Agreement
from coordinator.domain.roles import Right, Role
from coordinator.domain.voice.own_plan_words import from_columns, signed_words
from coordinator.domain.voice.own_plans import Giving, OwnPlanState, OwnPlanView, Part
from coordinator.exports.composing import PaperKind
from coordinator.exports.documents.own_plan_text import own_plan_text
from coordinator.exports.worker import lay_out
from coordinator.papers.own_plans import own_plan_model
from coordinator.wording.disclosures import basis_words
from tests.casework.entries_on_file import a_meeting, a_person, case_of
from tests.casework.own_plans import SECRETS, planned
from tests.exports.reading import words
from tests.requests import based
from tests.stores import HEALTH, NURSE, OFFICER, POLICE, TODAY, WORKER, Clock, sitting

HANDED = Giving(TODAY, OwnPlanVariant.EASY_READ)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return planned(desk)


def begun(desk: Desk, person: UUID) -> OwnPlanView:
    assert isinstance(desk.now, Clock)
    desk.now.move(seconds=1)  # of two begun in one instant neither is the later
    begin_own_plan(desk, person)
    return read_own_plan(desk, person)


def signed(desk: Desk, person: UUID) -> OwnPlanView:
    view = begun(desk, person)
    assert view.id is not None
    sign_off_own_plan(desk, view.id, seen=view.revision)
    return read_own_plan(desk, person)


def refused(guard: str) -> pytest.RaisesExc[GuardError]:
    return pytest.RaisesExc(GuardError, check=lambda error: error.guard == guard)


def test_it_begins_with_what_the_plan_says_to_the_person_and_nothing_else(
    desk: Desk, person: UUID
) -> None:
    view = begun(desk, person)
    assert view.words == {
        Part.CALLED: ("Kezia",),
        Part.MATTERS: ("My dog comes first.", "I want a quiet room."),
        Part.GOOD_AT: ("Makes people laugh",),
        Part.HELPS: ("Come in the afternoon.",),
        Part.NOT_HELPS: ("Do not stand behind me.",),
        Part.GOALS: ("A flat with my dog",),
        Part.DEEDS: ("Rhys Roskilly | Help with the housing form | Thu 26 November 2026",),
        Part.SIGNS: ("I stop answering my phone.",),
        Part.THEN: ("Look for me by the harbour.",),
        Part.RING: ("Ring Kasia on 01632 960123.",),
    }
    assert (view.state, view.lead, view.version) == (OwnPlanState.DRAFT, "Kasia Dębska", 1)


def test_no_secret_of_the_plan_gets_into_it(desk: Desk, person: UUID) -> None:
    said = str(dict(begun(desk, person).words)).casefold()
    assert [secret for secret in SECRETS if secret.casefold() in said] == []


def test_without_an_agreed_plan_there_is_none(desk: Desk) -> None:
    nobody = a_person(desk)
    assert not read_own_plan(desk, nobody).can_begin
    with refused("own-plan-not-agreed"):
        begin_own_plan(desk, nobody)


def test_one_is_written_at_a_time(desk: Desk, person: UUID) -> None:
    begun(desk, person)
    with refused("own-plan-begun"):
        begin_own_plan(desk, person)


def test_the_lead_writes_a_sentence_to_a_line(desk: Desk, person: UUID) -> None:
    view = begun(desk, person)
    assert view.id is not None
    lead = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    write_own_plan(
        lead, view.id, seen=view.revision, part=Part.I_DO, lines=[" I  ring back. ", "", "I eat."]
    )
    assert read_own_plan(lead, person).words[Part.I_DO] == ("I ring back.", "I eat.")


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(desk: Desk, person: UUID) -> None:
    view = begun(desk, person)
    assert view.id is not None
    write_own_plan(desk, view.id, seen=view.revision, part=Part.I_DO, lines=["I ring."])
    with pytest.raises(StaleRecordError):
        write_own_plan(desk, view.id, seen=view.revision, part=Part.MONEY, lines=["10 pounds."])
    with pytest.raises(StaleRecordError):
        sign_off_own_plan(desk, view.id, seen=view.revision)


def test_more_than_eight_deeds_are_refused(desk: Desk, person: UUID) -> None:
    view = begun(desk, person)
    assert view.id is not None
    with pytest.raises(InvalidFieldsError) as said:
        write_own_plan(desk, view.id, seen=view.revision, part=Part.DEEDS, lines=["x | y"] * 9)
    assert said.value.fields == {"deeds": "too-many"}


def test_whoever_signs_it_off_is_named_and_a_copy_says_so_where_they_do_not_lead(
    desk: Desk, person: UUID
) -> None:
    view = signed(desk, person)
    assert (view.state, view.signed_by, view.signed_on) == (
        OwnPlanState.SIGNED,
        "Aled Hâf",
        TODAY,
    )
    assert view.lead == "Kasia Dębska"
    said = "Aled Hâf signed my plan."
    paper = own_plan_model(desk, person, OwnPlanVariant.EASY_READ)
    assert said in words(lay_out(PaperKind.MY_PLAN, paper))
    assert said in own_plan_text(paper).decode()


def test_the_lead_signs_their_own_work_and_the_copy_names_them_once(
    desk: Desk, person: UUID
) -> None:
    view = signed(sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH), person)
    assert view.signed_by == view.lead == "Kasia Dębska"
    assert own_plan_model(desk, person, OwnPlanVariant.EASY_READ).signed_by == ""


def test_nobody_signs_where_nobody_leads(desk: Desk, person: UUID) -> None:
    view = begun(desk, person)
    assert view.id is not None
    end_lead(desk, case_of(desk, person), reason="Left")
    with refused("own-plan-no-lead"):
        sign_off_own_plan(desk, view.id, seen=view.revision)


def test_a_sentence_that_names_somebody_else_waits_for_their_yes(desk: Desk, person: UUID) -> None:
    view = begun(desk, person)
    assert view.id is not None
    lines = ["Morwenna cooks for me.", "I sleep at 12 Quay Lane."]
    write_own_plan(desk, view.id, seen=view.revision, part=Part.HELPS, lines=lines)
    view = read_own_plan(desk, person)
    assert [one.words for one in view.namings] == ["Morwenna", "12 Quay Lane"]
    with refused("own-plan-names-others"):
        sign_off_own_plan(desk, view.id or person, seen=view.revision)
    sign_off_own_plan(desk, view.id or person, seen=view.revision, names_agreed=True)
    assert read_own_plan(desk, person).state is OwnPlanState.SIGNED


def test_whatever_is_changed_is_to_be_signed_again(desk: Desk, person: UUID) -> None:
    view = signed(desk, person)
    assert view.id is not None
    write_own_plan(desk, view.id, seen=view.revision, part=Part.I_DO, lines=["I ring."])
    assert read_own_plan(desk, person).state is OwnPlanState.DRAFT
    with refused("own-plan-not-signed"):
        give_own_plan(desk, view.id, seen=view.revision + 1, giving=HANDED)


def test_a_plan_agreed_anew_says_which_parts_changed_since(desk: Desk, person: UUID) -> None:
    signed(desk, person)
    assert read_own_plan(desk, person).changed == ()
    plan = read_plan(desk, person)
    edit_plan(desk, plan.id, seen=plan.revision, what_matters="A room of my own.")
    again = Agreement(meeting_id=a_meeting(desk, "M26-010"))
    agree_plan(desk, plan.id, again, seen=read_plan(desk, person).revision)
    view = read_own_plan(desk, person)
    assert view.changed == (Part.MATTERS,)
    assert view.words[Part.MATTERS] == ("My dog comes first.", "I want a quiet room.")
    take_from_plan(desk, view.id or person, seen=view.revision, part=Part.MATTERS)
    view = read_own_plan(desk, person)
    assert (view.words[Part.MATTERS], view.changed) == (("A room of my own.",), ())


def test_giving_it_is_recorded_as_a_disclosure_to_the_person(desk: Desk, person: UUID) -> None:
    view = signed(desk, person)
    assert view.id is not None
    give_own_plan(desk, view.id, seen=view.revision, giving=HANDED)
    view = read_own_plan(desk, person)
    assert (view.state, view.given_on, view.given_by) == (OwnPlanState.GIVEN, TODAY, "Aled Hâf")
    (row,) = find_disclosures(desk, DisclosureFilter(person=person)).rows
    assert (row.paper, row.recipient, row.channel, row.people) == (
        "my-plan",
        "The person themselves",
        Channel.PRINTED,
        (view.reference,),
    )
    assert read_plan(desk, person).with_person.copy_given_on == TODAY


@pytest.mark.parametrize("is_withdrawn", [True, False])
def test_their_own_plan_cites_no_basis_for_sharing_and_says_that_none_is_needed(
    desk: Desk, person: UUID, *, is_withdrawn: bool
) -> None:
    view = signed(desk, person)
    based(desk, person)
    if is_withdrawn:
        withdraw_basis(desk, person, reason="They object")
    assert view.id is not None
    give_own_plan(desk, view.id, seen=view.revision, giving=HANDED)
    (row,) = find_disclosures(desk, DisclosureFilter(person=person)).rows
    assert (row.lawful_basis, row.gateway) == (None, None)
    assert basis_words(row) == "None is needed: it is about them, and went to them"


@pytest.mark.parametrize(
    ("channel", "said", "holds"),
    [
        (Channel.PRINTED, "Given into their hands", True),
        (Channel.SECURE_MAIL, "Sent to them", True),
        (Channel.SPOKEN, "Read to them", False),
        (Channel.READ_IN_MEETING, "Read to them", False),
    ],
)
def test_the_log_says_how_they_got_it_and_who_heard_it_holds_no_copy(
    desk: Desk, person: UUID, channel: Channel, said: str, *, holds: bool
) -> None:
    view = signed(desk, person)
    assert view.id is not None
    give_own_plan(desk, view.id, seen=view.revision, giving=replace(HANDED, channel=channel))
    (row,) = find_disclosures(desk, DisclosureFilter(person=person)).rows
    assert (row.what, row.channel) == (said, channel)
    assert (read_plan(desk, person).with_person.copy_given_on == TODAY) is holds


def test_what_was_given_changes_no_more_but_what_they_think_of_it_is_noted(
    desk: Desk, person: UUID
) -> None:
    view = signed(desk, person)
    assert view.id is not None
    give_own_plan(desk, view.id, seen=view.revision, giving=HANDED)
    seen = view.revision + 1
    with refused("own-plan-given"):
        write_own_plan(desk, view.id, seen=seen, part=Part.I_DO, lines=["I ring."])
    with refused("own-plan-given"):
        give_own_plan(desk, view.id, seen=seen, giving=HANDED)
    note_own_view(desk, view.id, seen=seen, view=OwnView.OK, said="Too many people.")
    view = read_own_plan(desk, person)
    assert (view.view, view.view_said, view.words[Part.GOALS]) == (
        OwnView.OK,
        "Too many people.",
        ("A flat with my dog",),
    )


def test_the_next_one_keeps_the_words_of_the_last_where_the_plan_did_not_change(
    desk: Desk, person: UUID
) -> None:
    view = begun(desk, person)
    assert view.id is not None
    write_own_plan(
        desk, view.id, seen=view.revision, part=Part.HELPS, lines=["Afternoons are best."]
    )
    view = read_own_plan(desk, person)
    sign_off_own_plan(desk, view.id or person, seen=view.revision)
    give_own_plan(desk, view.id or person, seen=view.revision + 1, giving=HANDED)
    again = begun(desk, person)
    assert again.state is OwnPlanState.DRAFT
    assert again.words[Part.HELPS] == ("Afternoons are best.",)
    assert [one.given_on for one in again.earlier] == [TODAY]


def test_a_plan_kept_in_one_column_by_an_older_program_reads_on_and_stays_signed(
    desk: Desk, person: UUID
) -> None:
    view = signed(desk, person)
    assert view.id is not None
    with desk.act(Right.EDIT_PLAN) as tx:
        row = tx.get(OwnPlan, view.id)
        signature = row.sha256
        row.words, row.view_words = "", f"{row.words}\nsaid: Too many people."
        tx.journal("own_plan.view_noted", record=row.id, scope=person)
    older = read_own_plan(desk, person)
    assert (older.words, older.view_said) == (view.words, "Too many people.")
    assert older.changed == ()
    note_own_view(desk, view.id, seen=older.revision, view=OwnView.OK, said="matters: it is fine")
    newer = read_own_plan(desk, person)
    assert (newer.words, newer.view_said) == (view.words, "matters: it is fine")
    with desk.read() as look:
        row = look.get(OwnPlan, view.id)
        kept = from_columns(row.words, row.view_words)
        assert row.sha256 == signature == sha256(signed_words(kept).encode()).hexdigest()
    assert newer.state is OwnPlanState.SIGNED


@pytest.mark.parametrize("days", [1, -1])
def test_a_day_that_cannot_be_is_refused(desk: Desk, person: UUID, days: int) -> None:
    view = signed(desk, person)
    giving = Giving(TODAY + timedelta(days=days), OwnPlanVariant.PLAIN)
    with pytest.raises(InvalidFieldsError):
        give_own_plan(desk, view.id or person, seen=view.revision, giving=giving)
    assert read_own_plan(desk, person).state is OwnPlanState.SIGNED


def test_only_who_writes_plans_writes_it_and_another_lead_sees_nothing(
    desk: Desk, person: UUID
) -> None:
    with pytest.raises(NotPermittedError):
        begin_own_plan(sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE), person)
    with pytest.raises(WithheldError):
        begin_own_plan(sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HEALTH), person)
    with pytest.raises(WithheldError):
        read_own_plan(sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HEALTH), person)


def test_an_act_says_what_it_touched(desk: Desk, person: UUID) -> None:
    assert begin_own_plan(desk, person).changes.touch(RecordKind.OWN_PLAN)
