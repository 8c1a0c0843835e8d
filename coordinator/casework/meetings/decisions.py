"""What was decided, why and how, and which agencies saw it differently; never which persons."""

from dataclasses import dataclass, replace
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.meetings.agenda_items import item_under_way
from coordinator.casework.meetings.attendance import quorum_now
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.db.models import Agency, Decision, Meeting
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import InvalidFieldsError, TransitionError
from coordinator.domain.lists.meetings import DecidedHow, DecisionAuthority
from coordinator.domain.meetings.rules import check_decider, check_said
from coordinator.domain.need_to_know.rule import strictest
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import DecisionStatus, Sensitivity


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in words.

    Attributes:
        dissent_asked: The chair asked whether anybody disagrees.
        dissent_agencies: Which agencies see it differently; their view stands in `dissent`.
        sensitivity: How far it may travel; no further than what it corrects or replaces. That
            more people may see it is said by an act of its own.
    """

    text: str
    reason: str
    how: DecidedHow = DecidedHow.AGREED
    authority: DecisionAuthority = DecisionAuthority.PANEL
    dissent_asked: bool = False
    dissent_agencies: tuple[UUID, ...] = ()
    dissent: str = ""
    sensitivity: Sensitivity = Sensitivity.STANDARD


def record_decision(desk: Desk, item_id: UUID, decided: Decided) -> Done[UUID]:
    """Record a decision on an item.

    Raises:
        InvalidFieldsError: No words or no reason; dissent that was not asked for.
        GuardError: `not-quorate`: only the chair decides; the meeting is not open, or its minutes
            no longer change; as `check_work` has it.
        ReasonNeededError: `basis-incomplete`.
        MissingRecordError, WithheldError: No such item or agency, or not theirs to see.
    """
    _check(decided)
    with desk.act(Right.RUN_MEETINGS) as tx:
        decision = decision_in(desk, tx, item_id, decided)
        check_work(desk, tx, decision.person_id)
        tx.journal("decision.made", record=decision.id, scope=decision.person_id)
    return Done(decision.id, tx.changes)


def supersede_decision(
    desk: Desk, decision_id: UUID, item_id: UUID, decided: Decided
) -> Done[UUID]:
    """Record a decision that takes the place of an earlier one.

    The earlier one keeps its words, also where its minutes are approved: that something took its
    place is a fact of today's meeting.

    Raises:
        TransitionError: The earlier one no longer stands.
        InvalidFieldsError: It is about somebody else; else as for `record_decision`.
        GuardError, ReasonNeededError, MissingRecordError, WithheldError: As for
            `record_decision`.
    """
    return _replace(desk, decision_id, item_id, decided, DecisionStatus.SUPERSEDED)


def reverse_decision(desk: Desk, decision_id: UUID, item_id: UUID, decided: Decided) -> Done[UUID]:
    """Record the decision that an earlier one no longer holds.

    Raises:
        TransitionError, InvalidFieldsError, GuardError, MissingRecordError, WithheldError: As for
            `supersede_decision`.
    """
    return _replace(desk, decision_id, item_id, decided, DecisionStatus.REVERSED)


def _replace(
    desk: Desk, decision_id: UUID, item_id: UUID, decided: Decided, becomes: DecisionStatus
) -> Done[UUID]:
    _check(decided)
    with desk.act(Right.RUN_MEETINGS) as tx:
        earlier = _shown(desk, tx, decision_id)
        if earlier.status is not DecisionStatus.MADE:
            raise TransitionError(earlier.status, becomes)
        decision = decision_in(desk, tx, item_id, _no_wider(earlier, decided))
        if decision.person_id != earlier.person_id:
            raise InvalidFieldsError({"item_id": "unknown"})
        if becomes is DecisionStatus.SUPERSEDED:  # one that no longer holds is no new work
            check_work(desk, tx, decision.person_id)
        tx.session.flush()  # the earlier one points at it
        earlier.status, earlier.superseded_by_id = becomes, decision.id
        tx.journal(
            f"decision.{becomes.value}",
            record=earlier.id,
            scope=earlier.person_id,
            reason=decided.reason,
        )
    return Done(decision.id, tx.changes)


def change_decision(desk: Desk, decision_id: UUID, *, seen: int, decided: Decided) -> Done[int]:
    """Correct a decision while the minutes are still written.

    Raises:
        TransitionError: It no longer stands.
        StaleRecordError: Somebody else changed it meanwhile.
        InvalidFieldsError, GuardError, MissingRecordError, WithheldError: As for
            `record_decision`.
    """
    _check(decided)
    with desk.act(Right.RUN_MEETINGS) as tx:
        decision = _shown(desk, tx, decision_id)
        _item, meeting = item_under_way(desk, tx, decision.item_id)
        if decision.status is not DecisionStatus.MADE:
            raise TransitionError(decision.status, DecisionStatus.MADE)
        kept = _no_wider(decision, decided).sensitivity
        columns = {**_columns(tx, meeting, decided), "sensitivity": kept}
        put(tx, decision, seen=seen, fields=columns)
        tx.journal("decision.changed", record=decision.id, scope=decision.person_id)
    return Done(decision.revision, tx.changes)


def _no_wider(earlier: Decision, decided: Decided) -> Decided:
    """Let what takes the place of an earlier decision, or its words, travel no further than it."""
    return replace(decided, sensitivity=strictest(earlier.sensitivity, decided.sensitivity))


def _shown(desk: Desk, look: Reading, decision_id: UUID) -> Decision:
    decision = look.get(Decision, decision_id)
    if decision.person_id is not None:
        shown_person(desk, look, decision.person_id, decision.sensitivity)
    return decision


def _check(decided: Decided) -> None:
    check_said(text=decided.text, reason=decided.reason)
    if (decided.dissent_agencies or decided.dissent.strip()) and not decided.dissent_asked:
        raise InvalidFieldsError({"dissent_asked": "required"})
    if decided.dissent.strip() and not decided.dissent_agencies:
        raise InvalidFieldsError({"dissent_agencies": "required"})


def decision_in(desk: Desk, tx: Transaction, item_id: UUID, decided: Decided) -> Decision:
    """Record a decision inside another act, which journals it.

    Raises:
        InvalidFieldsError, GuardError, MissingRecordError, WithheldError: As for
            `record_decision`.
    """
    _check(decided)
    item, meeting = item_under_way(desk, tx, item_id)
    decision = Decision(
        id=desk.new_id(),
        meeting_id=meeting.id,
        item_id=item.id,
        person_id=item.person_id,
        status=DecisionStatus.MADE,
        sensitivity=decided.sensitivity,
        **_columns(tx, meeting, decided),
    )
    return tx.add(decision)


def _columns(tx: Reading, meeting: Meeting, decided: Decided) -> dict[str, object]:
    check_decider(decided.how, quorum_now(tx, meeting))
    names = [tx.get(Agency, agency).name for agency in decided.dissent_agencies]
    return {
        "text": decided.text,
        "reason": decided.reason,
        "how": decided.how,
        "authority": decided.authority,
        "dissent_asked": decided.dissent_asked,
        "dissent_agencies": names,
        "dissent": decided.dissent,
        "decided_by_id": meeting.chair_id if decided.how is DecidedHow.CHAIR else None,
    }
