"""The numbers of actions: given once, never again; those of a meeting leave gaps."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.lists import find_actions_of_meeting, read_action
from coordinator.casework.desk import Desk
from coordinator.db.models import Action
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.actions.rules import NewAction, number_step
from coordinator.domain.roles import Right
from tests.casework.entries_on_file import a_meeting, a_person
from tests.stores import TODAY, WORKER, Clock

WEEK = TODAY + timedelta(days=7)


def new(person: UUID | None = None, **fields: Any) -> NewAction:
    given = {"text": "Ring the hostel", "owner_id": WORKER, "due_on": WEEK, "person_id": person}
    return NewAction(**{**given, **fields})


def row(desk: Desk, action: UUID) -> ActionRow:
    return read_action(desk, action).row


def remove(desk: Desk, action: UUID) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Action, action).removed = True
        tx.journal("test.arranged", record=action)


def test_actions_are_numbered_within_their_meeting_or_their_year(desk: Desk, clock: Clock) -> None:
    person, meeting = a_person(desk), a_meeting(desk, reference="M26-047")
    numbers = [
        row(desk, add_action(desk, new(person, meeting_id=at)).result).number
        for at in (meeting, None, meeting, None, meeting)
    ]
    clock.move(days=60)
    later = add_action(desk, new(person, due_on=date(2027, 3, 1))).result

    assert numbers[1::2] == ["A26-0001", "A26-0002"]
    of_meeting = [int(one.removeprefix("M26-047/")) for one in numbers[::2]]
    assert of_meeting == sorted(set(of_meeting))
    assert row(desk, later).number == "A27-0001"


def test_the_number_of_a_removed_action_is_never_given_again(desk: Desk) -> None:
    person, meeting = a_person(desk), a_meeting(desk, reference="M26-047")
    given = []
    for at in (None, meeting):
        gone = add_action(desk, new(person, meeting_id=at)).result
        given.append(row(desk, gone).number)
        remove(desk, gone)
    numbers = [
        row(desk, add_action(desk, new(person, meeting_id=at)).result).number
        for at in (None, meeting)
    ]
    assert numbers[0] == "A26-0002"
    assert int(numbers[1].removeprefix("M26-047/")) > int(given[1].removeprefix("M26-047/"))


def test_the_numbers_of_a_meeting_have_gaps_for_whoever_reads_all_of_them(
    desk: Desk, chair: Desk
) -> None:
    """So that the gap of whoever may not have one of them proves nothing."""
    meeting = a_meeting(desk, reference="M26-047")
    for _each in range(12):
        add_action(desk, new(a_person(desk), meeting_id=meeting))
    own = [one.number for one in find_actions_of_meeting(desk, meeting)]
    chairs = [one.number for one in find_actions_of_meeting(chair, meeting)]
    given = sorted(int(one.removeprefix("M26-047/")) for one in own)
    assert chairs == own
    assert len(given) == 12
    assert given != list(range(given[0], given[0] + 12))


def test_a_number_mostly_follows_the_one_before_and_may_be_any_way_after_it() -> None:
    steps = [number_step(chance) for chance in range(1 << 10)]
    assert [steps.count(step) for step in (1, 2, 3, 4)] == [512, 256, 128, 64]
    assert max(steps) > 10
