"""A sheet of a day gone by tells of its own day: what came later is on no sheet."""

from datetime import timedelta

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agendas import NewItem, add_urgent_item
from coordinator.casework.meetings.called import begin_huddle
from coordinator.casework.outreach.missing import note_missing
from coordinator.casework.outreach.reads import read_sheet, read_to_find
from coordinator.casework.outreach.results import enter_results
from coordinator.casework.outreach.sheets import make_sheet_of_meeting
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.lists.contacts import ContactResult
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.outreach import LineResult
from coordinator.domain.people.missing import LastKnown
from coordinator.domain.states import ActionStatus
from tests.casework.outreach.test_outreach import sheet_of, somebody, tried
from tests.stores import NOON, TODAY, WORKER, Clock

LATER = timedelta(days=5)


def test_contacts_sightings_and_actions_after_its_day_are_not_on_a_sheet(
    desk: Desk, clock: Clock
) -> None:
    person = somebody(desk, seen=9)
    add_action(desk, NewAction("Bring the form", WORKER, TODAY, person))
    sheet = sheet_of(desk)
    before = read_sheet(desk, sheet.id).lines
    clock.at += LATER
    tried(desk, person, days=-4)
    tried(desk, person, days=-1, result=ContactResult.NOT_THERE)
    add_action(desk, NewAction("Ring the day centre", WORKER, TODAY + LATER, person))
    note_missing(desk, person, LastKnown(seen_on=TODAY))
    assert read_sheet(desk, sheet.id).lines == before
    (line,) = before
    assert (line.days_since_seen, len(line.tries), len(line.actions)) == (9, 1, 1)


def test_what_was_due_on_its_day_stands_on_a_sheet_though_it_is_done_since(
    desk: Desk, clock: Clock
) -> None:
    person = somebody(desk, seen=9)
    action = add_action(desk, NewAction("Bring the form", WORKER, TODAY, person)).result
    sheet = sheet_of(desk)
    before = read_sheet(desk, sheet.id).lines[0].actions
    clock.at += LATER
    set_outcome(desk, action, Outcome(ActionStatus.DONE, done_on=TODAY + LATER), seen=1)
    assert read_sheet(desk, sheet.id).lines[0].actions == before != ()


def test_what_came_of_it_stands_on_a_sheet_even_when_it_was_the_day_after(
    desk: Desk, clock: Clock
) -> None:
    somebody(desk, seen=9)
    sheet = sheet_of(desk)
    clock.at += LATER
    at = NOON + timedelta(days=1)
    result = LineResult(sheet.lines[0].id, ContactResult.MET_BRIEF, at)
    enter_results(desk, sheet.id, [result])
    (line,) = read_sheet(desk, sheet.id).lines
    assert line.contact is not None
    assert line.days_since_seen == 9


def test_who_was_to_be_found_on_a_day_gone_by_is_not_changed_by_what_came_later(
    desk: Desk, clock: Clock
) -> None:
    person = somebody(desk, seen=9)
    before = read_to_find(desk, TODAY)
    clock.at += LATER
    tried(desk, person, days=-4, next_try_on=TODAY + LATER)
    assert read_to_find(desk, TODAY) == before


def test_a_huddle_makes_the_sheet_of_its_day_from_its_lines(desk: Desk) -> None:
    named, there = somebody(desk, seen=1), somebody(desk)
    huddle = begin_huddle(desk).result
    add_urgent_item(
        desk, huddle, NewItem(AgendaKind.REVIEW, person_id=named), reason="Seen at the quay"
    )
    sheet = make_sheet_of_meeting(desk, huddle).result
    (line,) = read_sheet(desk, sheet).lines
    assert (line.person, line.why) == (named, "Named at the huddle")
    add_urgent_item(
        desk, huddle, NewItem(AgendaKind.REVIEW, person_id=there), reason="Asked for us"
    )
    assert make_sheet_of_meeting(desk, huddle).result == sheet
    assert [line.person for line in read_sheet(desk, sheet).lines] == [named, there]
