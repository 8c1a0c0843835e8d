"""What a meeting leaves behind stands on the next agenda by itself."""

from datetime import timedelta
from typing import Any

import pytest

from coordinator.casework.actions.barriers import accept_barrier, identify_barrier
from coordinator.casework.actions.outcomes import Occasion, set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.meetings.attendance import record_attendance
from coordinator.casework.meetings.discussions import defer_item, set_next_review, take_item
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import close_meeting
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import AgendaKind, Attendance, WhyListed
from coordinator.domain.states import ActionStatus, CaseStatus
from coordinator.papers.lines import why_line
from tests.meetings import (
    NOON,
    add_action,
    add_case,
    add_seats,
    items_of,
    next_meeting_of,
    opened_meeting,
    weekly,
)
from tests.stores import CHAIR, TODAY, Clock

WEEK = timedelta(days=7)


@pytest.mark.parametrize("reported", [ActionStatus.IN_PROGRESS, ActionStatus.DONE])
def test_outcomes_of_one_meeting_write_the_agenda_of_the_next(
    desk: Desk, clock: Clock, reported: ActionStatus
) -> None:
    add_seats(desk)
    soon, deferred, unreached, later = (
        add_case(desk, name, next_review_on=TODAY) for name in ("Tomos", "Kerra", "Petroc", "Jory")
    )
    action = add_action(desk, soon[0], TODAY)
    series = weekly(desk)
    meeting = opened_meeting(desk, series=series)
    seat = next(one for one in read_meeting(desk, meeting).attendance if one.agency)
    record_attendance(desk, seat.id, Attendance.PRESENT, seen=seat.revision)
    items = {one.case_id: one for one in items_of(desk, meeting)}
    for case, weeks in ((soon[1], 1), (later[1], 8)):
        take_item(desk, items[case].id)
        seen = next(one for one in items_of(desk, meeting) if one.case_id == case).revision
        set_next_review(desk, items[case].id, seen=seen, on=TODAY + weeks * WEEK)
    defer_item(desk, items[deferred[1]].id, reason="No time.")
    done_on = TODAY if reported is ActionStatus.DONE else None
    outcome = Outcome(reported, note="Rang twice.", done_on=done_on)
    set_outcome(desk, action, outcome, seen=1, occasion=Occasion(meeting_id=meeting))
    close_meeting(desk, meeting, at=NOON)

    clock.move(days=1)
    following = next_meeting_of(desk, series)
    write_agenda(desk, following)
    agenda = read_agenda(desk, following)
    listed = {one.case_id: one.why for one in agenda.entries}
    assert WhyListed.REVIEW_DUE in listed[soon[1]]
    assert WhyListed.DEFERRED_LAST_TIME in listed[deferred[1]]
    assert WhyListed.LEFT_OPEN_LAST_TIME in listed[unreached[1]]
    assert WhyListed.REVIEW_DUE not in listed[later[1]]  # it stands there for its lead alone
    has_actions = AgendaKind.ACTION_CHECK in {one.kind for one in agenda.entries}
    assert has_actions is (reported is ActionStatus.IN_PROGRESS)
    assert [row.id for row in agenda.actions] == ([action] if has_actions else [])


@pytest.mark.parametrize("paused", [False, True])
def test_an_accepted_risk_comes_back_on_the_day_it_was_to_be_looked_at_again(
    desk: Desk, clock: Clock, paused: bool
) -> None:
    add_seats(desk)
    later = TODAY + 20 * WEEK
    paused_so = {"status": CaseStatus.PAUSED, "look_again_on": later}
    waits: dict[str, Any] = paused_so if paused else {}
    (due, _), (other, _) = (add_case(desk, one, **waits) for one in ("Tomos", "Kerra"))
    series = weekly(desk)
    for person, day in ((due, WEEK), (other, 20 * WEEK)):
        barrier = identify_barrier(desk, NewBarrier(BarrierCategory.DEBT, person)).result
        on = TODAY + day
        accept_barrier(desk, barrier, seen=1, by=CHAIR, why="No money", review_on=on)
    clock.move(days=7)
    meeting = next_meeting_of(desk, series)
    write_agenda(desk, meeting)
    entries = read_agenda(desk, meeting).entries
    why = {one.person.id: one.why for one in entries if one.person is not None}
    assert WhyListed.RISK_REVIEW in why[due]
    assert WhyListed.RISK_REVIEW not in why.get(other, ())
    assert why_line(why[due]).lower().count("accepted risk to look at again") == 1
