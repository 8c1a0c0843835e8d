"""Warnings and risks as rules: a review within a year, and the person told or why not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.plans import EcologicalLevel, StrengthKind
from coordinator.domain.people.safety import (
    SafetyNote,
    check_note,
    check_standing,
    check_strength,
    level_of,
)
from coordinator.domain.states import Answer, RiskStatus

TODAY = date(2026, 11, 19)


def fault(**fields: object) -> dict[str, str]:
    said = {
        "text": "Two workers",
        "noted_on": TODAY,
        "review_on": TODAY + timedelta(days=90),
        "person_told": Answer.YES,
        **fields,
    }
    try:
        check_note(SafetyNote(**said), TODAY)  # type: ignore[arg-type]  # checked by the test
    except InvalidFieldsError as refused:
        return dict(refused.fields)
    return {}


@given(st.integers(-400, 800))
def test_a_review_lies_ahead_and_within_a_year(days: int) -> None:
    wrong = fault(review_on=TODAY + timedelta(days=days))
    expected = "in-the-past" if days <= 0 else "too-far-off" if days > 365 else ""
    assert wrong == ({"review_on": expected} if expected else {})


@given(st.none() | st.sampled_from(Answer), st.sampled_from(["", " ", "it would not be safe"]))
def test_a_person_is_told_or_there_is_a_reason(told: Answer | None, reason: str) -> None:
    is_silent = told is not Answer.YES and not reason.strip()
    wrong = fault(person_told=told, not_told_reason=reason)
    assert wrong == ({"not_told_reason": "required"} if is_silent else {})


def test_every_fault_is_told_at_once() -> None:
    wrong = fault(text="", noted_on=TODAY + timedelta(days=1), review_on=TODAY, person_told=None)
    assert set(wrong) == {"text", "noted_on", "review_on", "not_told_reason"}


@given(st.sampled_from(RiskStatus))
def test_what_has_ended_no_longer_changes(status: RiskStatus) -> None:
    if status is RiskStatus.ENDED:
        with pytest.raises(GuardError):
            check_standing(status)
    else:
        check_standing(status)


@given(st.none() | st.sampled_from(StrengthKind), st.none() | st.sampled_from(EcologicalLevel))
def test_a_strength_says_something_and_sits_where_somebody_says(
    strength: StrengthKind | None, said: EcologicalLevel | None
) -> None:
    if said:
        assert level_of(strength, said) is said
    check_strength(strength, "swims every day")
    if strength in {None, StrengthKind.OTHER}:
        assert level_of(strength, None) is None
        with pytest.raises(InvalidFieldsError):
            check_strength(strength, " ")
    else:
        assert level_of(strength, None) is not None
        check_strength(strength, "")
