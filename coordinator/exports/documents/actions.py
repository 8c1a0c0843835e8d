"""Actions as papers list them; a row is never cut by the end of a page."""

from collections.abc import Sequence
from datetime import date

from coordinator.domain.papers.imprint import ActionLine, Label, Tone
from coordinator.exports.documents.not_settled import beside
from coordinator.exports.documents.opening import dated, known, started
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.panels import Chip
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.safety import paragraphs
from coordinator.exports.layout.tables import Cell, Column, Table, fitted
from coordinator.exports.layout.tokens import SOFT, Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.translation import _, ngettext


def agreed_actions(
    actions: Sequence[ActionLine], type_: Type, today: date, *, named: bool = False
) -> Table:
    """Number, action, owner and date of actions that were agreed; if `named`, about whom."""
    columns = [
        numbers(actions, type_),
        Column(_("Action"), share=1),
        Column(_("Who"), width=124),
        listed_days(actions, type_, today),
    ]
    rows = [
        (
            action.number,
            told(action, type_) if named else _alone(action, type_),
            who(action, type_),
            when(action, type_, today),
        )
        for action in actions
    ]
    return Table(columns, rows, type_)


def outstanding_actions(actions: Sequence[ActionLine], type_: Type) -> Table:
    """Actions of earlier meetings and what became of them."""
    columns = [
        numbers(actions, type_),
        Column(_("Action"), share=1),
        Column(_("Who"), width=112),
        Column(_("What became of it"), share=1.15),
    ]
    rows = [
        (action.number, told(action, type_), who(action, type_), outcome(action, type_))
        for action in actions
    ]
    return Table(columns, rows, type_)


def listed_actions(actions: Sequence[ActionLine], type_: Type, today: date) -> Table:
    """Number, action, owner, date and status of the open actions of one person."""
    columns = [
        numbers(actions, type_),
        Column(_("Action"), share=1.25),
        Column(_("Who"), share=1),
        listed_days(actions, type_, today),
        Column(_("Status"), width=92),
    ]
    rows = [
        (a.number, in_full(a, type_), who(a, type_), when(a, type_, today), status(a.status))
        for a in actions
    ]
    return Table(columns, rows, type_)


def numbers(actions: Sequence[ActionLine], type_: Type) -> Column:
    """The column of the actions' numbers."""
    return fitted(_("No."), [action.number for action in actions], type_, bold=True)


def listed_days(actions: Sequence[ActionLine], type_: Type, today: date) -> Column:
    """The column of their due dates."""
    texts = [
        part
        for a in actions
        for part in (dated(a.due, today), _moved(a), _first(a, today) if a.moved else "")
    ]
    return fitted(_("By when"), texts, type_)


def _first(action: ActionLine, today: date) -> str:
    """The date it had at first: moving one does not wipe it out."""
    return _("first {day}", day=dated(action.original_due, today))


def _moved(action: ActionLine) -> str:
    return ngettext("moved once", "moved {count} times", action.moved) if action.moved else ""


def sheet_actions(actions: Sequence[ActionLine], type_: Type, today: date) -> Table:
    """Action, owner, date and status, for the sheet of one person."""
    columns = [
        Column(_("Action"), share=1, bold=True),
        Column(_("Who"), width=11.0 * type_.cell.size),
        listed_days(actions, type_, today),
        Column(_("Status"), width=9.0 * type_.cell.size),
    ]
    rows = [
        (_alone(a, type_, bold=True), who(a, type_), when(a, type_, today), status(a.status))
        for a in actions
    ]
    return Table(columns, rows, type_)


def brief_actions(actions: Sequence[ActionLine], type_: Type, today: date) -> Table:
    """Action, owner and date, for a narrow column; a status only where it says something."""
    columns = [
        Column(_("Action"), share=1.5, bold=True),
        Column(_("Who"), share=1),
        Column(_("By when"), share=0.85),
    ]
    rows = [(known(a.text), known(a.owner), _brief(a, type_, today)) for a in actions]
    return Table(columns, rows, type_)


def _brief(action: ActionLine, type_: Type, today: date) -> Cell:
    parts: list[Block] = [Text(dated(action.due, today), type_.cell, kind="")]
    if action.status.tone is not Tone.PLAIN:
        parts.append(_soft(action.status.text, type_))
    return parts


def _alone(action: ActionLine, type_: Type, *, bold: bool = False) -> Cell:
    """The action as its column prints a text; under it what of it is not settled, if anything."""
    if not action.unsettled:
        return action.text if not bold else known(action.text)
    words = Run(known(action.text), bold=bold)
    return [Text(words, type_.cell, kind=""), *_not_settled(action, type_)]


def for_goal(action: ActionLine, type_: Type) -> list[Block]:
    """The action, the goal it serves under it, and what of it is not settled."""
    parts: list[Block] = [Text(known(action.text), type_.cell, kind="")]
    if action.goal:
        parts.append(_soft(_("For: {goal}", goal=action.goal), type_))
    return [*parts, *_not_settled(action, type_)]


def _not_settled(action: ActionLine, type_: Type) -> list[Block]:
    return beside(action.unsettled, type_.cell)


def in_full(action: ActionLine, type_: Type) -> list[Block]:
    """The action, its goal, what stands in its way and its last update."""
    return [*for_goal(action, type_), *outcome_notes(action, type_)]


def told(action: ActionLine, type_: Type) -> Cell:
    """The action, and whom it is about (initials and reference) under it."""
    parts: list[Block] = [Text(known(action.text), type_.cell, kind="")]
    if action.person:
        parts.append(_soft(action.person, type_))
    return [*parts, *_not_settled(action, type_)]


def who(action: ActionLine, type_: Type) -> Cell:
    """The owner over the agency."""
    parts: list[Block] = [Text(action.owner or _("Owner to agree"), type_.cell, kind="")]
    if action.agency:
        parts.append(_soft(action.agency, type_))
    return parts


def when(action: ActionLine, type_: Type, today: date) -> Cell:
    """The date, and how often it was moved."""
    parts: list[Block] = [Text(dated(action.due, today), type_.cell, kind="")]
    if action.moved:
        parts.append(_soft(_moved(action), type_))
        if action.original_due:
            parts.append(_soft(_first(action, today), type_))
    return parts


def outcome(action: ActionLine, type_: Type) -> Cell:
    """The status, and the reason or result under it."""
    parts: list[Block] = [Chip(action.status, type_.chip)] if action.status.text else []
    parts += outcome_notes(action, type_)
    return parts or [Text(started(""), type_.cell, kind="")]


def outcome_notes(action: ActionLine, type_: Type) -> list[Block]:
    """What stood in the way, and the result, the reason or the last update."""
    lead = Run(_("Barrier:") + " ", bold=True)
    barriers = [Text([lead, Run(p)], type_.cell, kind="") for p in paragraphs(action.barrier)]
    return [*barriers, *(Text(part, type_.cell, kind="") for part in paragraphs(action.note))]


def _soft(words: str, type_: Type) -> Text:
    return Text(Run(words, colour=SOFT), type_.cell, kind="")


def status(label: Label) -> Label:
    """A status, or that there is none on file."""
    return label if label.text else Label(started(""))
