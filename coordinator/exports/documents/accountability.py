"""The attendance and accountability report: figures by agency with what is read beside them."""

from collections.abc import Sequence

from coordinator.domain.charts import BarChart
from coordinator.domain.papers.accountability import AccountabilityReport, FigureTable
from coordinator.exports.documents.opening import opening, points, section
from coordinator.exports.layout.bars import bar_charts
from coordinator.exports.layout.blocks import Block, Group
from coordinator.exports.layout.panels import Facts
from coordinator.exports.layout.paragraphs import Text, shortened, width_of
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table
from coordinator.exports.layout.tokens import A4_LANDSCAPE, TYPE, Style
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _

_MARGIN = 36.0
_TYPE = TYPE.scaled(0.86)  # twelve columns across a page
_COUNT = Style(19, 23, bold=True)
_SIDES, _WIDEST = 13.0, 80.0


def accountability_paper(report: AccountabilityReport) -> Paper:
    """Compose the report."""
    title = _("Attendance and accountability")
    blocks: list[Block] = [*opening(report.imprint, title, report.scope), *_panel(report)]
    for table, chart in report.tables:
        blocks.append(Group(_part(table, chart)))
    head = section(_("How it is counted"), _TYPE, key="method", level=1)
    blocks.append(points(head, report.method, _TYPE.body))
    day = long_day(report.imprint.issued_on)
    name = _("{panel}: attendance and accountability on {day}", panel=report.imprint.panel,
             day=day)  # fmt: skip
    return Paper(name, report.imprint, blocks, size=A4_LANDSCAPE, margin=_MARGIN)


def _panel(report: AccountabilityReport) -> list[Block]:
    blocks: list[Block] = []
    if report.facts:
        blocks.append(Facts(report.facts, len(report.facts), TYPE, _COUNT))
    if report.vacant:
        head = section(_("Vacant seats"), _TYPE, key="vacant", level=1)
        blocks.append(points(head, report.vacant, _TYPE.body))
    return blocks


def _part(table: FigureTable, chart: BarChart | None) -> list[Block]:
    head = section(table.title, _TYPE, key=f"part-{table.title.lower()}", level=1)
    if not table.rows:
        return [head, Text(_("No agency has a seat, and none did anything."), _TYPE.body)]
    blocks: list[Block] = [head, _table(table)]
    if table.explained:
        blocks.append(Text(table.explained, _TYPE.small))
    return [*blocks, *bar_charts(chart, _TYPE)] if chart is not None else blocks


def _table(table: FigureTable) -> Table:
    columns = [
        Column(_("Agency"), share=1.15, bold=True),
        *(_figures(head) for head in table.heads),
        Column(_("Beside these figures"), share=1),
    ]
    return Table(columns, [_row(*row) for row in table.rows], _TYPE)


def _figures(head: str) -> Column:
    style = Style(_TYPE.cell.size, _TYPE.cell.leading, bold=True)
    words = shortened(head, style, _WIDEST)
    return Column(words, width=width_of(words, style) + _SIDES, right=True)


def _row(name: str, counts: Sequence[int], beside: str) -> tuple[Cell, ...]:
    return (name, *(str(count) for count in counts), beside)
