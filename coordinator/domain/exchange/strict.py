"""Reading JSON that came from elsewhere: exactly these keys, exactly these shapes, or nothing."""

import json
import re
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any, Final

from coordinator.domain.errors import OddShapeError

_MADE: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


def one_object(line: bytes, keys: Collection[str]) -> dict[str, Any]:
    """Read one line of JSON: an object with exactly these keys, each once.

    Raises:
        OddShapeError: It is anything else.
    """
    try:
        found = json.loads(line.decode("utf-8"), object_pairs_hook=_each_once)
    except (ValueError, RecursionError):
        raise OddShapeError from None
    if not isinstance(found, dict) or found.keys() != set(keys):
        raise OddShapeError
    return found


def text(found: object, pattern: re.Pattern[str]) -> str:
    """Accept a text that matches the whole pattern."""
    if not isinstance(found, str) or not pattern.fullmatch(found):
        raise OddShapeError
    return found


def whole_number(found: object, *, least: int, most: int) -> int:
    """Accept a whole number within these bounds; yes and no are none."""
    if type(found) is not int or not least <= found <= most:
        raise OddShapeError
    return found


def yes_or_no(found: object) -> bool:
    """Accept yes or no."""
    if not isinstance(found, bool):
        raise OddShapeError
    return found


def items(found: object, *, most: int) -> list[Any]:
    """Accept a list of at most so many items."""
    if not isinstance(found, list) or len(found) > most:
        raise OddShapeError
    return found


def moment(found: object) -> datetime:
    """Accept a time in UTC to the second, as `2026-11-21T09:30:00Z`."""
    said = text(found, _MADE)
    try:
        return datetime.fromisoformat(said.removesuffix("Z")).replace(tzinfo=UTC)
    except ValueError:
        raise OddShapeError from None


def moment_text(at: datetime) -> str:
    """Write a time as `moment` reads it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise OddShapeError
    return found
