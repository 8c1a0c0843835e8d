"""What stands around escalations: who may see them, undoing, the board, closing a case."""

from dataclasses import replace

import pytest

from coordinator.casework.actions.barriers import escalate_barrier, work_on_barrier
from coordinator.casework.cases.phases import close_case
from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.escalations.answering import (
    answer_escalation,
    close_escalation,
    reopen_escalation,
    withdraw_escalation,
)
from coordinator.casework.escalations.climbing import move_to_next_level
from coordinator.casework.escalations.raising import (
    change_draft,
    hide_names,
    raise_escalation,
    raise_from_action,
    show_names,
)
from coordinator.casework.escalations.reading import (
    find_escalations,
    read_board,
    read_escalation,
)
from coordinator.casework.escalations.sending import chase_escalation, send_escalation
from coordinator.casework.people.finding import find_everything
from coordinator.casework.records.undoing import undo_act
from coordinator.db.models import Action
from coordinator.domain.cases.rules import Closing
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    WithheldError,
)
from coordinator.domain.escalations.rules import Effect, NewEscalation
from coordinator.domain.escalations.views import EscalationFilter
from coordinator.domain.lists.barriers import EscalationOutcome, EscalationTrack
from coordinator.domain.lists.escalations import EscalationEffect, EscalationStep
from coordinator.domain.lists.reasons import CloseReason
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Answer, BarrierStatus, EscalationStatus, Sensitivity
from tests.casework.counting import queries
from tests.casework.entries_on_file import a_person, case_of
from tests.casework.stuck_people import ASK, PARTLY, Stuck, stuck
from tests.stores import CHAIR, COUNCIL, HEALTH, HOUSING, NURSE, TODAY, WORKER, Clock, sitting

CLOSING = Closing(
    CloseReason.GOALS_MET,
    person_told=Answer.YES,
    remaining_risk="Nights outside",
    risk_held_by="Outreach",
    learning="Ask earlier.",
)


@pytest.fixture
def case(desk: Desk) -> Stuck:
    return stuck(desk)


def test_what_is_marked_in_the_room_leaves_a_draft_and_undoing_takes_both_back(
    case: Stuck,
) -> None:
    done = escalate_barrier(case.desk, case.barrier.id, seen=case.barrier.revision)
    (row,) = find_escalations(case.desk)
    assert (row.status, row.level) == (EscalationStatus.DRAFT, 1)
    assert row.track is EscalationTrack.BARRIER
    was = case.barrier.status
    assert done.changes.act is not None
    undo_act(case.desk, done.changes.act)
    assert find_escalations(case.desk, EscalationFilter(open_only=False)) == ()
    now = case.barrier.status
    assert (was, now) == (BarrierStatus.ESCALATED, BarrierStatus.IDENTIFIED)


def test_what_is_not_to_be_escalated_after_all_withdraws_its_draft(case: Stuck) -> None:
    seen = escalate_barrier(case.desk, case.barrier.id, seen=1).result
    work_on_barrier(case.desk, case.barrier.id, seen=seen)
    (row,) = find_escalations(case.desk, EscalationFilter(open_only=False))
    assert (row.status, row.outcome) == (EscalationStatus.CLOSED, EscalationOutcome.WITHDRAWN)
    escalate_barrier(case.desk, case.barrier.id, seen=case.barrier.revision)
    assert len(find_escalations(case.desk)) == 1


def test_what_was_sent_stands_when_its_barrier_is_worked_on(case: Stuck) -> None:
    key = case.asked()
    work_on_barrier(case.desk, case.barrier.id, seen=case.barrier.revision)
    assert case.row(key).status is EscalationStatus.SENT
    escalate_barrier(case.desk, case.barrier.id, seen=case.barrier.revision)
    assert len(find_escalations(case.desk)) == 1


def test_an_action_that_could_not_be_done_is_escalated_in_the_same_step(desk: Desk) -> None:
    case = stuck(desk, escalate=True)
    (row,) = find_escalations(desk)
    assert case.barrier.status is BarrierStatus.ESCALATED
    assert row.barrier is not None
    assert (row.barrier.id, row.barrier.action) == (case.barrier.id, "A26-0001")


