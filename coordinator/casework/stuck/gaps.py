"""Gaps: raised from what is in people's way, put to whoever could close them, decided, closed.

Nobody is ever named in one: who is affected is counted, and a text that names somebody on file is
refused.
"""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from coordinator.casework.actions.barriers import barrier_to_change, settle_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.naming import refuse_names
from coordinator.db.models import Agency, Barrier, Gap, GapBarrier, Professional
from coordinator.db.transaction import Transaction
from coordinator.domain.actions.barriers import check_move
from coordinator.domain.actions.rules import check_owner
from coordinator.domain.errors import (
    DuplicateRecordError,
    InvalidFieldsError,
    MissingRecordError,
)
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right, check
from coordinator.domain.states import BarrierStatus, GapStatus
from coordinator.domain.stuck import gaps as rules
from coordinator.domain.stuck.gaps import Commissioner, Decision, NewGap

TEXTS = frozenset({"title", "evidence", "cost", "workaround", "decision"})
"""Where nobody may be named."""
_FACTS = frozenset(
    {
        "title",
        "theme",
        "first_raised_on",
        "affected_besides",
        "evidence",
        "cost",
        "workaround",
        "reusable",
    }
)


def raise_gap(desk: Desk, new: NewGap, *, barriers: Collection[UUID] = ()) -> Done[UUID]:
    """Say that something is missing; barriers that show it may be linked at once.

    Raises:
        InvalidFieldsError: A fact cannot be, or `names-somebody`, `may-name-somebody`.
        MissingRecordError, WithheldError: A barrier is not there, or not theirs to see.
    """
    rules.check_new(new, desk.today())
    with desk.act(Right.DECIDE) as tx:
        fed_by = [barrier_to_change(desk, tx, one) for one in dict.fromkeys(barriers)]
        gap = _raised(desk, tx, new, fed_by)
        for barrier in fed_by:
            _link(desk, tx, gap, barrier)
        tx.journal("gap.raised", record=gap.id)
    return Done(gap.id, tx.changes)


def turn_into_gap(
    desk: Desk,
    barrier_id: UUID,
    *,
    seen: int,
    gap_id: UUID | None = None,
    new: NewGap | None = None,
    resolution: str = "",
) -> Done[UUID]:
    """Say that a barrier is one of the system's: it feeds a gap, a new one or one that stands.

    Args:
        desk: Where and by whom.
        barrier_id: Which.
        seen: The revision the form was filled from.
        gap_id: The gap it feeds; empty for a new one.
        new: What the new one is.
        resolution: What is done for the person meanwhile; stays with the barrier.

    Returns:
        The gap.

    Raises:
        TransitionError: The barrier does not stand any more, or is a gap already.
        InvalidFieldsError: Neither gap was given, a fact cannot be, or somebody is named.
        StaleRecordError, MissingRecordError, WithheldError: As for `describe_barrier`.
    """
    if (gap_id is None) is (new is None):
        raise InvalidFieldsError({"gap_id": "required"})
    if new is not None:
        rules.check_new(new, desk.today())
    with desk.act(Right.DECIDE) as tx:
        barrier = barrier_to_change(desk, tx, barrier_id)
        check_move(barrier.status, BarrierStatus.GAP)
        words = resolution.strip()
        settle_barrier(desk, tx, barrier, seen, BarrierStatus.GAP, resolution=words)
        gap = tx.get(Gap, gap_id) if gap_id else _raised(desk, tx, new, [barrier])
        if tx.gaps.link(gap.id, barrier.id) is None:
            _link(desk, tx, gap, barrier)
        tx.journal("barrier.became_gap", record=barrier.id, scope=barrier.person_id)
    return Done(gap.id, tx.changes)


