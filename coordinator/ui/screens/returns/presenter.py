"""What Returns does: reads a sheet, tells what comes of it, takes it in, takes it back. No Qt.

Somebody's choices are kept by row; a row they said nothing about follows the rule.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.returns.applying import Applied, apply_return
from coordinator.casework.returns.matching import preview_return
from coordinator.casework.returns.reading import read_returned
from coordinator.casework.returns.undoing import list_returns, undo_return
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.progress import Progress
from coordinator.domain.returns.rules import Fate, Returned
from coordinator.domain.returns.views import AppliedReturn, ReturnedRow, ReturnPreview
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import ActionsPlace, Place, ReturnsPlace
from coordinator.wording.translation import _, ngettext

_SHOWN = (
    RecordKind.ACTION,
    RecordKind.ACTION_NOTE,
    RecordKind.ACTION_MOVE,
    RecordKind.BARRIER,
    RecordKind.AGENCY,
)
_ORDER = (
    Fate.CHANGED,
    Fate.REFUSED,
    Fate.TWICE,
    Fate.NOT_THEIRS,
    Fate.UNKNOWN,
    Fate.CLOSED,
    Fate.APPLIED,
    Fate.SAME,
    Fate.NOTHING,
)
"""What needs somebody's eye comes first; within that the order of the sheet."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One row as it is shown: what comes of it, and whether it is to be taken in."""

    row: ReturnedRow
    is_taken: bool

    @property
    def number(self) -> int:
        """The row, as the spreadsheet numbers it."""
        return self.row.planned.said.row


@dataclass(frozen=True, slots=True)
class Shown:
    """A sheet as it is shown."""

    agency: str
    made_on: date | None
    is_coded: bool
    rows: tuple[Choice, ...]

    @property
    def taken(self) -> int:
        """How many rows are to be taken in."""
        return sum(one.is_taken for one in self.rows)


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_reading(self) -> None:
        """Show that the sheet is being read."""

    def show_sheet(self, shown: Shown) -> None:
        """Show what would come of a sheet."""

    def show_unread(self) -> None:
        """Show that there is no sheet to look at; the window says why."""

    def show_lately(self, returns: Sequence[AppliedReturn], today: date) -> None:
        """Show the sheets taken in lately."""


class ReturnsPresenter:
    """One sheet, or the list of those taken in lately."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        go: Callable[[Place], None],
        toast: Callable[[str, Callable[[], object] | None], None],
        file: Path | None,
    ) -> None:
        self._jobs, self._view, self._go, self._toast = jobs, view, go, toast
        self._file = file
        self._sheet: Returned | None = None
        self._preview: ReturnPreview | None = None
        self._chosen: dict[int, bool] = {}

    def load(self) -> None:
        """Read the sheet, or the list."""
        if self._file is None:
            self._jobs.query(_lately, self._show_lately, replaces="returns")
            return
        self._view.show_reading()
        self._jobs.query(Desk.today, partial(self._read, self._file), replaces="returns")

    def look_again(self, changes: Changes) -> None:
        """Hold the sheet against what is on file again when something of it was written."""
        if not changes.touch(*_SHOWN):
            return
        if self._file is None:
            self.load()
        elif self._sheet is not None:
            self._plan(self._sheet)

    def choose(self, number: int, *, theirs: bool) -> None:
        """Take one row in, or leave ours."""
        self._chosen[number] = theirs
        self._show()

    def take_in(self) -> None:
        """Take in the rows that are chosen, as one act."""
        if self._sheet is None:
            return
        taken = {
            one.number: one.row.action.revision
            for one in self._rows()
            if one.is_taken and one.row.action is not None
        }
        act = partial(apply_return, sheet=self._sheet, taken=taken)
        self._jobs.command(act, then=self._tell_taken, refused=self._plan_after)

    def take_back(self, act: UUID) -> None:
        """Undo a sheet as a whole."""
        self._jobs.command(partial(undo_return, act_id=act), then=self._tell_taken_back)

    def open_file(self, file: Path) -> None:
        """Look at another sheet."""
        self._go(ReturnsPlace(file))

    def open_list(self) -> None:
        """Go to the sheets taken in lately."""
        self._go(ReturnsPlace())

    def open_actions(self) -> None:
        """Go where sheets are made."""
        self._go(ActionsPlace())

    def _read(self, file: Path, today: date) -> None:
        self._jobs.apart(
            _("The sheet is read"),
            partial(_read_file, file, today),
            self._keep,
            refused=self._tell_unread,
        )

    def _keep(self, sheet: Returned) -> None:
        self._sheet = sheet
        self._plan(sheet)

    def _plan(self, sheet: Returned) -> None:
        self._jobs.query(
            partial(preview_return, sheet=sheet),
            self._look_at,
            replaces="returns",
            refused=self._tell_unread,
        )

    def _look_at(self, preview: ReturnPreview) -> None:
        self._preview = preview
        self._show()

    def _rows(self) -> tuple[Choice, ...]:
        if self._preview is None:
            return ()
        rows = sorted(self._preview.rows, key=lambda row: _ORDER.index(row.planned.fate))
        return tuple(Choice(row, self._is_taken(row)) for row in rows)

    def _is_taken(self, row: ReturnedRow) -> bool:
        planned = row.planned
        usual = planned.fate is Fate.APPLIED
        return planned.can_be_taken and self._chosen.get(planned.said.row, usual)

    def _show(self) -> None:
        preview = self._preview
        if preview is not None:
            shown = Shown(preview.agency, preview.made_on, preview.is_coded, self._rows())
            self._view.show_sheet(shown)

    def _show_lately(self, found: tuple[Sequence[AppliedReturn], date]) -> None:
        self._view.show_lately(*found)

    def _tell_unread(self, _error: Exception) -> bool:
        self._view.show_unread()
        return False  # the window says why

    def _plan_after(self, _error: Exception) -> bool:
        if self._sheet is not None:
            self._plan(self._sheet)
        return False  # the window says why

    def _tell_taken(self, done: Applied) -> None:
        self._chosen.clear()
        told = ngettext("{count} row taken in.", "{count} rows taken in.", done.count)
        if done.agency:
            told = ngettext(
                "{count} row of {agency} taken in.",
                "{count} rows of {agency} taken in.",
                done.count,
                agency=done.agency,
            )
        self._toast(told, partial(self.take_back, done.act))

    def _tell_taken_back(self, count: int) -> None:
        told = ngettext("{count} action put back.", "{count} actions put back.", count)
        self._toast(told, None)


def _lately(desk: Desk) -> tuple[Sequence[AppliedReturn], date]:
    return list_returns(desk), desk.today()


def _read_file(file: Path, today: date, _progress: Progress) -> Returned:
    return read_returned(file, today)
