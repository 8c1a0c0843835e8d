"""The quarterly report as a spreadsheet: one sheet for each part, with the same counts hidden."""

from collections.abc import Iterator

from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.exports.part_books import book_of_parts, copy_for
from coordinator.exports.spreadsheets import saved
from coordinator.wording.translation import _


def quarter_sheet(report: QuarterPaper, copy: str = "") -> bytes:
    """Write the report as an .xlsx file; the same content gives the same bytes.

    Args:
        report: What it says; a count that is not told stands in words here, too.
        copy: Number of the copy, for the foot of its pages.
    """
    book = book_of_parts(report.imprint, _about(report), report.parts, copy)
    return saved(book, report.imprint.reference, report.imprint.issued_on)


def _about(report: QuarterPaper) -> Iterator[str]:
    yield report.scope
    yield report.imprint.marking
    yield copy_for(report.imprint)
    yield from (f"{one.label}: {one.value}" for one in report.facts)
    yield _("How it is counted")
    yield from report.method
    yield _("What it cannot say")
    yield from report.limits
