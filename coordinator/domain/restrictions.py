"""Entries that say how far they may travel, as somebody chooses one to change that."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity


@dataclass(frozen=True, slots=True)
class Restrictable:
    """One entry, told so far that somebody knows which is meant.

    Attributes:
        on: Its day, or the day it was written down.
        text: What it says first; nothing where only something was chosen from a list.
        chosen: That.
    """

    kind: RecordKind
    id: UUID
    revision: int
    sensitivity: Sensitivity
    on: date
    text: str = field(default="", repr=False)
    chosen: StrEnum | None = None


def in_order(found: Iterable[Restrictable]) -> tuple[Restrictable, ...]:
    """Order entries by kind, the newest of each first."""
    newest = sorted(found, key=lambda one: (one.on, one.id), reverse=True)
    return tuple(sorted(newest, key=lambda one: one.kind.value))
