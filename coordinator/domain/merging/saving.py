"""What a change written here replaces: what its author was shown, and never more."""

from collections.abc import Iterable

from coordinator.domain.merging.changes import (
    REMOVED,
    Change,
    ChangeId,
    Value,
    canonical,
    sorted_ids,
)
from coordinator.domain.merging.heads import Fields


def replaced_by_save(current: Iterable[Change], shown: Value) -> tuple[ChangeId, ...]:
    """Say what an ordinary save of one field replaces.

    Args:
        current: The current changes of the field.
        shown: The value the form showed.

    Returns:
        The changes that hold the shown value. When the field is disputed the other values
        stay current: nobody is taken to have settled what they were not asked about.
    """
    text = canonical(shown)
    return sorted_ids(change for change in current if canonical(change.value) == text)


def replaced_by_settling(current: Iterable[Change]) -> tuple[ChangeId, ...]:
    """Say what settling a disagreement replaces: every current change of the field.

    Restoring a record settles its field `*` to no in the same way.
    """
    return sorted_ids(current)


def replaced_by_removal(fields: Fields) -> tuple[ChangeId, ...]:
    """Say what removing a record names: every current change of every field, `*` included.

    Of these it replaces only those of `*` (a replacement counts at its own place); the others
    it names as seen.
    """
    return sorted_ids(change for found in fields.values() for change in found)


def replaced_by_restoring(fields: Fields) -> tuple[ChangeId, ...]:
    """Say what restoring a record replaces: every current word on its removal."""
    return replaced_by_settling(fields.get(REMOVED, ()))
