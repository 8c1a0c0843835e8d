"""The register of gaps: what is missing, what changed, what helps meanwhile."""

from coordinator.domain.papers.gaps import GapLine, GapRegister
from coordinator.domain.papers.imprint import Fact
from coordinator.domain.stuck.gaps import AGEING_AFTER
from coordinator.exports.documents.actions import status
from coordinator.exports.documents.opening import (
    dated,
    known,
    labelled,
    opening,
    section,
    started,
    subsection,
)
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.panels import Facts
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table, fitted
from coordinator.exports.layout.tokens import TYPE, Style
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.small_numbers import people_words
from coordinator.wording.translation import _, ngettext

_COUNT = Style(19, 23, bold=True)
_TYPE = TYPE.scaled(0.93)


def gap_register_paper(register: GapRegister) -> Paper:
    """Compose the register."""
    day = long_day(register.imprint.issued_on)
    blocks = [
        *opening(register.imprint, _("What the system lacks: gaps"), day),
        Text(_note(), TYPE.small),
        Facts(register.totals, len(register.totals), TYPE, _COUNT) if register.totals else None,
        *_register(register),
        *_changes(register),
        *_workarounds(register),
        *_each(register),
    ]
    name = _("{panel}: gaps on {day}", panel=register.imprint.panel, day=day)
    return Paper(name, register.imprint, [one for one in blocks if one is not None])


def _note() -> str:
    months = ngettext("{count} month", "{count} months", AGEING_AFTER)
    return _(
        "Nobody is named in this paper. Counts of people under five are written “{few}”."
        " A gap is ageing when nobody has decided after {months}.",
        few=people_words(1),
        months=months,
    )


def _register(register: GapRegister) -> list[Block]:
    heading = section(_("The register"), level=1, key="register")
    if not register.gaps:
        return [heading, Text(_("No gap is on the register."), TYPE.body)]
    gaps = register.gaps
    columns = [
        fitted(_("No."), [one.number for one in gaps], _TYPE),
        Column(_("Gap"), share=1.3),
        Column(_("Age"), width=66),
        Column(_("People"), width=62),
        Column(_("With"), share=1.15),
        Column(_("Status"), width=96),
    ]
    return [heading, Table(columns, [_row(one) for one in gaps], _TYPE)]


def _row(gap: GapLine) -> tuple[Cell, ...]:
    return (
        gap.number,
        [
            Text([Run(gap.title, bold=True)], _TYPE.cell, kind=""),
            Text(gap.theme, _TYPE.cell, kind=""),
        ],
        gap.age,
        gap.people,
        gap.commissioner or _("Nobody yet"),
        status(gap.status),
    )


def _changes(register: GapRegister) -> list[Block]:
    words = _("What changed since {day}", day=long_day(register.since))
    blocks: list[Block] = [section(words, level=1, key="changes")]
    if not register.changes:
        return [*blocks, Text(_("Nothing changed."), TYPE.body)]
    columns = [
        fitted(_("No."), [one.number for one in register.changes], _TYPE),
        Column(_("Gap"), share=1.4),
        Column(_("What happened"), share=1),
    ]
    rows = [(one.number, one.title, one.what) for one in register.changes]
    return [*blocks, Table(columns, rows, _TYPE)]


def _workarounds(register: GapRegister) -> list[Block]:
    if not register.workarounds:
        return []
    blocks: list[Block] = [section(_("What helps meanwhile, and others could use"), level=1)]
    for gap in register.workarounds:
        blocks += labelled(f"{gap.number}:", gap.workaround, TYPE.body)
    return blocks


def _each(register: GapRegister) -> list[Block]:
    if not register.gaps:
        return []
    blocks: list[Block] = [section(_("Each gap"), level=1, key="each")]
    for gap in register.gaps:
        blocks += _gap(gap, register)
    return blocks


def _gap(gap: GapLine, register: GapRegister) -> list[Block]:
    first = dated(gap.first_raised, register.imprint.issued_on)
    facts = (
        Fact(_("Theme"), started(gap.theme)),
        Fact(
            _("First raised"), f"{first}; {gap.age[:1].lower()}{gap.age[1:]}" if gap.age else first
        ),
        Fact(_("People affected"), started(gap.people)),
        Fact(_("Status"), started(gap.status.text)),
    )
    title = _("{number}: {title}", number=gap.number, title=gap.title)
    return [
        subsection(title),
        Facts(facts, len(facts), TYPE),
        *labelled(_("With:"), gap.commissioner or _("Nobody yet"), TYPE.body),
        *labelled(_("What shows it:"), known(gap.evidence), TYPE.body),
        *labelled(_("Cost:"), known(gap.cost), TYPE.body),
        *labelled(_("What helps meanwhile:"), known(gap.workaround), TYPE.body),
        *labelled(_("Decision:"), gap.decision or _("Nobody has decided yet"), TYPE.body),
    ]
