"""What a change of a record says in words: which field, from what to what.

Fields and values come as the change log keeps them: names of columns, ids, days, words of lists.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from coordinator.domain.merging.changes import REMOVED
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.records.history import Move
from coordinator.wording.dates import clock, moment, plain_day
from coordinator.wording.differences import SECTION_NAMES
from coordinator.wording.labels import label
from coordinator.wording.money import pounds
from coordinator.wording.moving import FIELDS, KINDS, UNTOLD
from coordinator.wording.moving_lists import LISTS
from coordinator.wording.refusals.rules import field_name
from coordinator.wording.translation import _

_IN_PENCE = frozenset(
    {RecordKind.BUDGET_LINE, RecordKind.BUDGET_ENTRY, RecordKind.BUDGET_ALLOCATION}
)
"""Kinds whose numbers are all amounts of money."""
_ID = re.compile(r"[0-9a-f]{32}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d\d:\d\d:\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def move_lines(moves: Sequence[Move], names: Mapping[str, str]) -> Iterator[str]:
    """Tell what one act changed, a line for each field worth telling.

    Args:
        moves: The fields that were given a value.
        names: What ids stand for, by their 32 hexadecimal digits.
    """
    several = len({move.record for move in moves}) > 1
    for move in moves:
        if move.field in UNTOLD:
            continue
        words = _told(move, names)
        if words:
            about = names.get(move.record.hex) or kind_words(move.kind)
            yield _("{what}: {change}", what=about, change=words) if several else words


def column_words(kind: str, field: str) -> str:
    """Name a column as people know it: *Telephone*, *Next review*."""
    told = KINDS.get((kind, field)) or FIELDS.get(field) or SECTION_NAMES.get(field)
    return _(told) if told else field_name(field)


def kind_words(kind: str) -> str:
    """Name a kind of record; one that a newer version knows goes by its own name."""
    return label(RecordKind(kind)) if kind in set(RecordKind) else kind.replace("_", " ")


def value_words(kind: str, field: str, value: Any, names: Mapping[str, str]) -> str:
    """Write a value as people read it; nothing for what says nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int) and kind in _IN_PENCE:
        return pounds(value)
    if isinstance(value, Mapping):
        return _several(kind, field, value, names)
    if not isinstance(value, str) and isinstance(value, Iterable):
        parts = (value_words(kind, field, one, names) for one in value)
        return ", ".join(part for part in parts if part)
    return _listed(kind, field, str(value)) or _written(str(value), names)


def _told(move: Move, names: Mapping[str, str]) -> str:
    if move.field == REMOVED:
        return _("taken off") if move.after else _("kept")
    name = column_words(move.kind, move.field)
    if move.is_withheld:
        return _("{field}: changed; what it says is withheld from you", field=name)
    before = [value_words(move.kind, move.field, one, names) for one in move.before]
    was = _(" or ").join(one for one in before if one)
    now = value_words(move.kind, move.field, move.after, names)
    if not was:
        return _("{field}: {now}", field=name, now=now) if now else ""
    if not now:
        return _("{field}: emptied; it said {was}", field=name, was=was)
    return _("{field}: from {was} to {now}", field=name, was=was, now=now)


def _several(kind: str, field: str, value: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Write fields that are said together, the one they go under first, and without its name.

    As *Paused; Look again on: 3 December 2026* under Status; the log keeps them by their letters.
    """
    told = (
        (name, value_words(kind, name, one, names))
        for name, one in sorted(value.items(), key=lambda part: part[0] != field)
        if name not in UNTOLD
    )
    lines = (
        words if name == field else f"{column_words(kind, name)}: {words}"
        for name, words in told
        if words
    )
    return "; ".join(dict.fromkeys(lines))  # an agency stands there by its id and by its name


def _listed(kind: str, field: str, value: str) -> str:
    """Write a word of a list; one that is on no list we know is written as it stands."""
    found: type[StrEnum] | None = LISTS.get((kind, field)) or LISTS.get(("", field))
    if found is None or value not in {one.value for one in found}:
        return ""
    return label(found(value))


def _written(value: str, names: Mapping[str, str]) -> str:
    try:
        return _read_back(value, names)
    except ValueError:  # a day that is none: it came from elsewhere, and is kept aside
        return value.strip()


def _read_back(value: str, names: Mapping[str, str]) -> str:
    if _ID.fullmatch(value):
        return names.get(value) or _("somebody not on file here")
    if _DAY.fullmatch(value):
        return plain_day(date.fromisoformat(value))
    if _TIME.fullmatch(value):
        return clock(time.fromisoformat(value))
    if _MOMENT.fullmatch(value):
        return moment(datetime.fromisoformat(value))
    return value.strip()
