"""A book with a sheet for each part of a report, counts as numbers and all else as safe text."""

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.reports.parts import Cell, ToldPart
from coordinator.exports.safety import clean
from coordinator.exports.spreadsheets import mark_pages, new_book, safe
from coordinator.exports.tokens import ACCENT, WASH
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _

_FIRST, _OTHERS, _WIDE = 44, 16, 100
_LONGEST_TITLE = 31  # characters of a sheet's name; Excel's limit
_NOT_IN_TITLES = str.maketrans(dict.fromkeys(r":\/?*[]"))  # Excel opens no book with them


def book_of_parts(
    imprint: Imprint, about: Iterable[str], parts: Iterable[ToldPart], copy: str = ""
) -> Workbook:
    """Write a report as a book.

    Args:
        imprint: Whose it is, for the first sheet and the foot of every page.
        about: What the first sheet says besides.
        parts: A sheet each.
        copy: Number of the copy, for the foot of its pages.
    """
    book, first = new_book(_("About"))
    at = _Written(first)
    at.row((f"{imprint.panel}. {imprint.reference}, {long_day(imprint.issued_on)}",))
    for one in about:
        at.row((one,))
    _set_widths(first, _WIDE)
    for part in parts:
        _add_part(book, part)
    for sheet in book.worksheets:
        mark_pages(sheet, imprint.marking, copy)
    return book


def copy_for(imprint: Imprint) -> str:
    """Say for whom a copy is, in a line."""
    return _("Copy for: {recipient}", recipient=imprint.recipient) if imprint.recipient else ""


def _add_part(book: Workbook, part: ToldPart) -> None:
    sheet = book.create_sheet(_title(book, part.title))
    at = _Written(sheet)
    at.title(part.title)
    for one in (*part.facts, *((_("In words:"), part.said) if part.said.strip() else ())):
        at.row((one,))
    for table in part.tables:
        at.row(())
        at.title(table.title)
        at.head(table.heads)
        for row in table.rows:
            at.row(row)
        if not table.rows:
            at.row((_("Nothing to count in this period."),))
        at.row((table.explained,))
    _set_widths(sheet)


class _Written:
    """A sheet that is filled from above; counts stay numbers, text stays text."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet, self._at = sheet, 0

    def row(self, cells: Sequence[Cell]) -> None:
        """Add a row."""
        self._at += 1
        for place, one in enumerate(cells, 1):
            if one != "":
                cell = self._sheet.cell(self._at, place)
                cell.value = safe(one) if isinstance(one, str) else one
                cell.alignment = Alignment(wrap_text=True, vertical="top")

    def title(self, words: str) -> None:
        """Add a row that says what comes."""
        self.row((words,))
        self._sheet.cell(self._at, 1).font = Font(bold=True, size=13, color=ACCENT[1:])

    def head(self, words: Sequence[str]) -> None:
        """Add the heads of a table."""
        self.row(words)
        for place in range(1, len(words) + 1):
            cell = self._sheet.cell(self._at, place)
            cell.font = Font(bold=True, color=ACCENT[1:])
            cell.fill = PatternFill("solid", fgColor=WASH[1:])


def _set_widths(sheet: Worksheet, first: int = _FIRST) -> None:
    for place in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(place)].width = first if place == 1 else _OTHERS
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _title(book: Workbook, words: str) -> str:
    """Name a sheet as no other of the book is named."""
    plain = clean(words).translate(_NOT_IN_TITLES).strip("'")[:_LONGEST_TITLE] or "-"
    taken = {one.casefold() for one in book.sheetnames}
    at = 1
    while plain.casefold() in taken:
        at += 1
        plain = f"{plain[: _LONGEST_TITLE - 4]} {at}"
    return plain
