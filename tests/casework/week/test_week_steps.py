"""The checklist of the week through the acts: dates shift, items carry over, ticks are kept."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from coordinator.casework.actions.outcomes import report_action, set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.recording import MadePaper, record_disclosure
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import NewItem, add_item, issue_agenda, write_agenda
from coordinator.casework.meetings.discussions import defer_item
from coordinator.casework.meetings.minutes import draft_minutes, issue_minutes
from coordinator.casework.meetings.running import close_meeting, open_meeting
from coordinator.casework.meetings.series import (
    Appointment,
    cancel_meeting,
    move_meeting,
    schedule_meeting,
)
from coordinator.casework.week.steps import tick_step, untick_step
from coordinator.casework.week.this_week import read_this_week
from coordinator.db.models import Act, WeekStepTick
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.errors import GuardError, InvalidFieldsError, NotPermittedError
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.meetings import AgendaKind, MeetingType
from coordinator.domain.lists.weeks import WeekStep
from coordinator.domain.roles import Role
from coordinator.domain.states import ActionStatus
from coordinator.domain.week.steps import StepLine, StepState
from tests.meetings import (
    NOON,
    TEN,
    add_action,
    add_case,
    add_referral,
    keep_from,
    next_meeting_of,
    weekly,
)
from tests.stores import COUNCIL, HEALTH, NURSE, TODAY, Clock, sitting

W = WeekStep
DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def lines(desk: Desk, meeting: UUID | None = None) -> dict[WeekStep, StepLine]:
    found = read_this_week(desk).steps
    return {one.step: one for one in found if meeting in {None, one.meeting}}


def days(desk: Desk) -> dict[WeekStep, date]:
    return {step: one.on for step, one in lines(desk).items()}


def made(desk: Desk, meeting: UUID, paper: str) -> None:
    record_disclosure(
        desk, MadePaper(paper, "M26-001", Marking.OFFICIAL_SENSITIVE, 1, b"%PDF", meeting=meeting)
    )


def revision(desk: Desk, meeting: UUID) -> int:
    return read_agenda(desk, meeting).header.row.revision


@pytest.fixture
def next_week(desk: Desk) -> UUID:
    """The meeting of Thursday 26 November."""
    return next_meeting_of(desk, weekly(desk, TODAY + WEEK))


def test_an_empty_panel_has_no_steps_and_says_that_it_is_new(desk: Desk) -> None:
    week = read_this_week(desk)
    assert (week.steps, week.is_fresh) == ((), True)
    add_case(desk)
    assert not read_this_week(desk).is_fresh


def test_a_week_goes_from_the_first_question_to_the_papers(
    desk: Desk, next_week: UUID, clock: Clock
) -> None:
    person, _ = add_case(desk)
    action = add_action(desk, person, TODAY + WEEK)
    add_referral(desk, offer="")
    clock.move(days=4)  # Monday 23 November
    monday = lines(desk)
    assert monday[W.RETURNS_ASKED].state is StepState.TODAY
    assert (monday[W.OFFERS].count, monday[W.RETURNS_IN].count) == (1, 1)

    tick_step(desk, next_week, W.RETURNS_ASKED)
    tick = lines(desk)[W.RETURNS_ASKED].tick
    assert (tick is not None and tick.by) == "Aled Hâf"
    report_action(desk, action, text="Rang twice.")
    assert lines(desk)[W.RETURNS_IN].state is StepState.DONE

    clock.move(days=2)  # Wednesday
    write_agenda(desk, next_week)
    issue_agenda(desk, next_week)
    assert lines(desk)[W.AGENDA_FIXED].state is StepState.DONE
    assert lines(desk)[W.PAPERS_SENT].state is StepState.TODAY
    made(desk, next_week, "pack")
    assert lines(desk)[W.PAPERS_SENT].state is StepState.DONE


def test_what_follows_the_meeting_is_done_when_its_minutes_are_out(
    desk: Desk, next_week: UUID, clock: Clock
) -> None:
    add_item(desk, next_week, NewItem(AgendaKind.SYSTEM, "Winter beds"))
    clock.move(days=7)  # the day
    open_meeting(desk, next_week, at=TEN)
    assert lines(desk)[W.MEETING].state is StepState.TODAY
    assert W.PAPERS_SENT not in lines(desk)
    for entry in read_agenda(desk, next_week).entries:
        defer_item(desk, entry.id, reason="No time.")
    close_meeting(desk, next_week, at=NOON)
    draft_minutes(desk, next_week)
    clock.move(days=1)  # Friday
    assert lines(desk)[W.DRAFT_TO_CHAIR].state is StepState.TODAY
    made(desk, next_week, "minutes")
    issue_minutes(desk, next_week)
    assert {one.state for one in lines(desk).values()} == {StepState.DONE}


def test_a_return_before_the_last_meeting_is_none_for_this_one(desk: Desk, clock: Clock) -> None:
    series = weekly(desk)
    person, _ = add_case(desk)
    action = add_action(desk, person, TODAY + WEEK)
    report_action(desk, action, text="Rang twice.")
    first = next_meeting_of(desk, series)
    open_meeting(desk, first, at=TEN)
    close_meeting(desk, first, at=NOON)
    second = next_meeting_of(desk, series)
    clock.move(days=4)
    assert lines(desk, second)[W.RETURNS_IN].count == 1
    report_action(desk, action, text="Still nothing.")
    assert lines(desk, second)[W.RETURNS_IN].count == 0


def test_returns_and_referrals_of_people_the_sitter_must_not_know_are_not_counted(
    desk: Desk, next_week: UUID
) -> None:
    person, _ = add_case(desk)
    add_action(desk, person, TODAY)
    waiting, _ = add_referral(desk, offer="")
    assert (lines(desk)[W.OFFERS].count, lines(desk)[W.RETURNS_IN].count) == (1, 1)
    keep_from(desk, person, COUNCIL)
    keep_from(desk, waiting, COUNCIL)
    assert (lines(desk)[W.OFFERS].count, lines(desk)[W.RETURNS_IN].count) == (0, 0)


def test_moving_a_meeting_moves_its_week_and_papers_go_out_again(
    desk: Desk, next_week: UUID, clock: Clock
) -> None:
    clock.move(days=5)  # Tuesday
    write_agenda(desk, next_week)
    issue_agenda(desk, next_week)
    tick_step(desk, next_week, W.PAPERS_SENT)
    assert lines(desk)[W.PAPERS_SENT].state is StepState.DONE
    assert days(desk)[W.RETURNS_ASKED] == date(2026, 11, 23)

    clock.move(hours=1)
    monday = Appointment(date(2026, 11, 30), time(14, 0))
    seen = revision(desk, next_week)
    move_meeting(desk, next_week, monday, seen=seen, reason="The room is flooded.")

    after = lines(desk)
    assert {step: f"{one.on:%a %d}" for step, one in after.items()} == {
        W.RETURNS_ASKED: "Wed 25",
        W.REFERRALS_CLOSE: "Thu 26",
        W.OFFERS: "Thu 26",
        W.RETURNS_IN: "Thu 26",
        W.AGENDA_FIXED: "Fri 27",
        W.PAPERS_SENT: "Fri 27",
        W.MEETING: "Mon 30",
        W.ACTION_TEXTS: "Mon 30",
        W.DRAFT_TO_CHAIR: "Tue 01",
        W.ISSUED: "Thu 03",
    }
    assert after[W.PAPERS_SENT].state is after[W.AGENDA_FIXED].state is StepState.COMING


def test_agencies_are_asked_again_when_the_meeting_was_moved_but_not_when_its_agenda_is_issued(
    desk: Desk, next_week: UUID, clock: Clock
) -> None:
    add_action(desk, add_case(desk)[0], TODAY + WEEK)
    tick_step(desk, next_week, W.RETURNS_ASKED)
    clock.move(hours=1)
    write_agenda(desk, next_week)
    issue_agenda(desk, next_week)
    assert lines(desk)[W.RETURNS_ASKED].state is StepState.DONE

    seen = revision(desk, next_week)
    later = Appointment(TODAY + 4 * WEEK, TEN)
    move_meeting(desk, next_week, later, seen=seen, reason="Snow.")
    asked = lines(desk)[W.RETURNS_ASKED]
    assert (asked.state, asked.can_tick, asked.tick) == (StepState.COMING, True, None)

    clock.move(hours=1)
    issue_agenda(desk, next_week)
    assert lines(desk)[W.RETURNS_ASKED].state is StepState.COMING
    tick_step(desk, next_week, W.RETURNS_ASKED)
    assert lines(desk)[W.RETURNS_ASKED].state is StepState.DONE


@pytest.mark.parametrize(
    ("now", "to", "papers", "issued"),
    [
        # Before Christmas 2026: Friday 25 and Monday 28 are bank holidays, so is 1 January.
        ((2026, 12, 14), (2026, 12, 29), (2026, 12, 24), (2027, 1, 4)),
        # Around Easter 2027: Good Friday 26 March, Easter Monday 29 March.
        ((2027, 3, 15), (2027, 3, 30), (2027, 3, 25), (2027, 4, 2)),
    ],
)
def test_a_meeting_moved_past_bank_holidays_takes_its_steps_along(
    desk: Desk,
    clock: Clock,
    now: tuple[int, int, int],
    to: tuple[int, int, int],
    papers: tuple[int, int, int],
    issued: tuple[int, int, int],
) -> None:
    clock.at = datetime(*now, 9, tzinfo=UTC)
    first = Appointment(desk.today() + 3 * DAY, TEN)
    meeting = schedule_meeting(desk, MeetingType.TASKING, first).result
    moved = Appointment(date(*to), TEN)
    move_meeting(desk, meeting, moved, seen=1, reason="The week of the holiday.")
    found = days(desk)
    assert (found[W.PAPERS_SENT], found[W.ISSUED]) == (date(*papers), date(*issued))


def test_a_cancelled_meeting_hands_its_week_and_its_items_to_the_next(
    desk: Desk, clock: Clock
) -> None:
    series = weekly(desk, TODAY + WEEK)
    first, second = next_meeting_of(desk, series), next_meeting_of(desk, series)
    add_item(desk, first, NewItem(AgendaKind.SYSTEM, "Winter beds"))
    tick_step(desk, first, W.RETURNS_ASKED)
    cancel_meeting(desk, first, reason="Snow.")

    assert {one.meeting for one in read_this_week(desk).steps} == {second}
    assert days(desk)[W.MEETING] == TODAY + 2 * WEEK
    write_agenda(desk, second)
    assert [entry.title for entry in read_agenda(desk, second).entries] == ["Winter beds"]
    clock.move(days=14)  # the day after it would have met it is not held against anybody
    assert {one.meeting for one in read_this_week(desk).steps} == {second}
    with pytest.raises(GuardError, match="meeting-cancelled"):
        tick_step(desk, first, W.RETURNS_ASKED)


def test_what_the_last_meeting_left_stands_in_the_same_list_as_the_next(
    desk: Desk, clock: Clock
) -> None:
    series = weekly(desk)
    first, second = next_meeting_of(desk, series), next_meeting_of(desk, series)
    open_meeting(desk, first, at=TEN)
    close_meeting(desk, first, at=NOON)
    clock.move(days=4)  # Monday
    found = read_this_week(desk).steps
    assert [one.on for one in found] == sorted(one.on for one in found)
    assert {one.step for one in found if one.meeting == first} == {W.DRAFT_TO_CHAIR, W.ISSUED}
    assert lines(desk, first)[W.DRAFT_TO_CHAIR].state is StepState.LATE
    assert lines(desk, second)[W.RETURNS_ASKED].on == TODAY + 4 * DAY


def test_a_meeting_nobody_held_or_cancelled_is_asked_about_beside_what_came_before(
    desk: Desk, clock: Clock
) -> None:
    series = weekly(desk)
    first, missed, third = (next_meeting_of(desk, series) for _ in range(3))
    open_meeting(desk, first, at=TEN)
    close_meeting(desk, first, at=NOON)
    clock.move(days=8)  # the day after the second would have met
    found = {(one.meeting, one.step): one.state for one in read_this_week(desk).steps}
    assert found[missed, W.MEETING] is StepState.LATE
    assert found[first, W.ISSUED] is StepState.LATE
    assert (third, W.MEETING) in found


def test_the_daily_round_has_no_week(desk: Desk) -> None:
    schedule_meeting(desk, MeetingType.OUTREACH, Appointment(TODAY, time(9, 0)))
    week = read_this_week(desk)
    assert (week.meeting, week.steps) == (None, ())


def test_a_tick_is_kept_with_who_and_when_and_taken_back_by_the_same_key(
    desk: Desk, next_week: UUID, chair: Desk
) -> None:
    add_action(desk, add_case(desk)[0], TODAY)
    tick_step(desk, next_week, W.RETURNS_ASKED)
    tick_step(chair, next_week, W.RETURNS_ASKED)
    tick = lines(desk)[W.RETURNS_ASKED].tick
    assert (tick is not None and tick.by) == "Morwenna Tregear"
    untick_step(desk, next_week, W.RETURNS_ASKED)
    line = lines(desk)[W.RETURNS_ASKED]
    assert (line.tick, line.can_tick, line.state) == (None, True, StepState.COMING)
    untick_step(desk, next_week, W.RETURNS_ASKED)

    with desk.read() as look:
        assert look.session.scalars(select(WeekStepTick)).all() == []
        acts = look.session.scalars(select(Act.name).order_by(Act.number)).all()
    assert acts[-4:] == [
        "week.step_ticked",
        "week.step_ticked",
        "week.step_unticked",
        "week.step_unticked",
    ]


def test_what_the_store_knows_is_not_ticked_nor_by_those_who_run_no_meetings(
    desk: Desk, next_week: UUID
) -> None:
    with pytest.raises(InvalidFieldsError):
        tick_step(desk, next_week, W.ISSUED)
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    for act in (tick_step, untick_step):
        with pytest.raises(NotPermittedError):
            act(nurse, next_week, W.RETURNS_ASKED)


def test_an_action_that_came_to_its_end_needs_no_return(desk: Desk, next_week: UUID) -> None:
    action = add_action(desk, add_case(desk)[0], TODAY)
    assert lines(desk)[W.RETURNS_IN].count == 1
    set_outcome(desk, action, Outcome(ActionStatus.DONE, done_on=TODAY), seen=1)
    assert lines(desk)[W.RETURNS_IN].count == 0
