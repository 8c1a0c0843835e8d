"""Contacts: a card is brought in, its six words are read aloud, one day it is revoked.

Until somebody recorded that the words were read, nothing is sealed for a contact and nothing is
taken from them. There is no other way in.
"""

from datetime import date
from uuid import UUID

from coordinator.casework.away.keeping_contacts import check_keeps
from coordinator.casework.desk import Desk
from coordinator.casework.directory.same_workers import carry_over, same_as
from coordinator.db.models import ContactRow, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.directory.same_workers import SameWorker
from coordinator.domain.errors import (
    CardRefusedError,
    GuardError,
    MissingRecordError,
    PackRefusedError,
)
from coordinator.domain.exchange.cards import Card, SealingKey
from coordinator.domain.exchange.contacts import (
    Added,
    Checked,
    CheckedHow,
    Contact,
    ContactRead,
    Revoked,
    check_revoking,
    what_is_new,
)
from coordinator.domain.exchange.faults import CardFault, PackFault
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.vault.cards import read_card
from coordinator.vault.signing import verifying_key
from coordinator.vault.spoken import six_words


def add_contact(desk: Desk, data: bytes) -> Done[tuple[str, Added]]:
    """Bring in a card somebody sent; gives their identity and what it brought.

    A new identity is unchecked. A known one with another sealing key keeps its words: the key
    that signs for it vouched for the other.

    Args:
        desk: Where and by whom.
        data: The file as it came.

    Raises:
        CardRefusedError: Damaged, newer, forged, older than the one on file, or revoked.
        GuardError: `card-own`: it is ours.
        NotPermittedError: Nobody keeps contacts here but the coordinator.
    """
    with desk.act(Right.OWN_CARD) as tx:
        check_keeps(desk, tx)
        card = read_card(data)
        if card.identity.signing == verifying_key(tx.info.signing_key):
            raise GuardError("card-own")
        known = tx.cards.contact(card.identity.id)
        added = Added.NEW if known is None else _bring(known, card)
        if known is None:
            tx.session.add(_row(desk, card))
        tx.is_local()
        if added is not Added.KNOWN:
            tx.journal(f"contact_card.{added.value}", record=contact_key(card.identity.id))
    return Done((card.identity.id, added), tx.changes)


def follow_card(tx: Transaction, sender: str, data: bytes) -> None:
    """Follow the key a sender changes to, told by the card in their pack: part of taking one.

    No words are read again: the key that signs for them vouches for it. An older card says
    nothing, it came in an older pack; of whoever is revoked none is followed.

    Raises:
        PackRefusedError: `malformed`: it is no card of theirs.
    """
    known = tx.cards.contact(sender)
    if not data or known is None or known.revoked_on is not None:
        return
    try:
        card = read_card(data)
        if card.identity.id != sender:
            raise PackRefusedError(PackFault.MALFORMED, sender)
        _bring(known, card)
    except CardRefusedError as error:
        if error.fault is not CardFault.OLDER_KEY:
            raise PackRefusedError(PackFault.MALFORMED, sender) from None


def record_words_read(
    desk: Desk,
    identity: str,
    *,
    how: CheckedHow,
    professional: UUID | None = None,
    same_worker: SameWorker | None = None,
) -> Done[None]:
    """Record that a contact's six words were read aloud and are those of the card on file.

    Args:
        desk: Who heard them.
        identity: Whose.
        how: In person, or over a number known before the card came.
        professional: Who of the directory it is; stands as it was when nothing is said.
        same_worker: Whether it is one from whom something is kept, where a name may be theirs.

    Raises:
        SameWorkerError, InvalidFieldsError: As for a newcomer to the directory.
        MissingRecordError: No such contact, or nobody of that id in the directory.
        GuardError: `contact-revoked`.
        NotPermittedError: Nobody checks words here but the coordinator and the chair.
    """
    with desk.act(Right.OWN_CARD) as tx:
        check_keeps(desk, tx, Right.CHECK_WORDS)
        row = _standing(tx, identity)
        why = _tie(desk, tx, row, professional, same_worker) if professional is not None else ""
        row.checked_at, row.checked_by = desk.now(), desk.sitter.professional
        row.checked_how = how.value
        tx.is_local()
        tx.journal("contact_card.words_read", record=contact_key(identity), reason=why)
    return Done(None, tx.changes)


