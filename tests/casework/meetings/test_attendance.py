"""Who came: one row per seat, names of the day, and a quorum of agencies."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.attendance import (
    Attendee,
    add_attendee,
    declare_conflict,
    record_apologies,
    record_attendance,
    record_signature,
    record_substitute,
    record_times,
)
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import open_meeting
from coordinator.casework.meetings.series import schedule_next
from coordinator.db.models import Agency, Professional
from coordinator.domain.errors import GuardError, InvalidFieldsError, StaleRecordError
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.rules import Quorum
from coordinator.domain.meetings.views import PresenceRow
from coordinator.domain.roles import Right
from tests.meetings import SEATS, TEN, add_seats, opened_meeting, weekly
from tests.stores import CHAIR, HEALTH, HOUSING, NURSE, OFFICER, POLICE, TODAY, WORKER


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    add_seats(desk)
    return opened_meeting(desk)


def rows(desk: Desk, meeting: UUID) -> dict[str, PresenceRow]:
    """Give the attendance by the agency's name or, for guests, their own."""
    found = read_meeting(desk, meeting).attendance
    return {
        (row.agency if row.seat_id and row.agency != "Kerrow Council" else row.name): row
        for row in found
    }


def test_a_meeting_that_opens_has_one_row_per_seat_with_the_names_of_the_day(
    desk: Desk, meeting: UUID
) -> None:
    found = read_meeting(desk, meeting).attendance

    assert [(row.agency, row.name) for row in found] == [
        ("Kerrow Council", "Morwenna Tregear"),
        ("Kerrow Council", "Aled Hâf"),
        ("Kerrow Police", "Dylan Ashdown"),
        ("Kerrow Homes", "Rhys Roskilly"),
        ("Kerrow Mental Health", "Kasia Dębska"),
    ]
    assert {row.result for row in found} == {None}


def test_names_stay_those_of_the_day_when_people_and_agencies_change(
    desk: Desk, meeting: UUID
) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Agency, POLICE).name = "Peninsula Police"
        officer = tx.get(Professional, OFFICER)
        officer.name, officer.job = "Dylan Penrose", "Inspector"
        tx.get(Professional, CHAIR).name = "Morwenna Bligh"
        tx.journal("test.renamed")

    row = rows(desk, meeting)["Kerrow Police"]
    assert (row.name, row.job) == ("Dylan Ashdown", "")
    assert read_meeting(desk, meeting).header.chair == "Morwenna Tregear"


def test_a_vacant_seat_and_one_whose_holder_has_left_are_vacant(desk: Desk) -> None:
    add_seats(desk, [*SEATS, ("Probation", None, None)])
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, OFFICER).left_on = TODAY
        tx.journal("test.left")

    meeting = opened_meeting(desk)

    found = rows(desk, meeting)
    assert found["Probation"].result is Attendance.VACANT
    assert found["Kerrow Police"].result is Attendance.VACANT
    assert found["Kerrow Police"].name == ""
    with pytest.raises(InvalidFieldsError):
        record_attendance(desk, found["Probation"].id, Attendance.PRESENT, seen=1)


@pytest.mark.parametrize("result", sorted(set(Attendance) - {Attendance.SUBSTITUTE}))
def test_every_result_is_recorded(desk: Desk, meeting: UUID, result: Attendance) -> None:
    row = rows(desk, meeting)["Kerrow Police"]
    record_attendance(desk, row.id, result, seen=row.revision)
    assert rows(desk, meeting)["Kerrow Police"].result is result


def test_a_substitute_is_named_and_can_be_taken_back(desk: Desk, meeting: UUID) -> None:
    row = rows(desk, meeting)["Kerrow Police"]
    with pytest.raises(InvalidFieldsError):
        record_attendance(desk, row.id, Attendance.SUBSTITUTE, seen=1)
    with pytest.raises(InvalidFieldsError):
        record_substitute(desk, row.id, Attendee(name="  "), seen=1)

    somebody = Attendee(name="Ffion Rees", job="Sergeant", has_signed=True)
    record_substitute(desk, row.id, somebody, seen=1)
    found = rows(desk, meeting)["Kerrow Police"]
    assert (found.name, found.job, found.result) == (
        "Ffion Rees",
        "Sergeant",
        Attendance.SUBSTITUTE,
    )
    assert found.professional_id is None
    assert found.confidentiality_signed

    record_attendance(desk, row.id, Attendance.PRESENT, seen=found.revision)
    assert rows(desk, meeting)["Kerrow Police"].name == "Dylan Ashdown"


def test_apologies_say_whether_and_when_information_was_sent(desk: Desk, meeting: UUID) -> None:
    police, homes = (rows(desk, meeting)[name] for name in ("Kerrow Police", "Kerrow Homes"))
    record_apologies(desk, police.id, seen=1, information_on=TODAY - timedelta(days=1))
    record_apologies(desk, homes.id, seen=1)

    found = rows(desk, meeting)
    assert found["Kerrow Police"].result is Attendance.APOLOGIES_INFORMED
    assert found["Kerrow Police"].information_on == date(2026, 11, 18)
    assert found["Kerrow Homes"].result is Attendance.APOLOGIES
    assert not found["Kerrow Homes"].information_sent
    with pytest.raises(InvalidFieldsError):
        record_apologies(desk, police.id, seen=2, information_on=TODAY + timedelta(days=1))


