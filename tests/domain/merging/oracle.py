"""The rules of merging said a second time, slowly and plainly, without a word of the program's."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from coordinator.domain.merging.changes import Change

Spot = tuple[UUID, UUID, str, str]
Record = tuple[UUID, UUID, str]


def spot(change: Change) -> Spot:
    return change.scope, change.record, change.kind, change.field


def typed(value: object) -> tuple[str, str]:
    return type(value).__name__, repr(value)


def current(changes: Collection[Change]) -> dict[Spot, set[Change]]:
    """A change is current unless another one of the same spot names it."""
    named = {(spot(other), old) for other in changes for old in other.replaces}
    found: dict[Spot, set[Change]] = {}
    for one in changes:
        if (spot(one), one.id) not in named:
            found.setdefault(spot(one), set()).add(one)
    return found


def records(found: Mapping[Spot, set[Change]]) -> dict[Record, dict[str, set[Change]]]:
    gathered: dict[Record, dict[str, set[Change]]] = {}
    for (scope, record, kind, field), changes in found.items():
        gathered.setdefault((scope, record, kind), {})[field] = changes
    return gathered


def stands(fields: Mapping[str, set[Change]]) -> bool:
    """A record stands unless all who speak of it removed it, between them having seen it all."""
    words = fields.get("*", set())
    if not words or any(word.value is False for word in words):
        return True
    named = {old for word in words for old in word.replaces}
    return any(
        change.id not in named
        for field, changes in fields.items()
        if field != "*"
        for change in changes
    )


def to_ask(changes: Collection[Change]) -> dict[Spot, set[Change]]:
    """Every spot people must be asked about, with all that stands there."""
    asked: dict[Spot, set[Change]] = {}
    for record, fields in records(current(changes)).items():
        for field, found in fields.items():
            differ = len({typed(change.value) for change in found}) > 1
            undone = field == "*" and any(change.value is True for change in found)
            if stands(fields) and (differ or undone):
                asked[*record, field] = found
    return asked


def ids(changes: Iterable[Change]) -> set[bytes]:
    return {change.id for change in changes}
