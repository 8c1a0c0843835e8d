"""Giving, changing and taking away ways in."""

import pytest

from coordinator.domain.errors import LastKeyError, WeakPassphraseError, WrongSecretError
from coordinator.vault.access import (
    add_passphrase,
    change_passphrase,
    passphrase_slots,
    remove_slot,
    renew_recovery_code,
)
from coordinator.vault.costs import TEST_COST
from coordinator.vault.keyfile import MOST_SLOTS, SlotKind, decode
from coordinator.vault.keyring import Keyring, unlock, unlock_with_code
from coordinator.vault.making import new_keys
from tests.vault.conftest import FIRST, SECOND, THIRD, Ring


def reopened(keys: Keyring, passphrase: str) -> Keyring:
    return unlock(decode(keys.document.encoded()), passphrase)


def test_an_added_person_opens_the_same_database(ring: Ring) -> None:
    keys, slot_id = add_passphrase(ring.keys, THIRD)
    assert reopened(keys, THIRD).slot_id == slot_id
    assert reopened(keys, FIRST).slot_id == ring.first
    assert reopened(keys, THIRD).database_key() == ring.keys.database_key()
    assert keys.document.generation == ring.keys.document.generation + 1


def test_a_change_leaves_the_keyring_before_it_as_it_was(ring: Ring) -> None:
    before = ring.keys.document.encoded()
    add_passphrase(ring.keys, THIRD)
    renew_recovery_code(ring.keys)
    remove_slot(ring.keys, ring.second)
    assert ring.keys.document.encoded() == before


def test_a_changed_passphrase_keeps_its_slot_and_ends_the_one_before(ring: Ring) -> None:
    keys = change_passphrase(ring.keys, ring.second, THIRD)
    assert reopened(keys, THIRD).slot_id == ring.second
    with pytest.raises(WrongSecretError):
        reopened(keys, SECOND)
    assert reopened(keys, FIRST).slot_id == ring.first


def test_a_passphrase_may_be_set_to_itself(ring: Ring) -> None:
    keys = change_passphrase(ring.keys, ring.first, FIRST)
    assert reopened(keys, FIRST).slot_id == ring.first


def test_two_people_cannot_have_one_passphrase(ring: Ring) -> None:
    for act in (
        lambda: add_passphrase(ring.keys, SECOND),
        lambda: change_passphrase(ring.keys, ring.first, SECOND),
        lambda: new_keys([FIRST, SECOND, FIRST], cost=TEST_COST),
    ):
        with pytest.raises(WeakPassphraseError) as refused:
            act()
        assert refused.value.rule == "taken"


def test_a_weak_passphrase_is_refused_unless_the_store_is_a_demo(ring: Ring) -> None:
    for act in (
        lambda: add_passphrase(ring.keys, "demo"),
        lambda: change_passphrase(ring.keys, ring.first, "demo"),
        lambda: new_keys([FIRST, "demo"], cost=TEST_COST),
    ):
        with pytest.raises(WeakPassphraseError):
            act()
    demo = new_keys(["demo"], cost=TEST_COST, weak_allowed=True)
    assert reopened(demo.keys, "demo").slot_id == demo.slots[0]
    more, slot_id = add_passphrase(demo.keys, "demo2", weak_allowed=True)
    assert reopened(more, "demo2").slot_id == slot_id


def test_a_removed_person_does_not_get_in(ring: Ring) -> None:
    keys = remove_slot(ring.keys, ring.second)
    with pytest.raises(WrongSecretError):
        reopened(keys, SECOND)
    assert reopened(keys, FIRST).slot_id == ring.first


def test_the_last_passphrase_and_the_last_code_stay(ring: Ring) -> None:
    alone = remove_slot(ring.keys, ring.second)
    recovery = ring.keys.document.of_kind(SlotKind.RECOVERY)[0]
    for slot_id in (ring.first, recovery.id):
        with pytest.raises(LastKeyError):
            remove_slot(alone, slot_id)


def test_an_unknown_slot_is_an_error_of_the_caller(ring: Ring) -> None:
    recovery = ring.keys.document.of_kind(SlotKind.RECOVERY)[0]
    with pytest.raises(KeyError):
        remove_slot(ring.keys, "0" * 32)
    for slot_id in ("0" * 32, recovery.id):
        with pytest.raises(KeyError):
            change_passphrase(ring.keys, slot_id, THIRD)


def test_a_new_recovery_code_ends_the_one_before(ring: Ring) -> None:
    keys, code = renew_recovery_code(ring.keys)
    with pytest.raises(WrongSecretError):
        unlock_with_code(keys.document, ring.code)
    assert unlock_with_code(keys.document, code).database_key() == ring.keys.database_key()
    assert passphrase_slots(keys.document) == {ring.first, ring.second}
    assert keys.slot_id == ring.first


def test_whoever_came_in_by_code_can_set_a_passphrase_and_print_a_new_code(ring: Ring) -> None:
    by_code = unlock_with_code(ring.keys.document, ring.code)
    renewed, code = renew_recovery_code(by_code)
    keys = change_passphrase(renewed, ring.first, THIRD)
    assert reopened(keys, THIRD).slot_id == ring.first
    assert unlock_with_code(keys.document, code).slot_id == keys.slot_id


def test_there_is_an_end_to_slots(ring: Ring) -> None:
    keys = ring.keys
    for number in range(MOST_SLOTS - len(keys.document.slots)):
        keys, _slot = add_passphrase(keys, f"slot {number}", weak_allowed=True)
    assert decode(keys.document.encoded()) == keys.document
    with pytest.raises(ValueError, match="slot"):
        add_passphrase(keys, THIRD)
