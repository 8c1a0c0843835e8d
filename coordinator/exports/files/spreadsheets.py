"""What every spreadsheet we write shares: text that stays text, and bytes without a clock."""

import io
import re
from datetime import UTC, date, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.exports.layout.finishing import PROGRAM
from coordinator.exports.layout.safety import clean

DAY_FORMAT = "dd mmm yyyy"
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # OWASP, CSV injection
_LONGEST_CELL = 32_767  # characters; Excel's limit
_LONGEST_TITLE = 31  # characters of a sheet's name; Excel's limit
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def new_book(title: str) -> tuple[Workbook, Worksheet]:
    """Give a workbook with one sheet of this name."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):  # a new workbook always has one
        sheet = book.create_sheet()
    sheet.title = clean(title)[:_LONGEST_TITLE]
    return book, sheet


def safe(value: str) -> str:
    """Give text that starts like a formula an apostrophe before it."""
    text = clean(value)[: _LONGEST_CELL - 1]
    begins = value.lstrip(" ")[:1] in _STARTS_FORMULA or text.lstrip(" \n")[:1] in _STARTS_FORMULA
    return f"'{text}" if text and begins else text


def mark_pages(sheet: Worksheet, marking: str, copy: str = "") -> None:
    """Print the marking at the head and the foot of every page, whose copy it is at the foot."""
    for part in (sheet.oddHeader, sheet.oddFooter):
        if part is not None and marking:
            part.center.text = _written(marking)
    if sheet.oddFooter is not None and copy:
        sheet.oddFooter.left.text = _written(copy)


def _written(words: str) -> str:
    return clean(words).replace("&", "&&")  # a single one starts a code here


def saved(book: Workbook, title: str, on: date) -> bytes:
    """Save without a clock: openpyxl stamps the time of saving into the file and its parts."""
    book.properties.creator = PROGRAM
    book.properties.title = clean(title)
    book.properties.created = datetime(on.year, on.month, on.day, tzinfo=UTC).replace(tzinfo=None)
    stamped = io.BytesIO()
    book.save(stamped)
    return restamped(stamped.getvalue(), on)


def restamped(content: bytes, on: date) -> bytes:
    """Pack an office file anew with one day in the place of every time it was stamped with."""
    target = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as fixed:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + f"{on:%Y-%m-%d}T00:00:00Z".encode(), part)
            entry = ZipInfo(name, date_time=(on.year, on.month, on.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            fixed.writestr(entry, part)
    return target.getvalue()
