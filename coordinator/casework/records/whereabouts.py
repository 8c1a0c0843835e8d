"""Where somebody is in the program: kept in the store, since it says whom they are looking at.

It is there after the program ended in the middle of work, and gone after it was left.
"""

from collections.abc import Mapping
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.records.drafts import drop_draft, keep_draft, read_draft
from coordinator.domain.roles import Right, may

_FORM, _ITSELF = "window.place", UUID(int=0)


def keep_whereabouts(desk: Desk, place: Mapping[str, str]) -> None:
    """Keep where the person at the desk is, instead of where they were."""
    keep_draft(desk, _FORM, _ITSELF, seen=0, values=place)


def read_whereabouts(desk: Desk) -> Mapping[str, str]:
    """Tell where the person at the desk was when the program ended; nothing when they left it."""
    if not may(desk.sitter.role, Right.SEE_PEOPLE):
        return {}
    kept = read_draft(desk, _FORM, _ITSELF)
    return {str(name): str(value) for name, value in kept.values.items()} if kept else {}


def forget_whereabouts(desk: Desk) -> None:
    """Forget it: the person leaves."""
    drop_draft(desk, _FORM, _ITSELF)
