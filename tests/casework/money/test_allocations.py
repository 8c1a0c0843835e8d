"""What the panel was given, and what is left of it."""

from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.money.allocating import (
    add_allocation,
    change_allocation,
    end_allocation,
)
from coordinator.casework.money.deciding import decide_money
from coordinator.casework.money.reading import read_money, read_panel_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.panel.in_use import find_features_in_use
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.measures import FundingSource
from coordinator.domain.lists.panel import Feature
from tests.casework.money.asked_for import (
    BUDGET,
    a_request,
    agreed,
    asked,
    given,
    somebody_with_a_goal,
    yes,
)
from tests.stores import TODAY
from tests.switched import switch_off, switch_on


@pytest.fixture
def somebody(desk: Desk) -> tuple[UUID, UUID]:
    return somebody_with_a_goal(desk)


def test_an_allocation_is_held_against_what_was_agreed_in_its_days(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    one = add_allocation(desk, given(100_000)).result
    agreed(desk, person, goal, 30_000)
    asked(desk, person, goal, 4_000)
    last_year = given(5_000, from_on=TODAY.replace(2025, 1, 1), to_on=TODAY.replace(2025, 12, 31))
    add_allocation(desk, last_year)
    now, before = read_panel_money(desk).allocations
    assert (now.id, now.position.free, now.position.left) == (one, 70_000, 100_000)
    assert now.position.waiting == 4_000
    assert before.position.free == 5_000
    assert read_money(desk, person).positions[(BUDGET, "")].free == 70_000


def test_one_fund_has_one_allocation_for_a_day(desk: Desk) -> None:
    switch_on(desk, Feature.MONEY)
    one = add_allocation(desk, given()).result
    with pytest.raises(InvalidFieldsError) as told:
        add_allocation(desk, given(5))
    assert told.value.fields == {"from_on": "allocated-already"}
    add_allocation(desk, given(5, own_funding="Make it Count"))
    add_allocation(desk, given(5, funding=FundingSource.GRANT))
    change_allocation(desk, one, given(7), seen=1)
    end_allocation(desk, one, reason="Taken away")
    with pytest.raises(GuardError, match="allocation-ended"):
        change_allocation(desk, one, given(8), seen=2)
    add_allocation(desk, given(9))
    found = read_panel_money(desk)
    assert sorted(row.pence for row in found.allocations) == [5, 5, 9]
    assert [(row.pence, row.end_reason) for row in found.ended] == [(7, "Taken away")]


def test_money_of_a_fund_nobody_was_given_is_told_of(
    desk: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    ask = a_request(goal, 700, funding=FundingSource.DONATED_FUND, own_funding="Make it Count")
    line = ask_for_money(desk, person, ask).result
    decide_money(desk, line, yes(700), seen=1)
    (row,) = read_panel_money(desk).unallocated
    assert (row.own_funding, row.position.bound, row.position.free) == ("Make it Count", 700, None)


def test_the_way_to_money_is_offered_once_it_is_on_or_any_is_on_file(desk: Desk) -> None:
    assert Feature.MONEY not in find_features_in_use(desk)
    switch_on(desk, Feature.MONEY)
    assert Feature.MONEY in find_features_in_use(desk)
    add_allocation(desk, given())
    switch_off(desk, Feature.MONEY)
    assert Feature.MONEY in find_features_in_use(desk)