def test_an_action_nothing_stops_is_not_escalated(case: Stuck) -> None:
    work_on_barrier(case.desk, case.barrier.id, seen=1)
    raise_from_action(case.desk, case.action)
    (row,) = find_escalations(case.desk)
    withdraw_escalation(case.desk, row.id, seen=1, reason="Solved", barrier=BarrierStatus.RESOLVED)
    with pytest.raises(GuardError, match="nothing-in-the-way"):
        raise_from_action(case.desk, case.action)


def test_names_are_shown_only_by_the_chair_and_with_a_reason(
    desk: Desk, chair: Desk, case: Stuck
) -> None:
    key = case.escalate()
    assert not case.row(key).names_shown
    with pytest.raises(ReasonNeededError):
        show_names(chair, key, seen=1, reason=" ")
    with pytest.raises(GuardError, match="chair-decides"):
        show_names(desk, key, seen=1, reason="They know him well")
    show_names(desk, key, seen=1, reason="They know him well", decided_by=CHAIR)
    assert case.story(key).names_reason == "They know him well"
    lead = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HOUSING)
    with pytest.raises(NotPermittedError):
        hide_names(lead, key, seen=2)
    hide_names(chair, key, seen=2)
    assert not case.row(key).names_shown


def test_the_escalation_of_a_restricted_action_is_restricted(desk: Desk, chair: Desk) -> None:
    case = stuck(desk, sensitivity=Sensitivity.RESTRICTED)
    key = case.escalate()
    assert case.row(key).sensitivity is Sensitivity.RESTRICTED
    auditor = sitting(desk, WORKER, Role.AUDITOR, HOUSING)
    assert find_escalations(auditor) == ()
    with pytest.raises(WithheldError):
        read_escalation(auditor, key)
    assert len(find_escalations(chair)) == 1


def test_an_action_restricted_later_takes_its_escalation_along(desk: Desk, case: Stuck) -> None:
    auditor = sitting(desk, WORKER, Role.AUDITOR, HOUSING)
    new = NewEscalation(barrier_id=case.barrier.id)
    raise_escalation(desk, new)
    assert len(find_escalations(auditor)) == 1
    assert len(find_everything(auditor, "E26-001")) == 1
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        tx.get(Action, case.action).sensitivity = Sensitivity.RESTRICTED
        tx.journal("test.arranged")
    assert find_escalations(auditor) == ()
    assert read_board(auditor).open == 0
    assert [hit.kind for one in find_everything(auditor, "E26-001") for hit in one.hits] == []


def test_an_agency_that_must_not_be_told_sees_nothing_of_it(desk: Desk, case: Stuck) -> None:
    key = case.asked()
    police = sitting(desk, CHAIR, Role.CHAIR, HOUSING)
    assert len(find_escalations(police)) == 1
    exclude_agency(desk, case.person, agency_id=HOUSING, reason="They asked for it")
    assert find_escalations(police) == ()
    assert read_board(police).open == 0
    with pytest.raises(WithheldError):
        read_escalation(police, key)


def test_the_board_has_a_column_for_each_level_and_for_what_goes_past_them(desk: Desk) -> None:
    cases = [stuck(desk) for _ in range(3)]
    cases[0].asked(level=1)
    cases[1].asked(level=1)
    cases[2].asked(level=3)
    person = a_person(desk)
    raise_escalation(desk, NewEscalation(EscalationTrack.SAFEGUARDING, person_id=person))
    board = read_board(desk)
    assert [(column.number, len(column.rows)) for column in board.columns] == [
        (0, 0),
        (1, 2),
        (2, 0),
        (3, 1),
        (4, 0),
        (None, 0),
        (None, 1),
    ]
    assert board.columns[3].level is not None
    assert board.columns[3].level.receiver == "Commissioner"
    assert board.open == 4


def test_what_presses_most_comes_first(desk: Desk, clock: Clock) -> None:
    late, soon, draft = stuck(desk), stuck(desk), stuck(desk)
    waiting = draft.escalate()
    second = soon.asked(level=3)
    first = late.asked(level=1)
    clock.move(days=10)
    assert [row.id for row in find_escalations(desk)] == [first, second, waiting]
    assert read_board(desk).columns[1].overdue == 1


