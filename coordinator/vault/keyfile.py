"""The key file: what stands in `keys.json`, reading it strictly and writing it whole.

It is small, readable JSON and says nothing about people: which database it opens, the settings
of the slow hash, and the key slots. A slot has a random id and a kind; whose it is stands inside
the database.

- `check` is a plain SHA-256 of the rest, in every version: it tells a damaged file from a wrong
  passphrase. It protects from accidents only.
- `mac` covers the whole document with a key that only an opened slot yields: nobody can add, swap
  or drop a slot unseen by those who hold one.
- The text must be exactly what this module would write, so that there is one spelling of it.
"""

import errno
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from coordinator.domain.errors import (
    KeyFileDamagedError,
    KeyFileForeignError,
    KeyFileMissingError,
    KeyFileNewerError,
    StoreMissingError,
    StoreReadOnlyError,
    VaultError,
)
from coordinator.runtime.folders import StoreFolder
from coordinator.runtime.writing import store_faults, write_together
from coordinator.vault.costs import Cost

FORMAT = "coordinator keys"
VERSION = 1
MOST_SLOTS = 64
SALT_BYTES = 16

_NO_SUCH_PLACE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP}
_LARGEST_FILE = 128 * 1024
_LARGEST_NUMBER = 1 << 48
_ID = re.compile(r"[0-9a-f]{32}")
_DATABASE = re.compile(r"[0-9a-f]{8}-[0-9]{6}\.db")


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind, not a passphrase
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A secret under ChaCha20-Poly1305: the nonce, and 32 bytes with their tag."""

    nonce: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the master key.

    `commitment` ties the slot to one wrapping key: the cipher alone would not, and comparing it
    tells quickly whose passphrase was typed.
    """

    id: str
    kind: SlotKind
    commitment: bytes
    wrapped: Wrapped


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The document. `generation` rises with every change, so that an old copy is recognised."""

    store_id: str
    generation: int
    database: str
    database_salt: bytes
    salt: bytes
    cost: Cost
    lasting: Wrapped
    slots: tuple[Slot, ...]
    mac: bytes = b""

    @property
    def database_number(self) -> int:
        """How many master keys the store has had."""
        return int(self.database.removesuffix(".db")[-6:])

    def of_kind(self, kind: SlotKind) -> tuple[Slot, ...]:
        """List the slots of one kind."""
        return tuple(slot for slot in self.slots if slot.kind is kind)

    def sealed_part(self) -> bytes:
        """Spell everything the MAC covers."""
        return _spelled(_fields(self))

    def encoded(self) -> bytes:
        """Spell the whole file."""
        fields = _fields(self) | {"mac": self.mac.hex()}
        return _spelled(fields | {"check": _check_of(fields)})


def database_name(store_id: str, number: int) -> str:
    """Name a database file; part of the store's random id keeps strangers apart."""
    return f"{database_prefix(store_id)}{number:06}.db"


def database_prefix(store_id: str) -> str:
    """Begin the name of every database a store ever has."""
    return f"{store_id[:8]}-"


def decode(raw: bytes) -> KeyFile:
    """Read a document.

    Raises:
        KeyFileDamagedError: Not exactly what the program writes.
        KeyFileNewerError: Whole, but of a later version.
    """
    try:
        found = _read(raw)
    except (KeyError, TypeError, ValueError, RecursionError) as fault:
        raise KeyFileDamagedError from fault
    if found.encoded() != raw:
        raise KeyFileDamagedError
    return found


def read_key_file(folder: StoreFolder) -> KeyFile:
    """Read the key file of a store or of a backup.

    Raises:
        KeyFileMissingError: There is none.
        KeyFileDamagedError, KeyFileNewerError: See `decode`.
        StoreReadOnlyError: It may not be read.
    """
    try:
        with folder.keys.open("rb") as file:
            raw = file.read(_LARGEST_FILE + 1)
    except PermissionError:
        raise StoreReadOnlyError from None
    except OSError as fault:
        missing = fault.errno in _NO_SUCH_PLACE
        raise (KeyFileMissingError if missing else KeyFileDamagedError) from None
    return decode(raw)


def check_spare(folder: StoreFolder, document: KeyFile) -> None:
    """Refuse a key file that was put back beside a spare copy that is newer.

    Raises:
        KeyFileForeignError: It is older than its own spare copy.
    """
    try:
        spare = decode(folder.spare_keys.read_bytes())
    except (OSError, VaultError):
        return  # none, or not readable: the key file itself was
    if spare.store_id == document.store_id and spare.generation > document.generation:
        raise KeyFileForeignError


