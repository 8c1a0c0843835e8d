"""The rules of actions: what follows what, what each outcome says, how late something is."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coordinator.domain.actions.rows import Totals
from coordinator.domain.actions.rules import (
    MOVES,
    STILL_OPEN,
    DueState,
    Outcome,
    check_outcome,
    check_reopening,
    days_late,
    due_state,
    settled,
    times_carried,
)
from coordinator.domain.errors import (
    CoordinatorError,
    ReasonNeededError,
    TransitionError,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.states import ActionStatus
from coordinator.reference.working_days import is_working_day, working_days_after
from tests.domain.lifecycles import assert_lifecycle

TODAY = date(2026, 11, 19)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
STATUSES = st.sampled_from(ActionStatus)
OUTCOMES = st.builds(
    Outcome,
    STATUSES,
    note=st.sampled_from(("", " ", "A word")),
    done_on=st.none() | DAYS,
    waiting_on=st.sampled_from(("", "The council")),
    waiting_since=st.none() | DAYS,
    barrier=st.none() | st.sampled_from(BarrierCategory),
)


def test_the_ten_statuses_keep_the_laws_of_every_lifecycle() -> None:
    assert len(ActionStatus) == 10
    assert_lifecycle(MOVES, ActionStatus.OPEN)


def test_only_open_actions_go_on_and_closed_ones_are_reopened() -> None:
    for status, following in MOVES.items():
        if status not in STILL_OPEN:
            assert set(following) <= {ActionStatus.OPEN}
    assert MOVES[ActionStatus.TRANSFERRED] == frozenset()


@given(STATUSES, OUTCOMES)
def test_whatever_is_accepted_says_what_its_status_must_say(
    was: ActionStatus, outcome: Outcome
) -> None:
    try:
        check_outcome(was, outcome, set_on=TODAY - timedelta(days=9), today=TODAY)
    except CoordinatorError:
        return
    columns = settled(outcome, TODAY)
    assert outcome.status in MOVES[was]
    assert (columns["done_on"] is not None) == (outcome.status is ActionStatus.DONE)
    assert (columns["barrier_category"] is not None) == (outcome.status is ActionStatus.COULD_NOT)
    assert bool(columns["waiting_on"]) == (outcome.status is ActionStatus.WAITING)
    assert (columns["waiting_since"] is not None) == (outcome.status is ActionStatus.WAITING)
    assert (columns["closed_on"] is None) == (outcome.status in STILL_OPEN)
    assert columns["done_on"] is None or columns["done_on"] <= TODAY


@given(STATUSES)
def test_reopening_is_for_what_has_ended_and_needs_a_reason(was: ActionStatus) -> None:
    ended = was not in STILL_OPEN | {ActionStatus.TRANSFERRED}
    with pytest.raises(ReasonNeededError if ended else TransitionError):
        check_reopening(was, " ")
    if ended:
        check_reopening(was, "It came back")


@given(DAYS, st.integers(min_value=-40, max_value=40))
def test_late_is_never_told_on_the_day_itself_or_before(due: date, days: int) -> None:
    today = due + timedelta(days=days)
    late = days_late(due, today, working_days_after)
    assert late >= 0
    if today <= due:
        assert late == 0
    assert (due_state(due, today, late) is DueState.OVERDUE) == (late > 0)


@given(DAYS, st.integers(min_value=1, max_value=40))
def test_a_day_on_which_offices_are_closed_makes_nobody_later(due: date, days: int) -> None:
    today = due + timedelta(days=days)
    assume(not is_working_day(today))
    yesterday = today - timedelta(days=1)
    late = days_late(due, today, working_days_after)
    assert late == days_late(due, yesterday, working_days_after)


@given(DAYS, st.integers(min_value=0, max_value=14))
def test_this_week_ends_on_sunday(today: date, days: int) -> None:
    due = today + timedelta(days=days)
    same_week = due.isocalendar()[:2] == today.isocalendar()[:2]
    state = due_state(due, today, 0)
    if days == 0:
        assert state is DueState.TODAY
    else:
        assert state is (DueState.THIS_WEEK if same_week else DueState.NOT_DUE)


@given(DAYS, DAYS, st.lists(DAYS, max_size=6), DAYS)
def test_one_more_meeting_carries_an_action_at_most_once_more(
    set_on: date, until: date, meetings: list[date], another: date
) -> None:
    before = times_carried(set_on, until, meetings)
    after = times_carried(set_on, until, [*meetings, another])
    assert after - before == (set_on < another <= until)


@pytest.mark.parametrize(
    ("totals", "on_time", "could_not"),
    [
        (Totals(), None, None),
        (Totals(open=3, overdue=1), None, None),
        (Totals(on_time=1, done_late=1), 50, 0),
        (Totals(on_time=2, not_done=1), 67, 0),
        (Totals(on_time=1, could_not=1), 100, 50),
        (Totals(could_not=1), None, 100),
    ],
)
def test_barriers_are_counted_apart_from_lateness(
    totals: Totals, on_time: int | None, could_not: int | None
) -> None:
    assert (totals.on_time_percent, totals.could_not_percent) == (on_time, could_not)
