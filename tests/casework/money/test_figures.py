"""The money of a period in figures, against sums made here from the entries."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.money.deciding import decide_money, settle_request
from coordinator.casework.money.figures import read_money_figures
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.money.spending import note_move, take_back_move
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.lists.measures import FundingSource
from coordinator.domain.money.views import PeopleSum, Sums
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from tests.casework.money.asked_for import (
    a_request,
    agreed,
    asked,
    came_back,
    somebody_with_a_goal,
    spent,
    yes,
)
from tests.stores import HOUSING, TODAY, WORKER, sitting

WEEK = timedelta(days=7)


def about(pence: int, *people: UUID) -> PeopleSum:
    return PeopleSum(pence, frozenset(people))


def test_a_period_tells_each_source_and_how_many_people_stand_behind_each_sum(
    desk: Desk,
) -> None:
    kezia, bed = somebody_with_a_goal(desk)
    tamsyn, cooker = somebody_with_a_goal(desk, "Tamsyn")
    first = agreed(desk, kezia, bed)
    note_move(desk, first, spent(12_000))
    note_move(desk, first, spent(1_001))
    note_move(desk, first, came_back(500))
    asked(desk, kezia, bed, 700)
    secret = a_request(cooker, 9_000, sensitivity=Sensitivity.RESTRICTED)
    second = ask_for_money(desk, tamsyn, secret).result
    decide_money(desk, second, yes(4_000), seen=1)
    wrong = note_move(desk, second, spent(3_000)).result
    take_back_move(desk, wrong, reason="Another person's")
    found = read_money_figures(desk, TODAY, TODAY)
    assert found.total == Sums(
        asked=about(39_700, kezia, tamsyn),
        agreed=about(34_000, kezia, tamsyn),
        spent=about(13_001, kezia),
        returned=about(500, kezia),
        open_now=about(30_000 - 12_501 + 4_000, kezia, tamsyn),
    )
    assert found.helped == 1
    (source,) = found.sources
    assert (source.funding, source.sums) == (FundingSource.PERSONAL_BUDGET, found.total)


def test_each_sum_counts_on_its_own_day_and_sources_make_the_total(desk: Desk) -> None:
    kezia, bed = somebody_with_a_goal(desk)
    early = replace(a_request(bed, 1_000), asked_on=TODAY - WEEK)
    line = ask_for_money(desk, kezia, early).result
    grant = ask_for_money(desk, kezia, a_request(bed, 50, funding=FundingSource.GRANT)).result
    decide_money(desk, line, yes(1_000), seen=1)
    decide_money(desk, grant, yes(None), seen=1)
    note_move(desk, line, replace(spent(200), happened_on=TODAY - WEEK))
    settle_request(desk, line, seen=2, reason="The rest is not needed")
    now = read_money_figures(desk, TODAY, TODAY)
    assert now.total.asked == about(50, kezia)
    assert now.total.agreed == about(1_000, kezia)
    assert now.total.spent == now.total.open_now == PeopleSum()
    assert now.helped == 0
    before = read_money_figures(desk, TODAY - WEEK, TODAY - WEEK)
    assert (before.total.asked, before.total.spent) == (about(1_000, kezia), about(200, kezia))
    both = read_money_figures(desk, TODAY - WEEK, TODAY)
    for name in ("asked", "agreed", "spent", "returned", "open_now"):
        parts = [getattr(one.sums, name).pence for one in both.sources]
        assert sum(parts) == getattr(both.total, name).pence


def test_figures_are_for_who_sees_the_panels(desk: Desk) -> None:
    assert not read_money_figures(desk, TODAY, TODAY).sources
    with pytest.raises(NotPermittedError):
        read_money_figures(sitting(desk, WORKER, Role.REPRESENTATIVE, HOUSING), TODAY, TODAY)
