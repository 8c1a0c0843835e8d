"""What the panel was given to spend, from which fund, for which period."""

from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.panel.lines import check_switched_on
from coordinator.db.models import BudgetAllocation
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money import rules
from coordinator.domain.money.rules import NewAllocation
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right


def add_allocation(desk: Desk, new: NewAllocation) -> Done[UUID]:
    """Keep what the panel was given for a period.

    Raises:
        InvalidFieldsError: As for `check_allocation` and `check_only_allocation`.
        GuardError: `money-off`.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        check_switched_on(tx, Feature.MONEY)
        rules.check_allocation(new)
        rules.check_only_allocation(new, _standing_now(tx))
        made = tx.add(BudgetAllocation(id=desk.new_id(), **_stored(new)))
        tx.journal("allocation.added", record=made.id)
    return Done(made.id, tx.changes)


def change_allocation(
    desk: Desk, allocation_id: UUID, new: NewAllocation, *, seen: int
) -> Done[int]:
    """Say anew what the panel was given; gives the new revision.

    Raises:
        InvalidFieldsError: As for `add_allocation`.
        GuardError: `allocation-ended`.
        StaleRecordError: Somebody else changed it meanwhile.
        MissingRecordError: No such allocation.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        rules.check_allocation(new)
        one = _standing(tx, allocation_id)
        rules.check_only_allocation(new, (it for it in _standing_now(tx) if it.id != one.id))
        put(tx, one, seen=seen, fields=_stored(new))
        tx.journal("allocation.changed", record=one.id)
    return Done(one.revision, tx.changes)


def end_allocation(desk: Desk, allocation_id: UUID, *, reason: str) -> Done[None]:
    """Take an allocation back: it was wrong, or was taken away. It stays on file.

    Raises:
        ReasonNeededError: `allocation-ended`.
        GuardError: `allocation-ended`.
        MissingRecordError: No such allocation.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        need_reason(reason, "allocation-ended")
        one = _standing(tx, allocation_id)
        one.ended_on, one.end_reason = desk.today(), reason.strip()
        tx.journal("allocation.ended", record=one.id, reason=reason)
    return Done(None, tx.changes)


def _standing(tx: Transaction, allocation_id: UUID) -> BudgetAllocation:
    one = tx.get(BudgetAllocation, allocation_id)
    if one.ended_on is not None:
        raise GuardError("allocation-ended")
    return one


def _standing_now(look: Reading) -> list[BudgetAllocation]:
    return [one for one in look.money.allocations() if one.ended_on is None]


def _stored(new: NewAllocation) -> dict[str, Any]:
    return {
        "funding": new.funding,
        "own_funding": " ".join(new.own_funding.split()),
        "from_on": new.from_on,
        "to_on": new.to_on,
        "pence": new.pence,
        "source": " ".join(new.given_by.split()),
        "note": new.note.strip(),
    }
