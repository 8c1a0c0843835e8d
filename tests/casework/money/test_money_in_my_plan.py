"""What is agreed for somebody is offered for My plan, and nothing that is for few."""

from dataclasses import replace

from coordinator.casework.desk import Desk
from coordinator.casework.money.deciding import decide_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.voice.own_plan_reads import read_own_plan
from coordinator.casework.voice.own_plans import begin_own_plan
from coordinator.domain.lists.panel import Feature
from coordinator.domain.states import Sensitivity
from coordinator.domain.voice.own_plans import Part
from tests.casework.money.asked_for import a_request, yes
from tests.casework.own_plans import planned
from tests.switched import switch_on


def test_my_plan_begins_with_the_money_that_is_agreed(desk: Desk) -> None:
    switch_on(desk, Feature.MONEY)
    person = planned(desk)
    goal = next(
        one.line
        for one in read_plan(desk, person).goals
        if one.line.sensitivity is Sensitivity.STANDARD
    )
    for purpose, pence, level in (
        ("A bed.", 30_050, Sensitivity.STANDARD),
        ("A lock against him", 9_000, Sensitivity.RESTRICTED),
        ("A bicycle", 20_000, Sensitivity.STANDARD),
    ):
        request = replace(a_request(goal.id, pence), purpose=purpose, sensitivity=level)
        line = ask_for_money(desk, person, request).result
        if purpose != "A bicycle":
            decide_money(desk, line, yes(pence), seen=1)
    begin_own_plan(desk, person)
    assert read_own_plan(desk, person).words[Part.MONEY] == ("You have £300.50 for this: A bed.",)
