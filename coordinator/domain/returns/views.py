"""Returns sheets as the windows show them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.returns.rules import Planned


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row with what comes of it, and its action as it is now where there is one."""

    planned: Planned
    action: ActionRow | None = None


@dataclass(frozen=True, slots=True)
class ReturnPreview:
    """What taking a sheet in would do.

    Attributes:
        agency: Whose sheet it is; empty when nobody can tell.
        made_on: When it was sent out, as its code says; nothing without one.
        is_coded: Whether the sheet says itself whose it is.
    """

    agency: str
    made_on: date | None
    is_coded: bool
    rows: tuple[ReturnedRow, ...]


@dataclass(frozen=True, slots=True)
class AppliedReturn:
    """One sheet that was taken in: the act that did it, and how many actions it was about."""

    act: UUID
    at: datetime
    agency: str = field(repr=False)
    actions: int
    is_undone: bool
