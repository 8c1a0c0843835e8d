"""Agencies that became one, agreements that run out, and endings that may be."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.directory.rules import (
    EXPIRING_WITHIN,
    AgreementState,
    agreement_state,
    check_closing,
    check_ending,
    family_of,
)
from coordinator.domain.errors import GuardError, InvalidFieldsError

TODAY = date(2026, 11, 19)
IDS = [UUID(int=n) for n in range(7)]
MERGERS = st.dictionaries(st.sampled_from(IDS), st.sampled_from(IDS), max_size=6)


@given(MERGERS, st.sampled_from(IDS), st.sampled_from(IDS))
def test_agencies_that_became_one_are_one_family_from_either_side(
    successors: dict[UUID, UUID], one: UUID, other: UUID
) -> None:
    family = family_of(one, successors)
    assert one in family
    assert (other in family) is (one in family_of(other, successors))
    for gone, into in successors.items():
        assert (gone in family) is (into in family)


@given(st.sampled_from(IDS))
def test_an_agency_that_never_merged_is_alone(agency: UUID) -> None:
    assert family_of(agency, {}) == {agency}


@given(st.integers(-200, 400))
def test_an_agreement_holds_on_its_last_day_and_is_called_in_before(days: int) -> None:
    expires = TODAY + timedelta(days=days)
    state = agreement_state(date(2020, 1, 1), expires, TODAY)
    expected = (
        AgreementState.EXPIRED
        if days < 0
        else AgreementState.EXPIRING
        if days <= EXPIRING_WITHIN
        else AgreementState.SIGNED
    )
    assert state is expected
    assert agreement_state(None, expires, TODAY) is AgreementState.NOT_SIGNED
    assert agreement_state(TODAY + timedelta(days=1), None, TODAY) is AgreementState.NOT_SIGNED


@given(st.integers(0, 3), st.integers(0, 3))
def test_an_agency_closes_empty_or_not_at_all(in_post: int, actions: int) -> None:
    if in_post or actions:
        with pytest.raises(GuardError) as refused:
            check_closing(in_post, actions)
        assert refused.value.count == (in_post or actions)
    else:
        check_closing(0, 0)


@given(st.integers(-20, 20), st.none() | st.integers(-20, 0))
def test_an_end_lies_between_the_start_and_today(on: int, started: int | None) -> None:
    day = TODAY + timedelta(days=on)
    start = None if started is None else TODAY + timedelta(days=started)
    if day > TODAY or (start and day < start):
        with pytest.raises(InvalidFieldsError):
            check_ending(day, TODAY, start)
    else:
        check_ending(day, TODAY, start)
