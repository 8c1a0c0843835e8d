"""The pilot's calls and visits in the small demo: the published sums, and nothing passed off."""

from coordinator.casework.demand.reading import read_panel_demand
from coordinator.casework.stores.opening import Office
from coordinator.db.models import DemandCount, UnitCost
from coordinator.demo.demand import PILOT
from coordinator.domain.demand.views import Wanted
from coordinator.domain.lists.measures import DemandMeasure
from tests.demo.reading import every


def test_the_sixteen_of_the_pilot_sum_up_to_what_was_published(small: Office) -> None:
    (pilot,) = read_panel_demand(small.desk).programmes
    assert pilot.name == PILOT
    found = read_panel_demand(small.desk, wanted=Wanted(programme=pilot.id))
    before = {one.measure: one.totals for one in found.measures}
    assert before.keys() == {DemandMeasure.POLICE_CALLS, DemandMeasure.AE_ATTENDANCES}
    assert {one.people for one in before.values()} == {16}
    assert before[DemandMeasure.POLICE_CALLS].before == 56
    assert before[DemandMeasure.AE_ATTENDANCES].before == 38
    assert all(one.mixed_sources == 0 for one in before.values())


def test_what_nobody_published_says_that_it_is_made_up(small: Office) -> None:
    counts = every(small, DemandCount)
    assert counts
    assert all("made up" in one.note.lower() for one in counts)


def test_no_unit_cost_comes_with_the_demo(small: Office) -> None:
    assert list(every(small, UnitCost)) == []
