"""Asking which chair decides: a panel may have none yet, and then it is said what to do. No Qt."""

from uuid import UUID

from coordinator.ui.kit.asks import Ask, Kind
from coordinator.wording.translation import _


def ask_chair(title: str, usual: UUID | None, chairs: tuple[tuple[UUID, str], ...]) -> Ask:
    """Ask which chair decides.

    Args:
        title: Of the entry.
        usual: Who stands there at first.
        chairs: Who can, with their names; may be empty.
    """
    hint = "" if chairs else _("The panel has no chair yet. Name one on the page The panel first.")
    return Ask("decided_by", title, Kind.CHOICE, usual, chairs, hint=hint)
