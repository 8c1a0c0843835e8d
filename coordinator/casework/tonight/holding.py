"""Who holds somebody until the next panel, and who is there when something changes for them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coordinator.casework.actions.agreeing import owner_in_post
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import check_may_be_told, living_person
from coordinator.db.models import Agency, ComingMove, Holding
from coordinator.db.transaction import Transaction
from coordinator.domain import tonight as rules
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import AgencyStatus
from coordinator.domain.tonight import NewHolding, NewMove

_OF_A_MOVE = frozenset({"on", "at_time", "place", "plan", "worker_id", "met_by"})


def say_who_holds(desk: Desk, person_id: UUID, new: NewHolding) -> Done[tuple[UUID, ...]]:
    """Say who touches the person in some parts of some days; gives a line for each part.

    Raises:
        InvalidFieldsError: No part, or days that cannot be.
        GuardError: `nobody-named`, `person-died`; the worker has left, the agency is closed or
            may not be told.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    rules.check_holding(new, desk.today())
    with desk.act(Right.LOG_CONTACTS) as tx:
        living_person(desk, tx, person_id)
        agency = _agency(desk, tx, person_id, new.worker_id, new.agency_id)
        made = [
            tx.add(
                Holding(
                    id=desk.new_id(),
                    person_id=person_id,
                    part=part,
                    from_on=new.from_on,
                    to_on=new.to_on,
                    weekdays=list(new.weekdays),
                    worker_id=new.worker_id,
                    agency_id=agency,
                    by=new.by.strip(),
                    what=new.what.strip(),
                    sensitivity=new.sensitivity,
                )
            ).id
            for part in new.parts
        ]
        tx.journal("holding.said", record=made[0], scope=person_id)
    return Done(tuple(made), tx.changes)


def end_holding(desk: Desk, holding_id: UUID, *, last: date | None = None) -> Done[None]:
    """Say until when somebody holds; a line that has not begun by then is taken out.

    Args:
        desk: Where and by whom.
        holding_id: Which line.
        last: The last day it holds; yesterday when nothing, so that today is open again.

    Raises:
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such line, or not theirs to see.
    """
    until = last or desk.today() - timedelta(days=1)
    with desk.act(Right.LOG_CONTACTS) as tx:
        line = tx.get(Holding, holding_id)
        living_person(desk, tx, line.person_id)
        if until < line.from_on:
            line.removed = True
        else:
            line.to_on = until
        tx.journal("holding.ended", record=line.id, scope=line.person_id)
    return Done(None, tx.changes)


def add_coming_move(desk: Desk, person_id: UUID, new: NewMove) -> Done[UUID]:
    """Add a discharge, a release or another day that changes everything.

    Raises:
        InvalidFieldsError: The day has passed.
        GuardError: `person-died`; the worker has left or may not be told.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    rules.check_coming(new.on, desk.today())
    with desk.act(Right.LOG_CONTACTS) as tx:
        living_person(desk, tx, person_id)
        _agency(desk, tx, person_id, new.worker_id, None)
        made = tx.add(
            ComingMove(
                id=desk.new_id(),
                person_id=person_id,
                case_id=tx.actions.open_case(person_id),
                move_kind=new.kind,
                on=new.on,
                at_time=new.at_time.strip(),
                place=new.place.strip(),
                plan=new.plan.strip(),
                worker_id=new.worker_id,
                met_by=new.met_by.strip(),
                sensitivity=new.sensitivity,
            )
        )
        tx.journal("move.added", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def change_coming_move(desk: Desk, move_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change when and where it is, or who is there; gives the new revision.

    Args:
        desk: Where and by whom.
        move_id: Which.
        seen: The revision the form was filled from.
        fields: Of `on`, `at_time`, `place`, `plan`, `worker_id` and `met_by`.

    Raises:
        InvalidFieldsError: `unknown` field, or the day has passed.
        GuardError: `move-happened`, `person-died`; the worker has left or may not be told.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such change, or not theirs to see.
    """
    if unknown := set(fields) - _OF_A_MOVE:
        raise InvalidFieldsError(dict.fromkeys(unknown, "unknown"))
    if (on := fields.get("on")) is not None:
        rules.check_coming(on, desk.today())
    with desk.act(Right.LOG_CONTACTS) as tx:
        move = tx.get(ComingMove, move_id)
        living_person(desk, tx, move.person_id)
        if move.happened_on is not None:
            raise GuardError("move-happened")
        _agency(desk, tx, move.person_id, fields.get("worker_id"), None)
        put(tx, move, seen=seen, fields=fields)
        tx.journal("move.changed", record=move.id, scope=move.person_id)
    return Done(move.revision, tx.changes)


def say_move_happened(
    desk: Desk, move_id: UUID, *, outcome: str = "", happened_on: date | None = None
) -> Done[None]:
    """Say that it happened, and how it went; or that it did not come to it.

    Raises:
        InvalidFieldsError: The day is ahead.
        GuardError: `move-happened`, `person-died`.
        MissingRecordError, WithheldError: No such change, or not theirs to see.
    """
    on = happened_on or desk.today()
    with desk.act(Right.LOG_CONTACTS) as tx:
        move = tx.get(ComingMove, move_id)
        living_person(desk, tx, move.person_id)
        rules.check_happened(move.happened_on, on, desk.today())
        move.happened_on, move.outcome = on, outcome.strip()
        tx.journal("move.happened", record=move.id, scope=move.person_id)
    return Done(None, tx.changes)


def _agency(
    desk: Desk, tx: Transaction, person_id: UUID, worker: UUID | None, agency: UUID | None
) -> UUID | None:
    """Give the agency of whoever is named; they are in post, and may know the person."""
    if worker is not None:
        agency = owner_in_post(tx, worker, desk.today()).agency_id
    elif agency is not None and tx.get(Agency, agency).status is not AgencyStatus.ACTIVE:
        raise GuardError("agency-closed")
    if agency is not None:
        check_may_be_told(tx, person_id, [agency])
    return agency
