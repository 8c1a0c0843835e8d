"""A listing as a spreadsheet or as separated values; text that stays text, whatever opens it."""

import csv
import io
from datetime import date

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from coordinator.domain.papers.office import Listing
from coordinator.exports.files.spreadsheets import mark_pages, new_book, safe, saved

_LEAST, _WIDE = 10, 28


def listing_sheet(listing: Listing, title: str, *, on: date, marking: str) -> bytes:
    """Write a listing as an .xlsx file; the same content gives the same bytes."""
    book, sheet = new_book(title)
    sheet.append([safe(one) for one in listing.headings])
    for row in listing.rows:
        sheet.append([safe(one) for one in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for at in range(len(listing.shares)):
        sheet.column_dimensions[get_column_letter(at + 1)].width = _width(listing, at)
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    mark_pages(sheet, marking)
    return saved(book, title, on)


def _width(listing: Listing, at: int) -> float:
    """Give a column's width in letters: its share, or what stands in it."""
    share, most = listing.shares[at], max(listing.shares)
    if share:
        return _LEAST + _WIDE * share / most
    longest = max((len(row[at]) for row in listing.rows), default=0)
    return min(max(_LEAST, longest + 2), _LEAST + _WIDE)


def listing_values(listing: Listing) -> bytes:
    """Write a listing as separated values, as spreadsheets read them without being asked."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([safe(one) for one in listing.headings])
    writer.writerows([safe(one) for one in row] for row in listing.rows)
    return text.getvalue().encode("utf-8-sig")
