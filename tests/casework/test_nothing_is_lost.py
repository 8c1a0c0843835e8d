"""Through weeks of meetings held and cancelled, what is open comes back until it is settled."""

import random
from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import (
    NewItem,
    add_item,
    withdraw_from_agenda,
    write_agenda,
)
from coordinator.casework.meetings.discussions import (
    defer_item,
    set_next_review,
    take_item,
    withdraw_item,
)
from coordinator.casework.meetings.running import (
    close_meeting,
    open_meeting,
    record_statement_read,
)
from coordinator.casework.meetings.series import cancel_meeting
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.meetings.views import AgendaEntry
from tests.meetings import NOON, TEN, add_case, next_meeting_of, weekly
from tests.stores import CHAIR, Clock

WEEKS = 5
SETTLED = {"take", "withdraw"}


def settle(desk: Desk, entry: AgendaEntry, how: str) -> None:
    if how == "take":
        take_item(desk, entry.id)
    elif how == "defer":
        defer_item(desk, entry.id, reason="No time.")
    elif how == "withdraw":
        withdraw_item(desk, entry.id, reason="Settled elsewhere.")


def hold(desk: Desk, meeting: UUID, by: random.Random) -> set[str]:
    """Hold a meeting, treating its topics by chance; give the titles that were settled."""
    open_meeting(desk, meeting, at=TEN)
    record_statement_read(desk, meeting, at=TEN, by_id=CHAIR)
    settled = set()
    for entry in read_agenda(desk, meeting).entries:
        how = by.choice(["take", "defer", "withdraw", "leave"])
        settle(desk, entry, how)
        if how in SETTLED:
            settled.add(entry.title)
    close_meeting(desk, meeting, at=NOON)
    return settled


@pytest.mark.parametrize("seed", range(4))
def test_every_topic_returns_until_it_is_taken_or_withdrawn(
    desk: Desk, clock: Clock, seed: int
) -> None:
    by, series = random.Random(seed), weekly(desk)
    still_open: set[str] = set()
    for week in range(WEEKS):
        meeting = next_meeting_of(desk, series)
        write_agenda(desk, meeting)
        entries = read_agenda(desk, meeting).entries
        titles = [entry.title for entry in entries]
        assert sorted(titles) == sorted(still_open)
        if entries and by.random() < 0.3:
            withdraw_from_agenda(desk, entries[0].id, reason="Settled by telephone.")
            still_open.discard(entries[0].title)
        for title in (f"Topic {week}.{n}" for n in range(2)):
            add_item(desk, meeting, NewItem(AgendaKind.SYSTEM, title))
            still_open.add(title)
        if by.random() < 0.25:
            cancel_meeting(desk, meeting, reason="Snow.")
        else:
            still_open -= hold(desk, meeting, by)
        clock.move(days=7)


@pytest.mark.parametrize("seed", range(3))
def test_every_person_returns_until_the_panel_agrees_when_to_look_again(
    desk: Desk, clock: Clock, seed: int
) -> None:
    by, series = random.Random(seed), weekly(desk)
    waiting = {add_case(desk, f"Person {n}")[1] for n in range(3)}
    for _ in range(WEEKS):
        meeting = next_meeting_of(desk, series)
        write_agenda(desk, meeting)
        entries = read_agenda(desk, meeting).entries
        assert waiting <= {entry.case_id for entry in entries}
        open_meeting(desk, meeting, at=TEN)
        record_statement_read(desk, meeting, at=TEN, by_id=CHAIR)
        for entry in entries:
            how = by.choice(["take", "defer", "withdraw", "leave"])
            settle(desk, entry, how)
            if how == "take":
                far = clock.at.date() + timedelta(days=300)
                set_next_review(desk, entry.id, seen=entry.revision + 1, on=far)
                waiting -= {entry.case_id}
        close_meeting(desk, meeting, at=NOON)
        clock.move(days=7)
