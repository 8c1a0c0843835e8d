"""The pilot's calls and visits in the small demo: the sums as published, all the rest made up.

Source: domain page 1a, row 14: sixteen people, 56 police calls and 38 A&E presentations before.
How they fell on people and months, and whatever is said to have come after, nobody published.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.demand.counting import note_count
from coordinator.casework.desk import Desk
from coordinator.casework.learning.programmes import add_programme, join_programme
from coordinator.demo.story import Known, Stage
from coordinator.domain.demand.rules import NewCount
from coordinator.domain.learning.programmes import NewProgramme
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.months import after_months

PILOT = "Car-park outreach pilot"
CALLS, VISITS = DemandMeasure.POLICE_CALLS, DemandMeasure.AE_ATTENDANCES
_BEFORE = {
    CALLS: (7, 6, 5, 5, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 1, 1),
    VISITS: (5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 2, 2, 1, 1, 0, 0),
}
_AFTER = {
    CALLS: (4, 3, 5, 2, 2, 1, 3, 1, 0, 2, 1, 4, 1, 0, 0, 1),
    VISITS: (2, 3, 2, 4, 1, 1, 2, 0, 1, 0, 3, 1, 1, 0, 0, 1),
}
_AS_PUBLISHED = "The sum of the sixteen is the published one; each share of it is made up."
_MADE_UP = "Made up: no figure after the pilot was published."
_LISTS = {CALLS: "List for the pilot", VISITS: "Emergency department list"}
_COUNTED_BY = {CALLS: "police", VISITS: "hospital"}
_MONTHS = 6
_AGO = 8  # months since they joined: the window after is over, and lists have come


def count_demand(stage: Stage, known: Sequence[Known]) -> None:
    """Put the sixteen into the pilot they were part of, and keep how often services met them."""
    sixteen = [one for one in known if one.case is not None][:16]
    joined = after_months(stage.desk.today().replace(day=1), -_AGO)
    _join(stage.desk, [one.person for one in sixteen], joined)
    halves = (after_months(joined, -_MONTHS), joined)
    for at, one in enumerate(sixteen):
        for measure in (CALLS, VISITS):
            before, after = _BEFORE[measure][at], _AFTER[measure][at]
            _count(stage, one.person, measure, (halves[0], before), _AS_PUBLISHED)
            _count(stage, one.person, measure, (halves[1], after), _MADE_UP)


def _count(
    stage: Stage, person: UUID, measure: DemandMeasure, half: tuple[date, int], note: str
) -> None:
    """Keep half a year as two quarters, as the lists came."""
    first, count = half
    for ahead, some in ((0, count - count // 2), (3, count // 2)):
        begins = after_months(first, ahead)
        ends = after_months(begins, 3) - timedelta(days=1)
        new = NewCount(
            measure,
            begins,
            ends,
            some,
            agency_id=stage.agencies[_COUNTED_BY[measure]],
            source=_LISTS[measure],
            as_at=min(ends + timedelta(days=20), stage.desk.today()),
            note=note,
        )
        note_count(stage.desk, person, new)


def _join(desk: Desk, people: Sequence[UUID], on: date) -> None:
    """Keep that they were in the pilot before they came to the panel."""
    note = "Sixteen people; police calls and A&E presentations were counted before."
    pilot = add_programme(desk, NewProgramme(PILOT, note, on)).result
    for person in people:
        join_programme(desk, person, programme_id=pilot, from_on=on)
