"""Whom to ask while somebody's lead professional is away, as the directory has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.db.models import Agency, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.need_to_know.rule import Reader


@dataclass(frozen=True, slots=True)
class LeadDeputy:
    """Who stands in for a lead professional."""

    name: str
    agency: str
    phone: str


def read_lead_deputy(
    desk: Desk, person_id: UUID, *, reader: Reader | None = None
) -> LeadDeputy | None:
    """Give who stands in for the lead of a person: their own deputy, else that of their seat.

    Nobody who has left, and nobody who must not be told about the person.

    Args:
        desk: Who asks.
        person_id: Whose lead.
        reader: For whom a paper is made, besides the sitter.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        shown_person(desk, look, person_id)
        case = look.actions.open_case(person_id)
        role = look.cases.current_lead(case) if case is not None else None
        if role is None:
            return None
        kept = look.readers.not_told([person_id]).get(person_id, frozenset())
        for one in _named(look, role.professional_id):
            is_told = not kept & {one.id, one.agency_id}
            if is_told and is_in_post(one.left_on, desk.today()):
                return LeadDeputy(one.name, look.get(Agency, one.agency_id).name, one.phone)
        return None


def _named(look: Reading, lead: UUID) -> Iterator[Professional]:
    yield from sorted(look.directory.deputies_of(lead), key=lambda one: one.name)
    seats = [one for one in look.directory.seats_of(lead) if one.holder_id == lead]
    found = look.get_many(Professional, [one.deputy_id for one in seats if one.deputy_id])
    yield from (found[one.deputy_id] for one in seats if one.deputy_id in found)
