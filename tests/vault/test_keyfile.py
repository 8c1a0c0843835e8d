"""What may stand in a key file, and what happens to one that was altered, cut or exchanged."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordinator.domain.errors import (
    KeyFileDamagedError,
    KeyFileForeignError,
    KeyFileMissingError,
    KeyFileNewerError,
    StoreFullError,
    StoreMissingError,
    StoreReadOnlyError,
    VaultError,
)
from coordinator.runtime.folders import StoreFolder
from coordinator.vault.access import change_passphrase
from coordinator.vault.costs import TEST_COST
from coordinator.vault.keyfile import KeyFile, database_of, decode, read_key_file
from coordinator.vault.keyring import unlock, unlock_with_code
from coordinator.vault.making import new_keys
from tests.crashes import crash_at_every_step
from tests.vault.conftest import FIRST, SECOND, THIRD, Ring

POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="needs fork and plain permissions")


def respelled(fields: dict[str, Any]) -> bytes:
    """Spell altered fields as somebody would who knows the format but holds no key."""
    rest = {name: value for name, value in fields.items() if name != "check"}
    spelled = json.dumps(rest, indent=1, sort_keys=True).encode() + b"\n"
    whole = rest | {"check": hashlib.sha256(spelled).hexdigest()}
    return json.dumps(whole, indent=1, sort_keys=True).encode() + b"\n"


def altered(document: KeyFile, change: Callable[[dict[str, Any]], object]) -> bytes:
    fields = json.loads(document.encoded())
    change(fields)
    return respelled(fields)


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for name in value:
            yield from leaves(value[name], (*path, name))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from leaves(item, (*path, at))
    else:
        yield path


def nudged(value: object) -> object:
    """Alter a value so that it still has the right form."""
    if isinstance(value, int):
        return value + 1
    swap = {"passphrase": "recovery", "recovery": "passphrase"}
    text = str(value)
    return swap.get(text, ("1" if text[0] == "0" else "0") + text[1:])


def test_a_saved_key_file_is_read_back_as_it_was(ring: Ring, folder: StoreFolder) -> None:
    ring.keys.save(folder)
    assert read_key_file(folder) == ring.keys.document
    assert folder.spare_keys.read_bytes() == folder.keys.read_bytes()


def test_every_flipped_byte_is_refused(ring: Ring) -> None:
    raw = ring.keys.document.encoded()
    for at in range(len(raw)):
        for flip in (0x01, 0x20, 0x80):
            with pytest.raises(KeyFileDamagedError):
                decode(raw[:at] + bytes([raw[at] ^ flip]) + raw[at + 1 :])


def test_every_truncation_is_refused(ring: Ring) -> None:
    raw = ring.keys.document.encoded()
    for length in range(len(raw)):
        with pytest.raises(KeyFileDamagedError):
            decode(raw[:length])


def test_something_added_is_refused(ring: Ring) -> None:
    raw = ring.keys.document.encoded()
    for longer in (raw + b"\n", b" " + raw, b"\xef\xbb\xbf" + raw, raw + b"\0"):
        with pytest.raises(KeyFileDamagedError):
            decode(longer)
    with pytest.raises(KeyFileDamagedError):
        decode(altered(ring.keys.document, lambda fields: fields.update(extra=1)))


def test_every_value_altered_with_knowledge_of_the_format_is_refused(ring: Ring) -> None:
    fields = json.loads(ring.keys.document.encoded())
    paths = [path for path in leaves(fields) if path != ("check",)]
    assert len(paths) > 25
    for path in paths:
        forged = json.loads(json.dumps(fields))
        holder = forged
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = nudged(holder[path[-1]])
        with pytest.raises(VaultError):
            unlock(decode(respelled(forged)), FIRST)
        with pytest.raises(VaultError):
            unlock_with_code(decode(respelled(forged)), ring.code)


def test_a_dropped_added_or_exchanged_slot_is_seen_by_everybody_else(ring: Ring) -> None:
    mine = ring.first
    other = new_keys([SECOND], cost=TEST_COST).keys.document

    def drop(fields: dict[str, Any]) -> None:
        fields["slots"] = [s for s in fields["slots"] if s["id"] in {mine, ring.keys.slot_id}]

    def add(fields: dict[str, Any]) -> None:
        fields["slots"].append(json.loads(other.encoded())["slots"][0])

    def swap(fields: dict[str, Any]) -> None:
        fields["slots"].reverse()

    for change in (drop, add, swap):
        with pytest.raises(KeyFileDamagedError):
            unlock(decode(altered(ring.keys.document, change)), FIRST)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("memory_kib", 1 << 40),
        ("memory_kib", (1 << 20) + 1),
        ("memory_kib", 1),
        ("passes", 10_000),
        ("passes", True),
        ("lanes", 255),
        ("lanes", 0),
    ],
)
def test_a_hostile_cost_is_refused_before_it_costs_anything(
    ring: Ring, part: str, value: int
) -> None:
    forged = altered(ring.keys.document, lambda fields: fields["cost"].update({part: value}))
    with pytest.raises(KeyFileDamagedError):
        decode(forged)


@pytest.mark.parametrize("part", ["database_salt", "salt", "mac", "store"])
@pytest.mark.parametrize("value", ["", "00", "00" * 15, "00" * 33, "0" * 31])
def test_a_value_of_another_length_is_refused(ring: Ring, part: str, value: str) -> None:
    with pytest.raises(KeyFileDamagedError):
        decode(altered(ring.keys.document, lambda fields: fields.update({part: value})))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/tmp/x.db", "keys.json", "", 7, None])
def test_a_database_outside_the_folder_cannot_be_named(ring: Ring, name: object) -> None:
    with pytest.raises(KeyFileDamagedError):
        decode(altered(ring.keys.document, lambda fields: fields.update(database=name)))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"[" * 100_000,
        b"9" * 100_000,
        b"{" * 200_000,
        b'{"format": "coordinator keys"}',
        b"\xff\xfe\x00",
        b"SQLite format 3\0",
    ],
)
def test_what_is_no_key_file_is_refused(raw: bytes) -> None:
    with pytest.raises(KeyFileDamagedError):
        decode(raw)


@given(raw=st.binary(max_size=400))
def test_no_bytes_at_all_get_past_the_reader(raw: bytes) -> None:
    with pytest.raises(KeyFileDamagedError):
        decode(raw)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)
PLACES = ("cost", "slots", "lasting", "mac", "salt", "generation", "database", "store", "version")


@settings(max_examples=60)
@given(place=st.sampled_from(PLACES), value=JSON)
def test_no_shape_of_a_field_gets_past_the_reader(place: str, value: object) -> None:
    raw = (Path(__file__).with_name("frozen") / "keys.json").read_bytes()
    fields = json.loads(raw)
    with pytest.raises(VaultError):
        unlock(decode(respelled(fields | {place: value})), FIRST)


def test_a_later_version_is_told_from_damage(ring: Ring) -> None:
    with pytest.raises(KeyFileNewerError):
        decode(altered(ring.keys.document, lambda fields: fields.update(version=2, more="?")))
    with pytest.raises(KeyFileDamagedError):
        decode(ring.keys.document.encoded().replace(b'"version": 1', b'"version": 3'))


def test_a_folder_without_a_key_file_says_so(folder: StoreFolder) -> None:
    with pytest.raises(KeyFileMissingError):
        read_key_file(folder)
    folder.keys.mkdir()
    with pytest.raises(KeyFileDamagedError):
        read_key_file(folder)


def test_the_key_file_of_another_store_is_told(ring: Ring, folder: StoreFolder) -> None:
    document = ring.keys.document
    with pytest.raises(StoreMissingError):
        database_of(folder, document)
    folder.database("0badcafe-000001.db").touch()
    with pytest.raises(KeyFileForeignError):
        database_of(folder, document)
    folder.database(document.database).touch()
    assert database_of(folder, document) == folder.path / document.database


def test_nothing_in_the_file_names_a_person(ring: Ring) -> None:
    raw = ring.keys.document.encoded().decode()
    for word in (*FIRST.split(), *SECOND.split(), ring.code):
        assert word not in raw
    slots = json.loads(raw)["slots"]
    assert {name for slot in slots for name in slot} == {
        "id",
        "kind",
        "commitment",
        "nonce",
        "wrapped",
    }
    assert [slot["id"] for slot in slots] == sorted(slot["id"] for slot in slots)


@POSIX_ONLY
def test_only_the_owner_can_read_it(ring: Ring, folder: StoreFolder) -> None:
    ring.keys.save(folder)
    assert folder.keys.stat().st_mode & 0o077 == 0
    assert folder.spare_keys.stat().st_mode & 0o077 == 0


@pytest.mark.slow
@POSIX_ONLY
def test_a_crash_at_any_step_leaves_the_old_keys_or_the_new_ones(
    ring: Ring, folder: StoreFolder
) -> None:
    old = ring.keys
    new = change_passphrase(old, ring.first, THIRD)
    old.save(folder)
    seen = {False: 0, True: 0}
    for _step in crash_at_every_step(lambda: new.save(folder)):
        found = read_key_file(folder)
        is_new = found == new.document
        seen[is_new] += 1
        assert is_new or found == old.document
        assert unlock(found, THIRD if is_new else FIRST).slot_id == ring.first
        assert decode(folder.spare_keys.read_bytes()) in {found, old.document}
        folder.sweep()
        assert sorted(path.name for path in folder.path.iterdir()) == [
            "backups",
            "keys.json",
            "keys.json.spare",
        ]
        if is_new:
            old.save(folder)
    assert min(seen.values()) > 5
    assert read_key_file(folder) == new.document


@POSIX_ONLY
def test_a_read_only_folder_refuses_and_keeps_what_was(ring: Ring, folder: StoreFolder) -> None:
    ring.keys.save(folder)
    folder.path.chmod(0o500)
    if os.access(folder.path, os.W_OK):
        pytest.skip("root may write everywhere")
    try:
        with pytest.raises(StoreReadOnlyError):
            change_passphrase(ring.keys, ring.first, THIRD).save(folder)
    finally:
        folder.path.chmod(0o700)
    assert read_key_file(folder) == ring.keys.document


@POSIX_ONLY
def test_no_room_refuses_and_keeps_what_was(ring: Ring, folder: StoreFolder) -> None:
    import resource

    ring.keys.save(folder)
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, usual[1]))  # bytes; less than a key file has
    try:
        with pytest.raises(StoreFullError):
            change_passphrase(ring.keys, ring.first, THIRD).save(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert read_key_file(folder) == ring.keys.document
    assert len(list(folder.path.iterdir())) == 3


def test_a_folder_that_is_gone_refuses_the_key_file(ring: Ring, tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnlyError):
        ring.keys.save(StoreFolder(tmp_path / "gone"))