def describe_gap(
    desk: Desk, gap_id: UUID, *, seen: int, nobody_is_meant: bool = False, **fields: Any
) -> Done[int]:
    """Say what is missing, since when, what it costs and what helps meanwhile.

    Args:
        desk: Where and by whom.
        gap_id: Which.
        seen: The revision the form was filled from.
        nobody_is_meant: Single words that are somebody's name as well are none here.
        fields: Of title, theme, first_raised_on, affected_besides, evidence, cost, workaround and
            reusable.

    Raises:
        InvalidFieldsError: `unknown` field, a fact that cannot be, or somebody is named.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError: No such gap.
    """
    if unknown := set(fields) - _FACTS:
        raise InvalidFieldsError(dict.fromkeys(unknown, "unknown"))
    rules.check_facts(fields, desk.today())
    with desk.act(Right.DECIDE) as tx:
        gap = tx.get(Gap, gap_id)
        _refuse_names(desk, tx, fields, nobody_is_meant=nobody_is_meant)
        put(tx, gap, seen=seen, fields={name: _trimmed(one) for name, one in fields.items()})
        tx.journal("gap.described", record=gap.id)
    return Done(gap.revision, tx.changes)


def link_barrier(desk: Desk, barrier_id: UUID, *, gap_id: UUID) -> Done[UUID]:
    """Count somebody's barrier to a gap, whatever else becomes of it.

    Raises:
        DuplicateRecordError: `gap-barrier`: it feeds that gap already.
        MissingRecordError, WithheldError: No such barrier or gap, or not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        barrier = barrier_to_change(desk, tx, barrier_id)
        gap = tx.get(Gap, gap_id)
        if (standing := tx.gaps.link(gap_id, barrier_id)) is not None:
            raise DuplicateRecordError("gap-barrier", standing.id)
        made = _link(desk, tx, gap, barrier)
        tx.journal("gap.linked", record=gap.id, scope=barrier.person_id)
    return Done(made.id, tx.changes)


def unlink_barrier(desk: Desk, barrier_id: UUID, *, gap_id: UUID) -> Done[None]:
    """Say that a barrier does not belong to a gap after all.

    Raises:
        MissingRecordError, WithheldError: It does not feed it, or is not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        barrier = barrier_to_change(desk, tx, barrier_id)
        standing = tx.gaps.link(gap_id, barrier_id)
        if standing is None:
            raise MissingRecordError(what="gap_barrier", key=str(barrier_id))
        standing.removed = True
        tx.journal("gap.unlinked", record=gap_id, scope=barrier.person_id)
    return Done(None, tx.changes)


def put_to_commissioner(desk: Desk, gap_id: UUID, who: Commissioner, *, seen: int) -> Done[int]:
    """Put a gap to whoever could close it, or to somebody else; gives the new revision.

    Raises:
        TransitionError: It is closed.
        InvalidFieldsError: Nobody was named.
        GuardError: They have left.
        StaleRecordError, MissingRecordError: As for `describe_gap`.
    """
    with desk.act(Right.DECIDE) as tx:
        gap = tx.get(Gap, gap_id)
        rules.check_commissioner(gap.status, who)
        named = _named(desk, tx, who)
        put(tx, gap, seen=seen, fields={"status": GapStatus.WITH_COMMISSIONER, **named})
        tx.journal("gap.put_to_commissioner", record=gap.id)
    return Done(gap.revision, tx.changes)


def decide_gap(
    desk: Desk, gap_id: UUID, decision: Decision, *, seen: int, nobody_is_meant: bool = False
) -> Done[int]:
    """Record what was decided about a gap, by whom and when; gives the new revision.

    Raises:
        TransitionError: It is closed.
        InvalidFieldsError: Words, name or day are missing or cannot be, or somebody is named.
        StaleRecordError, MissingRecordError: As for `describe_gap`.
    """
    with desk.act(Right.DECIDE) as tx:
        gap = tx.get(Gap, gap_id)
        rules.check_decision(gap.status, decision, gap.first_raised_on, desk.today())
        _refuse_names(desk, tx, {"decision": decision.text}, nobody_is_meant=nobody_is_meant)
        fields = {
            "status": GapStatus.DECIDED,
            "decision": decision.text.strip(),
            "decided_by": decision.by.strip(),
            "decided_on": decision.on,
        }
        put(tx, gap, seen=seen, fields=fields)
        tx.journal("gap.decided", record=gap.id)
    return Done(gap.revision, tx.changes)


