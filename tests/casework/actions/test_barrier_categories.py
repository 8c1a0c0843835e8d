"""What may be in the way: the panel's own list, reworded, made shorter and longer."""

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.barriers import describe_barrier, find_barriers, identify_barrier
from coordinator.casework.actions.lists import read_tracker
from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.panel.settings import (
    add_line,
    change_line,
    read_barrier_choices,
    read_topic,
    remove_line,
)
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.panel import Topic
from coordinator.domain.panel.settings import BarrierChoice, PanelLine
from coordinator.domain.states import ActionStatus
from coordinator.reference.kinds import panel_kind
from coordinator.reference.panels import panel_templates
from coordinator.wording.barriers import category_words
from tests.casework.entries_on_file import a_person
from tests.stores import NURSE, TODAY

WAIT, OTHER = BarrierCategory.MH_WAITING, BarrierCategory.OTHER
FERRY = "The ferry does not run"


def line_of(desk: Desk, category: BarrierCategory) -> PanelLine:
    lines = read_topic(desk, Topic.BARRIERS)
    return next(one for one in lines if one.details.get("category") == category.value)


def reword(desk: Desk, category: BarrierCategory, words: str) -> None:
    line = line_of(desk, category)
    change_line(desk, Topic.BARRIERS, line.id, seen=line.revision, text=words)


@pytest.mark.parametrize("kind", [one.key for one in panel_templates()])
def test_every_kind_of_panel_arrives_with_the_whole_list(kind: str) -> None:
    shipped = [one.details["category"] for one in panel_kind(kind).of(Topic.BARRIERS)]
    assert shipped == [one.value for one in BarrierCategory]


def test_a_category_reads_in_the_panels_words_wherever_it_is_shown(desk: Desk) -> None:
    person = a_person(desk)
    action = add_action(desk, NewAction("Ring", NURSE, TODAY, person_id=person)).result
    set_outcome(desk, action, Outcome(ActionStatus.COULD_NOT, barrier=WAIT), seen=1)
    reword(desk, WAIT, "Mental health: on the list")

    (row,) = find_barriers(desk, [person])[person]
    assert category_words(row.category, row.own) == "Mental health: on the list"
    assert row.category is WAIT
    (shown,) = [one for one in read_tracker(desk).rows if one.id == action]
    assert shown.barrier is not None
    assert shown.barrier.own == "Mental health: on the list"
    assert BarrierChoice(WAIT, "Mental health: on the list") in read_barrier_choices(desk)


def test_what_is_taken_off_the_list_still_reads_well(desk: Desk) -> None:
    person = a_person(desk)
    identify_barrier(desk, NewBarrier(WAIT, person))
    remove_line(desk, Topic.BARRIERS, line_of(desk, WAIT).id)

    assert WAIT not in [one.category for one in read_barrier_choices(desk)]
    (row,) = find_barriers(desk, [person])[person]
    assert category_words(row.category, row.own) == "Mental health: waiting"


def test_other_can_always_be_said(desk: Desk) -> None:
    remove_line(desk, Topic.BARRIERS, line_of(desk, OTHER).id)
    assert read_barrier_choices(desk)[-1] == BarrierChoice(OTHER)


def test_the_panel_names_its_own_and_old_barriers_keep_what_they_were_called(desk: Desk) -> None:
    person = a_person(desk)
    line = add_line(desk, Topic.BARRIERS, text=FERRY).result
    choice = read_barrier_choices(desk)[-1]
    assert choice == BarrierChoice(OTHER, FERRY, is_own=True)
    identify_barrier(desk, NewBarrier(choice.category, person, own_category=choice.words))
    change_line(desk, Topic.BARRIERS, line, seen=1, text="No boat")
    remove_line(desk, Topic.BARRIERS, line)

    (row,) = find_barriers(desk, [person])[person]
    assert category_words(row.category, row.own) == FERRY


def test_an_action_may_be_stopped_by_something_the_panel_names_itself(desk: Desk) -> None:
    person = a_person(desk)
    action = add_action(desk, NewAction("Ring", NURSE, TODAY, person_id=person)).result
    outcome = Outcome(ActionStatus.COULD_NOT, barrier=OTHER, barrier_own=FERRY)
    set_outcome(desk, action, outcome, seen=1)
    (row,) = find_barriers(desk, [person])[person]
    assert (row.category, row.own) == (OTHER, FERRY)


def test_words_of_the_panels_own_stand_beside_other_only(desk: Desk) -> None:
    person = a_person(desk)
    with pytest.raises(InvalidFieldsError):
        identify_barrier(desk, NewBarrier(WAIT, person, own_category=FERRY))
    barrier = identify_barrier(desk, NewBarrier(OTHER, person, own_category=FERRY)).result
    describe_barrier(desk, barrier, seen=1, category=WAIT)
    (row,) = find_barriers(desk, [person])[person]
    assert (row.category, row.own) == (WAIT, "")
    with pytest.raises(InvalidFieldsError):
        describe_barrier(desk, barrier, seen=2, own_category=FERRY)


def test_a_category_stands_once_and_one_without_has_words(desk: Desk) -> None:
    with pytest.raises(InvalidFieldsError):
        add_line(desk, Topic.BARRIERS, category=WAIT.value)
    with pytest.raises(InvalidFieldsError):
        add_line(desk, Topic.BARRIERS, text=" ")
    with pytest.raises(InvalidFieldsError):
        add_line(desk, Topic.BARRIERS, text=FERRY, category="ferries")
    remove_line(desk, Topic.BARRIERS, line_of(desk, WAIT).id)
    add_line(desk, Topic.BARRIERS, category=WAIT.value)
    assert read_barrier_choices(desk)[-1].category is WAIT