def say_who_contact_is(
    desk: Desk,
    identity: str,
    professional: UUID | None,
    *,
    same_worker: SameWorker | None = None,
) -> Done[None]:
    """Say who of the directory a contact is; what they are given follows from that.

    Raises:
        SameWorkerError, InvalidFieldsError: As for a newcomer to the directory.
        MissingRecordError: No such contact, or nobody of that id in the directory.
        NotPermittedError: Nobody keeps contacts here but the coordinator.
    """
    with desk.act(Right.OWN_CARD) as tx:
        check_keeps(desk, tx)
        row = _row_of(tx, identity)
        why = _tie(desk, tx, row, professional, same_worker)
        tx.is_local()
        tx.journal("contact_card.tied", record=contact_key(identity), reason=why)
    return Done(None, tx.changes)


def revoke_contact(desk: Desk, identity: str, *, on: date, reason: str) -> Done[None]:
    """Take nothing from an identity any more of what it made from a day on, and send it nothing.

    Args:
        desk: Where and by whom.
        identity: Whose keys were lost, or who left.
        on: The first day on which somebody else may have had the keys.
        reason: Lost, stolen, left.

    Raises:
        ReasonNeededError: `contact-revoked`: nobody said why.
        InvalidFieldsError: `on` `in-the-future`.
        GuardError: `contact-revoked`: it was done before.
        MissingRecordError: No such contact.
        NotPermittedError: Nobody may but the coordinator and the chair.
    """
    need_reason(reason, "contact-revoked")
    check_revoking(on, desk.today())
    with desk.act(Right.OWN_CARD) as tx:
        check_keeps(desk, tx, Right.CHECK_WORDS)
        row = _standing(tx, identity)
        row.revoked_on, row.revoked_at = on, desk.now()
        row.revoked_by, row.revoked_why = desk.sitter.professional, reason.strip()
        tx.is_local()
        tx.journal("contact_card.revoked", record=contact_key(identity), reason=reason)
    return Done(None, tx.changes)


def take_back_revoking(desk: Desk, identity: str, *, reason: str) -> Done[None]:
    """Take back that a contact was revoked, when it was the wrong one; its words are read again.

    Raises:
        ReasonNeededError: `revoking-taken-back`: nobody said why.
        GuardError: `contact-not-revoked`.
        MissingRecordError: No such contact.
        NotPermittedError: Nobody keeps contacts here but the coordinator.
    """
    need_reason(reason, "revoking-taken-back")
    with desk.act(Right.OWN_CARD) as tx:
        check_keeps(desk, tx)
        row = _row_of(tx, identity)
        if row.revoked_on is None:
            raise GuardError("contact-not-revoked")
        row.revoked_on = row.revoked_at = row.revoked_by = None
        row.revoked_why, row.checked_how = "", ""
        row.checked_at = row.checked_by = None
        tx.is_local()
        tx.journal("contact_card.put_back", record=contact_key(identity), reason=reason)
    return Done(None, tx.changes)


def find_contacts(desk: Desk) -> tuple[Contact, ...]:
    """List everybody whose card is on file, by agency and name.

    Raises:
        NotPermittedError: Nobody looks at contacts here but the coordinator and the chair.
    """
    with desk.read(Right.OWN_CARD) as look:
        check_keeps(desk, look, Right.CHECK_WORDS)
        return contacts_on_file(look)


def read_contact(desk: Desk, identity: str) -> ContactRead:
    """Give one contact, the words that are read aloud, and others of the same name and agency.

    Raises:
        MissingRecordError: No such contact.
        NotPermittedError: As for the list.
    """
    with desk.read(Right.OWN_CARD) as look:
        check_keeps(desk, look, Right.CHECK_WORDS)
        everybody = contacts_on_file(look)
    found = next((one for one in everybody if one.id == identity), None)
    if found is None:
        raise MissingRecordError(what="contact_card", key=identity)
    called = (found.name.casefold(), found.agency.casefold())
    namesakes = tuple(
        one.id
        for one in everybody
        if one.id != identity and (one.name.casefold(), one.agency.casefold()) == called
    )
    return ContactRead(found, six_words(identity), namesakes)


