"""Meetings called on the spot: lighter than a panel, and nothing of the panel is pulled in."""

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.live.closing import read_closing
from coordinator.casework.live.reads import read_live_meeting
from coordinator.casework.meetings.agendas import NewItem, Rewritten, add_urgent_item, write_agenda
from coordinator.casework.meetings.called import begin_huddle, call_meeting
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import defer_item, take_item
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import (
    close_meeting,
    open_meeting,
    record_statement_read,
)
from coordinator.casework.meetings.series import Appointment, schedule_meeting
from coordinator.casework.week.this_week import read_this_week
from coordinator.domain.errors import GuardError, MissingRecordError, NotPermittedError
from coordinator.domain.lists.meetings import Attendance, MeetingType
from coordinator.domain.roles import Role
from coordinator.domain.states import ItemStatus, MeetingStatus
from tests.meetings import (
    NOON,
    TEN,
    add_action,
    add_case,
    add_referral,
    add_seats,
    items_of,
    next_meeting_of,
    opened_meeting,
    weekly,
)
from tests.stores import CHAIR, HOUSING, TODAY, WORKER, Clock, sitting


@pytest.fixture
def panel(desk: Desk) -> Desk:
    """A panel with seats, two cases, a referral that waits and an action past its date."""
    add_seats(desk)
    person, _case = add_case(desk)
    add_case(desk, "Kerra")
    add_referral(desk)
    add_action(desk, person, TODAY)
    return desk


def test_a_professionals_meeting_stands_in_the_calendar_with_its_person(panel: Desk) -> None:
    person, case = add_case(panel, "Jory")
    meeting = call_meeting(panel, person).result
    row = read_live_meeting(panel, meeting).header.row
    assert (row.meeting_type, row.on) == (MeetingType.PROFESSIONALS, TODAY)
    assert [(one.person_id, one.case_id) for one in items_of(panel, meeting)] == [(person, case)]
    assert write_agenda(panel, meeting).result == Rewritten(0, 0)


def test_a_huddle_is_open_at_once_and_pulls_nothing(panel: Desk, clock: Clock) -> None:
    meeting = read_live_meeting(panel, begin_huddle(panel).result)
    assert meeting.header.row.status is MeetingStatus.IN_PROGRESS
    assert meeting.lines == ()
    assert read_meeting(panel, meeting.header.row.id).outstanding.not_done == ()
    assert meeting.last_reference == ""


def test_a_huddle_that_is_under_way_is_gone_on_with(panel: Desk) -> None:
    meeting = begin_huddle(panel).result
    assert begin_huddle(panel).result == meeting
    close_meeting(panel, meeting, at=NOON)
    assert begin_huddle(panel).result != meeting


def test_a_huddle_in_the_calendar_is_the_one_that_begins(panel: Desk) -> None:
    when = Appointment(TODAY, TEN, 15)
    planned = schedule_meeting(panel, MeetingType.OUTREACH, when).result
    assert begin_huddle(panel).result == planned


def test_nobody_is_missed_at_a_huddle(panel: Desk) -> None:
    huddle = read_live_meeting(panel, begin_huddle(panel).result)
    assert {row.result for row in huddle.attendance} == {Attendance.NOT_REQUIRED}
    opened = read_live_meeting(panel, opened_meeting(panel))
    assert {row.result for row in opened.attendance} == {None}


def test_people_are_added_to_a_huddle_as_they_come_up(panel: Desk) -> None:
    meeting = begin_huddle(panel).result
    person, _case = add_case(panel, "Jory")
    new = NewItem(person_id=person)
    item = add_urgent_item(panel, meeting, new, reason="Not seen since Monday.").result
    with pytest.raises(GuardError, match="statement-not-read"):
        take_item(panel, item)
    record_statement_read(panel, meeting, at=NOON, by_id=CHAIR)
    take_item(panel, item)
    lines = read_live_meeting(panel, meeting).lines
    assert [one.entry.status for one in lines] == [ItemStatus.TAKEN]


def test_few_may_agree_where_no_quorum_is_asked_for(panel: Desk, chair: Desk) -> None:
    person, _case = add_case(panel, "Jory")
    meeting = call_meeting(panel, person).result
    open_meeting(panel, meeting, at=TEN)
    record_statement_read(panel, meeting, at=TEN, by_id=CHAIR)
    assert read_live_meeting(panel, meeting).quorum.needed == 0
    assert read_closing(panel, meeting).kind.has_quorum is False
    (item,) = items_of(panel, meeting)
    take_item(panel, item.id)
    with pytest.raises(GuardError, match="not-quorate"):
        record_decision(chair, item.id, Decided("Ask for a room.", "Nothing else is left."))


def test_a_huddle_that_is_over_waits_for_no_minutes(panel: Desk) -> None:
    meeting = begin_huddle(panel).result
    close_meeting(panel, meeting, at=NOON)
    assert all(one.id != meeting for one in read_this_week(panel).unsigned)


def test_what_a_professionals_meeting_leaves_open_comes_to_the_panel(panel: Desk) -> None:
    person, case = add_case(panel, "Jory", next_review_on=None)
    meeting = call_meeting(panel, person).result
    open_meeting(panel, meeting, at=TEN)
    (item,) = items_of(panel, meeting)
    defer_item(panel, item.id, reason="Two agencies could not come.")
    close_meeting(panel, meeting, at=NOON)
    following = next_meeting_of(panel, weekly(panel))
    write_agenda(panel, following)
    assert case in {one.case_id for one in items_of(panel, following)}


def test_only_who_runs_meetings_calls_one_and_only_about_somebody(panel: Desk) -> None:
    person, _case = add_case(panel, "Jory")
    worker = sitting(panel, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    with pytest.raises(NotPermittedError):
        call_meeting(worker, person)
    with pytest.raises(MissingRecordError):
        call_meeting(panel, panel.new_id())
