"""What Bring in does: reads a sheet, says what would come of it, brings it in, takes it back.

No Qt. A sheet is read apart from the window, compared with what is on file by the reading lane,
and written by the writing lane after a backup. Whatever is chosen on the way is asked again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import UUID

from coordinator.casework.imports.bringing import (
    ActionsToBring,
    DemandToBring,
    PeopleToBring,
    ToBring,
)
from coordinator.casework.imports.mappings import KeptMapping, find_mapping
from coordinator.domain.errors import CancelledError, SheetError
from coordinator.domain.outcomes import Changes, Done
from coordinator.domain.returns.imports import ActionChoices, Imported
from coordinator.sheets.columns import Target
from coordinator.sheets.mappings import ColumnMapping, mapping_of
from coordinator.sheets.reading import Place as RowPlace
from coordinator.sheets.tables import Tables
from coordinator.sheets.understanding import Understood
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.demand import DemandPlace
from coordinator.ui.places.every import (
    ActionsPlace,
    MeetingPlace,
    MeetingsPlace,
    PeoplePlace,
    Place,
)
from coordinator.ui.screens.bringing_in.reading import (
    Interpreted,
    Opened,
    Rows,
    from_file,
    from_text,
    interpret,
    look_at,
    open_sheet,
    read_start,
)
from coordinator.ui.screens.bringing_in.shown import After, Result, Shown, Start, Told
from coordinator.ui.screens.bringing_in.ways import Ways
from coordinator.wording.bringing import brought_line
from coordinator.wording.refusals.notices import Notice, notice_for
from coordinator.wording.translation import _, ngettext

_QUERY = "bring in"


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_start(self, start: Start) -> None:
        """Show what was brought in before, and whether anything may be."""

    def show_target(self, target: Target | None) -> None:
        """Show what the rows are taken for; the columns tell when nothing is said."""

    def show_reading(self) -> None:
        """Show that a sheet is being read."""

    def show_fault(self, notice: Notice | None) -> None:
        """Show no sheet, and why; without a notice somebody stopped it."""

    def show_sheet(self, shown: Shown, wishes: "Wishes") -> None:
        """Show what would come of a sheet."""

    def show_left_out(self, left_out: frozenset[RowPlace]) -> None:
        """Show which rows do not come in by choice."""

    def show_bringing(self, *, busy: bool) -> None:
        """Show that the sheet is being brought in; nothing can be changed meanwhile."""

    def show_result(self, result: Result) -> None:
        """Show how it ended instead of the sheet."""

    def show_no_source(self) -> None:
        """Say that somebody must be named as the sender."""


@dataclass(slots=True)
class Wishes:
    """What somebody says about one sheet.

    Attributes:
        mapping: How the columns are taken, beyond their names.
        as_at: The day on which a list of counts was drawn up.
        left_out: Rows that do not come in although they could.
    """

    source: str = ""
    mapping: ColumnMapping | None = None
    on_caseload: bool = False
    as_at: date | None = None
    choices: ActionChoices = field(default_factory=ActionChoices)
    left_out: set[RowPlace] = field(default_factory=set)


class BringingPresenter:
    """One sheet at a time; a newer one takes the place of the one that is read."""

    def __init__(self, jobs: Jobs, view: View, ways: Ways, target: str = "") -> None:
        self._jobs, self._view, self._ways = jobs, view, ways
        self._target = Target(target) if target else None
        self._start: Start | None = None
        self._round = 0
        self._opened: Opened | None = None
        self._understood: Understood | None = None
        self._rows: Rows | None = None
        self._wishes = Wishes()
        self._then: Callable[[], None] | None = None

    def load(self) -> None:
        """Read what was brought in before."""
        self._view.show_target(self._target)
        self._jobs.query(read_start, self._show_start, replaces="past imports")

    def look_again(self, _changes: Changes) -> None:
        """Read it again: anything that was written may stand in the way of taking one back."""
        self._jobs.query(read_start, self._show_start, replaces="past imports")

    def take_file(self, path: Path) -> None:
        """Read a file."""
        self._take(from_file(path), path.stem)

    def take_text(self, text: str) -> None:
        """Read cells that were pasted."""
        self._take(from_text(text), _("Our old spreadsheet"))

    def expect(self, target: Target | None) -> None:
        """Say what the rows are; the sheet that is open is read anew."""
        self._target = target
        if self._opened is not None:
            tables, source = self._opened.tables, self._wishes.source
            self._take(lambda: tables, source)

    def name_column(self, heading: str, wanted: str | None) -> None:
        """Take a column for something else, or for nothing."""
        if self._opened is None or self._understood is None:
            return
        standing = self._wishes.mapping or self._understood.mapping
        standing = standing or ColumnMapping(self._opened.target, {})
        self._wishes.mapping = renamed(standing, heading, wanted)
        self._interpret()

    def have_headings(self, *, on: bool) -> None:
        """Say whether the first row holds the names of the columns."""
        if self._opened is not None:
            self._wishes.mapping = ColumnMapping(self._opened.target, {}, has_headings=on)
            self._interpret()

    def name_source(self, source: str) -> None:
        """Say who sent the sheet and issued the numbers in it."""
        if source.strip() != self._wishes.source:
            self._wishes.source = source.strip()
            self._look()

    def put_on_caseload(self, *, on: bool) -> None:
        """Say whether the panel works with the people already."""
        self._wishes.on_caseload = on

    def choose(
        self,
        *,
        add_owners: bool | None = None,
        agency: str | None = None,
        due_on: date | None = None,
        as_at: date | None = None,
    ) -> None:
        """Say what becomes of owners nobody knows, of actions and of counts without a date."""
        self._wishes.as_at = as_at or self._wishes.as_at
        was = self._wishes.choices
        now = replace(
            was,
            add_owners=was.add_owners if add_owners is None else add_owners,
            agency=was.agency if agency is None else agency.strip(),
            due_on=due_on or was.due_on,
        )
        if now != was:
            self._wishes.choices = now
            self._look()

    def leave_out(self, place: RowPlace, *, out: bool) -> None:
        """Leave one row out, or not."""
        (self._wishes.left_out.add if out else self._wishes.left_out.discard)(place)
        self._view.show_left_out(frozenset(self._wishes.left_out))

    def bring(self) -> None:
        """Bring in what is shown."""
        wanted = self._wanted()
        if wanted is None or self._understood is None:
            return
        if not self._wishes.source:
            self._view.show_no_source()
            return
        self._view.show_bringing(busy=True)
        self._jobs.long(
            _("Bringing in, after a backup"),
            partial(self._ways.bring_in, wanted),
            partial(self._brought, self._understood.target),
            refused=self._not_brought,
        )

    def give_up(self) -> None:
        """Put the sheet away; nothing of it stays."""
        self._forget()
        self._view.show_fault(None)

    def take_back(self, act: UUID) -> None:
        """Take an import back as a whole."""
        self._jobs.long(
            _("Taking the import back, after a backup"),
            partial(self._ways.take_back, act),
            self._taken_back,
        )

    def go_on(self, after: After) -> None:
        """Go on to what comes next: what was brought in, or the agenda made of it."""
        meeting = self._start.meeting if self._start else None
        places: dict[After, Place] = {
            After.PEOPLE: PeoplePlace(),
            After.ACTIONS: ActionsPlace(),
            After.DEMAND: DemandPlace(),
            After.AGENDA: MeetingPlace(meeting) if meeting else MeetingsPlace(),
        }
        self._ways.go(places[after])

    def _show_start(self, start: Start) -> None:
        self._start = start
        self._view.show_start(start)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _take(self, read: Callable[[], Tables], source: str) -> None:
        if self._start is None:
            self._then = partial(self._take, read, source)  # handed over before the page was read
            return
        if not self._start.may_import:
            return
        self._forget()
        self._wishes.source = source
        self._view.show_reading()
        self._jobs.apart(
            _("Reading the spreadsheet"),
            partial(open_sheet, read, self._target),
            partial(self._open, self._round),
            refused=partial(self._refuse, self._round),
        )

    def _forget(self) -> None:
        self._round += 1
        self._opened = self._understood = self._rows = None
        on_caseload = self._start is not None and self._start.is_first
        choices = ActionChoices(add_owners=True, due_on=self._next_day())
        as_at = self._start.today if self._start else None
        self._wishes = Wishes(on_caseload=on_caseload, as_at=as_at, choices=choices)

    def _next_day(self) -> date | None:
        """Give the day by which what has no date is looked at: the next meeting, or in a week."""
        if self._start is None:
            return None
        return self._start.meets_on or self._start.today + timedelta(days=7)

    def _open(self, round_: int, opened: Opened) -> None:
        if round_ != self._round:
            return
        self._opened, self._understood = opened, opened.understood
        if opened.target is Target.DEMAND:
            self._wishes.source = ""  # a file's name is no source: next month's is another
        headings = [column.heading for column in opened.understood.columns]
        find = partial(find_mapping, target=opened.target, headings=headings)
        self._jobs.query(
            find,
            partial(self._use, round_),
            replaces=_QUERY,
            refused=partial(self._refuse, round_),
        )

    def _use(self, round_: int, kept: KeptMapping | None) -> None:
        """Read the sheet as its sender's last one was."""
        if round_ != self._round:
            return
        if kept is not None:
            self._wishes.mapping, self._wishes.source = kept.mapping, kept.name
        self._interpret()

    def _interpret(self) -> None:
        if self._opened is None or self._start is None:
            return
        self._jobs.apart(
            _("Reading the spreadsheet"),
            partial(interpret, self._opened, self._wishes.mapping, self._start.today),
            partial(self._read, self._round),
            refused=partial(self._refuse, self._round),
        )

    def _read(self, round_: int, read: Interpreted) -> None:
        if round_ != self._round:
            return
        self._understood, self._rows = read.understood, read.rows
        self._wishes.left_out.clear()
        if read.rows is None:
            self._view.show_sheet(Shown(read.understood.target, read.understood), self._wishes)
        else:
            self._look(is_new=True)

    def _look(self, *, is_new: bool = False) -> None:
        """Ask what would come of the sheet as things are chosen now."""
        wanted = self._wanted(all_rows=True)
        if wanted is not None:
            self._jobs.query(
                partial(look_at, wanted=wanted),
                partial(self._show, self._round, is_new),
                replaces=_QUERY,
                refused=partial(self._refuse, self._round),
            )

    def _show(self, round_: int, is_new: bool, told: Told) -> None:  # noqa: FBT001 - bound above
        if round_ != self._round or self._understood is None:
            return
        if is_new:
            self._wishes.left_out = {one.place for one in told.alike if one.is_likely}
        shown = Shown(self._understood.target, self._understood, told)
        self._view.show_sheet(shown, self._wishes)

    def _refuse(self, round_: int, error: Exception) -> bool:
        if round_ != self._round:
            return True
        if isinstance(error, CancelledError):
            self.give_up()
        elif isinstance(error, SheetError):
            self._forget()
            self._view.show_fault(notice_for(error))
        else:
            self.give_up()
            return False
        return True

    def _wanted(self, *, all_rows: bool = False) -> ToBring | None:
        rows, wishes, told = self._rows, self._wishes, self._understood
        if rows is None or told is None:
            return None
        kept = mapping_of(told.target, told.columns) if told.has_headings else None
        mapping = KeptMapping(wishes.source, kept) if kept else None
        if not all_rows:
            rows = rows.without(wishes.left_out)
        if told.target is Target.PEOPLE:
            return PeopleToBring(rows, wishes.source, wishes.on_caseload, mapping)  # type: ignore[arg-type]
        if told.target is Target.DEMAND:
            return DemandToBring(rows, wishes.source, wishes.as_at, mapping)  # type: ignore[arg-type]
        return ActionsToBring(rows, wishes.source, wishes.choices, mapping)  # type: ignore[arg-type]

    def _brought(self, target: Target, done: Done[Imported]) -> None:
        imported = done.result
        self._forget()
        sentence = brought_line(imported.counts, target.value)
        self._view.show_result(Result(sentence, target, imported.act))
        undo = partial(self.take_back, imported.act) if imported.act else None
        self._ways.toast(sentence, undo)

    def _not_brought(self, error: Exception) -> bool:
        self._view.show_bringing(busy=False)
        return isinstance(error, CancelledError)

    def _taken_back(self, done: Done[int]) -> None:
        self._view.show_fault(None)
        told = ngettext(
            "{count} record was taken back.", "{count} records were taken back.", done.result
        )
        self._ways.toast(told, None)


def renamed(mapping: ColumnMapping, heading: str, wanted: str | None) -> ColumnMapping:
    """Take one column of a mapping for something else, or for nothing; each field once."""
    columns = {
        name: other
        for name, other in mapping.columns.items()
        if other != heading and name != wanted
    }
    ignored = tuple(one for one in mapping.ignored if one != heading)
    if wanted is None:
        return replace(mapping, columns=columns, ignored=(*ignored, heading))
    return replace(mapping, columns={**columns, wanted: heading}, ignored=ignored)
