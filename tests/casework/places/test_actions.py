"""An action of a place plan is an action like every other: listed, tracked, due, chased."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coordinator.casework.actions.agreeing import correct_action, move_due_date
from coordinator.casework.actions.lists import find_actions, read_action, read_tracker
from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.actions.passing_on import transfer_action
from coordinator.casework.desk import Desk
from coordinator.casework.places.actions import describe_place_action
from coordinator.casework.places.plans import end_place_plan
from coordinator.casework.places.reading import find_place_plans, read_place_plan
from coordinator.casework.records.history import read_history
from coordinator.domain.actions.enforcement import Thought
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    StaleRecordError,
)
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.places.rules import NewPlaceAction, PlaceActionWords
from coordinator.domain.states import ActionStatus
from tests.casework.entries_on_file import a_person
from tests.casework.places.planned import DUE, a_place_plan, a_priority, an_action, new_action
from tests.stores import NURSE, OFFICER, TODAY, Clock


def test_an_action_of_a_plan_stands_on_every_list_and_says_which_plan_it_belongs_to(
    desk: Desk,
) -> None:
    action = an_action(desk, coworkers=(NURSE,))
    (listed,) = find_actions(desk, ActionFilter(owner_id=OFFICER)).rows
    (tracked,) = read_tracker(desk).rows
    assert listed.id == tracked.id == action
    assert listed.place == tracked.place == "P26-001 Penzance"
    assert read_action(desk, action).row.place == "P26-001 Penzance"
    assert (listed.person_id, listed.owner.id, listed.due_on) == (None, OFFICER, DUE)
    assert len(listed.coworkers) == 1


def test_an_action_without_measure_owner_or_date_is_refused_at_each_field(desk: Desk) -> None:
    priority = a_priority(desk)
    with pytest.raises(InvalidFieldsError) as refused:
        an_action(desk, priority, text=" ", measure="", owner_id=None, due_on=None)
    assert refused.value.fields == {
        "text": "required",
        "measure": "required",
        "owner_id": "not-a-person",
        "due_on": "required",
    }
    with pytest.raises(InvalidFieldsError) as refused:
        an_action(desk, priority, due_on=TODAY - timedelta(days=1))
    assert refused.value.fields == {"due_on": "before-start"}
    assert find_actions(desk, ActionFilter()).rows == ()


def test_what_is_late_is_counted_with_its_plan_and_goes_on_when_the_plan_ends(
    desk: Desk, clock: Clock
) -> None:
    plan = a_place_plan(desk)
    priority = a_priority(desk, plan)
    late, done = an_action(desk, priority), an_action(desk, priority, text="Put up the lamps")
    set_outcome(desk, done, Outcome(ActionStatus.DONE, "Up.", TODAY), seen=1)
    clock.move(days=30)
    (row,) = find_place_plans(desk)
    assert (row.open_actions, row.overdue) == (1, 1)
    end_place_plan(desk, plan, seen=row.revision, reason="The year is over.")
    (listed,) = find_actions(desk, ActionFilter()).rows
    assert (listed.id, listed.is_overdue) == (late, True)


def test_its_date_moves_and_its_words_change_as_they_do_elsewhere(desk: Desk) -> None:
    plan = a_place_plan(desk)
    action = an_action(desk, a_priority(desk, plan))
    move_due_date(desk, action, seen=1, to=DUE + timedelta(days=7), reason="Lamps are late")
    describe_place_action(
        desk, action, seen=2, words=PlaceActionWords("Walk on Saturdays", "8 of 10")
    )
    (one,) = read_place_plan(desk, plan).priorities[0].actions
    assert (one.row.text, one.measure, one.row.moved) == ("Walk on Saturdays", "8 of 10", 1)
    with pytest.raises(StaleRecordError):
        describe_place_action(
            desk, action, seen=1, words=PlaceActionWords("Walk on Sundays", "8 of 10")
        )
    with pytest.raises(InvalidFieldsError) as refused:
        describe_place_action(desk, action, seen=3, words=PlaceActionWords("", " "))
    assert refused.value.fields == {"text": "required", "measure": "required"}
    assert "place_action.agreed" in [entry.act for entry in read_history(desk, action).happenings]


def test_what_is_passed_on_stays_in_its_plan(desk: Desk) -> None:
    plan = a_place_plan(desk)
    action = an_action(desk, a_priority(desk, plan))
    goes_on = transfer_action(desk, action, seen=1, owner_id=NURSE, reason="Nearer").result
    (listed,) = find_actions(desk, ActionFilter()).rows
    assert (listed.id, listed.place) == (goes_on, "P26-001 Penzance")
    actions = read_place_plan(desk, plan).priorities[0].actions
    assert {one.row.id: one.measure for one in actions} == dict.fromkeys(
        (action, goes_on), "Walked on 10 of 12 Fridays"
    )


def test_its_words_cannot_be_made_to_name_somebody_by_another_way(desk: Desk) -> None:
    a_person(desk)
    action = an_action(desk)
    with pytest.raises(InvalidFieldsError) as refused:
        correct_action(desk, action, seen=1, text="Find Kezia Trelawny")
    assert refused.value.fields == {"text": "names-somebody"}
    with pytest.raises(InvalidFieldsError) as refused:
        correct_action(desk, action, seen=1, text="Walk Trelawny Road")
    assert refused.value.fields == {"text": "may-name-somebody"}
    correct_action(desk, action, seen=1, text="Walk the quay")


def test_an_action_of_no_plan_is_not_described_as_one(desk: Desk) -> None:
    from coordinator.casework.actions.agreeing import add_action
    from coordinator.domain.actions.rules import NewAction

    action = add_action(desk, NewAction("Write to the town", OFFICER, DUE)).result
    with pytest.raises(MissingRecordError):
        describe_place_action(desk, action, seen=1, words=PlaceActionWords("Other", "Other"))
    (row,) = find_actions(desk, ActionFilter()).rows
    assert row.place == ""


def test_what_has_come_to_its_outcome_is_not_described_anew(desk: Desk) -> None:
    action = an_action(desk)
    set_outcome(desk, action, Outcome(ActionStatus.DONE, "Walked.", TODAY), seen=1)
    with pytest.raises(GuardError, match="action-closed"):
        describe_place_action(desk, action, seen=2, words=PlaceActionWords("Other", "Other"))


def test_what_is_done_against_somebody_is_thought_through_here_too(desk: Desk) -> None:
    with pytest.raises(GuardError, match="enforcement-check-needed"):
        an_action(desk, kind=ActionKind.ENFORCEMENT)
    assert isinstance(new_action(), NewPlaceAction)
    thought = Thought("Traders are left in peace.", "Outreach goes round first.")
    action = an_action(desk, kind=ActionKind.ENFORCEMENT, thought=thought)
    assert read_action(desk, action).row.kind is ActionKind.ENFORCEMENT


def test_words_that_come_to_name_a_measure_are_thought_through_as_well(desk: Desk) -> None:
    a_person(desk)
    action = an_action(desk, kind=ActionKind.LEGAL, text="Ask the solicitor")
    against = PlaceActionWords("Apply for a dispersal order", "Applied")
    with pytest.raises(GuardError, match="enforcement-check-needed"):
        describe_place_action(desk, action, seen=1, words=against)
    for wrong, rule in (("", "required"), ("Kezia Trelawny is safer.", "names-somebody")):
        words = replace(against, thought=Thought(wrong, "Outreach goes round first."))
        with pytest.raises(InvalidFieldsError) as refused:
            describe_place_action(desk, action, seen=1, words=words)
        assert refused.value.fields == {"victim_effect": rule}
    thought = Thought("Traders are left in peace.", "Outreach goes round first.")
    told = describe_place_action(desk, action, seen=1, words=replace(against, thought=thought))
    assert read_action(desk, action).row.text == "Apply for a dispersal order"
    again = PlaceActionWords("Apply for an injunction", "Applied")
    describe_place_action(desk, action, seen=told.result, words=again)  # it was thought of once


def test_what_is_thought_of_first_names_nobody_either(desk: Desk) -> None:
    a_person(desk)
    thought = Thought("Kezia Trelawny sleeps better.", "Kezia Trelawny is harder to find.")
    with pytest.raises(InvalidFieldsError) as refused:
        an_action(desk, kind=ActionKind.ENFORCEMENT, thought=thought)
    assert refused.value.fields == {
        "victim_effect": "names-somebody",
        "engagement_effect": "names-somebody",
    }
