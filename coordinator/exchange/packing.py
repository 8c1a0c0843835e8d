"""Making a work pack: listed and signed first, then sealed, in two passes over what goes in.

    age( heading and sender LF  manifest LF  signature LF  the files, one after another )

The manifest stands before the files and names the SHA-256 of each: so the files are read twice.
Nothing is kept in between, in memory or on the disk; what is read must be the same both times.
"""

import base64
import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Final
from uuid import UUID

from coordinator.domain.errors import PackRefusedError
from coordinator.domain.exchange.cards import Card
from coordinator.domain.exchange.faults import PackFault
from coordinator.domain.exchange.manifests import (
    HEADING,
    MAX_FILES,
    MAX_LINE,
    MAX_TOTAL,
    Manifest,
    PackedFile,
    PackKind,
    total_size,
)
from coordinator.vault.sealing import seal
from coordinator.vault.signing import sign

_LEVEL: Final = 6  # of zlib


@dataclass(frozen=True, slots=True)
class Content:
    """A file that goes into a pack.

    Attributes:
        blocks: Gives its bytes in blocks, the same at each call.
        is_text: Whether it gets smaller by being zipped.
    """

    name: str
    blocks: Callable[[], Iterable[bytes]]
    is_text: bool = True


@dataclass(frozen=True, slots=True)
class Label:
    """What a pack says of itself apart from its files; see `Manifest`."""

    pack: str
    panel: UUID
    kind: PackKind
    seq: int
    seen: int
    made: datetime
    expires: datetime


def make_pack(
    out: BinaryIO,
    label: Label,
    contents: Sequence[Content],
    *,
    sender: str,
    signing_key: bytes,
    to: Sequence[Card],
) -> Manifest:
    """Write a pack that only those of `to` can open.

    `sender` is the identity whose key `signing_key` is.

    Raises:
        PackRefusedError: It would be larger than anybody takes.
        OSError: As reading or writing raises it.
    """
    manifest = Manifest(
        pack=label.pack,
        panel=label.panel,
        kind=label.kind,
        seq=label.seq,
        seen=label.seen,
        to=tuple(card.identity.id for card in to),
        made=label.made,
        expires=label.expires,
        files=tuple(_listed(content) for content in contents),
    )
    _check_size(manifest)
    head = HEADING + sender.encode("ascii") + b"\n" + manifest.line + b"\n"
    signature = base64.b64encode(sign(signing_key, head)) + b"\n"
    plain = _Joined(_all_blocks(head + signature, contents))
    seal(plain, out, [card.sealing.recipient for card in to])
    return manifest


def _check_size(manifest: Manifest) -> None:
    too_many = len(manifest.files) > MAX_FILES or len(manifest.line) > MAX_LINE
    if too_many or total_size(manifest) > MAX_TOTAL:
        raise PackRefusedError(PackFault.TOO_LARGE)


def _listed(content: Content) -> PackedFile:
    digest, size, packed = hashlib.sha256(), 0, 0

    def counted() -> Iterator[bytes]:
        nonlocal size
        for block in content.blocks():
            size += len(block)
            yield block

    for block in _small(counted(), is_text=content.is_text):
        digest.update(block)
        packed += len(block)
    return PackedFile(content.name, size, packed, content.is_text, digest.hexdigest())


def _all_blocks(head: bytes, contents: Iterable[Content]) -> Iterator[bytes]:
    yield head
    for content in contents:
        yield from _small(content.blocks(), is_text=content.is_text)


def _small(blocks: Iterable[bytes], *, is_text: bool) -> Iterator[bytes]:
    if not is_text:
        yield from blocks
        return
    packing = zlib.compressobj(_LEVEL)
    for block in blocks:
        yield packing.compress(block)
    yield packing.flush()


class _Joined:
    """Blocks one after another, to be read in pieces of any size."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self._rest = b""

    def read(self, most: int) -> bytes:
        while not self._rest:
            block = next(self._blocks, None)
            if block is None:
                return b""
            self._rest = block
        part, self._rest = self._rest[:most], self._rest[most:]
        return part
