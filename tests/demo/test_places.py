"""Places in the small demo: every kind is there, dated as the story went, and names nobody."""

from datetime import timedelta

import pytest

from coordinator.casework.places.group_reads import find_place_groups
from coordinator.casework.places.reading import find_place_plans, read_place_plan
from coordinator.casework.stores.opening import Office
from coordinator.db.models import (
    ActionTie,
    EnforcementCheck,
    GroupSeat,
    PlaceGroup,
    PlaceMeasure,
    PlacePlan,
    PlacePriority,
    PlaceReading,
    Record,
)
from coordinator.demo.dice import Dice
from coordinator.demo.story import meeting_days
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.states import PlacePlanStatus
from tests.demo.conftest import TODAY
from tests.demo.reading import every

KINDS = (
    ActionTie, EnforcementCheck, GroupSeat, PlaceGroup, PlaceMeasure, PlacePlan, PlacePriority,
    PlaceReading,
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_the_demo_holds_all_of_it(small: Office, kind: type[Record]) -> None:
    assert every(small, kind)


def test_a_plan_is_under_way_another_a_draft_and_one_has_ended(small: Office) -> None:
    plans = find_place_plans(small.desk)
    assert {plan.status for plan in plans} == set(PlacePlanStatus)
    (agreed,) = [plan for plan in plans if plan.status is PlacePlanStatus.AGREED]
    assert agreed.agreed_on == meeting_days(TODAY)[1] + timedelta(days=1)
    assert (agreed.open_actions, agreed.overdue) == (4, 1)


def test_no_text_of_a_plan_had_to_be_said_to_mean_nobody(small: Office) -> None:
    assert [plan.no_names for plan in find_place_plans(small.desk)] == [(), (), ()]


def test_figures_say_that_they_are_made_up_and_what_they_cannot_say(small: Office) -> None:
    for plan in find_place_plans(small.desk):
        page = read_place_plan(small.desk, plan.id)
        measures = [*page.measures, *(one for of in page.priorities for one in of.measures)]
        assert all(one.caveat for one in measures)
        told = [one for one in measures if one.readings or one.baseline]
        assert all("made up" in one.source for one in told)


def test_a_group_meets_about_a_task_until_a_day_and_seats_stand_empty(small: Office) -> None:
    groups = find_place_groups(small.desk)
    (task,) = [one for one in groups if one.kind is GroupKind.TASK_AND_FINISH]
    assert task.until_on is not None
    assert task.until_on > TODAY
    assert task.under == "Safer Porthkerris"
    assert sum(one.vacant for one in groups) == 3


def test_a_story_told_aside_leaves_the_main_one_as_it_was() -> None:
    usual, other = Dice(3), Dice(3)
    with other.aside("places"):
        told = other.bytes(8)
    assert other.bytes(8) == usual.bytes(8) != told
