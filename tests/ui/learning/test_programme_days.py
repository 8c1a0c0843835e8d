"""Days of programmes: they run for years, so each is told with its year."""

from coordinator.casework.desk import Desk
from coordinator.casework.learning.programmes import add_programme, join_programme, read_programmes
from coordinator.domain.learning.programmes import NewProgramme
from coordinator.ui.screens.learning.entries import of_programme
from coordinator.wording.dates import plain_day
from tests.requests import known_case
from tests.stores import TODAY

LONG_AGO = TODAY.replace(year=TODAY.year - 2)


def test_a_programme_of_years_ago_does_not_look_like_one_of_this_year(desk: Desk) -> None:
    made = add_programme(desk, NewProgramme("Pilot", from_on=LONG_AGO)).result
    join_programme(desk, known_case(desk), programme_id=made, from_on=LONG_AGO)
    (row,) = read_programmes(desk).rows
    shown = of_programme(row, TODAY, may_edit=False)
    assert plain_day(LONG_AGO) in shown.cells
    assert plain_day(LONG_AGO) in shown.lines[0].words
