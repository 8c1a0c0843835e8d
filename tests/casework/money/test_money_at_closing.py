"""Closing a case while money is still open: it is not forgotten, nor does it stop the closing."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from coordinator.casework.cases.phases import close_case
from coordinator.casework.desk import Desk
from coordinator.casework.money.deciding import decide_money, settle_request
from coordinator.domain.cases.rules import Closing
from coordinator.domain.errors import ReasonNeededError
from coordinator.domain.lists.reasons import CloseReason
from coordinator.domain.states import Answer
from tests.casework.entries_on_file import case_of
from tests.casework.money.asked_for import agreed, asked, somebody_with_a_goal, yes

GOOD = Closing(
    because=CloseReason.GOALS_MET,
    person_told=Answer.YES,
    remaining_risk="relapse",
    risk_held_by="the treatment service",
    learning="one worker, one plan",
)


@pytest.mark.parametrize("wanted", [asked, agreed])
def test_money_that_is_not_settled_is_asked_about(
    desk: Desk, chair: Desk, wanted: Callable[[Desk, UUID, UUID], UUID]
) -> None:
    person, goal = somebody_with_a_goal(desk)
    wanted(desk, person, goal)
    with pytest.raises(ReasonNeededError) as found:
        close_case(chair, case_of(desk, person), GOOD)
    assert found.value.prompts == ("money-open",)
    why = replace(GOOD, reasons={"money-open": "The bed comes next week"})
    close_case(chair, case_of(desk, person), why)


def test_what_was_refused_or_settled_is_not(desk: Desk, chair: Desk) -> None:
    person, goal = somebody_with_a_goal(desk)
    decide_money(desk, asked(desk, person, goal), yes(None), seen=1)
    settle_request(desk, agreed(desk, person, goal), seen=2, reason="Not needed")
    somebody_else, other = somebody_with_a_goal(desk, "Petroc")
    asked(desk, somebody_else, other)
    close_case(chair, case_of(desk, person), GOOD)
