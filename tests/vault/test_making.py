"""New master keys: of a new store, and after somebody left."""

from dataclasses import replace

import pytest

from coordinator.domain.errors import LastKeyError, WeakPassphraseError, WrongSecretError
from coordinator.vault.costs import FLOOR_COST, TEST_COST, USUAL_COST, Cost
from coordinator.vault.keyfile import decode
from coordinator.vault.keyring import Keyring, unlock, unlock_with_code
from coordinator.vault.making import NewKeys, new_keys, renew_master
from tests.vault.conftest import FIRST, SECOND, THIRD, Ring


def reopened(made: NewKeys, passphrase: str) -> Keyring:
    return unlock(decode(made.keys.document.encoded()), passphrase)


def test_two_stores_have_nothing_in_common() -> None:
    one, other = (new_keys([FIRST], cost=TEST_COST) for _ in range(2))
    assert one.keys.document.store_id != other.keys.document.store_id
    assert one.keys.document.database != other.keys.document.database
    assert one.keys.database_key() != other.keys.database_key()
    assert one.keys.erased_mark(b"id") != other.keys.erased_mark(b"id")
    assert one.recovery_code != other.recovery_code


def test_a_store_needs_a_passphrase() -> None:
    with pytest.raises(LastKeyError):
        new_keys([], cost=TEST_COST)


def test_a_guess_cannot_be_made_cheap_by_mistake() -> None:
    assert USUAL_COST.is_enough
    assert FLOOR_COST.is_enough
    for cost in (Cost(64 * 1024, 2, 4), Cost(32 * 1024, 8, 4), replace(TEST_COST, passes=2)):
        with pytest.raises(ValueError, match="cost"):
            new_keys([FIRST], cost=cost)


def test_the_usual_cost_is_what_a_store_gets_and_stores() -> None:
    made = new_keys([FIRST])
    assert made.keys.document.cost == Cost(memory_kib=262_144, passes=3, lanes=4)
    assert reopened(made, FIRST).slot_id == made.slots[0]


def test_a_new_master_key_opens_for_those_at_hand_only(ring: Ring) -> None:
    made = renew_master(ring.keys, {ring.first: FIRST})
    assert made.slots == (ring.first,)
    assert made.lost == {ring.second}
    assert reopened(made, FIRST).slot_id == ring.first
    with pytest.raises(WrongSecretError):
        reopened(made, SECOND)
    with pytest.raises(WrongSecretError):
        unlock_with_code(made.keys.document, ring.code)
    assert unlock_with_code(made.keys.document, made.recovery_code).database_key() == (
        made.keys.database_key()
    )


def test_a_new_master_key_changes_every_key_and_names_a_new_database(ring: Ring) -> None:
    made = renew_master(ring.keys, {ring.first: FIRST, ring.second: THIRD})
    old, new = ring.keys, made.keys
    assert new.master.reveal() != old.master.reveal()
    assert new.database_key() != old.database_key()
    assert new.document.store_id == old.document.store_id
    assert (old.document.database_number, new.document.database_number) == (1, 2)
    assert new.document.generation == old.document.generation + 1
    assert made.lost == frozenset()
    assert new.slot_id == ring.first
    assert reopened(made, THIRD).slot_id == ring.second


def test_whoever_changes_the_master_key_stays_themselves(ring: Ring) -> None:
    second = unlock(ring.keys.document, SECOND)
    both = renew_master(second, {ring.first: FIRST, ring.second: SECOND})
    assert both.keys.slot_id == ring.second
    by_code = unlock_with_code(ring.keys.document, ring.code)
    assert renew_master(by_code, {ring.second: SECOND}).keys.slot_id == ring.second


def test_erased_records_stay_known_under_a_new_master_key(ring: Ring) -> None:
    before = ring.keys.erased_mark(b"record")
    made = renew_master(ring.keys, {ring.second: SECOND})
    ring.keys.wipe()
    assert reopened(made, SECOND).erased_mark(b"record") == before
    assert made.keys.erased_mark(b"record") == before


def test_a_new_master_key_can_raise_the_cost(ring: Ring) -> None:
    made = renew_master(ring.keys, {ring.first: FIRST}, cost=FLOOR_COST)
    assert made.keys.document.cost == FLOOR_COST
    assert reopened(made, FIRST).slot_id == ring.first


def test_a_new_master_key_asks_for_somebody_who_can_open_it(ring: Ring) -> None:
    with pytest.raises(LastKeyError):
        renew_master(ring.keys, {})
    with pytest.raises(KeyError):
        renew_master(ring.keys, {"0" * 32: FIRST})
    with pytest.raises(WeakPassphraseError):
        renew_master(ring.keys, {ring.first: "short"})
    with pytest.raises(WeakPassphraseError):
        renew_master(ring.keys, {ring.first: THIRD, ring.second: THIRD})


def test_a_weak_passphrase_of_a_demo_is_carried_over() -> None:
    demo = new_keys(["demo"], cost=TEST_COST, weak_allowed=True)
    made = renew_master(demo.keys, {demo.slots[0]: "demo"})
    assert reopened(made, "demo").slot_id == demo.slots[0]
