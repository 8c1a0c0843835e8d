"""What a copy for one agency says of who was in the room."""

from dataclasses import replace
from datetime import time
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.attendance import (
    Attendee,
    add_attendee,
    declare_conflict,
    record_attendance,
    record_substitute,
)
from coordinator.casework.meetings.reading import read_meeting
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.views import PresenceRow
from coordinator.domain.papers.meeting import AttendanceLine
from coordinator.papers.meetings import attendance_lines
from tests.meetings import add_seats, opened_meeting
from tests.stores import HOUSING, TODAY


def _meeting(desk: Desk) -> UUID:
    add_seats(desk)
    meeting = opened_meeting(desk)
    row = read_meeting(desk, meeting).attendance[0]
    seen = record_attendance(desk, row.id, Attendance.PRESENT, seen=row.revision).result
    declare_conflict(desk, row.id, seen=seen, conflict="TB KP-0001: her neighbour")
    add_attendee(desk, meeting, Attendance.PERSON_PRESENT, Attendee(name="Advocate of TB KP-0001"))
    return meeting


def test_a_copy_for_an_agency_names_nobody_who_was_talked_about(desk: Desk) -> None:
    rows = read_meeting(desk, _meeting(desk)).attendance
    lines = attendance_lines(rows, TODAY, for_agency=True)
    said = " ".join(f"{one.name} {one.information}" for one in lines)
    assert "KP-0001" not in said
    assert "neighbour" not in said
    assert "Conflict of interest: declared" in said


def test_the_copy_of_the_panel_says_all_of_it(desk: Desk) -> None:
    rows = read_meeting(desk, _meeting(desk)).attendance
    said = " ".join(f"{one.name} {one.information}" for one in attendance_lines(rows, TODAY))
    assert "Conflict of interest: TB KP-0001: her neighbour" in said
    assert "Advocate of TB KP-0001" in said


def test_when_somebody_left_the_room_is_in_the_panels_copy_alone(desk: Desk) -> None:
    rows = read_meeting(desk, _meeting(desk)).attendance
    came = [replace(row, arrived_at=time(10, 5), left_at=time(10, 40)) for row in rows]
    for copy, times in ((attendance_lines(came, TODAY), True), (_for_agency(came), False)):
        said = " ".join(one.information for one in copy)
        assert ("Left 10:40" in said, "Arrived 10:05" in said) == (times, times)


def _for_agency(rows: list[PresenceRow]) -> tuple[AttendanceLine, ...]:
    return attendance_lines(rows, TODAY, for_agency=True)


def test_it_says_for_whom_a_deputy_came(desk: Desk) -> None:
    add_seats(desk)
    meeting = opened_meeting(desk)
    row = next(one for one in read_meeting(desk, meeting).attendance if one.agency_id == HOUSING)
    held = row.name
    seen = record_attendance(desk, row.id, Attendance.PRESENT, seen=row.revision).result
    seen = record_substitute(desk, row.id, Attendee(name="Wenna Jago"), seen=seen).result
    seen = record_substitute(desk, row.id, Attendee(name="Cador Wynn"), seen=seen).result
    (line,) = (
        one
        for one in attendance_lines(read_meeting(desk, meeting).attendance, TODAY, for_agency=True)
        if one.name == "Cador Wynn"
    )
    assert line.information == f"For {held}"
    record_attendance(desk, row.id, Attendance.PRESENT, seen=seen)
    rows = read_meeting(desk, meeting).attendance
    assert {one.instead_of for one in rows} == {""}
