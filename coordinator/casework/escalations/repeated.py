"""Raising with an agency's managers that it said *not done* again and again."""

from datetime import date
from uuid import UUID

from coordinator.casework.actions.escalation_drafts import draft_in, drafted
from coordinator.casework.desk import Desk
from coordinator.db.models import Agency, Barrier
from coordinator.db.transaction import Transaction
from coordinator.domain.accountability import REPEATED, quarter_to
from coordinator.domain.errors import DuplicateRecordError, GuardError
from coordinator.domain.escalations.rules import NewEscalation
from coordinator.domain.escalations.views import Drafted
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import BarrierStatus


def raise_repeated(desk: Desk, agency_id: UUID, new: NewEscalation | None = None) -> Done[Drafted]:
    """Draft an escalation of what an agency did not do, time and again; it is about no person.

    Args:
        desk: Where and by whom.
        agency_id: Whose actions were not done.
        new: What is known already; the barrier is made here.

    Raises:
        GuardError: `not-repeated`: not that often in the last quarter; the receiver has left.
        DuplicateRecordError: `open-escalation`: the agency is asked about it already.
        InvalidFieldsError: Its level is not on the ladder.
        MissingRecordError: No such agency or receiver.
        NotPermittedError: The role does not run the panel's meetings.
    """
    new = new or NewEscalation()
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.get(Agency, agency_id)
        first = _first_of_many(desk, tx, agency_id)
        standing = tx.actions.by_agency.asked_about_not_acting(agency_id)
        if standing is not None:
            raise DuplicateRecordError("open-escalation", standing)
        barrier = Barrier(
            id=desk.new_id(),
            agency_id=agency_id,
            category=BarrierCategory.AGENCY_NOT_ACTING,
            since=first,
            status=BarrierStatus.ESCALATED,
        )
        tx.add(barrier)
        tx.session.flush()
        made, until = draft_in(desk, tx, new, barrier)
        tx.journal("escalation.raised", record=made.id)
    return Done(drafted(made, until), tx.changes)


def _first_of_many(desk: Desk, tx: Transaction, agency_id: UUID) -> date:
    hidden = tx.readers.kept_from(desk.sitter.agency, desk.sitter.professional)
    since = quarter_to(desk.today()).from_on
    days = tx.actions.by_agency.days_not_done(agency_id, since, hidden)
    if len(days) < REPEATED:
        raise GuardError("not-repeated")
    return days[0]
