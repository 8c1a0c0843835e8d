"""Contacts: unknown until their words were read, kept up to date by their own key, revoked."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest

from coordinator.casework.away.contacts import (
    add_contact,
    contact_key,
    contact_of_card,
    find_contacts,
    read_contact,
    record_words_read,
    revoke_contact,
    say_who_contact_is,
    take_back_revoking,
)
from coordinator.casework.away.identity import ensure_own_card
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.stores.opening import Office, sit
from coordinator.db.models import Act, AwayInfo, LoggedChange
from coordinator.domain.errors import (
    CardRefusedError,
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    PackRefusedError,
    ReasonNeededError,
)
from coordinator.domain.exchange.cards import Card, SealingKey, signed_part
from coordinator.domain.exchange.contacts import (
    Added,
    CheckedHow,
    Contact,
    ContactState,
    same_words,
)
from coordinator.domain.exchange.faults import CardFault, PackFault
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.roles import Role
from coordinator.exchange.packing import Label, make_pack
from coordinator.exchange.receiving import receiver_at
from coordinator.exchange.unpacking import check_pack
from coordinator.vault.cards import make_card
from coordinator.vault.sealing import new_sealing_key
from coordinator.vault.signing import sign
from coordinator.vault.spoken import six_words
from tests.exchange.keyholders import NOW, Keyholder
from tests.offices import WORKER
from tests.stores import CHAIR, NOON, POLICE, TODAY, Clock

IN_PERSON = CheckedHow.IN_PERSON


@pytest.fixture
def kasia() -> Keyholder:
    return Keyholder("Kasia Dębska", "Kerrow Mental Health")


@pytest.fixture
def hub(office: Office) -> Desk:
    """The coordinator's desk, with a card of its own."""
    ensure_own_card(office.desk)
    return office.desk


def only(desk: Desk) -> Contact:
    (contact,) = find_contacts(desk)
    return contact


def known(desk: Desk, holder: Keyholder) -> str:
    identity, _added = add_contact(desk, holder.card.file_bytes).result
    record_words_read(desk, identity, how=IN_PERSON)
    return identity


def next_card(holder: Keyholder, number: int, **since: float) -> Card:
    return make_card(
        holder.name,
        holder.agency,
        signing_key=holder.signing,
        sealing_key=new_sealing_key(),
        number=number,
        since=NOW + timedelta(**since),
    )


def sent_to(desk: Desk, holder: Keyholder, *, made: float = 0) -> io.BytesIO:
    own = ensure_own_card(desk).result.card
    with desk.read() as look:
        panel = look.info.panel_id
    at = desk.now() + timedelta(days=made)
    label = Label("ab" * 16, panel, PackKind.HAND_BACK, 1, 0, at, at + timedelta(days=30))
    out = io.BytesIO()
    sender = holder.card.identity.id
    make_pack(out, label, [], sender=sender, signing_key=holder.signing, to=[own])
    return out


def refused(desk: Desk, pack: io.BytesIO) -> PackFault:
    with pytest.raises(PackRefusedError) as told:
        check_pack(pack, receiver_at(desk))
    return PackFault(told.value.fault)


def test_a_new_card_is_on_file_and_counts_for_nothing_until_its_words_were_read(
    hub: Desk, kasia: Keyholder
) -> None:
    assert add_contact(hub, kasia.card.file_bytes).result == (kasia.card.identity.id, Added.NEW)
    contact = only(hub)
    assert (contact.name, contact.agency) == ("Kasia Dębska", "Kerrow Mental Health")
    assert contact.card.identity.id == contact.id == kasia.card.identity.id
    assert contact.card.sealing == kasia.card.sealing
    assert not contact.may_receive
    assert contact.state(hub.now()) is ContactState.UNCHECKED
    assert refused(hub, sent_to(hub, kasia)) is PackFault.SENDER_UNKNOWN

    record_words_read(hub, contact.id, how=CheckedHow.TELEPHONE, professional=WORKER)

    contact = only(hub)
    assert contact.may_receive
    assert contact.checked is not None
    assert (contact.checked.at, contact.checked.by, contact.checked.how) == (
        NOON,
        hub.sitter.professional,
        CheckedHow.TELEPHONE,
    )
    assert contact.checked.by_name == "Aled Hâf"
    assert contact.professional_id == WORKER
    assert check_pack(sent_to(hub, kasia), receiver_at(hub)).sender == contact.id


