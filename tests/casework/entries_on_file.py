"""Records that acts of other families would make, written straight into a test's store."""

from datetime import date, time
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.models import Case, Meeting, Person, Plan
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.roles import Right
from coordinator.domain.states import MeetingStatus, PersonStatus
from tests.based import basis_of
from tests.stores import CHAIR, TODAY


def a_person(desk: Desk, given_name: str = "Kezia", family_name: str = "Trelawny") -> UUID:
    """Put somebody on file with an open case, and a basis to work on it."""
    key, case = desk.new_id(), desk.new_id()
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.add(
            Person(
                id=key,
                reference=tx.people.next_reference(),
                given_name=given_name,
                family_name=family_name,
                status=PersonStatus.CURRENT,
            )
        )
        tx.session.flush()
        tx.add(basis_of(key))
        tx.add(Case(id=case, person_id=key, opened_on=TODAY))
        tx.journal("test.arranged", record=key, scope=key)
    return key


def case_of(desk: Desk, person: UUID) -> UUID:
    """Give the open case of somebody put on file."""
    with desk.store.reading() as look:
        found = look.actions.open_case(person)
    assert found is not None
    return found


def a_plan(desk: Desk, person: UUID) -> UUID:
    """Write an empty draft plan."""
    key = desk.new_id()
    with desk.act(Right.EDIT_PLAN) as tx:
        tx.add(Plan(id=key, person_id=person, case_id=case_of(desk, person)))
        tx.journal("test.arranged", record=key, scope=person)
    return key


def a_meeting(
    desk: Desk,
    reference: str = "M26-001",
    *,
    on: date = TODAY,
    status: MeetingStatus = MeetingStatus.IN_PROGRESS,
) -> UUID:
    """Write a tasking meeting."""
    key = desk.new_id()
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.add(
            Meeting(
                id=key,
                reference=reference,
                meeting_type=MeetingType.TASKING,
                on=on,
                starts_at=time(10),
                chair_id=CHAIR,
                status=status,
            )
        )
        tx.journal("test.arranged", record=key)
    return key
