"""Escalations on a real store: what each step writes, refuses and keeps."""

from datetime import date, timedelta

import pytest

from coordinator.casework.actions.barriers import escalate_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.escalations.answering import (
    answer_escalation,
    close_escalation,
    note_no_reply,
    reopen_escalation,
    withdraw_escalation,
)
from coordinator.casework.escalations.climbing import move_to_next_level
from coordinator.casework.escalations.raising import (
    change_draft,
    raise_escalation,
    raise_from_action,
)
from coordinator.casework.escalations.reading import (
    find_escalations,
)
from coordinator.casework.escalations.sending import (
    acknowledge_escalation,
    chase_escalation,
    note_on_escalation,
    send_escalation,
)
from coordinator.casework.panel.settings import change_line, read_topic
from coordinator.casework.people.entering import record_death
from coordinator.casework.records.undoing import undo_act
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    StaleRecordError,
    TransitionError,
)
from coordinator.domain.escalations.clock import ClockState
from coordinator.domain.escalations.rules import Effect, NewEscalation, Reply
from coordinator.domain.lists.barriers import EscalationOutcome, EscalationTrack
from coordinator.domain.lists.escalations import EscalationEffect, EscalationStep
from coordinator.domain.lists.panel import Topic
from coordinator.domain.states import BarrierStatus, EscalationStatus
from tests.casework.stuck_people import ASK, PARTLY, Stuck, stuck
from tests.stores import HEALTH, NURSE, TODAY, Clock

FRIDAY = TODAY + timedelta(days=1)
SATURDAY = TODAY + timedelta(days=2)
MONDAY = TODAY + timedelta(days=4)
IN_FIVE = TODAY + timedelta(days=7)  # five working days on
CHRISTMAS = date(2026, 12, 25)


@pytest.fixture
def case(desk: Desk) -> Stuck:
    return stuck(desk)


def test_a_draft_takes_everything_from_its_barrier_and_its_level(case: Stuck) -> None:
    made = raise_from_action(case.desk, case.action).result
    row = case.row(made.id)
    assert made.number == row.number == "E26-001"
    assert (row.status, row.level, row.respond_by) == (EscalationStatus.DRAFT, 1, IN_FIVE)
    assert row.receiver_role == "Manager of the agency's representative"
    assert row.reference == "KP-0001"
    assert row.barrier is not None
    assert row.barrier.status is BarrierStatus.ESCALATED
    assert row.clock.state is ClockState.NOT_STARTED
    assert [entry.step for entry in case.story(made.id).thread] == [EscalationStep.RAISED]


def test_numbers_run_on_through_the_year_and_are_never_given_twice(case: Stuck) -> None:
    first = raise_from_action(case.desk, case.action)
    assert first.changes.act is not None
    undo_act(case.desk, first.changes.act)
    assert raise_from_action(case.desk, case.action).result.number == "E26-002"


def test_the_ladder_needs_a_barrier_and_the_other_roads_need_none(case: Stuck) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        raise_escalation(case.desk, NewEscalation(person_id=case.person))
    assert refused.value.fields == {"barrier_id": "required"}
    disagreement = EscalationTrack.PROFESSIONAL_DISAGREEMENT
    made = raise_escalation(case.desk, NewEscalation(disagreement, person_id=case.person)).result
    assert (case.row(made.id).level, made.respond_by) == (None, IN_FIVE)
    assert not made.bypasses_ladder


def test_safeguarding_goes_past_the_ladder_says_so_and_is_sent_the_same_day(case: Stuck) -> None:
    new = NewEscalation(
        EscalationTrack.SAFEGUARDING,
        person_id=case.person,
        receiver="Safeguarding adults lead",
        ask="Hold a strategy meeting today.",
    )
    made = raise_escalation(case.desk, new).result
    sent = send_escalation(case.desk, made.id, seen=1).result
    assert made.bypasses_ladder
    assert sent.bypasses_ladder
    assert sent.respond_by == TODAY
    row = case.row(made.id)
    assert (row.level, row.bypasses_ladder) == (None, True)
    assert row.clock.state is ClockState.TODAY
    with pytest.raises(GuardError, match="no-levels"):
        move_to_next_level(case.desk, made.id, seen=row.revision)


