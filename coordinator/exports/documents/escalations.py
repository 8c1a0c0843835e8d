"""Escalations as papers list them: the exact question, to whom, by when."""

from collections.abc import Sequence
from datetime import date

from coordinator.domain.papers.imprint import EscalationLine
from coordinator.exports.documents.opening import dated, known
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.panels import Chip
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.safety import paragraphs
from coordinator.exports.layout.tables import Column, Table, fitted
from coordinator.exports.layout.tokens import SOFT, Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.translation import _


def escalation_table(lines: Sequence[EscalationLine], type_: Type, today: date) -> Table:
    """One row for each escalation."""
    columns = [
        fitted(_("No."), [line.reference for line in lines], type_, bold=True),
        Column(_("What is asked"), share=1.2),
        Column(_("Of whom, by when"), width=134),
        Column(_("Answer"), share=1),
    ]
    rows = [
        (line.reference, _asked(line, type_), _receiver(line, type_, today), _answer(line, type_))
        for line in lines
    ]
    return Table(columns, rows, type_)


def _asked(line: EscalationLine, type_: Type) -> list[Block]:
    return [*_texts(line.ask, type_), *_soft(line.person, type_)]


def _receiver(line: EscalationLine, type_: Type, today: date) -> list[Block]:
    sent = _("sent {day}", day=dated(line.sent_on, today)) if line.sent_on else ""
    reply = _("answer by {day}", day=dated(line.reply_by, today)) if line.reply_by else ""
    return [*_texts(known(line.to), type_), *_soft(sent, type_), *_soft(reply, type_)]


def _answer(line: EscalationLine, type_: Type) -> list[Block]:
    status: list[Block] = [Chip(line.status, type_.chip)] if line.status.text else []
    return status + (_texts(line.answer, type_) if line.answer.strip() or not status else [])


def _texts(value: str, type_: Type) -> list[Block]:
    return [Text(part, type_.cell, kind="") for part in paragraphs(known(value))]


def _soft(value: str, type_: Type) -> list[Block]:
    return [Text(Run(value, colour=SOFT), type_.cell, kind="")] if value.strip() else []
