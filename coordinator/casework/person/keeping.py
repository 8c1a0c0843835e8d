"""What keeps one person from falling between, in one look at the store."""

from uuid import UUID

from coordinator.casework.cases.periods import periods_of
from coordinator.casework.cases.protocol_reads import protocols_of
from coordinator.casework.cases.rhythms import next_contacts_of
from coordinator.casework.desk import Desk
from coordinator.casework.housing.reading import page_of
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.tonight.reading import strip_of
from coordinator.domain.person.keeping import Keeping
from coordinator.domain.states import CaseStatus


def read_keeping(desk: Desk, person_id: UUID) -> Keeping:
    """Show who holds somebody, the steps under way, the new home and the housing log.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        person = shown_person(desk, look, person_id)
        periods = periods_of(look, [person_id], desk.today()).get(person_id, ())
        return Keeping(
            person=person_id,
            today=desk.today(),
            tonight=strip_of(desk, look, person_id),
            protocols=protocols_of(desk, look, person_id),
            housing=page_of(desk, look, person_id),
            case=next((one for one in periods if one.status is not CaseStatus.CLOSED), None),
            next_contact=next_contacts_of(desk, look, [person_id]).get(person_id),
            lives=person.died_on is None,
        )
