"""When the panel meets: the next date, bank holidays flagged, moves and cancellations."""

from datetime import date, time
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.running import open_meeting
from coordinator.casework.meetings.series import (
    Appointment,
    cancel_meeting,
    change_series,
    end_series,
    move_meeting,
    read_series,
    schedule_meeting,
    schedule_next,
    start_series,
)
from coordinator.db.models import Meeting
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    TransitionError,
)
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.roles import Role
from coordinator.domain.states import MeetingStatus
from tests.meetings import TEN, weekly
from tests.stores import HEALTH, NURSE, TODAY, Clock, sitting


def meeting(desk: Desk, meeting_id: UUID) -> Meeting:
    with desk.read() as look:
        return look.get(Meeting, meeting_id)


def test_the_next_meeting_follows_the_last_with_its_own_reference(desk: Desk) -> None:
    series = weekly(desk)

    found = [meeting(desk, schedule_next(desk, series).result) for _ in range(3)]

    assert [(one.reference, one.on) for one in found] == [
        ("M26-001", date(2026, 11, 19)),
        ("M26-002", date(2026, 11, 26)),
        ("M26-003", date(2026, 12, 3)),
    ]
    assert {one.starts_at for one in found} == {TEN}


def test_the_next_meeting_asked_for_twice_is_put_in_once(desk: Desk) -> None:
    series = weekly(desk)
    shown = read_series(desk)[0].next_days[0].on

    first = schedule_next(desk, series, on=shown).result
    with pytest.raises(GuardError, match="series-day-given"):
        schedule_next(desk, series, on=shown)

    assert meeting(desk, first).on == shown
    assert read_series(desk)[0].next_days[0].on == date(2026, 11, 26)


def test_references_start_anew_each_year(desk: Desk) -> None:
    first = schedule_meeting(desk, MeetingType.TASKING, Appointment(date(2026, 12, 31), TEN))
    second = schedule_meeting(desk, MeetingType.TASKING, Appointment(date(2027, 1, 7), TEN))

    assert meeting(desk, first.result).reference == "M26-001"
    assert meeting(desk, second.result).reference == "M27-001"


def test_a_fortnightly_series_leaves_a_week_out(desk: Desk) -> None:
    first = Appointment(TODAY, TEN)
    series = start_series(desk, name="Fortnightly", first=first, every_weeks=2).result

    days = [meeting(desk, schedule_next(desk, series).result).on for _ in range(2)]

    assert days == [date(2026, 11, 19), date(2026, 12, 3)]


def test_a_moved_meeting_does_not_shift_the_ones_after_it(desk: Desk) -> None:
    series = weekly(desk)
    schedule_next(desk, series)
    second = schedule_next(desk, series).result

    moved = Appointment(date(2026, 11, 25), time(14, 0), place="Kerrow Hall")
    move_meeting(desk, second, moved, seen=1, reason="The hall is taken.")

    assert meeting(desk, second).on == date(2026, 11, 25)
    assert meeting(desk, second).starts_at == time(14, 0)
    assert meeting(desk, schedule_next(desk, series).result).on == date(2026, 12, 3)


def test_days_that_have_gone_by_are_not_scheduled(desk: Desk, clock: Clock) -> None:
    series = weekly(desk)
    schedule_next(desk, series)
    clock.move(days=30)

    assert meeting(desk, schedule_next(desk, series).result).on == date(2026, 12, 24)


def test_a_bank_holiday_is_flagged_and_not_skipped(desk: Desk) -> None:
    series = weekly(desk, date(2026, 12, 18))

    row = read_series(desk, days=3)[0]

    assert row.id == series
    assert [(day.on, day.is_closed) for day in row.next_days] == [
        (date(2026, 12, 18), False),
        (date(2026, 12, 25), True),
        (date(2027, 1, 1), True),
    ]


def test_an_ended_series_gives_no_more_meetings(desk: Desk) -> None:
    series = weekly(desk)
    end_series(desk, series, reason="The pilot is over.")

    with pytest.raises(GuardError, match="series-ended"):
        schedule_next(desk, series)
    assert read_series(desk)[0].next_days == ()


def test_a_series_changes_for_the_meetings_to_come(desk: Desk) -> None:
    series = weekly(desk)
    before = schedule_next(desk, series).result
    change_series(desk, series, seen=1, starts_at=time(9, 30))

    assert meeting(desk, before).starts_at == TEN
    assert meeting(desk, schedule_next(desk, series).result).starts_at == time(9, 30)
    with pytest.raises(InvalidFieldsError):
        change_series(desk, series, seen=2, first_on=TODAY)


@pytest.mark.parametrize("fields", [{"name": " "}, {"every_weeks": 3}])
def test_a_series_that_cannot_be_is_refused(desk: Desk, fields: dict[str, object]) -> None:
    with pytest.raises(InvalidFieldsError):
        start_series(desk, **({"name": "Panel", "first": Appointment(TODAY, TEN)} | fields))  # type: ignore[arg-type]
    assert read_series(desk) == ()


def test_moving_and_cancelling_need_a_reason(desk: Desk) -> None:
    found = schedule_next(desk, weekly(desk)).result

    with pytest.raises(ReasonNeededError):
        move_meeting(desk, found, Appointment(date(2026, 11, 20), TEN), seen=1, reason=" ")
    with pytest.raises(ReasonNeededError):
        cancel_meeting(desk, found, reason="")
    assert meeting(desk, found).status is MeetingStatus.SCHEDULED
    assert meeting(desk, found).on == TODAY


def test_a_cancelled_meeting_says_why_and_stays_cancelled(desk: Desk) -> None:
    found = schedule_next(desk, weekly(desk)).result
    cancel_meeting(desk, found, reason="Snow.")

    assert meeting(desk, found).cancel_reason == "Snow."
    with pytest.raises(TransitionError):
        cancel_meeting(desk, found, reason="Again.")
    with pytest.raises(GuardError):
        move_meeting(desk, found, Appointment(date(2026, 11, 20), TEN), seen=2, reason="Thaw.")


def test_a_meeting_that_has_begun_is_neither_moved_nor_cancelled(desk: Desk) -> None:
    found = schedule_next(desk, weekly(desk)).result
    open_meeting(desk, found, at=TEN)

    with pytest.raises(GuardError):
        move_meeting(desk, found, Appointment(date(2026, 11, 20), TEN), seen=2, reason="Late.")
    with pytest.raises(TransitionError):
        cancel_meeting(desk, found, reason="Nobody came.")


def test_only_those_who_run_meetings_schedule_them(desk: Desk) -> None:
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises(NotPermittedError):
        start_series(nurse, name="Mine", first=Appointment(TODAY, TEN))
