"""The action tracker as a spreadsheet; text that a program would run as a formula stays text."""

from datetime import date

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.domain.papers.imprint import ActionLine
from coordinator.domain.papers.tracker import Tracker
from coordinator.exports.files.spreadsheets import DAY_FORMAT, mark_pages, new_book, safe, saved
from coordinator.exports.layout.tokens import ACCENT, WASH
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _
from coordinator.wording.unsettled import all_mark_words

_WIDTHS = (14, 12, 16, 48, 22, 26, 12, 12, 9, 24, 40, 30, 26, 40)


def tracker_sheet(tracker: Tracker, copy: str = "") -> bytes:
    """Write the tracker as an .xlsx file; the same content gives the same bytes.

    Args:
        tracker: What it says.
        copy: Number of the copy, for the foot of its pages.
    """
    book, sheet = new_book(_("Actions"))
    _write_top(sheet, tracker, copy)
    for action in tracker.actions:
        sheet.append([safe(one) if isinstance(one, str) else one for one in _row(action)])
    _dress(sheet)
    return saved(book, tracker.imprint.reference, tracker.imprint.issued_on)


def _headings() -> tuple[str, ...]:
    return (
        _("No."),
        _("Set on"),
        _("Person"),
        _("Action"),
        _("Owner"),
        _("Agency"),
        _("By when"),
        _("First date"),
        _("Moved"),
        _("Status"),
        _("Last update"),
        _("What stands in the way"),
        _("Goal"),
        _("Not settled"),
    )


def _row(action: ActionLine) -> tuple[object, ...]:
    return (
        action.number,
        action.set_on,
        action.person,
        action.text,
        action.owner,
        action.agency,
        action.due,
        action.original_due,
        action.moved or None,
        action.status.text,
        action.note,
        action.barrier,
        action.goal,
        all_mark_words(action.unsettled),
    )


def _write_top(sheet: Worksheet, tracker: Tracker, copy: str) -> None:
    imprint = tracker.imprint
    title = _("Actions: {agency}", agency=tracker.agency) if tracker.agency else _("Actions")
    sheet.append([safe(f"{imprint.panel}. {title}, {long_day(imprint.issued_on)}")])
    told = _("Copy for: {recipient}", recipient=imprint.recipient) if imprint.recipient else ""
    sheet.append([safe(". ".join(part for part in (imprint.marking, told) if part))])
    sheet.append([safe(tracker.narrowed)] if tracker.narrowed else [])
    sheet.append([safe(heading) for heading in _headings()])
    mark_pages(sheet, imprint.marking, copy)


_HEADING_ROW = 4
_MARKING_ROW = 2


def _dress(sheet: Worksheet) -> None:
    """Make it readable: title and headings bold, text wrapped, headings kept in sight."""
    sheet.cell(1, 1).font = Font(bold=True, size=14, color=ACCENT[1:])
    sheet.cell(_MARKING_ROW, 1).font = Font(bold=True)
    ground = PatternFill("solid", fgColor=WASH[1:])
    for place, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        heading = sheet.cell(_HEADING_ROW, place)
        heading.font, heading.fill = Font(bold=True, color=ACCENT[1:]), ground
    for row in sheet.iter_rows(min_row=_HEADING_ROW + 1):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, date):
                cell.number_format = DAY_FORMAT
    sheet.freeze_panes = f"B{_HEADING_ROW + 1}"
    last = get_column_letter(len(_WIDTHS))
    sheet.auto_filter.ref = f"A{_HEADING_ROW}:{last}{max(sheet.max_row, _HEADING_ROW)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"
