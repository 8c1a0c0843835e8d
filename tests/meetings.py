"""A panel that meets: seats, a series, people with cases, for the tests of meetings."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agendas import issue_agenda, write_agenda
from coordinator.casework.meetings.running import open_meeting, record_statement_read
from coordinator.casework.meetings.series import Appointment, schedule_next, start_series
from coordinator.casework.people.entering import register_person
from coordinator.db.models import Action, AgendaItem, Case, Exclusion, Referral, Seat
from coordinator.domain.roles import Right
from coordinator.domain.states import ReferralStatus
from tests.based import basis_of
from tests.stores import (
    CHAIR,
    COORDINATOR,
    HEALTH,
    HOUSING,
    NURSE,
    OFFICER,
    PANEL,
    POLICE,
    TODAY,
    WORKER,
)

TEN = time(10, 0)
NOON = time(12, 0)
SEATS: tuple[tuple[str, UUID | None, UUID | None], ...] = (
    ("Chair", None, CHAIR),
    ("Coordinator", None, COORDINATOR),
    ("Police", POLICE, OFFICER),
    ("Housing", HOUSING, WORKER),
    ("Mental health", HEALTH, NURSE),
)


def add_seats(desk: Desk, seats: Sequence[tuple[str, UUID | None, UUID | None]] = SEATS) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        for rank, (name, agency, holder) in enumerate(seats):
            tx.add(
                Seat(
                    id=desk.new_id(),
                    panel_id=PANEL,
                    name=name,
                    agency_id=agency,
                    holder_id=holder,
                    rank=rank,
                )
            )
        tx.journal("test.seats")


def add_case(
    desk: Desk, name: str = "Tomos", *, may_work: bool = True, **fields: Any
) -> tuple[UUID, UUID]:
    """Give the ids of a person and of their open case; `may_work`: their basis is complete."""
    person = register_person(desk, given_name=name).result
    with desk.act(Right.DECIDE) as tx:
        case = Case(id=desk.new_id(), person_id=person, **({"opened_on": TODAY} | fields))
        tx.add(case)
        if may_work:
            tx.add(basis_of(person))
        tx.journal("test.case", record=case.id, scope=person)
    return person, case.id


def add_referral(desk: Desk, name: str = "Petroc", **fields: Any) -> tuple[UUID, UUID]:
    """Give the ids of a person and of the referral that waits."""
    person = register_person(desk, given_name=name).result
    usual = {"referred_on": TODAY, "referrer_id": NURSE, "agency_id": HEALTH}
    usual |= {"status": ReferralStatus.SUBMITTED, "offer": "Weekly visits go on."}
    with desk.act(Right.REFER) as tx:
        referral = Referral(id=desk.new_id(), person_id=person, **(usual | fields))
        tx.add(referral)
        tx.journal("test.referral", record=referral.id, scope=person)
    return person, referral.id


def add_action(
    desk: Desk,
    person: UUID,
    due_on: date,
    number: str = "A26-0001",
    text: str = "Ring the surgery",
) -> UUID:
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = Action(
            id=desk.new_id(),
            number=number,
            person_id=person,
            text=text,
            owner_id=WORKER,
            owner_agency_id=HOUSING,
            owner_agency="Kerrow Homes",
            set_on=date(2026, 11, 1),
            due_on=due_on,
            original_due_on=due_on,
        )
        tx.add(action)
        tx.journal("test.action", record=action.id, scope=person)
    return action.id


def keep_from(desk: Desk, person: UUID, agency: UUID) -> None:
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.add(Exclusion(id=desk.new_id(), person_id=person, agency_id=agency, since=TODAY))
        tx.journal("test.exclusion", scope=person)


def weekly(desk: Desk, first: date = TODAY) -> UUID:
    return start_series(desk, name="Thursday panel", first=Appointment(first, TEN)).result


def next_meeting_of(desk: Desk, series: UUID) -> UUID:
    return schedule_next(desk, series).result


def opened_meeting(desk: Desk, *, series: UUID | None = None) -> UUID:
    """Give a meeting whose agenda was written and issued and whose statement was read."""
    meeting = next_meeting_of(desk, series or weekly(desk))
    write_agenda(desk, meeting)
    issue_agenda(desk, meeting)
    open_meeting(desk, meeting, at=TEN)
    record_statement_read(desk, meeting, at=time(10, 3), by_id=CHAIR)
    return meeting


def items_of(desk: Desk, meeting: UUID) -> list[AgendaItem]:
    """Give the lines of an agenda in the order of the meeting."""
    with desk.read() as look:
        from coordinator.db.models import Meeting

        order = look.get(Meeting, meeting).item_order
        found = {item.id.hex: item for item in look.meetings.items(meeting)}
    return [found[key] for key in order]
