"""Work packs as files: written whole under a name that says nothing, read without trust."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from dataclasses import replace as replaced
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO, Final
from uuid import UUID

from coordinator.casework.away.identity import own_card
from coordinator.casework.away.sending import Made
from coordinator.casework.desk import Desk
from coordinator.domain.errors import (
    ChangeDamagedError,
    FileUnreadableError,
    OddShapeError,
    PackRefusedError,
)
from coordinator.domain.exchange.cards import Card
from coordinator.domain.exchange.change_files import change_lines, read_changes
from coordinator.domain.exchange.faults import PackFault
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.parcels import Envelope
from coordinator.domain.merging.changes import Change
from coordinator.domain.progress import Progress, Unwatched
from coordinator.domain.roles import Right
from coordinator.exchange.packing import Content, Label, make_pack
from coordinator.exchange.receiving import receiver_at
from coordinator.exchange.unpacking import Opened, check_pack, take_pack
from coordinator.runtime.reading import opened_file, read_bytes, sha256_of
from coordinator.runtime.writing import free_path, part_of, reach_disk, replace, target_faults

ENDING: Final = ".plan"
LASTS: Final = timedelta(days=30)
"""How long a pack may be opened; a replaced sealing key is kept as long."""
_BLOCK: Final = 1 << 18
_BEGINS: Final = b"age-encryption.org/v1\n"


@dataclass(frozen=True, slots=True)
class Address:
    """For whom a pack is, and as the how manieth.

    Attributes:
        panel: Whose work it is.
        seen: The newest number had from the receiver.
    """

    to: Card
    kind: PackKind
    panel: UUID
    seq: int
    seen: int


@dataclass(frozen=True, slots=True)
class Written:
    """A pack beside the place it is to have, and how to give it its name."""

    path: Path
    made: Made
    part: Path

    def finish(self) -> None:
        """Give it its name: the last thing of the act that lets it leave."""
        with target_faults(self.path):
            replace(self.part, self.path)

    def take_back(self) -> None:
        """Let it be gone, whether it has its name or not; the name was nobody else's."""
        with suppress(OSError):  # a drive that is gone took it along
            if not self.part.exists():
                self.path.unlink(missing_ok=True)


@contextmanager
def written_pack(
    desk: Desk,
    folder: Path,
    address: Address,
    contents: Sequence[Content],
    progress: Progress | None = None,
) -> Iterator[Written]:
    """Write a pack into a folder; it has no name yet, and is gone when the block gives it none.

    It is gone, too, when the act that it left with could not be kept after all: a disk that is
    full is met when that is committed, and nothing lies about of which the store knows nothing.
    `progress` is told in files, each of which is read twice.

    Raises:
        ExportTargetError: No room or no right there.
        PackRefusedError: `too-large`.
        CancelledError: The person stopped it; nothing is left of it.
    """
    files = _watched(contents, progress or Unwatched())
    with desk.read(Right.OWN_CARD) as look:
        sender, signing = own_card(look).identity.id, look.info.signing_key
    made = desk.now().replace(microsecond=0)
    pack = desk.random(16).hex()
    label = Label(pack, address.panel, address.kind, address.seq, address.seen, made, made + LASTS)
    path = free_path(folder / f"panel-{pack[:8]}{ENDING}")
    with target_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with part_of(path) as part:
            with part.open("wb") as out:
                make_pack(out, label, files, sender=sender, signing_key=signing, to=[address.to])
            reach_disk(part)
            size = part.stat().st_size
            digest = sha256_of(part)
            written = Written(path, Made(pack, made, label.expires, size, digest), part)
            try:
                yield written
            except BaseException:
                written.take_back()
                raise


def _watched(contents: Sequence[Content], progress: Progress) -> list[Content]:
    """Have progress told, and somebody asked whether to go on, as each file is read."""
    begun = 0

    def told(one: Content) -> Content:
        def blocks() -> Iterator[bytes]:
            nonlocal begun
            begun += 1
            for block in one.blocks():
                progress.step(begun - 1, 2 * len(contents))
                yield block

        return replaced(one, blocks=blocks)

    return [told(one) for one in contents]


def changes_file(name: str, changes: Sequence[Change]) -> Content:
    """Put changes into a file of a pack."""
    return Content(name, lambda: _joined(change_lines(changes)))


def text_file(name: str, data: bytes) -> Content:
    """Put a text into a file of a pack."""
    return Content(name, lambda: [data])


def _joined(lines: Iterator[bytes]) -> Iterator[bytes]:
    block = bytearray()
    for line in lines:
        block += line
        if len(block) >= _BLOCK:
            yield bytes(block)
            block.clear()
    yield bytes(block)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a pack held, by the names of its files."""

    opened: Opened
    texts: dict[str, bytes]
    changes: dict[str, tuple[Change, ...]]

    @property
    def envelope(self) -> Envelope:
        """What the manifest said."""
        said = self.opened.manifest
        return Envelope(
            self.opened.sender, said.pack, said.panel, said.seq, said.seen, said.made, said.kind
        )

    def refused(self) -> PackRefusedError:
        """Say that it is genuine, and not written as a pack is."""
        return PackRefusedError(PackFault.MALFORMED, self.opened.sender)


def looks_like_a_pack(path: Path) -> bool:
    """Whether a file begins as a sealed one does; whose it is only opening it tells."""
    try:
        return read_bytes(path, most=len(_BEGINS)) == _BEGINS
    except FileUnreadableError:
        return False


def kind_of(desk: Desk, path: Path) -> PackKind:
    """Check a pack and say what it is; nothing of it is handed out.

    Raises:
        FileUnreadableError: It is gone, locked, or no file; also where it goes while it is read.
        PackRefusedError: The first thing that is wrong with it.
        MissingRecordError: This store has no card yet.
    """
    receiver = receiver_at(desk)
    with _open(path) as source:
        return check_pack(source, receiver).manifest.kind


def contents_of(
    desk: Desk, path: Path, *, most_text: int, progress: Progress | None = None
) -> Contents:
    """Check a pack and read it whole; `most_text` bounds what is no file of changes.

    Nobody can know beforehand how much there is: `progress` is told of its files alone.

    Raises:
        FileUnreadableError, PackRefusedError, MissingRecordError: As `kind_of`; `malformed` where
            a file of it is not written as it has to be.
    """
    texts: dict[str, bytes] = {}
    changes: dict[str, tuple[Change, ...]] = {}
    receiver = receiver_at(desk)
    try:
        with _open(path) as source:
            opened = take_pack(source, receiver, _reading(texts, changes, most_text, progress))
    except (OddShapeError, ChangeDamagedError):
        raise PackRefusedError(PackFault.MALFORMED) from None
    return Contents(opened, texts, changes)


def _reading(
    texts: dict[str, bytes],
    changes: dict[str, tuple[Change, ...]],
    most: int,
    progress: Progress | None,
) -> Callable[[str, Iterator[bytes]], None]:
    def read(name: str, blocks: Iterator[bytes]) -> None:
        if progress is not None:
            progress.step(len(texts) + len(changes), 0)
        if name.endswith(".jsonl"):
            changes[name] = tuple(read_changes(blocks))
            return
        told = bytearray()
        for block in blocks:
            told += block
            if len(told) > most:
                raise OddShapeError
        texts[name] = bytes(told)

    return read


@contextmanager
def _open(path: Path) -> Iterator[BinaryIO]:
    """Open a pack to be read in the block; a stick may be pulled out while it is."""
    try:
        with opened_file(path) as opened:
            yield opened
    except OSError as error:
        raise FileUnreadableError(path) from error
