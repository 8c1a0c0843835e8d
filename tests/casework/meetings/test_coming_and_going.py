"""A room that fills and empties: everybody else at once, late, early, back, and the quorum."""

from datetime import time
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.live.rooms import read_opening, read_room_facts
from coordinator.casework.meetings.attendance import (
    Attendee,
    add_attendee,
    record_apologies,
    record_attendance,
    record_substitute,
)
from coordinator.casework.meetings.coming_and_going import (
    clock_of,
    record_arrival,
    record_departure,
    record_everybody_else,
    remove_attendee,
)
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import close_meeting, name_officers
from coordinator.casework.records.undoing import undo_act
from coordinator.db.models import Action
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    StaleRecordError,
)
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.views import PresenceRow
from coordinator.domain.roles import Right
from tests.meetings import NOON, SEATS, add_action, add_case, add_seats, opened_meeting
from tests.stores import CHAIR, COORDINATOR, HEALTH, NURSE, OFFICER, TODAY, WORKER, nobody_signed


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    add_seats(desk, [*SEATS, ("Probation", None, None)])
    return opened_meeting(desk)


def row(desk: Desk, meeting: UUID, professional: UUID) -> PresenceRow:
    found = read_meeting(desk, meeting).attendance
    return next(one for one in found if one.professional_id == professional)


def test_everybody_else_is_one_act_that_can_be_taken_back_whole(desk: Desk, meeting: UUID) -> None:
    nurse = row(desk, meeting, NURSE)
    record_apologies(desk, nurse.id, seen=nurse.revision)

    done = record_everybody_else(desk, meeting)

    assert done.result == 4
    found = read_meeting(desk, meeting)
    assert [one.result for one in found.attendance] == [
        *[Attendance.PRESENT] * 4,
        Attendance.APOLOGIES,
        Attendance.VACANT,
    ]
    assert done.changes.act is not None
    undo_act(desk, done.changes.act)
    left = [one.result for one in read_meeting(desk, meeting).attendance]
    assert left == [*[None] * 4, Attendance.APOLOGIES, Attendance.VACANT]


def test_somebody_late_is_present_for_part_from_now_on(desk: Desk, meeting: UUID) -> None:
    officer = row(desk, meeting, OFFICER)
    record_arrival(desk, officer.id, seen=officer.revision)
    found = row(desk, meeting, OFFICER)
    assert (found.result, found.arrived_at) == (Attendance.PART, clock_of(desk))


def test_a_substitute_who_comes_late_stays_a_substitute(desk: Desk, meeting: UUID) -> None:
    officer = row(desk, meeting, OFFICER)
    seen = record_substitute(desk, officer.id, Attendee(name="Ffion Rees"), seen=1).result
    record_arrival(desk, officer.id, seen=seen, at=time(10, 20))
    found = next(one for one in read_meeting(desk, meeting).attendance if one.id == officer.id)
    assert (found.result, found.name) == (Attendance.SUBSTITUTE, "Ffion Rees")


def test_the_quorum_falls_when_somebody_leaves_and_rises_when_they_are_back(
    desk: Desk, meeting: UUID
) -> None:
    record_everybody_else(desk, meeting)
    assert read_meeting(desk, meeting).quorum.present == 4
    officer = row(desk, meeting, OFFICER)

    record_departure(desk, officer.id, seen=officer.revision, at=time(10, 40))
    gone = row(desk, meeting, OFFICER)
    assert read_meeting(desk, meeting).quorum.present == 3
    assert (gone.result, gone.left_at) == (Attendance.PART, time(10, 40))

    record_arrival(desk, officer.id, seen=gone.revision)
    assert read_meeting(desk, meeting).quorum.present == 4
    assert row(desk, meeting, OFFICER).left_at is None


def test_the_minutes_count_everybody_who_came(desk: Desk, meeting: UUID) -> None:
    record_everybody_else(desk, meeting)
    officer = row(desk, meeting, OFFICER)
    record_departure(desk, officer.id, seen=officer.revision, at=time(10, 40))
    close_meeting(desk, meeting, at=NOON)
    assert read_meeting(desk, meeting).quorum.present == 4


