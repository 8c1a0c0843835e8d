"""Opening a store: who gets in, who does not, and what an opened keyring gives away."""

import copy
import pickle
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import RecoveryCodeError, WrongSecretError
from coordinator.vault.costs import TEST_COST
from coordinator.vault.keyfile import decode
from coordinator.vault.keyring import reopen, slot_of, unlock, unlock_with_code
from coordinator.vault.making import new_keys, renew_master
from coordinator.vault.recovery import new_code
from coordinator.vault.secret import Secret
from tests.vault.conftest import FIRST, SECOND, THIRD, Ring


def test_each_person_opens_their_own_slot_and_the_same_database(ring: Ring) -> None:
    document = decode(ring.keys.document.encoded())
    first, second = unlock(document, FIRST), unlock(document, SECOND)
    assert (first.slot_id, second.slot_id) == (ring.first, ring.second)
    assert first.database_key() == second.database_key() == ring.keys.database_key()
    assert len(first.database_key()) == 32


def test_the_printed_code_opens_it_however_it_is_typed(ring: Ring) -> None:
    typed = ring.code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    for code in (ring.code, typed, ring.code.replace("-", ""), f"  {ring.code}\n"):
        assert unlock_with_code(ring.keys.document, code).master.reveal() == (
            ring.keys.master.reveal()
        )


def test_a_wrong_passphrase_or_code_opens_nothing(ring: Ring) -> None:
    for wrong in ("", THIRD, FIRST.upper(), FIRST + " ", ring.code, "\ud800"):
        with pytest.raises(WrongSecretError):
            unlock(ring.keys.document, wrong)
    with pytest.raises(WrongSecretError):
        unlock_with_code(ring.keys.document, new_code())
    with pytest.raises(RecoveryCodeError):
        unlock_with_code(ring.keys.document, FIRST)


def test_a_passphrase_opens_however_its_accents_were_typed() -> None:
    composed = unicodedata.normalize("NFC", "t\u0177 b\u00e0ch \u00eanw\u0177 gw\u00ear")
    made = new_keys([composed], cost=TEST_COST)
    decomposed = unicodedata.normalize("NFD", composed)
    assert decomposed != composed
    assert unlock(made.keys.document, decomposed).slot_id == made.slots[0]


def test_the_slot_of_a_passphrase_is_told_without_opening_anything(ring: Ring) -> None:
    assert slot_of(ring.keys.document, SECOND) == ring.second
    assert slot_of(ring.keys.document, THIRD) is None


def test_no_representation_gives_a_secret_away(ring: Ring) -> None:
    secrets = [ring.keys.master.reveal(), ring.keys.lasting.reveal(), ring.keys.database_key()]
    made = new_keys([FIRST], cost=TEST_COST)
    shown = f"{ring.keys!r} {ring.keys} {ring.keys.master!r} {made!r}"
    assert "hidden" in shown
    assert made.recovery_code not in shown
    for secret in secrets:
        assert secret.hex() not in shown
        assert repr(secret) not in shown


def test_secrets_do_not_leave_their_process_and_do_not_compare() -> None:
    secret = Secret(b"k" * 32)
    for leave in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            leave(secret)
    assert secret != Secret(b"k" * 32)


def test_a_backup_opens_again_with_the_keys_at_hand_and_another_store_does_not(
    ring: Ring,
) -> None:
    copied = ring.keys.for_copy()
    again = reopen(ring.keys, copied.document)
    assert again.database_key() == copied.database_key()
    other = new_keys([FIRST], cost=TEST_COST).keys
    renewed = renew_master(ring.keys, {ring.first: FIRST}).keys
    forged = replace(copied.document, generation=copied.document.generation + 1)
    for document in (other.document, renewed.document, forged):
        with pytest.raises(WrongSecretError):
            reopen(ring.keys, document)


def test_a_wiped_keyring_gives_no_key(ring: Ring) -> None:
    ring.keys.wipe()
    ring.keys.wipe()
    for use in (ring.keys.database_key, lambda: ring.keys.erased_mark(b"x"), ring.keys.for_copy):
        with pytest.raises(ValueError, match="wiped"):
            use()


def test_a_backup_opens_with_the_same_secrets_and_has_a_raw_key_of_its_own(ring: Ring) -> None:
    document = decode(ring.keys.for_copy().document.encoded())
    copy_keys = unlock(document, SECOND)
    assert unlock_with_code(document, ring.code).database_key() == copy_keys.database_key()
    assert copy_keys.database_key() != ring.keys.database_key()
    assert copy_keys.erased_mark(b"id") == ring.keys.erased_mark(b"id")
    assert document.generation == ring.keys.document.generation
    assert ring.keys.for_copy().database_key() != copy_keys.database_key()


@given(one=st.binary(max_size=40), other=st.binary(max_size=40))
def test_marks_of_erased_records_differ_as_the_records_do(one: bytes, other: bytes) -> None:
    keys = new_keys([FIRST], cost=TEST_COST).keys
    assert (keys.erased_mark(one) == keys.erased_mark(other)) is (one == other)
    assert one.hex() not in keys.erased_mark(one).hex() or len(one) < 3
