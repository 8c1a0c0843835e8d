"""The briefing of an escalation: twelve short parts on two pages, with room for the answer."""

from dataclasses import replace
from functools import partial

from coordinator.domain.papers.escalation import EscalationBriefing
from coordinator.domain.papers.imprint import Fact, Tone
from coordinator.exports.documents.opening import (
    dated,
    facts,
    flush,
    labelled,
    note,
    opening,
    prose,
    section,
    started,
)
from coordinator.exports.layout.blocks import Blank, Block, Group
from coordinator.exports.layout.limiting import within_pages
from coordinator.exports.layout.lists import bullets
from coordinator.exports.layout.panels import Chip, Panel
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Column, Table, fitted
from coordinator.exports.layout.tokens import TYPE, Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _, ngettext

_PAGES = 2  # what a commissioner reads
_TYPE = replace(
    TYPE,
    title=replace(TYPE.title, size=21, leading=25),
    subtitle=replace(TYPE.subtitle, size=12, leading=16, after=4),
    section=replace(TYPE.section, size=13, leading=16.5, before=9, after=2.5),
    body=replace(TYPE.body, size=11, leading=14.5, after=3.5),
    cell=replace(TYPE.cell, size=10, leading=13),
)
_HAND = 26.0  # points of a line to write on


def escalation_paper(briefing: EscalationBriefing) -> Paper:
    """Compose the briefing in the largest type that keeps it to two pages.

    Texts that do not fit at the smallest size run on: nothing is cut, and page 1 says so.
    """
    name = _("{number}: briefing", number=briefing.number)
    blocks, pages = within_pages(partial(_blocks, briefing, 0), _TYPE, _PAGES)
    if pages > _PAGES:
        blocks, pages = within_pages(partial(_blocks, briefing, pages), _TYPE, _PAGES)
    return Paper(name, briefing.imprint, blocks)


def _blocks(briefing: EscalationBriefing, pages: int, type_: Type) -> list[Block]:
    """Make all parts; `pages` is told on the first one when it is too many, 0 when it is not."""
    parts: tuple[tuple[str, list[Block]], ...] = (
        (_("What we ask"), _asked(briefing, type_)),
        (_("Why we ask you"), _why_you(briefing, type_)),
        (_("The person"), prose(briefing.person, type_.body)),
        (_("What has been tried"), _tried(briefing, type_)),
        (_("What stands in the way"), _barrier(briefing, type_)),
        (_("What it means now"), _impact(briefing, type_)),
        (_("Options"), _options(briefing, type_)),
        (_("What the panel recommends"), prose(briefing.recommendation, type_.body)),
        (_("If nothing is done"), prose(briefing.risk_if_nothing, type_.body)),
        (_("Others with the same barrier"), prose(briefing.others, type_.body)),
        (_("Your answer"), _answer(briefing, type_)),
        (_("Whom to ring"), [facts(briefing.contacts, type_, columns=2)]),
    )
    title = _("Briefing: {number}", number=briefing.number)
    blocks = opening(briefing.imprint, title, briefing.standing, type_)
    if briefing.is_draft:
        told = _("It has not been sent, and nothing in it is final.")
        blocks.append(note(_("Draft, not sent."), told, type_=type_, tone=Tone.WARN))
    if pages:
        blocks.append(_too_long(pages, type_))
    for place, (words, part) in enumerate(parts, 1):
        head = section(f"{place}. {words}", type_, key=f"part{place}", level=1)
        blocks += [Group([head, *part])] if place == len(parts) - 1 else [head, *part]
    return blocks


def _too_long(pages: int, type_: Type) -> Panel:
    words = _("{pages} pages instead of two: some texts are long.", pages=pages)
    return Panel([Text(words, flush(type_.body))], Tone.WARN, pad=5)


def _asked(briefing: EscalationBriefing, type_: Type) -> list[Block]:
    by = long_day(briefing.reply_by) if briefing.reply_by else started("")
    body = flush(type_.body)
    lines: list[Block] = [
        *(Text(Run(line, bold=True), type_.body) for line in _lines(briefing.ask)),
        Text([Run(_("Answer needed by: ")), Run(by, bold=True)], body),
    ]
    return [Panel(lines, Tone.ACCENT, pad=8), *_standing(briefing, type_)]


