"""What the panel accepts of work handed back, and what it holds back for a person to look at.

Nothing is thrown away: a change held back is kept with its reason, listed, and acknowledged.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import TypeAlias
from uuid import UUID

from coordinator.domain.merging.changes import ID_BYTES, RESTRICTED, ROW, Change, RecordKey
from coordinator.domain.merging.grants import Grant

HomeOf: TypeAlias = Callable[[UUID], RecordKey | None]
"""Asked with a record's id: whose it is and of which kind; nothing when it is not known."""


@unique
class HoldReason(StrEnum):
    """Why a change was held back."""

    NOT_THE_SENDERS = "not_the_senders"
    OUTSIDE_SCOPE = "outside_scope"
    FIELD_NOT_THEIRS = "field_not_theirs"
    RECORD_ELSEWHERE = "record_elsewhere"
    NOT_THEIRS_TO_BEGIN = "not_theirs_to_begin"
    REPLACES_MALFORMED = "replaces_malformed"
    KEPT_FROM_THEM = "kept_from_them"
    """An entry, or a part of one, that the sender may not see."""
    THE_PANELS_TO_DECIDE = "the_panels_to_decide"
    NUMBER_TAKEN = "number_taken"
    NOT_GIVEN = "not_given"
    """Of a kind they have some of, and not one of those."""
    STANDS_ALREADY = "stands_already"
    """There may be one only, and another one stands."""
    OTHER_INSTALL = "other_install"
    """Under the name of an install that is somebody else's."""
    FORKED = "forked"
    """Two copies of one store wrote under the same number."""
    CANNOT_STAND = "cannot_stand"
    """What it hangs on is not there."""
    UNKNOWN_FIELD = "unknown_field"
    """Of a kind or a field this program does not know."""
    SENDER_REVOKED = "sender_revoked"
    ERASED = "erased"
    """About somebody whose record was erased: only its id is kept."""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A change kept aside, and why."""

    change: Change
    reason: HoldReason


@dataclass(frozen=True, slots=True)
class Received:
    """A hand-back sorted out; each part in the order it came."""

    accepted: tuple[Change, ...]
    held: tuple[HeldBack, ...]


def receive(
    sender: UUID, changes: Iterable[Change], may_write: Grant, home_of: HomeOf
) -> Received:
    """Sort work handed back: only the sender's own, only where they may write.

    Args:
        sender: Whose signature the pack bears.
        changes: As read by `from_wire`.
        may_write: What the sender is granted now, not when the pack was made.
        home_of: Where the panel's store has a record.
    """
    accepted: list[Change] = []
    held: list[HeldBack] = []
    for change in changes:
        reason = reason_to_hold(sender, change, may_write, home_of)
        if reason is None:
            accepted.append(change)
        else:
            held.append(HeldBack(change, reason))
    return Received(tuple(accepted), tuple(held))


def reason_to_hold(
    sender: UUID, change: Change, may_write: Grant, home_of: HomeOf
) -> HoldReason | None:
    """Name the first rule a change breaks, or none."""
    if change.author != sender:
        return HoldReason.NOT_THE_SENDERS
    if change.scope not in may_write.scopes:
        return HoldReason.OUTSIDE_SCOPE
    if not field_is_theirs(may_write, change):
        return HoldReason.FIELD_NOT_THEIRS
    if not is_well_formed(change):
        return HoldReason.REPLACES_MALFORMED
    home = home_of(change.record)
    if home is None:
        return None if may_write.creates(change.kind) else HoldReason.NOT_THEIRS_TO_BEGIN
    return None if home == change.key else HoldReason.RECORD_ELSEWHERE


def field_is_theirs(grant: Grant, change: Change) -> bool:
    """Say whether the sender may write the field; nobody writes what they may not see."""
    return grant.writes(change.kind, change.field) and grant.sees(change.kind, change.field)


def is_well_formed(change: Change) -> bool:
    """Say whether what a change replaces makes sense.

    Sorted ids, each once; and a row of an append-only record replaces nothing.
    """
    if change.field in {ROW, RESTRICTED}:
        return not change.replaces
    sound = all(len(old) == ID_BYTES for old in change.replaces)
    return sound and list(change.replaces) == sorted(set(change.replaces))
