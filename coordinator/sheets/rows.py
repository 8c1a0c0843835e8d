"""One row of a sheet, read field by field, its problems gathered on the way."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import TypeVar

from coordinator.sheets.cells import Reading, read_date, read_text, read_yes_no, text_of
from coordinator.sheets.columns import Column
from coordinator.sheets.problems import Problem, Rule, Severity, letter
from coordinator.sheets.tables import Cell

T = TypeVar("T")


class Row:
    """The cells of one row by field. Reading a field notes what is odd about its cell."""

    def __init__(
        self,
        sheet: str,
        number: int,
        cells: Sequence[Cell],
        columns: Sequence[Column],
        without_result: Collection[int] = (),
    ) -> None:
        self.sheet = sheet
        self.number = number
        self.problems: list[Problem] = []
        self._cells = cells
        self._columns: Mapping[str, Column] = {
            column.field: column for column in columns if column.field
        }
        if any(text_of(cell) for cell in cells[len(columns) :]):
            self.note(Rule.CELLS_BEYOND)
        if without_result:
            self._note_results(without_result)

    def has(self, field: str) -> bool:
        """Whether the sheet has a column for a field."""
        return field in self._columns

    def field_of(self, heading: str) -> str:
        """Name the field that a heading stands over; nothing when it fills none."""
        found = (name for name, column in self._columns.items() if column.heading == heading)
        return next(found, "")

    def letter_of(self, field: str) -> str:
        """Name the column of a field as spreadsheets do; nothing when it has none."""
        column = self._columns.get(field)
        return letter(column.place) if column else ""

    def cell(self, field: str) -> Cell:
        """Give the cell of a field as it stands; an empty text when there is none."""
        column = self._columns.get(field)
        if column is None or column.place >= len(self._cells):
            return ""
        return self._cells[column.place]

    def note(self, rule: Rule, field: str = "") -> None:
        """Note a problem with a field, or with the whole row."""
        column = self._columns.get(field)
        place = letter(column.place) if column else ""
        heading = column.heading if column else ""
        self.problems.append(Problem(self.sheet, self.number, place, rule, heading))

    def read(self, field: str, reader: Callable[[Cell], Reading[T]]) -> T | None:
        """Read a field with `reader`; what was odd is noted."""
        reading = reader(self.cell(field))
        if reading.rule is not None:
            self.note(reading.rule, field)
        return reading.value

    def text(self, field: str) -> str:
        """Read a text; empty when there is none."""
        return self.read(field, read_text) or ""

    def line(self, field: str) -> str:
        """Read a text that stands on one line."""
        return " ".join(self.text(field).split())

    def day(self, field: str, today: date) -> date | None:
        """Read a day."""
        return self.read(field, lambda cell: read_date(cell, today))

    def yes_no(self, field: str) -> bool | None:
        """Read a yes or no."""
        return self.read(field, read_yes_no)

    def choice(self, field: str, words: Mapping[str, T]) -> T | None:
        """Read a value from a list of words (folded); one that is not listed is left out."""
        said = self.line(field).casefold().strip(" .")
        if not said:
            return None
        if said not in words:
            self.note(Rule.NOT_IN_LIST, field)
        return words.get(said)

    def _note_results(self, missing: Collection[int]) -> None:
        for field, column in self._columns.items():
            if column.place in missing:
                self.note(Rule.NO_RESULT, field)

    @property
    def is_empty(self) -> bool:
        """Whether no cell says anything."""
        return not any(text_of(cell) for cell in self._cells)

    @property
    def is_refused(self) -> bool:
        """Whether a problem keeps the row out."""
        return any(problem.severity is Severity.REFUSED for problem in self.problems)

    def repeats_headings(self) -> bool:
        """Whether the row is the headings once more, as long lists print them on each page."""
        columns = self._columns.values()
        return len(columns) > 1 and all(
            text_of(self.cell(column.field or "")) == column.heading for column in columns
        )
