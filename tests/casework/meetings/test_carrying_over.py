"""What was put off, not reached or cancelled returns; what was settled does not."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import (
    NewItem,
    Rewritten,
    add_item,
    withdraw_from_agenda,
    write_agenda,
)
from coordinator.casework.meetings.discussions import (
    defer_item,
    put_back_item,
    set_next_review,
    take_item,
)
from coordinator.casework.meetings.running import (
    close_meeting,
    open_meeting,
    record_statement_read,
)
from coordinator.casework.meetings.series import cancel_meeting
from coordinator.db.models import Case, Person
from coordinator.domain.errors import (
    GuardError,
    ReasonNeededError,
)
from coordinator.domain.lists.meetings import AgendaKind, WhyListed
from coordinator.domain.roles import Right
from coordinator.domain.states import CaseStatus, ItemStatus
from tests.meetings import (
    NOON,
    TEN,
    add_case,
    add_referral,
    items_of,
    next_meeting_of,
    opened_meeting,
    weekly,
)
from tests.stores import CHAIR, TODAY, Clock

WEEK = timedelta(days=7)


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    return next_meeting_of(desk, weekly(desk))


def kinds(desk: Desk, meeting: UUID) -> list[AgendaKind]:
    return [entry.kind for entry in read_agenda(desk, meeting).entries]


def test_what_was_put_off_or_not_reached_returns_on_the_next_agenda(desk: Desk) -> None:
    series = weekly(desk)
    add_case(desk, "Tomos", next_review_on=TODAY)
    first = next_meeting_of(desk, series)
    write_agenda(desk, first)
    beds = add_item(desk, first, NewItem(AgendaKind.SYSTEM, "Winter beds")).result
    vans = add_item(desk, first, NewItem(AgendaKind.SYSTEM, "The outreach van")).result
    done = add_item(desk, first, NewItem(AgendaKind.OTHER, "New telephone list")).result
    open_meeting(desk, first, at=TEN)
    defer_item(desk, beds, reason="No time.")
    take_item(desk, done)
    assert close_meeting(desk, first, at=NOON).result == 2

    second = next_meeting_of(desk, series)
    write_agenda(desk, second)

    found = {e.title or "Tomos": e.why for e in read_agenda(desk, second).entries}
    assert found == {
        "Tomos": (
            WhyListed.REVIEW_DUE,
            WhyListed.LEAD_TO_AGREE,
            WhyListed.LEFT_OPEN_LAST_TIME,
        ),
        "Winter beds": (WhyListed.DEFERRED_LAST_TIME,),
        "The outreach van": (WhyListed.LEFT_OPEN_LAST_TIME,),
    }
    assert write_agenda(desk, second).result == Rewritten(0, 0)
    assert {item.carried_from_id for item in items_of(desk, second)} >= {beds, vans}


def test_a_topic_goes_from_meeting_to_meeting_until_it_is_taken(desk: Desk, clock: Clock) -> None:
    series = weekly(desk)
    meeting = next_meeting_of(desk, series)
    add_item(desk, meeting, NewItem(AgendaKind.SYSTEM, "Winter beds"))
    for _ in range(3):
        open_meeting(desk, meeting, at=TEN)
        close_meeting(desk, meeting, at=NOON)
        clock.move(weeks=1)
        meeting = next_meeting_of(desk, series)
        write_agenda(desk, meeting)
        assert [entry.title for entry in read_agenda(desk, meeting).entries] == ["Winter beds"]
    (entry,) = read_agenda(desk, meeting).entries
    open_meeting(desk, meeting, at=TEN)
    take_item(desk, entry.id)
    close_meeting(desk, meeting, at=NOON)

    last = next_meeting_of(desk, series)
    write_agenda(desk, last)
    assert read_agenda(desk, last).entries == ()


def test_the_items_of_a_cancelled_meeting_are_carried_over(desk: Desk) -> None:
    series = weekly(desk)
    first = next_meeting_of(desk, series)
    add_item(desk, first, NewItem(AgendaKind.SYSTEM, "Winter beds", outcome_sought="A list"))
    cancel_meeting(desk, first, reason="Snow.")

    second = next_meeting_of(desk, series)
    write_agenda(desk, second)

    (entry,) = read_agenda(desk, second).entries
    assert (entry.title, entry.outcome_sought) == ("Winter beds", "A list")


def test_a_case_heard_since_is_not_carried_from_an_older_meeting(desk: Desk, clock: Clock) -> None:
    series = weekly(desk)
    add_case(desk, "Tomos", next_review_on=TODAY)
    first = next_meeting_of(desk, series)
    write_agenda(desk, first)
    cancel_meeting(desk, first, reason="Snow.")
    clock.move(weeks=1)
    second = opened_meeting(desk, series=series)
    (entry,) = read_agenda(desk, second).entries
    take_item(desk, entry.id)
    set_next_review(desk, entry.id, seen=2, on=TODAY + 10 * WEEK)
    close_meeting(desk, second, at=NOON)

    third = next_meeting_of(desk, series)
    write_agenda(desk, third)
    (entry,) = read_agenda(desk, third).entries
    assert entry.why == (WhyListed.LEAD_TO_AGREE,)


def test_a_case_put_on_by_hand_and_heard_is_not_carried_from_an_older_meeting(
    desk: Desk, clock: Clock
) -> None:
    series = weekly(desk)
    person, _ = add_case(desk, "Tomos", next_review_on=TODAY)
    first = next_meeting_of(desk, series)
    write_agenda(desk, first)
    cancel_meeting(desk, first, reason="Snow.")
    second = next_meeting_of(desk, series)
    item = add_item(desk, second, NewItem(AgendaKind.REVIEW, person_id=person)).result
    clock.move(weeks=1)
    open_meeting(desk, second, at=TEN)
    record_statement_read(desk, second, at=TEN, by_id=CHAIR)
    take_item(desk, item)
    close_meeting(desk, second, at=NOON)

    third = next_meeting_of(desk, series)
    write_agenda(desk, third)
    (entry,) = read_agenda(desk, third).entries
    assert entry.why == (WhyListed.REVIEW_DUE, WhyListed.LEAD_TO_AGREE)


def test_a_withdrawn_line_leaves_no_gap_and_comes_back_next_time(desk: Desk) -> None:
    series = weekly(desk)
    meeting = next_meeting_of(desk, series)
    add_case(desk, "Tomos", next_review_on=TODAY)
    add_referral(desk)
    write_agenda(desk, meeting)
    first = read_agenda(desk, meeting).entries[0]
    with pytest.raises(ReasonNeededError):
        withdraw_from_agenda(desk, first.id, reason="")

    withdraw_from_agenda(desk, first.id, reason="The lead is away.")
    write_agenda(desk, meeting)

    (entry,) = read_agenda(desk, meeting).entries
    assert (entry.number, entry.kind) == (1, AgendaKind.NEW_REFERRAL)
    assert items_of(desk, meeting)[0].status is ItemStatus.WITHDRAWN
    second = next_meeting_of(desk, series)
    write_agenda(desk, second)
    assert AgendaKind.REVIEW in kinds(desk, second)


def test_a_withdrawn_line_is_left_alone_when_the_agenda_is_written_again(
    desk: Desk, meeting: UUID
) -> None:
    _, case = add_case(desk, "Tomos", next_review_on=TODAY)
    write_agenda(desk, meeting)
    (line,) = items_of(desk, meeting)
    withdraw_from_agenda(desk, line.id, reason="The lead is away.")
    for status in (CaseStatus.PAUSED, CaseStatus.CLOSED):
        with desk.act(Right.DECIDE) as tx:
            tx.get(Case, case).status = status
            tx.journal("test.moved")
        assert write_agenda(desk, meeting).result == Rewritten(0, 0)

    (after,) = items_of(desk, meeting)
    assert (after.id, after.status_reason) == (line.id, "The lead is away.")
    assert after.revision == line.revision + 1


def test_a_line_withdrawn_by_mistake_is_put_back(desk: Desk, meeting: UUID) -> None:
    item = add_item(desk, meeting, NewItem(title="Winter beds")).result
    withdraw_from_agenda(desk, item, reason="A slip.")
    assert read_agenda(desk, meeting).entries == ()
    put_back_item(desk, item)
    assert [entry.title for entry in read_agenda(desk, meeting).entries] == ["Winter beds"]

    withdraw_from_agenda(desk, item, reason="Not this week.")
    cancel_meeting(desk, meeting, reason="Snow.")
    with pytest.raises(GuardError):
        put_back_item(desk, item)


def test_the_case_of_somebody_who_died_stays_until_it_is_closed(
    desk: Desk, meeting: UUID, clock: Clock
) -> None:
    person, _ = add_case(desk, "Tomos", next_review_on=TODAY + WEEK)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Person, person).died_on = TODAY
        tx.journal("test.died")
    clock.move(weeks=8)
    write_agenda(desk, meeting)
    (entry,) = read_agenda(desk, meeting).entries
    assert (entry.kind, entry.why) == (AgendaKind.CLOSURE, (WhyListed.HAS_DIED,))


def test_somebody_taken_off_the_file_has_no_line(desk: Desk, meeting: UUID) -> None:
    gone, _ = add_case(desk, "Tomos", next_review_on=TODAY)
    waiting, _ = add_referral(desk)
    write_agenda(desk, meeting)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Person, gone).removed = tx.get(Person, waiting).removed = True
        tx.journal("test.removed")
    assert read_agenda(desk, meeting).entries == ()
    write_agenda(desk, meeting)
    assert read_agenda(desk, meeting).entries == ()


def test_somebody_not_seen_for_weeks_is_on_the_agenda(desk: Desk, clock: Clock) -> None:
    series = weekly(desk)
    add_case(desk, "Tomos", next_review_on=TODAY + 20 * WEEK)
    clock.move(weeks=5)
    meeting = next_meeting_of(desk, series)
    write_agenda(desk, meeting)
    (entry,) = read_agenda(desk, meeting).entries
    assert WhyListed.NOT_SEEN in entry.why
