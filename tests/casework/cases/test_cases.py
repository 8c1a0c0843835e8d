"""A period on the caseload: phases, rests, its end with its guards, and a new beginning."""

import json
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.cases.phases import (
    close_case,
    move_phase,
    pause_case,
    reopen_case,
    resume_case,
    set_next_review,
    set_priority,
)
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.plans.writing import begin_plan
from coordinator.db.models import Action, Barrier, Case, Person, Plan
from coordinator.domain.cases.leads import LeadEnd
from coordinator.domain.cases.rules import Closing, MoveIn
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    TransitionError,
    WithheldError,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.plans import ActionKind, PanelPriority
from coordinator.domain.lists.reasons import CloseReason, PauseReason
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import (
    ActionStatus,
    Answer,
    BarrierStatus,
    CasePhase,
    CaseStatus,
    PersonStatus,
    PlanStatus,
)
from tests.based import known_person, with_basis
from tests.stores import CHAIR, HEALTH, NURSE, TODAY, WORKER, Clock, sitting

GOOD = Closing(
    because=CloseReason.GOALS_MET,
    person_told=Answer.YES,
    remaining_risk="relapse",
    risk_held_by="the treatment service",
    learning="one worker, one plan",
)
HOME = MoveIn(TODAY, "weekly visits", "Rhys Roskilly")


@pytest.fixture
def case(chair: Desk) -> UUID:
    return opened(chair)


def opened(desk: Desk) -> UUID:
    """Put somebody on the caseload."""
    person = known_person(desk, given_name="Tomos")
    case = Case(id=desk.new_id(), person_id=person, opened_on=desk.today())
    with desk.act(Right.DECIDE) as tx:
        tx.cases.begin(case)
        tx.get(Person, person).status = PersonStatus.CURRENT
        tx.journal("referral.accepted", record=case.id, scope=person)
    return case.id


def look_at(desk: Desk, case: UUID) -> Case:
    with desk.store.reading() as look:
        return look.get(Case, case)


def test_a_pause_has_a_reason_and_a_day_and_ends(chair: Desk, case: UUID) -> None:
    back = TODAY + timedelta(days=60)
    with pytest.raises(GuardError, match="look-again-needed"):
        pause_case(chair, case, because=PauseReason.PRISON, look_again_on=None)
    with pytest.raises(InvalidFieldsError):
        pause_case(chair, case, because=None, look_again_on=back)
    with pytest.raises(InvalidFieldsError):
        pause_case(chair, case, because=PauseReason.PRISON, look_again_on=TODAY)
    assert look_at(chair, case).status is CaseStatus.OPEN

    pause_case(chair, case, because=PauseReason.PRISON, look_again_on=back)
    paused = look_at(chair, case)
    assert (paused.status, paused.look_again_on) == (CaseStatus.PAUSED, back)
    with pytest.raises(TransitionError):
        pause_case(chair, case, because=PauseReason.PRISON, look_again_on=back)

    resume_case(chair, case, reason="released early")
    resumed = look_at(chair, case)
    assert (resumed.status, resumed.look_again_on, resumed.pause_reason) == (
        CaseStatus.OPEN,
        None,
        None,
    )
    with pytest.raises(TransitionError):
        resume_case(chair, case)


def test_a_new_home_brings_three_questions(chair: Desk, case: UUID) -> None:
    with pytest.raises(ReasonNeededError) as asked:
        move_phase(chair, case, CasePhase.SUSTAINING, move_in=MoveIn(TODAY))
    assert asked.value.prompts == ("contact-rhythm", "tenancy-contact")
    assert look_at(chair, case).phase is CasePhase.ENGAGING

    reasons = {"contact-rhythm": "agreed tomorrow", "tenancy-contact": "being recruited"}
    move_phase(chair, case, CasePhase.SUSTAINING, move_in=MoveIn(TODAY), reasons=reasons)
    assert look_at(chair, case).moved_in_on == TODAY
    with pytest.raises(TransitionError):
        move_phase(chair, case, CasePhase.SUSTAINING, move_in=HOME)
    move_phase(chair, case, CasePhase.STABILISING)
    assert look_at(chair, case).phase is CasePhase.STABILISING


