"""A place as words that the store can keep, and back. No Qt.

Ids and short words only: what a list was narrowed to is not worth keeping through a crash.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import get_args
from uuid import UUID

from coordinator.ui.places.every import Place, WeekPlace

_KINDS: Mapping[str, type] = {kind.__name__: kind for kind in get_args(Place)}
_KIND = "*"


def words_of(place: Place) -> dict[str, str]:
    """Write a place down."""
    written = {_KIND: type(place).__name__}
    for one in fields(place):
        value = getattr(place, one.name)
        if isinstance(value, UUID):
            written[one.name] = f"id:{value.hex}"
        elif isinstance(value, str):
            written[one.name] = f"word:{value}"
    return written


def place_of(written: Mapping[str, str]) -> Place:
    """Find the place again; This week when it cannot be told, such as by an older program."""
    kind = _KINDS.get(written.get(_KIND, ""))
    if kind is None:
        return WeekPlace()
    known = {one.name for one in fields(kind)}
    try:
        said = {name: _read(text) for name, text in written.items() if name in known}
        place: Place = kind(**said)
    except (TypeError, ValueError):
        return WeekPlace()
    return place


def _read(text: str) -> object:
    sort, _colon, value = text.partition(":")
    return UUID(value) if sort == "id" else value
