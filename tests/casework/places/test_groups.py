"""Groups behind place plans: published seats, vacancies, the day a task-and-finish group ends."""

from datetime import timedelta

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.places.group_reads import find_place_groups
from coordinator.casework.places.groups import (
    add_group_seat,
    describe_place_group,
    end_group_seat,
    end_place_group,
    fill_group_seat,
    found_place_group,
    vacate_group_seat,
)
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
)
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.places.rules import NewGroup
from coordinator.domain.places.views import GroupSeatRow, PlaceGroupRow
from coordinator.domain.roles import Role
from coordinator.reference.seats import Group, SeatState, seats_of
from tests.stores import COUNCIL, NURSE, OFFICER, POLICE, TODAY, Clock, sitting
from tests.switched import switch_on


@pytest.fixture(autouse=True)
def _panel_has_groups(desk: Desk) -> None:
    switch_on(desk, Feature.PLACES)


def the_group(desk: Desk) -> PlaceGroupRow:
    (row,) = find_place_groups(desk, with_ended=True)
    return row


def the_seat(desk: Desk, name: str) -> GroupSeatRow:
    return next(one for one in the_group(desk).seats if one.name == name)


@pytest.mark.parametrize(
    ("kind", "published"),
    [
        (GroupKind.PLACE, Group.SAFER_TOWN),
        (GroupKind.BOARD, Group.STRATEGIC_BOARD),
        (GroupKind.MANAGEMENT, Group.MANAGEMENT_GROUP),
    ],
)
def test_a_group_begins_with_the_published_seats_and_their_vacancies(
    desk: Desk, kind: GroupKind, published: Group
) -> None:
    found_place_group(desk, NewGroup("Group", kind, "Bodmin"))
    row = the_group(desk)
    seats = seats_of(published)
    assert [one.name for one in row.seats] == [one.title or one.agency for one in seats]
    vacant = {SeatState.VACANT, SeatState.TO_BE_CONFIRMED}
    assert row.vacant == sum(one.state in vacant for one in seats)
    assert {one.vacant_since for one in row.seats} <= {None, TODAY}
    assert {one.holder for one in row.seats} == {""}


def test_a_seat_to_be_confirmed_is_vacant_from_the_first_day(desk: Desk) -> None:
    found_place_group(desk, NewGroup("Board", GroupKind.BOARD))
    assert the_seat(desk, "Representative").vacant_since == TODAY


def test_a_group_may_begin_without_seats(desk: Desk) -> None:
    found_place_group(desk, NewGroup("Bodmin", GroupKind.PLACE, "Bodmin", with_seats=False))
    assert the_group(desk).seats == ()


def test_a_seat_is_held_by_somebody_in_the_directory_or_by_name_until_nobody_does(
    desk: Desk,
) -> None:
    group = found_place_group(
        desk, NewGroup("Bodmin", GroupKind.PLACE, "Bodmin", with_seats=False)
    ).result
    seat = add_group_seat(
        desk, group, name="Town Clerk", agency_id=COUNCIL, vacant_since=TODAY
    ).result
    with pytest.raises(GuardError, match="seat-vacant"):
        vacate_group_seat(desk, seat, seen=1)
    with pytest.raises(InvalidFieldsError) as refused:
        fill_group_seat(desk, seat, seen=1)
    assert refused.value.fields == {"holder": "required"}
    seen = fill_group_seat(desk, seat, seen=1, holder="A. Clerk").result
    assert (the_seat(desk, "Town Clerk").holder, the_group(desk).vacant) == ("A. Clerk", 0)
    seen = fill_group_seat(desk, seat, seen=seen, holder_id=OFFICER).result
    assert the_seat(desk, "Town Clerk").holder_id == OFFICER
    assert the_seat(desk, "Town Clerk").holder != ""
    with pytest.raises(InvalidFieldsError) as refused:
        vacate_group_seat(desk, seat, seen=seen, since=TODAY + timedelta(days=1))
    assert refused.value.fields == {"vacant_since": "in-the-future"}
    seen = vacate_group_seat(desk, seat, seen=seen, since=TODAY - timedelta(days=40)).result
    row = the_seat(desk, "Town Clerk")
    assert (row.holder_id, row.holder, row.vacant_since) == (None, "", TODAY - timedelta(days=40))
    with pytest.raises(ReasonNeededError):
        end_group_seat(desk, seat, seen=seen, reason="")
    end_group_seat(desk, seat, seen=seen, reason="There is no town council here.")
    assert the_group(desk).seats == ()


def test_nobody_who_has_left_is_given_a_seat(desk: Desk) -> None:
    group = found_place_group(
        desk, NewGroup("Bodmin", GroupKind.PLACE, "Bodmin", with_seats=False)
    ).result
    seat = add_group_seat(desk, group, name="Nurse").result
    record_leaving(desk, NURSE, on=TODAY)
    with pytest.raises(GuardError, match="professional-left"):
        fill_group_seat(desk, seat, seen=1, holder_id=NURSE)


def test_a_seat_is_vacant_since_the_day_its_holder_left_their_post(desk: Desk) -> None:
    group = found_place_group(
        desk, NewGroup("Bodmin", GroupKind.PLACE, "Bodmin", with_seats=False)
    ).result
    seat = add_group_seat(desk, group, name="Nurse").result
    fill_group_seat(desk, seat, seen=1, holder_id=NURSE)
    record_leaving(desk, NURSE, on=TODAY)
    row = the_seat(desk, "Nurse")
    assert (row.holder_id, row.holder, row.vacant_since) == (None, "", TODAY)


def test_a_task_and_finish_group_has_its_task_and_its_last_day(desk: Desk, clock: Clock) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        found_place_group(desk, NewGroup("Lighting", GroupKind.TASK_AND_FINISH))
    assert refused.value.fields == {"task": "required", "until_on": "required"}
    with pytest.raises(InvalidFieldsError) as refused:
        found_place_group(desk, NewGroup("Bodmin", GroupKind.PLACE))
    assert refused.value.fields == {"place": "required"}
    board = found_place_group(desk, NewGroup("Board", GroupKind.BOARD, with_seats=False)).result
    group = found_place_group(
        desk,
        NewGroup(
            "Lighting",
            GroupKind.TASK_AND_FINISH,
            under_id=board,
            task="Light the harbour front",
            until_on=TODAY + timedelta(days=60),
        ),
    ).result
    (_board, row) = find_place_groups(desk)
    assert (row.under, row.is_over, row.seats) == ("Board", False, ())
    clock.move(days=61)
    assert find_place_groups(desk)[1].is_over
    describe_place_group(desk, group, seen=1, until_on=TODAY + timedelta(days=90))
    assert not find_place_groups(desk)[1].is_over
    end_place_group(desk, group, seen=2, reason="The lamps are lit.")
    assert [one.name for one in find_place_groups(desk)] == ["Board"]
    with pytest.raises(GuardError, match="group-ended"):
        add_group_seat(desk, group, name="Other")


def test_a_group_is_not_set_up_by_itself(desk: Desk) -> None:
    group = found_place_group(desk, NewGroup("Board", GroupKind.BOARD, with_seats=False)).result
    with pytest.raises(InvalidFieldsError) as refused:
        describe_place_group(desk, group, seen=1, under_id=group)
    assert refused.value.fields == {"under_id": "same"}


def test_only_who_keeps_the_directory_changes_groups(desk: Desk) -> None:
    with pytest.raises(NotPermittedError):
        found_place_group(
            sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE),
            NewGroup("Board", GroupKind.BOARD),
        )
