"""The action tracker: who owes what to whom by when, whole or one agency's own."""

from datetime import date

from coordinator.domain.papers.imprint import ActionLine
from coordinator.domain.papers.tracker import Tracker
from coordinator.exports.documents.actions import (
    for_goal,
    listed_days,
    numbers,
    outcome_notes,
    status,
    when,
    who,
)
from coordinator.exports.documents.opening import dated, opening
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.panels import Facts
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table, fitted
from coordinator.exports.layout.tokens import A4_LANDSCAPE, SOFT, TYPE, Style
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _

LANDSCAPE_MARGIN = 36.0
_COUNT = Style(19, 23, bold=True)
_TYPE = TYPE.scaled(0.93)  # nine columns across a page


def tracker_paper(tracker: Tracker) -> Paper:
    """Compose the tracker."""
    today = tracker.imprint.issued_on
    title = _("Actions: {agency}", agency=tracker.agency) if tracker.agency else _("Actions")
    blocks = [
        *opening(tracker.imprint, title, _subtitle(tracker, today)),
        *tracker_blocks(tracker),
    ]
    name = _("{panel}: actions on {day}", panel=tracker.imprint.panel, day=long_day(today))
    return Paper(name, tracker.imprint, blocks, size=A4_LANDSCAPE, margin=LANDSCAPE_MARGIN)


def _subtitle(tracker: Tracker, today: date) -> str:
    day = long_day(today)
    return f"{tracker.scope}; {day}" if tracker.scope else day


def tracker_blocks(tracker: Tracker) -> list[Block]:
    """Totals and the table."""
    blocks: list[Block] = []
    if tracker.narrowed:
        blocks.append(Text(tracker.narrowed, TYPE.body))
    if tracker.totals:
        blocks.append(Facts(tracker.totals, len(tracker.totals), TYPE, _COUNT))
    if not tracker.actions:
        return [*blocks, Text(_("No action is on the list."), TYPE.body)]
    return [*blocks, _table(tracker)]


def _table(tracker: Tracker) -> Table:
    today = tracker.imprint.issued_on
    actions = tracker.actions
    columns = [
        numbers(actions, _TYPE),
        fitted(_("Set on"), [dated(a.set_on, today) for a in actions], _TYPE),
        fitted(_("Person"), [a.person for a in actions], _TYPE),
        Column(_("Action"), share=1.25),
        Column(_("Who"), width=112),
        listed_days(actions, _TYPE, today),
        Column(_("Status"), width=104),
        Column(_("Last update"), share=1.25),
    ]
    return Table(columns, [_row(action, today) for action in actions], _TYPE)


def _row(action: ActionLine, today: date) -> tuple[Cell, ...]:
    return (
        action.number,
        dated(action.set_on, today),
        action.person or _("The panel"),
        for_goal(action, _TYPE),
        who(action, _TYPE),
        when(action, _TYPE, today),
        status(action.status),
        _update(action, today),
    )


def _update(action: ActionLine, today: date) -> Cell:
    parts = outcome_notes(action, _TYPE)
    if action.updated_on:
        told = Run(dated(action.updated_on, today), colour=SOFT)
        parts.insert(0, Text(told, _TYPE.cell, kind=""))
    return parts or [Text(_("No update yet"), _TYPE.cell, kind="")]
