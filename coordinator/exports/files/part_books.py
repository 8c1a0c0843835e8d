"""A book with a sheet for each part of a report, counts as numbers and all else as safe text."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.numbers import FORMAT_GENERAL
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.papers.learning import LearningPaper
from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.domain.reports.parts import Amount, Cell, Change, ToldPart
from coordinator.exports.files.spreadsheets import DAY_FORMAT, mark_pages, new_book, safe
from coordinator.exports.layout.safety import clean
from coordinator.exports.layout.tokens import ACCENT, WASH
from coordinator.wording.dates import long_day
from coordinator.wording.statements import made_up
from coordinator.wording.translation import _

BookCell = Cell | date
_PENCE = Decimal(100)
_POUNDS, _CHANGE = "\u00a3#,##0.00;[Red]-\u00a3#,##0.00", "+0;-0;0"
_FIRST, _OTHERS, _WIDE = 44, 16, 100
_LONGEST_TITLE = 31  # characters of a sheet's name; Excel's limit
_NOT_IN_TITLES = str.maketrans(dict.fromkeys(r":\/?*[]"))  # Excel opens no book with them


def book_of_parts(
    imprint: Imprint, scope: str, about: Iterable[str], parts: Iterable[ToldPart], copy: str = ""
) -> Workbook:
    """Write a report as a book.

    Args:
        imprint: Whose it is, for the first sheet and the foot of every page.
        scope: What it is of, in words.
        about: What the first sheet says besides.
        parts: A sheet each.
        copy: Number of the copy, for the foot of its pages.
    """
    book, first = new_book(_("About"))
    at = Written(first)
    at.row((f"{imprint.panel}. {imprint.reference}, {long_day(imprint.issued_on)}",))
    whose = (made_up() if imprint.is_made_up else "", imprint.marking, _copy_for(imprint))
    for one in (scope, *whose, *about):
        at.row((one,))
    set_widths(first, _WIDE)
    for part in parts:
        _add_part(book, part)
    for sheet in book.worksheets:
        mark_pages(sheet, imprint.marking, copy)
    return book


def about_figures(report: QuarterPaper | LearningPaper) -> Iterator[str]:
    """Say what a report counts on the whole, how, and what it cannot say, a line each."""
    yield from (f"{one.label}: {one.value}" for one in report.facts)
    yield _("How it is counted")
    yield from report.method
    yield _("What it cannot say")
    yield from report.limits


def _copy_for(imprint: Imprint) -> str:
    return _("Copy for: {recipient}", recipient=imprint.recipient) if imprint.recipient else ""


def _add_part(book: Workbook, part: ToldPart) -> None:
    sheet = book.create_sheet(_title(book, part.title))
    at = Written(sheet)
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
    set_widths(sheet)


class Written:
    """A sheet that is filled from above; counts, pounds and days stay so, text stays text."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet, self._at = sheet, 0

    def row(self, cells: Sequence[BookCell]) -> None:
        """Add a row."""
        self._at += 1
        for place, one in enumerate(cells, 1):
            if one != "":
                cell = self._sheet.cell(self._at, place)
                cell.value, cell.number_format = _kept(one)
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


def _kept(one: BookCell) -> tuple[str | int | Decimal | date, str]:
    """Give what a cell holds, and how it shows; an amount is a `Decimal`: no penny is lost."""
    match one:
        case Amount():
            return Decimal(one.pence) / _PENCE, _POUNDS
        case Change():
            return one.by, _CHANGE
        case date():
            return one, DAY_FORMAT
        case str():
            return safe(one), FORMAT_GENERAL
        case _:
            return one, FORMAT_GENERAL


def set_widths(sheet: Worksheet, first: int = _FIRST) -> None:
    """Give its columns room, and print it as wide as a page."""
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
