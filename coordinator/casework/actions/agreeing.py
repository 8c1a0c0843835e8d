"""Agreeing what one named person will do by one day: setting and moving actions."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.actions.enforcement import (
    check_thought_through,
    keep_thought,
)
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.naming import refuse_names
from coordinator.casework.need_to_know.sharing import (
    check_may_be_told,
    living_person,
    shown_person,
)
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.db.models import Action, ActionMove, Agency, Case, Goal, Meeting, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.actions import rules
from coordinator.domain.actions.enforcement import check_thought_of
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import InvalidFieldsError, NotPermittedError, WithheldError
from coordinator.domain.meetings.rules import check_minutes_open
from coordinator.domain.need_to_know.rule import Entry, may_see
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import AgencyStatus
from coordinator.domain.texts import is_blank


def add_action(desk: Desk, new: NewAction) -> Done[UUID]:
    """Agree an action.

    Raises:
        InvalidFieldsError: It lacks its words, its owner or its date, or its case or goal is
            another's.
        GuardError: The owner has left or is nobody in particular; their agency has ended, or must
            not be told about the person; the meeting is not open, or its minutes no longer change;
            `enforcement-check-needed`: it is done against somebody, with no thought of what for.
        MissingRecordError, WithheldError: No such person or owner, or not theirs to see.
    """
    rules.check_new(new, desk.today())
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = add_in(tx, desk, new)
        tx.journal("action.added", record=action.id, scope=action.person_id)
    return Done(action.id, tx.changes)


def add_in(tx: Transaction, desk: Desk, new: NewAction) -> Action:
    """Agree an action inside another act, which journals it."""
    rules.check_new(new, desk.today())
    check_thought_of(new.kind, new.text, new.thought)
    owner = owner_in_post(tx, new.owner_id, desk.today())
    check_own(desk, owner.agency_id)
    person, case = _about(tx, desk, new)
    check_may_be_told(tx, person, [owner.agency_id, owner.id])
    check_work(desk, tx, person)
    _check_goal(tx, new.goal_id, person)
    key, due = desk.new_id(), _told(new.due_on)
    action = Action(
        id=key,
        number=_next_number(tx, new, desk.today(), key),
        person_id=person,
        case_id=case,
        meeting_id=new.meeting_id,
        goal_id=new.goal_id,
        text=new.text.strip(),
        action_kind=new.kind,
        priority=new.priority,
        coworkers=_coworkers(tx, new.coworkers, new.owner_id, person),
        set_on=new.set_on or desk.today(),
        due_on=due,
        original_due_on=due,
        sensitivity=new.sensitivity,
        **owned_by(tx, owner),
    )
    tx.add(action)
    tx.session.flush()  # others of the same act may refer to it
    keep_thought(tx, desk, action, new.thought)
    return action


def correct_action(desk: Desk, action_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change the words, kind, priority, goal, co-workers or sensitivity; gives the new revision.

    Raises:
        InvalidFieldsError: `unknown` field, or empty words; `names-somebody`,
            `may-name-somebody`: it belongs to a place plan.
        GuardError: It is closed; `person-died`; `enforcement-check-needed`, as for `add_action`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such action, or not theirs to see.
    """
    allowed = {"text", "action_kind", "priority", "goal_id", "coworkers", "sensitivity"}
    wrong = dict.fromkeys(set(fields) - allowed, "unknown")
    if is_blank(str(fields.get("text", "given"))):
        wrong["text"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = action_to_change(desk, tx, action_id)
        if action.person_id is not None and set(fields) != {"sensitivity"}:
            living_person(desk, tx, action.person_id, action.sensitivity)
        rules.check_open(action.status)
        _check_names_nobody(desk, tx, action, fields)
        put(tx, action, seen=seen, fields=_stored(tx, action, fields))
        if {"text", "action_kind"} & set(fields):
            check_thought_through(tx, action)
        tx.journal("action.corrected", record=action.id, scope=action.person_id)
    return Done(action.revision, tx.changes)


def move_due_date(
    desk: Desk, action_id: UUID, *, seen: int, to: date | None, reason: str
) -> Done[UUID]:
    """Agree a new date; the original stays, and the move is kept with its reason.

    Raises:
        GuardError: The action has come to its outcome.
        ReasonNeededError: No reason.
        InvalidFieldsError: No date, the same one, or one that has passed.
        StaleRecordError: Somebody else moved it meanwhile.
        MissingRecordError, WithheldError: No such action, or not theirs to see.
    """
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = action_to_change(desk, tx, action_id)
        move = move_in(tx, desk, action, _told(to), reason, seen=seen)
        tx.journal("action.moved", record=action.id, scope=action.person_id, reason=reason.strip())
    return Done(move.id, tx.changes)


def move_in(
    tx: Transaction,
    desk: Desk,
    action: Action,
    to: date,
    reason: str,
    *,
    seen: int | None = None,
) -> ActionMove:
    """Give an open action a new date inside another act, which journals it.

    Raises:
        GuardError, ReasonNeededError, InvalidFieldsError, StaleRecordError: As for
            `move_due_date`.
    """
    was = action.due_on
    rules.check_new_date(action.status, was, to, reason=reason, today=desk.today())
    put(tx, action, seen=action.revision if seen is None else seen, fields={"due_on": to})
    return tx.add(
        ActionMove(
            id=desk.new_id(),
            person_id=action.person_id,
            action_id=action.id,
            from_on=was,
            to_on=to,
            reason=reason.strip(),
            moved_on=desk.today(),
            moved_by_id=desk.sitter.professional,
        )
    )


def shown_action(desk: Desk, look: Reading, action_id: UUID) -> Action:
    """Give an action the sitter may see.

    Raises:
        MissingRecordError, WithheldError: No such action, or not theirs to see.
    """
    action = look.get(Action, action_id)
    if action.person_id is not None:
        shown_person(desk, look, action.person_id, action.sensitivity)
    elif not may_see(desk.reader(look), Entry(None, action.sensitivity)):
        raise WithheldError(record=action_id)
    return action


def action_to_change(desk: Desk, tx: Transaction, action_id: UUID) -> Action:
    """Give an action the sitter may change.

    Raises:
        MissingRecordError, WithheldError: No such action, or not theirs to see.
        NotPermittedError: It is another agency's.
    """
    action = shown_action(desk, tx, action_id)
    check_own(desk, action.owner_agency_id)
    return action


def owner_in_post(look: Reading, owner_id: UUID | None, today: date) -> Professional:
    """Give somebody who can own an action: one named person in post at an agency that stands.

    Raises:
        InvalidFieldsError: Nobody was named.
        MissingRecordError: No such professional.
        GuardError: `owner-is-group`, `professional-left`, `agency-closed`.
    """
    if owner_id is None:
        raise InvalidFieldsError({"owner_id": "not-a-person"})
    owner = look.get(Professional, owner_id)
    agency = look.get(Agency, owner.agency_id)
    stands = agency.status is AgencyStatus.ACTIVE
    rules.check_owner(owner.name, owner.left_on, agency_stands=stands, today=today)
    return owner


def check_own(desk: Desk, agency: UUID | None) -> None:
    """Let an agency's representative set and change the actions of their own agency only.

    Raises:
        NotPermittedError: The action is another agency's.
    """
    if desk.sitter.role is Role.REPRESENTATIVE and agency != desk.sitter.agency:
        raise NotPermittedError(role=desk.sitter.role, right=Right.UPDATE_ACTIONS)


def owned_by(look: Reading, owner: Professional) -> dict[str, Any]:
    """Give the columns of the owner, with the agency's name as it is today."""
    agency = look.get(Agency, owner.agency_id)
    return {"owner_id": owner.id, "owner_agency_id": agency.id, "owner_agency": agency.name}


def _about(tx: Transaction, desk: Desk, new: NewAction) -> tuple[UUID | None, UUID | None]:
    """Say whom an action is about, and in which case; a case brings its person along."""
    of_case = tx.get(Case, new.case_id).person_id if new.case_id else None
    person = new.person_id or of_case
    if of_case not in {None, person}:
        raise InvalidFieldsError({"case_id": "unknown"})
    if person is None:
        return None, None
    living_person(desk, tx, person, new.sensitivity)
    return person, new.case_id or tx.actions.open_case(person)


def _stored(tx: Transaction, action: Action, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Check what a correction names, and give co-workers the form they are stored in."""
    values = dict(fields)
    if "coworkers" in values:
        named = values["coworkers"]
        values["coworkers"] = _coworkers(tx, named, action.owner_id, action.person_id)
    _check_goal(tx, values.get("goal_id"), action.person_id)
    return values


def _check_names_nobody(
    desk: Desk, tx: Transaction, action: Action, fields: Mapping[str, Any]
) -> None:
    """Keep the words of an action of a place plan free of whoever is on file."""
    if action.person_id is None and "text" in fields and tx.places.tie_of(action.id) is not None:
        refuse_names(desk, tx, {"text": str(fields["text"])}, nobody_is_meant=False)


def _check_goal(tx: Transaction, goal: UUID | None, person: UUID | None) -> None:
    if goal is not None and tx.get(Goal, goal).person_id != person:
        raise InvalidFieldsError({"goal_id": "unknown"})


def _coworkers(
    tx: Transaction, named: Iterable[UUID], owner: UUID | None, person: UUID | None
) -> list[str]:
    wanted = [who for who in dict.fromkeys(named) if who != owner]
    found = tx.get_many(Professional, wanted).values()
    if len(found) != len(wanted):
        raise InvalidFieldsError({"coworkers": "unknown"})
    check_may_be_told(tx, person, [who for one in found for who in (one.agency_id, one.id)])
    return [who.hex for who in wanted]


def _next_number(tx: Transaction, new: NewAction, today: date, key: UUID) -> str:
    if new.meeting_id is None:
        return tx.actions.next_of_year((new.set_on or today).year)
    meeting = tx.get(Meeting, new.meeting_id)
    check_minutes_open(meeting.status)
    return tx.actions.next_of_meeting(meeting.id, meeting.reference, rules.number_step(key.int))


def _told(day: date | None) -> date:
    """Give a day that the rules have made sure of."""
    if day is None:
        raise InvalidFieldsError({"due_on": "required"})
    return day
