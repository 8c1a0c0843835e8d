"""The rules of plans, goals, offers, barriers and contacts."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.actions import barriers
from coordinator.domain.errors import CoordinatorError, GuardError, InvalidFieldsError
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.people import contacts
from coordinator.domain.plans import rules as plans
from coordinator.domain.states import (
    BarrierStatus,
    GoalStatus,
    MeetingStatus,
    OfferStatus,
    PlanStatus,
)
from tests.domain.lifecycles import assert_lifecycle

TODAY = date(2026, 11, 19)
NOW = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)
KEYS = st.integers(min_value=1, max_value=4).map(lambda number: UUID(int=number))


def test_plans_goals_offers_and_barriers_keep_the_laws_of_every_lifecycle() -> None:
    assert_lifecycle(plans.PLAN_MOVES, PlanStatus.DRAFT)
    assert_lifecycle(plans.GOAL_MOVES, GoalStatus.OPEN)
    assert_lifecycle(plans.OFFER_MOVES, OfferStatus.OFFERED)
    assert_lifecycle(barriers.MOVES, BarrierStatus.IDENTIFIED)


def test_an_ended_plan_stays_ended_and_a_draft_is_never_agreed_at_once() -> None:
    assert plans.PLAN_MOVES[PlanStatus.ENDED] == frozenset()
    assert PlanStatus.AGREED not in plans.PLAN_MOVES[PlanStatus.DRAFT]
    agreeable = set()
    for status in PlanStatus:
        try:
            plans.check_agreeing(status)
        except CoordinatorError:
            continue
        agreeable.add(status)
    assert agreeable == {PlanStatus.PROPOSED, PlanStatus.AGREED}


@given(st.sampled_from(MeetingStatus))
def test_a_plan_is_agreed_only_at_a_meeting_that_was_and_is_not_closed(
    status: MeetingStatus,
) -> None:
    begun = {"in_progress", "held", "minutes_draft", "minutes_issued"}
    if status.value in begun:
        plans.check_meeting(status)
    else:
        with pytest.raises(GuardError):
            plans.check_meeting(status)


@given(st.lists(KEYS, max_size=5), st.sets(KEYS))
def test_an_order_names_each_goal_once(wanted: list[UUID], standing: set[UUID]) -> None:
    if sorted(wanted) == sorted(standing):
        plans.check_order(wanted, standing)
    else:
        with pytest.raises(InvalidFieldsError):
            plans.check_order(wanted, standing)


@given(st.sampled_from(ContactType), st.sampled_from(ContactResult))
def test_nobody_is_seen_by_telephone_or_by_hearsay(
    kind: ContactType, result: ContactResult
) -> None:
    if contacts.is_seen(kind, result):
        assert kind.value not in {"phone", "text", "letter", "online"}
        assert result.value.startswith("met_") or result is ContactResult.SIGHTED


@given(st.integers(min_value=0, max_value=10_000))
def test_an_entry_is_late_after_three_days(minutes: int) -> None:
    assert contacts.is_late(NOW - timedelta(minutes=minutes), NOW) == (minutes > 72 * 60)


@given(st.integers(min_value=-2, max_value=400))
def test_days_since_seen_are_never_below_none(days: int) -> None:
    on = TODAY - timedelta(days=days)
    assert contacts.last_seen(NOW, on, TODAY).days == max(days, 0)
