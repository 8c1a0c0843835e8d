"""Counts of demand for some of a made-up panel, and what a call is said to cost."""

from datetime import timedelta
from uuid import UUID

from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.demand.costing import add_cost
from coordinator.casework.demand.counting import note_count
from coordinator.casework.demand.reading import read_demand
from coordinator.casework.desk import Desk
from coordinator.domain.demand.rules import NewCost, NewCount
from coordinator.domain.demand.windows import Edges, spans_around
from coordinator.domain.lists.measures import DemandMeasure

_CALLS, _VISITS = DemandMeasure.POLICE_CALLS, DemandMeasure.AE_ATTENDANCES
_COUNTED = 9
COST = NewCost(_CALLS, 25_650, "2023/24", "An example, typed in for this picture")


def count_people(desk: Desk, somebody: UUID) -> None:
    """Count how often services met some of the panel; one of them in part, most in full."""
    people = [somebody, *(row.person for row in read_caseload(desk).rows)]
    for at, person in enumerate(dict.fromkeys(people[:_COUNTED])):
        start = read_demand(desk, person).start
        assert start is not None
        before, after = spans_around(start.on, 6, Edges.WHOLE_MONTHS)
        for measure, many in ((_CALLS, 11 - at), (_VISITS, 6 - at // 2)):
            _count(desk, person, NewCount(measure, before.first, before.last, many))
            last = min(after.last, desk.today() - timedelta(days=1))
            if last > after.first and at != 1:
                _count(desk, person, NewCount(measure, after.first, last, many // 3))
    add_cost(desk, COST)


def _count(desk: Desk, person: UUID, count: NewCount) -> None:
    with desk.store.reading() as look:
        agency = look.directory.agencies()[0].id
    said = NewCount(count.measure, count.from_on, count.to_on, count.count, agency_id=agency)
    note_count(desk, person, said)
