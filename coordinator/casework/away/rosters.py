"""The signed list of contacts: made by the panel for each pack, followed by whoever takes one."""

from collections.abc import Mapping
from uuid import UUID

from coordinator.casework.away.contacts import contacts_on_file
from coordinator.casework.away.identity import own_card
from coordinator.casework.desk import Desk
from coordinator.db.models import Professional, RosterRow
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import GuardError, OddShapeError
from coordinator.domain.exchange.contacts import Contact
from coordinator.domain.exchange.rosters import (
    LASTS,
    Listed,
    Roster,
    SignedRoster,
    needs_renewing,
    next_number,
    parse_roster,
)
from coordinator.domain.roles import Role
from coordinator.vault.signing import is_signed, sign


def ensure_roster(desk: Desk, tx: Transaction) -> SignedRoster:
    """Give the list that goes into a pack, signed anew where it changed: part of making one.

    Raises:
        MissingRecordError: This store has no card yet.
    """
    signer = own_card(tx).identity.id
    last = newest_roster(tx, signer)
    number = next_number(tx.cards.last_roster_number(), desk.now())
    roster = _roster(desk, tx, signer, number)
    if last is not None and not needs_renewing(last.roster, roster):
        return last
    signed = SignedRoster(roster, sign(tx.info.signing_key, roster.signed_part))
    tx.session.add(_row(signed))
    tx.session.flush()
    return signed


def newest_roster(look: Reading, signer: str) -> SignedRoster | None:
    """Give the newest list of an identity that is on file: part of acts and reads."""
    row = look.cards.newest_roster(signer)
    return parse_roster(row.body.encode()) if row is not None else None


def follow_roster(desk: Desk, tx: Transaction, data: bytes, panel: Contact) -> SignedRoster:
    """Keep the panel's list and revoke here whom it revokes: part of taking its pack.

    The same list as before changes nothing. Whom the list does not name stands as it was: only
    the words make a contact, never a list.

    Args:
        desk: Where and by whom.
        tx: Of whoever takes the pack.
        data: The file as it came in the pack.
        panel: The checked contact the pack is from.

    Raises:
        GuardError: `roster-forged`: not signed by the panel, or of another panel;
            `roster-older`: a newer one is on file.
    """
    signed = _genuine(data, panel)
    if signed.roster.panel != tx.info.panel_id:
        raise GuardError("roster-forged")
    last = newest_roster(tx, panel.id)
    if last is not None and signed == last:
        return last
    if last is not None and not signed.roster.is_after(last.roster):
        raise GuardError("roster-older")
    tx.session.merge(_row(signed))  # a panel with a new identity counts from one again
    for listed in signed.roster.contacts:
        _revoke(desk, tx, listed)
    tx.session.flush()
    return signed


def _genuine(data: bytes, panel: Contact) -> SignedRoster:
    try:
        signed = parse_roster(data)
    except OddShapeError:
        raise GuardError("roster-forged") from None
    is_theirs = signed.roster.signer == panel.id
    if not is_theirs or not is_signed(panel.signing, signed.roster.signed_part, signed.signature):
        raise GuardError("roster-forged")
    return signed


def _roster(desk: Desk, tx: Transaction, signer: str, number: int) -> Roster:
    now = desk.now().replace(microsecond=0)
    known = [one for one in contacts_on_file(tx) if one.checked or one.revoked]
    tied = [one.professional_id for one in known if one.professional_id]
    posts = tx.get_many(Professional, tied)
    roles = {key: post.role for key, post in posts.items()}
    return Roster(
        panel=tx.info.panel_id,
        number=number,
        made=now,
        expires=now + LASTS,
        signer=signer,
        contacts=tuple(sorted((_listed(one, roles) for one in known), key=lambda one: one.id)),
    )


def _listed(one: Contact, roles: Mapping[UUID, Role]) -> Listed:
    return Listed(
        id=one.id,
        name=one.name,
        agency=one.agency,
        professional=one.professional_id,
        role=roles.get(one.professional_id) if one.professional_id else None,
        revoked=one.revoked.on if one.revoked else None,
    )


def _revoke(desk: Desk, tx: Transaction, listed: Listed) -> None:
    known = tx.cards.contact(listed.id)
    if known is None or listed.revoked is None:
        return
    if known.revoked_on is None or listed.revoked < known.revoked_on:
        known.revoked_on, known.revoked_at = listed.revoked, desk.now()
        known.revoked_by = desk.sitter.professional


def _row(signed: SignedRoster) -> RosterRow:
    roster = signed.roster
    return RosterRow(
        number=roster.number,
        made_at=roster.made,
        expires_at=roster.expires,
        body=signed.file_bytes.decode(),
        signature=signed.signature,
        signer=roster.signer,
    )
