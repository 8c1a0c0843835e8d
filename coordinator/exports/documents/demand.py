"""The report on demand: sums, a chart of them, who is not in them, how to read it."""

from coordinator.domain.papers.demand import DemandReport
from coordinator.exports.documents.opening import opening, points, section
from coordinator.exports.layout.blocks import Block, Group
from coordinator.exports.layout.pairs import pair_charts
from coordinator.exports.layout.panels import Facts
from coordinator.exports.layout.paragraphs import Text, shortened
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Column, Table
from coordinator.exports.layout.tokens import TYPE, Style
from coordinator.wording.dates import long_day
from coordinator.wording.demand import INDICATIVE
from coordinator.wording.translation import _

_COUNT = Style(19, 23, bold=True)
_TYPE = TYPE.scaled(0.93)
_WIDEST = 110.0  # of a head, over two lines or three


def demand_paper(report: DemandReport) -> Paper:
    """Compose the report."""
    day = long_day(report.imprint.issued_on)
    blocks: list[Block] = [
        *opening(report.imprint, _("Demand before and after"), report.scope),
        *([Facts(report.facts, len(report.facts), TYPE, _COUNT)] if report.facts else []),
        Group(_sums(report)),
        *_left_out(report),
        *_costs(report),
        points(
            section(_("How to read it, and what it cannot say"), level=1, key="method"),
            report.method,
            _TYPE.body,
        ),
    ]
    name = _("{panel}: demand on {day}", panel=report.imprint.panel, day=day)
    return Paper(name, report.imprint, blocks)


def _sums(report: DemandReport) -> list[Block]:
    head = section(_("Before and after"), level=1, key="sums")
    if not report.lines:
        return [head, Text(_("Nothing was counted."), _TYPE.body)]
    has_money = any(one.money for one in report.lines)
    columns = [
        Column(_("What is counted"), share=1.5, bold=True),
        Column(_("People"), share=0.8),
        Column(_("Before"), share=0.7),
        Column(_("After"), share=0.7),
        Column(_("Change"), share=0.6),
        *([Column(_("Indicative cost"), share=1.1)] if has_money else []),
    ]
    rows = [
        (
            one.measure,
            one.people,
            one.before,
            one.after,
            one.change,
            *((one.money or "\u2013",) if has_money else ()),
        )
        for one in report.lines
    ]
    charts = pair_charts(report.chart, _TYPE) if report.chart is not None else ()
    note = [Text(_(INDICATIVE), _TYPE.small)] if has_money else []
    return [head, Table(columns, rows, _TYPE), *note, *charts]


def _left_out(report: DemandReport) -> list[Block]:
    if not report.left_out:
        return []
    columns = [
        Column(_("What is counted"), share=1.6, bold=True),
        *(Column(shortened(one, _TYPE.cell, _WIDEST), share=1) for one in report.reasons),
    ]
    rows = [(one.measure, *one.counts) for one in report.left_out]
    head = section(_("People not in the sums, and why"), level=1, key="left-out")
    return [Group([head, Table(columns, rows, _TYPE)])]


def _costs(report: DemandReport) -> list[Block]:
    if not report.costs:
        return []
    head = section(_("What one is said to cost"), level=1, key="costs")
    return [points(head, report.costs, _TYPE.body)]
