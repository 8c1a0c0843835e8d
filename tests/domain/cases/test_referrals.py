"""What may follow what in a referral, what stops it, and when it is a repeat."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.cases.referrals import (
    MOVES,
    NEEDS_DESTINATION,
    UNANSWERED,
    EarlierTime,
    ReferralFacts,
    check_complete,
    check_decision,
    check_move,
    check_open,
    decider,
    is_repeat,
)
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    TransitionError,
)
from coordinator.domain.lists.reasons import CloseReason, NotAcceptedReason
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, ReferralStatus

CHAIR, VICE, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)
STATUSES = st.sampled_from(ReferralStatus)


@given(STATUSES, STATUSES)
def test_a_move_is_allowed_exactly_when_the_table_has_it(
    was: ReferralStatus, wanted: ReferralStatus
) -> None:
    if wanted in MOVES[was]:
        check_move(was, wanted)
        assert wanted is not was
    else:
        with pytest.raises(TransitionError):
            check_move(was, wanted)


def test_every_status_is_reached_from_a_draft_and_answers_are_final() -> None:
    reached, edge = {ReferralStatus.DRAFT}, {ReferralStatus.DRAFT}
    while edge:
        edge = {to for status in edge for to in MOVES[status]} - reached
        reached |= edge
    assert reached == set(ReferralStatus)
    assert {status for status in ReferralStatus if not MOVES[status]} == (
        set(ReferralStatus) - UNANSWERED
    )


@given(STATUSES)
def test_an_answered_referral_no_longer_changes(status: ReferralStatus) -> None:
    if status in UNANSWERED:
        check_open(status)
    else:
        with pytest.raises(GuardError, match="referral-answered"):
            check_open(status)


FACTS = st.builds(
    ReferralFacts,
    has_person=st.booleans(),
    has_referrer=st.booleans(),
    why_now=st.sampled_from(["", "  ", "evicted"]),
    offer=st.sampled_from(["", "\n", "a key worker"]),
    children_affected=st.none() | st.sampled_from(Answer),
)


@given(FACTS, st.booleans())
def test_a_referral_is_taken_in_only_when_whole_or_explained(
    facts: ReferralFacts, explained: bool
) -> None:
    reasons = {"no-offer": "closing", "children-not-asked": "tomorrow"} if explained else {}
    whole = facts.has_person and facts.has_referrer and facts.why_now.strip()
    silent = not facts.offer.strip() or facts.children_affected is None
    if not whole:
        with pytest.raises(GuardError):
            check_complete(facts, reasons)
    elif silent and not explained:
        with pytest.raises(ReasonNeededError):
            check_complete(facts, reasons)
    else:
        check_complete(facts, reasons)


@given(st.sampled_from(NotAcceptedReason), st.sampled_from(["", " ", "the other panel"]))
def test_somewhere_else_is_named_where_there_is_one(
    because: NotAcceptedReason, destination: str
) -> None:
    if because in NEEDS_DESTINATION and not destination.strip():
        with pytest.raises(InvalidFieldsError):
            check_decision(ReferralStatus.NOT_FOR_US, "why", because, destination)
    else:
        check_decision(ReferralStatus.NOT_FOR_US, "why", because, destination)


@given(STATUSES)
def test_no_answer_goes_without_its_reason(wanted: ReferralStatus) -> None:
    with pytest.raises(ReasonNeededError):
        check_decision(wanted, " ", NotAcceptedReason.DUPLICATE)


@given(
    st.sampled_from([CHAIR, VICE, OTHER]),
    st.sampled_from(Role),
    st.none() | st.sampled_from([CHAIR, VICE, OTHER]),
)
def test_nobody_but_a_chair_ever_decides(sitter: UUID, role: Role, named: UUID | None) -> None:
    try:
        who = decider(sitter, role, named, {CHAIR, VICE})
    except GuardError:
        assert (named or sitter) == OTHER
        assert role is not Role.CHAIR or named not in {None, sitter}
    else:
        assert who in {CHAIR, VICE} or (who == sitter and role is Role.CHAIR)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(-800, 800))
def test_a_repeat_lies_within_the_twelve_months_before(on: date, days: int) -> None:
    then = on - timedelta(days=days)
    earlier = [EarlierTime(None, None, then, ReferralStatus.NOT_FOR_US)]
    assert is_repeat(on, earlier) is (on - relativedelta(months=12) <= then <= on)


def test_a_long_case_counts_from_its_closing() -> None:
    time = EarlierTime(
        None,
        None,
        date(2020, 1, 1),
        ReferralStatus.ACCEPTED,
        closed_on=date(2026, 6, 1),
        close_reason=CloseReason.GOALS_MET,
    )
    assert is_repeat(date(2026, 11, 19), [time])
    assert not is_repeat(date(2027, 6, 2), [time])
    assert not is_repeat(date(2026, 11, 19), [])