def contact_of_card(desk: Desk, data: bytes) -> ContactRead:
    """Say whose a card is and give its words, on file or not; nothing is kept.

    Raises:
        CardRefusedError: Damaged, newer or forged.
        NotPermittedError: As for the list.
    """
    with desk.read(Right.OWN_CARD) as look:
        check_keeps(desk, look, Right.CHECK_WORDS)
        card = read_card(data)
        known = look.cards.contact(card.identity.id)
        found = _told(look, [known])[0] if known else _contact(_row(desk, card), {})
    return ContactRead(found, six_words(found.id))


def contacts_on_file(look: Reading) -> tuple[Contact, ...]:
    """Give every contact: part of acts and reads that send or take."""
    return _told(look, list(look.cards.contacts()))


def contact_on_file(look: Reading, identity: str) -> Contact | None:
    """Give the contact of an identity, checked or not: part of acts and reads as well."""
    row = look.cards.contact(identity)
    return _told(look, [row])[0] if row is not None else None


def contact_key(identity: str) -> UUID:
    """Give the id under which the journal names a contact: no name stands there."""
    return UUID(hex=identity[:32])


def _bring(known: ContactRow, card: Card) -> Added:
    if known.revoked_on is not None:
        raise CardRefusedError(CardFault.REVOKED)
    on_file = SealingKey(known.recipient, known.key_number, known.key_since)
    added = what_is_new(on_file, card.sealing)
    known.recipient = card.sealing.recipient
    known.key_number, known.key_since = card.sealing.number, card.sealing.since
    return added


def _row(desk: Desk, card: Card) -> ContactRow:
    return ContactRow(
        id=card.identity.id,
        name=card.identity.name,
        agency=card.identity.agency,
        signing=card.identity.signing,
        recipient=card.sealing.recipient,
        key_number=card.sealing.number,
        key_since=card.sealing.since,
        added_at=desk.now(),
        added_by=desk.sitter.professional,
        last_seq_sent=0,
        last_seq_seen=0,
    )


def _tie(
    desk: Desk,
    tx: Transaction,
    row: ContactRow,
    professional: UUID | None,
    said: SameWorker | None,
) -> str:
    """Tie a card to a post; gives why its owner is no worker from whom something is kept."""
    if professional is None or professional == row.professional_id:
        row.professional_id = professional
        return ""
    post = tx.get(Professional, professional)
    posts = same_as(desk, tx, list(dict.fromkeys([row.name, post.name])), said, post=post.id)
    carry_over(desk, tx, posts, post.id)
    row.professional_id = post.id
    return said.because if said is not None and not posts else ""


def _row_of(tx: Transaction, identity: str) -> ContactRow:
    row = tx.cards.contact(identity)
    if row is None:
        raise MissingRecordError(what="contact_card", key=identity)
    return row


def _standing(tx: Transaction, identity: str) -> ContactRow:
    row = _row_of(tx, identity)
    if row.revoked_on is not None:
        raise GuardError("contact-revoked")
    return row


def _told(look: Reading, rows: list[ContactRow]) -> tuple[Contact, ...]:
    heard = {by for row in rows for by in (row.checked_by, row.revoked_by) if by}
    names = look.cards.names_of(heard)
    own = look.cards.own() if look.cards.away() is not None else None
    if own is not None:  # away from a panel its owner alone does this, also before the first pack
        names = dict.fromkeys(heard, own.name) | names
    return tuple(_contact(row, names) for row in rows)


def _contact(row: ContactRow, names: dict[UUID, str]) -> Contact:
    return Contact(
        id=row.id,
        name=row.name,
        agency=row.agency,
        signing=row.signing,
        sealing=SealingKey(row.recipient, row.key_number, row.key_since),
        professional_id=row.professional_id,
        added_at=row.added_at,
        checked=_checked(row, names),
        revoked=_revoked(row, names),
        seq_sent=row.last_seq_sent,
        seq_seen=row.last_seq_seen,
    )


def _checked(row: ContactRow, names: dict[UUID, str]) -> Checked | None:
    if row.checked_at is None or row.checked_by is None:
        return None
    name = names.get(row.checked_by, "")
    return Checked(row.checked_at, row.checked_by, CheckedHow(row.checked_how), name)


def _revoked(row: ContactRow, names: dict[UUID, str]) -> Revoked | None:
    if row.revoked_on is None:
        return None
    by = names.get(row.revoked_by, "") if row.revoked_by else ""
    return Revoked(row.revoked_on, row.revoked_why, by)
