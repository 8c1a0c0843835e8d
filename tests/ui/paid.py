"""Money for the made-up panel of the windows' tests: given, asked, agreed, spent."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import chairs_on
from coordinator.casework.directory.page import read_directory
from coordinator.casework.money.allocating import add_allocation
from coordinator.casework.money.deciding import decide_money
from coordinator.casework.money.reading import read_panel_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.money.spending import note_move
from coordinator.casework.plans.reading import read_plan
from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money.rules import MoneyDecision, NewAllocation, NewEntry, NewRequest
from tests.switched import switch_on

_BUDGET = FundingSource.PERSONAL_BUDGET
_STORY = (("A bed and a mattress", 32_000, 32_000, 34_050), ("A telephone", 9_600, 0, 0))


def pay_people(desk: Desk, somebody: UUID) -> None:
    """Switch budgets on, say what was given, and let two requests be on file for somebody."""
    switch_on(desk, Feature.MONEY)
    today = desk.today()
    given = read_panel_money(desk).allocations
    if not any(one.funding is _BUDGET and one.from_on <= today <= one.to_on for one in given):
        first, last = today.replace(month=1, day=1), today.replace(month=12, day=31)
        add_allocation(desk, NewAllocation(_BUDGET, first, last, 1_200_000, "Kerrow Council"))
    with desk.store.reading() as look:
        chairs = chairs_on(look, today)
    goals = read_plan(desk, somebody).goals
    _pay(desk, somebody, goals[0].line.id, chairs[0])


def _pay(desk: Desk, person: UUID, goal: UUID, chair: UUID) -> None:
    for purpose, asked, agreed, spent in _STORY:
        request = NewRequest(purpose, asked, _BUDGET, goal, asked_by=_asker(desk, chair))
        line = ask_for_money(desk, person, request).result
        if agreed:
            said = MoneyDecision(agreed, "It helps with the goal.", decided_by=chair)
            decide_money(desk, line, said, seen=1)
            out = NewEntry(MoneyMove.SPENT, spent, desk.today(), "Receipt folder, page 3")
            note_move(desk, line, out, reason="The mattress was dearer than thought.")


def _asker(desk: Desk, chair: UUID) -> UUID:
    return next(one.id for one in read_directory(desk).professionals if one.id != chair)
