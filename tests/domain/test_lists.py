"""The pick lists hold what the panel's glossary lists, and their groupings are whole."""

from coordinator.domain.lists.agencies import NEVER_NAMED_DATA, AgencyKind
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.contacts import SEEN_RESULTS, ContactResult
from coordinator.domain.lists.meetings import IN_THE_ROOM, Attendance
from coordinator.domain.lists.people import NeedDomain
from coordinator.domain.lists.plans import (
    LEVEL_OF,
    SAFETY_KINDS,
    ActionKind,
    EcologicalLevel,
    GoalDomain,
    StrengthKind,
)


def test_there_are_fourteen_areas_of_need_and_a_goal_may_be_about_each_and_three_more() -> None:
    assert len(NeedDomain) == 14
    needs = {need.value for need in NeedDomain}
    goals = {goal.value for goal in GoalDomain}
    assert goals - needs == {"safety", "identity", "connection"}
    assert needs <= goals


def test_every_listed_strength_has_its_level_and_every_level_has_strengths() -> None:
    assert set(LEVEL_OF) == set(StrengthKind) - {StrengthKind.OTHER}
    assert set(LEVEL_OF.values()) == set(EcologicalLevel)


def test_the_barriers_named_by_the_pilot_are_there() -> None:
    assert len(BarrierCategory) == 37
    assert {"dual_diagnosis", "mh_substance_use", "housing_none_suitable"} <= {
        barrier.value for barrier in BarrierCategory
    }


def test_a_person_is_seen_with_the_eyes_and_not_by_a_message() -> None:
    assert ContactResult.SIGHTED in SEEN_RESULTS
    assert ContactResult.MESSAGE_LEFT not in SEEN_RESULTS
    assert ContactResult.THIRD_PARTY not in SEEN_RESULTS


def test_an_empty_seat_is_not_in_the_room() -> None:
    assert {Attendance.ABSENT, Attendance.VACANT, Attendance.APOLOGIES}.isdisjoint(IN_THE_ROOM)


def test_protecting_somebody_is_a_safety_action_and_enforcement_is_not() -> None:
    assert ActionKind.SAFEGUARDING in SAFETY_KINDS
    assert ActionKind.ENFORCEMENT not in SAFETY_KINDS


def test_elected_members_never_receive_named_data() -> None:
    assert AgencyKind.ELECTED_MEMBER in NEVER_NAMED_DATA