def write_key_file(folder: StoreFolder, document: KeyFile) -> None:
    """Write the key file and its spare copy; a crash leaves the old or the new one.

    The spare is a twin, not the file before: an older one would go on opening for a passphrase
    that was changed or taken away.

    Raises:
        StoreFullError, StoreReadOnlyError: The keys are as they were.
    """
    raw = document.encoded()
    with store_faults():
        write_together({folder.keys: raw, folder.spare_keys: raw})


def database_of(folder: StoreFolder, document: KeyFile) -> Path:
    """Find the database that a key file names.

    Raises:
        KeyFileForeignError: Another database lies here: the key file is another store's, or an
            older one from before the master key was changed.
        StoreMissingError: No database lies here.
    """
    database = folder.database(document.database)
    if database.is_file():
        return database
    raise KeyFileForeignError if folder.databases() else StoreMissingError


def _read(raw: bytes) -> KeyFile:
    if len(raw) > _LARGEST_FILE:
        raise ValueError("too large")
    fields = json.loads(raw)
    if not isinstance(fields, dict) or fields.get("format") != FORMAT:
        raise ValueError("not a key file")
    if fields.pop("check") != _check_of(fields):
        raise ValueError("altered")
    if _number(fields["version"]) > VERSION:
        raise KeyFileNewerError
    return _document(fields)


def _document(fields: Mapping[str, Any]) -> KeyFile:
    cost = fields["cost"]
    slots = tuple(_slot(slot) for slot in fields["slots"])
    if len(slots) > MOST_SLOTS or len({slot.id for slot in slots}) != len(slots):
        raise ValueError("slots")
    return KeyFile(
        store_id=_text(fields["store"], _ID),
        generation=_number(fields["generation"]),
        database=_text(fields["database"], _DATABASE),
        database_salt=_bytes(fields["database_salt"], SALT_BYTES),
        salt=_bytes(fields["salt"], SALT_BYTES),
        cost=Cost(*(_number(cost[part]) for part in ("memory_kib", "passes", "lanes"))),
        lasting=_wrapped(fields["lasting"]),
        slots=slots,
        mac=_bytes(fields["mac"], 32),
    )


def _slot(fields: Mapping[str, Any]) -> Slot:
    return Slot(
        id=_text(fields["id"], _ID),
        kind=SlotKind(fields["kind"]),
        commitment=_bytes(fields["commitment"], 32),
        wrapped=_wrapped(fields),
    )


def _wrapped(fields: Mapping[str, Any]) -> Wrapped:
    return Wrapped(nonce=_bytes(fields["nonce"], 12), body=_bytes(fields["wrapped"], 48))


def _number(value: object) -> int:
    if type(value) is not int or not 1 <= value < _LARGEST_NUMBER:
        raise ValueError("number")
    return value


def _text(value: str, form: re.Pattern[str]) -> str:
    if not form.fullmatch(value):
        raise ValueError("text")
    return value


def _bytes(value: str, length: int) -> bytes:
    found = bytes.fromhex(value)
    if len(found) != length:
        raise ValueError("length")
    return found


def _fields(document: KeyFile) -> dict[str, object]:
    cost = document.cost
    return {
        "format": FORMAT,
        "version": VERSION,
        "store": document.store_id,
        "generation": document.generation,
        "database": document.database,
        "database_salt": document.database_salt.hex(),
        "salt": document.salt.hex(),
        "cost": {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes},
        "lasting": _wrapped_fields(document.lasting),
        "slots": [_slot_fields(slot) for slot in document.slots],
    }


def _slot_fields(slot: Slot) -> dict[str, str]:
    own = {"id": slot.id, "kind": slot.kind.value, "commitment": slot.commitment.hex()}
    return own | _wrapped_fields(slot.wrapped)


def _wrapped_fields(wrapped: Wrapped) -> dict[str, str]:
    return {"nonce": wrapped.nonce.hex(), "wrapped": wrapped.body.hex()}


def _spelled(fields: Mapping[str, object]) -> bytes:
    return json.dumps(fields, indent=1, sort_keys=True).encode() + b"\n"


def _check_of(fields: Mapping[str, object]) -> str:
    return hashlib.sha256(_spelled(fields)).hexdigest()
