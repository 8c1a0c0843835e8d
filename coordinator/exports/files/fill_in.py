"""Sheets that agencies fill in: what is not to fill is locked, the rest tinted, with lists.

The lock has no password: it guards against slips, and whoever must may lift it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.exports.files.spreadsheets import DAY_FORMAT, safe
from coordinator.exports.layout.tokens import ACCENT, RULE, WASH
from coordinator.wording.translation import _

FIRST_ROW = 5
"""Where the rows to fill begin, counted from 1."""

_TITLE, _FOR, _HOW, _HEADING = 1, 2, 3, 4
_LISTS = "Lists"
_A4 = 9  # Excel's number for the paper
_AS_TYPED = "@"  # else 1/2, 12:30 and 01632 960001 become a day, a time and a number
Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class FillIn:
    """How one kind of sheet is laid out.

    Attributes:
        widths: Field to width, in characters; in the order of the sheet.
        headings: Field to its heading, before translation.
        to_fill: Fields an agency fills in.
        days: Fields that hold days.
        hidden: The last column is a code of ours and not shown.
        how_height: Of the words that say how it is filled in, in points.
        heading_height: Of the headings, in points.
    """

    widths: Mapping[str, int]
    headings: Mapping[str, str]
    to_fill: Collection[str]
    days: Collection[str]
    how_height: int
    heading_height: int
    hidden: bool = False

    def write_top(self, sheet: Worksheet, title: str, copy_for: str, how: str) -> None:
        """Write what stands above the rows: title, whose copy it is, how it is filled in."""
        last = get_column_letter(len(self.widths) - self.hidden)
        heights = {_TITLE: 22, _FOR: 18, _HOW: self.how_height, _HEADING: self.heading_height}
        for row, text in ((_TITLE, title), (_FOR, copy_for), (_HOW, how)):
            cell = put(sheet, row, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            sheet.merge_cells(f"A{row}:{last}{row}")
        sheet.cell(_TITLE, 1).font = Font(bold=True, size=14, color=ACCENT[1:])
        sheet.cell(_FOR, 1).font = Font(bold=True)
        for row, height in heights.items():
            sheet.row_dimensions[row].height = height
        ground = PatternFill("solid", fgColor=ACCENT[1:])
        for place, field in enumerate(self.widths, 1):
            heading = put(sheet, _HEADING, _(self.headings[field]), place)
            heading.font, heading.fill = Font(bold=True, color="FFFFFF"), ground
            heading.alignment = Alignment(wrap_text=True, vertical="center")

    def write_line(
        self, sheet: Worksheet, row: int, values: Mapping[str, Value], height: int
    ) -> None:
        """Write one row by its fields; `height` in points."""
        tint, edge = PatternFill("solid", fgColor=WASH[1:]), Side("thin", color=RULE[1:])
        for at, field in enumerate(self.widths, 1):
            cell = put(sheet, row, values.get(field), at)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(top=edge, bottom=edge, left=edge, right=edge)
            if field in self.days:
                cell.number_format = DAY_FORMAT
            elif field in self.to_fill:
                cell.number_format = _AS_TYPED
            if field in self.to_fill:
                cell.fill = tint
                cell.protection = Protection(locked=False)
        sheet.row_dimensions[row].height = height

    def offer(
        self, book: Workbook, sheet: Worksheet, field: str, words: Sequence[str], told: str
    ) -> None:
        """Offer words to choose from; others are warned of and let through, to be told apart here.

        They stand on a hidden sheet: too long for a list in a cell, or with commas in them.
        """
        letter = get_column_letter(list(self.widths).index(field) + 1)
        source = _listed(book, words)
        choice = DataValidation("list", formula1=source, allow_blank=True, errorStyle="warning")
        choice.error, choice.errorTitle = told, _(self.headings[field])
        choice.showErrorMessage = True
        choice.add(f"{letter}{FIRST_ROW}:{letter}{max(sheet.max_row, FIRST_ROW)}")
        sheet.add_data_validation(choice)

    def set_up(self, sheet: Worksheet, stays: str = "A") -> None:
        """Lock what is not to fill, keep the headings in sight, print on A4 across."""
        for place, width in enumerate(self.widths.values(), 1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        if self.hidden:
            sheet.column_dimensions[get_column_letter(len(self.widths))].hidden = True
        sheet.freeze_panes = f"{stays}{FIRST_ROW}"
        sheet.protection.sheet = True
        for free in ("formatColumns", "formatRows", "sort", "autoFilter"):
            setattr(sheet.protection, free, False)  # what is not locked
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = _A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = f"{_HEADING}:{_HEADING}"
        for side in ("left", "right"):
            setattr(sheet.page_margins, side, 0.4)  # inches


def put(sheet: Worksheet, row: int, value: Value, column: int = 1) -> Cell:
    """Write one cell; text that a program would run as a formula stays text."""
    cell: Cell = sheet.cell(row, column)  # type: ignore[assignment]
    cell.value = safe(value) if isinstance(value, str) else value
    if isinstance(value, str) and cell.value:
        cell.data_type = "s"  # else words such as #N/A would be written as an error
    return cell


def _listed(book: Workbook, words: Sequence[str]) -> str:
    """Write words below each other on the hidden sheet; gives where they stand."""
    if _LISTS not in book.sheetnames:
        book.create_sheet(_LISTS).sheet_state = "hidden"
    lists = book[_LISTS]
    column = lists.max_column + (lists.cell(1, 1).value is not None)
    for place, text in enumerate(words, 1):
        put(lists, place, text, column)
    letter = get_column_letter(column)
    return f"{quote_sheetname(_LISTS)}!${letter}$1:${letter}${len(words)}"
