"""Keeping which other forums deal with somebody, and whom they are tied to."""

from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import living_person, shown_person
from coordinator.db.models import ForumInvolvement, Relationship
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.sharing import ForumKind
from coordinator.domain.outcomes import Done
from coordinator.domain.people import around as rules
from coordinator.domain.people.around import Forum, Tie
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right


def note_forum(desk: Desk, person_id: UUID, forum: Forum) -> Done[UUID]:
    """Keep that another forum deals with somebody.

    Raises:
        InvalidFieldsError: It has no name, or its day is ahead.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    rules.check_forum(forum, desk.today())
    with desk.act(Right.EDIT_PEOPLE) as tx:
        living_person(desk, tx, person_id, rules.sensitivity_of(forum))
        made = tx.add(
            ForumInvolvement(id=desk.new_id(), person_id=person_id, **_columns_of(forum))
        )
        tx.journal("forum.noted", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def change_forum(desk: Desk, forum_id: UUID, forum: Forum, *, seen: int) -> Done[int]:
    """Say where somebody stands with a forum now; gives the new revision.

    Raises:
        InvalidFieldsError: It has no name, or its day is ahead.
        GuardError: `person-died`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such entry, or not theirs to see.
    """
    rules.check_forum(forum, desk.today())
    with desk.act(Right.EDIT_PEOPLE) as tx:
        one = tx.get(ForumInvolvement, forum_id)
        living_person(desk, tx, one.person_id, one.sensitivity)
        living_person(desk, tx, one.person_id, rules.sensitivity_of(forum))
        put(tx, one, seen=seen, fields=_columns_of(forum))
        tx.journal("forum.changed", record=one.id, scope=one.person_id)
    return Done(one.revision, tx.changes)


def note_tie(desk: Desk, person_id: UUID, tie: Tie) -> Done[UUID]:
    """Keep whom somebody is tied to, and what that does for them.

    Raises:
        InvalidFieldsError: It is nobody, or the person themselves.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person, or one of the two not theirs to see.
    """
    rules.check_tie(tie, person_id)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        living_person(desk, tx, person_id, tie.sensitivity)
        if tie.other is not None:
            shown_person(desk, tx, tie.other)
        made = tx.add(
            Relationship(
                id=desk.new_id(),
                person_id=person_id,
                other_id=tie.other,
                name=tie.name.strip(),
                **_said_of(tie),
            )
        )
        tx.journal("tie.noted", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def change_tie(desk: Desk, tie_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change what is kept of a tie, but not to whom; gives the new revision.

    Args:
        desk: Where and by whom.
        tie_id: Which.
        seen: The revision the form was filled from.
        fields: `relation`, `effect`, `not_discussed_with`, `lives_with`, `is_child`, `note`,
            `sensitivity`.

    Raises:
        GuardError: `tie-ended`, `person-died`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such tie, or not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        one = _standing(desk, tx, tie_id)
        living_person(desk, tx, one.person_id, fields.get("sensitivity", one.sensitivity))
        put(tx, one, seen=seen, fields=fields)
        tx.journal("tie.changed", record=one.id, scope=one.person_id)
    return Done(one.revision, tx.changes)


def end_tie(desk: Desk, tie_id: UUID, *, reason: str) -> Done[None]:
    """Say that a tie is over, or was none.

    Raises:
        ReasonNeededError: `tie-ended`.
        GuardError: `tie-ended`, `person-died`.
        MissingRecordError, WithheldError: No such tie, or not theirs to see.
    """
    need_reason(reason, "tie-ended")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        one = _standing(desk, tx, tie_id)
        one.ended_on, one.end_reason = desk.today(), reason
        tx.journal("tie.ended", record=one.id, scope=one.person_id, reason=reason)
    return Done(None, tx.changes)


def _standing(desk: Desk, tx: Transaction, tie_id: UUID) -> Relationship:
    one = tx.get(Relationship, tie_id)
    living_person(desk, tx, one.person_id, one.sensitivity)
    _check_other(desk, tx, one)
    if one.ended_on is not None:
        raise GuardError("tie-ended")
    return one


def _check_other(desk: Desk, look: Reading, one: Relationship) -> None:
    if one.other_id is not None:
        shown_person(desk, look, one.other_id)


def _columns_of(forum: Forum) -> dict[str, Any]:
    return {
        "forum": forum.forum,
        "own_forum": forum.own_forum.strip() if forum.forum is ForumKind.OTHER else "",
        "status": forum.status,
        "status_on": forum.status_on,
        "reference": forum.reference.strip(),
        "contact": forum.contact.strip(),
        "sensitivity": rules.sensitivity_of(forum),
    }


def _said_of(tie: Tie) -> dict[str, Any]:
    return {
        "relation": tie.relation,
        "effect": tie.effect,
        "not_discussed_with": tie.not_discussed_with,
        "lives_with": tie.lives_with,
        "is_child": tie.is_child,
        "note": tie.note.strip(),
        "sensitivity": tie.sensitivity,
    }
