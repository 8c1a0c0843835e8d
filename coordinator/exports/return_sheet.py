"""The sheet on which an agency says what became of its actions; it needs no program of ours.

Everything but the cells to fill is locked, without a password: it guards against slips, and
whoever must may lift it. The code of each row stands in a hidden column of that row, so that it
goes along when rows are sorted, deleted or saved as something else.
"""

from collections.abc import Sequence
from datetime import date
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.papers.returns import ReturnLine, ReturnSheet
from coordinator.domain.returns import OFFERED
from coordinator.exports.safety import clean
from coordinator.exports.spreadsheets import DAY_FORMAT, mark_pages, new_book, safe, saved
from coordinator.exports.tokens import ACCENT, RULE, WASH
from coordinator.wording.dates import long_day
from coordinator.wording.labels import label
from coordinator.wording.returns import HEADINGS
from coordinator.wording.translation import _

_COLUMNS = {
    "number": 13,
    "person": 15,
    "text": 40,
    "owner": 18,
    "due_on": 13,
    "stood": 14,
    "outcome": 20,
    "barrier": 26,
    "done_on": 13,
    "new_date": 13,
    "line": 44,
    "code": 8,
}
"""Field to width, in characters; in the order of the sheet."""
_TO_FILL = ("outcome", "barrier", "done_on", "new_date", "line")
_DAYS = ("due_on", "done_on", "new_date")
_TITLE, _FOR, _HOW, _HEADING = 1, 2, 3, 4
_FIRST = _HEADING + 1
_LINE_HEIGHT, _LEAST_HEIGHT, _HOW_HEIGHT = 15, 48, 64  # points
_LISTS = "Lists"
_A4 = 9  # Excel's number for the paper


def return_sheet(model: ReturnSheet) -> bytes:
    """Write the sheet as an .xlsx file; the same content gives the same bytes."""
    book, sheet = new_book(_("Returns"))
    _write_top(sheet, model)
    for place, line in enumerate(model.lines, _FIRST):
        _write_line(sheet, place, line)
    _offer_lists(book, sheet)
    _set_up(sheet)
    mark_pages(sheet, model.imprint.marking)
    return saved(book, model.imprint.reference, model.imprint.issued_on)


def _write_top(sheet: Worksheet, model: ReturnSheet) -> None:
    imprint = model.imprint
    words = {"panel": imprint.panel, "agency": model.agency, "day": long_day(imprint.issued_on)}
    _put(sheet, _TITLE, _("{panel}: actions of {agency}, {day}", **words))
    sheet.cell(_TITLE, 1).font = Font(bold=True, size=14, color=ACCENT[1:])
    told = _("Copy for: {recipient}", recipient=imprint.recipient)
    code = _("Please leave this code: {code}", code=model.code)
    _put(sheet, _FOR, ". ".join(part for part in (imprint.marking, told, code) if part))
    sheet.cell(_FOR, 1).font = Font(bold=True)
    _put(sheet, _HOW, _how(model))
    last = get_column_letter(len(_COLUMNS) - 1)
    for row in (_TITLE, _FOR, _HOW):
        sheet.merge_cells(f"A{row}:{last}{row}")
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[_TITLE].height = 22
    sheet.row_dimensions[_FOR].height = 18
    sheet.row_dimensions[_HOW].height = _HOW_HEIGHT
    ground = PatternFill("solid", fgColor=ACCENT[1:])
    for place, field in enumerate(_COLUMNS, 1):
        heading = _put(sheet, _HEADING, _(HEADINGS[field]), place)
        heading.font, heading.fill = Font(bold=True, color="FFFFFF"), ground
        heading.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.row_dimensions[_HEADING].height = 32