def _standing(briefing: EscalationBriefing, type_: Type) -> list[Block]:
    return [Chip(briefing.status, type_.chip)] if briefing.status.text.strip() else []


def _why_you(briefing: EscalationBriefing, type_: Type) -> list[Block]:
    today = briefing.imprint.issued_on
    to = ", ".join(part for part in (briefing.receiver, briefing.receiver_role) if part.strip())
    told = [
        Fact(_("To"), to),
        Fact(_("Sent"), dated(briefing.sent_on, today) if briefing.sent_on else _("Not sent yet")),
    ]
    return [facts(told, type_, columns=2), *prose(briefing.authority, type_.body)]


def _tried(briefing: EscalationBriefing, type_: Type) -> list[Block]:
    if not briefing.tried:
        return [Text(_("Nothing is recorded yet."), type_.body)]
    today = briefing.imprint.issued_on
    days = [dated(one.on, today) for one in briefing.tried]
    columns = [
        fitted(_("When"), days, type_, bold=True),
        Column(_("Who"), share=1),
        Column(_("What, and what came of it"), share=2.4),
    ]
    rows = [
        (when, started(one.who), [Text(line, type_.cell, kind="") for line in _lines(one.what)])
        for when, one in zip(days, briefing.tried, strict=True)
    ]
    return [Table(columns, rows, type_), *_earlier(briefing.tried_before, type_)]


def _earlier(count: int, type_: Type) -> list[Block]:
    if not count:
        return []
    words = ngettext(
        "And {count} earlier step, in the panel's record.",
        "And {count} earlier steps, in the panel's record.",
        count,
    )
    return [Text(words, type_.small)]


def _lines(value: str) -> list[str]:
    return [line for line in value.splitlines() if line.strip()] or [started("")]


def _barrier(briefing: EscalationBriefing, type_: Type) -> list[Block]:
    since = dated(briefing.barrier_since, briefing.imprint.issued_on)
    told = [
        Fact(_("Barrier"), briefing.barrier),
        Fact(_("Agency"), briefing.agency),
        Fact(_("Since"), since),
    ]
    return [
        facts(told, type_, columns=3),
        *labelled(_("The rule or reason."), briefing.barrier_text, type_.body),
        *labelled(_("What the agency says."), briefing.position, type_.body),
    ]


def _impact(briefing: EscalationBriefing, type_: Type) -> list[Block]:
    blocks = prose(briefing.impact, type_.body)
    if briefing.demand:
        lead = Text(Run(_("How often services were needed."), bold=True), type_.body)
        blocks += [lead, *bullets(briefing.demand, type_.body)]
    if briefing.cost.strip():
        blocks += labelled(_("Indicative cost, as entered."), briefing.cost, type_.body)
    return blocks


def _options(briefing: EscalationBriefing, type_: Type) -> list[Block]:
    made = bullets(briefing.options, type_.body, numbered=True)
    return made or [Text(started(""), type_.body)]


def _answer(briefing: EscalationBriefing, type_: Type) -> list[Block]:
    """What came back; until then the form to answer on."""
    if briefing.answer.strip():
        return _answered(briefing, type_)
    room = Blank(_HAND * type_.body.size / _TYPE.body.size)
    columns = [Column(_("Please say"), width=160, bold=True), Column(_("Your answer"), share=1)]
    asked = (
        _("Yes, partly, no; passed on to"),
        _("Reason"),
        _("Conditions, and until when"),
        _("Name and role"),
        _("Date"),
    )
    return [Table(columns, [(words, room) for words in asked], type_)]


def _answered(briefing: EscalationBriefing, type_: Type) -> list[Block]:
    today = briefing.imprint.issued_on
    told = [
        Fact(_("Answered"), dated(briefing.answered_on, today)),
        Fact(_("By"), briefing.answered_by),
    ]
    blocks: list[Block] = [facts(told, type_, columns=2), *prose(briefing.answer, type_.body)]
    if briefing.conditions.strip():
        blocks += labelled(_("Conditions."), briefing.conditions, type_.body)
    return blocks
