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
from coordinator.domain.exchange.manifests import PackKind
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
_KEYS: Final = ("confirmed", "due", "held", "panel", "people", "professional", "waits")
_MOST_KINDS: Final = 100


@dataclass(frozen=True, slots=True)
class Terms:
    """What is said by whoever gives people away.

    Attributes:
        due: By when the work is wanted back.
        also: People of somebody the receiver stands in for, lent from now on.
        ended: Those of them who are lent no longer.
        rest: Whether the rest may go without those whose information basis is not complete. Of
            what their lead has of them already all goes where it was withdrawn, else nothing.
        kind: What they are given: their people, the whole panel, a meeting, an agency's actions.
        meeting: Which one, of a copy for a meeting.
    """

    due: date | None = None
    also: frozenset[UUID] = frozenset()
    ended: frozenset[UUID] = frozenset()
    rest: bool = False
    kind: PackKind = PackKind.TAKE_AWAY
    meeting: UUID | None = None


PLAIN_TERMS: Final = Terms()


@dataclass(frozen=True, slots=True)
class Carried:
    """One person of a take-away.

    Attributes:
        kept: Entries and parts that stay with the panel because they name somebody else.
        where: Of which kinds those are, in order.
    """

    person: UUID
    kept: int = 0
    where: tuple[str, ...] = ()


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
        waits: Who is theirs and does not go along, because the information basis is not complete:
            for each the changes they may keep of what they have, and nothing where all of it goes.
    """

    professional: UUID
    panel: str = field(repr=False)
    people: tuple[Carried, ...]
    confirmed: frozenset[ChangeId] = frozenset()
    held: Mapping[ChangeId, HoldReason] = field(default_factory=dict)
    due: date | None = None
    waits: Mapping[UUID, frozenset[ChangeId]] = field(default_factory=dict)

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
            "people": [[one.person.hex, one.kept, list(one.where)] for one in self.people],
            "confirmed": sorted(one.hex() for one in self.confirmed),
            "held": {one.hex(): why.value for one, why in self.held.items()},
            "due": self.due.isoformat() if self.due else "",
            "waits": {
                one.hex: sorted(change.hex() for change in may) for one, may in self.waits.items()
            },
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
        waits=_waits(found["waits"]),
    )
    everybody = [*(one.person for one in scope.people), *scope.waits]
    if len(set(everybody)) != len(everybody) or scope.line != line:
        raise OddShapeError
    return scope


def _carried(found: object) -> Carried:
    person, kept, where = _three(items(found, most=3))
    kinds = tuple(text(one, _WORD) for one in items(where, most=_MOST_KINDS))
    return Carried(_uuid(person), whole_number(kept, least=0, most=_MOST_IDS), kinds)


def _three(found: list[Any]) -> tuple[Any, Any, Any]:
    if len(found) != 3:  # noqa: PLR2004 - a person, a count and where
        raise OddShapeError
    return found[0], found[1], found[2]


def _waits(found: object) -> Mapping[UUID, frozenset[ChangeId]]:
    if not isinstance(found, dict) or len(found) > MAX_PEOPLE:
        raise OddShapeError
    return {
        _uuid(one): frozenset(_change(id_) for id_ in items(may, most=_MOST_IDS))
        for one, may in found.items()
    }


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
