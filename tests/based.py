"""People the panel may work with: their information basis is complete."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.people.entering import register_person
from coordinator.db.models import Basis
from coordinator.domain.lists.sharing import (
    Gateway,
    LawfulBasis,
    ScheduleCondition,
    SpecialCondition,
    ToldAboutPanel,
)
from coordinator.domain.states import BasisStatus
from tests.stores import TODAY

CONDITIONS: dict[str, Any] = {
    "special_condition": SpecialCondition.SUBSTANTIAL_PUBLIC_INTEREST,
    "schedule_condition": ScheduleCondition.SAFEGUARDING,
    "offence_data": False,
}
COMPLETE: dict[str, Any] = {
    **CONDITIONS,
    "lawful_basis": LawfulBasis.PUBLIC_TASK,
    "gateway": Gateway.CRIME_AND_DISORDER,
    "told": ToldAboutPanel.YES,
    "told_on": TODAY,
    "review_on": TODAY + timedelta(days=360),
}


def with_basis(desk: Desk, person: UUID) -> UUID:
    """Complete the basis of somebody on file."""
    record_basis(desk, person, **{**COMPLETE, "told_on": None})
    return person


def known_person(desk: Desk, **names: Any) -> UUID:
    """Put somebody on file whose basis is complete."""
    return with_basis(desk, register_person(desk, **names).result)


def basis_of(person: UUID) -> Basis:
    """Make the row of a complete basis, for a test that writes its records itself."""
    key = UUID(int=person.int ^ 1)  # drawn from nothing: other ids stay as they are
    return Basis(id=key, person_id=person, status=BasisStatus.RECORDED, **COMPLETE)
