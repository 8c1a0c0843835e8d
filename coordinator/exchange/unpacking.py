"""Opening a work pack: who sent it, for whom, what it holds; and only then what it says.

The order of the checks is part of the safety. Nothing is parsed before the signature of a checked
contact was found good, and the key is never taken from the pack. A pack is read twice: the first
reading checks all of it and hands out nothing, the second hands out its files and checks again.
"""

import base64
import binascii
import hashlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import BinaryIO, Final, TypeAlias
from uuid import UUID

from coordinator.domain.errors import (
    OddShapeError,
    PackRefusedError,
    SealBrokenError,
    SealForOthersError,
)
from coordinator.domain.exchange.faults import PackFault
from coordinator.domain.exchange.manifests import (
    MAX_LINE,
    MAX_TOTAL,
    Manifest,
    PackedFile,
    is_newer_pack,
    parse_manifest,
    sender_of,
    total_size,
)
from coordinator.vault.sealing import Unsealed, unsealed
from coordinator.vault.signing import is_signed

MOST_AHEAD: Final = timedelta(days=1)
"""How far a sender's clock may be ahead of ours before it is said."""

_BLOCK: Final = 1 << 16
_FIRST: Final = 128  # bytes; the heading and an identity have 83
_SIGNATURE: Final = 90  # 64 bytes in base64 and the end of the line


@dataclass(frozen=True, slots=True)
class Sender:
    """A contact whose words were checked.

    Attributes:
        id: Their identity.
        signing: The key that signs for them.
        revoked_from: From when on somebody else may have had it; nothing where it is theirs.
    """

    id: str
    signing: bytes
    revoked_from: datetime | None = None


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who opens a pack, and what they hold it against.

    Attributes:
        identity: Ours.
        sealing_keys: Ours, the newest first; those given up are not among them.
        contact: The checked contact of an identity, or nothing.
        panels: Those this install works for; nothing for an install that has none yet.
        has_seen: Whether a pack was taken before.
    """

    identity: str
    sealing_keys: Sequence[str]
    contact: Callable[[str], Sender | None]
    panels: frozenset[UUID]
    has_seen: Callable[[str], bool]
    now: datetime


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack that was found whole and genuine."""

    sender: str
    manifest: Manifest


Taker: TypeAlias = Callable[[str, Iterator[bytes]], None]
"""Given a file's name and its bytes in blocks; need not read them all."""


def check_pack(source: BinaryIO, receiver: Receiver) -> Opened:
    """Read a pack to its end and find out whether it may be used; hands out nothing.

    Raises:
        PackRefusedError: The first thing that is wrong with it.
        OSError: As reading raises it.
    """
    source.seek(0)
    return _read(source, receiver, None)


def take_pack(source: BinaryIO, receiver: Receiver, take: Taker) -> Opened:
    """Check a pack, then read it again and hand out its files, in their order.

    What `take` is given has to be thrown away when this raises: the second reading checks again
    and may find that the pack was altered meanwhile.

    Raises:
        PackRefusedError: As `check_pack`.
    """
    first = check_pack(source, receiver)
    source.seek(0)
    second = _read(source, receiver, take)
    if second != first:
        raise PackRefusedError(PackFault.DAMAGED, first.sender)
    return second


def _read(source: BinaryIO, receiver: Receiver, take: Taker | None) -> Opened:
    with _refusing(), unsealed(source, receiver.sealing_keys) as inside:
        first = inside.line(_FIRST)
        if is_newer_pack(first):
            raise PackRefusedError(PackFault.NEWER_FORMAT)
        sender = _sender(first, receiver)
        manifest = _signed_manifest(inside, first, sender)
        _check_ours(manifest, sender, receiver)
        for listed in manifest.files:
            _read_file(inside, listed, sender.id, take)
        if inside.read(1):
            raise PackRefusedError(PackFault.TRAILING, sender.id)
        return Opened(sender.id, manifest)


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except SealForOthersError:
        raise PackRefusedError(PackFault.NOT_FOR_US) from None
    except SealBrokenError:
        raise PackRefusedError(PackFault.DAMAGED) from None


