"""The way out for our sealing keys: what opens packs for us where this program does not run.

It is on the shell only, never in a window: an open window somebody walked away from would be
enough. It wants a reason and a passphrase of its own, and stands in the journal before it is had.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from coordinator.casework.away.identity import opening_keys, own_card
from coordinator.casework.away.keeping_contacts import check_keeps
from coordinator.casework.desk import Desk
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.passphrases import check_apart
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.vault.sealing import recipient_of, seal_with_passphrase


@dataclass(frozen=True, slots=True)
class LeavingKey:
    """Our sealing keys as the `age` program reads them, under a passphrase.

    Attributes:
        identity: Whose they are.
        sealed: The file.
    """

    identity: str
    sealed: bytes = field(repr=False)


def check_key_leaves(desk: Desk, reason: str) -> None:
    """Refuse before anybody is asked for a passphrase.

    Raises:
        NotPermittedError: Nobody takes keys out who does not keep contacts here: the coordinator,
            or away from the panel whose store it is.
        ReasonNeededError: `key-taken-out`: nobody said why.
        MissingRecordError: There is no card yet, so nothing is sealed for this store.
    """
    with desk.read(Right.OWN_CARD) as look:
        check_keeps(desk, look)
        need_reason(reason, "key-taken-out")
        if look.cards.own() is None:
            raise MissingRecordError(what="card", key="")


@contextmanager
def take_key_out(office: Office, *, passphrase: str, reason: str) -> Iterator[LeavingKey]:
    """Give what opens packs for us, in one act with whatever the block does to keep it.

    All keys that open something now are in it: the newest, and one that was replaced this month.

    Args:
        office: The open store.
        passphrase: Opens the file; held to the rule for those that open the store, none of which
            it may be: a file is easier come by than a store.
        reason: Why it is wanted where this program is not.

    Raises:
        NotPermittedError, ReasonNeededError, MissingRecordError: As `check_key_leaves`.
        WeakPassphraseError: The passphrase will not do.
    """
    desk = office.desk
    check_key_leaves(desk, reason)
    check_apart(office, passphrase)
    with desk.act(Right.OWN_CARD) as tx:
        check_keeps(desk, tx)
        who = own_card(tx).identity.id
        plain = _lines(opening_keys(tx, desk.now()), desk.now())
        sealed = seal_with_passphrase(plain, passphrase)
        tx.is_local()
        tx.journal("sealing_key.taken_out", reason=reason.strip())
        yield LeavingKey(who, sealed)


def _lines(keys: tuple[str, ...], now: datetime) -> bytes:
    """Write keys as `age-keygen` does; nothing says whose they are."""
    head = f"# created: {now:%Y-%m-%dT%H:%M:%SZ}"
    told = [line for key in keys for line in (f"# public key: {recipient_of(key)}", key)]
    return "\n".join([head, *told, ""]).encode("ascii")