def test_reading_asks_as_often_for_many_as_for_few(desk: Desk) -> None:
    stuck(desk).asked()
    with queries(desk) as few:
        read_board(desk)
    for _ in range(6):
        stuck(desk).asked()
    with queries(desk) as many:
        read_board(desk)
    assert len(many) == len(few)


def test_going_up_drafts_the_same_ask_and_sends_nothing(case: Stuck, clock: Clock) -> None:
    key = case.asked()
    clock.move(days=11)
    made = move_to_next_level(case.desk, key, seen=2).result
    old, new = case.story(key), case.story(made.id)
    assert (old.row.status, old.row.outcome) == (
        EscalationStatus.CLOSED,
        EscalationOutcome.NO_REPLY,
    )
    assert old.thread[-1].step is EscalationStep.NOT_ANSWERED
    assert (new.row.status, new.row.level, new.row.ask) == (EscalationStatus.DRAFT, 2, ASK)
    assert (new.row.receiver, new.row.receiver_role) == ("", "Head of service of the agency")
    assert new.options == ("A room until March", "A deposit")
    assert [link.number for link in new.chain] == ["E26-001"]
    assert [link.number for link in old.chain] == ["E26-002"]


def test_going_up_early_needs_a_reason_and_counts_as_passed_on(case: Stuck) -> None:
    key = case.asked()
    with pytest.raises(ReasonNeededError) as asked:
        move_to_next_level(case.desk, key, seen=2)
    assert asked.value.prompts == ("passed-on-early",)
    move_to_next_level(case.desk, key, seen=2, reason="They say it is not theirs to decide")
    assert case.row(key).outcome is EscalationOutcome.PASSED_ON


def test_an_answer_that_does_not_help_goes_up_and_is_kept(case: Stuck) -> None:
    key = case.asked()
    upheld = replace(PARTLY, outcome=EscalationOutcome.UPHELD)
    answer_escalation(case.desk, key, upheld, seen=2)
    move_to_next_level(case.desk, key, seen=3)
    assert case.row(key).outcome is EscalationOutcome.UPHELD


def test_above_the_top_there_is_nobody(case: Stuck, clock: Clock) -> None:
    key = case.asked(level=4)
    clock.move(days=60)
    row = case.row(key)
    assert (row.is_top, row.next_level) == (True, None)
    with pytest.raises(GuardError, match="top-of-ladder"):
        move_to_next_level(case.desk, key, seen=2)


def test_a_draft_does_not_go_up(case: Stuck) -> None:
    with pytest.raises(GuardError, match="not-sent"):
        move_to_next_level(case.desk, case.escalate(), seen=1)


def test_what_opens_again_counts_and_keeps_its_last_answer_in_the_thread(
    case: Stuck, clock: Clock
) -> None:
    key = case.asked()
    answer_escalation(case.desk, key, PARTLY, seen=2)
    close_escalation(case.desk, key, Effect(EscalationEffect.NONE), seen=3)
    clock.move(days=20)
    with pytest.raises(ReasonNeededError):
        reopen_escalation(case.desk, key, seen=4, reason="")
    reopen_escalation(case.desk, key, seen=4, reason="The room was never given")
    row = case.row(key)
    assert (row.status, row.reopened, row.outcome) == (EscalationStatus.SENT, 1, None)
    assert not row.is_overdue
    said = "\n".join(entry.text for entry in case.story(key).thread)
    assert PARTLY.text in said


def test_an_answer_that_did_not_hold_is_asked_for_again_before_it_is_closed(case: Stuck) -> None:
    key = case.asked()
    answer_escalation(case.desk, key, PARTLY, seen=2)
    reopen_escalation(case.desk, key, seen=3, reason="The room was never given")
    assert (case.row(key).status, case.row(key).reopened) == (EscalationStatus.SENT, 1)


