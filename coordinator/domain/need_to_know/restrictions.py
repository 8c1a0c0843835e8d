"""Entries that say how far they may travel, as somebody chooses one to change that."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity


@dataclass(frozen=True, slots=True)
class Restrictable:
    """One entry, or a part of one, told so far that somebody knows which is meant.

    Attributes:
        revision: Of the entry; of a part, of what said last how far it may travel, or 0.
        field: The part that is meant; nothing where the whole entry is.
        on: Its day, or the day it was written down.
        text: Its number and what it says first; nothing where something was chosen from a list.
        chosen: That.
        to: Who is asked, or has to do it.
    """

    kind: RecordKind
    id: UUID
    revision: int
    sensitivity: Sensitivity
    on: date
    text: str = dataclasses.field(default="", repr=False)
    chosen: StrEnum | None = None
    field: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an entry that cannot be held back whole: which entry, and its column."""

    kind: RecordKind
    entry: UUID
    field: str


def in_order(found: Iterable[Restrictable]) -> tuple[Restrictable, ...]:
    """Order entries by kind, the newest of each first; parts of one stay as they were given."""
    newest = sorted(found, key=lambda one: (one.on, one.id), reverse=True)
    return tuple(sorted(newest, key=lambda one: one.kind.value))