def test_nobody_leaves_who_was_not_there_or_before_they_came(desk: Desk, meeting: UUID) -> None:
    officer = row(desk, meeting, OFFICER)
    with pytest.raises(InvalidFieldsError):
        record_departure(desk, officer.id, seen=1)
    seen = record_arrival(desk, officer.id, seen=1, at=time(10, 30)).result
    with pytest.raises(InvalidFieldsError):
        record_departure(desk, officer.id, seen=seen, at=time(10, 20))
    vacant = read_meeting(desk, meeting).attendance[-1]
    with pytest.raises(InvalidFieldsError):
        record_arrival(desk, vacant.id, seen=1)


def test_a_slip_that_is_corrected_leaves_nothing_behind(desk: Desk, meeting: UUID) -> None:
    nobody_signed(desk)
    officer = row(desk, meeting, OFFICER)
    seen = record_arrival(desk, officer.id, seen=1, at=time(10, 30)).result
    seen = record_attendance(desk, officer.id, Attendance.PRESENT, seen=seen).result
    assert row(desk, meeting, OFFICER).arrived_at is None

    seen = record_apologies(desk, officer.id, seen=seen, information_on=TODAY).result
    seen = record_attendance(desk, officer.id, Attendance.PRESENT, seen=seen).result
    assert not row(desk, meeting, OFFICER).information_sent

    stand_in = Attendee(name="Ffion Rees", has_signed=True)
    seen = record_substitute(desk, officer.id, stand_in, seen=seen).result
    record_apologies(desk, officer.id, seen=seen)
    found = row(desk, meeting, OFFICER)
    assert (found.name, found.confidentiality_signed) == ("Dylan Ashdown", False)


def test_nobody_of_the_directory_is_in_the_room_twice(desk: Desk, meeting: UUID) -> None:
    record_everybody_else(desk, meeting)
    nurse, officer = row(desk, meeting, NURSE), row(desk, meeting, OFFICER)
    with pytest.raises(DuplicateRecordError) as told:
        add_attendee(desk, meeting, Attendance.OBSERVER, Attendee(professional_id=NURSE))
    assert told.value.record == nurse.id
    somebody = Attendee(professional_id=NURSE)
    with pytest.raises(DuplicateRecordError):
        record_substitute(desk, officer.id, somebody, seen=officer.revision)


def test_a_guest_is_taken_off_the_list_and_a_seat_is_not(desk: Desk, meeting: UUID) -> None:
    guest = add_attendee(
        desk, meeting, Attendance.OBSERVER, Attendee(name="Gwen", agency_id=HEALTH)
    ).result
    remove_attendee(desk, guest)
    assert all(one.id != guest for one in read_meeting(desk, meeting).attendance)
    with pytest.raises(GuardError, match="seat-stays"):
        remove_attendee(desk, row(desk, meeting, NURSE).id)


def test_chair_and_minute_taker_of_the_day_are_changed(desk: Desk, meeting: UUID) -> None:
    before = read_opening(desk, meeting)
    assert before.chair_id == CHAIR
    name_officers(desk, meeting, seen=before.revision, chair_id=NURSE, minute_taker_id=COORDINATOR)
    assert read_opening(desk, meeting).chair == "Kasia Dębska"
    assert read_meeting(desk, meeting).header.chair == "Kasia Dębska"
    with pytest.raises(StaleRecordError):
        name_officers(
            desk, meeting, seen=before.revision, chair_id=WORKER, minute_taker_id=COORDINATOR
        )


def test_owners_who_are_not_in_the_room_are_to_be_told(desk: Desk, meeting: UUID) -> None:
    person, _case = add_case(desk)
    for number, owner in enumerate((NURSE, NURSE, OFFICER), start=1):
        action = add_action(desk, person, TODAY, number=f"A26-000{number}")
        with desk.act(Right.UPDATE_ACTIONS) as tx:
            agreed = tx.get(Action, action)
            agreed.owner_id, agreed.meeting_id = owner, meeting
            tx.journal("test.agreed")
    officer = row(desk, meeting, OFFICER)
    record_attendance(desk, officer.id, Attendance.PRESENT, seen=1)
    assert read_room_facts(desk, meeting).to_tell == ("Kasia Dębska",)

    record_departure(desk, officer.id, seen=2)
    assert read_room_facts(desk, meeting).to_tell == ("Dylan Ashdown", "Kasia Dębska")
