"""After a move: the rhythm of contact is agreed, kept, and seen when it slips."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.cases.periods import read_cases
from coordinator.casework.cases.phases import change_home, move_phase, pause_case
from coordinator.casework.cases.rhythms import find_next_contacts
from coordinator.casework.desk import Desk
from coordinator.casework.people.contacts import log_contact
from coordinator.domain.cases.rules import MoveIn
from coordinator.domain.errors import InvalidFieldsError, ReasonNeededError, StaleRecordError
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.reasons import PauseReason
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.roles import Role
from coordinator.domain.states import CasePhase
from tests.casework.entries_on_file import a_person, case_of
from tests.stores import HOUSING, NOON, TODAY, WORKER, Clock, sitting

MOVED = TODAY - timedelta(days=10)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def housed(desk: Desk, person: UUID, every: int | None = 7) -> UUID:
    case = case_of(desk, person)
    home = MoveIn(MOVED, "", "Rhys Roskilly", every)
    move_phase(desk, case, CasePhase.SUSTAINING, move_in=home)
    return case


def test_a_new_home_asks_for_a_rhythm_and_days_are_enough(desk: Desk, person: UUID) -> None:
    case = case_of(desk, person)
    with pytest.raises(ReasonNeededError) as asked:
        move_phase(desk, case, CasePhase.SUSTAINING, move_in=MoveIn(MOVED, "", "Rhys"))
    assert asked.value.prompts == ("contact-rhythm",)
    with pytest.raises(InvalidFieldsError):
        move_phase(desk, case, CasePhase.SUSTAINING, move_in=MoveIn(MOVED, "", "Rhys", 0))
    housed(desk, person)
    (period,) = read_cases(desk, person)
    assert (period.phase, period.move_in.contact_every) == (CasePhase.SUSTAINING, 7)


def test_what_is_due_follows_the_last_contact_not_the_last_try(
    desk: Desk, clock: Clock, person: UUID
) -> None:
    housed(desk, person)
    assert find_next_contacts(desk, [person])[person].days_late == 3
    met = NewContact(person, NOON, ContactType.PHONE, ContactResult.MET_BRIEF)
    log_contact(desk, met)
    clock.move(days=8)
    log_contact(desk, NewContact(person, clock(), ContactType.STREET, ContactResult.NO_REPLY))
    due = find_next_contacts(desk, [person])[person]
    assert (due.last_on, due.due_on, due.days_late) == (TODAY, TODAY + timedelta(days=7), 1)


def test_no_rhythm_no_due_day_and_none_while_the_case_rests(desk: Desk, person: UUID) -> None:
    other = a_person(desk)
    case = housed(desk, person)
    assert set(find_next_contacts(desk, [person, other])) == {person}
    pause_case(desk, case, because=PauseReason.PRISON, look_again_on=TODAY + timedelta(days=30))
    assert find_next_contacts(desk, [person, other]) == {}


def test_what_was_agreed_is_put_right_later(desk: Desk, person: UUID) -> None:
    case = housed(desk, person)
    (period,) = read_cases(desk, person)
    change_home(desk, case, seen=period.revision, contact_every=14)
    with pytest.raises(StaleRecordError):
        change_home(desk, case, seen=period.revision, contact_every=3)
    with pytest.raises(InvalidFieldsError):
        change_home(desk, case, seen=2, status="closed")
    assert find_next_contacts(desk, [person])[person].due_on == MOVED + timedelta(days=14)


def test_the_caseload_tells_whose_contact_is_due(desk: Desk, person: UUID) -> None:
    other = a_person(desk)
    housed(desk, person)
    due = {row.person: row.next_contact for row in read_caseload(desk).rows}
    found = due[person]
    assert due[other] is None
    assert found is not None
    assert found.is_overdue


def test_it_is_for_those_who_may_see_the_person(desk: Desk, person: UUID) -> None:
    housed(desk, person)
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    assert find_next_contacts(stranger, [person]) == {}
