"""A day's outreach sheet: a row a person, with room to write what came of it by hand."""

from coordinator.domain.papers.outreach import FindLine, FindSheet
from coordinator.exports.blocks import Block
from coordinator.exports.hand import HandBox, Ticks
from coordinator.exports.opening import opening
from coordinator.exports.paragraphs import Text
from coordinator.exports.press import Paper
from coordinator.exports.tables import Column, Table
from coordinator.exports.tokens import A4_LANDSCAPE, SOFT, TYPE, Style
from coordinator.exports.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _, ngettext

MARGIN = 34.0
FEW = 14
"""Of more people than these the results stand by their numbers, told once at the head."""

_TYPE = TYPE.scaled(0.82)
_SMALL = Style(8.4, 10.6, after=1)
_TICK = Style(8.2, 11.2, after=1)
_HAND, _TIGHT = 24.0, 22.0
"""Room to write a line or two, in points."""


def outreach_paper(sheet: FindSheet) -> Paper:
    """Compose the sheet."""
    day = long_day(sheet.on)
    name = _("{panel}: outreach on {day}", panel=sheet.imprint.panel, day=day)
    blocks = [*opening(sheet.imprint, _title(sheet), _subtitle(sheet), _TYPE), *_body(sheet)]
    return Paper(name, sheet.imprint, blocks, size=A4_LANDSCAPE, margin=MARGIN)


def _title(sheet: FindSheet) -> str:
    return _("Outreach {day}", day=long_day(sheet.on))


def _subtitle(sheet: FindSheet) -> str:
    people = ngettext("{count} person to find", "{count} people to find", len(sheet.lines))
    return f"{sheet.area or _('Everywhere')}. {people}."


def _body(sheet: FindSheet) -> list[Block]:
    if not sheet.lines:
        return [Text(sheet.missing or _("Nobody is to be found."), _TYPE.body)]
    told: list[Block] = [Text(sheet.missing, _TYPE.body)] if sheet.missing else []
    return [*told, _how(sheet), _table(sheet)]


def _how(sheet: FindSheet) -> Text:
    words = _("Tick what came of it and write the time. Nobody there is a result like any other.")
    keys = ", ".join(_numbered(sheet)) if len(sheet.lines) > FEW else ""
    return Text([Run(f"{words} ", bold=True), Run(keys)], _SMALL)


def _table(sheet: FindSheet) -> Table:
    columns = [
        Column(_("Who and where"), share=0.85),
        Column(_("What to know"), share=1.4),
        Column(_("What came of it, and when"), share=1.05),
    ]
    rows = [(_who(one), _know(one), _result(one, sheet)) for one in sheet.lines]
    return Table(columns, rows, _TYPE)


def _who(one: FindLine) -> list[Block]:
    who = one.worker or _("Nobody named yet")
    parts: list[Block] = [Text(Run(one.person, bold=True), _TYPE.cell)]
    parts += [Text(text, _SMALL) for text in (one.where, one.reach) if text]
    return [*parts, Text(Run(_("Who looks: {who}", who=who), colour=SOFT), _SMALL)]


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
    why = ". ".join(part for part in (one.why, one.seen) if part)
    parts.append(Text(why, _SMALL))
    parts += [Text([Run(_("Due: "), bold=True), Run(text)], _SMALL) for text in one.actions]
    tries = " / ".join(one.tries)
    return [*parts, Text(Run(tries, colour=SOFT), _SMALL)] if tries else parts


def _result(one: FindLine, sheet: FindSheet) -> list[Block]:
    if one.result:
        return [Text(one.result, _SMALL)]
    if len(sheet.lines) > FEW:
        numbers = [str(place) for place, _text in enumerate(sheet.results, 1)]
        return [Ticks(numbers, len(numbers) or 1, _TICK), HandBox(_("Time"), _TIGHT, _TICK)]
    return [Ticks(_numbered(sheet), 3, _TICK), HandBox(_("Time"), _HAND, _TICK)]


def _numbered(sheet: FindSheet) -> list[str]:
    return [f"{place} {text}" for place, text in enumerate(sheet.results, 1)]
