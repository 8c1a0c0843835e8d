"""The money ledger as a spreadsheet: amounts are numbers to the penny, days are days."""

from collections.abc import Iterator

from openpyxl import Workbook

from coordinator.domain.money.book import Amounts
from coordinator.domain.papers.money import FundLine, MoneyLine, MoneyPaper
from coordinator.domain.reports.parts import Amount
from coordinator.exports.files.part_books import BookCell, Written, book_of_parts, set_widths
from coordinator.exports.files.spreadsheets import mark_pages, saved
from coordinator.wording.translation import _
from coordinator.wording.unsettled import all_mark_words


def money_sheet(report: MoneyPaper, copy: str = "") -> bytes:
    """Write the ledger as an .xlsx file; the same content gives the same bytes.

    Args:
        report: What it says.
        copy: Number of the copy, for the foot of its pages.
    """
    about = (_("How to read it"), *report.method)
    book = book_of_parts(report.imprint, report.scope, about, (), copy)
    _write_moves(book, report)
    _write_funds(book, report)
    for sheet in book.worksheets[1:]:
        set_widths(sheet, 16)
        mark_pages(sheet, report.imprint.marking, copy)
    return saved(book, report.imprint.reference, report.imprint.issued_on)


def _write_moves(book: Workbook, report: MoneyPaper) -> None:
    sheet = book.create_sheet(_("Movements"))
    at = Written(sheet)
    at.head(
        (
            _("When"),
            _("What"),
            _("For"),
            _("What it is for"),
            _("Goal"),
            _("Whose money"),
            _("By"),
            *_heads(),
            _("Receipt"),
            _("Why, or note"),
            _("Not settled"),
        )
    )
    for one in report.lines:
        at.row(_move(one))
    if report.others is not None:
        at.row(_sums(_("Others, not shown here"), report.others))
    at.row(_sums(_("Together"), report.whole))
    sheet.freeze_panes = "A2"


def _heads() -> tuple[str, ...]:
    return _("Asked for"), _("Agreed"), _("Spent"), _("Given back")


def _move(one: MoneyLine) -> tuple[BookCell, ...]:
    said = (one.on, one.what, one.reference, one.purpose, one.goal, one.fund, one.by)
    amounts = (cell if cell.pence else "" for cell in _amounts(one.amounts))
    return (*said, *amounts, one.receipt, one.note, all_mark_words(one.unsettled))


def _sums(words: str, of: Amounts) -> tuple[BookCell, ...]:
    return (words, "", "", "", "", "", "", *_amounts(of))


def _amounts(of: Amounts) -> Iterator[Amount]:
    return (Amount(pence) for pence in (of.asked, of.agreed, of.spent, of.returned))


def _write_funds(book: Workbook, report: MoneyPaper) -> None:
    sheet = book.create_sheet(_("Funds"))
    at = Written(sheet)
    ends = (_("At the beginning"), _("Given in these days"), _("Spent"), _("Given back"))
    at.head((_("Fund"), _("Given for"), *ends, _("At the end")))
    for one in report.funds:
        at.row(_fund(one))


def _fund(one: FundLine) -> tuple[BookCell, ...]:
    moved = (Amount(pence) for pence in (one.given, one.spent, one.returned))
    return one.fund, one.days, _end(one.opening), *moved, _end(one.closing)


def _end(pence: int | None) -> BookCell:
    return _("Not known") if pence is None else Amount(pence)
