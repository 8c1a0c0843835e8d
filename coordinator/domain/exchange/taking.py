"""What becomes of somebody's own work when a new take-away says what they have from now on."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from coordinator.domain.merging.changes import Change, ChangeId
from coordinator.domain.merging.receiving import HoldReason

WAITS = "scope_ended"
"""Why own work is kept aside: about somebody who is no longer theirs, and not yet home."""


@dataclass(frozen=True, slots=True)
class OwnWork:
    """Own changes sorted by what the panel says of them; each in the order it was given.

    Attributes:
        standing: Not confirmed yet and about somebody who is still theirs.
        waiting: Not confirmed yet, about somebody who is not: kept aside until it is home.
        held: Kept aside by the panel, about somebody who is still theirs.
        confirmed: Everything the panel has, wherever it is now.
    """

    standing: tuple[Change, ...]
    waiting: tuple[Change, ...]
    held: tuple[tuple[Change, HoldReason], ...]
    confirmed: frozenset[ChangeId]


def sorted_own(
    own: Iterable[Change],
    *,
    carried: Collection[ChangeId],
    confirmed: Collection[ChangeId],
    held: Mapping[ChangeId, HoldReason],
    scopes: Collection[UUID],
) -> OwnWork:
    """Sort own changes; nothing that is not home yet is ever dropped.

    Args:
        own: Everything of their own that the store holds, in its log or aside.
        carried: What the pack brought.
        confirmed: What the panel has besides.
        held: What it keeps aside.
        scopes: Everybody who is theirs from now on, and the panel.
    """
    standing, waiting = list[Change](), list[Change]()
    aside, home = list[tuple[Change, HoldReason]](), set[ChangeId]()
    for change in own:
        is_theirs = change.scope in scopes
        if change.id in carried or change.id in confirmed:
            home.add(change.id)
        elif change.id in held:
            home.add(change.id)
            if is_theirs:
                aside.append((change, held[change.id]))
        else:
            (standing if is_theirs else waiting).append(change)
    return OwnWork(tuple(standing), tuple(waiting), tuple(aside), frozenset(home))