def test_a_move_in_tomorrow_has_not_happened(chair: Desk, case: UUID) -> None:
    tomorrow = replace(HOME, moved_in_on=TODAY + timedelta(days=1))
    with pytest.raises(InvalidFieldsError):
        move_phase(chair, case, CasePhase.SUSTAINING, move_in=tomorrow)
    assert look_at(chair, case).moved_in_on is None


def test_closing_ends_the_lead_role_and_the_live_plan(chair: Desk, case: UUID) -> None:
    person = look_at(chair, case).person_id
    agree_lead(chair, case, WORKER)
    plan = Plan(id=chair.new_id(), person_id=person, case_id=case, status=PlanStatus.AGREED)
    with chair.act(Right.EDIT_PLAN) as tx:
        tx.add(plan)
        tx.journal("plan.begun", record=plan.id, scope=person)

    close_case(chair, case, GOOD)

    with chair.store.reading() as look:
        closed = look.get(Case, case)
        assert (closed.status, closed.closed_on, closed.close_reason) == (
            CaseStatus.CLOSED,
            TODAY,
            CloseReason.GOALS_MET,
        )
        assert look.get(Plan, plan.id).status is PlanStatus.ENDED
        assert look.get(Person, person).status is PersonStatus.FORMER
        assert look.cases.current_lead(case) is None
        ended = look.cases.last_lead(case)
        assert ended is not None
        assert (ended.to_on, ended.end_reason) == (TODAY, LeadEnd.CASE_CLOSED)
        assert look.history.acts()[0].name == "case.closed"


def test_an_open_safety_action_stops_the_close(chair: Desk, case: UUID) -> None:
    action = _action(chair, case, ActionKind.SAFEGUARDING)
    _action(chair, case, ActionKind.SUPPORT)
    with pytest.raises(GuardError) as refused:
        close_case(chair, case, GOOD)
    assert (refused.value.guard, refused.value.count) == ("open-safety-actions", 1)
    assert look_at(chair, case).status is CaseStatus.OPEN

    with chair.act(Right.UPDATE_ACTIONS) as tx:
        tx.get(Action, action).status = ActionStatus.DONE
        tx.journal("action.done", record=action)
    close_case(chair, case, GOOD)
    assert look_at(chair, case).status is CaseStatus.CLOSED


def test_an_unanswered_escalation_stops_the_close_until_it_is_a_gap(
    chair: Desk, case: UUID
) -> None:
    barrier = Barrier(
        id=chair.new_id(),
        person_id=look_at(chair, case).person_id,
        category=BarrierCategory.OTHER,
        since=TODAY,
        status=BarrierStatus.ESCALATED,
    )
    with chair.act(Right.EDIT_PLAN) as tx:
        tx.add(barrier)
        tx.journal("barrier.escalated", record=barrier.id)
    with pytest.raises(GuardError, match="unanswered-escalations"):
        close_case(chair, case, GOOD)
    with chair.act(Right.EDIT_PLAN) as tx:
        tx.get(Barrier, barrier.id).status = BarrierStatus.GAP
        tx.journal("barrier.gap", record=barrier.id)
    close_case(chair, case, GOOD)


def test_what_is_left_unsaid_is_asked_and_the_answers_are_kept(chair: Desk, case: UUID) -> None:
    move_phase(chair, case, CasePhase.SUSTAINING, move_in=HOME)
    bare = Closing(because=CloseReason.CRITERIA_NOT_MET)
    with pytest.raises(ReasonNeededError) as asked:
        close_case(chair, case, bare)
    assert asked.value.prompts == (
        "not-told",
        "remaining-risk",
        "no-learning",
        "recently-moved-in",
    )
    assert look_at(chair, case).status is CaseStatus.OPEN

    reasons = dict.fromkeys(asked.value.prompts, "as agreed on 19 November")
    close_case(chair, case, replace(bare, reasons=reasons))
    assert json.loads(look_at(chair, case).closing_prompts) == reasons


def test_half_a_year_after_the_move_in_closing_needs_no_justification(
    chair: Desk, case: UUID, clock: Clock
) -> None:
    move_phase(chair, case, CasePhase.SUSTAINING, move_in=HOME)
    with pytest.raises(ReasonNeededError):
        close_case(chair, case, GOOD)
    clock.move(days=181)
    close_case(chair, case, GOOD)


