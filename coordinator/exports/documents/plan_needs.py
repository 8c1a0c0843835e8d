"""Needs on a plan, and strengths and risks in a grid by the level they sit at."""

from collections.abc import Sequence
from datetime import date

from coordinator.domain.lists.plans import EcologicalLevel
from coordinator.domain.papers.plan import LevelLine, Plan
from coordinator.exports.documents.not_settled import beside
from coordinator.exports.documents.opening import labelled
from coordinator.exports.layout.bars import bar_charts
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.lists import bullets
from coordinator.exports.layout.paragraphs import Text, shortened
from coordinator.exports.layout.tables import Cell, Column, Table
from coordinator.exports.layout.tokens import SOFT, Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import day
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_WIDEST = 90.0  # points of a head of a column


def needs_part(plan: Plan, type_: Type) -> tuple[str, list[Block]]:
    """How many needs there are, which, and how that went: a line, a table and a chart."""
    title, needs = _("Needs"), plan.needs
    if needs is None:
        return title, []
    blocks: list[Block] = [Text(needs.line, type_.body)]
    if needs.changed:
        blocks += labelled(_("Since the time before."), needs.changed, type_.body)
    if needs.rows:
        area, *days = (shortened(head, type_.cell, _WIDEST) for head in needs.heads)
        columns = [Column(area, share=2, bold=True), *(Column(day, share=1) for day in days)]
        blocks.append(Table(columns, needs.rows, type_))
    if needs.chart is not None:
        blocks += bar_charts(needs.chart, type_)
    return title, blocks


def grid_part(plan: Plan, type_: Type) -> tuple[str, list[Block]]:
    """Strengths and risks side by side, a row for each level of the ecological model."""
    title = _("Strengths and risks")
    if not plan.risks and not plan.strengths:
        return title, [
            Text(strengths_unasked(), type_.body),
            Text(_("Risks: none is noted."), type_.body),
        ]
    columns = [
        Column(_("Level"), share=0.7, bold=True),
        Column(_("Strengths"), share=1),
        Column(_("Risks"), share=1.4),
    ]
    today = plan.imprint.issued_on
    rows = [
        (
            level or _("Level not said"),
            _cell(_at(plan.strengths, level), type_, today, _no_strength(plan)),
            _cell(_at(plan.risks, level), type_, today, _("None noted")),
        )
        for level in _levels(plan)
    ]
    return title, [Table(columns, rows, type_)]


def strengths_unasked() -> str:
    """Say that nobody has asked about strengths: that is not the same as none."""
    return _("Strengths: not yet asked.")


def _no_strength(plan: Plan) -> str:
    return _("None noted") if plan.strengths else _("Not yet asked")


def _levels(plan: Plan) -> list[str]:
    """Every level, nearest the person first; that none was said only where that is so."""
    known = [label(one) for one in EcologicalLevel]
    said = {one.level: None for one in (*plan.risks, *plan.strengths)}
    others = [one for one in said if one not in known]
    return [*known, *sorted(others, reverse=True)]


def _at(lines: Sequence[LevelLine], level: str) -> list[LevelLine]:
    return [one for one in lines if one.level == level]


def _cell(lines: Sequence[LevelLine], type_: Type, today: date, empty: str) -> Cell:
    if not lines:
        return [Text(Run(empty, colour=SOFT), type_.cell, kind="")]
    blocks: list[Block] = []
    for one in lines:
        blocks += bullets([_said(one, today)], type_.cell)
        blocks += [Text(Run(detail, colour=SOFT), type_.cell, kind="") for detail in one.details]
        blocks += beside(one.unsettled, type_.cell)
    return blocks


def _said(line: LevelLine, today: date) -> list[Run]:
    review = _("review {day}", day=day(line.review_on, today)) if line.review_on else ""
    known = ", ".join(filter(None, (line.source, review)))
    return [Run(line.text), *([Run(f" ({known})", colour=SOFT)] if known else [])]
