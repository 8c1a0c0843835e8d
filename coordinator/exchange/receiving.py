"""What an open store holds a pack against: its own keys, the contacts whose words were read."""

from datetime import datetime, time
from uuid import UUID

from coordinator.casework.away.contacts import contacts_on_file
from coordinator.casework.away.identity import opening_keys, own_card
from coordinator.casework.desk import LONDON, Desk
from coordinator.db.transaction import Reading
from coordinator.domain.exchange.contacts import Contact
from coordinator.domain.roles import Right
from coordinator.exchange.unpacking import Receiver, Sender


def receiver_at(desk: Desk) -> Receiver:
    """Give what packs that come to this store are held against, as it is at this moment.

    Raises:
        MissingRecordError: This store has no card yet, so nobody can have sealed anything for it.
        NotPermittedError: The role takes no packs.
    """
    with desk.read(Right.OWN_CARD) as look:
        senders = {one.id: sender_of(one) for one in contacts_on_file(look) if one.checked}
        return Receiver(
            identity=own_card(look).identity.id,
            sealing_keys=opening_keys(look, desk.now()),
            contact=senders.get,
            panels=_panels(look),
            has_seen=look.cards.packs_taken().__contains__,
            now=desk.now(),
        )


def sender_of(contact: Contact) -> Sender:
    """Say what is taken from a checked contact: nothing that was made once they were revoked."""
    revoked = contact.revoked
    start = datetime.combine(revoked.on, time.min, LONDON) if revoked else None
    return Sender(contact.id, contact.signing, start)


def _panels(look: Reading) -> frozenset[UUID]:
    away = look.cards.away()
    is_empty = away is not None and away.taken_at is None
    return frozenset() if is_empty else frozenset({look.info.panel_id})
