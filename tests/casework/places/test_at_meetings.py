"""A meeting about places goes through what is due in place plans, and nobody stands on it."""

from datetime import time, timedelta
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.outcomes import Occasion, set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import open_meeting
from coordinator.casework.meetings.series import Appointment, schedule_meeting
from coordinator.casework.places.due import find_plans_due
from coordinator.casework.places.plans import end_place_plan
from coordinator.casework.places.reading import find_place_plans
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.lists.meetings import AgendaKind, MeetingType
from coordinator.domain.states import ActionStatus
from tests.casework.entries_on_file import a_person
from tests.casework.places.planned import a_place_plan, a_priority, an_action
from tests.stores import OFFICER, TODAY


def _meeting(desk: Desk, kind: MeetingType = MeetingType.PLACE, days: int = 0) -> UUID:
    when = Appointment(TODAY + timedelta(days=days), time(10))
    return schedule_meeting(desk, kind, when).result


def _about_somebody(desk: Desk) -> UUID:
    new = NewAction("Ring the surgery", OFFICER, TODAY, person_id=a_person(desk))
    return add_action(desk, new).result


def test_a_place_meeting_lists_each_plan_with_what_is_due_and_nothing_about_anybody(
    desk: Desk,
) -> None:
    plan = a_place_plan(desk)
    due = an_action(desk, a_priority(desk, plan), due_on=TODAY)
    an_action(desk, a_priority(desk, plan), due_on=TODAY + timedelta(days=40))
    other = a_place_plan(desk, "Bodmin")
    _about_somebody(desk)
    meeting = _meeting(desk)
    write_agenda(desk, meeting)
    agenda = read_agenda(desk, meeting)
    assert [one.kind for one in agenda.entries] == [AgendaKind.ACTION_CHECK]
    assert [one.id for one in agenda.actions] == [due]
    listed = {one.id: [row.id for row in one.actions] for one in find_plans_due(desk, meeting)}
    assert listed == {plan: [due], other: []}


def test_a_place_meeting_without_anything_due_has_no_line_about_actions(desk: Desk) -> None:
    an_action(desk, due_on=TODAY + timedelta(days=40))
    _about_somebody(desk)
    meeting = _meeting(desk)
    write_agenda(desk, meeting)
    assert read_agenda(desk, meeting).entries == ()


def test_a_meeting_about_people_goes_through_both(desk: Desk) -> None:
    due, theirs = an_action(desk, due_on=TODAY), _about_somebody(desk)
    meeting = _meeting(desk, MeetingType.TASKING)
    assert {one.id for one in read_agenda(desk, meeting).actions} == {due, theirs}
    assert find_plans_due(desk, meeting) == ()


def test_a_plan_that_ended_is_listed_while_something_of_it_is_due(desk: Desk) -> None:
    plan = a_place_plan(desk)
    due = an_action(desk, a_priority(desk, plan), due_on=TODAY)
    (row,) = find_place_plans(desk)
    end_place_plan(desk, plan, seen=row.revision, reason="The year is over.")
    meeting = _meeting(desk)
    assert [one.id for one in find_plans_due(desk, meeting)] == [plan]
    set_outcome(desk, due, Outcome(ActionStatus.DONE, "Walked.", TODAY), seen=1)
    assert find_plans_due(desk, meeting) == ()


def test_in_the_room_what_is_due_is_marked_and_stands_in_the_minutes(desk: Desk) -> None:
    due = an_action(desk, due_on=TODAY)
    _about_somebody(desk)
    meeting = _meeting(desk)
    write_agenda(desk, meeting)
    open_meeting(desk, meeting, at=time(10))
    (line,) = read_agenda(desk, meeting).entries
    (shown,) = read_live_item(desk, meeting, line.id).open_actions
    assert (shown.id, shown.place) == (due, "P26-001 Penzance")
    occasion = Occasion(by=OFFICER, meeting_id=meeting)
    set_outcome(desk, due, Outcome(ActionStatus.DONE, "Walked.", TODAY), seen=1, occasion=occasion)
    item = read_live_item(desk, meeting, line.id)
    assert item.settled == {due}
    outstanding = read_meeting(desk, meeting).outstanding
    assert [one.action.id for one in outstanding.done] == [due]
    assert outstanding.not_done == ()