def test_a_barrier_has_one_open_escalation_on_each_road(case: Stuck) -> None:
    standing = case.escalate()
    with pytest.raises(DuplicateRecordError) as refused:
        case.escalate()
    assert refused.value.record == standing
    other = NewEscalation(EscalationTrack.PROFESSIONAL_DISAGREEMENT, barrier_id=case.barrier.id)
    raise_escalation(case.desk, other)
    assert len(find_escalations(case.desk)) == 2


@pytest.mark.parametrize(
    ("left_out", "field"),
    [({"receiver": ""}, "receiver"), ({"ask": " "}, "ask"), ({"respond_by": None}, "respond_by")],
)
def test_nothing_is_sent_without_receiver_ask_or_day_and_nothing_is_lost(
    case: Stuck, left_out: dict[str, object], field: str
) -> None:
    key = case.escalate()
    seen = change_draft(case.desk, key, seen=1, **left_out).result.revision
    with pytest.raises(InvalidFieldsError) as refused:
        send_escalation(case.desk, key, seen=seen)
    assert refused.value.fields == {field: "required"}
    story = case.story(key)
    assert story.row.status is EscalationStatus.DRAFT
    assert story.options == ("A room until March", "A deposit")


def test_a_day_offices_are_closed_is_moved_and_said(case: Stuck) -> None:
    key = case.escalate()
    sent = send_escalation(case.desk, key, seen=1, respond_by=CHRISTMAS).result
    assert (sent.respond_by, sent.moved_from) == (date(2026, 12, 29), CHRISTMAS)
    assert case.row(key).respond_by == date(2026, 12, 29)


def test_a_weekend_is_moved_already_in_the_draft(case: Stuck) -> None:
    key = case.escalate()
    drafted = change_draft(case.desk, key, seen=1, respond_by=SATURDAY).result
    assert (drafted.respond_by, drafted.moved_from) == (MONDAY, SATURDAY)
    assert send_escalation(case.desk, key, seen=2).result.moved_from is None


def test_a_day_that_has_passed_asks_nobody(case: Stuck, clock: Clock) -> None:
    key = case.escalate()
    clock.move(days=30)
    with pytest.raises(InvalidFieldsError) as refused:
        send_escalation(case.desk, key, seen=1)
    assert refused.value.fields == {"respond_by": "before-sent"}
    assert case.story(key).respond_by_usual > case.desk.today()


def test_what_went_out_in_time_and_is_noted_late_is_overdue_at_once(
    case: Stuck, clock: Clock
) -> None:
    key = case.escalate()
    clock.move(days=30)
    sent = send_escalation(case.desk, key, seen=1, on=FRIDAY).result
    assert (sent.sent_on, sent.respond_by) == (FRIDAY, IN_FIVE)
    row = case.row(key)
    assert (row.sent_on, row.is_overdue) == (FRIDAY, True)
    assert case.story(key).thread[-1].on == FRIDAY


@pytest.mark.parametrize(("days", "rule"), [(-1, "before-raised"), (1, "in-the-future")])
def test_nothing_went_out_before_it_was_raised_or_on_a_day_to_come(
    case: Stuck, days: int, rule: str
) -> None:
    key = case.escalate()
    with pytest.raises(InvalidFieldsError) as refused:
        send_escalation(case.desk, key, seen=1, on=TODAY + timedelta(days=days))
    assert refused.value.fields == {"sent_on": rule}
    assert case.row(key).status is EscalationStatus.DRAFT


def test_a_receiver_who_has_left_is_refused_also_when_they_leave_before_it_is_sent(
    case: Stuck, clock: Clock
) -> None:
    known = NewEscalation(barrier_id=case.barrier.id, receiver_id=NURSE, ask=ASK)
    key = raise_escalation(case.desk, known).result.id
    assert case.row(key).receiver == "Kasia Dębska"
    record_leaving(case.desk, NURSE, on=TODAY)
    clock.move(days=1)
    assert case.row(key).receiver_left
    with pytest.raises(GuardError, match="professional-left"):
        send_escalation(case.desk, key, seen=1)
    with pytest.raises(GuardError, match="professional-left"):
        change_draft(case.desk, key, seen=1, receiver_id=NURSE)
    change_draft(case.desk, key, seen=1, receiver="Her successor")
    assert not case.row(key).receiver_left


