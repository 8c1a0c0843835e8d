"""A meeting to come whose packs go to everybody, for the tests of packs."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.people.safety import add_risk, add_warning
from coordinator.casework.plans.writing import begin_plan
from coordinator.db.models import Action, Agency, Professional, Seat
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Answer
from tests.meetings import add_seats, next_meeting_of, weekly
from tests.requests import known_case, known_referral, sign
from tests.stores import (
    CHAIR,
    COORDINATOR,
    COUNCIL,
    HEALTH,
    HOUSING,
    NURSE,
    OFFICER,
    PANEL,
    POLICE,
    TODAY,
    WORKER,
)

FOOD, COMMISSIONER = UUID(int=2 << 64 | 21), UUID(int=2 << 64 | 22)
COOK, BUYER = UUID(int=3 << 64 | 21), UUID(int=3 << 64 | 22)
NAMES = ("Heronwater", "Nightjarhill", "Curlewstone")
SECRETS = ("zircon", "topazine", "beryline")
"""One word for each of the three that stands in what is written about them."""
_SIGNED = date(2026, 1, 5)


@dataclass(frozen=True)
class Coming:
    """A meeting about three people with a case and one referred.

    Housing and the police work with the three, the food bank with the first; housing must not be
    told about the second.
    """

    meeting: UUID
    people: tuple[UUID, ...]
    referred: UUID


def coming_packs(desk: Desk) -> Coming:
    """Make it: everybody has signed everything."""
    add_seats(desk)
    _add_guests(desk)
    people = tuple(_on_file(desk, at) for at in range(3))
    referred = known_referral(desk, "Petroc")
    exclude_agency(desk, people[1], agency_id=HOUSING, reason="Not safe")
    meeting = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, meeting)
    sign(desk, COUNCIL, POLICE, HOUSING, HEALTH, FOOD, COMMISSIONER)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        for who in (CHAIR, COORDINATOR, OFFICER, WORKER, NURSE, COOK, BUYER):
            tx.get(Professional, who).confidentiality_signed_on = _SIGNED
        tx.journal("test.signed")
    return Coming(meeting, people, referred)


def _add_guests(desk: Desk) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        for key, name, kind in (
            (FOOD, "Kerrow Food Bank", AgencyKind.VCS_FOOD),
            (COMMISSIONER, "Kerrow Commissioning", AgencyKind.COMMISSIONER_HOUSING),
        ):
            tx.add(Agency(id=key, name=name, agency_kind=kind))
        tx.session.flush()
        for rank, (who, name, agency) in enumerate(
            ((COOK, "Jenifer Pascoe", FOOD), (BUYER, "Ruth Hosking", COMMISSIONER)), 10
        ):
            role = Role.REPRESENTATIVE
            tx.add(Professional(id=who, name=name, agency_id=agency, role=role))
            tx.session.flush()
            seat = desk.new_id()
            tx.add(Seat(id=seat, panel_id=PANEL, name=name, holder_id=who, rank=rank))
        tx.journal("test.guests")


def _on_file(desk: Desk, at: int) -> UUID:
    person, word = known_case(desk, NAMES[at]), SECRETS[at]
    owners = [(HOUSING, WORKER, "Kerrow Homes"), (POLICE, OFFICER, "Kerrow Police")]
    owners += [(FOOD, COOK, "Kerrow Food Bank")] if at == 0 else []
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        for place, (agency, owner, name) in enumerate(owners):
            tx.add(
                Action(
                    id=desk.new_id(),
                    number=f"A26-{at}{place}",
                    person_id=person,
                    text=f"Ask about {word}",
                    owner_id=owner,
                    owner_agency_id=agency,
                    owner_agency=name,
                    set_on=date(2026, 11, 1),
                    due_on=TODAY,
                    original_due_on=TODAY,
                )
            )
        tx.journal("test.actions", scope=person)
    add_warning(desk, person, text=f"Careful: {word}", source="GP", person_told=Answer.YES)
    add_risk(desk, person, text=f"Risk {word}", person_told=Answer.YES)
    begin_plan(desk, person)
    return person
