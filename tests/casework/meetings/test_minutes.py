"""Minutes go from draft to approval; from then on only dated corrections."""

from datetime import date, time, timedelta
from functools import partial
from uuid import UUID

import pytest

from coordinator.casework.actions.barriers import describe_barrier
from coordinator.casework.actions.outcomes import Occasion, set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agendas import (
    write_agenda,
)
from coordinator.casework.meetings.attendance import (
    record_attendance,
)
from coordinator.casework.meetings.discussions import (
    defer_item,
    take_item,
    write_facts,
)
from coordinator.casework.meetings.minutes import (
    approve_minutes,
    draft_minutes,
    issue_minutes,
    record_approval,
    take_back_minutes,
)
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import (
    close_meeting,
    open_meeting,
)
from coordinator.db.models import Action
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    TransitionError,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.states import ActionStatus, MeetingStatus
from tests.meetings import (
    NOON,
    TEN,
    add_action,
    add_case,
    add_seats,
    items_of,
    next_meeting_of,
    opened_meeting,
)
from tests.stores import CHAIR, NURSE, TODAY, Clock


def status(desk: Desk, meeting: UUID) -> MeetingStatus:
    return read_meeting(desk, meeting).header.row.status


def test_minutes_are_drafted_issued_and_approved_by_the_chair(
    desk: Desk, chair: Desk, held: UUID, clock: Clock
) -> None:
    draft_minutes(desk, held)
    clock.move(days=1)
    issue_minutes(desk, held)
    clock.move(days=1)
    approve_minutes(chair, held)

    found = read_meeting(desk, held)
    assert found.header.row.status is MeetingStatus.APPROVED
    assert (found.header.row.issued_on, found.header.row.approved_on) == (
        date(2026, 11, 20),
        date(2026, 11, 21),
    )
    assert (found.approved_by, found.approval_how) == ("Morwenna Tregear", "at_the_desk")


def test_no_step_is_left_out_or_taken_twice(desk: Desk, chair: Desk, held: UUID) -> None:
    for early in (partial(issue_minutes, desk, held), partial(approve_minutes, chair, held)):
        with pytest.raises(TransitionError):
            early()
    draft_minutes(desk, held)
    with pytest.raises(TransitionError):
        draft_minutes(desk, held)
    issue_minutes(desk, held)
    with pytest.raises(GuardError, match="minutes-issued"):
        draft_minutes(desk, held)
    assert status(desk, held) is MeetingStatus.MINUTES_ISSUED


def test_minutes_with_an_item_nobody_resolved_are_not_issued(desk: Desk, series: UUID) -> None:
    add_case(desk, "Tomos", next_review_on=TODAY)
    add_case(desk, "Anna", next_review_on=TODAY)
    meeting = opened_meeting(desk, series=series)
    close_meeting(desk, meeting, at=NOON)
    draft_minutes(desk, meeting)
    with pytest.raises(GuardError) as refused:
        issue_minutes(desk, meeting)
    assert (refused.value.guard, refused.value.count) == ("unresolved-items", 2)
    assert status(desk, meeting) is MeetingStatus.MINUTES_DRAFT

    for item in items_of(desk, meeting):
        defer_item(desk, item.id, reason="No time.")
    issue_minutes(desk, meeting)
    assert status(desk, meeting) is MeetingStatus.MINUTES_ISSUED


def test_minutes_wait_for_the_details_of_what_could_not_be_done(desk: Desk, series: UUID) -> None:
    person, _ = add_case(desk, "Tomos", next_review_on=TODAY + timedelta(days=7))
    action = add_action(desk, person, TODAY - timedelta(days=9))
    meeting = opened_meeting(desk, series=series)
    for item in items_of(desk, meeting):
        take_item(desk, item.id)
    with desk.read() as look:
        seen = look.get(Action, action).revision
    told = Outcome(ActionStatus.COULD_NOT, barrier=BarrierCategory.MH_WAITING)
    set_outcome(desk, action, told, seen=seen, occasion=Occasion(meeting_id=meeting))
    close_meeting(desk, meeting, at=NOON)
    draft_minutes(desk, meeting)

    with pytest.raises(GuardError) as refused:
        issue_minutes(desk, meeting)
    assert (refused.value.guard, refused.value.count) == ("barriers-without-details", 1)
    with desk.read() as look:
        (barrier,) = look.barriers.without_details(meeting)
    describe_barrier(
        desk, barrier, seen=1, description="Eight weeks to wait.", tried="Asked the duty team."
    )
    issue_minutes(desk, meeting)
    assert status(desk, meeting) is MeetingStatus.MINUTES_ISSUED


