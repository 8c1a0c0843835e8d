"""What is restricted after it was written on to somewhere else goes no further there either."""

from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.lists import find_actions
from coordinator.casework.actions.passing_on import transfer_action
from coordinator.casework.desk import Desk
from coordinator.casework.escalations.climbing import move_to_next_level
from coordinator.casework.escalations.reading import find_escalations
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import NewItem, add_urgent_item, write_agenda
from coordinator.casework.meetings.discussions import defer_item
from coordinator.casework.meetings.running import close_meeting
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.need_to_know.restrictions import find_restrictable, set_sensitivity
from coordinator.casework.plans.goals import add_goal
from coordinator.casework.plans.writing import begin_plan
from coordinator.db.models import Meeting
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.need_to_know.rule import in_the_room
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity
from tests.casework.entries_on_file import a_person
from tests.casework.stuck_people import ASK, stuck
from tests.casework.test_nothing_leaks import words_in
from tests.meetings import NOON, next_meeting_of
from tests.stores import HOUSING, NURSE, TODAY, WORKER, Clock
from tests.ui.live_meeting.live_parts import meeting_on

RESTRICTED = Sensitivity.RESTRICTED
EVERYBODY = in_the_room(HOUSING, WORKER)
"""Who reads of everybody what is not restricted."""


@pytest.mark.parametrize("about_nobody", [True, False])
def test_a_text_of_a_line_that_was_carried_over_already_is_held_back_there_too(
    desk: Desk, clock: Clock, *, about_nobody: bool
) -> None:
    on = meeting_on(desk, actions=1)
    who = None if about_nobody else a_person(desk, "Jory", "Bolitho")
    new = NewItem(title="Zztopic", person_id=who)
    item = add_urgent_item(desk, on.meeting, new, reason="Zzurgent").result
    defer_item(desk, item, reason="No time")
    close_meeting(desk, on.meeting, at=NOON)
    with desk.read() as look:
        series = look.get(Meeting, on.meeting).series_id
    assert series is not None
    clock.move(days=1)
    following = next_meeting_of(desk, series)
    write_agenda(desk, following)

    def told() -> bool:
        return "zzurgent" in " ".join(words_in(read_agenda(desk, following, reader=EVERYBODY)))

    assert told()
    part = Part(RecordKind.AGENDA_ITEM, item, "urgent_reason")
    set_part_sensitivity(desk, part, RESTRICTED, seen=0)
    assert not told()
    set_part_sensitivity(desk, part, Sensitivity.STANDARD, seen=1, reason="A mistake")
    assert not told()  # each is freed by itself, where somebody looked at it


def test_an_ask_that_went_up_a_level_is_restricted_with_the_one_it_was_drafted_from(
    desk: Desk, clock: Clock
) -> None:
    case = stuck(desk)
    first = case.asked(level=1)
    clock.move(days=15)
    second = move_to_next_level(desk, first, seen=case.row(first).revision).result.id

    def told() -> set[UUID]:
        found = find_escalations(desk, reader=EVERYBODY)
        return {one.id for one in found if one.ask == ASK}

    def levels() -> list[Sensitivity]:
        known = {one.id: one.sensitivity for one in find_restrictable(desk, case.person)}
        return [known[one] for one in (first, second)]

    assert told() == {second}  # the first is closed
    restrict(desk, RecordKind.ESCALATION, second)
    assert levels() == [Sensitivity.STANDARD, RESTRICTED]  # what went up may say more
    free(desk, RecordKind.ESCALATION, second)
    assert told() == {second}
    restrict(desk, RecordKind.ESCALATION, first)
    assert levels() == [RESTRICTED, RESTRICTED]
    assert told() == set()


def test_a_goal_that_stands_twice_in_the_same_words_is_restricted_in_both(desk: Desk) -> None:
    """A plan that is begun anew from one that ended has its goals again."""
    person = a_person(desk)
    plan = begin_plan(desk, person).result
    own, panel = "See my daughter", "Contact twice a month"
    first, second = (
        add_goal(desk, plan, own_words=own, panel_words=panel).result for _again in range(2)
    )
    other = add_goal(desk, plan, own_words=own).result
    restrict(desk, RecordKind.GOAL, first)
    levels = {one.id: one.sensitivity for one in find_restrictable(desk, person)}
    told = [levels[one] for one in (first, second, other)]
    assert told == [RESTRICTED, RESTRICTED, Sensitivity.STANDARD]


def test_an_action_that_was_passed_on_is_restricted_and_one_that_says_the_same_is_not(
    desk: Desk,
) -> None:
    person = a_person(desk)
    first, other = (
        add_action(desk, NewAction("Ring the ward", WORKER, TODAY, person)).result
        for _again in range(2)
    )
    passed = transfer_action(desk, first, seen=1, owner_id=NURSE, reason="Moved").result
    restrict(desk, RecordKind.ACTION, first)
    rows = find_actions(desk, ActionFilter(), reader=EVERYBODY).rows
    assert {one.id for one in rows if one.id in {first, other, passed}} == {other}


def restrict(desk: Desk, kind: RecordKind, key: UUID) -> None:
    with desk.read() as look:
        seen = look.revisions({key: kind.value})[key]
    set_sensitivity(desk, kind, key, RESTRICTED, seen=seen)


def free(desk: Desk, kind: RecordKind, key: UUID) -> None:
    with desk.read() as look:
        seen = look.revisions({key: kind.value})[key]
    set_sensitivity(desk, kind, key, Sensitivity.STANDARD, seen=seen, reason="A mistake")
