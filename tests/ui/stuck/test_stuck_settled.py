"""What is stuck, settled: a filter shows what became of barriers; an accepted risk comes back."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.barriers import accept_barrier, resolve_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.stuck.gaps import turn_into_gap
from coordinator.casework.stuck.reading import read_stuck
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.roles import Role
from coordinator.domain.states import BarrierStatus
from coordinator.domain.stuck.gaps import NewGap
from coordinator.domain.stuck.views import Standing, StuckRow
from coordinator.ui.places.every import GapsPlace, PersonPlace, StuckPlace, StuckShown
from coordinator.ui.screens.escalation.deeds import Deed as PageDeed
from coordinator.ui.screens.stuck.columns import barrier_columns
from coordinator.ui.screens.stuck.presenter import Deed
from coordinator.wording.barriers import how_settled
from tests.casework.stuck_people import Stuck, stuck
from tests.stores import COUNCIL, HEALTH, NURSE, OFFICER, TODAY, Clock, sitting
from tests.ui.stuck.test_stuck import Letters, Page

REVIEW = TODAY + timedelta(days=30)


def resolve(case: Stuck) -> None:
    row = case.barrier
    resolve_barrier(case.desk, row.id, seen=row.revision, resolution="A ramp was built")


def accept(case: Stuck) -> None:
    row = case.barrier
    accept_barrier(
        case.desk, row.id, seen=row.revision, by=OFFICER, why="No other room", review_on=REVIEW
    )


def make_gap(case: Stuck) -> UUID:
    row = case.barrier
    new = NewGap("No rooms for couples", GapTheme.OTHER)
    return turn_into_gap(case.desk, row.id, seen=row.revision, new=new).result


@pytest.fixture
def ends(desk: Desk) -> dict[str, Stuck]:
    """Four barriers: one that stands, and one settled each way."""
    made = {name: stuck(desk) for name in ("stands", "resolved", "accepted", "gap")}
    resolve(made["resolved"])
    accept(made["accepted"])
    make_gap(made["gap"])
    return made


def shown(page: Page) -> set[UUID]:
    return set(page.barriers)


def status(row: StuckRow) -> str:
    columns = {one.title: one for one in barrier_columns(TODAY, {})}
    return columns["Status"].text(row)


def test_the_list_shows_what_stands_until_something_else_is_chosen(
    desk: Desk, ends: dict[str, Stuck]
) -> None:
    page = Page(desk)
    assert shown(page) == {ends["stands"].barrier.id}
    page.presenter.narrow(standing=Standing.SETTLED)
    assert shown(page) == {ends[one].barrier.id for one in ("resolved", "accepted", "gap")}
    for standing in (Standing.RESOLVED, Standing.ACCEPTED, Standing.GAP):
        page.presenter.narrow(standing=standing)
        assert shown(page) == {ends[standing.value].barrier.id}
    page.presenter.show_all()
    assert shown(page) == {ends["stands"].barrier.id}
    assert page.moved[-1] == StuckPlace()


def test_an_accepted_risk_comes_back_first_on_its_day(
    desk: Desk, ends: dict[str, Stuck], clock: Clock
) -> None:
    clock.move(days=29)
    assert len(read_stuck(desk).barriers) == 1
    clock.move(days=1)
    first, second = read_stuck(desk).barriers
    assert (first.id, second.id) == (ends["accepted"].barrier.id, ends["stands"].barrier.id)
    columns = {one.title: one for one in barrier_columns(desk.today(), {})}
    assert columns["Status"].text(first).startswith("Look again: ")


def test_how_it_ended_is_told_by_whom_and_until_when(ends: dict[str, Stuck], desk: Desk) -> None:
    rows = {
        one.barrier.status: one for one in read_stuck(desk, standing=Standing.SETTLED).barriers
    }
    said = {one: how_settled(row.barrier, TODAY) for one, row in rows.items()}
    assert said[BarrierStatus.RESOLVED] == "Resolved today. A ramp was built"
    assert said[BarrierStatus.ACCEPTED].startswith("Accepted by ")
    assert said[BarrierStatus.ACCEPTED].endswith("No other room")
    assert "to be looked at again" in said[BarrierStatus.ACCEPTED]
    assert status(rows[BarrierStatus.GAP]) == "Became a gap today"
    gap = rows[BarrierStatus.GAP].gap
    assert gap is not None
    assert gap.title == "No rooms for couples"


def test_what_is_settled_leads_to_what_it_became_and_back(
    desk: Desk, ends: dict[str, Stuck]
) -> None:
    page = Page(desk, StuckPlace(standing=Standing.SETTLED))
    rows = {one.barrier.status: one for one in page.view.shown.barriers}
    page.presenter.open(rows[BarrierStatus.GAP])
    gap = rows[BarrierStatus.GAP].gap
    assert gap is not None
    assert page.told.places == [GapsPlace(gap.id)]
    page.presenter.open(rows[BarrierStatus.RESOLVED])
    assert page.told.places[-1] == PersonPlace(ends["resolved"].person)
    assert page.presenter.deeds_for(rows[BarrierStatus.RESOLVED]) == (Deed.PERSON, Deed.WORK)
    page.presenter.do(Deed.WORK, rows[BarrierStatus.RESOLVED])
    page.forms.answer(note="It is back")
    assert ends["resolved"].barrier.status is BarrierStatus.BEING_WORKED
    assert ends["resolved"].barrier.id not in shown(page)


def test_a_stranger_sees_none_of_them(desk: Desk, ends: dict[str, Stuck]) -> None:
    nurse = sitting(desk, NURSE, Role.REPRESENTATIVE, HEALTH)
    for standing in Standing:
        assert read_stuck(nurse, standing=standing).barriers == ()
    assert len(ends) == 4
    council = sitting(desk, OFFICER, Role.CHAIR, COUNCIL)
    assert len(read_stuck(council, standing=Standing.SETTLED).barriers) == 3


def test_escalations_stand_as_they_are_whichever_barriers_are_chosen(desk: Desk) -> None:
    stuck(desk).asked()
    page = Page(desk, StuckPlace(StuckShown.ESCALATIONS, standing=Standing.RESOLVED))
    assert len(page.view.shown.escalations) == 1


def test_papers_of_an_escalation_that_wait_for_the_basis_say_so_before_they_are_tried(
    desk: Desk,
) -> None:
    case = stuck(desk)
    found = Letters(case.desk, case.asked())
    assert found.opened is not None
    assert found.opened.waiting == set()
    withdraw_basis(case.desk, case.person, reason="They objected")
    found.presenter.load()
    assert found.opened.waiting == {PageDeed.BRIEFING, PageDeed.TEXT}
    for deed in found.opened.waiting:
        found.presenter.do(deed)
    assert (found.told.places, found.letter) == ([], "")
    assert ["or was withdrawn" in one.what for one in found.told.notices] == [True, True]
