"""Somebody with an agreed plan full of what must never reach them in My plan."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.meetings.offers import record_offer
from coordinator.casework.plans.goals import add_goal
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import agree_plan, begin_plan, edit_plan, propose_plan
from coordinator.db.models import Goal, Relationship, Risk, Strength
from coordinator.domain.actions.enforcement import Thought
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.lists.sharing import RelationKind
from coordinator.domain.plans.rules import Agreement
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity
from tests.casework.entries_on_file import a_meeting, a_person, case_of
from tests.stores import HEALTH, NURSE, OFFICER, TODAY, WORKER

SECRETS = (
    "zircon",  # formulation
    "beryl",  # a restricted action
    "topaz",  # a risk
    "opal",  # enforcement
    "jadeite",  # a third party's goal
    "garnet",  # conditions of an offer
    "obsidian",  # unknowns
    "Morwenna",  # a name that is tied to them
    "12 Quay Lane",  # an address
    "onyx",  # a restricted strength
    "agate",  # an action against somebody, told as support
    "Petroc",  # somebody else on file
)


def planned(desk: Desk) -> UUID:
    """Put somebody on file whose agreed plan holds the secrets; gives the person."""
    person = a_person(desk, "Kezia", "Trelawny")
    a_person(desk, "Petroc", "Angove")
    plan = begin_plan(desk, person).result
    edit_plan(
        desk,
        plan,
        seen=1,
        what_matters="My dog comes first. I want a quiet room.\nPetroc owes me money.",
        how_to_work="Come in the afternoon.",
        what_to_avoid="Do not stand behind me.",
        who_i_trust="Morwenna at the kitchen",
        formulation="zircon",
        direction="zircon",
        unknowns="obsidian",
        warning_signs="I stop answering my phone.",
        contingency="Look for me by the harbour. Morwenna lets me sleep at 12 Quay Lane.",
        who_to_ring="Ring Kasia on 01632 960123.",
    )
    add_goal(desk, plan, own_words="A flat with my dog", panel_words="zircon")
    hidden = add_goal(desk, plan, own_words="jadeite wants to be left alone").result
    _secrets(desk, person, hidden)
    case = case_of(desk, person)
    agree_lead(desk, case, NURSE)
    week = TODAY + timedelta(days=7)
    for text, kind, said in (
        ("Help with the housing form", ActionKind.ACCOMMODATION, Sensitivity.STANDARD),
        ("beryl is watched", ActionKind.SUPPORT, Sensitivity.RESTRICTED),
        ("Serve the opal notice", ActionKind.ENFORCEMENT, Sensitivity.STANDARD),
        ("Begin the eviction of agate", ActionKind.SUPPORT, Sensitivity.STANDARD),
    ):
        new = NewAction(person_id=person, text=text, owner_id=WORKER, due_on=week, kind=kind)
        thought = Thought("none", "none") if kind is ActionKind.ENFORCEMENT else None
        _action(desk, new, thought, said)
    record_offer(desk, person, HEALTH, what="A nurse", conditions="garnet")
    propose_plan(desk, plan, seen=read_plan(desk, person).revision)
    meeting = a_meeting(desk, "M26-009")
    agree_plan(desk, plan, Agreement(meeting_id=meeting), seen=read_plan(desk, person).revision)
    return person


def _action(desk: Desk, new: NewAction, thought: Thought | None, sensitivity: Sensitivity) -> None:
    add_action(desk, replace(new, sensitivity=sensitivity, thought=thought))


def _secrets(desk: Desk, person: UUID, goal: UUID) -> None:
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Goal, goal).sensitivity = Sensitivity.THIRD_PARTY
        tx.add(
            Risk(
                id=uuid4(),
                person_id=person,
                text="topaz",
                to_whom="topaz",
                noted_on=TODAY,
                noted_by_id=OFFICER,
                review_on=TODAY + timedelta(days=30),
            )
        )
        tx.add(Strength(id=uuid4(), person_id=person, text="Makes people laugh"))
        tx.add(
            Strength(id=uuid4(), person_id=person, text="onyx", sensitivity=Sensitivity.RESTRICTED)
        )
        tx.add(
            Relationship(
                id=uuid4(), person_id=person, name="Morwenna", relation=RelationKind.FRIEND
            )
        )
        tx.journal("test.arranged")
