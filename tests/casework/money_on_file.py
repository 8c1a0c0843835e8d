"""Money on file about somebody, as its acts leave it."""

from dataclasses import replace
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.money.deciding import decide_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.money.spending import note_move
from coordinator.domain.lists.measures import MoneyMove
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money.rules import MoneyDecision, NewEntry
from tests.casework import said_by_acts
from tests.stores import CHAIR, TODAY
from tests.switched import switch_on


def paid_for(desk: Desk, person: UUID, goal: UUID) -> dict[str, UUID]:
    """Give money that was agreed and partly spent."""
    switch_on(desk, Feature.MONEY)
    line = ask_for_money(desk, person, replace(said_by_acts.BED, goal_id=goal)).result
    decide_money(desk, line, MoneyDecision(1, "Agreed", decided_by=CHAIR), seen=1)
    out = NewEntry(MoneyMove.SPENT, 1, TODAY)
    return {"line_id": line, "entry_id": note_move(desk, line, out).result}
