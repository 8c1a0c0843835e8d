"""Seats: given, filled, with a deputy, vacant since a day; and the panel's own settings."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import change_panel, read_directory
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.directory.seats import (
    add_seat,
    add_template_seats,
    change_seat,
    fill_seat,
    name_deputy,
    remove_seat,
    vacate_seat,
)
from coordinator.domain.directory.rules import SeatRow
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    StaleRecordError,
)
from coordinator.domain.lists.agencies import Marking
from coordinator.reference.panels import panel_templates
from tests.stores import COORDINATOR, HEALTH, HOUSING, NURSE, OFFICER, TODAY, WORKER, Clock


def seats(desk: Desk) -> dict[UUID, SeatRow]:
    return {seat.id: seat for seat in read_directory(desk).seats}


def test_a_new_seat_is_vacant_and_says_for_how_long(desk: Desk, clock: Clock) -> None:
    seat = add_seat(desk, name="Mental health", agency_id=HEALTH, required=True).result
    clock.move(days=12)
    row = seats(desk)[seat]
    assert (row.agency, row.required, row.vacant_since, row.days_vacant) == (
        "Kerrow Mental Health",
        True,
        TODAY,
        12,
    )
    fill_seat(desk, seat, NURSE)
    row = seats(desk)[seat]
    assert (row.holder, row.vacant_since, row.days_vacant) == ("Kasia Dębska", None, None)


def test_a_vacated_seat_counts_from_the_day_it_was_left(desk: Desk) -> None:
    seat = add_seat(desk, name="Mental health", agency_id=HEALTH).result
    with pytest.raises(GuardError, match="seat-vacant"):
        vacate_seat(desk, seat)
    fill_seat(desk, seat, NURSE)
    with pytest.raises(InvalidFieldsError):
        vacate_seat(desk, seat, since=TODAY + timedelta(days=1))
    vacate_seat(desk, seat, since=TODAY - timedelta(days=3), reason="moved to another team")
    assert seats(desk)[seat].days_vacant == 3


def test_a_seat_is_held_by_its_own_agency_and_by_somebody_in_post(desk: Desk) -> None:
    seat = add_seat(desk, name="Mental health", agency_id=HEALTH).result
    with pytest.raises(GuardError, match="other-agency"):
        fill_seat(desk, seat, WORKER)
    with pytest.raises(GuardError, match="other-agency"):
        fill_seat(desk, seat, NURSE, deputy_id=WORKER)
    record_leaving(desk, NURSE)
    with pytest.raises(GuardError, match="professional-left"):
        fill_seat(desk, seat, NURSE)
    assert seats(desk)[seat].holder_id is None


def test_the_deputy_is_somebody_else(desk: Desk) -> None:
    chair = add_seat(desk, name="Chair").result
    with pytest.raises(InvalidFieldsError):
        fill_seat(desk, chair, OFFICER, deputy_id=OFFICER)
    fill_seat(desk, chair, OFFICER, deputy_id=WORKER)
    with pytest.raises(InvalidFieldsError):
        name_deputy(desk, chair, OFFICER)
    assert (seats(desk)[chair].deputy, seats(desk)[chair].agency) == (
        "Rhys Roskilly",
        "Kerrow Police",
    )
    fill_seat(desk, chair, WORKER)  # the deputy takes over
    assert seats(desk)[chair].deputy_id is None
    name_deputy(desk, chair, OFFICER)
    name_deputy(desk, chair, None)
    assert seats(desk)[chair].deputy == ""


def test_a_panel_starts_with_the_seats_of_its_kind(desk: Desk) -> None:
    made = add_template_seats(desk, "complex_needs").result
    template = next(one for one in panel_templates() if one.key == "complex_needs")
    rows = read_directory(desk).seats
    assert [row.name for row in rows] == [seat.name for seat in template.seats]
    assert [row.id for row in rows] == list(made)
    held = {row.agency for row in rows}
    assert "Kerrow Mental Health" in held  # the one agency of that kind
    chair, coordinator = rows[0], rows[1]
    panel = read_directory(desk).panel
    assert (chair.holder, coordinator.holder) == (panel.chair, panel.coordinator)
    assert coordinator.days_vacant is None
    assert add_template_seats(desk, "complex_needs").result == ()
    with pytest.raises(InvalidFieldsError):
        add_template_seats(desk, "allotments")


def test_a_seat_is_made_once_renamed_and_taken_off(desk: Desk) -> None:
    seat = add_seat(desk, name="Housing", agency_id=HOUSING).result
    with pytest.raises(DuplicateRecordError):
        add_seat(desk, name=" housing ", agency_id=HOUSING)
    with pytest.raises(InvalidFieldsError):
        add_seat(desk, name=" ")
    with pytest.raises(InvalidFieldsError):
        change_seat(desk, seat, seen=1, holder_id=WORKER)
    change_seat(desk, seat, seen=1, name="Landlord")
    with pytest.raises(StaleRecordError):
        change_seat(desk, seat, seen=1, name="Homes")
    assert seats(desk)[seat].name == "Landlord"
    remove_seat(desk, seat, reason="merged with another")
    assert seats(desk) == {}


def test_the_panels_settings_change_and_hold_together(desk: Desk) -> None:
    for wrong, rule in (
        ({"name": " "}, {"name": "required"}),
        ({"quorum": -1}, {"quorum": "negative"}),
        ({"prefix": ""}, {"prefix": "required"}),
        ({"chairs": 2}, {"chairs": "unknown"}),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            change_panel(desk, seen=1, **wrong)
        assert refused.value.fields == rule
    change_panel(
        desk, seen=1, prefix=" kx ", marking=Marking.OFFICIAL, places=["Kerrow"], quorum=4
    )
    panel = read_directory(desk).panel
    assert (panel.prefix, panel.marking, panel.places, panel.quorum, panel.coordinator_id) == (
        "KX",
        Marking.OFFICIAL,
        ("Kerrow",),
        4,
        COORDINATOR,
    )
    record_leaving(desk, NURSE)
    with pytest.raises(GuardError, match="professional-left"):
        change_panel(desk, seen=2, vice_chair_id=NURSE)
