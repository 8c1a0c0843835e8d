"""The marks on an update sheet: whose it is, and what each of its rows was made from.

A row may come back sorted, cut out, or pasted elsewhere, so each bears its own mark, in a column
that is not shown: the changes whoever filled it in was shown (what they write replaces those and
no others), and a fingerprint of the text that stood there. Marks are signed by the store that made
the sheet: what was altered is refused, not guessed at.
"""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from coordinator.domain.errors import OddShapeError
from coordinator.domain.exchange.strict import one_object, text, whole_number
from coordinator.domain.merging.changes import ChangeId, canonical
from coordinator.domain.states import ActionStatus

ENDING: Final = ".xlsx"
LONGEST: Final = 16_000
"""Characters of a plan's text that may be changed on a sheet; a cell gives back little more."""
_HEADING: Final = b"coordinator update sheet 1\n"
_ROW: Final = b"coordinator update sheet row 1\n"
_MARK: Final = re.compile(r"\bU1-([A-Za-z0-9_-]{20,2000})\.([A-Za-z0-9_-]{80,100})\b")
_CODE: Final = re.compile(r"([A-Za-z0-9_-]{10,20000})\.([A-Za-z0-9_-]{80,100})")
_ID: Final = re.compile(r"[0-9a-f]{32}")
_WORD: Final = re.compile(r"[a-z_]{1,40}")
_FINGERPRINT: Final = re.compile(r"(?:[0-9a-f]{32})?")
_DAY: Final = re.compile(r"(?:\d{4}-\d\d-\d\d)?", re.ASCII)
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA: Final = ("=", "+", "-", "@")
_MOST: Final = 1_000_000


class RowKind(StrEnum):
    """What a row of the sheet is for."""

    NOTE = "note"
    """A contact with one of their people, or something else to be noted about them."""
    PLAN = "plan"
    LONG = "long"
    """A text of a plan too long for a cell: shown, not to be changed there."""
    ACTION = "action"
    NEW = "new"
    """An empty row for an action nobody has agreed yet."""


class Aside(StrEnum):
    """What became of something that was kept aside."""

    WAITS = "waits"
    TAKEN = "taken"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class SheetMark:
    """Whose sheet it is.

    Attributes:
        pack: Drawn at random for this sheet; its first eight digits are in its file's name.
        seq: The how manieth made for this professional.
    """

    panel: UUID
    professional: UUID
    pack: str
    seq: int
    made: datetime

    @property
    def body(self) -> bytes:
        """What is signed, without its heading."""
        return canonical(
            {
                "panel": self.panel.hex,
                "professional": self.professional.hex,
                "pack": self.pack,
                "seq": self.seq,
                "made": int(self.made.timestamp()),
            }
        ).encode("ascii")

    @property
    def signed_part(self) -> bytes:
        """What the store signs."""
        return _HEADING + self.body


@dataclass(frozen=True, slots=True)
class RowBasis:
    """What a row was made from.

    Attributes:
        person: Whom it is about; nothing on an empty row.
        record: The plan or the action.
        section: Of the plan.
        shown: For each field that may be changed there, the changes that stood.
        fingerprint: Of the text that stood in the cell.
        label: Fingerprint of what the row is called: a page sorted by half is known by it.
        status: Of the action as it was shown; its days likewise.
        place: Of an empty row, counted from one.
    """

    kind: RowKind
    person: UUID | None = None
    record: UUID | None = None
    section: str = ""
    shown: Mapping[str, tuple[ChangeId, ...]] = field(default_factory=dict)
    fingerprint: str = ""
    label: str = ""
    status: ActionStatus | None = None
    set_on: date | None = None
    due_on: date | None = None
    place: int = 0

    @property
    def body(self) -> bytes:
        """What stands in the mark of the row."""
        return canonical(
            {
                "kind": self.kind.value,
                "person": self.person.hex if self.person else "",
                "record": self.record.hex if self.record else "",
                "section": self.section,
                "shown": {
                    name: "".join(one.hex() for one in ids) for name, ids in _in(self.shown)
                },
                "fingerprint": self.fingerprint,
                "label": self.label,
                "status": self.status.value if self.status else "",
                "set_on": self.set_on.isoformat() if self.set_on else "",
                "due_on": self.due_on.isoformat() if self.due_on else "",
                "place": self.place,
            }
        ).encode("ascii")

    def signed_part(self, pack: str) -> bytes:
        """What the store signs: a row counts on the sheet it was made for only."""
        return _ROW + pack.encode("ascii") + b"\n" + self.body


@dataclass(frozen=True, slots=True)
class Signed:
    """A mark as it was found, nothing of it believed yet."""

    body: bytes = field(repr=False)
    signature: bytes = field(repr=False)


def written_mark(mark: SheetMark, signature: bytes) -> str:
    """Write the mark of a sheet as it stands in a cell."""
    return f"U1-{_packed(mark.body)}.{_packed(signature)}"


def written_code(basis: RowBasis, signature: bytes) -> str:
    """Write the mark of a row as it stands in a cell."""
    return f"{_packed(basis.body)}.{_packed(signature)}"


def find_mark(words: str) -> Signed | None:
    """Find the mark of a sheet among other words."""
    found = _MARK.search(words)
    return _signed(found[1], found[2]) if found else None


