"""Reading a change that came from elsewhere: every part is checked before any of it is used."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final, TypeVar
from uuid import UUID

from coordinator.domain.errors import ChangeDamagedError
from coordinator.domain.merging.changes import (
    ID_BYTES,
    REMOVED,
    RESTRICTED,
    ROW,
    SALT_BYTES,
    Change,
    ChangeId,
    Scalar,
    Value,
    scalars_in,
    stamp,
    to_wire,
)

MAX_TEXT: Final = 1_000_000
"""Characters in all texts of one value together.

A note of 2,000 words has about 14,000; an agreed plan, kept whole, several such notes.
"""
MAX_ITEMS: Final = 5_000
"""Items of a list or mapping, and changes one change may replace."""
MAX_NUMBER: Final = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exact (RFC 8259, section 6)."""

_PARTS: Final = frozenset(part.name for part in fields(Change) if part.init)
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,62}")
_KEY: Final = re.compile(r"[a-z0-9_]{1,63}")  # a name, or an id
_MADE: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_HEX: Final = re.compile(r"(?:[0-9a-f]{2})*")
_LINE_ENDS: Final = frozenset("\n\r\t")

_T = TypeVar("_T")


def from_wire(wire: object) -> Change:
    """Read one change; `to_wire` of the result is exactly what was given.

    Raises:
        ChangeDamagedError: Some part is missing, unknown, too large or of another shape.
    """
    if not isinstance(wire, Mapping) or wire.keys() != _PARTS:
        raise ChangeDamagedError("parts")
    change = Change(
        scope=_uuid("scope", wire["scope"]),
        record=_uuid("record", wire["record"]),
        kind=_name("kind", wire["kind"]),
        field=_field(wire["field"]),
        value=_value(wire["value"]),
        author=_uuid("author", wire["author"]),
        install=_uuid("install", wire["install"]),
        number=_number(wire["number"]),
        made=_made(wire["made"]),
        act=_uuid("act", wire["act"]),
        salt=_bytes("salt", wire["salt"], SALT_BYTES),
        replaces=_replaces(wire["replaces"]),
    )
    _check_field_and_value(change)
    return change


def check_change(change: Change) -> None:
    """Refuse a change made here that another install would refuse to read.

    Raises:
        ChangeDamagedError: As `from_wire`.
    """
    from_wire(json.loads(json.dumps(to_wire(change))))


def _check_field_and_value(change: Change) -> None:
    """A removal is yes or no; a whole row is a mapping."""
    if change.field == REMOVED and not isinstance(change.value, bool):
        raise ChangeDamagedError("value")
    if change.field in {ROW, RESTRICTED} and not isinstance(change.value, Mapping):
        raise ChangeDamagedError("value")


def _typed(part: str, found: object, wanted: type[_T]) -> _T:
    if type(found) is not wanted:  # exactly: yes is not a number
        raise ChangeDamagedError(part)
    return found


def _bytes(part: str, found: object, length: int) -> bytes:
    text = _typed(part, found, str)
    if len(text) != 2 * length or not _HEX.fullmatch(text):
        raise ChangeDamagedError(part)
    return bytes.fromhex(text)


def _uuid(part: str, found: object) -> UUID:
    return _uuid_of(part, _typed(part, found, str))


@lru_cache(maxsize=4096)  # a pack names the same few people, installs and acts over and over
def _uuid_of(part: str, text: str) -> UUID:
    return UUID(bytes=_bytes(part, text, 16))


def _name(part: str, found: object, allowed: re.Pattern[str] = _NAME) -> str:
    text = _typed(part, found, str)
    if not allowed.fullmatch(text):
        raise ChangeDamagedError(part)
    return text


def _field(found: object) -> str:
    return REMOVED if found == REMOVED else _name("field", found)


def _number(found: object) -> int:
    number = _typed("number", found, int)
    if not 1 <= number <= MAX_NUMBER:
        raise ChangeDamagedError("number")
    return number


def _made(found: object) -> datetime:
    text = _typed("made", found, str)
    if not _MADE.fullmatch(text):
        raise ChangeDamagedError("made")
    try:
        made = datetime.fromisoformat(text.removesuffix("Z")).replace(tzinfo=UTC)
    except ValueError:  # 30 February
        raise ChangeDamagedError("made") from None
    if stamp(made) != text:
        raise ChangeDamagedError("made")
    return made


def _replaces(found: object) -> tuple[ChangeId, ...]:
    listed = _typed("replaces", found, list)
    if len(listed) > MAX_ITEMS:
        raise ChangeDamagedError("replaces")
    ids = tuple(_bytes("replaces", old, ID_BYTES) for old in listed)
    if list(ids) != sorted(set(ids)):
        raise ChangeDamagedError("replaces")
    return ids


def _value(found: object) -> Value:
    """Accept a scalar, a list of scalars, or parts by name that are each one or the other."""
    if isinstance(found, dict):
        return _sized({_name("value", key, _KEY): _part(part) for key, part in found.items()})
    part = _part(found)
    return _sized(part) if isinstance(part, list) else part


def _part(found: object) -> Scalar | list[Scalar]:
    if isinstance(found, list):
        return [_scalar(item) for item in found]
    return _scalar(found)


def _scalar(found: object) -> Scalar:
    if found is None or isinstance(found, bool):
        return found
    if isinstance(found, int) and abs(found) <= MAX_NUMBER:
        return found
    if isinstance(found, str) and len(found) <= MAX_TEXT and not _has_odd_characters(found):
        return found
    raise ChangeDamagedError("value")


def _has_odd_characters(text: str) -> bool:
    """Find control characters other than line ends and tabs, and halves of surrogate pairs.

    The normal form (NFC) is not asked for: it moves with the Unicode version of an install.
    """
    if text.isascii() and text.isprintable():
        return False
    return any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in set(text) - _LINE_ENDS)


def _sized(value: Value) -> Value:
    """Bound the items of a value, and its text as a whole."""
    parts = list(scalars_in(value))
    named = len(value) if isinstance(value, Mapping) else 0  # a part may be an empty list
    length = sum(len(one) for one in parts if isinstance(one, str))
    if max(len(parts), named) > MAX_ITEMS or length > MAX_TEXT:
        raise ChangeDamagedError("value")
    return value
