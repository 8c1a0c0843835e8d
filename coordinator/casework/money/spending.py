"""Keeping what went out and what came back, with its receipt."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.money.requests import line_on_file
from coordinator.db.models import BudgetEntry, BudgetLine
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.measures import MoneyMove
from coordinator.domain.money import rules
from coordinator.domain.money.ledger import Standing, standing_of
from coordinator.domain.money.rules import NewEntry
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right


def note_move(desk: Desk, line_id: UUID, new: NewEntry, *, reason: str = "") -> Done[UUID]:
    """Keep money that went out on a request, or came back.

    Args:
        desk: Where and by whom.
        line_id: Of which request.
        new: How much, when, and where its receipt is.
        reason: Needed where more goes out than was agreed; it is kept with the entry.

    Raises:
        InvalidFieldsError: As for `check_move`.
        GuardError: `money-not-agreed`, `money-over`.
        ReasonNeededError: `over-budget`.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        line = line_on_file(desk, tx, line_id)
        stood = standing_of(line, tx.money.entries([line.id]))
        rules.check_move(new, line.status, stood.net, desk.today())
        is_over = _goes_over(stood, new)
        if is_over:
            need_reason(reason, "over-budget")
        entry = _entry(desk, line, new, reason if is_over else "")
        tx.add(entry)
        tx.journal(
            "money.returned" if new.move is MoneyMove.RETURNED else "money.spent",
            record=entry.id,
            scope=line.person_id,
            reason=reason if is_over else "",
        )
    return Done(entry.id, tx.changes)


def name_receipt(desk: Desk, entry_id: UUID, *, seen: int, receipt: str) -> Done[int]:
    """Say where the receipt of a payment is found; gives the new revision.

    Raises:
        GuardError: `entry-taken-back`.
        StaleRecordError: Somebody else said it meanwhile.
        MissingRecordError, WithheldError: No such entry, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        entry, _line = _standing(desk, tx, entry_id)
        put(tx, entry, seen=seen, fields={"receipt": " ".join(receipt.split())})
        tx.journal("money.receipt_named", record=entry.id, scope=entry.person_id)
    return Done(entry.revision, tx.changes)


def take_back_move(desk: Desk, entry_id: UUID, *, reason: str) -> Done[None]:
    """Take an entry back that was wrong: it stays on file and counts no more.

    Raises:
        ReasonNeededError: `entry-taken-back`.
        GuardError: `entry-taken-back`; `money-over`: the account is closed; `came-back-since`:
            more came back on it than would have gone out.
        MissingRecordError, WithheldError: No such entry, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        need_reason(reason, "entry-taken-back")
        entry, line = _standing(desk, tx, entry_id)
        rules.check_under_way(line.status)
        stood = standing_of(line, tx.money.entries([line.id]))
        if entry.move is MoneyMove.SPENT and entry.pence > stood.net:
            raise GuardError("came-back-since")
        entry.ended_on, entry.end_reason = desk.today(), reason.strip()
        act = "money.entry_taken_back"
        tx.journal(act, record=entry.id, scope=entry.person_id, reason=reason)
    return Done(None, tx.changes)


def _goes_over(stood: Standing, new: NewEntry) -> bool:
    return new.move is MoneyMove.SPENT and (new.pence or 0) > stood.balance


def _entry(desk: Desk, line: BudgetLine, new: NewEntry, reason: str) -> BudgetEntry:
    return BudgetEntry(
        id=desk.new_id(),
        person_id=line.person_id,
        line_id=line.id,
        move=new.move,
        pence=new.pence,
        happened_on=new.happened_on,
        recorded_by_id=desk.sitter.professional,
        receipt=" ".join(new.receipt.split()),
        note="\n".join(one.strip() for one in (new.note, reason) if one.strip()),
        sensitivity=line.sensitivity,
    )


def _standing(desk: Desk, tx: Transaction, entry_id: UUID) -> tuple[BudgetEntry, BudgetLine]:
    entry = tx.get(BudgetEntry, entry_id)
    line = line_on_file(desk, tx, entry.line_id)
    if entry.ended_on is not None:
        raise GuardError("entry-taken-back")
    return entry, line
