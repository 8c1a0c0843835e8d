"""Who decides on money: the chair or vice-chair, and never whoever asked for it."""

from dataclasses import replace
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.money.deciding import decide_money
from coordinator.casework.money.reading import read_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.db.models import Professional
from coordinator.domain.errors import GuardError, NotPermittedError
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import BudgetStatus
from tests.casework.money.asked_for import a_request, asked, somebody_with_a_goal, yes
from tests.stores import CHAIR, HOUSING, NURSE, OFFICER, sitting


@pytest.fixture
def somebody(desk: Desk) -> tuple[UUID, UUID]:
    """Kezia, and a goal of hers."""
    return somebody_with_a_goal(desk)


def test_whoever_asked_does_not_decide(
    desk: Desk, chair: Desk, somebody: tuple[UUID, UUID]
) -> None:
    person, goal = somebody
    line = asked(chair, person, goal)
    for at in (desk, chair):
        with pytest.raises(GuardError, match="own-request"):
            decide_money(at, line, yes(30_000), seen=1)
    (found,) = read_money(desk, person).lines
    assert found.status is BudgetStatus.ASKED


def test_whoever_sits_for_two_agencies_does_not_decide_what_they_asked_for(
    desk: Desk, chair: Desk, somebody: tuple[UUID, UUID]
) -> None:
    """The chair stands in the directory again, for another agency."""
    twin = desk.new_id()
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        name = tx.get(Professional, CHAIR).name
        tx.add(Professional(id=twin, name=f" {name.upper()}", agency_id=HOUSING))
        tx.journal("test.arranged")
    person, goal = somebody
    line = ask_for_money(desk, person, replace(a_request(goal), asked_by=twin)).result
    with pytest.raises(GuardError, match="own-request"):
        decide_money(chair, line, yes(30_000), seen=1)


def test_only_the_chair_or_vice_chair_decides(desk: Desk, somebody: tuple[UUID, UUID]) -> None:
    line = asked(desk, *somebody)
    with pytest.raises(GuardError, match="chair-decides"):
        decide_money(desk, line, replace(yes(30_000), decided_by=OFFICER), seen=1)
    lead = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HOUSING)
    with pytest.raises(NotPermittedError):
        decide_money(lead, line, yes(30_000), seen=1)
