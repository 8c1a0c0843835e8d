"""Phases, rests and closings as rules: what follows what, and what is asked before the end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.cases.rules import (
    MOVES,
    Closing,
    InTheWay,
    MoveIn,
    check_close,
    check_move,
    check_pause,
    check_phase,
    check_under_way,
)
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    TransitionError,
)
from coordinator.domain.lists.reasons import CloseReason, PauseReason
from coordinator.domain.states import Answer, CasePhase, CaseStatus

TODAY = date(2026, 11, 19)
GOOD = Closing(
    because=CloseReason.GOALS_MET,
    note="as agreed",
    person_told=Answer.YES,
    remaining_risk="relapse",
    risk_held_by="the treatment service",
    learning="one worker",
)
STATUSES = st.sampled_from(CaseStatus)
PHASES = st.sampled_from(CasePhase)


@given(STATUSES, STATUSES)
def test_a_case_moves_only_as_the_table_says(was: CaseStatus, wanted: CaseStatus) -> None:
    if wanted in MOVES[was]:
        check_move(was, wanted)
        assert wanted is not was
    else:
        with pytest.raises(TransitionError):
            check_move(was, wanted)


def test_every_status_is_reached_and_a_closed_case_stays_closed() -> None:
    assert {to for moves in MOVES.values() for to in moves} == set(CaseStatus)
    assert MOVES[CaseStatus.CLOSED] == frozenset()
    with pytest.raises(GuardError, match="case-closed"):
        check_under_way(CaseStatus.CLOSED)
    check_under_way(CaseStatus.PAUSED)


@given(PHASES, PHASES)
def test_a_person_may_be_in_any_phase_but_the_same_again(
    was: CasePhase, wanted: CasePhase
) -> None:
    home = MoveIn(TODAY, "weekly", "the landlord")
    if was is wanted:
        with pytest.raises(TransitionError):
            check_phase(was, wanted, home, {})
    else:
        check_phase(was, wanted, home, {})


@given(PHASES.filter(lambda phase: phase is not CasePhase.SUSTAINING))
def test_sustaining_asks_about_the_home_and_takes_reasons_for_answers(was: CasePhase) -> None:
    with pytest.raises(ReasonNeededError) as asked:
        check_phase(was, CasePhase.SUSTAINING, MoveIn(), {"move-in-date": "next week"})
    assert asked.value.prompts == ("contact-rhythm", "tenancy-contact")
    given_reasons = dict.fromkeys(("move-in-date", *asked.value.prompts), "next week")
    check_phase(was, CasePhase.SUSTAINING, MoveIn(), given_reasons)


@given(st.none() | st.sampled_from(PauseReason), st.none() | st.integers(-9, 9))
def test_a_pause_has_a_listed_reason_and_a_day_to_come(
    because: PauseReason | None, ahead: int | None
) -> None:
    day = None if ahead is None else TODAY + timedelta(days=ahead)
    if because and day and day > TODAY:
        check_pause(because, day, TODAY)
    else:
        with pytest.raises((GuardError, InvalidFieldsError)):
            check_pause(because, day, TODAY)


@given(
    st.sampled_from(CloseReason),
    PHASES,
    st.integers(0, 3),
    st.integers(0, 3),
)
def test_nothing_closes_over_an_open_safety_action_or_escalation(
    because: CloseReason, phase: CasePhase, actions: int, escalations: int
) -> None:
    closing = replace(GOOD, because=because)
    found = InTheWay(actions, escalations, date(2020, 1, 1))
    if actions or escalations:
        with pytest.raises(GuardError) as refused:
            check_close(phase, closing, found, TODAY)
        assert refused.value.count == (actions or escalations)
    else:
        check_close(phase, closing, found, TODAY)


def prompts(closing: Closing, found: InTheWay, phase: CasePhase = CasePhase.BUILDING) -> set[str]:
    try:
        check_close(phase, closing, found, TODAY)
    except ReasonNeededError as asked:
        return set(asked.prompts)
    return set()


def test_each_silence_is_asked_about_by_itself() -> None:
    nothing = InTheWay()
    assert prompts(GOOD, nothing) == set()
    assert prompts(replace(GOOD, person_told=Answer.NO), nothing) == {"not-told"}
    assert prompts(replace(GOOD, person_told=None), nothing) == {"not-told"}
    assert prompts(replace(GOOD, remaining_risk=" "), nothing) == {"remaining-risk"}
    assert prompts(replace(GOOD, risk_held_by=""), nothing) == {"remaining-risk"}
    assert prompts(replace(GOOD, learning=""), nothing) == {"no-learning"}
    assert prompts(GOOD, InTheWay(money=1)) == {"money-open"}


@pytest.mark.parametrize(
    ("moved_in_on", "phase", "is_asked"),
    [
        (date(2026, 5, 20), CasePhase.SUSTAINING, True),
        (date(2026, 5, 19), CasePhase.SUSTAINING, False),
        (date(2026, 5, 20), CasePhase.BUILDING, True),
        (None, CasePhase.SUSTAINING, True),
        (None, CasePhase.BUILDING, False),
    ],
)
def test_a_new_home_is_sustained_for_six_months(
    moved_in_on: date | None, phase: CasePhase, is_asked: bool
) -> None:
    found = InTheWay(moved_in_on=moved_in_on)
    assert prompts(GOOD, found, phase) == ({"recently-moved-in"} if is_asked else set())
    justified = replace(GOOD, reasons={"recently-moved-in": "moved in with family"})
    assert prompts(justified, found, phase) == set()


def test_after_a_death_only_the_learning_is_asked_and_after_a_mistake_nothing() -> None:
    new_home = InTheWay(moved_in_on=TODAY)
    assert prompts(Closing(CloseReason.DIED), new_home) == {"no-learning"}
    assert prompts(Closing(CloseReason.DUPLICATE), new_home) == set()