def test_the_journal_says_what_was_done_without_a_name_and_the_log_says_nothing(
    hub: Desk, kasia: Keyholder
) -> None:
    identity = known(hub, kasia)
    revoke_contact(hub, identity, on=TODAY, reason="Laptop left on a train")
    with hub.read() as look:
        told = list(look.session.query(Act).order_by(Act.number))[-3:]
        logged = [one.value for one in look.session.query(LoggedChange)]
    assert [act.name for act in told] == [
        "contact_card.new",
        "contact_card.words_read",
        "contact_card.revoked",
    ]
    assert {act.record for act in told} == {contact_key(identity)}
    assert not any("Kasia" in act.reason or act.changes for act in told)
    assert not any("Kasia" in (value or "") for value in logged)


def test_both_sides_read_the_same_words_of_a_card(hub: Desk, kasia: Keyholder) -> None:
    before = contact_of_card(hub, kasia.card.file_bytes)
    assert find_contacts(hub) == ()  # looking keeps nothing
    identity, _added = add_contact(hub, kasia.card.file_bytes).result
    assert read_contact(hub, identity).words == before.words == six_words(identity)
    assert same_words(" ".join(before.words).upper(), before.words)
    assert same_words(", ".join(before.words), before.words)
    assert not same_words(" ".join(before.words[:5]), before.words)
    assert not same_words("", ())


def test_a_newer_key_signed_by_the_same_hand_needs_no_words(hub: Desk, kasia: Keyholder) -> None:
    identity = known(hub, kasia)
    newer = next_card(kasia, 2, days=365)

    assert add_contact(hub, newer.file_bytes).result == (identity, Added.NEW_KEY)

    contact = only(hub)
    assert contact.sealing == newer.sealing
    assert contact.may_receive
    assert add_contact(hub, newer.file_bytes).result == (identity, Added.KNOWN)


def test_an_older_key_never_comes_back_into_use(hub: Desk, kasia: Keyholder) -> None:
    known(hub, kasia)
    newer = next_card(kasia, 3)
    add_contact(hub, newer.file_bytes)
    for older in (kasia.card, next_card(kasia, 2, days=900), next_card(kasia, 3, days=-1)):
        with pytest.raises(CardRefusedError) as told:
            add_contact(hub, older.file_bytes)
        assert told.value.fault is CardFault.OLDER_KEY
    assert only(hub).sealing == newer.sealing


def test_the_later_of_two_keys_under_one_number_is_the_one_its_owner_has(
    hub: Desk, kasia: Keyholder
) -> None:
    """A store that was brought back from a backup gives the number a second time."""
    known(hub, kasia)
    add_contact(hub, next_card(kasia, 2).file_bytes)
    again = next_card(kasia, 2, days=1)
    assert add_contact(hub, again.file_bytes).result[1] is Added.NEW_KEY
    assert only(hub).sealing == again.sealing


def test_a_card_signed_by_another_hand_changes_nothing(hub: Desk, kasia: Keyholder) -> None:
    known(hub, kasia)
    mine = SealingKey(next_card(kasia, 9).sealing.recipient, 9, NOW)
    other = Keyholder("Mal Pengelly", "Another Agency")
    forged = Card(
        kasia.card.identity, mine, sign(other.signing, signed_part(kasia.card.identity, mine))
    )
    with pytest.raises(CardRefusedError) as told:
        add_contact(hub, forged.file_bytes)
    assert told.value.fault is CardFault.FORGED
    assert only(hub).sealing == kasia.card.sealing


def test_another_identity_of_the_same_name_is_somebody_new(hub: Desk, kasia: Keyholder) -> None:
    old = known(hub, kasia)
    new, added = add_contact(hub, Keyholder(kasia.name, kasia.agency).card.file_bytes).result
    assert (added, new != old) == (Added.NEW, True)
    told = read_contact(hub, new)
    assert told.namesakes == (old,)
    assert not told.contact.may_receive
    assert read_contact(hub, old).contact.may_receive  # until somebody revokes it


def test_what_was_made_before_a_revocation_is_taken_and_nothing_after(
    hub: Desk, kasia: Keyholder, clock: Clock
) -> None:
    identity = known(hub, kasia)
    before = sent_to(hub, kasia, made=-3)
    revoke_contact(hub, identity, on=TODAY - timedelta(days=2), reason="Lost")

    contact = only(hub)
    assert not contact.may_receive
    assert contact.state(hub.now()) is ContactState.REVOKED
    assert contact.revoked is not None
    assert (contact.revoked.on, contact.revoked.why) == (TODAY - timedelta(days=2), "Lost")
    assert check_pack(before, receiver_at(hub)).sender == identity
    for days in (-1.4, 0):
        assert refused(hub, sent_to(hub, kasia, made=days)) is PackFault.SENDER_REVOKED
    with pytest.raises(CardRefusedError) as told:
        add_contact(hub, next_card(kasia, 2).file_bytes)
    assert told.value.fault is CardFault.REVOKED
    with pytest.raises(GuardError, match="contact-revoked"):
        record_words_read(hub, identity, how=IN_PERSON)
    with pytest.raises(GuardError, match="contact-revoked"):
        revoke_contact(hub, identity, on=TODAY, reason="Again")


