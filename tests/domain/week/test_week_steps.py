"""The panel's week: its days follow the meeting's, and what is done follows the store."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.weeks import WeekStep
from coordinator.domain.meetings.rules import OVER
from coordinator.domain.states import MeetingStatus
from coordinator.domain.week.steps import (
    AFTER,
    BY_HAND,
    CycleFacts,
    DayCounts,
    StepState,
    Tick,
    WorkingDays,
    check_tick,
    days_of,
    in_order,
    lines_of,
    of_week,
)
from coordinator.reference.working_days import add_working_days, is_working_day

CALENDAR = WorkingDays(add_working_days, is_working_day)
MEETING = UUID(int=1)
THURSDAY = date(2026, 11, 19)
W, S = WeekStep, MeetingStatus
BEFORE = [step for step in WeekStep if step not in AFTER]

days = st.dates(date(2020, 1, 1), date(2060, 12, 31))
counts = st.builds(DayCounts, *[st.integers(0, 9)] * 5, *[st.integers(1, 9)] * 2)


def facts(on: date = THURSDAY, status: MeetingStatus = S.SCHEDULED, **known: Any) -> CycleFacts:
    return CycleFacts(MEETING, "M26-001", on, status, **known)


def states(known: CycleFacts, today: date) -> dict[WeekStep, StepState]:
    return {one.step: one.state for one in lines_of(known, today, CALENDAR)}


@given(days, counts)
def test_no_step_falls_on_a_day_offices_are_shut(on: date, wanted: DayCounts) -> None:
    for day, step in days_of(on, CALENDAR, wanted):
        assert is_working_day(day) or (step is W.MEETING and day == on)


@given(days, counts)
def test_the_steps_come_in_order_and_each_once(on: date, wanted: DayCounts) -> None:
    found = days_of(on, CALENDAR, wanted)
    assert [day for day, _step in found] == sorted(day for day, _step in found)
    assert {step for _day, step in found} == set(WeekStep)
    at = {step: day for day, step in found}
    assert all(at[step] <= on for step in BEFORE)
    assert all(at[step] >= on for step in AFTER)


@given(days)
def test_with_the_usual_counts_the_steps_stand_in_the_order_of_the_week(on: date) -> None:
    first = (W.RETURNS_ASKED,)
    rest = tuple(step for step in WeekStep if step not in first)
    assert tuple(step for _day, step in days_of(on, CALENDAR)) in {
        first + rest,
        tuple(WeekStep),
    }


@given(days.filter(is_working_day), st.integers(1, 40), counts)
def test_moving_the_meeting_moves_every_step_the_same_way(
    on: date, by: int, wanted: DayCounts
) -> None:
    later = {step: day for day, step in days_of(add_working_days(on, by), CALENDAR, wanted)}
    for day, step in days_of(on, CALENDAR, wanted):
        assert later[step] > day
        assert add_working_days(day, by) == later[step]


def test_a_thursday_panel_has_the_week_the_field_works_by() -> None:
    assert [(f"{day:%a %d}", step) for day, step in days_of(THURSDAY, CALENDAR)] == [
        ("Mon 16", W.RETURNS_ASKED),
        ("Tue 17", W.REFERRALS_CLOSE),
        ("Tue 17", W.OFFERS),
        ("Tue 17", W.RETURNS_IN),
        ("Tue 17", W.REPLIES_IN),
        ("Wed 18", W.AGENDA_FIXED),
        ("Wed 18", W.PAPERS_SENT),
        ("Thu 19", W.MEETING),
        ("Thu 19", W.ACTION_TEXTS),
        ("Fri 20", W.DRAFT_TO_CHAIR),
        ("Tue 24", W.ISSUED),
    ]


@pytest.mark.parametrize(
    ("on", "closes", "papers", "issued"),
    [
        # Christmas Day 2026 is a Friday, Boxing Day is kept on Monday 28.
        (date(2026, 12, 24), date(2026, 12, 22), date(2026, 12, 23), date(2026, 12, 31)),
        (date(2026, 12, 30), date(2026, 12, 24), date(2026, 12, 29), date(2027, 1, 5)),
        # Good Friday 2027 is 26 March, Easter Monday 29 March.
        (date(2027, 4, 1), date(2027, 3, 30), date(2027, 3, 31), date(2027, 4, 6)),
        (date(2027, 3, 30), date(2027, 3, 24), date(2027, 3, 25), date(2027, 4, 2)),
        # A panel that meets on a bank holiday all the same: its steps keep to working days.
        (date(2027, 3, 29), date(2027, 3, 24), date(2027, 3, 25), date(2027, 4, 1)),
    ],
)
def test_bank_holidays_shift_what_lies_around_them(
    on: date, closes: date, papers: date, issued: date
) -> None:
    at = {step: day for day, step in days_of(on, CALENDAR)}
    assert (at[W.REFERRALS_CLOSE], at[W.PAPERS_SENT], at[W.ISSUED]) == (closes, papers, issued)


def test_on_a_bank_holiday_the_texts_go_out_on_the_next_working_day() -> None:
    at = {step: day for day, step in days_of(date(2027, 3, 29), CALENDAR)}
    assert at[W.MEETING] == date(2027, 3, 29)
    assert at[W.ACTION_TEXTS] == date(2027, 3, 30)


@given(days, days)
def test_a_cancelled_meeting_has_no_steps(on: date, today: date) -> None:
    assert states(facts(on, S.CANCELLED), today) == {}


def test_what_is_missing_is_done_once_nothing_is() -> None:
    some = facts(referrals=3, offers_missing=2, returns_missing=5, replies_missing=1)
    monday = THURSDAY - timedelta(days=3)
    assert states(some, monday)[W.RETURNS_ASKED] is StepState.TODAY
    assert states(some, monday)[W.OFFERS] is StepState.COMING
    assert states(some, THURSDAY)[W.OFFERS] is StepState.LATE
    none = facts(referrals=3, replies_missing=0)
    done = {step for step, state in states(none, monday).items() if state is StepState.DONE}
    assert done == {W.OFFERS, W.RETURNS_ASKED, W.RETURNS_IN, W.REPLIES_IN}


def test_replies_are_a_step_only_when_somebody_was_asked() -> None:
    assert W.REPLIES_IN not in states(facts(), THURSDAY)
    assert W.REPLIES_IN in states(facts(replies_missing=4), THURSDAY)


def test_referrals_close_by_themselves() -> None:
    tuesday = THURSDAY - timedelta(days=2)
    closing = [states(facts(), tuesday + timedelta(days=n))[W.REFERRALS_CLOSE] for n in (-1, 0, 1)]
    assert closing == [StepState.COMING, StepState.TODAY, StepState.DONE]


def test_a_meeting_that_was_neither_held_nor_cancelled_says_so_and_no_more() -> None:
    assert states(facts(), THURSDAY + timedelta(days=1)) == {W.MEETING: StepState.LATE}


@given(st.sampled_from(sorted(OVER - {S.CANCELLED})), st.integers(1, 30))
def test_after_the_meeting_only_what_follows_it_is_left(status: MeetingStatus, by: int) -> None:
    found = states(facts(status=status), THURSDAY + timedelta(days=by))
    assert set(found) == {W.ACTION_TEXTS, W.DRAFT_TO_CHAIR, W.ISSUED}
    is_out = status in {S.MINUTES_ISSUED, S.APPROVED}
    assert (found[W.ISSUED] is StepState.DONE) is is_out


MORNING = datetime(2026, 11, 18, 9, tzinfo=UTC)
NOON = MORNING + timedelta(hours=3)
WEDNESDAY = date(2026, 11, 18)


def test_papers_that_left_before_the_agenda_was_issued_anew_have_to_leave_again() -> None:
    before = facts(status=S.AGENDA_ISSUED, agenda_since=NOON, papers_left=MORNING)
    after = facts(status=S.AGENDA_ISSUED, agenda_since=MORNING, papers_left=NOON)
    draft = facts(status=S.SCHEDULED, papers_left=NOON)
    found = [states(one, WEDNESDAY)[W.PAPERS_SENT] for one in (before, after, draft)]
    assert found == [StepState.TODAY, StepState.DONE, StepState.TODAY]


def test_a_tick_by_hand_counts_as_the_paper_itself_would() -> None:
    tick = Tick(W.PAPERS_SENT, MORNING, "Aled Hâf")
    for since, state in (
        (None, StepState.DONE),
        (MORNING, StepState.DONE),
        (NOON, StepState.TODAY),
    ):
        ticked = facts(status=S.AGENDA_ISSUED, agenda_since=since, ticks=(tick,))
        assert states(ticked, WEDNESDAY)[W.PAPERS_SENT] is state


@given(st.sampled_from(sorted(BY_HAND)))
def test_what_is_ticked_by_hand_can_be_taken_back_and_what_is_known_cannot(step: WeekStep) -> None:
    held = step in AFTER
    status = S.HELD if held else S.SCHEDULED
    known: dict[str, Any] = {"returns_missing": 1, "actions_agreed": 1}
    ticked = facts(status=status, ticks=(Tick(step, NOON),), **known)
    (line,) = [one for one in lines_of(ticked, THURSDAY, CALENDAR) if one.step is step]
    assert (line.state, line.can_tick, line.tick) == (StepState.DONE, True, Tick(step, NOON))

    told = facts(status=S.APPROVED if held else S.AGENDA_ISSUED, papers_left=NOON, draft_left=True)
    (line,) = [one for one in lines_of(told, THURSDAY, CALENDAR) if one.step is step]
    assert (line.state, line.can_tick, line.tick) == (StepState.DONE, False, None)


@given(days, st.integers(1, 14))
def test_two_meetings_make_one_list_by_day(on: date, by: int) -> None:
    today = on + timedelta(days=1)
    first = lines_of(facts(on, S.HELD), today, CALENDAR)
    second = lines_of(facts(on + timedelta(days=by)), today, CALENDAR)
    merged = in_order([*second, *first])
    assert [one.on for one in merged] == sorted(one.on for one in merged)


@given(days, st.integers(0, 20))
def test_what_was_done_in_weeks_gone_by_is_left_out_and_what_was_not_stays(
    on: date, by: int
) -> None:
    today = on + timedelta(days=by)
    monday = today - timedelta(days=today.weekday())
    lines = tuple(lines_of(facts(on, S.HELD), today, CALENDAR))
    kept = set(of_week(lines, today))
    assert all(one in kept for one in lines if one.state is not StepState.DONE)
    gone = [one for one in lines if one not in kept]
    assert all(one.state is StepState.DONE and one.on < monday for one in gone)


@pytest.mark.parametrize("step", sorted(set(WeekStep) - BY_HAND))
def test_what_the_store_knows_is_not_ticked(step: WeekStep) -> None:
    with pytest.raises(InvalidFieldsError):
        check_tick(step, S.SCHEDULED)


def test_a_cancelled_meeting_is_not_ticked() -> None:
    check_tick(W.ACTION_TEXTS, S.HELD)
    with pytest.raises(GuardError, match="meeting-cancelled"):
        check_tick(W.ACTION_TEXTS, S.CANCELLED)
