"""A clock set back behind what is on file is noticed, and changes nothing."""

from datetime import timedelta

from coordinator.casework.desk import Desk
from coordinator.casework.stores.clocks import read_newest_ahead
from tests.meetings import weekly
from tests.stores import Clock


def test_a_clock_behind_the_newest_entry_is_noticed(desk: Desk, clock: Clock) -> None:
    weekly(desk)
    made = clock.at
    assert read_newest_ahead(desk) is None
    clock.move(minutes=-20)
    assert read_newest_ahead(desk) is None  # two computers are never quite agreed
    clock.move(days=-40)
    assert read_newest_ahead(desk) == made
    clock.at = made + timedelta(days=1)
    assert read_newest_ahead(desk) is None
