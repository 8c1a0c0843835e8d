"""A meeting that was held, and its minutes on their way to approval."""

from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import add_note, take_item
from coordinator.casework.meetings.minutes import draft_minutes, issue_minutes
from coordinator.casework.meetings.running import close_meeting
from coordinator.domain.lists.meetings import DecidedHow
from tests.meetings import NOON, add_case, add_seats, opened_meeting, weekly
from tests.stores import POLICE, TODAY

BY_CHAIR = Decided("Offer the room.", "It is warm.", how=DecidedHow.CHAIR)


@pytest.fixture
def series(desk: Desk) -> UUID:
    return weekly(desk)


@pytest.fixture
def held(desk: Desk, series: UUID) -> UUID:
    """A meeting that took its one item and was closed."""
    add_seats(desk)
    add_case(desk, "Tomos", next_review_on=TODAY)
    meeting = opened_meeting(desk, series=series)
    item = read_agenda(desk, meeting).entries[0].id
    take_item(desk, item)
    add_note(desk, item, agency_id=POLICE, text="Two calls.")
    record_decision(desk, item, BY_CHAIR)
    close_meeting(desk, meeting, at=NOON)
    return meeting


@pytest.fixture
def issued(desk: Desk, held: UUID) -> UUID:
    draft_minutes(desk, held)
    issue_minutes(desk, held)
    return held
