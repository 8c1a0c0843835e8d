"""Our own card: made when first asked for, its key changed each year, old keys destroyed."""

import io
from datetime import timedelta

import pytest

from coordinator.casework.away.identity import (
    change_sealing_key,
    ensure_own_card,
    give_up_sealing_keys,
    read_own_card,
)
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.stores.opening import Office, sit
from coordinator.db.models import Act, AwayInfo, SealingSecret
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    SealForOthersError,
)
from coordinator.domain.exchange.contacts import GRACE, KEY_LASTS
from coordinator.domain.roles import Role
from coordinator.exchange.receiving import receiver_at
from coordinator.vault.cards import read_card
from coordinator.vault.sealing import seal, unsealed
from coordinator.vault.signing import verifying_key
from coordinator.vault.spoken import six_words
from tests.offices import OFFICER
from tests.stores import CHAIR, POLICE, Clock


def secrets_of(desk: Desk) -> dict[int, str]:
    with desk.store.reading() as look:
        return {key.number: key.secret for key in look.session.query(SealingSecret)}


def sealed_for(recipient: str) -> io.BytesIO:
    out = io.BytesIO()
    seal(io.BytesIO(b"a pack"), out, [recipient])
    out.seek(0)
    return out


def opened(desk: Desk, pack: io.BytesIO) -> bytes:
    pack.seek(0)
    with unsealed(pack, receiver_at(desk).sealing_keys) as inside:
        return inside.read(100)


def test_a_card_is_made_when_it_is_first_asked_for_and_stays_the_same(office: Office) -> None:
    assert read_own_card(office.desk) is None

    own = ensure_own_card(office.desk).result
    again = ensure_own_card(office.desk).result

    assert again == own == read_own_card(office.desk)
    assert (own.card.identity.name, own.card.identity.agency) == (
        "Kerrow Complex Needs Panel",
        "Kerrow Council",
    )
    assert read_card(own.card.file_bytes) == own.card
    assert own.words == six_words(own.card.identity.id)
    assert [name for name in _acts(office) if "identity" in name] == ["identity.made"]
    with office.desk.read() as look:
        assert own.card.identity.signing == verifying_key(look.info.signing_key)


def test_a_card_never_gets_another_name(office: Office) -> None:
    ensure_own_card(office.desk, name="Kasia  Dębska", agency="Kerrow Mental Health")
    same = ensure_own_card(office.desk, name="Kasia Dębska").result
    assert same.card.identity.name == "Kasia Dębska"
    with pytest.raises(GuardError, match="identity-stands"):
        ensure_own_card(office.desk, name="Kasia Smith")


def test_a_name_has_to_fit_a_card(office: Office) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        ensure_own_card(office.desk, name="K" * 201)
    assert refused.value.fields == {"name": "too-long"}
    assert read_own_card(office.desk) is None


def test_only_the_coordinator_makes_the_panels_card_and_everybody_with_one_may_see_it(
    office: Office,
) -> None:
    officer = sit(office, Sitter(OFFICER, Role.LEAD_PROFESSIONAL, POLICE)).desk
    chair = sit(office, Sitter(CHAIR, Role.CHAIR)).desk
    for desk in (officer, chair):
        with pytest.raises(NotPermittedError):
            ensure_own_card(desk)
    ensure_own_card(office.desk)
    for desk in (officer, chair):
        assert read_own_card(desk) is not None
        with pytest.raises(NotPermittedError):
            change_sealing_key(desk)
    with pytest.raises(NotPermittedError):
        read_own_card(sit(office, Sitter(CHAIR, Role.AUDITOR)).desk)


def test_whoever_an_away_store_is_of_makes_its_card(office: Office) -> None:
    with office.desk.store.transaction(office.desk.stamp()) as tx:
        tx.session.add(AwayInfo(key=1))
        tx.is_local()
    lead = sit(office, Sitter(OFFICER, Role.LEAD_PROFESSIONAL, POLICE)).desk
    own = ensure_own_card(lead, name="Dylan Ashdown", agency="Kerrow Police").result
    assert own.card.identity.name == "Dylan Ashdown"
    assert receiver_at(lead).panels == frozenset()  # whichever panel sends the first pack


def test_a_changed_key_is_vouched_for_and_the_words_stand(office: Office, clock: Clock) -> None:
    first = ensure_own_card(office.desk).result
    assert not first.is_key_old
    clock.move(days=KEY_LASTS.days + 1)
    assert ensure_own_card(office.desk).result.is_key_old

    second = change_sealing_key(office.desk).result

    assert second.words == first.words
    assert second.card.identity == first.card.identity
    assert second.card.sealing.number == 2
    assert second.card.sealing.recipient != first.card.sealing.recipient
    assert not second.is_key_old
    assert read_card(second.card.file_bytes) == second.card


def test_a_replaced_key_opens_packs_for_a_month_and_then_never_again(
    office: Office, clock: Clock
) -> None:
    first = ensure_own_card(office.desk).result
    late = sealed_for(first.card.sealing.recipient)
    change_sealing_key(office.desk)

    clock.move(days=GRACE.days - 1)
    assert give_up_sealing_keys(office.desk).result == 0
    assert opened(office.desk, late) == b"a pack"

    clock.move(days=2)
    with pytest.raises(SealForOthersError):  # its time is over, whether it was destroyed or not
        opened(office.desk, late)
    assert give_up_sealing_keys(office.desk).result == 1
    kept = secrets_of(office.desk)
    assert (kept[1], bool(kept[2])) == ("", True)
    assert _acts(office)[-1] == "sealing_key.given_up"
    assert give_up_sealing_keys(office.desk).result == 0


def test_the_newest_key_is_never_given_up_however_old(office: Office, clock: Clock) -> None:
    own = ensure_own_card(office.desk).result
    clock.at += timedelta(days=4_000)
    assert give_up_sealing_keys(office.desk).result == 0
    assert opened(office.desk, sealed_for(own.card.sealing.recipient)) == b"a pack"


def test_there_is_no_key_to_change_before_there_is_a_card(office: Office) -> None:
    with pytest.raises(MissingRecordError):
        change_sealing_key(office.desk)
    with pytest.raises(MissingRecordError):
        receiver_at(office.desk)
    assert secrets_of(office.desk) == {}


def _acts(office: Office) -> list[str]:
    with office.desk.read() as look:
        return [act.name for act in look.session.query(Act).order_by(Act.number)]
