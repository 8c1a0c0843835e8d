"""The lead role as rules: who may have it, from when, and when it changes too often."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.cases.leads import (
    OFTEN,
    check_handover,
    check_in_post,
    check_start,
    recent,
    too_often,
)
from coordinator.domain.errors import GuardError, InvalidFieldsError, ReasonNeededError
from coordinator.domain.states import Answer

TODAY = date(2026, 11, 19)
OLD, NEW = UUID(int=1), UUID(int=2)


@given(st.integers(-30, 30))
def test_somebody_is_in_post_until_the_day_they_leave(days: int) -> None:
    left_on = TODAY + timedelta(days=days)
    check_in_post(None, TODAY)
    if days > 0:
        check_in_post(left_on, TODAY)
    else:
        with pytest.raises(GuardError, match="professional-left"):
            check_in_post(left_on, TODAY)


@given(st.integers(-40, 40), st.integers(-40, 0))
def test_a_role_begins_between_the_opening_and_today(start: int, opened: int) -> None:
    day, opening = TODAY + timedelta(days=start), TODAY + timedelta(days=opened)
    if opening <= day <= TODAY:
        check_start(day, opening, TODAY)
    else:
        with pytest.raises(InvalidFieldsError):
            check_start(day, opening, TODAY)


@given(st.sampled_from(["", " ", "likes mornings"]), st.none() | st.sampled_from(Answer))
def test_a_hand_over_has_its_note_and_the_person_knows(note: str, told: Answer | None) -> None:
    missing = {
        prompt
        for prompt, lacks in (
            ("no-handover", not note.strip()),
            ("not-told", told is not Answer.YES),
        )
        if lacks
    }
    if missing:
        with pytest.raises(ReasonNeededError) as asked:
            check_handover(OLD, NEW, note, told, {})
        assert set(asked.value.prompts) == missing
    check_handover(OLD, NEW, note, told, dict.fromkeys(missing, "in hospital"))
    with pytest.raises(InvalidFieldsError):
        check_handover(OLD, OLD, note, told, dict.fromkeys(missing, "in hospital"))


@given(st.lists(st.integers(-800, 100), max_size=8))
def test_only_the_last_twelve_months_count(days: list[int]) -> None:
    starts = [TODAY + timedelta(days=day) for day in days]
    within = sorted(TODAY + timedelta(days=day) for day in days if -365 < day <= 0)
    assert recent(starts, TODAY) == within
    assert too_often(starts, TODAY) is (len(within) >= OFTEN)
