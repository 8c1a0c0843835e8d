"""The sheet on which an agency says whom it knows; it needs no program of ours.

Everything but the cells to fill is locked, without a password: it guards against slips, and
whoever must may lift it.
"""

from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.domain.lists.sharing import Known
from coordinator.domain.papers.requests import RequestLine, RequestSheet
from coordinator.exports.spreadsheets import DAY_FORMAT, mark_pages, new_book, safe, saved
from coordinator.exports.tokens import ACCENT, RULE, WASH
from coordinator.wording.dates import long_day
from coordinator.wording.labels import label
from coordinator.wording.requests import HEADINGS, answers_in_a_row
from coordinator.wording.translation import _

_WIDTHS = {
    "number": 6,
    "reference": 13,
    "family_name": 22,
    "given_name": 20,
    "known_as": 16,
    "born_on": 15,
    "answer": 22,
    "note": 52,
}
"""Field to width, in characters; in the order of the sheet."""
_TO_FILL = ("answer", "note")
_TITLE, _FOR, _HOW, _HEADING = 1, 2, 3, 4
_FIRST = _HEADING + 1
_ROW_HEIGHT, _HOW_HEIGHT = 34, 50  # points
_LISTS = "Lists"
_A4 = 9  # Excel's number for the paper


def request_sheet(model: RequestSheet) -> bytes:
    """Write the sheet as an .xlsx file; the same content gives the same bytes."""
    book, sheet = new_book(_("Request for information"))
    _write_top(sheet, model)
    for number, line in enumerate(model.people, 1):
        _write_line(sheet, number, line)
    _offer_answers(book, sheet)
    _set_up(sheet)
    mark_pages(sheet, model.imprint.marking)
    return saved(book, model.imprint.reference, model.imprint.issued_on)


def _write_top(sheet: Worksheet, model: RequestSheet) -> None:
    imprint = model.imprint
    words = {"panel": imprint.panel, "agency": model.agency, "day": long_day(model.meeting_on)}
    _put(sheet, _TITLE, _("{panel}: request for information, meeting of {day}", **words))
    sheet.cell(_TITLE, 1).font = Font(bold=True, size=14, color=ACCENT[1:])
    told = _("Copy for: {recipient}", recipient=imprint.recipient)
    code = _("Please leave this code: {code}", code=model.code)
    _put(sheet, _FOR, ". ".join(part for part in (imprint.marking, told, code) if part))
    sheet.cell(_FOR, 1).font = Font(bold=True)
    _put(sheet, _HOW, _how(model))
    last = get_column_letter(len(_WIDTHS))
    for row in (_TITLE, _FOR, _HOW):
        sheet.merge_cells(f"A{row}:{last}{row}")
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[_TITLE].height = 22
    sheet.row_dimensions[_FOR].height = 18
    sheet.row_dimensions[_HOW].height = _HOW_HEIGHT
    ground = PatternFill("solid", fgColor=ACCENT[1:])
    for place, field in enumerate(_WIDTHS, 1):
        heading = _put(sheet, _HEADING, _(HEADINGS[field]), place)
        heading.font, heading.fill = Font(bold=True, color="FFFFFF"), ground
        heading.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.row_dimensions[_HEADING].height = 26


def _how(model: RequestSheet) -> str:
    return "\n".join(
        (
            _(
                "Fill in the tinted cells. Choose '{column}' from its list: {answers}.",
                column=_(HEADINGS["answer"]),
                answers=answers_in_a_row(),
            ),
            _("One line is enough: what you will bring, or why it cannot be shared."),
            _("Send it back by {day}, by secure e-mail.", day=long_day(model.answer_by)),
        )
    )


def _write_line(sheet: Worksheet, number: int, line: RequestLine) -> None:
    values: dict[str, str | int | date | None] = {
        "number": number,
        "reference": line.reference,
        "family_name": line.family_name,
        "given_name": line.given_name,
        "known_as": line.known_as,
        "born_on": line.born_on,
    }
    tint, edge = PatternFill("solid", fgColor=WASH[1:]), Side("thin", color=RULE[1:])
    row = _HEADING + number
    for at, field in enumerate(_WIDTHS, 1):
        cell = _put(sheet, row, values.get(field), at)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = Border(top=edge, bottom=edge, left=edge, right=edge)
        if field == "born_on":
            cell.number_format = DAY_FORMAT
        if field in _TO_FILL:
            cell.fill = tint
            cell.protection = Protection(locked=False)
    sheet.row_dimensions[row].height = _ROW_HEIGHT


def _put(sheet: Worksheet, row: int, value: str | int | date | None, column: int = 1) -> Cell:
    """Write one cell; text that a program would run as a formula stays text."""
    cell: Cell = sheet.cell(row, column)  # type: ignore[assignment]
    cell.value = safe(value) if isinstance(value, str) else value
    return cell


def _offer_answers(book: Workbook, sheet: Worksheet) -> None:
    """Offer the answers to choose from; their commas forbid a list in the cell itself."""
    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    for place, answer in enumerate(Known, 1):
        _put(lists, place, label(answer))
    source = f"{quote_sheetname(_LISTS)}!$A$1:$A${len(Known)}"
    choice = DataValidation("list", formula1=source, allow_blank=True, errorStyle="warning")
    choice.error, choice.errorTitle = _("Choose one of the list."), _(HEADINGS["answer"])
    choice.showErrorMessage = True
    letter = get_column_letter(list(_WIDTHS).index("answer") + 1)
    choice.add(f"{letter}{_FIRST}:{letter}{max(sheet.max_row, _FIRST)}")
    sheet.add_data_validation(choice)


def _set_up(sheet: Worksheet) -> None:
    """Lock what is not to fill, keep the headings in sight, print on A4 across."""
    for place, width in enumerate(_WIDTHS.values(), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = f"A{_FIRST}"
    sheet.protection.sheet = True
    for free in ("formatColumns", "formatRows", "sort", "autoFilter"):
        setattr(sheet.protection, free, False)  # what is not locked
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADING}:{_HEADING}"