def _sender(first: bytes, receiver: Receiver) -> Sender:
    said = sender_of(first)
    if said is None:
        raise PackRefusedError(PackFault.DAMAGED)
    contact = receiver.contact(said)
    if contact is None:
        raise PackRefusedError(PackFault.SENDER_UNKNOWN, said)
    return contact


def _signed_manifest(inside: Unsealed, first: bytes, sender: Sender) -> Manifest:
    line, signature = inside.line(MAX_LINE + 1), inside.line(_SIGNATURE)
    if not is_signed(sender.signing, first + line, _decoded(signature)):
        raise PackRefusedError(PackFault.FORGED, sender.id)
    try:
        return parse_manifest(line.removesuffix(b"\n"))
    except OddShapeError:
        raise PackRefusedError(PackFault.MALFORMED, sender.id) from None


def _decoded(line: bytes) -> bytes:
    try:
        return base64.b64decode(line.removesuffix(b"\n"), validate=True)
    except binascii.Error:
        return b""


def _check_ours(manifest: Manifest, sender: Sender, receiver: Receiver) -> None:
    revoked = sender.revoked_from
    broken = (
        (revoked is not None and manifest.made >= revoked, PackFault.SENDER_REVOKED),
        (receiver.identity not in manifest.to, PackFault.PASSED_ON),
        (
            bool(receiver.panels) and manifest.panel not in receiver.panels,
            PackFault.OTHER_PANEL,
        ),
        (receiver.has_seen(manifest.pack), PackFault.SEEN_BEFORE),
        (manifest.expires < receiver.now, PackFault.EXPIRED),
        (manifest.made > receiver.now + MOST_AHEAD, PackFault.FROM_THE_FUTURE),
        (total_size(manifest) > MAX_TOTAL, PackFault.TOO_LARGE),
    )
    for is_so, fault in broken:
        if is_so:
            raise PackRefusedError(fault, sender.id)


def _read_file(inside: Unsealed, listed: PackedFile, sender: str, take: Taker | None) -> None:
    digest = hashlib.sha256()
    packed = _packed_blocks(inside, listed, sender, digest.update)
    blocks = _large(packed, listed, sender)
    if take is not None:
        take(listed.name, blocks)
    for _rest in blocks:
        pass
    if digest.hexdigest() != listed.sha256:
        raise PackRefusedError(PackFault.FILE_ALTERED, sender)


def _packed_blocks(
    inside: Unsealed, listed: PackedFile, sender: str, seen: Callable[[bytes], None]
) -> Iterator[bytes]:
    left = listed.packed
    while left:
        block = inside.read(min(left, _BLOCK))
        if not block:
            raise PackRefusedError(PackFault.DAMAGED, sender)
        seen(block)
        left -= len(block)
        yield block


def _large(packed: Iterator[bytes], listed: PackedFile, sender: str) -> Iterator[bytes]:
    """Give a file as it was before it was made small; never a byte more than was listed."""
    left = listed.size
    for block in _unzipped(packed, sender) if listed.is_zipped else packed:
        left -= len(block)
        if left < 0:
            raise PackRefusedError(PackFault.LARGER_THAN_LISTED, sender)
        yield block
    if left:
        raise PackRefusedError(PackFault.FILE_ALTERED, sender)


def _unzipped(packed: Iterator[bytes], sender: str) -> Iterator[bytes]:
    """Make a file large again in blocks of a bounded size, so that a bomb is noticed early."""
    growing = zlib.decompressobj()
    try:
        for block in packed:
            rest = block
            while rest:
                grown = growing.decompress(rest, _BLOCK)
                rest = growing.unconsumed_tail
                if grown:
                    yield grown
                if growing.eof and (growing.unused_data or rest):
                    raise PackRefusedError(PackFault.FILE_ALTERED, sender)
        yield from filter(None, [growing.flush()])
    except zlib.error:
        raise PackRefusedError(PackFault.FILE_ALTERED, sender) from None
    if not growing.eof:
        raise PackRefusedError(PackFault.FILE_ALTERED, sender)
