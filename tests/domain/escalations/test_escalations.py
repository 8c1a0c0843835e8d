"""Laws of the ladder and the clock, and what each step of an escalation must say."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    TransitionError,
)
from coordinator.domain.escalations import clock as clocks
from coordinator.domain.escalations import rules
from coordinator.domain.escalations.clock import AWAITING, ClockState, clock_of, next_level
from coordinator.domain.escalations.rules import Effect, Reply
from coordinator.domain.lists.barriers import EscalationOutcome, EscalationTrack
from coordinator.domain.lists.escalations import EscalationEffect
from coordinator.domain.panel.settings import LadderLevel
from coordinator.domain.states import BarrierStatus, EscalationStatus
from coordinator.reference.working_days import (
    add_working_days,
    is_working_day,
    next_working_day,
    working_days_after,
)
from tests.domain.lifecycles import assert_lifecycle

LADDER = tuple(LadderLevel(n, f"Receiver {n}", "", days) for n, days in enumerate((2, 5, 5, 10)))
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
STATUSES = st.sampled_from(EscalationStatus)
TRACKS = st.sampled_from(EscalationTrack)
BOXING_DAY = date(2026, 12, 28)  # kept on a Monday, as the 26th is a Saturday
GOOD = Reply(EscalationOutcome.PARTLY, "A bed until March.", "A commissioner")


def test_every_status_can_be_reached_and_none_follows_itself() -> None:
    assert_lifecycle(rules.MOVES, EscalationStatus.DRAFT)


@given(STATUSES, TRACKS, st.none() | DAYS, DAYS)
def test_only_what_was_sent_and_not_answered_can_be_overdue(
    status: EscalationStatus, track: EscalationTrack, by: date | None, today: date
) -> None:
    clock = clock_of(status, track, by, today, working_days_after)
    assert clock.is_overdue <= (status in AWAITING and by is not None and by < today)
    assert clock.is_overdue == (clock.overdue > 0)
    assert (clock.left is not None) == (clock.state in {ClockState.RUNNING, ClockState.TODAY})


@given(TRACKS, DAYS, DAYS)
def test_an_answer_is_never_late_on_its_day_and_grows_later_day_by_day(
    track: EscalationTrack, by: date, today: date
) -> None:
    sent = EscalationStatus.SENT
    assert not clock_of(sent, track, by, by, working_days_after).is_overdue
    now = clock_of(sent, track, by, today, working_days_after)
    then = clock_of(sent, track, by, today + timedelta(days=1), working_days_after)
    assert then.overdue >= now.overdue
    assert then.overdue - now.overdue <= 1


@given(DAYS)
def test_safeguarding_counts_every_day_and_the_others_those_offices_are_open(by: date) -> None:
    after = by + timedelta(days=7)
    sent = EscalationStatus.SENT
    every = clock_of(sent, EscalationTrack.SAFEGUARDING, by, after, working_days_after)
    open_days = clock_of(sent, EscalationTrack.BARRIER, by, after, working_days_after)
    assert every.overdue == 7
    assert open_days.overdue <= 5


@given(TRACKS, DAYS)
def test_a_deadline_falls_on_an_open_day_and_says_when_it_was_moved(
    track: EscalationTrack, asked: date
) -> None:
    until = clocks.deadline(track, asked, next_working_day)
    assert until.on >= asked
    assert until.was_moved == (until.on != asked)
    if track is EscalationTrack.SAFEGUARDING:
        assert until.on == asked
    else:
        assert is_working_day(until.on)


def test_a_bank_holiday_is_moved_to_the_next_day_offices_are_open() -> None:
    until = clocks.deadline(EscalationTrack.BARRIER, BOXING_DAY, next_working_day)
    assert (until.on, until.asked) == (date(2026, 12, 29), BOXING_DAY)


@given(st.none() | st.integers(-3, 9))
def test_climbing_reaches_the_top_and_stops(level: int | None) -> None:
    seen = []
    at = next_level(EscalationTrack.BARRIER, level, LADDER)
    while at is not None:
        seen.append(at.level)
        at = next_level(EscalationTrack.BARRIER, at.level, LADDER)
    assert seen == sorted(set(seen))
    assert len(seen) <= len(LADDER)
    if level is None or level < 0:
        assert seen == [one.level for one in LADDER]


@given(st.none() | st.integers(0, 9))
def test_off_the_ladder_there_is_no_level_above(level: int | None) -> None:
    assert next_level(EscalationTrack.SAFEGUARDING, level, LADDER) is None
    assert next_level(EscalationTrack.PROFESSIONAL_DISAGREEMENT, level, LADDER) is None


def test_a_level_the_panel_gave_up_is_left_for_the_next_one_there_is() -> None:
    gapped = (LADDER[0], LADDER[3])
    above = next_level(EscalationTrack.BARRIER, 1, gapped)
    assert above is not None
    assert above.level == 3


@pytest.mark.parametrize(
    ("track", "level", "days"),
    [
        (EscalationTrack.BARRIER, 0, 2),
        (EscalationTrack.BARRIER, 3, 10),
        (EscalationTrack.BARRIER, 7, 5),
        (EscalationTrack.PROFESSIONAL_DISAGREEMENT, None, 5),
        (EscalationTrack.SAFEGUARDING, None, 0),
    ],
)
def test_each_level_has_its_own_time_to_answer(
    track: EscalationTrack, level: int | None, days: int
) -> None:
    assert clocks.days_to_answer(track, level, LADDER) == days


def test_levels_belong_to_the_ladder_alone() -> None:
    rules.check_level(EscalationTrack.BARRIER, 3, LADDER)
    rules.check_level(EscalationTrack.SAFEGUARDING, None, LADDER)
    for track, level in (
        (EscalationTrack.BARRIER, None),
        (EscalationTrack.BARRIER, 4),
        (EscalationTrack.SAFEGUARDING, 1),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            rules.check_level(track, level, LADDER)
        assert refused.value.fields == {"level": "not-in-list"}


@given(st.booleans(), st.booleans(), st.none() | DAYS)
def test_everything_that_is_missing_is_said_at_once(
    has_receiver: bool,
    has_ask: bool,
    by: date | None,
) -> None:
    today = date(2026, 6, 1)
    wrong = set()
    wrong |= set() if has_receiver else {"receiver"}
    wrong |= set() if has_ask else {"ask"}
    wrong |= set() if by is not None and by >= today else {"respond_by"}
    said: dict[str, Any] = {
        "receiver": "Head of service" if has_receiver else " ",
        "ask": "A bed" if has_ask else "",
        "respond_by": by,
        "sent_on": today,
    }
    if not wrong:
        assert rules.check_ready(**said) == by
        return
    with pytest.raises(InvalidFieldsError) as refused:
        rules.check_ready(**said)
    assert set(refused.value.fields) == wrong


@given(DAYS, DAYS, DAYS)
def test_an_answer_comes_after_it_was_asked_and_not_tomorrow(
    sent_on: date, answered_on: date, today: date
) -> None:
    reply = Reply(GOOD.outcome, GOOD.text, GOOD.by, on=answered_on)
    sent = EscalationStatus.SENT
    if sent_on <= answered_on <= today:
        rules.check_reply(sent, reply, sent_on=sent_on, today=today)
        return
    with pytest.raises(InvalidFieldsError) as refused:
        rules.check_reply(sent, reply, sent_on=sent_on, today=today)
    because = "in-the-future" if answered_on > today else "before-sent"
    assert refused.value.fields == {"answered_on": because}


@given(st.sampled_from(EscalationOutcome))
def test_no_reply_and_withdrawn_are_not_answers(outcome: EscalationOutcome) -> None:
    today = date(2026, 6, 1)
    reply = Reply(outcome, "Words", "Somebody")
    if outcome in {EscalationOutcome.NO_REPLY, EscalationOutcome.WITHDRAWN}:
        with pytest.raises(InvalidFieldsError):
            rules.check_reply(EscalationStatus.SENT, reply, sent_on=today, today=today)
    else:
        rules.check_reply(EscalationStatus.SENT, reply, sent_on=today, today=today)


@given(STATUSES)
def test_only_what_was_sent_can_be_answered_and_only_what_was_answered_closes(
    status: EscalationStatus,
) -> None:
    today = date(2026, 6, 1)
    if status not in AWAITING:
        with pytest.raises(TransitionError):
            rules.check_reply(status, GOOD, sent_on=today, today=today)
    if status is not EscalationStatus.ANSWERED:
        with pytest.raises((GuardError, TransitionError)):
            rules.check_closing(status, Effect(EscalationEffect.NONE))


@pytest.mark.parametrize("kind", EscalationEffect)
def test_what_changed_is_said_unless_nothing_did(kind: EscalationEffect) -> None:
    answered = EscalationStatus.ANSWERED
    rules.check_closing(answered, Effect(kind, "The date is now March."))
    if kind is EscalationEffect.NONE:
        rules.check_closing(answered, Effect(kind))
    else:
        with pytest.raises(InvalidFieldsError):
            rules.check_closing(answered, Effect(kind))


def test_closing_without_a_word_about_the_effect_is_refused() -> None:
    with pytest.raises(GuardError, match="effect-needed"):
        rules.check_closing(EscalationStatus.ANSWERED, Effect(None, "Something"))


@given(STATUSES, st.booleans())
def test_going_up_leaves_an_answer_as_it_was_given(
    status: EscalationStatus,
    is_overdue: bool,
) -> None:
    if status in AWAITING:
        left = rules.left_behind_as(status, is_overdue=is_overdue)
        late = EscalationOutcome.NO_REPLY if is_overdue else EscalationOutcome.PASSED_ON
        assert left is late
    elif status is EscalationStatus.ANSWERED:
        assert rules.left_behind_as(status, is_overdue=is_overdue) is None
    else:
        with pytest.raises((GuardError, TransitionError)):
            rules.left_behind_as(status, is_overdue=is_overdue)


@given(STATUSES, st.none() | DAYS)
def test_opening_again_needs_a_reason_and_asks_as_far_as_it_had_asked(
    status: EscalationStatus, sent_on: date | None
) -> None:
    wanted = EscalationStatus.DRAFT if sent_on is None else EscalationStatus.SENT
    if wanted not in rules.MOVES[status]:
        with pytest.raises(TransitionError):
            rules.reopened(status, sent_on, "The bed fell through")
    else:
        with pytest.raises(ReasonNeededError):
            rules.reopened(status, sent_on, " ")
        assert rules.reopened(status, sent_on, "The bed fell through") is wanted


@pytest.mark.parametrize("status", BarrierStatus)
def test_an_escalation_makes_of_its_barrier_three_things_only(status: BarrierStatus) -> None:
    if status in rules.AFTERWARDS:
        rules.check_afterwards(status)
    else:
        with pytest.raises(InvalidFieldsError):
            rules.check_afterwards(status)


@given(DAYS, st.integers(1, 20))
def test_the_days_left_are_those_the_level_gave(today: date, days: int) -> None:
    by = add_working_days(today, days)
    clock = clock_of(EscalationStatus.SENT, EscalationTrack.BARRIER, by, today, working_days_after)
    assert clock.left == days
