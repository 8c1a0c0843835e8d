"""The quarterly report as a spreadsheet: one sheet for each part, with the same counts hidden."""

from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.exports.files.part_books import about_figures, book_of_parts
from coordinator.exports.files.spreadsheets import saved


def quarter_sheet(report: QuarterPaper, copy: str = "") -> bytes:
    """Write the report as an .xlsx file; the same content gives the same bytes.

    Args:
        report: What it says; a count that is not told stands in words here, too.
        copy: Number of the copy, for the foot of its pages.
    """
    about = about_figures(report)
    book = book_of_parts(report.imprint, report.scope, about, report.parts, copy)
    return saved(book, report.imprint.reference, report.imprint.issued_on)
