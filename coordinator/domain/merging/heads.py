"""What is current: the changes nothing replaces, and the records that are not removed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from coordinator.domain.merging.changes import (
    REMOVED,
    Change,
    ChangeId,
    Place,
    RecordKey,
    canonical,
)

Heads: TypeAlias = dict[Place, tuple[Change, ...]]
Fields: TypeAlias = Mapping[str, Sequence[Change]]
"""Field -> its current changes, of one record."""


def joined_on(change: Change) -> Place:
    """Say where a replacement counts: only at the very place of what it names.

    This is security, not tidiness: without it a sender could name the id of a value elsewhere
    and hide it there.
    """
    return change.place


def heads(changes: Iterable[Change]) -> Heads:
    """Find what nothing replaces, by place; several changes of one place are sorted by id.

    A replacement may have arrived without what it replaces, and the same change twice.
    """
    known = {change.id: change for change in changes}
    replaced: dict[ChangeId, set[Place]] = {}
    for change in known.values():
        for old in change.replaces:
            replaced.setdefault(old, set()).add(joined_on(change))
    current: dict[Place, list[Change]] = {}
    for id_, change in sorted(known.items()):
        if id_ not in replaced or joined_on(change) not in replaced[id_]:
            current.setdefault(change.place, []).append(change)
    return {place: tuple(found) for place, found in current.items()}


def by_record(
    current: Mapping[Place, Sequence[Change]],
) -> dict[RecordKey, dict[str, tuple[Change, ...]]]:
    """Gather heads by record, removed records included."""
    records: dict[RecordKey, dict[str, tuple[Change, ...]]] = {}
    for place, found in current.items():
        records.setdefault(place.key, {})[place.field] = tuple(found)
    return records


def state(changes: Iterable[Change]) -> dict[RecordKey, dict[str, tuple[Change, ...]]]:
    """Give every record that is not removed, with the current changes of each field.

    One change per field, unless several people wrote without having seen each other.
    """
    records = by_record(heads(changes))
    return {key: fields for key, fields in records.items() if not is_removed(fields)}


def is_removed(fields: Fields) -> bool:
    """Say whether a record is gone, from the current changes of all its fields.

    It is when nobody holds that it stands and everything current was seen by somebody who
    removed it. An edit no remover had seen keeps the record, and the removal is put to people.
    """
    marks = fields.get(REMOVED, ())
    return bool(marks) and all(removes(mark) for mark in marks) and not unseen(fields)


def removes(mark: Change) -> bool:
    """Say whether a change removes its record (the opposite is a restoring one)."""
    return mark.field == REMOVED and mark.value is True


def unseen(fields: Fields) -> tuple[Change, ...]:
    """List the current changes that nobody who removed the record had seen, by id."""
    seen: set[ChangeId] = set()
    for mark in fields.get(REMOVED, ()):
        if removes(mark):
            seen.update(mark.replaces)
    rest = (change for name, found in fields.items() if name != REMOVED for change in found)
    return tuple(sorted((change for change in rest if change.id not in seen), key=_by_id))


def values(current: Iterable[Change]) -> dict[str, Change]:
    """Give one change for each different value among the current ones, by its canonical text."""
    return {canonical(change.value): change for change in current}


def _by_id(change: Change) -> ChangeId:
    return change.id
