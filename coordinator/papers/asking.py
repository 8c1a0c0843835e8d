"""What was asked of people with more authority, as the papers of a panel list it."""

from collections.abc import Iterable

from coordinator.domain.escalations.views import AskedLine, EscalationRow
from coordinator.domain.lists.barriers import EscalationOutcome
from coordinator.domain.lists.meetings import WhyListed
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.domain.papers.imprint import EscalationLine, Label, Tone
from coordinator.domain.states import EscalationStatus
from coordinator.papers import lines
from coordinator.wording.agendas import left_out
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_TONES = {
    EscalationStatus.ANSWERED: Tone.GOOD,
    EscalationStatus.SENT: Tone.NOTE,
    EscalationStatus.ACKNOWLEDGED: Tone.NOTE,
}


def on_agenda(entries: Iterable[AgendaEntry]) -> tuple[EscalationLine, ...]:
    """Write the lines of an agenda that are about an escalation."""
    return tuple(_of_entry(entry, entry.escalation) for entry in entries if entry.escalation)


def of_rows(rows: Iterable[EscalationRow]) -> tuple[EscalationLine, ...]:
    """Write escalations that have been sent; drafts ask nobody yet."""
    return tuple(_of_row(row) for row in rows if row.sent_on is not None)


def as_agreed(asked: AskedLine, person: str) -> EscalationLine:
    """Write what a meeting agreed to ask; what came back is no part of its minutes."""
    return EscalationLine(
        asked.number, asked.ask, to=_to(asked), person=person, reply_by=asked.respond_by
    )


def _of_entry(entry: AgendaEntry, asked: AskedLine) -> EscalationLine:
    person = entry.person
    is_bare = person is not None and not person.show_detail
    is_late = WhyListed.ESCALATION_OVERDUE in entry.why
    return EscalationLine(
        reference=asked.number,
        ask=left_out() if is_bare else asked.ask,
        to=_to(asked),
        person=lines.person_in_list(person),
        sent_on=asked.sent_on,
        reply_by=asked.respond_by,
        status=_status(asked, is_late=is_late and asked.answered_on is None),
        answer="" if is_bare else _answer(asked.answer, asked.conditions),
    )


def _of_row(row: EscalationRow) -> EscalationLine:
    return EscalationLine(
        reference=row.number,
        ask=row.ask,
        to=_to(row),
        person=lines.in_a_list(row.reference, row.name) if row.reference else "",
        sent_on=row.sent_on,
        reply_by=row.respond_by,
        status=_status(row, is_late=row.is_overdue),
        answer=_answer(row.answer, row.conditions),
    )


def _to(asked: AskedLine | EscalationRow) -> str:
    return ", ".join(part for part in (asked.receiver, asked.receiver_role) if part)


def _status(asked: AskedLine | EscalationRow, *, is_late: bool) -> Label:
    if is_late:
        return Label(_("Overdue"), Tone.WARN)
    if asked.outcome is not None:
        tone = Tone.PLAIN if asked.outcome is EscalationOutcome.UPHELD else Tone.GOOD
        return Label(label(asked.outcome), tone)
    return Label(label(asked.status), _TONES.get(asked.status, Tone.PLAIN))


def _answer(text: str, conditions: str) -> str:
    if not conditions:
        return text
    return "\n".join([text, _("Conditions: {conditions}", conditions=conditions)])
