"""Reading a sheet apart from the window, and what is asked of the store about it. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.imports.bringing import ToBring, preview
from coordinator.casework.imports.undoing import list_imports
from coordinator.casework.meetings.reading import next_meeting
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right, may
from coordinator.sheets.actions import ActionRow
from coordinator.sheets.columns import Target
from coordinator.sheets.demand import DemandRow
from coordinator.sheets.files import read_tables
from coordinator.sheets.mappings import ColumnMapping
from coordinator.sheets.people import PersonRow
from coordinator.sheets.reading import SheetRead, actions_in, demand_in, people_in
from coordinator.sheets.tables import Tables
from coordinator.sheets.texts import read_pasted
from coordinator.sheets.understanding import Understood, target_of, understand
from coordinator.ui.screens.bringing_in.shown import Start, Told, told_of

Rows = SheetRead[PersonRow] | SheetRead[ActionRow] | SheetRead[DemandRow]
_READ: Mapping[Target, Callable[..., Rows]] = {
    Target.PEOPLE: people_in,
    Target.ACTIONS: actions_in,
    Target.DEMAND: demand_in,
}
_STEPS = 2


@dataclass(frozen=True, slots=True)
class Opened:
    """A spreadsheet in memory, and what its rows are about."""

    tables: Tables = field(repr=False)
    target: Target
    understood: Understood


@dataclass(frozen=True, slots=True)
class Interpreted:
    """A spreadsheet read row by row; no rows while its columns do not say enough."""

    understood: Understood
    rows: Rows | None = field(repr=False)


def from_file(path: Path) -> Callable[[], Tables]:
    """Give what reads a file."""
    return lambda: read_tables(path)


def from_text(text: str) -> Callable[[], Tables]:
    """Give what reads cells that were pasted."""
    return lambda: read_pasted(text)


def open_sheet(read: Callable[[], Tables], target: Target | None, progress: Progress) -> Opened:
    """Read a spreadsheet and say what its columns are taken for.

    Raises:
        SheetError: It cannot be brought in; `fault` says why.
        CancelledError: Somebody stopped it.
    """
    progress.step(0, _STEPS)
    tables = read()
    progress.step(1, _STEPS)
    found = target or target_of(tables)
    return Opened(tables, found, understand(tables, found))


def interpret(
    opened: Opened, mapping: ColumnMapping | None, today: date, progress: Progress
) -> Interpreted:
    """Read every row as the columns are taken.

    Raises:
        SheetError: Another sheet of the file cannot be read so.
        CancelledError: Somebody stopped it.
    """
    progress.step(0, _STEPS)
    understood = understand(opened.tables, opened.target, mapping)
    if understood.fault:
        return Interpreted(understood, None)
    rows = _READ[opened.target](opened.tables, today=today, mapping=understood.mapping)
    progress.step(1, _STEPS)
    return Interpreted(understood, rows)


def look_at(desk: Desk, wanted: ToBring) -> Told:
    """Say what would come of a sheet; nothing is written."""
    return told_of(wanted.sheet, preview(desk, wanted))


def read_start(desk: Desk) -> Start:
    """Gather what the page needs to know of the store."""
    if not may(desk.sitter.role, Right.IMPORT):
        return Start(may_import=False, today=desk.today())
    coming = next_meeting(desk)
    return Start(
        may_import=True,
        today=desk.today(),
        imports=list_imports(desk),
        is_first=not read_caseload(desk, limit=1).rows,
        agencies=tuple(one.name for one in read_directory(desk).agencies),
        meeting=coming.id if coming else None,
        meets_on=coming.on if coming else None,
    )
