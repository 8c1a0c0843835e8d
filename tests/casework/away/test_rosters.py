"""The list of contacts that travels: numbered, signed, followed, never older."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.away.contacts import (
    add_contact,
    contact_on_file,
    find_contacts,
    record_words_read,
    revoke_contact,
)
from coordinator.casework.away.identity import ensure_own_card
from coordinator.casework.away.rosters import ensure_roster, follow_roster, newest_roster
from coordinator.casework.desk import Desk
from coordinator.casework.stores.opening import Office, Source
from coordinator.casework.stores.restoring import restore_backup
from coordinator.domain.errors import GuardError, OddShapeError
from coordinator.domain.exchange.contacts import CheckedHow, ContactState
from coordinator.domain.exchange.rosters import (
    LASTS,
    RENEWED_AFTER,
    Listed,
    Roster,
    SignedRoster,
    is_current,
    parse_roster,
)
from coordinator.domain.roles import Role
from coordinator.vault.signing import is_signed, sign
from tests.exchange.keyholders import NOW, Keyholder
from tests.offices import WORDS, WORKER
from tests.stores import TODAY, Clock

PANEL = Keyholder("Kerrow Complex Needs Panel", "Kerrow Council")
PANEL_ELSEWHERE = UUID(int=99)


@pytest.fixture
def kasia() -> Keyholder:
    return Keyholder("Kasia Dębska", "Kerrow Mental Health")


def made(desk: Desk) -> SignedRoster:
    with desk.store.transaction(desk.stamp()) as tx:
        signed = ensure_roster(desk, tx)
        tx.is_local()
    return signed


def followed(desk: Desk, data: bytes, panel: Keyholder = PANEL) -> SignedRoster:
    with desk.store.transaction(desk.stamp()) as tx:
        contact = contact_on_file(tx, panel.card.identity.id)
        assert contact is not None
        signed = follow_roster(desk, tx, data, contact)
        tx.is_local()
    return signed


def listing(
    desk: Desk, number: int, *contacts: Listed, by: Keyholder = PANEL, **changed: object
) -> bytes:
    with desk.read() as look:
        panel = look.info.panel_id
    parts = {"panel": panel, "signer": by.card.identity.id, "made": NOW} | changed
    roster = Roster(number=number, expires=NOW + LASTS, contacts=contacts, **parts)  # type: ignore[arg-type]
    return SignedRoster(roster, sign(by.signing, roster.signed_part)).file_bytes


def known(desk: Desk, holder: Keyholder, **tie: object) -> str:
    identity, _added = add_contact(desk, holder.card.file_bytes).result
    record_words_read(desk, identity, how=CheckedHow.IN_PERSON, **tie)  # type: ignore[arg-type]
    return identity


@pytest.fixture
def away(office: Office) -> Desk:
    """A store that checked the words of another panel's card, to take its list."""
    known(office.desk, PANEL)
    return office.desk


def test_the_list_names_checked_and_revoked_contacts_and_is_signed_by_our_own_key(
    office: Office, kasia: Keyholder
) -> None:
    own = ensure_own_card(office.desk).result.card
    lost = Keyholder("Rhys Roskilly", "Kerrow Homes")
    kept, gone = known(office.desk, kasia, professional=WORKER), known(office.desk, lost)
    add_contact(office.desk, Keyholder("Not Read", "Yet").card.file_bytes)
    revoke_contact(office.desk, gone, on=TODAY, reason="Left the agency")

    signed = made(office.desk)

    listed = {one.id: one for one in signed.roster.contacts}
    assert listed == {
        kept: Listed(kept, kasia.name, kasia.agency, WORKER, Role.LEAD_PROFESSIONAL),
        gone: Listed(gone, lost.name, lost.agency, revoked=TODAY),
    }
    assert signed.roster.signer == own.identity.id
    assert is_signed(own.identity.signing, signed.roster.signed_part, signed.signature)
    assert parse_roster(signed.file_bytes) == signed
    assert b"Left the agency" not in signed.file_bytes  # why is the panel's own business


def test_a_list_is_signed_anew_when_something_changed_or_a_month_went_by(
    office: Office, kasia: Keyholder, clock: Clock
) -> None:
    ensure_own_card(office.desk)
    first = made(office.desk)
    assert made(office.desk) == first
    known(office.desk, kasia)
    second = made(office.desk)
    assert second.roster.number == first.roster.number + 1
    clock.at += RENEWED_AFTER + timedelta(seconds=1)
    third = made(office.desk)
    assert third.roster.number > second.roster.number
    assert is_current(third.roster, clock.at + LASTS)
    assert not is_current(third.roster, clock.at + LASTS + timedelta(seconds=1))


