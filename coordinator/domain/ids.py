"""Identifiers. Made on the device and unique without a server, so that work can travel offline."""

from datetime import UTC, datetime, timedelta
from uuid import UUID


def uuid7(milliseconds: int, random: int) -> UUID:
    """Make an id that sorts by the time it was made.

    Args:
        milliseconds: Since 1970, UTC; the low 48 bits are kept.
        random: At least 74 random bits; the low 74 are kept.

    Source: RFC 9562, section 5.7 (https://www.rfc-editor.org/rfc/rfc9562#section-5.7).
    """
    stamp = (milliseconds & (1 << 48) - 1) << 80
    high = (random >> 62 & 0xFFF) << 64
    low = random & (1 << 62) - 1
    return UUID(int=stamp | 0x7 << 76 | high | 0b10 << 62 | low)


def made_at(key: UUID) -> datetime:
    """Tell when an id was made, to the millisecond, as the clock said then."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=key.int >> 80)