def test_guests_without_a_seat_are_added(desk: Desk, meeting: UUID) -> None:
    student = Attendee(name="Gwen Osei", job="Student", agency_id=HEALTH)
    add_attendee(desk, meeting, Attendance.OBSERVER, student)
    add_attendee(desk, meeting, Attendance.PERSON_PRESENT, Attendee(name="Advocate for KP-0001"))
    with pytest.raises(InvalidFieldsError):
        add_attendee(desk, meeting, Attendance.VACANT, student)
    with pytest.raises(InvalidFieldsError):
        add_attendee(desk, meeting, Attendance.OBSERVER, Attendee())

    found = rows(desk, meeting)
    assert found["Gwen Osei"].agency == "Kerrow Mental Health"
    assert not found["Gwen Osei"].confidentiality_signed
    record_signature(desk, found["Gwen Osei"].id, seen=1)
    assert rows(desk, meeting)["Gwen Osei"].confidentiality_signed
    assert len(found) == 7


def test_somebody_from_the_directory_brings_agency_and_job(desk: Desk, meeting: UUID) -> None:
    add_attendee(desk, meeting, Attendance.PRESENT, Attendee(professional_id=NURSE))
    last = read_meeting(desk, meeting).attendance[-1]
    assert (last.name, last.agency_id, last.seat_id) == ("Kasia Dębska", HEALTH, None)


def test_late_and_early_are_kept_for_those_who_were_there(desk: Desk, meeting: UUID) -> None:
    row = rows(desk, meeting)["Kerrow Police"]
    with pytest.raises(InvalidFieldsError):
        record_times(desk, row.id, seen=1, arrived_at=time(10, 20), left_at=None)
    record_attendance(desk, row.id, Attendance.PART, seen=1)
    with pytest.raises(InvalidFieldsError):
        record_times(desk, row.id, seen=2, arrived_at=time(11, 0), left_at=time(10, 30))

    record_times(desk, row.id, seen=2, arrived_at=time(10, 20), left_at=time(11, 0))
    found = rows(desk, meeting)["Kerrow Police"]
    assert (found.arrived_at, found.left_at) == (time(10, 20), time(11, 0))


def test_a_conflict_of_interest_is_declared_and_taken_back(desk: Desk, meeting: UUID) -> None:
    row = rows(desk, meeting)["Kerrow Police"]
    record_attendance(desk, row.id, Attendance.PRESENT, seen=1)
    declare_conflict(desk, row.id, seen=2, conflict="Neighbour of the person in item 3.")
    assert rows(desk, meeting)["Kerrow Police"].conflict.startswith("Neighbour")
    declare_conflict(desk, row.id, seen=3, conflict="")
    assert rows(desk, meeting)["Kerrow Police"].conflict == ""


def test_two_people_ticking_one_seat_differently_are_told(desk: Desk, meeting: UUID) -> None:
    row = rows(desk, meeting)["Kerrow Police"]
    record_attendance(desk, row.id, Attendance.PRESENT, seen=1)
    with pytest.raises(StaleRecordError):
        record_apologies(desk, row.id, seen=1)
    assert rows(desk, meeting)["Kerrow Police"].result is Attendance.PRESENT


def test_the_quorum_counts_agencies_and_is_the_one_asked_for_that_day(
    desk: Desk, meeting: UUID
) -> None:
    assert read_meeting(desk, meeting).quorum == Quorum(0, 3)
    for name in ("Morwenna Tregear", "Aled Hâf", "Kerrow Police"):
        record_attendance(desk, rows(desk, meeting)[name].id, Attendance.PRESENT, seen=1)
    add_attendee(desk, meeting, Attendance.OBSERVER, Attendee(name="Gwen", agency_id=HEALTH))
    assert read_meeting(desk, meeting).quorum == Quorum(2, 3)

    homes = rows(desk, meeting)["Kerrow Homes"]
    record_substitute(desk, homes.id, Attendee(professional_id=WORKER), seen=1)
    assert read_meeting(desk, meeting).quorum.is_met
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        panel = tx.meetings.panel()
        assert panel is not None
        panel.quorum = 9
        tx.journal("test.quorum")
    assert read_meeting(desk, meeting).quorum == Quorum(3, 3)


def test_an_empty_panel_opens_a_meeting_that_says_it_is_not_quorate(desk: Desk) -> None:
    meeting = schedule_next(desk, weekly(desk)).result
    assert open_meeting(desk, meeting, at=TEN).result == 0

    found = read_meeting(desk, meeting)
    assert found.attendance == ()
    assert found.quorum == Quorum(0, 3)
    assert not found.quorum.is_met


def test_attendance_is_taken_once_the_meeting_is_open(desk: Desk) -> None:
    meeting = schedule_next(desk, weekly(desk)).result
    with pytest.raises(GuardError, match="meeting-not-open"):
        add_attendee(desk, meeting, Attendance.OBSERVER, Attendee(name="Gwen"))
    assert read_meeting(desk, meeting).attendance == ()


def test_an_agency_counts_once_when_it_holds_two_seats(desk: Desk) -> None:
    add_seats(desk, [("Homes", HOUSING, WORKER), ("Homes, repairs", HOUSING, WORKER)])
    meeting = opened_meeting(desk)
    for row in read_meeting(desk, meeting).attendance:
        record_attendance(desk, row.id, Attendance.PRESENT, seen=1)
    assert read_meeting(desk, meeting).quorum.present == 1
