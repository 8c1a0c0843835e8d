"""The journal chain: each entry holds the hash of the one before it.

What it proves: entries up to a checkpoint that somebody else holds are as they were when it was
signed. What it cannot prove: anything after the last such checkpoint, that something was written
down at all, who sat at the keyboard, or the true time.

The public part of an entry goes into the chain as it is and never holds a word about a person.
The private part goes in as a salted hash; erasing it, with its salt, leaves the chain whole.
Signing is not done here: a checkpoint is checked by whoever holds the public key.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum, unique
from typing import Final, TypeAlias
from uuid import UUID

from coordinator.domain.merging.changes import SALT_BYTES, ChangeId, canonical, stamp

START: Final = bytes(32)
"""What the first entry follows."""

_CONTENT: Final = b"coordinator journal content 1\n"
_LINK: Final = b"coordinator journal entry 1\n"

Verify: TypeAlias = Callable[[bytes, bytes], bool]
"""Asked with a checkpoint's line and its signature: did this store sign it?"""


@dataclass(frozen=True, slots=True, repr=False)
class Private:
    """What an entry says about a person; blanked as a whole when the person is erased.

    Attributes:
        scope: The person, or the panel.
        record: The record the act was about, if about one.
        reason: Why, in the actor's words; may be empty.
        text: What else is to be kept, as stored; may be empty.
        salt: 16 random bytes, so that the hash tells nothing.
    """

    scope: UUID | None
    record: UUID | None
    reason: str
    text: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One act, an import or a merge counting as one.

    Attributes:
        number: 1, 2, 3 without gaps.
        at: When, by the clock of the device; aware.
        actor: The professional.
        act: What kind of act; a permanent name.
        act_id: The act the changes name.
        changes: Ids of the changes it wrote, in the order they were written.
        erases: Numbers of the entries whose private part it blanked; ascending.
        private: Nothing when blanked.
        content: Salted hash of the private part; stays when that goes.
        hash: Of the entry before and the whole public part, `content` included.
    """

    number: int
    at: datetime
    actor: UUID
    act: str
    act_id: UUID
    changes: tuple[ChangeId, ...]
    erases: tuple[int, ...]
    private: Private | None
    content: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The chain as it stood after one entry, signed and kept by others."""

    number: int
    hash: bytes
    signature: bytes


@unique
class ChainFaultKind(StrEnum):
    """How the chain does not hold."""

    MISSING = "missing"
    CHANGED = "changed"
    DOES_NOT_FOLLOW = "does_not_follow"
    BLANKED_WITHOUT_ERASURE = "blanked_without_erasure"
    NOT_AS_SIGNED = "not_as_signed"
    CHECKPOINT_FORGED = "checkpoint_forged"


@dataclass(frozen=True, slots=True)
class ChainFault:
    """Where the chain does not hold: entries `first` to `last`."""

    kind: ChainFaultKind
    first: int
    last: int


def content_hash(private: Private) -> bytes:
    """Hash the private part of an entry with its salt."""
    told = [_hex(private.scope), _hex(private.record), private.reason, private.text]
    return hashlib.sha256(_CONTENT + private.salt + canonical(told).encode("ascii")).digest()


def link_hash(before: bytes, entry: Entry) -> bytes:
    """Hash the public part of an entry onto the hash of the entry before it."""
    public = {
        "number": entry.number,
        "at": stamp(entry.at),
        "actor": entry.actor.hex,
        "act": entry.act,
        "act_id": entry.act_id.hex,
        "changes": [change.hex() for change in entry.changes],
        "erases": list(entry.erases),
        "content": entry.content.hex(),
    }
    return hashlib.sha256(_LINK + before + canonical(public).encode("ascii")).digest()


def sealed(entry: Entry, before: bytes) -> Entry:
    """Give a new entry its two hashes.

    Args:
        entry: Whole but for `content` and `hash`, which are not looked at.
        before: The hash of the entry before it, `START` for the first.

    Raises:
        ValueError: It has no private part, or its salt has not 16 bytes; a bug of the caller.
    """
    if entry.private is None or len(entry.private.salt) != SALT_BYTES:
        raise ValueError("a new entry needs its private part, salted")
    whole = replace(entry, content=content_hash(entry.private))
    return replace(whole, hash=link_hash(before, whole))


def blanked(entry: Entry) -> Entry:
    """Take the private part out of an entry; both hashes stay."""
    return replace(entry, private=None)


def checkpoint_line(number: int, head: bytes) -> bytes:
    """Write what a checkpoint signs: the last entry's number (0: none yet) and hash."""
    return f"coordinator journal checkpoint 1 {number} {head.hex()}".encode("ascii")


def faults(
    entries: Iterable[Entry], checkpoints: Iterable[Checkpoint], verify: Verify
) -> Iterator[ChainFault]:
    """Find every place where the chain does not hold; nothing when it is whole.

    Args:
        entries: By number, from the first; read once.
        checkpoints: From backups, packs and the export register, in any order.
        verify: Checks a signature against the store's public key.
    """
    signed = tuple(checkpoints)
    found = {0: START} | dict.fromkeys((point.number for point in signed if point.number), b"")
    blank: set[int] = set()
    expected, before = 1, START
    for entry in entries:
        yield from _faults_of(entry, expected, before)
        blank.difference_update(entry.erases)  # before its own: no entry accounts for itself
        if entry.private is None:
            blank.add(entry.number)
        if entry.number in found:
            found[entry.number] = entry.hash
        expected, before = entry.number + 1, entry.hash
    for number in sorted(blank):
        yield ChainFault(ChainFaultKind.BLANKED_WITHOUT_ERASURE, number, number)
    yield from _faults_of_checkpoints(signed, found, verify)


def _faults_of(entry: Entry, expected: int, before: bytes) -> Iterator[ChainFault]:
    """Check one entry against itself and the one before it."""
    number = entry.number
    if entry.private is not None and not _tells_its_content(entry.private, entry.content):
        yield ChainFault(ChainFaultKind.CHANGED, number, number)
    if number > expected:
        yield ChainFault(ChainFaultKind.MISSING, expected, number - 1)
    elif number < expected or entry.hash != link_hash(before, entry):
        yield ChainFault(ChainFaultKind.DOES_NOT_FOLLOW, number, number)


def _tells_its_content(private: Private, content: bytes) -> bool:
    return len(private.salt) == SALT_BYTES and content_hash(private) == content


def _faults_of_checkpoints(
    signed: Iterable[Checkpoint], found: dict[int, bytes], verify: Verify
) -> Iterator[ChainFault]:
    """Compare the chain with what others hold; one line for each number and fault."""
    told: set[ChainFault] = set()
    for point in signed:
        kind = _fault_of_checkpoint(point, found, verify)
        if kind is not None:
            told.add(ChainFault(kind, point.number, point.number))
    yield from sorted(told, key=lambda fault: (fault.first, fault.kind))


def _fault_of_checkpoint(
    point: Checkpoint, found: dict[int, bytes], verify: Verify
) -> ChainFaultKind | None:
    if not verify(checkpoint_line(point.number, point.hash), point.signature):
        return ChainFaultKind.CHECKPOINT_FORGED  # it proves nothing about the chain
    if found[point.number] != point.hash:
        return ChainFaultKind.NOT_AS_SIGNED
    return None


def _hex(found: UUID | None) -> str | None:
    return None if found is None else found.hex
