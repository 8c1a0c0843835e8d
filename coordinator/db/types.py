"""How values are kept: one column type per kind of value, the same on SQLite and PostgreSQL."""

import json
import unicodedata
import zlib
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import BLOB, BigInteger, DateTime, Dialect, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

_UNSEEN = {0x7F, *range(0x80, 0xA0)} | (set(range(0x20)) - {0x0A})
_DROPPED = dict.fromkeys([*_UNSEEN, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])


def tidy(text: str) -> str:
    """Give text its stored form: NFC, line ends as one character, no control characters."""
    if text.isascii() and text.isprintable():
        return text  # nothing to tidy, which is most text
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", plain.translate(_DROPPED))


def tidied(value: Any) -> Any:
    """Tidy the text in a value, in lists and flat sets of values too; anything else stays."""
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, list):
        return [tidied(part) for part in value]
    if isinstance(value, dict):
        return {key: tidied(part) for key, part in value.items()}
    return value


class Words(TypeDecorator[str]):
    """Text as people write it, tidied on its way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Tidy what is written."""
        return None if value is None else tidy(value)


class Id(TypeDecorator[UUID]):
    """An id in 16 bytes; the database's own type where it has one."""

    impl = BLOB
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column type."""
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else BLOB(16))

    def bind_processor(self, dialect: Dialect) -> Any:
        """Write the bytes: in one step, for ids are most of what a store is asked with."""
        return super().bind_processor(dialect) if dialect.name == "postgresql" else _bytes_of

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Read the bytes, in one step too."""
        is_server = dialect.name == "postgresql"
        return super().result_processor(dialect, coltype) if is_server else _id_of


def _bytes_of(value: UUID | None) -> bytes | None:
    return None if value is None else value.int.to_bytes(16)


@lru_cache(maxsize=4096)  # an author, an act, whose a record is: the same ids row after row
def _id_of(value: bytes | None) -> UUID | None:
    return None if value is None else UUID(bytes=value)


class Moment(TypeDecorator[datetime]):
    """A point in time in UTC; whole microseconds since 1970 on SQLite, a quarter of its text.

    Naive times are refused.
    """

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column type."""
        is_server = dialect.name == "postgresql"
        return dialect.type_descriptor(DateTime(timezone=True) if is_server else BigInteger())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Write the moment."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without its zone was given to the store")
        return value if dialect.name == "postgresql" else microseconds(value)

    def process_result_value(self, value: Any, _dialect: Dialect) -> Any:
        """Read the moment."""
        return _EPOCH + timedelta(microseconds=value) if isinstance(value, int) else value


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@lru_cache(maxsize=1024)  # one act writes its moment into every change
def microseconds(value: datetime) -> int:
    """Count the microseconds since 1970, exactly; fewer than nothing before it."""
    return (value - _EPOCH) // timedelta(microseconds=1)


class State(TypeDecorator[StrEnum]):
    """A member of one list of words, stored as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Refuse a word that is not in the list."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, _dialect: Dialect) -> StrEnum | None:
        """Read the word back as its member."""
        return None if value is None else self.words(value)


class Json(TypeDecorator[Any]):
    """A list or a flat set of values, as canonical JSON text."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column type."""
        return dialect.type_descriptor(JSONB() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Write the value."""
        if value is None or dialect.name == "postgresql":
            return value
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Read the value."""
        return value if value is None or dialect.name == "postgresql" else json.loads(value)


class Packed(TypeDecorator[str]):
    """Canonical JSON of the change log: short as it is, long ones deflated on SQLite.

    Encrypted pages cannot be compressed by anybody later, and the log keeps every id a second
    time. The dictionary belongs to the stored form: it never changes; another one would begin
    with another first byte.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """Write the text, or its deflated bytes where they are shorter."""
        if value is None or len(value) <= _WORTH_PACKING or dialect.name == "postgresql":
            return value
        packer = zlib.compressobj(6, zlib.DEFLATED, -15, 8, zlib.Z_DEFAULT_STRATEGY, _OFTEN)
        packed = _PACKED + packer.compress(value.encode()) + packer.flush()
        return packed if len(packed) < len(value) else value

    def process_result_value(self, value: Any, _dialect: Dialect) -> Any:
        """Read the text back."""
        if not isinstance(value, bytes):
            return value
        return zlib.decompressobj(-15, _OFTEN).decompress(value[len(_PACKED) :]).decode()


_WORTH_PACKING = 80  # characters; below, unpacked text is about as short and quicker
_PACKED = b"\x01"
_OFTEN = (
    b'{"agency_id":null,"amount":"","conditions":"","arrived_at":null,"left_at":null,'
    b'"died_on":null,"item_id":"","meeting_id":null,"person_view":"","view_spoken_by":"",'
    b'"told":"yes","told_by":"","told_on":"2024-not_told_reason":"",'
    b'"information_on":null,"information_sent":false,"priority_reason":"",'
    b'"continues_id":null,"number":"M2original_due_on":"2025-","set_on":"2026-'
    b'"owner_agency":"","owner_agency_id":"0190","owner_id":"0190'
    b'{"barrier_category":null,"closed_on":"2025-","done_on":"2025-","outcome_note":"",'
    b'"status":"done","waiting_on":"","waiting_since":null}'
    b'"worker_id":"0190","words":"","at":"2024-01-01T10:00:00.000000Z","case_id":"0190'
    b'"contact_type":"street","minutes":null,"next_try_on":null,"note":"","person_id":"0190'
    b'"place":"","recorded_at":"2025-01-01T09:30:00.000000Z","result":"not_there",'
)
