"""The plan on paper tells what money was asked for and agreed, as its reader may have it."""

from dataclasses import replace

from coordinator.casework.desk import Desk
from coordinator.casework.money.deciding import decide_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.money.spending import note_move
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.person.case_sheets import WHOLE_PANEL, Audience
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.papers.plans import plan_model
from tests.casework.money.asked_for import a_request, agreed, somebody_with_a_goal, spent, yes


def test_the_plan_on_paper_tells_requests_that_came_to_something(desk: Desk) -> None:
    person, goal = somebody_with_a_goal(desk)
    line = agreed(desk, person, goal)
    note_move(desk, line, spent(12_345))
    refused = ask_for_money(desk, person, replace(a_request(goal), purpose="A car")).result
    decide_money(desk, refused, yes(None), seen=1)
    secret = replace(a_request(goal), purpose="A lock", sensitivity=Sensitivity.RESTRICTED)
    ask_for_money(desk, person, secret)
    told = plan_model(desk, person, WHOLE_PANEL).money
    assert (
        "A bed: £300. For the goal: A bed of my own. Personal budget. £300 agreed, £123.45 spent,"
        " £0 given back: £176.55 left."
    ) in told
    assert not any("A car" in one for one in told)
    assert any("A lock" in one for one in told)
    auditor = Audience(reader=Reader(Role.AUDITOR))
    assert not any("A lock" in one for one in plan_model(desk, person, auditor).money)
