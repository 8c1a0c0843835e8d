"""Which counts of demand and which unit costs may be kept."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.demand.rules import (
    NewCost,
    NewCount,
    check_cost,
    check_count,
    check_only_cost,
    check_overlap,
    check_stands,
)
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.measures import Completeness, DemandMeasure
from coordinator.wording.refusals.rules import field_words

TODAY = date(2026, 7, 30)
POLICE = UUID(int=7)
JUNE = NewCount(
    DemandMeasure.POLICE_CALLS, date(2026, 6, 1), date(2026, 6, 30), 4, agency_id=POLICE
)


def wrong(new: NewCount) -> dict[str, str]:
    with pytest.raises(InvalidFieldsError) as told:
        check_count(new, TODAY)
    return dict(told.value.fields)


def test_a_count_of_a_month_is_kept_and_so_is_nought() -> None:
    check_count(JUNE, TODAY)
    check_count(replace(JUNE, count=0), TODAY)


def test_a_count_below_zero_is_told_at_the_count() -> None:
    assert wrong(replace(JUNE, count=-1)) == {"count": "negative"}


@pytest.mark.parametrize("completeness", [Completeness.FULL, Completeness.PART])
def test_a_figure_is_needed_unless_there_is_none(completeness: Completeness) -> None:
    assert wrong(replace(JUNE, count=None, completeness=completeness)) == {"count": "required"}


def test_what_was_not_available_has_no_figure_not_even_nought() -> None:
    check_count(replace(JUNE, count=None, completeness=Completeness.NOT_AVAILABLE), TODAY)
    odd = replace(JUNE, count=0, completeness=Completeness.NOT_AVAILABLE)
    assert wrong(odd) == {"count": "not-available"}


def test_a_period_is_of_days_that_have_been_in_their_order() -> None:
    assert wrong(replace(JUNE, to_on=TODAY + timedelta(1))) == {"to_on": "in-the-future"}
    ahead = replace(JUNE, from_on=TODAY + timedelta(1), to_on=TODAY + timedelta(2))
    assert wrong(ahead) == {"from_on": "in-the-future", "to_on": "in-the-future"}
    assert wrong(replace(JUNE, to_on=date(2026, 5, 31))) == {"to_on": "before-start"}
    assert wrong(replace(JUNE, from_on=None, to_on=None)) == {
        "from_on": "required",
        "to_on": "required",
    }


def test_a_source_may_have_looked_before_the_end_but_not_before_the_period_or_tomorrow() -> None:
    check_count(replace(JUNE, as_at=date(2026, 6, 20)), TODAY)
    assert wrong(replace(JUNE, as_at=date(2026, 5, 31))) == {"as_at": "before-start"}
    assert wrong(replace(JUNE, as_at=TODAY + timedelta(1))) == {"as_at": "in-the-future"}


def test_somebody_counted() -> None:
    assert wrong(replace(JUNE, agency_id=None, source="  ")) == {"source": "required"}
    check_count(replace(JUNE, agency_id=None, source="Their own diary"), TODAY)


def test_there_are_no_more_nights_than_the_period_has() -> None:
    nights = replace(JUNE, measure=DemandMeasure.NIGHTS_ROUGH, count=30)
    check_count(nights, TODAY)
    assert wrong(replace(nights, count=31)) == {"count": "more-than-nights"}


def test_a_slip_of_the_keyboard_is_asked_about() -> None:
    assert wrong(replace(JUNE, count=10**9)) == {"count": "out-of-range"}


@dataclass
class Standing:
    measure: DemandMeasure
    from_on: date
    to_on: date
    agency_id: UUID | None
    source: str


def standing(one: NewCount) -> Standing:
    assert one.from_on is not None
    assert one.to_on is not None
    return Standing(one.measure, one.from_on, one.to_on, one.agency_id, one.source)


def test_one_source_counts_a_day_once() -> None:
    with pytest.raises(InvalidFieldsError) as told:
        check_overlap(replace(JUNE, from_on=date(2026, 6, 30), to_on=TODAY), [standing(JUNE)])
    assert told.value.fields == {"from_on": "overlaps"}
    check_overlap(replace(JUNE, from_on=date(2026, 7, 1), to_on=TODAY), [standing(JUNE)])
    check_overlap(replace(JUNE, measure=DemandMeasure.ARRESTS), [standing(JUNE)])
    check_overlap(replace(JUNE, agency_id=UUID(int=8)), [standing(JUNE)])
    check_overlap(replace(JUNE, source="Custody record"), [standing(JUNE)])


def test_the_words_for_a_source_are_the_same_however_they_are_typed() -> None:
    one = replace(JUNE, source="Crime  log")
    with pytest.raises(InvalidFieldsError):
        check_overlap(replace(one, source=" crime LOG"), [standing(one)])


DAYS = st.integers(min_value=0, max_value=60).map(lambda n: date(2026, 5, 1) + timedelta(n))


@given(DAYS, DAYS, DAYS, DAYS)
def test_overlapping_is_having_a_day_in_common(a: date, b: date, c: date, d: date) -> None:
    first = replace(JUNE, from_on=min(a, b), to_on=max(a, b))
    second = replace(JUNE, from_on=min(c, d), to_on=max(c, d))
    in_common = max(min(a, b), min(c, d)) <= min(max(a, b), max(c, d))
    if in_common:
        with pytest.raises(InvalidFieldsError):
            check_overlap(first, [standing(second)])
    else:
        check_overlap(first, [standing(second)])


def test_what_was_taken_back_is_not_changed() -> None:
    check_stands(None, "count-ended")
    with pytest.raises(GuardError) as told:
        check_stands(TODAY, "count-ended")
    assert told.value.guard == "count-ended"


COST = NewCost(DemandMeasure.AE_ATTENDANCES, 12_300, "2023/24", "A published list of costs")


@pytest.mark.parametrize("year", ["2015", "2023/24", "2023-24", "2023/2024"])
def test_a_cost_has_a_source_and_a_year(year: str) -> None:
    check_cost(replace(COST, price_year=year))


def test_a_cost_nobody_can_look_up_is_told_field_by_field() -> None:
    with pytest.raises(InvalidFieldsError) as told:
        check_cost(NewCost(None, None, " ", ""))
    assert told.value.fields == {
        "measure": "required",
        "pence": "required",
        "price_year": "required",
        "source": "required",
    }
    with pytest.raises(InvalidFieldsError) as told:
        check_cost(replace(COST, pence=-1, price_year="last year"))
    assert told.value.fields == {"pence": "negative", "price_year": "not-a-year"}


def test_a_cost_of_nought_would_say_that_it_costs_nothing() -> None:
    with pytest.raises(InvalidFieldsError) as told:
        check_cost(replace(COST, pence=0))
    assert told.value.fields == {"pence": "costs-nothing"}
    assert "would say that it costs nothing" in field_words("pence", "costs-nothing")
    check_cost(replace(COST, pence=1))


def test_a_measure_has_one_cost() -> None:
    check_only_cost(COST, [DemandMeasure.ARRESTS])
    with pytest.raises(InvalidFieldsError) as told:
        check_only_cost(COST, [DemandMeasure.AE_ATTENDANCES])
    assert told.value.fields == {"measure": "cost-stands"}
