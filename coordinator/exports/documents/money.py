"""The money ledger: what each fund has at both ends of a period, and every movement between."""

from collections.abc import Iterator

from coordinator.domain.money.book import Amounts
from coordinator.domain.papers.money import FundLine, MoneyLine, MoneyPaper
from coordinator.exports.documents.not_settled import beside
from coordinator.exports.documents.opening import opening, points, section, started
from coordinator.exports.layout.at_right import AtRight
from coordinator.exports.layout.blocks import Block, Group
from coordinator.exports.layout.lengths import length_charts
from coordinator.exports.layout.panels import Facts
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table
from coordinator.exports.layout.tokens import A4_LANDSCAPE, TYPE, Style
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day, plain_day
from coordinator.wording.money import pounds
from coordinator.wording.translation import _

_MARGIN = 36.0
_TYPE = TYPE.scaled(0.86)
_BOLD = Style(_TYPE.cell.size, _TYPE.cell.leading, bold=True)
_COUNT = Style(19, 23, bold=True)
_AMOUNT = 74.0  # points: millions with their pence


def money_paper(report: MoneyPaper) -> Paper:
    """Compose the ledger."""
    blocks: list[Block] = [*opening(report.imprint, _("Money ledger"), report.scope)]
    if report.facts:
        blocks.append(Facts(report.facts, len(report.facts), TYPE, _COUNT))
    blocks += [
        Group([*_funds(report)]),
        *_moves(report),
        points(
            section(_("How to read it"), _TYPE, level=1, key="method"), report.method, _TYPE.body
        ),
    ]
    day = long_day(report.imprint.issued_on)
    name = _("{panel}: money ledger on {day}", panel=report.imprint.panel, day=day)
    return Paper(name, report.imprint, blocks, size=A4_LANDSCAPE, margin=_MARGIN)


def _funds(report: MoneyPaper) -> Iterator[Block]:
    yield section(_("What was given, and what is left"), _TYPE, level=1, key="funds")
    if not report.funds:
        yield Text(_("No money was given for these days, and none moved."), _TYPE.body)
        return
    columns = [
        Column(_("Fund"), share=1.2, bold=True),
        Column(_("Given for"), share=1.2),
        Column(_("At the beginning"), width=_AMOUNT, right=True),
        Column(_("Given in these days"), width=_AMOUNT, right=True),
        Column(_("Spent"), width=_AMOUNT, right=True),
        Column(_("Given back"), width=_AMOUNT, right=True),
        Column(_("At the end"), width=_AMOUNT, right=True),
    ]
    yield Table(columns, [_fund(one) for one in report.funds], _TYPE)
    if report.chart is not None:
        yield from length_charts(report.chart, _TYPE)


def _fund(one: FundLine) -> tuple[Cell, ...]:
    return (
        one.fund,
        one.days,
        _end(one.opening),
        _amount(one.given),
        _amount(one.spent),
        _amount(one.returned),
        _end(one.closing),
    )


def _moves(report: MoneyPaper) -> Iterator[Block]:
    yield section(_("Every movement"), _TYPE, level=1, key="moves")
    rows = [_move(one) for one in report.lines]
    if report.others is not None:
        rows.append(_sums(_("Others, not shown here"), report.others))
    if not rows:
        yield Text(_("Nothing was asked for, decided, spent or given back."), _TYPE.body)
        return
    rows.append(_sums(_("Together"), report.whole))
    columns = [
        Column(_("When"), width=78),
        Column(_("What, and by whom"), share=1.1),
        Column(_("For"), width=58),
        Column(_("What it is for, and whose money"), share=1.6),
        *(
            Column(head, width=_AMOUNT, right=True)
            for head in (_("Asked for"), _("Agreed"), _("Spent"), _("Given back"))
        ),
        Column(_("Receipt"), share=0.8),
    ]
    yield Table(columns, rows, _TYPE)


def _move(one: MoneyLine) -> tuple[Cell, ...]:
    what = [[Run(one.what, bold=True)], [Run(one.by)], [Run(one.note)]]
    purpose = [[Run(one.purpose, bold=True)], [Run(one.fund)]]
    if one.goal.strip():
        purpose.insert(1, [Run(_("For the goal: {goal}", goal=one.goal))])
    return (
        plain_day(one.on),
        [*_lines(what), *beside(one.unsettled, _TYPE.cell)],
        started(one.reference),
        _lines(purpose),
        *_amounts(one.amounts),
        one.receipt,
    )


def _sums(words: str, of: Amounts) -> tuple[Cell, ...]:
    bold = Text([Run(words, bold=True)], _TYPE.cell, kind="")
    return (bold, "", "", "", *_amounts(of, _BOLD), "")


def _amounts(of: Amounts, style: Style = _TYPE.cell) -> Iterator[Cell]:
    for pence in (of.asked, of.agreed, of.spent, of.returned):
        yield AtRight(pounds(pence) if pence or style is _BOLD else "", style)


def _amount(pence: int) -> Cell:
    return pounds(pence)


def _end(pence: int | None) -> Cell:
    return AtRight(_("Not known") if pence is None else pounds(pence), _BOLD)


def _lines(some: list[list[Run]]) -> list[Block]:
    kept = [runs for runs in some if any(run.text.strip() for run in runs)]
    return [Text(runs, _TYPE.cell, kind="") for runs in kept]
