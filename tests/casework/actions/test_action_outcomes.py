"""The ten outcomes of an action: what each must say, what it leaves, what is refused."""

from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.barriers import (
    describe_barrier,
    find_barriers,
    find_barriers_without_details,
    identify_barrier,
)
from coordinator.casework.actions.lists import read_action
from coordinator.casework.actions.outcomes import (
    Occasion,
    reopen_action,
    report_action,
    set_outcome,
)
from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import record_death
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.errors import (
    CoordinatorError,
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    ReasonNeededError,
    StaleRecordError,
    TransitionError,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.states import ActionStatus, BarrierStatus
from tests.casework.entries_on_file import a_meeting, a_person
from tests.stores import HEALTH, NURSE, OFFICER, TODAY, Clock

WEEK = TODAY + timedelta(days=7)
WAITING = Outcome(ActionStatus.WAITING, waiting_on="Housing options")
DONE = Outcome(ActionStatus.DONE, done_on=TODAY, note="Booked for Friday")
NOT_DONE = Outcome(ActionStatus.NOT_DONE, note="Forgot")
NO_BED = Outcome(ActionStatus.COULD_NOT, barrier=BarrierCategory.HOUSING_NONE_SUITABLE)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


@pytest.fixture
def action(desk: Desk, person: UUID) -> UUID:
    return add_action(desk, NewAction("Find a bed", NURSE, WEEK, person_id=person)).result


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(ActionStatus.IN_PROGRESS),
        WAITING,
        DONE,
        Outcome(ActionStatus.PARTLY_DONE, note="Rang, no answer"),
        NOT_DONE,
        NO_BED,
        Outcome(ActionStatus.NOT_NEEDED, note="He found a room"),
        Outcome(ActionStatus.DECLINED, note="Offered a hostel bed"),
    ],
    ids=lambda outcome: outcome.status.value,
)
def test_an_outcome_is_kept_with_what_it_says(desk: Desk, action: UUID, outcome: Outcome) -> None:
    set_outcome(desk, action, outcome, seen=1)
    story = read_action(desk, action)
    assert (story.row.status, story.row.outcome_note) == (outcome.status, outcome.note)
    assert story.row.is_open == (outcome.status.value in {"in_progress", "waiting", "partly_done"})
    assert story.row.closed_on == (None if story.row.is_open else TODAY)
    assert [(u.status, u.text, u.by) for u in story.updates] == [
        (outcome.status, outcome.note, "Aled Hâf")
    ]


@pytest.mark.parametrize(
    ("outcome", "error"),
    [
        (Outcome(ActionStatus.WAITING), InvalidFieldsError),
        (Outcome(ActionStatus.WAITING, waiting_on="GP", waiting_since=WEEK), InvalidFieldsError),
        (Outcome(ActionStatus.DONE), InvalidFieldsError),
        (Outcome(ActionStatus.DONE, done_on=TODAY + timedelta(days=1)), InvalidFieldsError),
        (Outcome(ActionStatus.DONE, done_on=TODAY - timedelta(days=1)), InvalidFieldsError),
        (Outcome(ActionStatus.PARTLY_DONE), InvalidFieldsError),
        (Outcome(ActionStatus.NOT_DONE, note=" "), InvalidFieldsError),
        (Outcome(ActionStatus.COULD_NOT, note="No bed"), GuardError),
        (Outcome(ActionStatus.NOT_NEEDED), InvalidFieldsError),
        (Outcome(ActionStatus.DECLINED), InvalidFieldsError),
        (Outcome(ActionStatus.TRANSFERRED, note="To housing"), TransitionError),
        (Outcome(ActionStatus.OPEN), TransitionError),
    ],
)
def test_an_outcome_that_does_not_say_enough_is_refused_and_leaves_nothing(
    desk: Desk, person: UUID, action: UUID, outcome: Outcome, error: type[CoordinatorError]
) -> None:
    with pytest.raises(error):
        set_outcome(desk, action, outcome, seen=1)
    story = read_action(desk, action)
    assert (story.row.status, story.row.revision, story.updates) == (ActionStatus.OPEN, 1, ())
    assert find_barriers(desk, [person]) == {}


def test_what_belongs_to_one_status_goes_with_it(desk: Desk, action: UUID) -> None:
    set_outcome(desk, action, WAITING, seen=1)
    waiting = read_action(desk, action).row
    assert (waiting.waiting_on, waiting.waiting_since) == ("Housing options", TODAY)
    set_outcome(desk, action, DONE, seen=2)
    done = read_action(desk, action).row
    assert (done.waiting_on, done.waiting_since, done.done_on) == ("", None, TODAY)


def test_what_has_come_to_an_outcome_is_only_opened_again_with_a_reason(
    desk: Desk, action: UUID, clock: Clock
) -> None:
    set_outcome(desk, action, DONE, seen=1)
    with pytest.raises(TransitionError):
        set_outcome(desk, action, NOT_DONE, seen=2)
    with pytest.raises(ReasonNeededError):
        reopen_action(desk, action, seen=2, reason="")
    clock.move(days=10)
    later = WEEK + timedelta(days=14)
    reopen_action(desk, action, seen=2, reason="The bed fell through", due_on=later)
    story = read_action(desk, action)
    assert (story.row.status, story.row.done_on, story.row.closed_on) == (
        ActionStatus.OPEN,
        None,
        None,
    )
    assert (story.row.due_on, story.row.moved, story.row.original_due_on) == (later, 1, WEEK)
    with pytest.raises(TransitionError):
        reopen_action(desk, action, seen=4, reason="Again")


