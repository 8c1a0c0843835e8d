"""The whole chain: what could not be done, who was asked, what came back, and what it changed."""

from datetime import timedelta

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.cases.phases import close_case
from coordinator.casework.desk import Desk
from coordinator.casework.escalations.answering import (
    answer_escalation,
    close_escalation,
    note_no_reply,
    withdraw_escalation,
)
from coordinator.casework.escalations.climbing import move_to_next_level
from coordinator.casework.escalations.reading import find_escalations
from coordinator.casework.escalations.sending import chase_escalation
from coordinator.casework.stuck.gap_reads import find_gaps
from coordinator.casework.stuck.gaps import turn_into_gap
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import GuardError
from coordinator.domain.escalations.rules import Effect
from coordinator.domain.escalations.views import EscalationFilter
from coordinator.domain.lists.barriers import EscalationOutcome
from coordinator.domain.lists.escalations import EscalationEffect, EscalationStep
from coordinator.domain.states import BarrierStatus, EscalationStatus
from coordinator.domain.stuck.gaps import NewGap
from coordinator.ui.screens.escalation import acts
from tests.casework.entries_on_file import case_of
from tests.casework.escalations.test_escalations_around import CLOSING
from tests.casework.stuck_people import PARTLY, Stuck, stuck
from tests.stores import WORKER, Clock

FORTNIGHT = timedelta(days=14)


@pytest.fixture
def case(desk: Desk) -> Stuck:
    return stuck(desk, escalate=True)


def climb(case: Stuck, clock: Clock, until: int) -> list[int | None]:
    """Send what is drafted, wait in vain, go up, as far as a level; gives the levels asked."""
    asked = []
    while True:
        (row,) = find_escalations(case.desk)
        case.send(row.id)
        asked.append(row.level)
        if row.level == until:
            return asked
        clock.move(days=25)
        (late,) = find_escalations(case.desk)
        assert late.is_overdue
        assert late.next_level is not None
        chase_escalation(case.desk, late.id, text="Rang.")
        note_no_reply(case.desk, late.id)
        move_to_next_level(case.desk, late.id, seen=late.revision)


def test_no_reply_three_times_then_an_answer_changes_the_plan(case: Stuck, clock: Clock) -> None:
    assert climb(case, clock, until=3) == [1, 2, 3]
    (row,) = find_escalations(case.desk)
    answer_escalation(case.desk, row.id, PARTLY, seen=row.revision)

    day = case.desk.today()
    new = NewAction("Move in with the dog", WORKER, day + FORTNIGHT, case.person)
    added = add_action(case.desk, new).result
    effect = Effect(EscalationEffect.ACTION_ADDED, "The room until January.", added)
    seen = case.row(row.id).revision
    close_escalation(case.desk, row.id, effect, seen=seen, barrier=BarrierStatus.RESOLVED)

    every = find_escalations(case.desk, EscalationFilter(open_only=False))
    assert sorted((one.number, one.outcome) for one in every) == [
        ("E26-001", EscalationOutcome.NO_REPLY),
        ("E26-002", EscalationOutcome.NO_REPLY),
        ("E27-001", EscalationOutcome.PARTLY),
    ]
    story = case.story(row.id)
    assert [link.number for link in story.chain] == ["E26-001", "E26-002"]
    assert [entry.step for entry in story.thread] == [
        EscalationStep.RAISED,
        EscalationStep.SENT,
        EscalationStep.ANSWERED,
        EscalationStep.CLOSED,
    ]
    assert (story.effect_kind, story.effect_action) == (EscalationEffect.ACTION_ADDED, "A27-0001")
    assert case.barrier.status is BarrierStatus.RESOLVED
    assert find_escalations(case.desk) == ()


def test_what_nobody_can_solve_ends_in_a_gap_and_the_case_may_close(
    case: Stuck, chair: Desk, clock: Clock
) -> None:
    assert climb(case, clock, until=4) == [1, 2, 3, 4]
    clock.move(days=40)
    (row,) = find_escalations(case.desk)
    assert (row.is_overdue, row.is_top, row.next_level) == (True, True, None)
    with pytest.raises(GuardError, match="gap-needed"):
        withdraw_escalation(
            case.desk, row.id, seen=row.revision, reason="None", barrier=BarrierStatus.GAP
        )
    with pytest.raises(GuardError, match="unanswered-escalations"):
        close_case(chair, case_of(case.desk, case.person), CLOSING)

    gap = turn_into_gap(
        case.desk,
        case.barrier.id,
        seen=case.barrier.revision,
        new=NewGap("No landlord in the county takes dogs"),
        resolution="A tent and a warm place by day.",
    ).result
    close_case(chair, case_of(case.desk, case.person), CLOSING)
    withdraw_escalation(
        case.desk, row.id, seen=row.revision, reason="A gap now: nobody can decide it."
    )

    assert case.row(row.id).outcome is EscalationOutcome.BECAME_GAP
    assert [one.id for one in find_gaps(case.desk)] == [gap]
    assert case.barrier.resolution == "A tent and a warm place by day."


@pytest.mark.parametrize("level", [1, 2, 3])
def test_an_answer_of_any_level_that_makes_a_gap_closes_with_it(
    case: Stuck, clock: Clock, level: int
) -> None:
    climb(case, clock, until=level)
    (row,) = find_escalations(case.desk)
    answer_escalation(case.desk, row.id, PARTLY, seen=row.revision)
    effect = Effect(EscalationEffect.GAP_RAISED, "It goes to the management group.")

    def close() -> None:
        seen = case.row(row.id).revision
        close_escalation(case.desk, row.id, effect, seen=seen, barrier=BarrierStatus.GAP)

    with pytest.raises(GuardError, match="gap-needed"):
        close()
    turn_into_gap(
        case.desk,
        case.barrier.id,
        seen=case.barrier.revision,
        new=NewGap("No landlord in the county takes dogs"),
    )
    close()
    closed = case.row(row.id)
    assert (closed.level, closed.status) == (level, EscalationStatus.CLOSED)
    assert closed.outcome is PARTLY.outcome
    assert case.story(row.id).effect_kind is EscalationEffect.GAP_RAISED
    assert find_escalations(case.desk) == ()
    assert case.barrier.status is BarrierStatus.GAP


def test_the_form_that_closes_makes_the_gap_in_the_same_act(case: Stuck, clock: Clock) -> None:
    climb(case, clock, until=1)
    (asked,) = find_escalations(case.desk)
    key = asked.id
    answer_escalation(case.desk, key, PARTLY, seen=asked.revision)
    said = {
        "effect_kind": EscalationEffect.GAP_RAISED,
        "effect": "It goes to the management group.",
        "effect_action_id": None,
        "barrier_status": BarrierStatus.GAP,
        "title": "No landlord in the county takes dogs",
    }
    acts.closed(case.row(key), said, case.row(key).revision)(case.desk)
    (gap,) = find_gaps(case.desk)
    assert gap.title == "No landlord in the county takes dogs"
    row = case.row(key)
    assert row.status is EscalationStatus.CLOSED
    assert row.barrier is not None
    assert row.barrier.status is BarrierStatus.GAP
