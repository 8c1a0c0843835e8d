"""What becomes of a barrier from its row: a gap, or a risk that is accepted."""

from datetime import timedelta

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.stuck.gap_reads import find_gaps
from coordinator.casework.stuck.gaps import raise_gap
from coordinator.domain.roles import Role
from coordinator.domain.stuck.gaps import NewGap
from coordinator.ui.screens.stuck.presenter import Deed
from tests.casework.entries_on_file import a_person
from tests.casework.stuck_people import Stuck, stuck
from tests.stores import HEALTH, NURSE, TODAY, sitting, store
from tests.ui.stuck.test_stuck import Page

__all__ = ["store"]


@pytest.fixture
def case(desk: Desk) -> Stuck:
    return stuck(desk)


def test_a_barrier_becomes_a_gap_from_its_row(case: Stuck) -> None:
    found = Page(case.desk)
    row = found.view.shown.barriers[0]
    found.presenter.do(Deed.GAP, row)
    found.forms.answer(title="No rooms that take dogs", nobody_is_meant=False)
    (gap,) = find_gaps(case.desk)
    assert (gap.title, gap.affected) == ("No rooms that take dogs", 1)
    assert found.barriers == []
    assert found.toasts == ["It stands as a gap."]


def test_a_barrier_feeds_a_gap_that_stands(case: Stuck) -> None:
    gap = raise_gap(case.desk, NewGap("No rooms that take dogs")).result
    found = Page(case.desk)
    found.presenter.do(Deed.GAP, found.view.shown.barriers[0])
    found.forms.answer(gap_id=gap)
    assert [one.affected for one in find_gaps(case.desk)] == [1]


def test_a_gap_that_names_somebody_is_refused_in_its_form(case: Stuck) -> None:
    a_person(case.desk, "Jory", "Pascoe")
    found = Page(case.desk)
    found.presenter.do(Deed.GAP, found.view.shown.barriers[0])
    found.forms.answer(title="Jory Pascoe has no room")
    assert found.forms.faults == {"title": "names-somebody"}
    assert find_gaps(case.desk) == ()


def test_a_risk_is_accepted_by_a_named_person_until_a_day(case: Stuck) -> None:
    found = Page(case.desk)
    found.presenter.do(Deed.ACCEPT, found.view.shown.barriers[0])
    found.forms.answer(by=None, why="No money", review_on=TODAY + timedelta(days=7))
    assert found.forms.faults == {"accepted_by_id": "required"}
    found.forms.answer(by=NURSE, why="No money", review_on=TODAY + timedelta(days=7))
    assert found.barriers == []


def test_who_may_not_decide_is_not_offered_either(case: Stuck) -> None:
    nurse = sitting(case.desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    found = Page(nurse)
    for row in found.view.shown.barriers:
        assert not {Deed.GAP, Deed.ACCEPT} & set(found.presenter.deeds_for(row))
