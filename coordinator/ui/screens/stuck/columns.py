"""The columns of what is stuck: barriers, and escalations with their clock."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from coordinator.domain.actions.barriers import is_due_for_review
from coordinator.domain.escalations.views import EscalationRow
from coordinator.domain.lists.people import NeedSeverity
from coordinator.domain.people.contacts import SinceSeen
from coordinator.domain.states import BarrierStatus, EscalationStatus
from coordinator.domain.stuck.views import StuckRow
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import listed
from coordinator.ui.shared.escalation_marks import about_whom, clock_mark
from coordinator.ui.shared.seen_column import seen_column
from coordinator.wording import dates
from coordinator.wording.barriers import category_words, settled_words
from coordinator.wording.labels import label
from coordinator.wording.stuck import clock_words, proposed_words, receiver_words, standing
from coordinator.wording.translation import _

Seen = Mapping[UUID, SinceSeen]
"""When each person on the page was last seen."""
_SIGNS: Mapping[BarrierStatus, tuple[Tone, str]] = {
    BarrierStatus.IDENTIFIED: (Tone.CAREFUL, "circle-alert"),
    BarrierStatus.BEING_WORKED: (Tone.NEUTRAL, "circle-dot"),
    BarrierStatus.ESCALATED: (Tone.NEUTRAL, "arrow-up-right"),
}
_ENDS: Mapping[BarrierStatus, tuple[Tone, str]] = {
    BarrierStatus.RESOLVED: (Tone.GOOD, "circle-check"),
    BarrierStatus.ACCEPTED: (Tone.NEUTRAL, "circle-pause"),
    BarrierStatus.GAP: (Tone.NEUTRAL, "arrow-up-right"),
}
_STATUS: Mapping[EscalationStatus, str] = {
    EscalationStatus.DRAFT: "pen-line",
    EscalationStatus.SENT: "arrow-up-right",
    EscalationStatus.ACKNOWLEDGED: "eye",
    EscalationStatus.ANSWERED: "circle-check",
    EscalationStatus.CLOSED: "check",
}


def barrier_columns(today: date, seen: Seen) -> tuple[Column[StuckRow], ...]:
    """Describe barriers as they stand on a day."""
    return (
        Column(_("What is in the way"), text=_category, tip=_details, share=3, width=190),
        Column(_("About"), text=about, share=1, width=130),
        seen_column(lambda row: seen_of(row, seen), today, keep=5),
        Column(_("Agency"), text=lambda row: row.barrier.agency, share=1, width=140, keep=4),
        Column(
            _("Since"),
            text=lambda row: dates.ago(row.barrier.since, today),
            tip=lambda row: dates.day(row.barrier.since, today),
            sort=lambda row: row.barrier.since,
            width=110,
            keep=6,
        ),
        Column(
            _("Status"),
            text=lambda row: _status(row, today),
            mark=lambda row: _status_mark(row, today),
            width=196,
        ),
        Column(_("Severity"), text=_severity, width=100, keep=2),
        Column(_("Who works on it"), text=_worker, share=1, width=140, keep=3),
    )


def escalation_columns(today: date, seen: Seen) -> tuple[Column[EscalationRow], ...]:
    """Describe escalations as they stand on a day."""
    return (
        Column(
            _("Clock"),
            text=lambda row: clock_words(row, today),
            mark=lambda row: clock_mark(row, today, short=True),
            sort=lambda row: row.respond_by or date.max,
            tip=lambda row: clock_words(row, today),
            width=190,
        ),
        Column(_("What is asked"), text=_asked, share=3, width=170),
        Column(_("About"), text=about_whom, share=1, width=120, keep=5),
        seen_column(lambda row: seen_of(row, seen), today, keep=3),
        Column(_("Who is asked"), text=receiver_words, share=2, width=140, keep=4),
        Column(_("Level"), text=_level, tip=proposed_words, width=130, keep=2),
        Column(_("Number"), text=lambda row: row.number, width=100, keep=1),
    )


def seen_of(row: StuckRow | EscalationRow, seen: Seen) -> SinceSeen | None:
    """Give when whom a row is about was last seen; nothing where it is about nobody."""
    person = row.barrier.person_id if isinstance(row, StuckRow) else row.person_id
    return seen.get(person) if person is not None else None


def about(row: StuckRow) -> str:
    """Say whom a barrier is about."""
    if row.name is None:
        return _("The panel")
    return listed(row.name.name, row.reference, initials_only=row.name.initials_only)


def status_mark(row: EscalationRow) -> Mark:
    """Give the chip of how far an escalation is."""
    return Mark(label(row.status), Tone.NEUTRAL, _STATUS[row.status])


def _category(row: StuckRow) -> str:
    return category_words(row.barrier.category, row.barrier.own)


def _details(row: StuckRow) -> str:
    said = [_category(row), row.barrier.description, row.barrier.tried]
    return "\n".join(filter(None, said))


def _status(row: StuckRow, today: date) -> str:
    if not row.barrier.is_open:
        return settled_words(row.barrier, today)
    if row.escalation is None:
        return label(row.barrier.status)
    clock = clock_words(row.escalation, today)
    return _("{number}: {clock}", number=row.escalation.number, clock=clock)


def _status_mark(row: StuckRow, today: date) -> Mark:
    if not row.barrier.is_open:
        is_due = is_due_for_review(row.barrier.status, row.barrier.review_on, today)
        tone, sign = (Tone.CAREFUL, "clock") if is_due else _ENDS[row.barrier.status]
        return Mark(settled_words(row.barrier, today), tone, sign)
    if row.escalation is not None:
        return clock_mark(row.escalation, today, short=True)
    tone, sign = _SIGNS.get(row.barrier.status, (Tone.NEUTRAL, "circle"))
    return Mark(label(row.barrier.status), tone, sign)


def _severity(row: StuckRow) -> str:
    return "" if row.barrier.severity is None else severity_words(row.barrier.severity)


def severity_words(severity: NeedSeverity) -> str:
    """Write how much is in the way."""
    return label(severity)


def _worker(row: StuckRow) -> str:
    return row.barrier.worker or _("Nobody yet")


def _asked(row: EscalationRow) -> str:
    return " ".join(row.ask.split()) or _("Not said yet")


def _level(row: EscalationRow) -> str:
    return standing(row.track, row.level)
