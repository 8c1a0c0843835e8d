"""Ending the dated role of a lead inside acts of other families, and inside its own."""

from datetime import date
from uuid import UUID

from coordinator.db.models import LeadRole, Professional
from coordinator.db.transaction import Transaction
from coordinator.domain.cases.leads import LeadEnd


def end_role(role: LeadRole, on: date, how: LeadEnd, note: str = "") -> None:
    """End a role inside an act; never before it began."""
    role.to_on = max(on, role.from_on)
    role.end_reason = how.value
    role.handover_note = note


def end_role_of_untold(tx: Transaction, person_id: UUID, on: date) -> None:
    """End the role of a lead who must not be told: the case is listed as without one."""
    case = tx.cases.open_of(person_id)
    role = tx.cases.current_lead(case.id) if case else None
    if role is None:
        return
    kept = tx.readers.not_told([person_id]).get(person_id, frozenset())
    if {role.professional_id, tx.get(Professional, role.professional_id).agency_id} & kept:
        end_role(role, on, LeadEnd.ENDED)
