"""What a work pack says of itself: from whom, for whom, for which panel, and what is in it.

The first two lines of a pack are the sender's identity and this, as one line of JSON; a signature
over both is the third. Nothing of the second line is read before the signature was found good.
"""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, unique
from typing import Any, Final
from uuid import UUID

from coordinator.domain.errors import OddShapeError
from coordinator.domain.exchange.strict import (
    items,
    moment,
    moment_text,
    one_object,
    text,
    whole_number,
    yes_or_no,
)

HEADING: Final = b"coordinator-pack 1 "
MAX_LINE: Final = 1 << 20
"""Bytes of a manifest: about 6,000 files."""
MAX_FILES: Final = 5_000
MAX_TOTAL: Final = 400 << 20
"""Bytes of all files of a pack before they were made small: twice what a pack with attachments of
200 MB holds."""
MAX_RECIPIENTS: Final = 200

_ID: Final = re.compile(r"[0-9a-f]{64}")
_PACK: Final = re.compile(r"[0-9a-f]{32}")
_NAME: Final = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+){0,6}")
_KEYS: Final = ("expires", "files", "kind", "made", "pack", "panel", "seen", "seq", "to")
_FILE_KEYS: Final = ("name", "packed", "sha256", "size", "zip")
_MOST: Final = 2**53 - 1


@unique
class PackKind(StrEnum):
    """What a pack is for."""

    TAKE_AWAY = "take-away"
    """The people a lead professional holds, to work on elsewhere."""
    HAND_BACK = "hand-back"
    """What was done elsewhere."""
    WHOLE_PANEL = "whole-panel"
    """Everything, for a second coordinator."""
    MEETING_COPY = "meeting-copy"
    """One meeting and its people, for the chair."""
    AGENCY_ACTIONS = "agency-actions"
    """The actions of one agency, for its representative."""
    UPDATE_SHEET = "update-sheet"
    """A lead's people on a spreadsheet: in the log of what was made and taken, in no manifest."""


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file of a pack.

    Attributes:
        size: Bytes before it was made small.
        packed: Bytes it has in the pack.
        is_zipped: Whether it was made small (zlib, RFC 1950).
        sha256: Of the bytes it has in the pack.
    """

    name: str
    size: int
    packed: int
    is_zipped: bool
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A pack's own account.

    Attributes:
        pack: 32 hexadecimal digits, made at random: a pack is known again by it.
        seq: 1, 2, 3 for each sender and receiver, so that a late pack is noticed.
        seen: The highest `seq` the sender had of the receiver; 0 for none. A store restored from
            an old backup is noticed by it.
        to: Identities it was sealed for.
        made: To the second, as is `expires`.
        files: In the order they follow.
    """

    pack: str
    panel: UUID
    kind: PackKind
    seq: int
    seen: int
    to: tuple[str, ...]
    made: datetime
    expires: datetime
    files: tuple[PackedFile, ...]

    @property
    def line(self) -> bytes:
        """The written form, without an end of line."""
        return json.dumps(self._parts(), sort_keys=True, separators=(",", ":")).encode()

    def _parts(self) -> dict[str, Any]:
        return {
            "pack": self.pack,
            "panel": self.panel.hex,
            "kind": self.kind.value,
            "seq": self.seq,
            "seen": self.seen,
            "to": list(self.to),
            "made": moment_text(self.made),
            "expires": moment_text(self.expires),
            "files": [
                {
                    "name": one.name,
                    "size": one.size,
                    "packed": one.packed,
                    "zip": one.is_zipped,
                    "sha256": one.sha256,
                }
                for one in self.files
            ],
        }


def parse_manifest(line: bytes) -> Manifest:
    """Read a manifest whose signature was found good; a checked contact may still err.

    Raises:
        OddShapeError: It is not in the one form a manifest has.
    """
    found = one_object(line, _KEYS)
    try:
        kind = PackKind(found["kind"])
    except ValueError:
        raise OddShapeError from None
    if kind is PackKind.UPDATE_SHEET:
        raise OddShapeError
    files = tuple(_file(one) for one in items(found["files"], most=MAX_FILES))
    if len({one.name for one in files}) != len(files):
        raise OddShapeError
    return Manifest(
        pack=text(found["pack"], _PACK),
        panel=UUID(hex=text(found["panel"], _PACK)),
        kind=kind,
        seq=whole_number(found["seq"], least=1, most=_MOST),
        seen=whole_number(found["seen"], least=0, most=_MOST),
        to=tuple(text(one, _ID) for one in items(found["to"], most=MAX_RECIPIENTS)),
        made=moment(found["made"]),
        expires=moment(found["expires"]),
        files=files,
    )


def sender_of(first_line: bytes) -> str | None:
    """Give the sender's identity from a pack's first line; nothing where the line is none of ours.

    It stands apart from the manifest, so that nothing has to be parsed before it is known whose
    signature to ask for.
    """
    if not first_line.startswith(HEADING) or not first_line.endswith(b"\n"):
        return None
    said = first_line[len(HEADING) : -1].decode("ascii", "replace")
    return said if _ID.fullmatch(said) else None


def is_newer_pack(first_line: bytes) -> bool:
    """Whether the line begins a pack of a form that a newer program writes."""
    stem = HEADING.rstrip(b" ").rsplit(b" ", 1)[0] + b" "
    return first_line.startswith(stem) and not first_line.startswith(HEADING)


def total_size(manifest: Manifest) -> int:
    """Give the bytes of all files, before they were made small or as they are: the greater."""
    return sum(max(one.size, one.packed) for one in manifest.files)


def _file(found: object) -> PackedFile:
    if not isinstance(found, dict) or found.keys() != set(_FILE_KEYS):
        raise OddShapeError
    return PackedFile(
        name=text(found["name"], _NAME),
        size=whole_number(found["size"], least=0, most=_MOST),
        packed=whole_number(found["packed"], least=0, most=_MOST),
        is_zipped=yes_or_no(found["zip"]),
        sha256=text(found["sha256"], _ID),
    )
