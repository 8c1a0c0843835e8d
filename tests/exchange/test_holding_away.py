"""Who holds somebody on which days of the week goes away with them, and comes home."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.stores.restoring import check_office
from coordinator.casework.tonight.holding import say_who_holds
from coordinator.domain.lists.outreach import DayPart
from coordinator.domain.tonight import NewHolding
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away, open_take_away
from tests.exchange.away_stores import Both, both_stores
from tests.stores import TODAY, Clock


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    yield made
    made.close()


def hold(both: Both, desk: Desk, by: str, *weekdays: str) -> None:
    said = NewHolding((DayPart.NIGHT,), TODAY, weekdays=weekdays, by=by)
    say_who_holds(desk, both.kept.kezia, said)


def held(desk: Desk, person: UUID) -> dict[str, list[str]]:
    with desk.read() as look:
        lines = look.holding.lines([person], TODAY, TODAY)
        return {one.by: one.weekdays for one in lines}


def test_who_holds_goes_away_and_who_was_named_there_comes_home(
    both: Both, tmp_path: Path
) -> None:
    kezia = both.kept.kezia
    hold(both, both.hub.desk, "Her sister", "mon", "tue")
    hold(both, both.hub.desk, "The night shelter")
    pack = make_take_away(both.hub.desk, both.lead, tmp_path).result.path
    both.away, _done = open_take_away(both.away, pack)
    assert held(both.away.desk, kezia) == {"Her sister": ["mon", "tue"], "The night shelter": []}

    hold(both, both.away.desk, "The chaplain", "sun")
    applied = apply_pack(both.hub, make_hand_back(both.away.desk, tmp_path).result.path).result
    assert (applied.held, applied.disagreements) == (0, 0)
    assert held(both.hub.desk, kezia)["The chaplain"] == ["sun"]
    assert check_office(both.hub).faults == ()
