"""What a panel works with: switched on, or on file although it is off."""

from coordinator.casework.desk import Desk
from coordinator.casework.panel.in_use import find_features_in_use
from coordinator.demo.switching import switch_on
from coordinator.domain.lists.panel import Feature
from tests.casework.places.planned import a_place_plan

ASKED = {Feature.MONEY, Feature.PLACES}


def test_what_is_off_and_has_nothing_on_file_is_not_in_use(desk: Desk) -> None:
    assert find_features_in_use(desk) & ASKED == set()
    switch_on(desk, Feature.MONEY)
    assert find_features_in_use(desk) & ASKED == {Feature.MONEY}


def test_what_is_on_file_is_in_use_although_it_is_off(desk: Desk) -> None:
    a_place_plan(desk)
    assert find_features_in_use(desk) & ASKED == {Feature.PLACES}
