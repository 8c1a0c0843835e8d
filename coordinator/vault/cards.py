"""Making contact cards and finding out whether one is genuine."""

from datetime import datetime

from coordinator.domain.errors import CardRefusedError, OddShapeError
from coordinator.domain.exchange.cards import (
    Card,
    Identity,
    SealingKey,
    is_newer_card,
    parse_card,
    signed_part,
)
from coordinator.domain.exchange.faults import CardFault
from coordinator.vault.sealing import is_recipient, recipient_of
from coordinator.vault.signing import is_signed, sign, verifying_key


def make_card(
    name: str, agency: str, *, signing_key: bytes, sealing_key: str, number: int, since: datetime
) -> Card:
    """Write a card for one's own keys; `number` is of the sealing key, counted from 1."""
    identity = Identity(name, agency, verifying_key(signing_key))
    sealing = SealingKey(recipient_of(sealing_key), number, since)
    return Card(identity, sealing, sign(signing_key, signed_part(identity, sealing)))


def read_card(data: bytes) -> Card:
    """Read a card somebody sent, and make sure that its owner signed it.

    That it is whose it says, only the six words read aloud can tell (`vault.spoken`).

    Raises:
        CardRefusedError: Damaged, of a newer form, or signed by another key.
    """
    if is_newer_card(data):
        raise CardRefusedError(CardFault.NEWER_FORMAT)
    try:
        card = parse_card(data)
    except OddShapeError:
        raise CardRefusedError(CardFault.DAMAGED) from None
    if not is_signed(
        card.identity.signing, signed_part(card.identity, card.sealing), card.signature
    ):
        raise CardRefusedError(CardFault.FORGED)
    if not is_recipient(card.sealing.recipient):
        raise CardRefusedError(CardFault.DAMAGED)
    return card
