"""The quarterly report: figures with their charts and the words beside them, part by part."""

from collections.abc import Iterator, Sequence

from coordinator.domain.charts import LengthChart
from coordinator.domain.pair_charts import PairChart
from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.domain.reports.parts import PartTable, ToldPart
from coordinator.exports.documents.opening import note, opening, points, section, subsection
from coordinator.exports.layout.bars import bar_charts
from coordinator.exports.layout.blocks import Block, Group
from coordinator.exports.layout.lengths import length_charts
from coordinator.exports.layout.lists import bullets
from coordinator.exports.layout.pairs import pair_charts
from coordinator.exports.layout.panels import Columns, Facts
from coordinator.exports.layout.paragraphs import Text, shortened, width_of
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Column, Table
from coordinator.exports.layout.tokens import A4_LANDSCAPE, TYPE, Style
from coordinator.wording.dates import long_day
from coordinator.wording.reports import written
from coordinator.wording.translation import _

_MARGIN = 36.0
_TYPE = TYPE.scaled(0.9)
_COUNT = Style(19, 23, bold=True)
_HEAD = Style(_TYPE.cell.size, _TYPE.cell.leading, bold=True)
_SIDES, _WIDEST, _PROSE = 13.0, 80.0, 180.0
_FEW = 2
"""Columns of a table that leave room for its chart beside it."""
_SHARES = (4, 6)


def quarter_paper(report: QuarterPaper) -> Paper:
    """Compose the report."""
    title = _("Is it working? What the panel did, in figures and words")
    blocks: list[Block] = [*opening(report.imprint, title, report.scope)]
    if report.facts:
        blocks.append(Facts(report.facts, len(report.facts), TYPE, _COUNT))
    for at, part in enumerate(report.parts):
        blocks += _part(part, at)
    blocks += _at_the_end(report)
    day = long_day(report.imprint.issued_on)
    name = _("{panel}: quarterly report on {day}", panel=report.imprint.panel, day=day)
    return Paper(name, report.imprint, blocks, size=A4_LANDSCAPE, margin=_MARGIN)


def _at_the_end(report: QuarterPaper) -> Iterator[Block]:
    counted = section(_("How it is counted"), _TYPE, key="method", level=1)
    method = points(counted, report.method, _TYPE.body)
    if not report.limits:
        yield method
        return
    cannot = section(_("What it cannot say"), _TYPE, key="limits", level=1)
    limits = points(cannot, report.limits, _TYPE.body)
    yield Group([Columns([method.blocks, limits.blocks], (1, 1))])


def _part(part: ToldPart, at: int) -> Iterator[Block]:
    head: list[Block] = [section(part.title, _TYPE, key=f"part-{at}", level=1)]
    if part.said.strip():
        yield from (*head, note(_("In words:"), part.said, _TYPE))
        head = []
    head += bullets(list(part.facts), _TYPE.body) if part.facts else []
    for table in part.tables:
        yield Group([*head, *_figures(table)])
        head = []
    yield from head


def _figures(table: PartTable) -> Iterator[Block]:
    yield subsection(table.title, _TYPE)
    if not table.rows:
        yield Text(_("Nothing to count in this period."), _TYPE.body)
    elif len(table.heads) <= _FEW and isinstance(table.chart, LengthChart):
        figures, drawn = _table(table), list(length_charts(table.chart, _TYPE))
        beside = Columns([[figures], drawn], _SHARES)
        beside.after = figures.after  # what explains them does not touch their last line
        yield beside
    else:
        yield _table(table)
        yield from _charts(table)
    if table.explained:
        yield Text(table.explained, _TYPE.small)


def _charts(table: PartTable) -> Iterator[Block]:
    if isinstance(table.chart, LengthChart):
        yield from length_charts(table.chart, _TYPE)
    elif isinstance(table.chart, PairChart):
        yield from pair_charts(table.chart, _TYPE)
    elif table.chart is not None:
        yield from bar_charts(table.chart, _TYPE)


def _table(table: PartTable) -> Table:
    # A head stands again on every page: one as long as a page would leave room for nothing else.
    first, *others = (shortened(one, _HEAD, _PROSE) for one in table.heads or ("",))
    rows = [tuple(map(written, row)) for row in table.rows]
    alone = len(others) == 1
    columns = [
        _fitting(one, [row[at] for row in rows], alone=alone) for at, one in enumerate(others, 1)
    ]
    return Table([Column(first, share=1, bold=True), *columns], rows, _TYPE)


def _fitting(head: str, cells: Sequence[str], *, alone: bool) -> Column:
    """Make a column as wide as what stands in it; one that holds sentences takes what is left.

    Args:
        head: What stands above it.
        cells: What stands in it.
        alone: It is the only one, and stands near what its counts are of.
    """
    longest = max((width_of(one, _TYPE.cell) for one in cells), default=0.0)
    if longest > _PROSE:
        return Column(head, share=4)
    if alone:
        return Column(head, share=0.7)
    words = shortened(head, _HEAD, _WIDEST)
    wide = max(width_of(words, _HEAD), min(longest, _WIDEST))
    return Column(words, width=wide + _SIDES, right=True)
