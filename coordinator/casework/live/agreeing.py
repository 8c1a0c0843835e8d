"""Who agreed to lead somebody's plan on the day of a meeting."""

from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.sharing import shown_person
from coordinator.db.models import Agency, Case, Professional
from coordinator.domain.live_views import NewLead


def read_new_lead(desk: Desk, case_id: UUID, on: date) -> NewLead | None:
    """Give who leads a case since this day; nothing when they led before, or nobody does.

    Raises:
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    with desk.read() as look:
        case = look.get(Case, case_id)
        shown_person(desk, look, case.person_id)
        role = look.cases.current_lead(case_id)
        if role is None or role.from_on != on:
            return None
        lead = look.get(Professional, role.professional_id)
        return NewLead(role.id, lead.id, lead.name, look.get(Agency, lead.agency_id).name)
