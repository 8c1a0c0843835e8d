"""The report on learning and gaps as a spreadsheet: the same lines, the same counts hidden."""

from collections.abc import Iterator

from coordinator.domain.papers.learning import LearningPaper
from coordinator.domain.reports.parts import Cell, PartTable, ToldPart
from coordinator.exports.files.part_books import about_figures, book_of_parts
from coordinator.exports.files.spreadsheets import saved
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _


def learning_sheet(report: LearningPaper, copy: str = "") -> bytes:
    """Write the report as an .xlsx file; the same content gives the same bytes.

    Args:
        report: What it says; a count that is not told stands in words here, too.
        copy: Number of the copy, for the foot of its pages.
    """
    about = about_figures(report)
    book = book_of_parts(report.imprint, report.scope, about, _parts(report), copy)
    return saved(book, report.imprint.reference, report.imprint.issued_on)


def _parts(report: LearningPaper) -> Iterator[ToldPart]:
    if report.themes:
        yield ToldPart(_("Themes"), (_themes(report),))
    if report.learnt:
        yield ToldPart(_("What was learnt"), (_learnt(report),))
    if report.solutions:
        yield ToldPart(_("What helps meanwhile"), (_solutions(report),))
    if report.gaps is not None:
        yield ToldPart(_("Gaps"), (report.gaps,))
    if report.reviews:
        yield ToldPart(_("Reviews"), (_reviews(report),))


def _themes(report: LearningPaper) -> PartTable:
    bands = report.themes[0].bands
    return PartTable(
        _("Themes of the area"),
        (
            _("Theme"),
            *(band.label for band in bands),
            _("Overall"),
            _("Why"),
            _("What it is"),
            _("What we do not know"),
            _("Entered"),
            _("People"),
            _("Gaps"),
        ),
        tuple(
            (
                one.title,
                *(band.value for band in one.bands),
                one.overall,
                one.reason,
                one.description,
                one.unknowns,
                long_day(one.entered_on) if one.entered_on else "",
                one.people,
                one.gaps,
            )
            for one in report.themes
        ),
    )


def _learnt(report: LearningPaper) -> PartTable:
    rows = ((long_day(one.on), one.about, one.telling) for one in report.learnt)
    heads = (_("When"), _("About"), _("What is told"))
    return PartTable(_("What was learnt, in words"), heads, tuple(rows))


def _solutions(report: LearningPaper) -> PartTable:
    rows = ((one.number, one.gap, one.workaround) for one in report.solutions)
    heads = (_("No."), _("Gap"), _("What helps meanwhile"))
    return PartTable(_("What helps meanwhile, and others could use"), heads, tuple(rows))


def _reviews(report: LearningPaper) -> PartTable:
    rows: list[tuple[Cell, ...]] = []
    for review in report.reviews:
        whole = (review.number, review.status, review.done)
        rows += [
            (
                *whole,
                one.number,
                one.text,
                one.measure,
                one.agency,
                long_day(one.due) if one.due else "",
                one.status.text,
            )
            for one in review.recommended
        ] or [whole]
    heads = (
        _("Review"),
        _("How far it has come"),
        _("Acted on"),
        _("No."),
        _("What was recommended"),
        _("Told to be done by"),
        _("Agency"),
        _("Due"),
        _("Status"),
    )
    return PartTable(_("Reviews, and what became of what they recommended"), heads, tuple(rows))
