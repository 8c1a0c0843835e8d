"""Who holds tonight: a row a person, the days to the next panel, what is ahead of them."""

from dataclasses import replace

from coordinator.domain.lists.outreach import DayPart
from coordinator.domain.papers.tonight import AheadLine, HeldLine, TonightLine, TonightPaper
from coordinator.domain.tonight import PartState
from coordinator.exports.documents.opening import opening
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.panels import Columns
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.strips import DayStrip, Marked, Shape, shape_of
from coordinator.exports.layout.tables import Cell, Column, Table
from coordinator.exports.layout.tokens import A4_LANDSCAPE, SOFT, TYPE, Style
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.holding import state_words
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_MARGIN, _HEAD, _FOOT = 32.0, 40.0, 50.0
_TYPE = replace(
    TYPE.scaled(0.72),
    cell=Style(9.0, 11.0),
    small=Style(8.5, 11.0, colour=SOFT, after=2),
    body=Style(9.5, 12.5, after=3),
)
_WORDS = Style(9.0, 11.0)
_STRONG = Style(9.0, 11.0, bold=True)
_DAY = Style(8.0, 10.0, colour=SOFT)
_SIDES = 12.0  # what a column keeps beside its blocks


def tonight_paper(paper: TonightPaper) -> Paper:
    """Compose the paper."""
    day = long_day(paper.imprint.issued_on)
    name = _("{panel}: who holds on {day}", panel=paper.imprint.panel, day=day)
    title = _("Who holds tonight, {day}", day=day)
    told = " ".join(f"{text.rstrip('.')}." for text in (paper.until, paper.told) if text.strip())
    blocks: list[Block] = [*opening(paper.imprint, title, "", _TYPE)]
    if told:
        blocks.append(Text(told, _TYPE.body))
    if paper.lines:
        blocks += [_legend(), _table(paper)]
    else:
        blocks.append(Text(_("Nobody to show is on the caseload."), _TYPE.body))
    return Paper(
        name,
        paper.imprint,
        blocks,
        size=A4_LANDSCAPE,
        margin=_MARGIN,
        head=_HEAD,
        foot=_FOOT,
    )


def _legend() -> Columns:
    said = [(shape_of(state), state_words(state)) for state in PartState]
    said.append((Shape.TRIANGLE, _("a change nobody is named for")))
    shown: list[list[Block]] = [[Marked(shape, Text(words, _WORDS))] for shape, words in said]
    return Columns([*shown, []], [1.0, 1.0, 1.0, 2.2, 3.8], 8.0)


def _table(paper: TonightPaper) -> Table:
    parts = ", ".join(label(part).lower() for part in DayPart)
    columns = [
        Column(_("Who, and their lead"), share=1.0),
        Column(
            _("Days: {parts}", parts=parts),
            width=max(DayStrip.width_for(len(paper.days)), 70.0) + _SIDES,
        ),
        Column(_("Who holds tonight, in the evenings, at the weekend"), share=1.9),
        Column(_("Released, discharged, moving"), share=1.5),
    ]
    return Table(columns, [_row(one, paper) for one in paper.lines], _TYPE)


def _row(one: TonightLine, paper: TonightPaper) -> tuple[Cell, ...]:
    who: list[Block] = [Text(one.person, _STRONG)]
    if one.lead:
        who.append(Text(_("Lead: {name}", name=one.lead), _WORDS))
    strip = DayStrip(paper.days, one.strip, _DAY)
    return who, strip, _held(one), _ahead(one)


def _held(one: TonightLine) -> list[Block]:
    shown: list[Block] = []
    if one.tonight is not None:
        shown.append(_line(one.tonight, _("Tonight: ")))
    shown += [_line(line) for line in one.held]
    if one.is_bare:
        words = _(
            "Nothing more is printed until the information basis is complete. Ask the coordinator."
        )
        shown.append(Text(words, _WORDS))
    return shown or [Text("", _WORDS)]


def _line(line: HeldLine, lead: str = "") -> Marked:
    """Where nobody is, the words are bold as well."""
    runs = [Run(lead, bold=True), Run(line.words, bold=line.state is PartState.NOBODY)]
    return Marked(shape_of(line.state), Text(runs if lead else runs[1:], _WORDS))


def _ahead(one: TonightLine) -> list[Block]:
    return [_change(line) for line in one.ahead] or [Text("", _WORDS)]


def _change(line: AheadLine) -> Block:
    words = [Run(f"{line.words}. ")]
    if line.is_met:
        return Text([*words, Run(f"{line.met}." if line.met else "")], _WORDS)
    return Marked(Shape.TRIANGLE, Text([*words, Run(f"{line.met}.", bold=True)], _WORDS))
