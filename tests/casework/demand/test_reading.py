"""Before and after of one person and of a panel: whose, around which day, and who is left out."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from coordinator.casework.demand.costing import add_cost, change_cost, end_cost, read_costs
from coordinator.casework.demand.counting import note_count
from coordinator.casework.demand.reading import read_demand, read_panel_demand
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.people.entering import record_death
from coordinator.db.models import Case, Programme, ProgrammePlace
from coordinator.domain.demand.cohorts import LeftOut
from coordinator.domain.demand.rules import NewCost
from coordinator.domain.demand.views import Wanted
from coordinator.domain.demand.windows import Edges, Known, StartedBy
from coordinator.domain.errors import GuardError, InvalidFieldsError, NotPermittedError
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import CaseStatus
from tests.casework.demand.counted import months_of, somebody_since
from tests.casework.entries_on_file import case_of
from tests.stores import HEALTH, NURSE, OFFICER, POLICE, sitting

AGREED = date(2026, 3, 14)
CALLS, AE = DemandMeasure.POLICE_CALLS, DemandMeasure.AE_ATTENDANCES
WHOLE = [2, 0, 3, 7, 1, 0, 0]  # three months before March, March, three months after
THREE = Wanted(months=3)


def counted(desk: Desk, name: str, counts: list[int | None], agreed: date | None = AGREED) -> UUID:
    person = somebody_since(desk, date(2026, 2, 20), agreed, name)
    for one in months_of(date(2025, 12, 1), counts):
        note_count(desk, person, one)
    return person


def test_windows_lie_around_the_first_plan_that_was_agreed(desk: Desk) -> None:
    person = counted(desk, "Kezia", [*WHOLE])
    found = read_demand(desk, person, wanted=THREE)
    assert found.start is not None
    assert (found.start.on, found.start.by) == (AGREED, StartedBy.PLAN_AGREED)
    (one,) = found.pairs
    assert (one.measure, one.pair.before.whole, one.pair.after.whole) == (CALLS, 5, 1)


def test_without_a_plan_they_lie_around_the_day_the_case_was_opened(desk: Desk) -> None:
    person = counted(desk, "Kezia", [*WHOLE], agreed=None)
    found = read_demand(desk, person, wanted=THREE)
    assert found.start is not None
    assert (found.start.on, found.start.by) == (date(2026, 2, 20), StartedBy.CASE_OPENED)


def test_a_longer_window_of_the_same_counts_is_part_known(desk: Desk) -> None:
    person = counted(desk, "Kezia", [*WHOLE])
    (one,) = read_demand(desk, person, wanted=Wanted(months=6)).pairs
    assert one.pair.before.known is Known.PART
    assert (one.pair.before.count, one.pair.before.whole) == (5, None)


def test_to_the_day_the_month_of_the_plan_crosses_and_counts_nowhere(desk: Desk) -> None:
    person = counted(desk, "Kezia", [*WHOLE])
    (one,) = read_demand(desk, person, wanted=Wanted(3, Edges.TO_THE_DAY)).pairs
    assert len(one.pair.before.crossing) == 2  # December, and March
    assert one.pair.before.count == 3


def panel(desk: Desk) -> dict[str, UUID]:
    return {
        "whole": counted(desk, "Kezia", [*WHOLE]),
        "too": counted(desk, "Petroc", [1, 1, 1, 9, 0, 0, 4]),
        "gap": counted(desk, "Wenna", [1, None, 1, 9, 0, 0, 4]),
        "none": somebody_since(desk, date(2026, 2, 20), AGREED, "Jory"),
        "new": counted(desk, "Demelza", [5, 5, 5], agreed=date(2026, 11, 2)),
    }


def test_sums_are_of_whom_both_windows_are_known_and_tell_whom_they_leave_out(
    desk: Desk,
) -> None:
    panel(desk)
    found = read_panel_demand(desk, wanted=THREE)
    (one,) = found.measures
    assert (one.totals.people, one.totals.before, one.totals.after) == (2, 8, 5)
    assert dict(one.totals.left_out) == {
        LeftOut.NOT_OVER: 1,
        LeftOut.BOTH_MISSING: 1,
        LeftOut.BEFORE_UNKNOWN: 1,
    }
    assert one.totals.everybody == len(found.people) == 5
    assert (one.cost, one.pence_before, one.pence_after) == (None, None, None)


def test_somebody_who_died_in_the_window_is_left_out(desk: Desk) -> None:
    people = panel(desk)
    record_death(desk, people["too"], died_on=date(2026, 6, 1), source="The hospital")
    totals = read_panel_demand(desk, wanted=THREE).measures[0].totals
    assert (totals.people, totals.before, totals.after) == (1, 5, 1)
    assert dict(totals.left_out)[LeftOut.DIED] == 1


def test_a_measure_asked_for_is_told_of_though_nobody_counted_it(desk: Desk) -> None:
    panel(desk)
    found = read_panel_demand(desk, wanted=Wanted(3, measures=(AE,)))
    (one,) = found.measures
    assert one.measure is AE
    assert one.totals.people == 0
    assert dict(one.totals.left_out) == {LeftOut.BOTH_MISSING: 4, LeftOut.NOT_OVER: 1}


def test_whose_case_was_closed_is_in_it_when_asked(desk: Desk) -> None:
    people = panel(desk)
    case = case_of(desk, people["whole"])
    with desk.act(Right.DECIDE) as tx:
        tx.get(Case, case).status = CaseStatus.CLOSED
        tx.journal("test.arranged")
    assert read_panel_demand(desk, wanted=THREE).measures[0].totals.people == 1
    both = read_panel_demand(desk, wanted=Wanted(3, closed_too=True))
    assert both.measures[0].totals.people == 2


def test_people_of_a_programme_are_looked_at_around_the_day_they_joined_it(desk: Desk) -> None:
    people = panel(desk)
    pilot = uuid4()
    with desk.act(Right.DECIDE) as tx:
        tx.add(Programme(id=pilot, name="Car-park pilot"))
        tx.session.flush()
        for name in ("whole", "too"):
            place = ProgrammePlace(id=uuid4(), programme_id=pilot, person_id=people[name])
            place.from_on = date(2026, 4, 1)
            tx.add(place)
        tx.journal("test.arranged")
    found = read_panel_demand(desk, wanted=Wanted(3, programme=pilot))
    assert [one.name for one in found.programmes] == ["Car-park pilot"]
    assert {one.person for one in found.people} == {people["whole"], people["too"]}
    (one,) = found.measures
    assert (one.totals.people, one.totals.before, one.totals.after) == (2, 21, 5)


def test_a_lead_sums_up_their_own_people_only(desk: Desk) -> None:
    people = panel(desk)
    agree_lead(desk, case_of(desk, people["whole"]), NURSE)
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    found = read_panel_demand(nurse, wanted=THREE)
    assert [one.person for one in found.people] == [people["whole"]]
    assert found.measures[0].totals.before == 5


COST = NewCost(CALLS, 12_345, "2023/24", "A list somebody published")


def test_a_unit_cost_gives_indicative_figures_of_what_was_summed_up(desk: Desk) -> None:
    panel(desk)
    add_cost(desk, COST)
    (one,) = read_panel_demand(desk, wanted=THREE).measures
    assert (one.pence_before, one.pence_after) == (8 * 12_345, 5 * 12_345)


def test_no_unit_cost_is_there_until_somebody_typed_it_in(desk: Desk) -> None:
    assert read_costs(desk).costs == ()
    key = add_cost(desk, COST).result
    with pytest.raises(InvalidFieldsError) as told:
        add_cost(desk, COST)
    assert told.value.fields == {"measure": "cost-stands"}
    change_cost(desk, key, NewCost(None, 99, "2024/25", "Another list"), seen=1)
    (row,) = read_costs(desk).costs
    assert (row.measure, row.pence, row.price_year, row.source) == (
        CALLS,
        99,
        "2024/25",
        "Another list",
    )
    with pytest.raises(InvalidFieldsError) as told:
        change_cost(desk, key, NewCost(None, -1, "", ""), seen=2)
    assert told.value.fields == {
        "pence": "negative",
        "price_year": "required",
        "source": "required",
    }
    end_cost(desk, key, reason="Out of date")
    assert read_costs(desk).costs == ()
    with pytest.raises(GuardError, match="cost-ended"):
        end_cost(desk, key, reason="Again")
    add_cost(desk, COST)


def test_two_published_figures_stand_beside_the_costs_and_are_used_for_nothing(
    desk: Desk,
) -> None:
    panel(desk)
    found = read_costs(desk)
    assert [(one.pence, one.year) for one in found.public] == [
        (1_900_000, "2015"),
        (2_600_000, "2019/20"),
    ]
    assert all(one.source for one in found.public)
    assert read_panel_demand(desk, wanted=THREE).measures[0].cost is None


def test_costs_are_the_coordinators_and_the_chairs(desk: Desk) -> None:
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    with pytest.raises(NotPermittedError):
        add_cost(officer, COST)