def test_whoever_takes_a_list_revokes_whom_it_revokes_and_nobody_else_becomes_a_contact(
    away: Desk, kasia: Keyholder
) -> None:
    lost = known(away, kasia)
    on = TODAY - timedelta(days=4)
    stranger = Listed("cd" * 32, "Mal Pengelly", "Another Agency")

    data = listing(away, 4, Listed(lost, kasia.name, kasia.agency, revoked=on), stranger)
    signed = followed(away, data)

    states = {one.id: one.state(away.now()) for one in find_contacts(away)}
    assert states == {
        PANEL.card.identity.id: ContactState.CHECKED,
        lost: ContactState.REVOKED,
    }
    with away.read() as look:
        contact = contact_on_file(look, lost)
        assert contact is not None
        assert contact.revoked is not None
        assert contact.revoked.on == on
        assert newest_roster(look, PANEL.card.identity.id) == signed
    assert followed(away, data) == signed  # the same again changes nothing


def test_an_older_list_is_refused_and_nothing_of_it_is_followed(
    away: Desk, kasia: Keyholder
) -> None:
    other = known(away, kasia)
    followed(away, listing(away, 7))
    revoking = Listed(other, kasia.name, kasia.agency, revoked=TODAY)
    with pytest.raises(GuardError, match="roster-older"):
        followed(away, listing(away, 6, revoking))
    for made in (NOW, NOW - timedelta(seconds=1)):  # another list under the same number
        with pytest.raises(GuardError, match="roster-older"):
            followed(away, listing(away, 7, revoking, made=made))
    assert [one for one in find_contacts(away) if one.revoked] == []


def test_of_two_lists_under_one_number_the_later_is_followed(away: Desk, kasia: Keyholder) -> None:
    other = known(away, kasia)
    followed(away, listing(away, 7))
    revoking = Listed(other, kasia.name, kasia.agency, revoked=TODAY)
    followed(away, listing(away, 7, revoking, made=NOW + timedelta(minutes=1)))
    assert [one.id for one in find_contacts(away) if one.revoked] == [other]


def test_the_lists_of_a_store_that_was_brought_back_are_newer_than_those_it_forgot(
    office: Office, kasia: Keyholder, clock: Clock, tmp_path: Path
) -> None:
    ensure_own_card(office.desk)
    backup = office.back_up("asked")
    made(office.desk)
    known(office.desk, kasia)
    forgotten = made(office.desk)
    clock.move(minutes=2)
    source = Source(now=clock, random=office.desk.random)
    restored = restore_backup(backup.path, tmp_path / "restored", WORDS, source=source)

    again = made(restored.desk)
    restored.close(back_up=False)

    assert again.roster.is_after(forgotten.roster)
    assert again.roster.signer == forgotten.roster.signer
    assert not forgotten.roster.is_after(again.roster)


def test_a_list_by_anybody_but_the_panel_is_refused(away: Desk, kasia: Keyholder) -> None:
    identity = known(away, kasia)
    theirs = listing(away, 9, by=kasia)
    posing = listing(away, 9, by=kasia, signer=PANEL.card.identity.id)
    elsewhere = listing(away, 9, panel=PANEL_ELSEWHERE)
    altered = listing(away, 9).replace(b'"number":9', b'"number":8')
    for data in (theirs, posing, elsewhere, altered, b"{}", b"[" * 100_000, b""):
        with pytest.raises(GuardError, match="roster-forged"):
            followed(away, data)
    with away.read() as look:
        assert newest_roster(look, PANEL.card.identity.id) is None
        assert newest_roster(look, identity) is None


def test_a_panel_with_a_new_identity_counts_from_one_again(away: Desk) -> None:
    followed(away, listing(away, 40))
    anew = Keyholder(PANEL.name, PANEL.agency)
    known(away, anew)
    assert followed(away, listing(away, 40, by=anew), anew).roster.number == 40
    assert followed(away, listing(away, 41, by=anew), anew).roster.number == 41


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("number", 0),
        ("number", True),
        ("panel", "x"),
        ("signer", "ab"),
        ("made", "yesterday"),
        ("rules", "1"),
        ("contacts", {}),
        ("contacts", [{"id": "ab"}]),
        ("extra", 1),
    ],
)
def test_a_list_of_any_other_shape_is_no_list(away: Desk, key: str, value: object) -> None:
    good = json.loads(listing(away, 1))
    good["roster"][key] = value
    with pytest.raises(OddShapeError):
        parse_roster(json.dumps(good, separators=(",", ":")).encode() + b"\n")


@pytest.mark.parametrize(
    ("key", "value"),
    [("role", "king"), ("revoked", "2026-02-30"), ("name", ""), ("professional", 5), ("id", "x")],
)
def test_a_contact_of_any_other_shape_is_no_contact(away: Desk, key: str, value: object) -> None:
    good = json.loads(listing(away, 1, Listed("ab" * 32, "Somebody", "Some agency")))
    good["roster"]["contacts"][0][key] = value
    with pytest.raises(OddShapeError):
        parse_roster(json.dumps(good, separators=(",", ":"), sort_keys=True).encode() + b"\n")


def test_a_list_said_in_another_way_is_no_list(away: Desk) -> None:
    data = listing(away, 1)
    for other in (data + b"\n", b" " + data, data.replace(b":", b": "), data.rstrip()):
        with pytest.raises(OddShapeError):
            parse_roster(other)
