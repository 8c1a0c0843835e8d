"""What is held about somebody, for themselves; the officer's list; to whom their data went."""

from coordinator.domain.papers.access import (
    AccessList,
    AccessReport,
    DecisionLine,
    DisclosureSchedule,
    HeldLine,
    HeldSection,
    ScheduleLine,
)
from coordinator.exports.documents.opening import (
    dated,
    facts,
    labelled,
    opening,
    prose,
    section,
    started,
    subsection,
)
from coordinator.exports.documents.tracker import LANDSCAPE_MARGIN
from coordinator.exports.layout.blocks import Blank, Block, NewPage
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.safety import paragraphs
from coordinator.exports.layout.tables import Cell, Column, Table, fitted
from coordinator.exports.layout.tokens import A4_LANDSCAPE, SOFT, TYPE
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _, ngettext

_TYPE = TYPE.scaled(0.93)
_ROOM = 46.0  # points to write a decision by hand


def access_paper(report: AccessReport) -> Paper:
    """Compose what somebody gets who asked what is held."""
    day = long_day(report.imprint.issued_on)
    title = _("What is held about you")
    blocks = [
        *opening(report.imprint, title, f"{report.reference}; {day}"),
        *prose(_intro(), TYPE.body),
        facts(report.facts, TYPE, columns=3),
        section(_("What you have a right to know"), key="rights", level=1),
        *(block for one in report.about for block in labelled(one.label, one.value, _TYPE.body)),
        NewPage(),
        *(block for one in report.sections for block in _section(one)),
    ]
    name = _("{panel}: what is held, {reference}", panel=report.imprint.panel,
             reference=report.reference)  # fmt: skip
    return Paper(name, report.imprint, blocks)


def _intro() -> str:
    return _(
        "You asked what this panel holds about you. This paper tells it, in the words it was"
        " written in. Where an entry says “the person”, it means you. If you want somebody to go"
        " through it with you, ask your lead professional."
    )


def _section(one: HeldSection) -> list[Block]:
    blocks: list[Block] = [section(one.title, key=one.title, level=1)]
    for part in one.parts:
        blocks.append(subsection(part.title))
        for line in part.lines:
            blocks += _line(line)
    return blocks


def _line(line: HeldLine) -> list[Block]:
    lead = [Run(f"{line.title}  " if line.title else "", bold=True), Run(line.short)]
    blocks: list[Block] = []
    if line.title or line.short:
        blocks.append(Text([run for run in lead if run.text], _TYPE.cell))
    for fact in line.texts:
        if fact.label:
            blocks += labelled(f"{fact.label}:", fact.value, _TYPE.cell)
        else:
            blocks += [Text(part, _TYPE.cell) for part in paragraphs(fact.value)]
    if blocks:
        blocks[-1].after = _TYPE.body.after
    return blocks


def access_list_paper(work: AccessList) -> Paper:
    """Compose the officer's working list: what was decided, or room to write it."""
    day = long_day(work.imprint.issued_on)
    title = _("Entries for the officer to decide")
    waiting = ngettext(
        "{count} entry is not decided yet.", "{count} entries are not decided yet.", work.undecided
    )
    blocks = [
        *opening(work.imprint, title, f"{work.reference}; {day}"),
        *prose(" ".join(filter(None, (work.due, waiting, _how()))), TYPE.body),
        *_decisions(work),
    ]
    name = _("{panel}: entries to decide, {reference}", panel=work.imprint.panel,
             reference=work.reference)  # fmt: skip
    return Paper(name, work.imprint, blocks, size=A4_LANDSCAPE, margin=LANDSCAPE_MARGIN)


def _how() -> str:
    return _(
        "Give it, give it in part in words of your own, or withhold it; always with the reason."
        " This list holds what may be withheld: it stays with the officer."
    )


def _decisions(work: AccessList) -> list[Block]:
    if not work.lines:
        return [Text(_("No entry has to be decided."), TYPE.body)]
    columns = [
        Column(_("Entry"), share=0.8, bold=True),
        Column(_("What it says"), share=2.2),
        Column(_("Why it is here"), share=0.8),
        Column(_("Decision, reason, who decided"), share=1.6),
    ]
    return [Table(columns, [_decision(one) for one in work.lines], _TYPE)]


def _decision(one: DecisionLine) -> tuple[Cell, ...]:
    said = [Text(part, _TYPE.cell, kind="") for part in paragraphs(one.text)]
    decided: Cell = Blank(_ROOM)
    if one.choice:
        decided = [
            Text([Run(one.choice, bold=True)], _TYPE.cell, kind=""),
            *(Text(part, _TYPE.cell, kind="") for part in paragraphs(one.reason)),
        ]
    return one.title, said or started(""), one.why, decided


def schedule_paper(schedule: DisclosureSchedule) -> Paper:
    """Compose to whom one person's data went."""
    day = long_day(schedule.imprint.issued_on)
    blocks = [
        *opening(schedule.imprint, _("Disclosure schedule"), f"{schedule.reference}; {day}"),
        *prose(_schedule_note(), TYPE.body),
        *_disclosed(schedule),
    ]
    name = _("{panel}: disclosures, {reference}", panel=schedule.imprint.panel,
             reference=schedule.reference)  # fmt: skip
    return Paper(name, schedule.imprint, blocks, size=A4_LANDSCAPE, margin=LANDSCAPE_MARGIN)


def _schedule_note() -> str:
    return _(
        "Every paper that was made and everything that was told aloud about this person. Those"
        " named here are to be told when something in it is put right or erased."
    )


def _disclosed(schedule: DisclosureSchedule) -> list[Block]:
    if not schedule.lines:
        return [Text(_("Nothing about this person has left the panel."), TYPE.body)]
    to_whom = [Column(_("To whom"), share=1, bold=True), Column(_("How often"), share=2)]
    found = schedule.lines
    today = schedule.imprint.issued_on
    columns = [
        fitted(_("Number"), [one.number for one in found], _TYPE),
        fitted(_("Left"), [dated(one.left_on, today) for one in found], _TYPE),
        Column(_("What"), share=1),
        Column(_("To whom"), share=1.2),
        Column(_("How, and on what basis"), share=1.4),
        Column(_("What was told, and why"), share=1.6),
        Column(_("What became of it"), share=0.9),
    ]
    rows = [_disclosure(one, dated(one.left_on, today)) for one in found]
    return [
        section(_("Who has had any of it"), key="whom", level=1),
        Table(to_whom, [(one.label, one.value) for one in schedule.recipients], _TYPE),
        section(_("Each time"), key="times", level=1),
        Table(columns, rows, _TYPE),
    ]


def _disclosure(one: ScheduleLine, left: str) -> tuple[Cell, ...]:
    how = [Text(one.how, _TYPE.cell, kind="")] if one.how else []
    basis = [Text(Run(one.basis, colour=SOFT), _TYPE.cell, kind="")] if one.basis else []
    why = [Text(part, _TYPE.cell, kind="") for part in paragraphs(one.why)]
    return (
        started(one.number),
        left,
        one.what,
        one.whom,
        [*how, *basis] or started(""),
        why or "",
        one.ended,
    )