def find_code(words: str) -> Signed | None:
    """Read the mark of a row; nothing where it is none."""
    found = _CODE.fullmatch("".join(words.split()))
    return _signed(found[1], found[2]) if found else None


def mark_in(body: bytes) -> SheetMark:
    """Read whose sheet it is.

    Raises:
        OddShapeError: It is not in the one form it has.
    """
    found = one_object(body, ("made", "pack", "panel", "professional", "seq"))
    made = whole_number(found["made"], least=0, most=1 << 40)
    mark = SheetMark(
        panel=UUID(hex=text(found["panel"], _ID)),
        professional=UUID(hex=text(found["professional"], _ID)),
        pack=text(found["pack"], _ID),
        seq=whole_number(found["seq"], least=1, most=_MOST),
        made=datetime.fromtimestamp(made, UTC),
    )
    if mark.body != body:
        raise OddShapeError
    return mark


def basis_in(body: bytes) -> RowBasis:
    """Read what a row was made from.

    Raises:
        OddShapeError: It is not in the one form it has.
    """
    keys = ("due_on", "fingerprint", "kind", "label", "person", "place", "record", "section")
    found = one_object(body, (*keys, "set_on", "shown", "status"))
    try:
        basis = RowBasis(
            kind=RowKind(text(found["kind"], _WORD)),
            person=_id(found["person"]),
            record=_id(found["record"]),
            section=text(found["section"], re.compile(r"[a-z_]{0,40}")),
            shown=_shown(found["shown"]),
            fingerprint=text(found["fingerprint"], _FINGERPRINT),
            label=text(found["label"], _FINGERPRINT),
            status=ActionStatus(found["status"]) if found["status"] else None,
            set_on=_day(found["set_on"]),
            due_on=_day(found["due_on"]),
            place=whole_number(found["place"], least=0, most=_MOST),
        )
    except ValueError:
        raise OddShapeError from None
    if basis.body != body:
        raise OddShapeError
    return basis


def plain(words: str) -> str:
    """Give what a cell says without what spreadsheets put in: an apostrophe, coded letters."""
    said, was = words, ""
    while said != was:
        was, said = said, _ESCAPED.sub(lambda found: _letter(found[1]), said)
    if said[:1] == "'" and _was_put_before(said[1:]):
        said = said[1:]
    return "\n".join(" ".join(line.split()) for line in said.splitlines()).strip()


def _was_put_before(rest: str) -> bool:
    """Whether a sheet of ours has an apostrophe before such a text."""
    begins = rest.lstrip(" ")[:1]
    return not rest.strip() or begins in "\t\r\n" or rest.lstrip()[:1] in _FORMULA


def fingerprint_of(pack: str, words: str) -> str:
    """Give what tells whether a text was changed: 32 digits that do not lead back to it."""
    said = hashlib.sha256(f"{pack}\n{plain(words)}".encode("utf-8", "surrogatepass"))
    return said.hexdigest()[:32]


def label_of(pack: str, *words: str) -> str:
    """Give what tells whether a row is still called what it was."""
    return fingerprint_of(pack, " | ".join(plain(one) for one in words))


def made_id(secret: bytes, *said: str) -> UUID:
    """Give the id of what begins on a sheet: the same however often the sheet is brought in."""
    return UUID(bytes=_drawn(secret, said), version=5)


def made_salt(secret: bytes, *said: str) -> bytes:
    """Give the salt of a change a sheet brings; who has not the sheet can guess nothing by it."""
    return _drawn(secret, said)


def _drawn(secret: bytes, said: tuple[str, ...]) -> bytes:
    told = json.dumps(said, ensure_ascii=True).encode("ascii")
    return hashlib.sha256(b"coordinator update sheet drawn 1\n" + secret + told).digest()[:16]


def _in(shown: Mapping[str, tuple[ChangeId, ...]]) -> list[tuple[str, tuple[ChangeId, ...]]]:
    return sorted(shown.items())


def _shown(found: Any) -> Mapping[str, tuple[ChangeId, ...]]:
    if not isinstance(found, dict) or len(found) > len(_SHOWN_FIELDS):
        raise OddShapeError
    return {text(name, _WORD): _ids(ids) for name, ids in found.items()}


_SHOWN_FIELDS: Final = range(12)


def _ids(found: Any) -> tuple[ChangeId, ...]:
    joined = text(found, re.compile(r"(?:[0-9a-f]{32}){0,200}"))
    return tuple(bytes.fromhex(joined[at : at + 32]) for at in range(0, len(joined), 32))


def _id(found: Any) -> UUID | None:
    return UUID(hex=text(found, _ID)) if found != "" else None


def _day(found: Any) -> date | None:
    said = text(found, _DAY)
    return date.fromisoformat(said) if said else None


def _packed(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def _signed(body: str, signature: str) -> Signed | None:
    try:
        return Signed(_unpacked(body), _unpacked(signature))
    except (binascii.Error, ValueError):
        return None


def _unpacked(words: str) -> bytes:
    return base64.urlsafe_b64decode(words + "=" * (-len(words) % 4))


def _letter(digits: str) -> str:
    letter = chr(int(digits, 16))
    return letter if letter.isprintable() or letter in "\n\t" else ""
