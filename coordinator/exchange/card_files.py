"""Contact cards as files: ours for others, theirs for us."""

from pathlib import Path
from typing import Final

from coordinator.casework.away.contacts import add_contact
from coordinator.casework.away.identity import ensure_own_card
from coordinator.casework.desk import Desk
from coordinator.domain.errors import CardRefusedError, FileUnreadableError
from coordinator.domain.exchange.cards import MAX_BYTES
from coordinator.domain.exchange.contacts import Added, OwnCard
from coordinator.domain.exchange.faults import CardFault
from coordinator.domain.outcomes import Done
from coordinator.runtime.reading import read_bytes
from coordinator.runtime.writing import free_path, target_faults, write_atomically

_BEGINS: Final = b"coordinator-contact "
_OF_ID: Final = 8  # digits of the identity in a file's name: no name of anybody stands there


def save_own_card(desk: Desk, folder: Path) -> Done[tuple[Path, OwnCard]]:
    """Write our own card into a folder, as a file to be sent; gives where, and the card.

    Raises:
        ExportTargetError: No room or no right there.
        CoordinatorError: As `ensure_own_card`.
    """
    made = ensure_own_card(desk)
    own = made.result
    target = free_path(folder / f"contact-{own.card.identity.id[:_OF_ID]}.txt")
    with target_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(target, own.card.file_bytes)
    return Done((target, own), made.changes)


def bring_in_card(desk: Desk, path: Path) -> Done[tuple[str, Added]]:
    """Bring in the card in a file; see `add_contact`.

    Raises:
        FileUnreadableError, CardRefusedError: As `card_in`.
        CoordinatorError: As `add_contact`.
    """
    return add_contact(desk, card_in(path))


def looks_like_a_card(path: Path) -> bool:
    """Whether a file begins as a contact card does, of any version."""
    try:
        return read_bytes(path, most=len(_BEGINS)) == _BEGINS
    except FileUnreadableError:
        return False


def card_in(path: Path) -> bytes:
    """Read a file somebody sent as a contact card; what is too long for one is none.

    Raises:
        FileUnreadableError: It is gone, locked, or no file.
        CardRefusedError: It is larger than any card.
    """
    data = read_bytes(path, most=MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise CardRefusedError(CardFault.DAMAGED)
    return data
