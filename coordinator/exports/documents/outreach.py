"""A day's outreach sheet: two pages, with room to write what came of it by hand.

In the order of the list, as many stand in full as leave room for all the others in brief before
the second page is full. So many that this cannot be done run on, and the sheet says so at its top.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coordinator.domain.papers.outreach import FindLine, FindSheet
from coordinator.exports.documents.opening import opening, section
from coordinator.exports.layout.blocks import Block, Room
from coordinator.exports.layout.briefs import Brief, Columned
from coordinator.exports.layout.fitting import run_over
from coordinator.exports.layout.furniture import PageTotal
from coordinator.exports.layout.hand import Boxes, HandBox, SmallBox
from coordinator.exports.layout.paragraphs import Text, shortened
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table
from coordinator.exports.layout.tokens import A4_LANDSCAPE, SOFT, TYPE, Style
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _, ngettext

PAGES = 2
LEAST_IN_FULL = 5
"""Fewer would be no sheet to go out with: then it runs on, with a whole page in full."""

MARGIN = 32.0
HEAD, FOOT = 40.0, 50.0
_TALL = A4_LANDSCAPE[1] - HEAD - FOOT
_PAGE = Room(A4_LANDSCAPE[0] - 2 * MARGIN, _TALL, _TALL)

_CELL = Style(8.0, 9.6)  # nothing on the sheet is smaller than 8 pt
_TYPE = replace(
    TYPE.scaled(0.68),
    section=replace(TYPE.section, size=10.0, leading=12.0, before=5.0, after=2.0),
    cell=_CELL,
    small=Style(8.0, 9.6, colour=SOFT, after=2),
)
_SMALL = Style(8.0, 9.2)
_BRIEF = Style(8.0, 8.9)
_LEGEND = replace(_SMALL, after=2.0)
_WHO = Style(9.0, 10.0)
_NUMBER = Style(8.0, 9.0, colour=SOFT)
_RESULT = 200.0
"""So wide, in points, that nine boxes stand in one row with room between them."""

_NUMBERED = 60.0
_LONGEST = 340.0
"""Of a place or a result in brief: two lines. A warning has no such limit."""

_HAND = 16.4
"""Room to write a line, in points."""


def outreach_paper(sheet: FindSheet) -> Paper:
    """Compose the sheet."""
    day = long_day(sheet.on)
    name = _("{panel}: outreach on {day}", panel=sheet.imprint.panel, day=day)
    return Paper(
        name,
        sheet.imprint,
        _blocks(sheet),
        size=A4_LANDSCAPE,
        margin=MARGIN,
        head=HEAD,
        foot=FOOT,
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    """How the lines are shared out: so many in full, the others in columns page by page."""

    in_full: int
    columns: Sequence[Sequence[int]] = ()
    runs_on: bool = False


def _blocks(sheet: FindSheet) -> list[Block]:
    """Say all of it in the fewest lines: a line more at the head is a person fewer below."""
    if not sheet.lines:
        told = sheet.missing or _("Nobody is to be found.")
        return [*_opening(sheet, ""), Text(told, _TYPE.body)]
    whole = [*_top(sheet, ""), _table(sheet, len(sheet.lines))]
    if run_over(whole, _PAGE)[0] <= PAGES:
        return whole
    columned = Columned(_brief(sheet), _PAGE)
    shared = _share(sheet, columned)
    return [
        *_top(sheet, _told(sheet, shared)),
        _table(sheet, shared.in_full),
        *columned.blocks(shared.columns),
    ]


def _share(sheet: FindSheet, columned: Columned) -> _Shared:
    """Find how many may stand in full so that two pages hold everybody."""
    low, high = LEAST_IN_FULL, len(sheet.lines) - 1
    best = _shared(sheet, columned, min(low, high))
    if best is None:
        return _run_on(sheet, columned)
    while low < high:
        middle = (low + high + 1) // 2
        found = _shared(sheet, columned, middle)
        best, low, high = (found, middle, high) if found else (best, low, middle - 1)
    return best


def _shared(sheet: FindSheet, columned: Columned, in_full: int) -> _Shared | None:
    """Share the lines out with so many in full; nothing when that takes more than two pages."""
    top = _top(sheet, _told(sheet, _Shared(in_full)))
    pages, left = run_over([*top, _table(sheet, in_full)], _PAGE)
    if pages > PAGES:
        return None
    columns = columned.pages(in_full, left)
    return _Shared(in_full, columns) if pages - 1 + len(columns) <= PAGES else None


def _run_on(sheet: FindSheet, columned: Columned) -> _Shared:
    """Put in full what the first page holds, and everybody else in brief on further pages."""
    in_full, left = 1, _PAGE.left
    for many in range(1, len(sheet.lines)):
        top = _top(sheet, _told(sheet, _Shared(many, runs_on=True)))
        pages, room = run_over([*top, _table(sheet, many)], _PAGE)
        if pages > 1 and many > 1:
            break
        in_full, left = many, room
    columns = columned.pages(in_full, left)
    return _Shared(in_full, columns, runs_on=True)


def _top(sheet: FindSheet, told: str) -> list[Block]:
    words = [text for text in (sheet.missing, told) if text]
    return _opening(sheet, " ".join(words))


def _opening(sheet: FindSheet, told: str) -> list[Block]:
    first = [PageTotal(_TYPE.subtitle), *opening(sheet.imprint, _title(sheet), "", _TYPE)]
    return [*first, Text(told, _TYPE.body)] if told else first


def _title(sheet: FindSheet) -> str:
    people = ngettext("{count} person to find", "{count} people to find", len(sheet.lines))
    return _(
        "Outreach {day}, {area}: {people}",
        day=long_day(sheet.on),
        area=sheet.area or _("everywhere"),
        people=people,
    )


def _told(sheet: FindSheet, shared: _Shared) -> str:
    """Say how many are in brief, and why there are more than two pages where there are."""
    words = _(
        "In the order of the list: the first {full} in full, {brief} more in brief.",
        full=shared.in_full,
        brief=len(sheet.lines) - shared.in_full,
    )
    if not shared.runs_on:
        return words
    return _("Too many for two pages: this sheet runs on.") + " " + words


def _table(sheet: FindSheet, in_full: int) -> Table:
    columns = [
        Column(_("Who and where"), share=1.15),
        Column(_("What to know"), share=1.9),
        Column(_came(sheet), width=_RESULT),
    ]
    rows = [(_who(one), _know(one), _result(one, sheet)) for one in sheet.lines[:in_full]]
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


def _brief(sheet: FindSheet) -> Brief:
    columns = (
        Column(_("Who, last seen, where"), share=1),
        Column(_("No., time"), width=_NUMBERED),
    )
    rows: list[Sequence[Cell]] = [(_in_brief(one), SmallBox()) for one in sheet.lines]
    came = Text(_came(sheet), _LEGEND)
    heading = [section(_("Also on this sheet"), _TYPE), came]
    return Brief(columns, rows, _TYPE, heading, [came])


def _in_brief(one: FindLine) -> Text:
    """Say of somebody what cannot be done without; a warning is never cut short."""
    said = [Run(f"{one.person}. ", bold=True)]
    if one.is_bare:
        said.append(Run(_("Ring the coordinator before you go.") + " "))
    place = shortened(one.place, _BRIEF, _LONGEST)
    said += [Run(f"{text}. ") for text in (one.unseen, place) if text]
    said += [Run(_("First: ") + f"{text}. ", bold=True) for text in one.mind]
    result = shortened(one.result, _BRIEF, _LONGEST)
    said += [Run(f"{text}. ", colour=SOFT) for text in (one.worker, result) if text]
    return Text(said, _BRIEF)