def _how(model: ReturnSheet) -> str:
    """Say in four lines how the sheet is filled in."""
    back = _("Send it back the way it came.")
    if model.meeting_on is not None:
        day = long_day(model.meeting_on)
        back = _("Send it back the way it came, before the meeting on {day}.", day=day)
    return "\n".join(
        (
            _("Fill in the tinted cells. Choose 'What happened' from its list; leave a row empty"
              " if there is nothing to say."),
            _("'Could not be done' needs what stopped it. 'Partly done', 'Waiting on somebody"
              " else', 'Not done', 'No longer needed' and 'Declined by the person' need a line."),
            _("Days as day/month/year. If it is not done yet, propose a new date and say why in"
              " a line."),
            back,
        )
    )  # fmt: skip


def _write_line(sheet: Worksheet, place: int, line: ReturnLine) -> None:
    values: dict[str, str | date] = {
        "number": line.number,
        "person": line.person,
        "text": line.text,
        "owner": line.owner,
        "due_on": line.due,
        "stood": line.stood,
        "code": line.code,
    }
    tint, edge = PatternFill("solid", fgColor=WASH[1:]), Side("thin", color=RULE[1:])
    for at, field in enumerate(_COLUMNS, 1):
        cell = _put(sheet, place, values.get(field), at)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = Border(top=edge, bottom=edge, left=edge, right=edge)
        if field in _DAYS:
            cell.number_format = DAY_FORMAT
        if field in _TO_FILL:
            cell.fill = tint
            cell.protection = Protection(locked=False)
    sheet.row_dimensions[place].height = _height(line)


def _height(line: ReturnLine) -> int:
    """Give a row room for its words, and for a few of theirs; programs grow it no more."""
    texts = {"person": line.person, "text": line.text, "owner": line.owner, "stood": line.stood}
    rows = max(
        sum(ceil(max(len(part), 1) / _COLUMNS[field]) for part in clean(text).split("\n"))
        for field, text in texts.items()
    )
    return max(_LEAST_HEIGHT, rows * _LINE_HEIGHT + _LINE_HEIGHT)


def _put(sheet: Worksheet, row: int, value: str | date | None, column: int = 1) -> Cell:
    """Write one cell; text that a program would run as a formula stays text."""
    cell: Cell = sheet.cell(row, column)  # type: ignore[assignment]
    cell.value = safe(value) if isinstance(value, str) else value
    return cell


def _offer_lists(book: Workbook, sheet: Worksheet) -> None:
    """Offer the outcomes and the barriers to choose from; too long for a list in a cell."""
    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    outcomes = [label(status) for status in OFFERED]
    barriers = [label(category) for category in BarrierCategory]
    _offer(sheet, "outcome", _listed(lists, 1, outcomes), _("Choose one of the list."))
    _offer(
        sheet,
        "barrier",
        _listed(lists, 2, barriers),
        _("Choose one of the list, or say it in your own words."),
    )


def _listed(lists: Worksheet, column: int, words: Sequence[str]) -> str:
    for place, text in enumerate(words, 1):
        _put(lists, place, text, column)
    letter = get_column_letter(column)
    return f"{quote_sheetname(_LISTS)}!${letter}$1:${letter}${len(words)}"


def _offer(sheet: Worksheet, field: str, source: str, told: str) -> None:
    """Offer a list; other words are warned of and let through, to be told apart here."""
    letter = get_column_letter(list(_COLUMNS).index(field) + 1)
    choice = DataValidation("list", formula1=source, allow_blank=True, errorStyle="warning")
    choice.error, choice.errorTitle = told, _(HEADINGS[field])
    choice.showErrorMessage = True
    choice.add(f"{letter}{_FIRST}:{letter}{max(sheet.max_row, _FIRST)}")
    sheet.add_data_validation(choice)


def _set_up(sheet: Worksheet) -> None:
    """Lock what is not to fill, keep the headings in sight, print on A4 across."""
    for place, width in enumerate(_COLUMNS.values(), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.column_dimensions[get_column_letter(len(_COLUMNS))].hidden = True
    sheet.freeze_panes = f"B{_FIRST}"
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
