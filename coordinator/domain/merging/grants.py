"""What one professional elsewhere may hold and write, and what that means for changes.

Need-to-know is made by what is put into the file a person is given: these rules decide that.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from coordinator.domain.merging.changes import Change, ChangeId

FieldRule: TypeAlias = Callable[[str, str], bool]
"""Asked with the kind of record and the field."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What the panel lets one professional have.

    Attributes:
        scopes: The people whose plans they hold.
        sees: The fields their agency may see.
        writes: The fields they may write; what they may not see they may not write either.
        creates: The kinds of record they may begin. Plans, lead roles, cases and references
            begin in the panel's own store only.
        panel: The panel itself, of which they write `of_panel` alone: the log of what left.
    """

    scopes: frozenset[UUID]
    sees: FieldRule
    writes: FieldRule
    creates: Callable[[str], bool]
    panel: UUID | None = None
    of_panel: frozenset[str] = frozenset()

    def reaches(self, change: Change) -> bool:
        """Whether it is about what they may write about."""
        if change.scope in self.scopes:
            return True
        return change.scope == self.panel and change.kind in self.of_panel


def may_hold(grant: Grant, change: Change) -> bool:
    """Say whether a change may be in a file of theirs."""
    return change.scope in grant.scopes and grant.sees(change.kind, change.field)


def carried(changes: Iterable[Change], grant: Grant) -> tuple[Change, ...]:
    """Choose what a pack for them carries: always everything they may hold, never a part."""
    return tuple(change for change in changes if may_hold(grant, change))


def to_forget(
    changes: Iterable[Change], grant: Grant, author: UUID, confirmed: Collection[ChangeId]
) -> frozenset[ChangeId]:
    """Choose what their install deletes when a pack says what they may hold from now on.

    Args:
        changes: What the install holds.
        grant: From the newest pack; an older one never moves it back.
        author: The professional whose install it is.
        confirmed: Their own changes that the panel says it has, held back or not.

    Returns:
        Everything they may no longer hold, except own work the panel has not confirmed: that
        stays until a pack has brought it home.
    """
    return frozenset(
        change.id
        for change in changes
        if not may_hold(grant, change) and (change.author != author or change.id in confirmed)
    )