def close_gap(desk: Desk, gap_id: UUID, *, seen: int) -> Done[int]:
    """Say that what was decided has been done; gives the new revision.

    Raises:
        TransitionError: Nobody decided yet, or it is closed.
        StaleRecordError, MissingRecordError: As for `describe_gap`.
    """
    with desk.act(Right.DECIDE) as tx:
        gap = tx.get(Gap, gap_id)
        rules.check_move(gap.status, GapStatus.CLOSED)
        put(tx, gap, seen=seen, fields={"status": GapStatus.CLOSED, "closed_on": desk.today()})
        tx.journal("gap.closed", record=gap.id)
    return Done(gap.revision, tx.changes)


def reopen_gap(desk: Desk, gap_id: UUID, *, seen: int, reason: str) -> Done[int]:
    """Say that something is missing again or still; the last decision stays to be read.

    Raises:
        TransitionError: It is open.
        ReasonNeededError: No reason.
        InvalidFieldsError: The reason names somebody.
        StaleRecordError, MissingRecordError: As for `describe_gap`.
    """
    need_reason(reason, "gap-reopened")
    with desk.act(Right.DECIDE) as tx:
        gap = tx.get(Gap, gap_id)
        rules.check_move(gap.status, GapStatus.OPEN)
        refuse_names(desk, tx, {"reason": reason}, nobody_is_meant=False)
        put(tx, gap, seen=seen, fields={"status": GapStatus.OPEN, "closed_on": None})
        tx.journal("gap.reopened", record=gap.id, reason=reason.strip())
    return Done(gap.revision, tx.changes)


def raise_for(desk: Desk, tx: Transaction, barrier: Barrier, *, new: NewGap) -> Gap:
    """Raise the gap that a barrier feeds, inside an act.

    Raises:
        NotPermittedError: The role may not decide.
        InvalidFieldsError: A fact cannot be, or somebody is named.
    """
    check(desk.sitter.role, Right.DECIDE)
    rules.check_new(new, desk.today())
    gap = _raised(desk, tx, new, [barrier])
    _link(desk, tx, gap, barrier)
    return gap


def _raised(desk: Desk, tx: Transaction, new: NewGap | None, fed_by: Collection[Barrier]) -> Gap:
    if new is None:
        raise InvalidFieldsError({"gap_id": "required"})
    texts = {"title": new.title, "evidence": new.evidence, "cost": new.cost}
    texts["workaround"] = new.workaround
    _refuse_names(desk, tx, texts, nobody_is_meant=new.nobody_is_meant)
    raised_on = new.first_raised_on or desk.today()
    gap = Gap(
        id=desk.new_id(),
        number=tx.gaps.next_number(desk.today().year),
        title=new.title.strip(),
        theme=new.theme or rules.theme_of(one.category for one in fed_by),
        first_raised_on=raised_on,
        affected_besides=new.affected_besides,
        evidence=new.evidence.strip(),
        cost=new.cost.strip(),
        workaround=new.workaround.strip(),
        reusable=new.reusable,
    )
    tx.add(gap)
    tx.session.flush()
    return gap


def _link(desk: Desk, tx: Transaction, gap: Gap, barrier: Barrier) -> GapBarrier:
    return tx.add(
        GapBarrier(
            id=desk.new_id(),
            gap_id=gap.id,
            barrier_id=barrier.id,
            person_id=barrier.person_id,
            linked_on=desk.today(),
        )
    )


def _named(desk: Desk, tx: Transaction, who: Commissioner) -> dict[str, Any]:
    if who.professional_id is None:
        return {
            "commissioner_id": None,
            "commissioner": who.name.strip(),
            "commissioner_role": who.role.strip(),
        }
    post = tx.get(Professional, who.professional_id)
    check_owner(post.name, post.left_on, agency_stands=True, today=desk.today())
    agency = tx.get(Agency, post.agency_id).name
    role = who.role.strip() or ", ".join(filter(None, (post.job, agency)))
    return {"commissioner_id": post.id, "commissioner": post.name, "commissioner_role": role}


def _refuse_names(
    desk: Desk, tx: Transaction, fields: Mapping[str, Any], *, nobody_is_meant: bool
) -> None:
    texts = {name: str(one or "") for name, one in fields.items() if name in TEXTS}
    refuse_names(desk, tx, texts, nobody_is_meant=nobody_is_meant)


def _trimmed(value: object) -> object:
    return value.strip() if isinstance(value, str) else value