def test_two_people_saying_different_things_are_both_shown(desk: Desk, action: UUID) -> None:
    set_outcome(desk, action, DONE, seen=1)
    with pytest.raises(StaleRecordError) as refused:
        set_outcome(desk, action, NOT_DONE, seen=1)
    assert refused.value.theirs["status"] is ActionStatus.DONE
    assert read_action(desk, action).row.status is ActionStatus.DONE


def test_what_could_not_be_done_makes_its_barrier_at_once_and_asks_for_details(
    desk: Desk, person: UUID, action: UUID
) -> None:
    meeting, other = a_meeting(desk, "M26-047"), a_meeting(desk, "M26-048")
    set_outcome(desk, action, NO_BED, seen=1, occasion=Occasion(meeting_id=meeting))

    (barrier,) = find_barriers(desk, [person])[person]
    assert (barrier.category, barrier.status, barrier.has_details) == (
        BarrierCategory.HOUSING_NONE_SUITABLE,
        BarrierStatus.IDENTIFIED,
        False,
    )
    shown = read_action(desk, action).row
    assert shown.barrier_category is BarrierCategory.HOUSING_NONE_SUITABLE
    assert shown.barrier is not None
    assert shown.barrier.id == barrier.id
    owed = find_barriers_without_details(desk, meeting)
    assert [(one.id, one.number) for one in owed] == [(barrier.id, "A26-0001")]
    assert find_barriers_without_details(desk, other) == ()

    describe_barrier(desk, barrier.id, seen=1, description="No hostel takes his dog")
    assert find_barriers_without_details(desk, meeting) == ()


def test_the_same_barrier_met_again_is_not_a_second_one(
    desk: Desk, person: UUID, action: UUID
) -> None:
    set_outcome(desk, action, NO_BED, seen=1)
    reopen_action(desk, action, seen=2, reason="A new hostel")
    again = Outcome(
        ActionStatus.COULD_NOT,
        barrier=BarrierCategory.HOUSING_NONE_SUITABLE,
        barrier_details="Full as well",
        barrier_agency=HEALTH,
    )
    set_outcome(desk, action, again, seen=3)
    (barrier,) = find_barriers(desk, [person])[person]
    assert barrier.description == "Full as well"


def test_a_report_is_kept_for_the_one_who_gave_it(desk: Desk, action: UUID, clock: Clock) -> None:
    meeting = a_meeting(desk)
    clock.move(days=1)
    with pytest.raises(InvalidFieldsError):
        report_action(desk, action, " ")
    with pytest.raises(InvalidFieldsError):
        report_action(desk, action, "Rang", occasion=Occasion(on=WEEK))
    for nobody in (Occasion(by=uuid4()), Occasion(meeting_id=uuid4())):
        with pytest.raises(MissingRecordError):
            report_action(desk, action, "Rang", occasion=nobody)
    report_action(
        desk, action, "Rang twice", occasion=Occasion(by=NURSE, on=TODAY, meeting_id=meeting)
    )
    report_action(desk, action, "They rang back", occasion=Occasion(by=OFFICER))

    story = read_action(desk, action)
    assert [(u.on, u.by, u.text) for u in story.updates] == [
        (TODAY, "Kasia Dębska", "Rang twice"),
        (TODAY + timedelta(days=1), "Dylan Ashdown", "They rang back"),
    ]
    assert story.row.last == story.updates[-1]
    assert story.row.status is ActionStatus.OPEN


def test_every_outcome_is_an_act_of_its_own_name(desk: Desk, person: UUID, action: UUID) -> None:
    set_outcome(desk, action, Outcome(ActionStatus.IN_PROGRESS), seen=1)
    set_outcome(desk, action, DONE, seen=2)
    with desk.read() as look:
        names = [act.name for act in look.history.acts(scope=person)]
    assert names[:3] == ["action.done", "action.in_progress", "action.added"]


def test_an_action_stopped_anew_shows_what_stops_it_now(desk: Desk) -> None:
    action = add_action(desk, NewAction("Ring", NURSE, WEEK, person_id=a_person(desk))).result
    stopped = partial(Outcome, ActionStatus.COULD_NOT)
    set_outcome(desk, action, stopped(barrier=BarrierCategory.DEBT), seen=1)
    reopen_action(desk, action, seen=2, reason="Paid off")
    again = stopped(barrier=BarrierCategory.MH_WAITING, barrier_details="Nine weeks")
    set_outcome(desk, action, again, seen=3)
    shown = read_action(desk, action).row
    assert shown.barrier is not None
    assert (shown.barrier.category, shown.barrier.description) == (again.barrier, "Nine weeks")


def test_the_file_of_somebody_who_died_takes_no_new_work(desk: Desk) -> None:
    person = a_person(desk)
    done, standing = (
        add_action(desk, NewAction("Ring", NURSE, WEEK, person_id=person)).result for _ in range(2)
    )
    set_outcome(desk, done, Outcome(ActionStatus.NOT_DONE, "Forgotten"), seen=1)
    record_death(desk, person, died_on=TODAY, source="The ward")
    with pytest.raises(GuardError, match="person-died"):
        reopen_action(desk, done, seen=2, reason="Again")
    with pytest.raises(GuardError, match="person-died"):
        identify_barrier(desk, NewBarrier(BarrierCategory.DEBT, action_id=standing))
    assert read_action(desk, done).row.status is ActionStatus.NOT_DONE
    set_outcome(desk, standing, Outcome(ActionStatus.NOT_NEEDED, "Has died"), seen=1)
