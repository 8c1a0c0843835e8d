"""Decisions on money that come from elsewhere stand by the rules that hold here."""

from collections.abc import Collection
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import chairs_on
from coordinator.casework.money.requests import line_to_change
from coordinator.db.models import BudgetLine, Professional
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError
from coordinator.domain.money import rules
from coordinator.domain.states import BudgetStatus


def check_decided(desk: Desk, tx: Transaction, records: Collection[UUID]) -> None:
    """Refuse what was just brought in, where it decides on money as nobody here could.

    Args:
        desk: Who lets it in.
        tx: The act that brought it in.
        records: That were written; those that are no requests are passed over.

    Raises:
        GuardError: `own-request`: whoever asked decided; `chair-decides`: nobody who may did;
            `money-not-as-asked`: what is agreed is not what was asked for, nor part of it;
            `person-died`.
    """
    for key, line in tx.get_many(BudgetLine, sorted(set(records))).items():
        if line.status in {BudgetStatus.ASKED, BudgetStatus.WITHDRAWN}:
            continue
        line_to_change(desk, tx, key)
        if line.decided_by_id is None or line.decided_by_id not in chairs_on(tx, desk.today()):
            raise GuardError("chair-decides")
        asker, decider = (
            tx.get(Professional, who) for who in (line.asked_by_id, line.decided_by_id)
        )
        rules.check_approver(asker, decider)
        rules.check_as_asked(line.status, line.asked_pence, line.agreed_pence)
