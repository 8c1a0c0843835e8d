"""Who may keep contacts here: the panel's own people, or whoever an away store is of."""

from coordinator.casework.desk import Desk
from coordinator.db.transaction import Reading
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.roles import Right, may


def is_away_store(desk: Desk) -> bool:
    """Whether this store is away from a panel; anybody may know that."""
    with desk.store.reading() as look:
        return look.cards.away() is not None


def keeps(desk: Desk, look: Reading, right: Right = Right.KEEP_CONTACTS) -> bool:
    """Whether whoever sits here keeps contacts in this store.

    Somebody who took people away has a store of their own: there they check the panel's words
    themselves, whatever role they have at the panel.
    """
    return look.cards.away() is not None or may(desk.sitter.role, right)


def check_keeps(desk: Desk, look: Reading, right: Right = Right.KEEP_CONTACTS) -> None:
    """Refuse whoever may not keep contacts in this store.

    Raises:
        NotPermittedError: The role does not have the right.
    """
    if not keeps(desk, look, right):
        raise NotPermittedError(role=desk.sitter.role, right=right)