def test_somebody_who_has_left_is_not_asked_again(case: Stuck) -> None:
    key = case.escalate()
    change_draft(case.desk, key, seen=1, receiver_id=NURSE)
    send_escalation(case.desk, key, seen=2)
    answer_escalation(case.desk, key, PARTLY, seen=3)
    record_leaving(case.desk, NURSE, on=TODAY)
    with pytest.raises(GuardError, match="professional-left"):
        reopen_escalation(case.desk, key, seen=4, reason="The room was never given")
    close_escalation(case.desk, key, Effect(EscalationEffect.NONE), seen=4)
    assert case.row(case.escalate()).status is EscalationStatus.DRAFT


def test_an_answer_from_before_it_was_opened_again_is_refused(case: Stuck, clock: Clock) -> None:
    key = case.asked()
    answer_escalation(case.desk, key, PARTLY, seen=2)
    clock.move(days=5)
    reopen_escalation(case.desk, key, seen=3, reason="The room was never given")
    with pytest.raises(InvalidFieldsError) as refused:
        answer_escalation(case.desk, key, replace(PARTLY, on=TODAY), seen=4)
    assert refused.value.fields == {"answered_on": "before-reopened"}
    answer_escalation(case.desk, key, replace(PARTLY, on=case.desk.today()), seen=4)


def test_whoever_must_not_be_told_any_more_is_not_chased_and_it_is_said(case: Stuck) -> None:
    key = case.escalate()
    change_draft(case.desk, key, seen=1, receiver_id=NURSE)
    send_escalation(case.desk, key, seen=2)
    assert case.story(key).kept_from_receiver == ""
    exclude_agency(case.desk, case.person, agency_id=HEALTH, reason="They asked for it")
    assert case.story(key).kept_from_receiver == "agency-not-told"
    with pytest.raises(GuardError, match="agency-not-told"):
        chase_escalation(case.desk, key, text="Rang them")


def test_what_went_up_opens_again_only_when_the_level_above_is_withdrawn(
    case: Stuck, clock: Clock
) -> None:
    key = case.asked()
    clock.move(days=11)
    above = move_to_next_level(case.desk, key, seen=2).result.id
    with pytest.raises(DuplicateRecordError):
        reopen_escalation(case.desk, key, seen=3, reason="They rang after all")
    withdraw_escalation(case.desk, above, seen=1, reason="They rang after all")
    reopen_escalation(case.desk, key, seen=3, reason="They rang after all")
    answer_escalation(case.desk, key, PARTLY, seen=4)


def test_a_draft_taken_back_by_mistake_is_a_draft_again(case: Stuck) -> None:
    key = case.escalate()
    withdraw_escalation(case.desk, key, seen=1, reason="Slip")
    reopen_escalation(case.desk, key, seen=2, reason="Slip of the finger")
    assert case.row(key).status is EscalationStatus.DRAFT


def test_a_case_does_not_close_over_what_was_asked_until_it_is_answered_or_withdrawn(
    desk: Desk, chair: Desk, case: Stuck
) -> None:
    key = case.asked()
    with pytest.raises(GuardError) as refused:
        close_case(chair, case_of(desk, case.person), CLOSING)
    assert (refused.value.guard, refused.value.count) == ("unanswered-escalations", 1)
    answer_escalation(desk, key, PARTLY, seen=2)
    close_case(chair, case_of(desk, case.person), CLOSING)


def test_a_withdrawn_escalation_no_longer_stops_the_close(
    desk: Desk, chair: Desk, case: Stuck
) -> None:
    key = case.escalate()
    with pytest.raises(GuardError, match="unanswered-escalations"):
        close_case(chair, case_of(desk, case.person), CLOSING)
    withdraw_escalation(desk, key, seen=1, reason="Solved by itself")
    close_case(chair, case_of(desk, case.person), CLOSING)


def test_agencies_mark_their_own_and_send_nothing(desk: Desk, case: Stuck) -> None:
    lead = sitting(desk, WORKER, Role.REPRESENTATIVE, HOUSING)
    made = raise_from_action(lead, case.action).result
    change_draft(lead, made.id, seen=1, ask=ASK, receiver="Head of service")
    with pytest.raises(NotPermittedError):
        send_escalation(lead, made.id, seen=2)
    police = sitting(desk, CHAIR, Role.REPRESENTATIVE, COUNCIL)
    with pytest.raises((NotPermittedError, WithheldError)):
        raise_from_action(police, stuck(desk).action)
