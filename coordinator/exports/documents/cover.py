"""The cover sheet: what a deputy finds, in two pages; people as initials and reference."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coordinator.domain.papers.cover import AgencyLine, CoverSheet, StepRow, WaitingLine
from coordinator.domain.papers.imprint import Fact
from coordinator.exports.documents.meetings import meeting_facts, meeting_line
from coordinator.exports.documents.opening import dated, facts, opening, section, started
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.panels import Chip
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table, fitted
from coordinator.exports.layout.tokens import SOFT, TYPE
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _

# Read standing up, by somebody who has an hour: close together, so that it stays on two pages.
_TYPE = replace(
    TYPE,
    section=replace(TYPE.section, size=13, leading=17, before=9, after=3),
    body=replace(TYPE.body, size=11, leading=14.5, after=3),
    cell=replace(TYPE.cell, size=10, leading=12.5),
)


def cover_paper(sheet: CoverSheet) -> Paper:
    """Compose the cover sheet."""
    day = long_day(sheet.imprint.issued_on)
    blocks: list[Block] = [
        *opening(sheet.imprint, _("Cover sheet"), day),
        *(Text(line, _TYPE.body) for line in sheet.standing_in),
        *_meeting(sheet),
        *_steps(sheet),
        *_waits(sheet),
        *_agencies(sheet),
    ]
    name = _("{panel}: cover sheet of {day}", panel=sheet.imprint.panel, day=day)
    return Paper(name, sheet.imprint, blocks)


def _meeting(sheet: CoverSheet) -> list[Block]:
    head = _section(_("The next meeting"), "meeting")
    if sheet.meeting is None:
        return [head, Text(_("No meeting is in the calendar."), _TYPE.body)]
    told = [
        Fact(_("Meeting"), meeting_line(sheet.meeting)),
        *meeting_facts(sheet.meeting),
        Fact(_("How far it is"), sheet.stage),
    ]
    return [head, facts(told, _TYPE)]


def _steps(sheet: CoverSheet) -> list[Block]:
    head = _section(_("What to do, day by day"), "steps")
    if not sheet.steps:
        return [
            head,
            Text(_("Nothing is to be done before a meeting is in the calendar."), _TYPE.body),
        ]
    today = sheet.imprint.issued_on
    columns = [
        fitted(_("Day"), [dated(one.day, today) for one in sheet.steps], _TYPE, bold=True),
        Column(_("Step"), share=1),
        Column(_("How it stands"), width=124),
        Column(_("What it waits for"), share=1),
    ]
    return [head, Table(columns, [_step(one, today) for one in sheet.steps], _TYPE)]


def _step(one: StepRow, today: date) -> tuple[Cell, ...]:
    return dated(one.day, today), one.what, [Chip(one.status, _TYPE.chip)], one.note


def _waits(sheet: CoverSheet) -> list[Block]:
    blocks: list[Block] = [_section(_("What waits"), "waits")]
    if sheet.waiting:
        blocks.append(facts(sheet.waiting, _TYPE))
    today = sheet.imprint.issued_on
    for title, lines in (
        (_("Referrals waiting"), sheet.referrals),
        (_("Leads to agree"), sheet.leads),
        (_("Minutes to approve"), sheet.unsigned),
    ):
        if lines:
            blocks.append(_waiting(title, lines, today))
    return blocks


def _waiting(title: str, lines: Sequence[WaitingLine], today: date) -> Table:
    columns = [
        fitted(title, [one.who for one in lines], _TYPE, bold=True),
        Column(_("Where it stands"), share=1),
        fitted(_("Since"), [dated(one.since, today) for one in lines], _TYPE),
    ]
    rows = [(one.who, started(one.what), dated(one.since, today)) for one in lines]
    return Table(columns, rows, _TYPE)


def _agencies(sheet: CoverSheet) -> list[Block]:
    head = _section(_("Agencies: whom to ring, and actions due by the meeting"), "agencies")
    if not sheet.agencies:
        return [head, Text(_("No agency has a seat, and nothing falls due."), _TYPE.body)]
    columns = [
        Column(_("Agency or seat"), share=1.6, bold=True),
        Column(_("Whom to ring"), share=1),
        fitted(_("Telephone"), [one.phone for one in sheet.agencies], _TYPE),
        Column(_("Due"), width=40, right=True),
        Column(_("Late"), width=40, right=True),
        Column(_("No word"), width=58, right=True),
    ]
    return [head, Table(columns, [_agency(one) for one in sheet.agencies], _TYPE)]


def _agency(one: AgencyLine) -> tuple[Cell, ...]:
    whom: list[Block] = [Text(started(one.name), _TYPE.cell, kind="")]
    if one.email and not one.phone:
        whom.append(Text(Run(one.email, colour=SOFT), _TYPE.cell, kind=""))
    counts = (str(count or "") for count in (one.due, one.overdue, one.unheard))
    return (started(one.agency), whom, one.phone, *counts)


def _section(words: str, key: str) -> Text:
    return section(words, _TYPE, key=f"cover{key}", level=1)
