"""One change to one field of one record, and the id that its content gives it.

A change names the changes it replaces: the ones its author saw. The set of changes is the truth;
everything a screen shows is a function of that set, whatever the order they arrived in.
"""

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple, TypeAlias
from uuid import UUID

ChangeId: TypeAlias = bytes
Scalar: TypeAlias = str | int | bool | None
Value: TypeAlias = Scalar | Sequence[Scalar] | Mapping[str, Scalar | Sequence[Scalar]]

REMOVED = "*"
"""The field that says whether the record is removed (yes or no)."""
ROW = "row"
"""The field that holds the whole of an append-only record, as far as every reader may see it."""
RESTRICTED = "restricted"
"""The field that holds what only some readers may see of an append-only record."""

ID_BYTES = 16
SALT_BYTES = 16

_PREFIX = b"coordinator change 1\n"  # another encoding would begin with another number


class RecordKey(NamedTuple):
    """A record as changes name it: whose it is, which one, and of which kind."""

    scope: UUID
    record: UUID
    kind: str


class Place(NamedTuple):
    """One field of one record.

    The kind belongs to it: else a sender who may write a field of one kind could name a record
    of another kind and replace there a field of the same name.
    """

    scope: UUID
    record: UUID
    kind: str
    field: str

    @property
    def key(self) -> RecordKey:
        """The record this field belongs to."""
        return RecordKey(self.scope, self.record, self.kind)


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """One field of one record was given a value.

    Two changes are equal when their ids are, that is when every part of them is.

    Attributes:
        scope: The person it belongs to, or the panel.
        record: The record, made once on the device that created it.
        kind: What the record is; a permanent name.
        field: A permanent name; `*`, `row` and `restricted` have the meanings above.
        value: Text, whole number, yes/no or nothing, a list of those (an order), or by name
            fields that move together, each one or the other. Never altered after the change is
            made.
        author: The professional who made it.
        install: The copy of the program it was made on.
        number: 1, 2, 3 for each install, so that a gap shows.
        made: Aware. Only ever shown: no rule of merging reads it.
        act: The act it was part of.
        salt: 16 random bytes; without them an id would let a value be guessed.
        replaces: Ids of what its author saw, sorted. A removal names every current change of
            its record.
    """

    scope: UUID
    record: UUID
    kind: str
    field: str
    value: Value = dataclasses.field(repr=False)  # may be about a person: never in a log
    author: UUID
    install: UUID
    number: int
    made: datetime
    act: UUID
    salt: bytes
    replaces: tuple[ChangeId, ...] = ()
    _id: ChangeId = dataclasses.field(default=b"", init=False, repr=False)

    @property
    def id(self) -> ChangeId:
        """The first 16 bytes of the SHA-256 of the canonical encoding; worked out once."""
        if not self._id:
            object.__setattr__(self, "_id", hashlib.sha256(encoded(self)).digest()[:ID_BYTES])
        return self._id

    @property
    def place(self) -> Place:
        """The field it sets."""
        return Place(self.scope, self.record, self.kind, self.field)

    @property
    def key(self) -> RecordKey:
        """The record it is about."""
        return RecordKey(self.scope, self.record, self.kind)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Change) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)


def scalars_in(value: Value) -> Iterator[Scalar]:
    """Give all that a value is made of, whatever it is a list or a part of."""
    if isinstance(value, Mapping):
        for part in value.values():
            yield from scalars_in(part)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield from value
    else:
        yield value


def to_wire(change: Change) -> dict[str, object]:
    """Give a change as plain JSON values; what the id is the hash of."""
    return {
        "scope": change.scope.hex,
        "record": change.record.hex,
        "kind": change.kind,
        "field": change.field,
        "value": change.value,
        "author": change.author.hex,
        "install": change.install.hex,
        "number": change.number,
        "made": stamp(change.made),
        "act": change.act.hex,
        "salt": change.salt.hex(),
        "replaces": [old.hex() for old in change.replaces],
    }


def encoded(change: Change) -> bytes:
    """Give the bytes whose hash is the id: sorted keys, ASCII, no spaces. Never changes."""
    return _PREFIX + canonical(to_wire(change)).encode("ascii")


def canonical(value: object) -> str:
    """Write a JSON value in its one form; equal text means equal value (yes is not 1)."""
    return _CANONICAL.encode(value)


_CANONICAL = json.JSONEncoder(
    sort_keys=True, ensure_ascii=True, allow_nan=False, separators=(",", ":")
)


@lru_cache(maxsize=1024)  # one act writes its moment into every change
def stamp(moment: datetime) -> str:
    """Write a moment in its one form, UTC with microseconds: `2026-11-20T09:30:00.000000Z`.

    Raises:
        ValueError: The moment has no time zone; that is a bug of the caller.
    """
    if moment.tzinfo is None:
        raise ValueError("a change needs an aware moment")
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="microseconds") + "Z"


def sorted_ids(changes: Iterable[Change]) -> tuple[ChangeId, ...]:
    """Give the ids of some changes in the order `replaces` keeps them, each once."""
    return tuple(sorted({change.id for change in changes}))
