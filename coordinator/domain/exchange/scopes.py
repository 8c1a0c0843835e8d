"""What a take-away says of itself besides its changes: for whom, about whom, what came home.

`scope.json` of a pack, one line, read as strictly as a manifest: a checked contact may still err.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from coordinator.domain.errors import OddShapeError
from coordinator.domain.exchange.strict import items, one_object, text, whole_number
from coordinator.domain.merging.changes import ChangeId
from coordinator.domain.merging.receiving import HoldReason

FILE: Final = "scope.json"
PANEL_FILE: Final = "panel.jsonl"
MAX_PEOPLE: Final = 4_000
"""Under what a pack may hold of files (`manifests.MAX_FILES`)."""
MAX_BYTES: Final = 64 << 20
_MOST_IDS: Final = 1_000_000

_ID: Final = re.compile(r"[0-9a-f]{32}")
_WORD: Final = re.compile(r"[a-z][a-z_]{0,40}")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SAID: Final = re.compile(r"[^\x00-\x1f\x7f-\x9f\ud800-\udfff]{0,200}")
_KEYS: Final = ("confirmed", "due", "held", "panel", "people", "professional")


@dataclass(frozen=True, slots=True)
class Carried:
    """One person of a take-away.

    Attributes:
        kept: Entries and parts that stay with the panel because they name somebody else.
    """

    person: UUID
    kept: int = 0


@dataclass(frozen=True, slots=True)
class TakeAwayScope:
    """For whom a take-away is and what it holds.

    Attributes:
        professional: Who the receiver is in the panel's directory.
        panel: What the panel is called.
        people: In the order of their files.
        confirmed: The receiver's own changes that the panel has and does not carry.
        held: Those it keeps aside, and why.
        due: The day by which the work is wanted back.
    """

    professional: UUID
    panel: str = field(repr=False)
    people: tuple[Carried, ...]
    confirmed: frozenset[ChangeId] = frozenset()
    held: Mapping[ChangeId, HoldReason] = field(default_factory=dict)
    due: date | None = None

    @property
    def files(self) -> Mapping[str, UUID]:
        """The name of each person's file: it says nothing of them."""
        return {file_of(place): one.person for place, one in enumerate(self.people, 1)}

    @property
    def line(self) -> bytes:
        """The one written form."""
        parts = {
            "professional": self.professional.hex,
            "panel": self.panel,
            "people": [[one.person.hex, one.kept] for one in self.people],
            "confirmed": sorted(one.hex() for one in self.confirmed),
            "held": {one.hex(): why.value for one, why in self.held.items()},
            "due": self.due.isoformat() if self.due else "",
        }
        written = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return written.encode("utf-8") + b"\n"


def file_of(place: int) -> str:
    """Name the file of the person in this place, counted from one."""
    return f"person-{place}.jsonl"


def parse_scope(line: bytes) -> TakeAwayScope:
    """Read what a take-away says of itself.

    Raises:
        OddShapeError: It is not in the one form it has.
    """
    found = one_object(line.removesuffix(b"\n"), _KEYS)
    scope = TakeAwayScope(
        professional=_uuid(found["professional"]),
        panel=text(found["panel"], _SAID),
        people=tuple(_carried(one) for one in items(found["people"], most=MAX_PEOPLE)),
        confirmed=frozenset(_change(one) for one in items(found["confirmed"], most=_MOST_IDS)),
        held=_held(found["held"]),
        due=_day(found["due"]),
    )
    if len({one.person for one in scope.people}) != len(scope.people) or scope.line != line:
        raise OddShapeError
    return scope


def _carried(found: object) -> Carried:
    person, kept = _two(items(found, most=2))
    return Carried(_uuid(person), whole_number(kept, least=0, most=_MOST_IDS))


def _two(found: list[Any]) -> tuple[Any, Any]:
    if len(found) != 2:  # noqa: PLR2004 - a person and a count
        raise OddShapeError
    return found[0], found[1]


def _held(found: object) -> Mapping[ChangeId, HoldReason]:
    if not isinstance(found, dict) or len(found) > _MOST_IDS:
        raise OddShapeError
    try:
        return {_change(one): HoldReason(text(why, _WORD)) for one, why in found.items()}
    except ValueError:
        raise OddShapeError from None


def _day(found: object) -> date | None:
    if found == "":
        return None
    try:
        return date.fromisoformat(text(found, _DAY))
    except ValueError:
        raise OddShapeError from None


def _uuid(found: object) -> UUID:
    return UUID(hex=text(found, _ID))


def _change(found: object) -> ChangeId:
    return bytes.fromhex(text(found, _ID))