def test_whoever_leaves_is_said_to_be_asked_still_until_it_is_answered(case: Stuck) -> None:
    known = NewEscalation(barrier_id=case.barrier.id, receiver_id=NURSE, ask=ASK)
    raise_escalation(case.desk, known)
    assert record_leaving(case.desk, NURSE, on=TODAY).result.asked == 1


def test_whoever_leaves_after_what_they_were_asked_was_taken_back_is_not_asked(
    case: Stuck,
) -> None:
    known = NewEscalation(barrier_id=case.barrier.id, receiver_id=NURSE, ask=ASK)
    key = raise_escalation(case.desk, known).result.id
    withdraw_escalation(case.desk, key, seen=1, reason="Not needed")
    assert record_leaving(case.desk, NURSE, on=TODAY).result.asked == 0


def test_an_agency_that_must_not_be_told_is_not_asked(case: Stuck) -> None:
    exclude_agency(case.desk, case.person, agency_id=HEALTH, reason="They asked for it")
    with pytest.raises(GuardError, match="agency-not-told"):
        raise_escalation(case.desk, NewEscalation(barrier_id=case.barrier.id, receiver_id=NURSE))


def test_what_was_changed_after_it_was_shown_is_not_sent_unread(case: Stuck) -> None:
    key = case.escalate()
    change_draft(case.desk, key, seen=1, ask="Something else altogether.")
    with pytest.raises(StaleRecordError):
        send_escalation(case.desk, key, seen=1)


def test_what_was_sent_no_longer_changes_but_has_notes(case: Stuck) -> None:
    key = case.asked()
    with pytest.raises(GuardError, match="escalation-sent"):
        change_draft(case.desk, key, seen=2, ask="More")
    with pytest.raises(TransitionError):
        send_escalation(case.desk, key, seen=2)
    note_on_escalation(case.desk, key, text="They are away until Monday.")
    assert case.story(key).thread[-1].text == "They are away until Monday."


def test_another_level_brings_its_own_day(case: Stuck) -> None:
    key = case.escalate()
    drafted = change_draft(case.desk, key, seen=1, level=3).result
    assert drafted.respond_by == date(2026, 12, 3)
    with pytest.raises(InvalidFieldsError):
        change_draft(case.desk, key, seen=2, level=9)


def test_the_days_are_those_of_the_panels_own_ladder(case: Stuck) -> None:
    line = read_topic(case.desk, Topic.LADDER)[1]
    change_line(case.desk, Topic.LADDER, line.id, seen=line.revision, working_days=1)
    assert case.row(case.escalate()).respond_by == FRIDAY


def test_the_clock_runs_from_sending_until_the_answer(case: Stuck, clock: Clock) -> None:
    key = case.asked()
    assert case.row(key).clock.left == 5
    clock.move(days=7)
    assert case.row(key).clock.state is ClockState.TODAY
    assert case.row(key).next_level is None
    clock.move(days=4)  # a weekend between
    row = case.row(key)
    assert (row.clock.overdue, row.is_overdue) == (2, True)
    assert row.next_level is not None
    assert row.next_level.level == 2
    answer_escalation(case.desk, key, PARTLY, seen=row.revision)
    assert case.row(key).clock.state is ClockState.STOPPED
    assert case.row(key).next_level is None


def test_an_answer_dated_before_it_was_asked_is_refused_and_nothing_is_kept(case: Stuck) -> None:
    key = case.asked()
    early = Reply(PARTLY.outcome, PARTLY.text, PARTLY.by, on=TODAY - timedelta(days=1))
    with pytest.raises(InvalidFieldsError) as refused:
        answer_escalation(case.desk, key, early, seen=2)
    assert refused.value.fields == {"answered_on": "before-sent"}
    assert case.row(key).status is EscalationStatus.SENT


def test_chasing_and_acknowledging_stand_in_the_thread(case: Stuck, clock: Clock) -> None:
    key = case.asked()
    with pytest.raises(GuardError, match="not-due-yet"):
        note_no_reply(case.desk, key)
    clock.move(days=1)
    acknowledge_escalation(case.desk, key, seen=2)
    clock.move(hours=2)
    chase_escalation(case.desk, key, text="Rang, left word.")
    clock.move(days=10)
    note_no_reply(case.desk, key, text="Nothing came.")
    assert [entry.step for entry in case.story(key).thread] == [
        EscalationStep.RAISED,
        EscalationStep.SENT,
        EscalationStep.ACKNOWLEDGED,
        EscalationStep.CHASED,
        EscalationStep.NOT_ANSWERED,
    ]
    assert case.row(key).status is EscalationStatus.ACKNOWLEDGED
    assert case.row(key).is_overdue


