"""The briefing of an escalation from a real store: for its receiver, and nobody named in it."""

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from coordinator.casework.actions.barriers import escalate_barrier, identify_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.escalations.answering import withdraw_escalation
from coordinator.casework.escalations.briefings import find_escalation
from coordinator.casework.escalations.climbing import move_to_next_level
from coordinator.casework.escalations.raising import change_draft, show_names
from coordinator.casework.escalations.reading import read_escalation
from coordinator.casework.escalations.sending import send_escalation
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.need_to_know.bases import begin_urgent_work, record_basis
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.stuck.gaps import raise_gap
from coordinator.db.models import Action, Agency, Disclosure
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.errors import (
    GuardError,
    KeptFromReceiverError,
    MissingRecordError,
    NotPermittedError,
    WithheldError,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.papers.escalation import EscalationBriefing
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import AgencyStatus, EscalationStatus, Sensitivity
from coordinator.domain.stuck.gaps import NewGap
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.escalations import briefing_model
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from coordinator.ui.screens.escalation.deeds import Deed, deeds_of
from coordinator.ui.shared.escalation_text import read_letter
from coordinator.wording.refusals.notices import notice_for
from tests.casework.entries_on_file import a_person, case_of
from tests.casework.stuck_people import ASK, Stuck, stuck
from tests.exports.reading import everything, pages, words
from tests.exports.structure import faults
from tests.requests import based
from tests.stores import HEALTH, NURSE, OFFICER, POLICE, WORKER, Clock, sitting


@pytest.fixture
def case(desk: Desk) -> Stuck:
    return stuck(desk)


def briefing(desk: Desk, escalation: UUID) -> EscalationBriefing:
    return briefing_model(desk, escalation)[0]


def finish(case: Stuck, escalation: UUID) -> None:
    """Say on a draft that went up whom it asks, and what for."""
    seen, who = case.row(escalation).revision, "Somebody higher up"
    change_draft(case.desk, escalation, seen=seen, receiver=who, ask=ASK)


def make(desk: Desk, folder: Path, **options: object) -> list[Path]:
    return make_papers(desk, [Order(PaperKind.ESCALATION, folder, **options)])  # type: ignore[arg-type]


def test_a_draft_that_is_half_written_is_no_paper_and_no_text(case: Stuck, tmp_path: Path) -> None:
    identify = NewBarrier(BarrierCategory.DEBT, case.person)
    whole = case.asked()
    barrier = identify_barrier(case.desk, identify).result
    escalate_barrier(case.desk, barrier, seen=1)
    with case.desk.read() as look:
        (drafted,) = look.escalations.of_barriers([barrier])
    assert not drafted.ask
    for ask in (briefing, read_letter):
        with pytest.raises(GuardError) as refused:
            ask(case.desk, drafted.id)
        assert refused.value.guard == "draft-half-written"
        assert "by when" in notice_for(refused.value).text
    papers = make(case.desk, tmp_path)
    assert [case.row(whole).number in path.name for path in papers] == [True]
    story = read_escalation(case.desk, drafted.id)
    offered = set(deeds_of(story, Role.COORDINATOR))
    assert not offered & {Deed.BRIEFING, Deed.TEXT}


def test_a_draft_that_is_whole_says_on_every_page_that_it_was_not_sent(case: Stuck) -> None:
    key = case.escalate()
    send_it = case.row(key)
    assert send_it.status is EscalationStatus.DRAFT
    paper = lay_out(PaperKind.ESCALATION, briefing(case.desk, key))
    assert faults(paper) == []
    told = pages(paper)
    assert all("Draft, not sent" in page for page in told)
    assert len(told) == 2
    assert "Draft, not sent." in read_letter(case.desk, key).text
    send_escalation(case.desk, key, seen=send_it.revision)
    assert "not sent" not in everything(lay_out(PaperKind.ESCALATION, briefing(case.desk, key)))
    assert "not sent" not in read_letter(case.desk, key).text


def test_its_paper_is_whole_tagged_two_pages_and_named_by_its_number(
    case: Stuck, tmp_path: Path
) -> None:
    key = case.asked()
    number = case.row(key).number
    (path,) = make(case.desk, tmp_path, escalation=number.lower())
    content = path.read_bytes()
    assert faults(content) == []
    assert number in path.name
    assert "Kezia" not in path.name
    assert "Page 2 of 2" in words(content)


def test_the_person_is_a_reference_and_nobody_is_named_in_what_was_typed(
    case: Stuck, tmp_path: Path
) -> None:
    a_person(case.desk, "Petroc", "Angwin")
    key = case.escalate()
    typed = "Kezia Trelawny and Petroc Angwin were refused; ring 07700 900123."
    change_draft(case.desk, key, seen=1, impact=typed)
    (path,) = make(case.desk, tmp_path)
    found = everything(path.read_bytes())
    for secret in ("Kezia", "Trelawny", "Petroc", "Angwin", "900123"):
        assert secret not in found
    assert "KP-0001 and [name hidden] were refused" in words(path.read_bytes())


def test_once_the_chair_decided_so_it_names_the_person_and_nobody_else(
    case: Stuck, chair: Desk
) -> None:
    a_person(case.desk, "Petroc", "Angwin")
    key = case.escalate()
    change_draft(case.desk, key, seen=1, impact="Kezia waits with Petroc Angwin.")
    based(case.desk, case.person)
    show_names(chair, key, seen=2, reason="They hold the tenancy.")
    found = briefing(case.desk, key)
    assert "Kezia Trelawny (KP-0001)" in found.person
    assert found.impact == "Kezia waits with [name hidden]."


def test_without_a_complete_basis_the_name_is_kept_back_whatever_was_decided(
    case: Stuck, chair: Desk
) -> None:
    key = case.escalate()
    record_basis(case.desk, case.person, gateway=None)
    begin_urgent_work(case.desk, case.person, reason="It freezes tonight")
    show_names(chair, key, seen=1, reason="They hold the tenancy.")
    assert "Kezia" not in briefing(case.desk, key).person


def test_the_person_is_told_in_two_sentences(case: Stuck) -> None:
    said = briefing(case.desk, case.escalate()).person
    assert said.count(". ") == 1
    assert said.startswith("KP-0001 has been with the panel since")


def test_what_was_tried_is_told_with_earlier_levels_and_their_answers(
    case: Stuck, clock: Clock
) -> None:
    first = case.asked()
    clock.move(days=14)
    higher = move_to_next_level(case.desk, first, seen=case.row(first).revision).result
    finish(case, higher.id)
    tried = briefing(case.desk, higher.id).tried
    assert [one.what for one in tried] == [
        "Find a room",
        "Level 1: asked Jowan Penrose, Head of service. No reply, goes to the next level.",
    ]


def test_small_counts_of_others_are_hidden_and_larger_ones_told(desk: Desk) -> None:
    cases = [stuck(desk) for _ in range(3)]
    few = briefing(desk, cases[0].escalate()).others
    assert "fewer than 5 other people" in few
    cases += [stuck(desk) for _ in range(4)]
    assert "6 other people" in briefing(desk, cases[1].escalate()).others


def test_the_gap_that_holds_its_barrier_is_told_with_its_age(case: Stuck) -> None:
    gap = NewGap("No room takes dogs", affected_besides=7)
    raise_gap(case.desk, gap, barriers=[case.barrier.id])
    others = briefing(case.desk, case.escalate()).others
    assert "7 other people, first raised Thu 19 Nov" in others


def test_a_cost_is_told_only_when_one_was_entered(case: Stuck) -> None:
    assert briefing(case.desk, case.escalate()).cost == ""


def test_somebody_put_on_file_after_a_cost_was_written_is_not_named_by_it(case: Stuck) -> None:
    gap = NewGap("No room takes dogs", cost="As paid for Petroc Angwin, 400 pounds a month")
    raise_gap(case.desk, gap, barriers=[case.barrier.id])
    a_person(case.desk, "Petroc", "Angwin")
    assert briefing(case.desk, case.escalate()).cost == (
        "As paid for [name hidden], 400 pounds a month"
    )


def test_it_is_for_the_agency_of_its_receiver_and_that_is_recorded(
    case: Stuck, tmp_path: Path
) -> None:
    key = case.escalate()
    change_draft(case.desk, key, seen=1, receiver_id=NURSE)
    make(case.desk, tmp_path)
    with case.desk.read() as look:
        row = look.session.scalars(select(Disclosure)).one()
    assert (row.paper, row.agency_id, row.person_id) == ("escalation", HEALTH, case.person)


def test_an_agency_that_must_not_be_told_gets_no_briefing_not_even_without_a_name(
    case: Stuck, tmp_path: Path
) -> None:
    key = case.escalate()
    change_draft(case.desk, key, seen=1, receiver_id=NURSE)
    exclude_agency(case.desk, case.person, agency_id=HEALTH, reason="She asked so.")
    with pytest.raises(KeptFromReceiverError):
        briefing(case.desk, key)
    with pytest.raises(MissingRecordError):
        make(case.desk, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_what_stops_a_restricted_action_leaves_in_no_briefing(desk: Desk) -> None:
    case = stuck(desk, sensitivity=Sensitivity.RESTRICTED)
    with pytest.raises(KeptFromReceiverError):
        briefing(desk, case.escalate())


def test_what_stops_an_action_restricted_later_leaves_in_none_either(
    case: Stuck, tmp_path: Path
) -> None:
    key = case.asked()
    with case.desk.act(Right.UPDATE_ACTIONS) as tx:
        tx.get(Action, case.action).sensitivity = Sensitivity.RESTRICTED
        tx.journal("test.arranged")
    with pytest.raises(WithheldError):
        briefing(case.desk, key)
    with pytest.raises(WithheldError):
        make(case.desk, tmp_path, escalation=case.row(key).number)


def test_what_is_asked_travels_no_further_than_the_restricted_action_it_is_about(
    desk: Desk,
) -> None:
    case = stuck(desk, sensitivity=Sensitivity.RESTRICTED)
    asked = case.escalate()
    number = case.row(asked).number
    change_draft(desk, asked, seen=1, sensitivity=Sensitivity.STANDARD)
    with pytest.raises(WithheldError):
        briefing(desk, asked)
    agree_lead(desk, case_of(desk, case.person), WORKER)
    lead = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, POLICE)
    with pytest.raises(WithheldError):
        read_escalation(lead, asked)
    with pytest.raises(NotPermittedError):
        find_escalation(lead, number)


def test_an_earlier_level_that_is_restricted_is_told_to_nobody_who_may_not_have_it(
    case: Stuck, clock: Clock
) -> None:
    agree_lead(case.desk, case_of(case.desk, case.person), WORKER)
    first = case.escalate()
    change_draft(case.desk, first, seen=1, sensitivity=Sensitivity.RESTRICTED)
    send_escalation(case.desk, first, seen=2)
    clock.move(days=14)
    seen = case.row(first).revision
    higher = move_to_next_level(case.desk, first, seen=seen).result.id
    change_draft(case.desk, higher, seen=1, sensitivity=Sensitivity.STANDARD)
    finish(case, higher)
    lead = sitting(case.desk, WORKER, Role.LEAD_PROFESSIONAL, POLICE)
    assert read_escalation(lead, higher).chain == ()
    assert len(read_escalation(case.desk, higher).chain) == 1
    assert [one.what for one in briefing(case.desk, higher).tried] == ["Find a room"]


def test_without_a_number_every_open_one_is_made_for_its_own_receiver(
    desk: Desk, tmp_path: Path
) -> None:
    first, second, third = (stuck(desk) for _ in range(3))
    change_draft(desk, first.escalate(), seen=1, receiver_id=NURSE)
    change_draft(desk, second.escalate(), seen=1, receiver_id=OFFICER)
    gone = third.escalate()
    withdraw_escalation(desk, gone, seen=1, reason="Solved.")
    assert len(make(desk, tmp_path)) == 2
    order = Order(PaperKind.ESCALATION, tmp_path, agency="Kerrow Police")
    (draft,) = draft_papers(desk, order)
    assert draft.audience.agency == read_audience(desk, "Kerrow Police").agency == POLICE


def test_who_may_make_no_papers_makes_no_briefing(case: Stuck) -> None:
    key = case.escalate()
    officer = sitting(case.desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    with pytest.raises(NotPermittedError):
        briefing(officer, key)


def test_a_number_nobody_gave_is_told(case: Stuck, tmp_path: Path) -> None:
    with pytest.raises(MissingRecordError):
        make(case.desk, tmp_path, escalation="E26-999")


def test_a_lead_makes_no_briefing_not_even_about_their_own_people(case: Stuck) -> None:
    case.escalate()
    agree_lead(case.desk, case_of(case.desk, case.person), WORKER)
    lead = sitting(case.desk, WORKER, Role.LEAD_PROFESSIONAL, POLICE)
    with pytest.raises(NotPermittedError):
        list(draft_papers(lead, Order(PaperKind.ESCALATION, Path())))


def test_its_file_is_not_named_by_the_role_that_was_typed(case: Stuck, tmp_path: Path) -> None:
    key = case.escalate()
    role = "Manager of Kezia Trelawny"
    change_draft(case.desk, key, seen=1, receiver="The manager", receiver_role=role)
    number = case.row(key).number
    (path,) = make(case.desk, tmp_path)
    assert path.name == f"{number}_escalation_2026-11-19_OFFICIAL-SENSITIVE.pdf"


def test_a_briefing_for_an_agency_that_is_closed_is_refused_in_words(
    case: Stuck, tmp_path: Path
) -> None:
    key = case.escalate()
    change_draft(case.desk, key, seen=1, receiver_id=NURSE)
    with case.desk.act(Right.RUN_MEETINGS) as tx:
        tx.get(Agency, HEALTH).status = AgencyStatus.CLOSED
        tx.journal("test.arranged")
    with pytest.raises(GuardError) as refused:
        make(case.desk, tmp_path, escalation=case.row(key).number)
    told = notice_for(refused.value)
    assert "closed or merged" in told.text
    assert list(tmp_path.glob("*.pdf")) == []
    with pytest.raises(MissingRecordError):
        make(case.desk, tmp_path)  # of all that are open
    with pytest.raises(GuardError):
        read_audience(case.desk, "Kerrow Mental Health")
