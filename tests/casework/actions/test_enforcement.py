"""Nothing is done against somebody before it was said what that does; plans are weighed."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action, correct_action
from coordinator.casework.actions.enforcement import record_thought
from coordinator.casework.actions.passing_on import transfer_action
from coordinator.casework.desk import Desk
from coordinator.casework.plans.reading import read_plan
from coordinator.db.models import Action
from coordinator.domain.actions.enforcement import Thought
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import GuardError, InvalidFieldsError, WithheldError
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.plans.balance import KindGroup
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Sensitivity
from tests.casework.entries_on_file import a_person, a_plan
from tests.stores import HEALTH, HOUSING, NURSE, OFFICER, TODAY, WORKER, sitting

WEEK = TODAY + timedelta(days=7)
THOUGHT = Thought("The shop is left in peace", "He may leave town; outreach follows")


@pytest.fixture
def person(desk: Desk) -> UUID:
    found = a_person(desk)
    a_plan(desk, found)
    return found


def against(person: UUID, thought: Thought | None = None, **said: object) -> NewAction:
    told: dict[str, object] = {"kind": ActionKind.ENFORCEMENT, "text": "Serve the notice"} | said
    return NewAction(
        owner_id=OFFICER,
        due_on=WEEK,
        person_id=person,
        thought=thought,
        **told,  # type: ignore[arg-type]
    )


def brought_in(desk: Desk, person: UUID) -> UUID:
    """Write an enforcement action as a spreadsheet brings it in: nobody was asked anything."""
    key = desk.new_id()
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        tx.add(
            Action(
                id=key,
                number="A26-0900",
                person_id=person,
                case_id=tx.actions.open_case(person),
                text="Warn about begging",
                action_kind=ActionKind.ENFORCEMENT,
                owner_id=OFFICER,
                owner_agency="Kerrow Police",
                set_on=TODAY,
                due_on=WEEK,
                original_due_on=WEEK,
            )
        )
        tx.journal("test.arranged", record=key, scope=person)
    return key


def test_enforcement_waits_until_both_effects_are_said(desk: Desk, person: UUID) -> None:
    with pytest.raises(GuardError) as refused:
        add_action(desk, against(person))
    assert refused.value.guard == "enforcement-check-needed"
    for half in (Thought("None expected", " "), Thought("", "None expected")):
        with pytest.raises(InvalidFieldsError):
            add_action(desk, against(person, half))
    assert read_plan(desk, person).actions == ()

    action = add_action(desk, against(person, THOUGHT)).result
    told = read_plan(desk, person).thoughts[action]
    assert (told.victim_effect, told.by, told.on) == (THOUGHT.victim_effect, "Aled Hâf", TODAY)
    assert read_plan(desk, person).unthought == ()


def test_going_to_court_waits_only_where_it_is_against_somebody(desk: Desk, person: UUID) -> None:
    legal = ActionKind.LEGAL
    add_action(desk, against(person, kind=legal, text="Find a solicitor for the hearing"))
    with pytest.raises(GuardError):
        add_action(desk, against(person, kind=legal, text="Apply for an injunction"))
    add_action(desk, against(person, THOUGHT, kind=legal, text="Apply for an injunction"))
    assert dict(read_plan(desk, person).balance.counts) == {
        KindGroup.SUPPORT: 1,
        KindGroup.ENFORCEMENT: 1,
    }


def test_an_action_cannot_become_enforcement_unthought(desk: Desk, person: UUID) -> None:
    kind = ActionKind.SUPPORT
    action = add_action(desk, against(person, kind=kind, text="See him")).result
    with pytest.raises(GuardError):
        correct_action(desk, action, seen=1, action_kind=ActionKind.ENFORCEMENT)
    assert read_plan(desk, person).actions[0].kind is kind
    record_thought(desk, action, THOUGHT)
    correct_action(desk, action, seen=1, action_kind=ActionKind.ENFORCEMENT)
    assert read_plan(desk, person).balance.is_enforcement_alone


def test_what_was_brought_in_is_kept_and_stands_as_not_thought_through(
    desk: Desk, person: UUID
) -> None:
    action = brought_in(desk, person)
    assert [one.id for one in read_plan(desk, person).unthought] == [action]
    record_thought(desk, action, THOUGHT)
    assert read_plan(desk, person).unthought == ()


def test_what_was_thought_of_goes_on_with_an_action_that_is_passed_on(
    desk: Desk, person: UUID
) -> None:
    action = add_action(desk, against(person, THOUGHT)).result
    goes_on = transfer_action(desk, action, seen=1, owner_id=WORKER, reason="Theirs").result
    plan = read_plan(desk, person)
    assert plan.unthought == ()
    assert plan.thoughts[goes_on].engagement_effect == THOUGHT.engagement_effect


def test_a_thought_about_a_restricted_action_stays_with_it(desk: Desk, person: UUID) -> None:
    restricted = Sensitivity.RESTRICTED
    action = add_action(desk, against(person, THOUGHT, sensitivity=restricted)).result
    add_action(desk, NewAction("Ring", NURSE, WEEK, person))
    nurse = sitting(desk, NURSE, Role.REPRESENTATIVE, HEALTH)
    plan = read_plan(nurse, person)
    assert (plan.thoughts, [one.text for one in plan.actions]) == ({}, ["Ring"])
    with pytest.raises(WithheldError):
        record_thought(nurse, action, THOUGHT)
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    with pytest.raises(WithheldError):
        record_thought(stranger, action, THOUGHT)


def test_support_agreed_beside_it_balances_enforcement(desk: Desk, person: UUID) -> None:
    add_action(desk, against(person, THOUGHT))
    add_action(desk, against(person, kind=ActionKind.TELL_OTHERS, text="Tell the shop"))
    assert read_plan(desk, person).balance.is_enforcement_alone
    add_action(desk, against(person, kind=ActionKind.ENGAGEMENT, text="Meet him at the van"))
    assert not read_plan(desk, person).balance.is_enforcement_alone