def test_only_the_chair_approves_at_the_desk(desk: Desk, issued: UUID) -> None:
    with pytest.raises(NotPermittedError):
        approve_minutes(desk, issued)
    assert status(desk, issued) is MeetingStatus.MINUTES_ISSUED


def test_the_coordinator_records_the_chairs_e_mail(desk: Desk, issued: UUID, clock: Clock) -> None:
    clock.move(days=4)
    how = "E-mail of 22 November, 09:12"
    record_approval(desk, issued, by_id=CHAIR, on=date(2026, 11, 22), how=how)

    found = read_meeting(desk, issued)
    assert (found.approved_by, found.approval_how) == ("Morwenna Tregear", how)
    assert found.header.row.approved_on == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"how": " "}, "approval_how"),
        ({"on": TODAY + timedelta(days=1)}, "approved_on"),
        ({"on": TODAY - timedelta(days=1)}, "approved_on"),
        ({"by_id": NURSE}, "approved_by_id"),
    ],
)
def test_an_approval_that_cannot_be_is_refused(
    desk: Desk, issued: UUID, change: dict[str, object], field: str
) -> None:
    usual: dict[str, object] = {"by_id": CHAIR, "on": TODAY, "how": "E-mail"}
    with pytest.raises(InvalidFieldsError) as refused:
        record_approval(desk, issued, **(usual | change))  # type: ignore[arg-type]
    assert set(refused.value.fields) == {field}
    assert status(desk, issued) is MeetingStatus.MINUTES_ISSUED


def test_issued_minutes_are_taken_back_to_be_changed(
    desk: Desk, chair: Desk, issued: UUID
) -> None:
    item = items_of(desk, issued)[0]
    with pytest.raises(GuardError, match="minutes-issued"):
        write_facts(desk, item.id, seen=item.revision, summary="Changed.")
    with pytest.raises(ReasonNeededError):
        take_back_minutes(desk, issued, reason=" ")
    take_back_minutes(desk, issued, reason="The chair asks for item 1 to be clearer.")
    write_facts(desk, item.id, seen=item.revision, summary="Changed.")
    issue_minutes(desk, issued)
    approve_minutes(chair, issued)
    with pytest.raises(TransitionError):
        take_back_minutes(desk, issued, reason="Too late.")
    assert read_meeting(desk, issued).items[0].summary == "Changed."


def test_only_issued_minutes_are_taken_back(desk: Desk, held: UUID) -> None:
    with pytest.raises(GuardError, match="minutes-not-issued"):
        take_back_minutes(desk, held, reason="Nothing to take.")
    draft_minutes(desk, held)
    with pytest.raises(TransitionError):
        take_back_minutes(desk, held, reason="Nothing to take.")


def test_a_meeting_with_nobody_present_comes_to_approved_minutes(
    desk: Desk, chair: Desk, series: UUID
) -> None:
    add_seats(desk)
    add_case(desk, "Tomos", next_review_on=TODAY)
    meeting = next_meeting_of(desk, series)
    write_agenda(desk, meeting)
    open_meeting(desk, meeting, at=TEN)
    for row in read_meeting(desk, meeting).attendance:
        record_attendance(desk, row.id, Attendance.ABSENT, seen=row.revision)
    for item in items_of(desk, meeting):
        defer_item(desk, item.id, reason="Nobody came.")
    close_meeting(desk, meeting, at=time(10, 15))
    draft_minutes(desk, meeting)
    issue_minutes(desk, meeting)
    approve_minutes(chair, meeting)

    found = read_meeting(desk, meeting)
    assert found.quorum.present == 0
    assert not found.quorum.is_met
    assert found.header.row.status is MeetingStatus.APPROVED
