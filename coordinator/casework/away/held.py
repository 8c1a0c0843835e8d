"""What was kept aside of work that came back: listed, and taken over after all or left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from coordinator.casework.away.sending import ACCEPTED
from coordinator.casework.away.taking import change_of
from coordinator.casework.desk import Desk
from coordinator.casework.money.standing import check_decided
from coordinator.casework.need_to_know.lifting import one_is_left
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.carrying import standing_beside
from coordinator.db.fitting import fits
from coordinator.db.merging import models_by_kind
from coordinator.db.models import HeldBack, Person
from coordinator.db.standing_once import standing_twice
from coordinator.db.transaction import Reading, Transaction
from coordinator.db.untying import ids_in
from coordinator.domain.errors import GuardError, MissingRecordError
from coordinator.domain.merging.changes import Change, ChangeId
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right

LEFT = "left"
"""How something that was held back was settled: it is not taken over."""
_NEVER = frozenset(
    {
        HoldReason.UNKNOWN_FIELD,
        HoldReason.ERASED,
        HoldReason.NUMBER_TAKEN,
        HoldReason.OTHER_INSTALL,
    }
)
"""What nobody can take over: there is no place for it."""


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A change kept aside.

    Attributes:
        sender: Who wrote it, by their id in the directory.
        change: What it says; nothing where the record of the person was erased.
        may_take: Whether it can be taken over after all.
        was_told: Whether its sender knows.
        settled: How somebody settled it; nothing while it waits.
    """

    id: ChangeId
    sender: UUID
    reason: HoldReason
    held_at: datetime
    change: Change | None = field(repr=False)
    may_take: bool
    was_told: bool
    settled: str = ""


def find_held_back(desk: Desk, *, waiting_only: bool = True) -> tuple[HeldRow, ...]:
    """List what was kept aside, oldest first; nothing about whom the sitter may not know of.

    Raises:
        NotPermittedError: The role may not settle.
    """
    with desk.read(Right.SETTLE) as look:
        rows = [_row(one) for one in look.away.held() if not (waiting_only and one.settled_at)]
        hidden = hidden_of(desk, look, [one.change for one in rows if one.change])
    return tuple(one for one in rows if one.change is None or one.change.scope not in hidden)


def hidden_of(desk: Desk, look: Reading, changes: Iterable[Change]) -> frozenset[UUID]:
    """Say who of those changes are about is on file and kept from the sitter: part of reads."""
    on_file = look.get_many(Person, sorted({one.scope for one in changes}))
    sight = sight_of(desk, look, on_file)
    return frozenset(one for one in on_file if not sight.sees(one))


def settle_held_back(
    desk: Desk, ids: Sequence[ChangeId], *, take: bool, reason: str = ""
) -> Done[int]:
    """Take over what was kept aside after all, or leave it; gives how many changes that were.

    Args:
        desk: Where and by whom.
        ids: Which; those of one record belong together.
        take: Whether they are brought in, in the name of who wrote them.
        reason: Why they are left.

    Raises:
        ReasonNeededError: `held-left`: nobody said why they are left.
        MissingRecordError: One of them is not kept aside, or was settled.
        GuardError: `held-cannot-stand`: there is no place for one of them;
            `nobody-left-to-lift`: nobody could lift it again; `own-request`, `chair-decides`,
            `money-not-as-asked`, `person-died`: it decides on money as nobody here could.
    """
    if not take:
        need_reason(reason, "held-left")
    with desk.act(Right.SETTLE) as tx:
        rows = [_waiting(tx, one) for one in ids]
        _check_known(desk, tx, rows)
        if take:
            _take_over(desk, tx, rows)
        for row in rows:
            row.settled_at, row.settled_by = desk.now(), desk.sitter.professional
            row.settled_how = ACCEPTED if take else LEFT
            row.told_in = None  # what became of it is told with the next pack
        tx.journal("held_back.taken" if take else "held_back.left", reason=reason)
    return Done(len(rows), tx.changes)


def _waiting(tx: Transaction, id_: ChangeId) -> HeldBack:
    row = tx.away.held_one(id_)
    if row is None or row.settled_at is not None:
        raise MissingRecordError(what="held_back", key=id_.hex())
    return row


def _check_known(desk: Desk, tx: Transaction, rows: Sequence[HeldBack]) -> None:
    changes = {one.id: change_of(one.body) for one in rows if one.body}
    hidden = hidden_of(desk, tx, changes.values())
    for id_, change in changes.items():
        if change.scope in hidden:
            raise MissingRecordError(what="held_back", key=id_.hex())


def _take_over(desk: Desk, tx: Transaction, rows: Sequence[HeldBack]) -> None:
    if any(HoldReason(one.reason) in _NEVER for one in rows):
        raise GuardError("held-cannot-stand", len(rows))
    changes = [change_of(one.body) for one in rows]
    if not all(fits(models_by_kind()[one.kind], one.field, one.value) for one in changes):
        raise GuardError("held-cannot-stand", len(changes))
    standing = [one for some in _of_records(tx, changes).values() for one in some]
    is_twice = bool(standing_twice(tx.session, standing, changes))
    if is_twice or len(_standing(tx, changes)) < len(changes):
        raise GuardError("held-cannot-stand", len(changes))
    with one_is_left(tx):
        tx.bring_in(changes)
    check_decided(desk, tx, [one.record for one in changes])


def _standing(look: Reading, changes: Sequence[Change]) -> Sequence[Change]:
    standing = _of_records(look, changes)
    fixed = [one for some in standing.values() for one in some]
    every = {id_ for one in [*fixed, *changes] for id_ in ids_in(one.value)}
    homes = look.away.homes(every | {one.record for one in changes})
    at_home = [one for one in changes if homes.get(one.record, one.key) == one.key]
    return standing_beside(fixed, at_home, homes.keys())


def _of_records(look: Reading, changes: Sequence[Change]) -> Mapping[UUID, Sequence[Change]]:
    return look.history.standing([one.record for one in changes])


def _row(one: HeldBack) -> HeldRow:
    reason = HoldReason(one.reason)
    return HeldRow(
        id=one.id,
        sender=one.sender,
        reason=reason,
        held_at=one.held_at,
        change=change_of(one.body) if one.body else None,
        may_take=reason not in _NEVER,
        was_told=one.told_in is not None,
        settled=one.settled_how,
    )
