"""What one of a measure is said to cost: typed in with its source and year, or not there."""

from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.db.models import UnitCost
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.demand import rules
from coordinator.domain.demand.rules import NewCost
from coordinator.domain.demand.views import CostPage, CostRow
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right, may
from coordinator.reference.public_figures import public_figures


def add_cost(desk: Desk, cost: NewCost) -> Done[UUID]:
    """Keep what one of a measure is said to cost.

    Raises:
        InvalidFieldsError: As for `check_cost` and `check_only_cost`.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        rules.check_cost(cost)
        rules.check_only_cost(cost, (one.measure for one in tx.demand.costs()))
        made = tx.add(UnitCost(id=desk.new_id(), **_stored(cost)))
        tx.journal("unit_cost.added", record=made.id)
    return Done(made.id, tx.changes)


def change_cost(desk: Desk, cost_id: UUID, cost: NewCost, *, seen: int) -> Done[int]:
    """Say anew what one of a measure costs; gives the new revision. The measure stays.

    Raises:
        InvalidFieldsError: As for `check_cost`.
        GuardError: `cost-ended`.
        StaleRecordError: Somebody else changed it meanwhile.
        MissingRecordError: No such cost.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        one = _standing(tx, cost_id)
        said = replace(cost, measure=one.measure)
        rules.check_cost(said)
        put(tx, one, seen=seen, fields=_stored(said))
        tx.journal("unit_cost.changed", record=one.id)
    return Done(one.revision, tx.changes)


def end_cost(desk: Desk, cost_id: UUID, *, reason: str) -> Done[None]:
    """Take a cost out of use; figures are shown without money again.

    Raises:
        ReasonNeededError: `cost-ended`.
        GuardError: `cost-ended`.
        MissingRecordError: No such cost.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        need_reason(reason, "cost-ended")
        one = _standing(tx, cost_id)
        one.ended_on, one.end_reason = desk.today(), reason.strip()
        tx.journal("unit_cost.ended", record=one.id, reason=reason)
    return Done(None, tx.changes)


def read_costs(desk: Desk) -> CostPage:
    """List what one of each measure is said to cost, and what others published."""
    with desk.read(Right.SEE_COUNTS) as look:
        costs = tuple(costs_of(look).values())
    return CostPage(costs, public_figures(), may(desk.sitter.role, Right.EDIT_DIRECTORY))


def costs_of(look: Reading) -> dict[DemandMeasure, CostRow]:
    """Give the same as part of a larger read, by measure, in the order measures are listed."""
    found = {one.measure: one for one in look.demand.costs()}
    return {measure: _row(found[measure]) for measure in DemandMeasure if measure in found}


def _standing(tx: Transaction, cost_id: UUID) -> UnitCost:
    one = tx.get(UnitCost, cost_id)
    rules.check_stands(one.ended_on, "cost-ended")
    return one


def _stored(cost: NewCost) -> dict[str, Any]:
    said = asdict(cost)
    return said | {name: " ".join(said[name].split()) for name in ("price_year", "source", "note")}


def _row(one: UnitCost) -> CostRow:
    return CostRow(
        one.id, one.revision, one.measure, one.pence, one.price_year, one.source, one.note
    )
