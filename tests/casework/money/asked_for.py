"""Requests for money, for tests of the ledger and of whatever shows it."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.money.deciding import decide_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.plans.goals import add_goal
from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money.rules import MoneyDecision, NewAllocation, NewEntry, NewRequest
from tests.casework.entries_on_file import a_person, a_plan
from tests.stores import CHAIR, TODAY
from tests.switched import switch_on

BUDGET = FundingSource.PERSONAL_BUDGET


def somebody_with_a_goal(desk: Desk, name: str = "Kezia") -> tuple[UUID, UUID]:
    """Put somebody on file, with a plan and a goal, at a panel with budgets; gives both."""
    switch_on(desk, Feature.MONEY)
    person = a_person(desk, name)
    plan = a_plan(desk, person)
    return person, add_goal(desk, plan, own_words="A bed of my own", panel_words="").result


def a_request(goal: UUID, pence: int = 30_000, **fields: object) -> NewRequest:
    """Ask for a bed."""
    said: dict[str, object] = {"purpose": "A bed", "funding": BUDGET, **fields}
    return NewRequest(pence=pence, goal_id=goal, **said)  # type: ignore[arg-type]


def asked(desk: Desk, person: UUID, goal: UUID, pence: int = 30_000) -> UUID:
    """Ask for money; gives the request."""
    return ask_for_money(desk, person, a_request(goal, pence)).result


def agreed(desk: Desk, person: UUID, goal: UUID, pence: int = 30_000) -> UUID:
    """Ask for money, and let the chair agree all of it; gives the request."""
    line = asked(desk, person, goal, pence)
    decide_money(desk, line, yes(pence), seen=1)
    return line


def yes(pence: int | None, reason: str = "It is cheaper than a hostel") -> MoneyDecision:
    """The chair's decision; a refusal for nothing."""
    return MoneyDecision(pence, reason, decided_by=CHAIR)


def spent(pence: int, receipt: str = "R-1") -> NewEntry:
    """Money that went out today."""
    return NewEntry(MoneyMove.SPENT, pence, TODAY, receipt)


def came_back(pence: int) -> NewEntry:
    """Money that came back today."""
    return NewEntry(MoneyMove.RETURNED, pence, TODAY)


def given(pence: int = 100_000, **fields: object) -> NewAllocation:
    """This year's personal budgets."""
    first, last = TODAY.replace(month=1, day=1), TODAY.replace(month=12, day=31)
    said: dict[str, object] = {
        "funding": BUDGET,
        "from_on": first,
        "to_on": last,
        "given_by": "The council",
        **fields,
    }
    return NewAllocation(pence=pence, **said)  # type: ignore[arg-type]