def test_nobody_is_chased_who_was_not_asked(case: Stuck) -> None:
    with pytest.raises(GuardError, match="nothing-awaited"):
        chase_escalation(case.desk, case.escalate())


def test_closing_waits_for_the_effect_and_leaves_the_barrier_alone(case: Stuck) -> None:
    key = case.asked()
    with pytest.raises(GuardError, match="not-answered"):
        close_escalation(case.desk, key, Effect(EscalationEffect.NONE), seen=2)
    answer_escalation(case.desk, key, PARTLY, seen=2)
    with pytest.raises(GuardError, match="effect-needed"):
        close_escalation(case.desk, key, Effect(None), seen=3)
    close_escalation(case.desk, key, Effect(EscalationEffect.NONE), seen=3)
    assert case.row(key).status is EscalationStatus.CLOSED
    assert case.barrier.status is BarrierStatus.ESCALATED


def test_whoever_closes_it_chooses_what_becomes_of_the_barrier(case: Stuck) -> None:
    key = case.asked()
    answer_escalation(case.desk, key, PARTLY, seen=2)
    effect = Effect(EscalationEffect.ACTION_CHANGED, action_id=case.action)
    with pytest.raises(InvalidFieldsError):
        close_escalation(case.desk, key, effect, seen=3, barrier=BarrierStatus.IDENTIFIED)
    close_escalation(case.desk, key, effect, seen=3, barrier=BarrierStatus.RESOLVED)
    assert case.barrier.status is BarrierStatus.RESOLVED
    assert case.barrier.resolution == PARTLY.text
    assert case.story(key).effect_action == "A26-0001"


def test_an_action_of_somebody_else_is_no_effect_here(case: Stuck) -> None:
    other = stuck(case.desk)
    key = case.asked()
    answer_escalation(case.desk, key, PARTLY, seen=2)
    effect = Effect(EscalationEffect.ACTION_CHANGED, action_id=other.action)
    with pytest.raises(InvalidFieldsError) as refused:
        close_escalation(case.desk, key, effect, seen=3)
    assert refused.value.fields == {"effect_action_id": "unknown"}


def test_nothing_more_is_asked_for_somebody_who_died_but_what_came_back_is_kept(
    case: Stuck,
) -> None:
    key, other = case.asked(), EscalationTrack.PROFESSIONAL_DISAGREEMENT
    new = NewEscalation(other, person_id=case.person, receiver="Ada Moss", ask=ASK)
    draft = raise_escalation(case.desk, new).result.id
    record_death(case.desk, case.person, died_on=TODAY, source="The ward")
    with pytest.raises(GuardError, match="person-died"):
        send_escalation(case.desk, draft, seen=1)
    with pytest.raises(GuardError, match="person-died"):
        move_to_next_level(case.desk, key, seen=2, reason="It is urgent")
    answer_escalation(case.desk, key, PARTLY, seen=2)
    with pytest.raises(GuardError, match="person-died"):
        reopen_escalation(case.desk, key, seen=3, reason="It did not hold")
    close_escalation(case.desk, key, Effect(EscalationEffect.NONE), seen=3)
    withdraw_escalation(case.desk, draft, seen=1, reason="She died.")
    with pytest.raises(GuardError, match="person-died"):
        escalate_barrier(case.desk, case.barrier.id, seen=case.barrier.revision)


def test_withdrawing_needs_a_reason_and_spares_what_was_answered(case: Stuck) -> None:
    key = case.asked()
    with pytest.raises(ReasonNeededError):
        withdraw_escalation(case.desk, key, seen=2, reason="")
    withdraw_escalation(
        case.desk, key, seen=2, reason="Solved by itself", barrier=BarrierStatus.RESOLVED
    )
    assert case.row(key).outcome is EscalationOutcome.WITHDRAWN
    assert case.barrier.resolution == "Solved by itself"
    answered = stuck(case.desk)
    other = answered.asked()
    answer_escalation(case.desk, other, PARTLY, seen=2)
    with pytest.raises(GuardError, match="escalation-answered"):
        withdraw_escalation(case.desk, other, seen=3, reason="Too late")
