"""What people must look at: nothing is ever chosen for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from coordinator.domain.merging.changes import REMOVED, Change, Place, RecordKey
from coordinator.domain.merging.heads import (
    Fields,
    by_record,
    heads,
    is_removed,
    removes,
    unseen,
    values,
)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field with several current values, or a removal that met what it had not seen.

    Attributes:
        place: The field; `*` for a removal.
        current: Every current change of that field, by id.
        unseen: For a removal, what stands against it: current changes of the record that
            nobody who removed it had seen, by id. Empty when some hold that it stands.
    """

    place: Place
    current: tuple[Change, ...]
    unseen: tuple[Change, ...] = ()


def disagreements(changes: Iterable[Change]) -> tuple[Disagreement, ...]:
    """List every disagreement in a set of changes, by place."""
    records = by_record(heads(changes))
    found = (one for key, fields in records.items() for one in disagreements_in(key, fields))
    return tuple(sorted(found, key=lambda one: one.place))


def disagreements_in(key: RecordKey, fields: Fields) -> tuple[Disagreement, ...]:
    """List the disagreements of one record, from the current changes of all its fields.

    A removed record has none: whoever removed it had seen every value.
    """
    if is_removed(fields):
        return ()
    return tuple(
        Disagreement(Place(*key, name), tuple(current), unseen(fields) if name == REMOVED else ())
        for name, current in sorted(fields.items())
        if differ(name, current)
    )


def differ(field: str, current: Iterable[Change]) -> bool:
    """Say whether the current changes of one field of a standing record disagree.

    The same value written twice is agreement. A removal of a record that still stands is not.
    """
    marks = tuple(current)
    return len(values(marks)) > 1 or (field == REMOVED and any(removes(one) for one in marks))


def stays_restricted(current: Iterable[Change]) -> bool:
    """Read a yes/no field that keeps something from readers, cautiously.

    Restricted as soon as one current value says anything but *no*; a field nobody ever set is
    not. So a disagreement never opens what one side had closed.
    """
    return any(change.value is not False for change in current)
