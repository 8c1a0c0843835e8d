"""The report on learning and gaps: themes, what was learnt, what helps, gaps, reviews."""

from collections.abc import Iterator

from coordinator.domain.charts import LengthChart
from coordinator.domain.papers.learning import (
    LearningPaper,
    RecommendationLine,
    ReviewLine,
    ThemeLine,
)
from coordinator.domain.reports.parts import PartTable
from coordinator.exports.documents.actions import status
from coordinator.exports.documents.opening import (
    dated,
    known,
    labelled,
    opening,
    points,
    prose,
    section,
    started,
    subsection,
)
from coordinator.exports.layout.blocks import Block, Group
from coordinator.exports.layout.lengths import length_charts
from coordinator.exports.layout.panels import Facts
from coordinator.exports.layout.paragraphs import Text, shortened, width_of
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table
from coordinator.exports.layout.tokens import TYPE, Style
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day, plain_day
from coordinator.wording.translation import _

_COUNT = Style(19, 23, bold=True)
_TYPE = TYPE.scaled(0.93)
_HEAD = Style(_TYPE.cell.size, _TYPE.cell.leading, bold=True)
_SIDES, _WIDEST = 13.0, 78.0  # points beside a cell's text, and the widest head of a count


def learning_paper(report: LearningPaper) -> Paper:
    """Compose the report."""
    title = _("What was learnt, and what is missing")
    blocks: list[Block] = [*opening(report.imprint, title, report.scope)]
    if report.facts:
        blocks.append(Facts(report.facts, len(report.facts), TYPE, _COUNT))
    blocks += [
        *_themes(report),
        *_learnt(report),
        *_solutions(report),
        Group([*_gaps(report.gaps)]),
        *_reviews(report),
        points(section(_("How it is counted"), level=1, key="method"), report.method, _TYPE.body),
    ]
    if report.limits:
        head = section(_("What it cannot say"), level=1, key="limits")
        blocks.append(points(head, report.limits, _TYPE.body))
    day = long_day(report.imprint.issued_on)
    name = _("{panel}: learning and gaps on {day}", panel=report.imprint.panel, day=day)
    return Paper(name, report.imprint, blocks)


def _themes(report: LearningPaper) -> Iterator[Block]:
    if not (report.keeps_themes or report.themes):
        return
    yield section(_("Themes of the area"), level=1, key="themes")
    if not report.themes:
        yield Text(_("No theme is on the register."), TYPE.body)
        return
    columns = [
        Column(_("Theme"), share=1.5),
        Column(_("How grave, and why"), share=1.5),
        Column(_("People"), width=66),
        Column(_("Gaps"), width=44),
    ]
    yield Table(columns, [_theme(one) for one in report.themes], _TYPE)


def _theme(one: ThemeLine) -> tuple[Cell, ...]:
    what: list[Block] = [Text([Run(one.title, bold=True)], _TYPE.cell, kind="")]
    what += [Text(one.description, _TYPE.cell, kind="")] if one.description.strip() else []
    if one.unknowns.strip():
        unknown = _("What we do not know: {what}", what=one.unknowns)
        what.append(Text(unknown, _TYPE.cell, kind=""))
    return what, _grave(one), str(one.people), str(one.gaps)


def _grave(one: ThemeLine) -> list[Block]:
    lines = [[Run(_("Overall: {overall}", overall=known(one.overall)), bold=True)]]
    lines += [[Run(f"{band.label}: {known(band.value)}")] for band in one.bands]
    if one.reason.strip():
        lines.append([Run(_("Why: {why}", why=one.reason))])
    if one.entered_on is not None:
        lines.append([Run(_("Entered {day}", day=plain_day(one.entered_on)))])
    return [Text(runs, _TYPE.cell, kind="") for runs in lines]


def _learnt(report: LearningPaper) -> Iterator[Block]:
    yield section(_("What was learnt, in words"), level=1, key="learnt")
    if not report.learnt:
        yield Text(_("Nothing was told beyond the panel in these days."), TYPE.body)
    for one in report.learnt:
        day = long_day(one.on)
        lead = _("{day}, {about}:", day=day, about=one.about) if one.about else f"{day}:"
        yield from labelled(lead, one.telling, TYPE.body)


def _solutions(report: LearningPaper) -> Iterator[Block]:
    yield section(_("What helps meanwhile, and others could use"), level=1, key="solutions")
    if not report.solutions:
        yield Text(_("No way round a gap is marked as one others could use."), TYPE.body)
    for one in report.solutions:
        yield subsection(_("{number}: {title}", number=one.number, title=one.gap))
        yield from prose(one.workaround, TYPE.body)


def _gaps(table: PartTable | None) -> Iterator[Block]:
    yield section(_("Gaps by what they are about and how far they have come"), level=1, key="gaps")
    if table is None or not table.rows:
        yield Text(_("No gap is on the register."), TYPE.body)
        return
    first, *others = table.heads or ("",)
    columns = [Column(_bounded(first), share=1, bold=True), *map(_count, others)]
    yield Table(columns, [tuple(map(str, row)) for row in table.rows], _TYPE)
    if isinstance(table.chart, LengthChart):
        yield from length_charts(table.chart, _TYPE)
    yield Text(table.explained, _TYPE.small)


def _count(head: str) -> Column:
    words = _bounded(head)
    return Column(words, width=min(width_of(words, _HEAD), _WIDEST) + _SIDES)


def _bounded(head: str) -> str:
    """Cut a head to two lines: one taller than a page would leave no room for its rows."""
    return shortened(head, _HEAD, 1.8 * _WIDEST)


def _reviews(report: LearningPaper) -> Iterator[Block]:
    yield section(_("Reviews, and what became of what they recommended"), level=1, key="reviews")
    if not report.reviews:
        yield Text(_("No review was under way in these days."), TYPE.body)
    for one in report.reviews:
        yield from _review(one, report)


def _review(one: ReviewLine, report: LearningPaper) -> Iterator[Block]:
    yield subsection(_("Review {number}", number=one.number))
    told = (one.status, one.done)
    said = Text(". ".join(part for part in told if part.strip()) or started(""), TYPE.body)
    said.keeps = bool(one.recommended)
    yield said
    if one.recommended:
        columns = [
            Column(_("What was recommended"), share=1.7),
            Column(_("Agency"), share=0.9),
            Column(_("Due"), width=84),
            Column(_("Status"), width=92),
        ]
        yield Table(columns, [_recommended(each, report) for each in one.recommended], _TYPE)


def _recommended(one: RecommendationLine, report: LearningPaper) -> tuple[Cell, ...]:
    number = _("{number}.", number=one.number)
    what: list[Block] = [
        Text([Run(f"{number} ", bold=True), Run(one.text)], _TYPE.cell, kind=""),
    ]
    if one.measure.strip():
        told = _("Told to be done by: {measure}", measure=one.measure)
        what.append(Text(told, _TYPE.cell, kind=""))
    due = dated(one.due, report.imprint.issued_on)
    return what, one.agency or _("Owner to agree"), due, status(one.status)
