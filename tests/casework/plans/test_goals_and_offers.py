"""Goals and offers of a plan: what they say, their order, what becomes of them."""

from typing import Any
from uuid import uuid4

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.offers import edit_offer, record_offer, set_offer_status
from coordinator.casework.plans.goals import add_goal, edit_goal, reorder_goals, set_goal_status
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import begin_plan
from coordinator.db.models import Agency
from coordinator.domain.errors import (
    CoordinatorError,
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    StaleRecordError,
    TransitionError,
)
from coordinator.domain.roles import Right
from coordinator.domain.states import AgencyStatus, GoalStatus, OfferStatus
from tests.casework.agreed_plans import WEEK
from tests.casework.entries_on_file import a_person
from tests.stores import HOUSING, TODAY


def test_goals_stand_in_the_order_people_give_them(desk: Desk) -> None:
    person = a_person(desk)
    plan = begin_plan(desk, person).result
    goals = [add_goal(desk, plan, own_words=words).result for words in ("One", "Two", "Three")]
    seen = read_plan(desk, person).revision
    for wrong in (goals[:2], [*goals, uuid4()], [goals[0], goals[0], goals[1]]):
        with pytest.raises(InvalidFieldsError):
            reorder_goals(desk, plan, wrong, seen=seen)
    assert [g.line.id for g in read_plan(desk, person).goals] == goals

    reorder_goals(desk, plan, goals[::-1], seen=seen)
    assert [g.line.own_words for g in read_plan(desk, person).goals] == ["Three", "Two", "One"]
    with pytest.raises(StaleRecordError):
        reorder_goals(desk, plan, [goals[1], goals[0], goals[2]], seen=seen)


@pytest.mark.parametrize("fields", [{}, {"own_words": " "}, {"own_words": "A", "status": "x"}])
def test_a_goal_says_something_in_somebodys_words(desk: Desk, fields: dict[str, Any]) -> None:
    person = a_person(desk)
    plan = begin_plan(desk, person).result
    with pytest.raises(InvalidFieldsError):
        add_goal(desk, plan, **fields)
    goal = add_goal(desk, plan, own_words="A flat").result
    with pytest.raises(InvalidFieldsError):
        edit_goal(desk, goal, seen=1, own_words="")
    edit_goal(desk, goal, seen=1, own_words="", panel_words="Settled housing")
    (row,) = read_plan(desk, person).goals
    assert (row.line.own_words, row.line.panel_words) == ("", "Settled housing")


def test_how_a_goal_goes_is_said_with_a_note_where_it_is_not_plain(desk: Desk) -> None:
    person = a_person(desk)
    goal = add_goal(desk, begin_plan(desk, person).result, own_words="A flat").result
    with pytest.raises(InvalidFieldsError):
        set_goal_status(desk, goal, GoalStatus.DROPPED, seen=1)
    with pytest.raises(TransitionError):
        set_goal_status(desk, goal, GoalStatus.OPEN, seen=1)
    set_goal_status(desk, goal, GoalStatus.PARTLY_ACHIEVED, seen=1, note="A hostel room")
    (row,) = read_plan(desk, person).goals
    assert (row.line.status, row.line.status_note) == (
        GoalStatus.PARTLY_ACHIEVED,
        "A hostel room",
    )


def test_an_offer_is_agreed_delivered_or_given_up_with_a_reason(desk: Desk) -> None:
    person = a_person(desk)
    begin_plan(desk, person)
    offer = record_offer(desk, person, HOUSING, what="A room", to_on=WEEK).result
    with pytest.raises(ReasonNeededError):
        set_offer_status(desk, offer, OfferStatus.WITHDRAWN, seen=1)
    set_offer_status(desk, offer, OfferStatus.AGREED, seen=1)
    edit_offer(desk, offer, seen=2, amount="Six weeks")
    set_offer_status(desk, offer, OfferStatus.WITHDRAWN, seen=3, note="The house was sold")
    with pytest.raises(TransitionError):
        set_offer_status(desk, offer, OfferStatus.DELIVERED, seen=4)
    (row,) = read_plan(desk, person).offers
    assert (row.line.status, row.status_note, row.line.amount) == (
        OfferStatus.WITHDRAWN,
        "The house was sold",
        "Six weeks",
    )


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"what": " "}, InvalidFieldsError),
        ({"what": "A room", "from_on": WEEK, "to_on": TODAY}, InvalidFieldsError),
        ({"what": "A room", "status": "agreed"}, InvalidFieldsError),
    ],
)
def test_an_offer_is_of_something_and_ends_after_it_begins(
    desk: Desk, fields: dict[str, Any], error: type[CoordinatorError]
) -> None:
    person = a_person(desk)
    begin_plan(desk, person)
    with pytest.raises(error):
        record_offer(desk, person, HOUSING, **fields)
    assert read_plan(desk, person).offers == ()


def test_an_agency_that_has_ended_offers_nothing(desk: Desk) -> None:
    person = a_person(desk)
    begin_plan(desk, person)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Agency, HOUSING).status = AgencyStatus.CLOSED
        tx.journal("test.arranged")
    with pytest.raises(GuardError, match="agency-closed"):
        record_offer(desk, person, HOUSING, what="A room")
    assert read_plan(desk, person).offers == ()
