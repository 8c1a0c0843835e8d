"""Escalations as the agenda, the first screen and the papers of a meeting need them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from coordinator.casework.cases.caseload import sensitivities
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know import how_far
from coordinator.casework.need_to_know.sight import Sight
from coordinator.db.models import Escalation
from coordinator.db.transaction import Reading
from coordinator.domain.escalations.clock import clock_of
from coordinator.domain.escalations.views import AskedLine, Awaited
from coordinator.domain.states import EscalationStatus
from coordinator.reference.working_days import working_days_after


def pressing_on(look: Reading, on: date) -> Sequence[Escalation]:
    """Give those a meeting hears of: answered and not closed, then those overdue on its day."""
    late = [
        one
        for one in look.escalations.late_on(on)
        if clock_of(one.status, one.track, one.respond_by, on, working_days_after).is_overdue
    ]
    return [*look.escalations.answered(), *late]


def lines_of(
    look: Reading, escalations: Collection[UUID], sight: Sight
) -> Mapping[UUID, AskedLine]:
    """Describe those of these escalations that may be seen, for the lines they stand on."""
    if not escalations:
        return {}
    found = look.get_many(Escalation, list(escalations))
    travels = how_far.of_escalations(look, found.values())
    return {
        key: asked_line(one)
        for key, one in found.items()
        if sight.sees(one.person_id, travels[key])
    }


def asked_line(one: Escalation) -> AskedLine:
    """Describe one in a line or two."""
    return AskedLine(
        id=one.id,
        number=one.number,
        track=one.track,
        level=one.level,
        status=one.status,
        receiver=one.receiver,
        receiver_role=one.receiver_role,
        ask=one.ask,
        sent_on=one.sent_on,
        respond_by=one.respond_by,
        outcome=one.outcome,
        answer=one.answer,
        conditions=one.conditions,
        answered_by=one.answered_by,
        answered_on=one.answered_on,
    )


def count_awaited(desk: Desk, look: Reading, hidden: Collection[UUID]) -> Awaited:
    """Count answers that came, answers that are overdue, and what was never sent.

    Args:
        desk: Who asks, and which day it is.
        look: Where to look.
        hidden: People the reader must not be told about.
    """
    today, counts = desk.today(), {"answered": 0, "overdue": 0, "drafts": 0}
    for one in look.escalations.awaited(hidden, sensitivities(desk.reader(look))):
        clock = clock_of(one.status, one.track, one.respond_by, today, working_days_after)
        counts["answered"] += one.status is EscalationStatus.ANSWERED
        counts["drafts"] += one.status is EscalationStatus.DRAFT
        counts["overdue"] += clock.is_overdue
    return Awaited(**counts)
