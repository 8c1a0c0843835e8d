"""The action tracker as a spreadsheet; text that a program would run as a formula stays text."""

import io
import re
from datetime import UTC, date, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.domain.papers.imprint import ActionLine
from coordinator.domain.papers.tracker import Tracker
from coordinator.exports.finishing import PROGRAM
from coordinator.exports.safety import clean
from coordinator.exports.tokens import ACCENT, WASH
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # OWASP, CSV injection
_LONGEST_CELL = 32_767  # characters; Excel's limit
_WIDTHS = (14, 12, 16, 48, 22, 26, 12, 12, 9, 24, 40, 30, 26)
_DAY_FORMAT = "dd mmm yyyy"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def tracker_sheet(tracker: Tracker) -> bytes:
    """Write the tracker as an .xlsx file; the same content gives the same bytes."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):  # a new workbook always has one
        sheet = book.create_sheet()
    sheet.title = clean(_("Actions"))[:31]
    _write_top(sheet, tracker)
    for action in tracker.actions:
        sheet.append([_safe(value) for value in _row(action)])
    _dress(sheet)
    return _saved(book, tracker)


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
    )


def _safe(value: object) -> object:
    """Text that starts like a formula gets an apostrophe before it; numbers and days stay."""
    if not isinstance(value, str):
        return value
    text = clean(value)[: _LONGEST_CELL - 1]
    begins = value.lstrip(" ")[:1] in _STARTS_FORMULA or text.lstrip(" \n")[:1] in _STARTS_FORMULA
    return f"'{text}" if text and begins else text


def _write_top(sheet: Worksheet, tracker: Tracker) -> None:
    imprint = tracker.imprint
    title = _("Actions: {agency}", agency=tracker.agency) if tracker.agency else _("Actions")
    sheet.append([_safe(f"{imprint.panel}. {title}, {long_day(imprint.issued_on)}")])
    told = _("Copy for: {recipient}", recipient=imprint.recipient) if imprint.recipient else ""
    sheet.append([_safe(". ".join(part for part in (imprint.marking, told) if part))])
    sheet.append([])
    sheet.append([_safe(heading) for heading in _headings()])
    if imprint.marking:
        marking = imprint.marking.replace("&", "&&")  # a single one starts a code here
        for part in (sheet.oddHeader, sheet.oddFooter):
            if part is not None:
                part.center.text = marking


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
                cell.number_format = _DAY_FORMAT
    sheet.freeze_panes = f"B{_HEADING_ROW + 1}"
    last = get_column_letter(len(_WIDTHS))
    sheet.auto_filter.ref = f"A{_HEADING_ROW}:{last}{max(sheet.max_row, _HEADING_ROW)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"


def _saved(book: Workbook, tracker: Tracker) -> bytes:
    """Save without a clock: openpyxl stamps the time of saving into the file and its parts."""
    on = tracker.imprint.issued_on
    book.properties.creator = PROGRAM
    book.properties.title = clean(tracker.imprint.reference)
    book.properties.created = datetime(on.year, on.month, on.day, tzinfo=UTC).replace(tzinfo=None)
    stamped = io.BytesIO()
    book.save(stamped)
    target = io.BytesIO()
    with ZipFile(stamped) as source, ZipFile(target, "w", ZIP_DEFLATED) as fixed:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + f"{on:%Y-%m-%d}T00:00:00Z".encode(), part)
            entry = ZipInfo(name, date_time=(on.year, on.month, on.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            fixed.writestr(entry, part)
    return target.getvalue()