def test_a_revocation_needs_a_reason_and_a_day_that_has_come(hub: Desk, kasia: Keyholder) -> None:
    identity = known(hub, kasia)
    with pytest.raises(ReasonNeededError):
        revoke_contact(hub, identity, on=TODAY, reason=" ")
    with pytest.raises(InvalidFieldsError):
        revoke_contact(hub, identity, on=TODAY + timedelta(days=1), reason="Leaves")
    assert only(hub).may_receive


def test_a_revocation_of_the_wrong_one_is_taken_back_and_the_words_are_read_again(
    hub: Desk, kasia: Keyholder
) -> None:
    identity = known(hub, kasia)
    with pytest.raises(GuardError, match="contact-not-revoked"):
        take_back_revoking(hub, identity, reason="Nothing")
    revoke_contact(hub, identity, on=TODAY, reason="Lost")
    take_back_revoking(hub, identity, reason="It was the other one")
    assert only(hub).state(hub.now()) is ContactState.UNCHECKED
    assert refused(hub, sent_to(hub, kasia)) is PackFault.SENDER_UNKNOWN


def test_a_key_of_over_a_year_is_said(hub: Desk, kasia: Keyholder, clock: Clock) -> None:
    known(hub, kasia)
    clock.move(days=370)
    contact = only(hub)
    assert contact.state(hub.now()) is ContactState.KEY_OLD
    assert contact.may_receive


def test_our_own_card_is_nobody_elses(hub: Desk) -> None:
    own = ensure_own_card(hub).result.card
    renamed = replace(own, identity=replace(own.identity, name="Somebody"))
    with pytest.raises(GuardError, match="card-own"):
        add_contact(hub, own.file_bytes)
    with pytest.raises(CardRefusedError):
        add_contact(hub, renamed.file_bytes)
    assert find_contacts(hub) == ()


def test_who_of_the_directory_a_contact_is_can_be_said_and_unsaid(
    hub: Desk, kasia: Keyholder
) -> None:
    identity = known(hub, kasia)
    say_who_contact_is(hub, identity, WORKER)
    assert only(hub).professional_id == WORKER
    record_words_read(hub, identity, how=IN_PERSON)
    assert only(hub).professional_id == WORKER  # nothing said: it stands
    say_who_contact_is(hub, identity, None)
    assert only(hub).professional_id is None
    with pytest.raises(MissingRecordError):
        say_who_contact_is(hub, identity, CHAIR)
    with pytest.raises(MissingRecordError):
        say_who_contact_is(hub, "ab" * 32, WORKER)


def test_the_chair_checks_and_revokes_and_others_do_neither(
    office: Office, hub: Desk, kasia: Keyholder
) -> None:
    identity, _added = add_contact(hub, kasia.card.file_bytes).result
    chair = sit(office, Sitter(CHAIR, Role.CHAIR)).desk
    lead = sit(office, Sitter(WORKER, Role.LEAD_PROFESSIONAL, POLICE)).desk
    with pytest.raises(NotPermittedError):
        add_contact(chair, kasia.card.file_bytes)
    for act in (
        lambda: add_contact(lead, kasia.card.file_bytes),
        lambda: record_words_read(lead, identity, how=IN_PERSON),
        lambda: revoke_contact(lead, identity, on=TODAY, reason="Lost"),
        lambda: find_contacts(lead),
        lambda: read_contact(lead, identity),
        lambda: contact_of_card(lead, kasia.card.file_bytes),
    ):
        with pytest.raises(NotPermittedError):
            act()
    record_words_read(chair, identity, how=IN_PERSON)
    assert read_contact(chair, identity).contact.may_receive
    revoke_contact(chair, identity, on=TODAY, reason="Lost")
    with pytest.raises(NotPermittedError):
        take_back_revoking(chair, identity, reason="Found")


def test_whoever_took_people_away_checks_the_panels_words_themselves(
    office: Office, hub: Desk, kasia: Keyholder
) -> None:
    with hub.store.transaction(hub.stamp()) as tx:
        tx.session.add(AwayInfo(key=1))
        tx.is_local()
    lead = sit(office, Sitter(WORKER, Role.LEAD_PROFESSIONAL, POLICE)).desk
    assert known(lead, kasia) == only(lead).id
    assert only(lead).may_receive
