"""Running a meeting from its opening to its close, and reading it back."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action as agree_action
from coordinator.casework.actions.outcomes import Occasion, report_action, set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.discussions import take_item
from coordinator.casework.meetings.reading import next_meeting, read_meeting, read_meetings
from coordinator.casework.meetings.running import (
    close_meeting,
    open_meeting,
    open_meeting_today,
    record_statement_read,
    settle_last_minutes,
    write_meeting_notes,
)
from coordinator.casework.meetings.series import (
    Appointment,
    cancel_meeting,
    move_meeting,
    schedule_meeting,
)
from coordinator.db.models import Action
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    StaleRecordError,
    TransitionError,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import MeetingType, MinutesAccuracy
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import ActionStatus, MeetingStatus, Sensitivity
from tests.meetings import (
    NOON,
    TEN,
    add_action,
    add_case,
    keep_from,
    next_meeting_of,
    opened_meeting,
    weekly,
)
from tests.stores import CHAIR, HEALTH, NURSE, POLICE, TODAY, WORKER, Clock, sitting


def test_a_meeting_opens_reads_its_statement_and_closes(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk))
    open_meeting(desk, meeting, at=TEN, minute_taker_id=NURSE)
    record_statement_read(desk, meeting, at=time(10, 4), by_id=CHAIR)
    write_meeting_notes(
        desk,
        meeting,
        seen=read_meeting(desk, meeting).header.row.revision,
        learning="Ring before the visit.",
        other_business="New telephone list.",
    )
    assert close_meeting(desk, meeting, at=NOON).result == 0

    found = read_meeting(desk, meeting)
    assert found.header.row.status is MeetingStatus.HELD
    assert (found.header.chair, found.header.minute_taker) == ("Morwenna Tregear", "Kasia Dębska")
    assert (found.began_at, found.ended_at) == (TEN, NOON)
    assert (found.statement_read_at, found.statement_read_by) == (time(10, 4), "Morwenna Tregear")
    assert (found.learning, found.other_business) == (
        "Ring before the visit.",
        "New telephone list.",
    )
    assert found.header.next_on == TODAY + timedelta(days=7)


def test_a_meeting_opens_and_closes_once_and_not_backwards(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk))
    with pytest.raises(TransitionError):
        close_meeting(desk, meeting, at=NOON)
    with pytest.raises(GuardError, match="meeting-not-open"):
        record_statement_read(desk, meeting, at=TEN, by_id=CHAIR)
    open_meeting(desk, meeting, at=TEN)
    with pytest.raises(TransitionError):
        open_meeting(desk, meeting, at=TEN)
    with pytest.raises(InvalidFieldsError):
        close_meeting(desk, meeting, at=time(9, 0))
    close_meeting(desk, meeting, at=NOON)
    with pytest.raises(TransitionError):
        open_meeting(desk, meeting, at=TEN)
    assert read_meeting(desk, meeting).ended_at == NOON


def test_a_cancelled_meeting_is_never_opened(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk))
    cancel_meeting(desk, meeting, reason="Snow.")
    with pytest.raises(TransitionError):
        open_meeting(desk, meeting, at=TEN)
    assert read_meeting(desk, meeting).began_at is None


def test_a_meeting_is_not_begun_before_its_day_but_once_it_is_moved(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk, TODAY + timedelta(days=1)))
    with pytest.raises(GuardError, match="meeting-not-yet"):
        open_meeting(desk, meeting, at=TEN)
    found = read_meeting(desk, meeting)
    assert (found.header.row.status, found.attendance) == (MeetingStatus.SCHEDULED, ())

    move_meeting(desk, meeting, Appointment(TODAY, TEN), seen=1, reason="Everybody is here.")
    open_meeting(desk, meeting, at=TEN)
    assert read_meeting(desk, meeting).began_at == TEN


def test_a_meeting_of_another_day_is_moved_here_and_begun_in_one_act(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk, TODAY + timedelta(days=1)))
    elsewhere = Appointment(TODAY + timedelta(days=2), TEN)
    seen = move_meeting(desk, meeting, elsewhere, seen=1, reason="Snow.").result
    with pytest.raises(StaleRecordError):
        open_meeting_today(desk, meeting, seen=1, at=TEN)
    open_meeting_today(desk, meeting, seen=seen, at=TEN)
    found = read_meeting(desk, meeting)
    assert (found.header.row.on, found.began_at) == (TODAY, TEN)
    with pytest.raises(GuardError, match="meeting-begun"):
        open_meeting_today(desk, meeting, seen=found.header.row.revision, at=TEN)


def test_nobody_unknown_chairs(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk))
    with pytest.raises(MissingRecordError):
        open_meeting(desk, meeting, at=TEN, chair_id=UUID(int=99))
    assert read_meeting(desk, meeting).header.row.status is MeetingStatus.SCHEDULED


def test_only_those_who_run_meetings_open_them(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk))
    with pytest.raises(NotPermittedError):
        open_meeting(sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH), meeting, at=TEN)
    assert read_meeting(desk, meeting).began_at is None


def test_the_minutes_before_are_agreed_or_amended(desk: Desk) -> None:
    meeting = opened_meeting(desk)
    assert read_meeting(desk, meeting).last_minutes_accuracy is None
    settle_last_minutes(desk, meeting)
    assert read_meeting(desk, meeting).last_minutes_accuracy is MinutesAccuracy.AGREED
    settle_last_minutes(desk, meeting, amendments="Item 3: the visit was on Monday.")
    found = read_meeting(desk, meeting)
    assert found.last_minutes_accuracy is MinutesAccuracy.AMENDED
    assert found.last_minutes == "Item 3: the visit was on Monday."


def test_minutes_not_yet_approved_are_amended_in_themselves_and_not_corrected(
    desk: Desk, clock: Clock
) -> None:
    series = weekly(desk)
    first = opened_meeting(desk, series=series)
    close_meeting(desk, first, at=NOON)
    clock.move(weeks=1)
    second = opened_meeting(desk, series=series)
    settle_last_minutes(desk, second, amendments="Item 3: the visit was on Monday.")
    assert read_meeting(desk, first).corrections == ()
    assert read_meeting(desk, second).last_reference == "M26-001"


def test_other_fields_are_not_notes_of_the_meeting(desk: Desk) -> None:
    meeting = opened_meeting(desk)
    with pytest.raises(InvalidFieldsError):
        write_meeting_notes(desk, meeting, seen=1, status="approved")


def outcome(desk: Desk, action: UUID, meeting: UUID | None, **said: object) -> None:
    with desk.read() as look:
        seen = look.get(Action, action).revision
    told = Outcome(**said)  # type: ignore[arg-type]
    set_outcome(desk, action, told, seen=seen, occasion=Occasion(meeting_id=meeting))


def test_actions_outstanding_are_told_apart_by_what_stopped_them(desk: Desk) -> None:
    person, _ = add_case(desk, "Tomos", next_review_on=TODAY)
    late = TODAY - timedelta(days=9)
    could, undone, silent, done, before = (
        add_action(desk, person, late, f"A26-000{n}") for n in range(1, 6)
    )
    outcome(desk, before, None, status=ActionStatus.NOT_DONE, note="The worker was ill.")
    meeting = opened_meeting(desk)
    outcome(
        desk, could, meeting, status=ActionStatus.COULD_NOT, barrier=BarrierCategory.MH_WAITING
    )
    outcome(desk, undone, meeting, status=ActionStatus.NOT_DONE, note="No time.")
    outcome(desk, done, meeting, status=ActionStatus.DONE, done_on=TODAY)

    found = read_meeting(desk, meeting).outstanding
    assert [row.action.id for row in found.could_not] == [could]
    assert [(row.action.id, row.reported) for row in found.not_done] == [
        (undone, ActionStatus.NOT_DONE),
        (silent, None),
        (before, ActionStatus.NOT_DONE),
    ]
    assert [row.action.id for row in found.done] == [done]
    assert found.not_done[2].note == "The worker was ill."


def test_an_action_reported_before_it_was_due_is_listed_as_well(desk: Desk) -> None:
    person, _ = add_case(desk, "Tomos", next_review_on=TODAY)
    early = add_action(desk, person, TODAY + timedelta(days=9))
    meeting = opened_meeting(desk)
    outcome(desk, early, meeting, status=ActionStatus.DONE, done_on=TODAY)
    assert [row.action.id for row in read_meeting(desk, meeting).outstanding.done] == [early]


def test_what_was_said_weeks_ago_or_afterwards_is_not_said_at_this_meeting(
    desk: Desk, clock: Clock
) -> None:
    person, _ = add_case(desk, "Tomos", next_review_on=TODAY)
    action = add_action(desk, person, TODAY - timedelta(days=2))
    report_action(desk, action, "Rang twice.", occasion=Occasion(on=TODAY - timedelta(days=30)))
    meeting = opened_meeting(desk)
    (row,) = read_meeting(desk, meeting).outstanding.not_done
    assert (row.reported, row.note) == (None, "")

    report_action(desk, action, "Rang again.", occasion=Occasion(on=TODAY - timedelta(days=1)))
    clock.move(days=3)
    report_action(desk, action, "Rang too late.")
    (row,) = read_meeting(desk, meeting).outstanding.not_done
    assert (row.reported, row.note) == (ActionStatus.OPEN, "Rang again.")


def test_the_panels_officers_of_the_day_run_the_meeting(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk))
    header = read_meeting(desk, meeting).header
    assert (header.chair, header.minute_taker) == ("Morwenna Tregear", "Aled Hâf")
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        panel = tx.meetings.panel()
        assert panel is not None
        panel.chair_id = NURSE
        tx.journal("test.chair")
    open_meeting(desk, meeting, at=TEN)
    assert read_meeting(desk, meeting).header.chair == "Kasia Dębska"


def test_what_the_minutes_say_of_actions_stays_when_they_move_on(desk: Desk, clock: Clock) -> None:
    person, _ = add_case(desk, "Tomos", next_review_on=TODAY)
    action = add_action(desk, person, TODAY - timedelta(days=2))
    meeting = opened_meeting(desk)
    close_meeting(desk, meeting, at=NOON)
    clock.move(days=3)
    outcome(desk, action, None, status=ActionStatus.DONE, done_on=date(2026, 11, 22))

    (row,) = read_meeting(desk, meeting).outstanding.not_done
    assert (row.action.id, row.reported) == (action, None)


def test_actions_agreed_stand_with_their_item_and_carry_the_meetings_number(desk: Desk) -> None:
    person, case = add_case(desk, "Tomos", next_review_on=TODAY)
    meeting = opened_meeting(desk)
    elsewhere, _ = add_case(desk, "Anna", next_review_on=TODAY + timedelta(days=30))
    due = TODAY + timedelta(days=7)
    for about in (person, elsewhere, None):
        agree_action(desk, NewAction("Ring", WORKER, due, person_id=about, meeting_id=meeting))

    found = read_meeting(desk, meeting)
    (item,) = found.items
    assert item.entry.case_id == case
    numbers = [row.number for row in (*item.actions, *found.other_actions)]
    assert len(set(numbers)) == 3
    assert all(one.startswith("M26-001/") for one in numbers)


def test_a_copy_leaves_out_what_its_reader_must_not_know_without_a_gap(desk: Desk) -> None:
    hidden, _ = add_case(desk, "Anna", next_review_on=TODAY)
    add_case(desk, "Tomos", next_review_on=TODAY)
    late = add_action(desk, hidden, TODAY - timedelta(days=9))
    keep_from(desk, hidden, POLICE)
    meeting = opened_meeting(desk)
    due = TODAY + timedelta(days=7)
    agree_action(desk, NewAction("Ring", WORKER, due, person_id=hidden, meeting_id=meeting))
    secret = NewAction("Ask", WORKER, due, meeting_id=meeting, sensitivity=Sensitivity.RESTRICTED)
    agree_action(desk, secret)
    for entry in read_agenda(desk, meeting).entries:
        take_item(desk, entry.id)

    full = read_meeting(desk, meeting)
    assert len(full.items) == 3
    assert [row.action.id for row in full.outstanding.not_done] == [late]
    copy = read_meeting(desk, meeting, reader=Reader(Role.AUDITOR, POLICE))
    assert [item.entry.number for item in copy.items] == [1, 2]
    assert copy.outstanding.not_done == ()
    assert copy.other_actions == ()
    assert all(not item.actions for item in copy.items)


def test_meetings_are_listed_latest_first_page_by_page(desk: Desk) -> None:
    series = weekly(desk)
    made = [next_meeting_of(desk, series) for _ in range(5)]

    first = read_meetings(desk, limit=2)
    second = read_meetings(desk, limit=2, before=(first[-1].on, first[-1].id))
    last = read_meetings(desk, limit=2, before=(second[-1].on, second[-1].id))

    assert [row.id for row in (*first, *second, *last)] == made[::-1]


def test_the_next_meeting_is_the_first_that_will_take_place(desk: Desk, clock: Clock) -> None:
    assert next_meeting(desk) is None
    series = weekly(desk)
    first, second = next_meeting_of(desk, series), next_meeting_of(desk, series)
    daily = Appointment(TODAY + timedelta(days=1), TEN)
    outreach = schedule_meeting(desk, MeetingType.OUTREACH, daily).result

    found = next_meeting(desk)
    assert found is not None
    assert found.id == first
    cancel_meeting(desk, first, reason="Snow.")
    found, tasking = next_meeting(desk), next_meeting(desk, MeetingType.TASKING)
    assert found is not None
    assert tasking is not None
    assert (found.id, tasking.id) == (outreach, second)
    clock.move(days=30)
    assert next_meeting(desk) is None