def test_another_forum_a_transfer_and_prison_say_where(chair: Desk, case: UUID) -> None:
    for because in (CloseReason.OTHER_FORUM, CloseReason.TRANSFERRED, CloseReason.PRISON):
        with pytest.raises(InvalidFieldsError):
            close_case(chair, case, replace(GOOD, because=because))
    close_case(chair, case, replace(GOOD, because=CloseReason.TRANSFERRED, note="Porthmawr panel"))
    with pytest.raises(TransitionError):
        close_case(chair, case, GOOD)


def test_a_lead_professional_proposes_but_does_not_close(chair: Desk, case: UUID) -> None:
    agree_lead(chair, case, NURSE)
    nurse = sitting(chair, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises(NotPermittedError):
        close_case(nurse, case, GOOD)
    set_next_review(nurse, case, TODAY + timedelta(days=14))
    worker = sitting(chair, WORKER, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises(WithheldError):
        set_next_review(worker, case, TODAY + timedelta(days=28))
    assert look_at(chair, case).next_review_on == TODAY + timedelta(days=14)


def test_reopening_begins_a_linked_period_and_proposes_the_former_lead(
    chair: Desk, case: UUID, clock: Clock
) -> None:
    with pytest.raises(DuplicateRecordError):
        reopen_case(chair, case, reason="back on the street")
    agree_lead(chair, case, WORKER)
    begin_plan(chair, with_basis(chair, look_at(chair, case).person_id))
    close_case(chair, case, GOOD)
    clock.move(days=30)

    again = reopen_case(chair, case, reason="back on the street").result

    assert again.former_lead == WORKER
    assert again.plan is not None
    with chair.store.reading() as look:
        assert look.get(Plan, again.plan).status is PlanStatus.DRAFT
        reopened = look.get(Case, again.case)
        assert (reopened.reopened_from_id, reopened.status) == (case, CaseStatus.OPEN)
        assert look.cases.current_lead(again.case) is None
        assert look.get(Case, case).status is CaseStatus.CLOSED
        assert look.get(Person, reopened.person_id).status is PersonStatus.CURRENT
    close_case(chair, again.case, GOOD)
    with pytest.raises(GuardError, match="not-last-case"):
        reopen_case(chair, case, reason="once more")
    with pytest.raises(ReasonNeededError):
        reopen_case(chair, again.case, reason="")


def test_priority_is_the_chairs_with_a_reason(desk: Desk, chair: Desk, case: UUID) -> None:
    with pytest.raises(ReasonNeededError):
        set_priority(chair, case, PanelPriority.URGENT, reason="")
    with pytest.raises(GuardError, match="chair-decides"):
        set_priority(desk, case, PanelPriority.URGENT, reason="threats")
    assert look_at(desk, case).priority is None
    set_priority(desk, case, PanelPriority.URGENT, reason="threats", decided_by=CHAIR)
    assert look_at(desk, case).priority is PanelPriority.URGENT


def test_a_review_is_not_set_in_the_past_nor_on_a_closed_case(chair: Desk, case: UUID) -> None:
    with pytest.raises(InvalidFieldsError):
        set_next_review(chair, case, date(2026, 1, 1))
    close_case(chair, case, GOOD)
    with pytest.raises(GuardError, match="case-closed"):
        set_next_review(chair, case, TODAY)


def _action(desk: Desk, case: UUID, kind: ActionKind) -> UUID:
    person = look_at(desk, case).person_id
    action = Action(
        id=desk.new_id(),
        number=f"P-{desk.new_id()}",
        person_id=person,
        text="Ring the duty desk",
        action_kind=kind,
        owner_id=WORKER,
        set_on=TODAY,
        due_on=TODAY,
        original_due_on=TODAY,
    )
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        tx.add(action)
        tx.journal("action.set", record=action.id, scope=person)
    return action.id


def test_a_case_reopens_again_and_again_on_one_day(chair: Desk, case: UUID) -> None:
    first = case
    for _ in range(6):
        close_case(chair, case, GOOD)
        case = reopen_case(chair, case, reason="back on the street").result.case
    close_case(chair, case, GOOD)
    with pytest.raises(GuardError, match="not-last-case"):
        reopen_case(chair, first, reason="the wrong one")
