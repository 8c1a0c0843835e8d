"""A day's outreach sheet: a row a person, with room to write what came of it by hand."""

from dataclasses import replace

from coordinator.domain.papers.outreach import FindLine, FindSheet
from coordinator.exports.blocks import Block
from coordinator.exports.furniture import PageTotal
from coordinator.exports.hand import Boxes, HandBox
from coordinator.exports.opening import opening
from coordinator.exports.paragraphs import Text, shortened
from coordinator.exports.press import Paper
from coordinator.exports.tables import Column, Table
from coordinator.exports.tokens import A4_LANDSCAPE, SOFT, TYPE, Style
from coordinator.exports.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _, ngettext

MARGIN = 32.0
HEAD, FOOT = 40.0, 50.0

_TYPE = replace(TYPE.scaled(0.66), small=Style(7.2, 9.0, colour=SOFT, after=3))
_SMALL = Style(7.8, 9.0)
_WHO = Style(9.0, 10.0)
_NUMBER = Style(6.6, 8.2, colour=SOFT)
_RESULT = 200.0
"""So wide, in points, that nine boxes stand in one row with room between them."""

_HAND = 16.4
"""Room to write a line, in points."""


def outreach_paper(sheet: FindSheet) -> Paper:
    """Compose the sheet."""
    day = long_day(sheet.on)
    name = _("{panel}: outreach on {day}", panel=sheet.imprint.panel, day=day)
    blocks = [
        PageTotal(_TYPE.subtitle),
        *opening(sheet.imprint, _title(sheet), "", _TYPE),
        *_body(sheet),
    ]
    return Paper(
        name, sheet.imprint, blocks, size=A4_LANDSCAPE, margin=MARGIN, head=HEAD, foot=FOOT
    )


def _title(sheet: FindSheet) -> str:
    """Say all of it in one line: a line more at the head is a person fewer on the page."""
    people = ngettext("{count} person to find", "{count} people to find", len(sheet.lines))
    return _(
        "Outreach {day}, {area}: {people}",
        day=long_day(sheet.on),
        area=sheet.area or _("everywhere"),
        people=people,
    )


def _body(sheet: FindSheet) -> list[Block]:
    if not sheet.lines:
        return [Text(sheet.missing or _("Nobody is to be found."), _TYPE.body)]
    told: list[Block] = [Text(sheet.missing, _TYPE.body)] if sheet.missing else []
    return [*told, _table(sheet)]


def _table(sheet: FindSheet) -> Table:
    columns = [
        Column(_("Who and where"), share=1.15),
        Column(_("What to know"), share=1.9),
        Column(_came(sheet), width=_RESULT),
    ]
    rows = [(_who(one), _know(one), _result(one, sheet)) for one in sheet.lines]
    return Table(columns, rows, _TYPE)


def _came(sheet: FindSheet) -> str:
    """Say what the boxes mean at the head of every page: a page is carried by itself."""
    brief = [shortened(text, _SMALL, _RESULT / 2) for text in sheet.results]
    numbered = [f"{place} {text}" for place, text in enumerate(brief, 1)]
    return _("What came of it: {results}", results=", ".join(numbered))


def _who(one: FindLine) -> list[Block]:
    where = ". ".join(text for text in (one.where, one.reach) if text)
    who = one.worker or _("Nobody named yet")
    looks = Run(_("Who looks: {who}", who=who), colour=SOFT)
    parts: list[Block] = [Text([Run(f"{one.person}. ", bold=True), looks], _WHO)]
    return [*parts, Text(where, _SMALL)] if where else parts


def _know(one: FindLine) -> list[Block]:
    if one.is_bare:
        words = _(
            "Nothing more is printed until the information basis is complete. Ring the"
            " coordinator before you go."
        )
        return [Text(words, _SMALL)]
    parts: list[Block] = [
        Text([Run(_("First: ") + text, bold=True)], _SMALL) for text in one.warnings
    ]
    return [*parts, Text(_about(one), _SMALL)]


def _about(one: FindLine) -> list[Run]:
    """Run what else there is to know on in one paragraph: a line is a person further down."""
    said = [Run(f"{text}. ") for text in (one.why, one.seen) if text]
    for text in one.actions:
        said += [Run(_("Due: "), bold=True), Run(f"{text}. ")]
    if one.tries:
        said += [Run(_("Before: "), bold=True), Run(" / ".join(one.tries), colour=SOFT)]
    return said or [Run("")]


def _result(one: FindLine, sheet: FindSheet) -> list[Block]:
    if one.result:
        return [Text(one.result, _SMALL)]
    numbers = [str(place) for place, _text in enumerate(sheet.results, 1)]
    ticks: list[Block] = [Boxes(numbers, _NUMBER)] if numbers else []
    return [*ticks, HandBox(_("Time"), _HAND, _NUMBER)]
