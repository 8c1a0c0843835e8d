"""Answers of a form as plain values, to be kept and taken up again; no Qt."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from enum import Enum
from typing import Any
from uuid import UUID

from coordinator.ui.kit.asks import Ask, Kind, read_day, read_time

_NOT_PLAIN = object()
_LISTED = frozenset({Kind.CHOICE, Kind.FIND, Kind.MANY})
_COUNTED = frozenset({Kind.NUMBER, Kind.AMOUNT})


def to_keep(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Write answers as text, numbers, yes/no and lists of them; what cannot be is left out."""
    written = {name: _plain(value) for name, value in answers.items()}
    return {name: value for name, value in written.items() if value is not _NOT_PLAIN}


def taken_up(asks: Sequence[Ask], kept: Mapping[str, Any]) -> dict[str, Any]:
    """Read kept answers back; what is asked no more, or offered no more, is left out."""
    read = {ask.name: _answer(ask, kept[ask.name]) for ask in asks if ask.name in kept}
    return {name: value for name, value in read.items() if value is not _NOT_PLAIN}


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return _plain(value.value)
        case None | bool() | int() | str():
            return value
        case UUID():
            return value.hex
        case date() | time():
            return value.isoformat()
        case tuple() | list() | set() | frozenset():
            items = [_plain(one) for one in value]
            return _NOT_PLAIN if _NOT_PLAIN in items else items
        case _:
            return _NOT_PLAIN


def _answer(ask: Ask, kept: Any) -> Any:
    if ask.kind in _LISTED:
        return _chosen(ask, kept)
    if ask.kind is Kind.TICK:
        return kept if isinstance(kept, bool) else _NOT_PLAIN
    if ask.kind in _COUNTED and isinstance(kept, int):
        return kept
    if not isinstance(kept, str):
        return None if kept is None else _NOT_PLAIN
    try:
        return _READ.get(ask.kind, str)(kept)
    except ValueError:
        return kept  # a day that is none stays as typed


def _read_time(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return read_time(text)


_READ: Mapping[Kind, Callable[[str], Any]] = {
    Kind.DAY: read_day,
    Kind.CALENDAR: read_day,
    Kind.TIME: _read_time,
    Kind.CLOCK: _read_time,
}


def _chosen(ask: Ask, kept: Any) -> Any:
    values = [value for value, _words in ask.choices]
    if ask.kind is Kind.MANY:
        if not isinstance(kept, list):
            return _NOT_PLAIN
        return tuple(value for value in values if _plain(value) in kept)
    return next((value for value in values if _plain(value) == kept), _NOT_PLAIN)
