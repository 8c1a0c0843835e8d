"""Saying yes, in part or no to a request, and closing its account."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.meetings.agenda_items import meeting_under_way
from coordinator.casework.money.requests import line_on_file, line_to_change
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.casework.referrals.answering import named_decider
from coordinator.db.models import Professional
from coordinator.domain.errors import GuardError
from coordinator.domain.money import rules
from coordinator.domain.money.ledger import standing_of
from coordinator.domain.money.rules import MoneyDecision
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reasons
from coordinator.domain.roles import Right
from coordinator.domain.states import BudgetStatus


def decide_money(desk: Desk, line_id: UUID, said: MoneyDecision, *, seen: int) -> Done[int]:
    """Agree money, in full or in part, or refuse it; gives the new revision.

    What was decided may be decided anew until the account is closed: the history keeps both.

    Raises:
        InvalidFieldsError: As for `check_decision`.
        GuardError: `own-request`: whoever asked does not decide; `chair-decides`: nobody is named
            who may; `money-over`; `money-went-out`: it is too late to refuse; `person-died`; the
            meeting is not open, or its minutes no longer change.
        StaleRecordError: Somebody else decided it meanwhile.
        MissingRecordError, WithheldError: No such request or meeting, or not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        line = line_to_change(desk, tx, line_id)
        rules.check_under_way(line.status)
        meeting = meeting_under_way(tx, said.meeting_id) if said.meeting_id else None
        by = named_decider(desk, tx, said.decided_by or (meeting.chair_id if meeting else None))
        rules.check_approver(tx.get(Professional, line.asked_by_id), tx.get(Professional, by))
        status = rules.check_decision(said, line.asked_pence, line.asked_on, desk.today())
        if status is BudgetStatus.REFUSED and standing_of(line, tx.money.entries([line.id])).net:
            raise GuardError("money-went-out")
        if status is not BudgetStatus.REFUSED:
            check_work(desk, tx, line.person_id)
        fields = {
            "status": status,
            "decided_on": said.decided_on or desk.today(),
            "decided_by_id": by,
            "agreed_pence": said.pence,
            "decision_reason": said.reason.strip(),
            "meeting_id": said.meeting_id,
        }
        put(tx, line, seen=seen, fields=fields)
        tx.journal("money.decided", record=line.id, scope=line.person_id, reason=said.reason)
    return Done(line.revision, tx.changes)


def settle_request(desk: Desk, line_id: UUID, *, seen: int, reason: str = "") -> Done[int]:
    """Close the account of a request: what is left of it is free again; gives the new revision.

    Raises:
        GuardError: `money-not-agreed`, `money-over`.
        ReasonNeededError: `money-left`: not all of it went out, or more than was agreed;
            `receipts-missing`.
        StaleRecordError: Somebody else settled it meanwhile.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        line = line_on_file(desk, tx, line_id)
        rules.check_under_way(line.status)
        if line.status not in rules.GRANTED:
            raise GuardError("money-not-agreed")
        entries = tx.money.entries([line.id])
        prompts = rules.open_at_settling(standing_of(line, entries).balance, entries)
        need_reasons(prompts, dict.fromkeys(prompts, reason))
        put(tx, line, seen=seen, fields={"status": BudgetStatus.SETTLED})
        tx.journal("money.settled", record=line.id, scope=line.person_id, reason=reason)
    return Done(line.revision, tx.changes)
