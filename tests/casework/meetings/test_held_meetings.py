"""A meeting whose minutes were taken on paper, written down after it."""

from datetime import time
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agendas import NewItem, add_item
from coordinator.casework.meetings.held import record_held
from coordinator.casework.meetings.minutes import draft_minutes, issue_minutes
from coordinator.casework.meetings.reading import read_meeting
from coordinator.domain.errors import GuardError, InvalidFieldsError, TransitionError
from coordinator.domain.states import ItemStatus, MeetingStatus
from tests.meetings import add_case, next_meeting_of, weekly
from tests.stores import Clock

TEN, HALF_PAST_ELEVEN = time(10), time(11, 30)


@pytest.fixture
def meeting(desk: Desk, clock: Clock) -> UUID:
    found = next_meeting_of(desk, weekly(desk))
    add_item(desk, found, NewItem(title="The new hostel"))
    clock.move(days=(read_meeting(desk, found).header.row.on - desk.today()).days)
    return found


def held(desk: Desk, meeting: UUID, *, read: bool = True, until: time = HALF_PAST_ELEVEN) -> int:
    done = record_held(desk, meeting, began_at=TEN, ended_at=until, statement_read=read)
    return done.result


def test_it_leads_to_minutes(desk: Desk, meeting: UUID) -> None:
    assert held(desk, meeting) == 1
    record = read_meeting(desk, meeting)
    assert record.header.row.status is MeetingStatus.HELD
    assert [one.entry.status for one in record.items] == [ItemStatus.TAKEN]
    draft_minutes(desk, meeting)
    issue_minutes(desk, meeting)


def test_it_is_written_down_once_and_not_before_its_day(
    desk: Desk, meeting: UUID, clock: Clock
) -> None:
    clock.move(days=-1)
    with pytest.raises(GuardError, match="meeting-not-yet"):
        held(desk, meeting)
    clock.move(days=1)
    held(desk, meeting)
    with pytest.raises(TransitionError):
        held(desk, meeting)


def test_what_cannot_be_writes_nothing(desk: Desk, meeting: UUID) -> None:
    with pytest.raises(InvalidFieldsError):
        held(desk, meeting, until=time(9))
    assert read_meeting(desk, meeting).header.row.status is MeetingStatus.SCHEDULED


def test_people_are_talked_about_after_the_statement(desk: Desk, meeting: UUID) -> None:
    person, _case = add_case(desk, "Morwenna")
    add_item(desk, meeting, NewItem(person_id=person))
    with pytest.raises(GuardError, match="statement-not-read"):
        held(desk, meeting, read=False)
    assert held(desk, meeting) == 2
