"""The paper of one person's assessments: each tool by its items and over time, then elsewhere."""

from collections.abc import Iterator

from coordinator.domain.papers.assessments import AssessmentPaper, ScoringLine, ToolPart
from coordinator.exports.documents.not_settled import beside
from coordinator.exports.documents.opening import opening, points, section, started, subsection
from coordinator.exports.layout.blocks import Block, Group
from coordinator.exports.layout.line_charts import LinesOverTime
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table
from coordinator.exports.layout.tokens import TYPE
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day, plain_day
from coordinator.wording.translation import _

_TYPE = TYPE.scaled(0.93)
_DAY = 116.0  # points: a day of any month with its year


def assessment_paper(paper: AssessmentPaper) -> Paper:
    """Compose it; whose it is stands in no title and no bookmark."""
    day = long_day(paper.imprint.issued_on)
    titled = _("Assessments of {reference}", reference=paper.person)
    blocks: list[Block] = [*opening(paper.imprint, paper.title, day, listed_as=titled)]
    if not paper.tools:
        blocks.append(Text(_("Nothing was scored with the panel's tools."), TYPE.body))
    for at, one in enumerate(paper.tools):
        blocks += _tool(one, at)
    blocks.append(Group([*_outside(paper)]))
    if paper.method:
        head = section(_("How to read it"), level=1, key="method")
        blocks.append(points(head, paper.method, _TYPE.body))
    return Paper(titled, paper.imprint, blocks)


def _tool(one: ToolPart, at: int) -> Iterator[Block]:
    yield section(one.name, level=1, key=f"tool-{at}")
    if one.scorings:
        latest = Text(_latest(one.scorings[0]), TYPE.body)
        latest.keeps = bool(one.items)
        yield latest
    if one.items:
        columns = [
            Column(_("Item"), share=1.1, bold=True),
            Column(_("What it was scored"), share=0.9),
            Column(_("Why"), share=1.2),
        ]
        rows = [(item.words, item.now, item.reason) for item in one.items]
        yield Table(columns, rows, _TYPE)
    yield Group([*_over_time(one)])


def _over_time(one: ToolPart) -> Iterator[Block]:
    yield subsection(_("Over time"))
    if one.chart is not None:
        yield LinesOverTime(one.chart, _TYPE)
    columns = [
        Column(_("When"), width=_DAY, bold=True),
        Column(_("Total"), share=1),
        Column(_("By whom"), share=1),
        Column(_("What it was done for"), share=1.2),
    ]
    yield Table(columns, [_scoring(each) for each in one.scorings], _TYPE)
    if one.owned.strip():
        yield Text(one.owned, TYPE.small)


def _latest(one: ScoringLine) -> list[Run]:
    total = ", ".join(filter(None, (one.total, one.band)))
    told = _("{day}, by {who}", day=long_day(one.on), who=one.by or _("somebody not on file here"))
    return [Run(f"{total}. ", bold=True), Run(told)]


def _scoring(one: ScoringLine) -> tuple[Cell, ...]:
    said = [part for part in (one.purpose, one.note) if part.strip()]
    return (
        plain_day(one.on),
        ", ".join(filter(None, (one.total, one.band))),
        one.by,
        [
            *(Text(part, _TYPE.cell, kind="") for part in said or [started("")]),
            *beside(one.unsettled, _TYPE.cell),
        ],
    )


def _outside(paper: AssessmentPaper) -> Iterator[Block]:
    yield section(_("Assessed elsewhere"), level=1, key="elsewhere")
    if not paper.outside:
        yield Text(_("No assessment made elsewhere is on file."), TYPE.body)
        return
    columns = [
        Column(_("Tool"), share=1, bold=True),
        Column(_("What came out"), share=1),
        Column(_("When"), width=_DAY),
        Column(_("By whom"), share=1),
        Column(_("Held where"), share=1),
    ]
    rows = [
        (
            one.tool,
            [Text(started(one.result), _TYPE.cell, kind=""), *beside(one.unsettled, _TYPE.cell)],
            plain_day(one.on) if one.on else started(""),
            started(one.by),
            started(one.held),
        )
        for one in paper.outside
    ]
    yield Table(columns, rows, _TYPE)
