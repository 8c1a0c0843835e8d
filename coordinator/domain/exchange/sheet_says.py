"""What an update sheet says when it comes back, row by row, and where each word stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias

from coordinator.domain.cell_faults import CellFault
from coordinator.domain.errors import CoordinatorError
from coordinator.domain.exchange.update_sheets import RowBasis, SheetMark
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.returns.rules import Said


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row stands.

    Attributes:
        letters: The column of each field.
    """

    sheet: str
    row: int
    letters: Mapping[str, str] = field(default_factory=dict)

    def fault(
        self, column: str, rule: str = "", error: CoordinatorError | None = None
    ) -> CellFault:
        """Say what is wrong with one of its cells."""
        return CellFault(self.sheet, f"{self.letters.get(column, '')}{self.row}", rule, error)


@dataclass(frozen=True, slots=True)
class PlanSays:
    """A text of a plan that is not what stood there."""

    spot: Spot
    basis: RowBasis
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ActionSays:
    """What somebody says of an open action."""

    spot: Spot
    basis: RowBasis
    said: Said


@dataclass(frozen=True, slots=True)
class NoteSays:
    """A try at contact."""

    spot: Spot
    basis: RowBasis
    on: date
    type: ContactType
    result: ContactResult
    note: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewSays:
    """An action nobody has agreed yet.

    Attributes:
        place: Of the empty row it was written on; nothing on a row that somebody put in.
        person: As it was chosen or typed; `owner` likewise.
    """

    spot: Spot
    place: int
    person: str = field(repr=False)
    text: str = field(repr=False)
    owner: str = field(repr=False)
    due_on: date | None


RowSays: TypeAlias = PlanSays | ActionSays | NoteSays | NewSays


@dataclass(frozen=True, slots=True)
class SheetSays:
    """An update sheet that came back, found to be one of ours.

    Attributes:
        secret: What nobody knows who has not the sheet.
        rows: Those that say something.
        unread: The names of sheets that somebody put in, of which nothing is taken.
        rest: Whether what can be read is taken without what cannot; `left` is what cannot.
    """

    path: Path
    mark: SheetMark
    secret: bytes = field(repr=False)
    rows: tuple[RowSays, ...]
    unread: tuple[str, ...] = ()
    rest: bool = False
    left: tuple[CellFault, ...] = ()
