"""Asking for money, putting the ask right, taking it back."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import living_person, shown_person
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.casework.panel.lines import check_switched_on
from coordinator.db.models import BudgetLine, Goal, Professional
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money import rules
from coordinator.domain.money.ledger import standing_of
from coordinator.domain.money.rules import NewRequest
from coordinator.domain.need_to_know.rule import strictest
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import BudgetStatus


def ask_for_money(desk: Desk, person_id: UUID, request: NewRequest) -> Done[UUID]:
    """Ask for money towards one of somebody's goals.

    Raises:
        InvalidFieldsError: As for `check_request`; `goal_id` is `unknown`: it is another person's.
        GuardError: `money-off`; `person-died`; their information basis does not let work begin.
        ReasonNeededError: `basis-incomplete`.
        MissingRecordError, WithheldError: No such person, goal or asker, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        check_switched_on(tx, Feature.MONEY)
        rules.check_request(request, desk.today())
        living_person(desk, tx, person_id, request.sensitivity)
        check_work(desk, tx, person_id)
        asker = tx.get(Professional, request.asked_by or desk.sitter.professional)
        line = BudgetLine(
            id=desk.new_id(),
            person_id=person_id,
            case_id=tx.actions.open_case(person_id),
            asked_by_id=asker.id,
            asked_on=request.asked_on or desk.today(),
            **_stored(tx, person_id, request),
        )
        tx.add(line)
        tx.journal("money.asked", record=line.id, scope=person_id)
    return Done(line.id, tx.changes)


def change_request(desk: Desk, line_id: UUID, request: NewRequest, *, seen: int) -> Done[int]:
    """Put right what is asked for, as long as nothing was said to it; gives the new revision.

    Who asked, and when, stays.

    Raises:
        InvalidFieldsError: As for `ask_for_money`.
        GuardError: `money-decided`, `person-died`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such request or goal, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        line = line_to_change(desk, tx, line_id)
        said = replace(request, asked_on=line.asked_on)
        rules.check_request(said, desk.today())
        rules.check_asked(line.status)
        put(tx, line, seen=seen, fields=_stored(tx, line.person_id, said))
        tx.journal("money.changed", record=line.id, scope=line.person_id)
    return Done(line.revision, tx.changes)


def withdraw_request(desk: Desk, line_id: UUID, *, seen: int, reason: str) -> Done[int]:
    """Take a request back: it is not needed any more; gives the new revision.

    Raises:
        ReasonNeededError: `money-withdrawn`.
        GuardError: `money-over`; `money-went-out`: some of it was spent.
        StaleRecordError: Somebody else decided it meanwhile.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        need_reason(reason, "money-withdrawn")
        line = line_on_file(desk, tx, line_id)
        rules.check_under_way(line.status)
        if standing_of(line, tx.money.entries([line.id])).net:
            raise GuardError("money-went-out")
        fields = {
            "status": BudgetStatus.WITHDRAWN,
            "decided_on": desk.today(),
            "decided_by_id": None,
            "agreed_pence": None,
            "decision_reason": reason.strip(),
            "meeting_id": None,
        }
        put(tx, line, seen=seen, fields=fields)
        tx.journal("money.withdrawn", record=line.id, scope=line.person_id, reason=reason)
    return Done(line.revision, tx.changes)


def line_to_change(desk: Desk, tx: Transaction, line_id: UUID) -> BudgetLine:
    """Give a request about somebody whose file may still change, or about nobody.

    Raises:
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    line = line_on_file(desk, tx, line_id)
    if line.person_id is not None:
        living_person(desk, tx, line.person_id, line.sensitivity)
    return line


def line_on_file(desk: Desk, tx: Transaction, line_id: UUID) -> BudgetLine:
    """Give a request, also of somebody who has died: its account is still brought to its end.

    Raises:
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    line = tx.get(BudgetLine, line_id)
    if line.person_id is not None:
        shown_person(desk, tx, line.person_id, line.sensitivity)
    return line


def _stored(tx: Transaction, person_id: UUID | None, request: NewRequest) -> dict[str, Any]:
    goal = tx.get(Goal, request.goal_id) if request.goal_id else None
    if goal is None or goal.person_id != person_id:
        raise InvalidFieldsError({"goal_id": "unknown"})
    return {
        "goal_id": goal.id,
        "purpose": " ".join(request.purpose.split()),
        "funding": request.funding,
        "own_funding": " ".join(request.own_funding.split()),
        "asked_pence": request.pence,
        "sensitivity": strictest(request.sensitivity, goal.sensitivity),
    }
