"""Taking back one act of one's own, as long as nobody has built on it."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import check_may_be_told
from coordinator.casework.records.taking_back import take_back
from coordinator.db.models import BudgetLine, LeadRole, Meeting, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.db.uniqueness import unless_leaned_on
from coordinator.domain.errors import GuardError, MissingRecordError
from coordinator.domain.meetings.rules import check_minutes_not_out
from coordinator.domain.money.rules import GRANTED
from coordinator.domain.outcomes import Done
from coordinator.domain.records.undoing import MAY_BE_UNDONE
from coordinator.domain.roles import Right

UNDONE = "act.undone"


def undo_act(desk: Desk, act_id: UUID) -> Done[int]:
    """Give everything one act wrote the values it had before; gives how many records.

    What the act made is removed by its flag. The history keeps all.

    Raises:
        MissingRecordError: No such act.
        GuardError: `act-undone`: it was taken back before; `act-erased`: somebody it was about
            was erased; `act-stays`: it is of no kind that is taken back like this;
            `act-built-on`: so much of it was changed or used since; `agency-not-told`,
            `worker-not-told`: somebody would lead again who must not be told meanwhile;
            `minutes-issued`, `minutes-approved`: minutes that went out tell of the money decided.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        written = tx.imports.written_by(act_id)
        _check(tx, act_id, {one.record for one in written})
        _check_told_money(tx, [one.record for one in written])
        with unless_leaned_on(tx.session):
            count = take_back(tx, act_id, written)
        _check_leads(tx, [one.record for one in written])
        _check_money(tx, [one.record for one in written])
        tx.journal(UNDONE, record=act_id)
    return Done(count, tx.changes)


def _check(look: Reading, act_id: UUID, its_own: set[UUID]) -> None:
    act = look.imports.act(act_id)
    if act is None:
        raise MissingRecordError(what="act", key="")
    if look.imports.is_undone(act_id, UNDONE):
        raise GuardError("act-undone")
    if look.retention.has_lost(act):
        raise GuardError("act-erased")
    if act.name not in MAY_BE_UNDONE:
        raise GuardError("act-stays")
    left_nothing = look.imports.taken_back(act, UNDONE)
    leaning = look.imports.leaning_on(act_id) - its_own  # what it bound together comes apart
    touched = look.imports.changed_since(act, left_nothing) | leaning
    if touched:
        raise GuardError("act-built-on", count=len(touched))


def _check_leads(tx: Transaction, records: list[UUID]) -> None:
    for role in tx.get_many(LeadRole, records).values():
        if role.to_on is None:
            lead = tx.get(Professional, role.professional_id)
            check_may_be_told(tx, role.person_id, [lead.agency_id, lead.id])


def _check_told_money(tx: Transaction, records: list[UUID]) -> None:
    """Refuse what would make minutes that went out untrue: money is decided anew instead."""
    lines = tx.get_many(BudgetLine, records).values()
    told = [one.meeting_id for one in lines if one.meeting_id]
    for meeting in tx.get_many(Meeting, told).values():
        check_minutes_not_out(meeting.status)


def _check_money(tx: Transaction, records: list[UUID]) -> None:
    """Refuse to leave money that went out without the decision it went out on."""
    lines = tx.get_many(BudgetLine, records)
    bare = [key for key, one in lines.items() if one.status not in GRANTED]
    if paid := [one for one in tx.money.entries(bare) if one.ended_on is None]:
        raise GuardError("act-built-on", count=len(paid))
