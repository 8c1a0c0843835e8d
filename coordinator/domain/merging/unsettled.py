"""What says two things until somebody settles it, as the reader of a paper may have it."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coordinator.domain.merging.changes import Value


@dataclass(frozen=True, slots=True)
class OneSays:
    """One of the values that stand, the agency of whoever wrote it, and the day."""

    value: Value = dataclasses.field(repr=False)
    agency: str
    on: date


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A field with several current values.

    Attributes:
        field: As the log calls it; `*` where one took the entry off and another wrote in it.
        columns: What of the field differs.
        says: Every value, oldest first; none where one of them is not for this reader.
        names: What ids among the values stand for, by their 32 hexadecimal digits.
        is_for_few: Whether few may read it: it stands in nothing that everybody gets.
    """

    record: UUID
    kind: str
    field: str
    columns: tuple[str, ...] = ()
    says: tuple[OneSays, ...] = ()
    names: Mapping[str, str] = dataclasses.field(default_factory=dict, repr=False)
    is_for_few: bool = False


def unsettled_in(found: Iterable[Unsettled], entry: UUID) -> tuple[Unsettled, ...]:
    """Give what of one entry says two things."""
    return tuple(one for one in found if one.record == entry)
