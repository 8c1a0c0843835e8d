"""The large demos, at a twentieth of a county: the same bulk path, the same oddities."""

import re
from collections import Counter

import pytest
from sqlalchemy import func, select

from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.restoring import check_office
from coordinator.db.models import (
    Action,
    Agency,
    Basis,
    Case,
    Contact,
    LoggedChange,
    Meeting,
    Person,
    Risk,
)
from coordinator.domain.lists.reasons import CloseReason, PauseReason
from coordinator.domain.states import AgencyStatus, CaseStatus, MeetingStatus, Sensitivity
from tests.demo.conftest import TWENTIETH
from tests.demo.reading import every, texts
from tests.demo.test_small import FICTION


@pytest.mark.slow
def test_a_store_filled_in_bulk_is_whole(filled: Office) -> None:
    report = check_office(filled)
    assert report.faults == ()
    assert report.records > TWENTIETH.actions + TWENTIETH.contacts


def test_the_counts_are_exact(filled: Office) -> None:
    of_people = [one for one in every(filled, Action) if one.person_id]
    assert len(every(filled, Person)) == TWENTIETH.people
    assert len(of_people) == TWENTIETH.actions
    assert len(every(filled, Contact)) == TWENTIETH.contacts


def test_every_change_has_its_number_without_gaps(filled: Office) -> None:
    with filled.desk.read() as look:
        count = func.count(LoggedChange.number.distinct())
        first, last, many = look.session.execute(
            select(func.min(LoggedChange.number), func.max(LoggedChange.number), count)
        ).one()
    assert (first, last) == (1, many)


def test_what_was_filled_in_is_found_by_its_words(filled: Office) -> None:
    with filled.desk.read() as look:
        assert list(look.people.search("featherstonehaugh", limit=5))
        assert list(look.people.search("الحكيم", limit=5))


def test_the_awkward_cases_are_there(filled: Office) -> None:
    people, cases = every(filled, Person), every(filled, Case)
    contacts = every(filled, Contact)
    actions = Counter(action.person_id for action in every(filled, Action))
    names = " ".join(f"{p.given_name} {p.family_name}" for p in people)
    assert {0, 60} <= {actions[person.id] for person in people}
    assert max(len(contact.note.split()) for contact in contacts) == 2_000
    assert max(len(person.family_name) for person in people) > 60
    for odd in ("O'Driscoll", "Gruffŷdd", "Święcisława", "Ŵella", "الحكيم"):
        assert odd in names
    assert max(Counter(case.person_id for case in cases).values()) == 3
    assert any(person.died_on for person in people)
    assert any(case.close_reason is CloseReason.DIED for case in cases)
    assert any(case.pause_reason is PauseReason.PRISON for case in cases)
    assert {person.id for person in people} - {b.person_id for b in every(filled, Basis)}
    assert any(contact.restricted_note for contact in contacts)
    assert any(risk.sensitivity is Sensitivity.THIRD_PARTY for risk in every(filled, Risk))
    assert any(agency.status is AgencyStatus.MERGED for agency in every(filled, Agency))


def test_nobody_is_on_the_caseload_twice(filled: Office) -> None:
    live = [case.person_id for case in every(filled, Case) if case.status is not CaseStatus.CLOSED]
    assert len(live) == len(set(live)) > 0


def test_the_next_meeting_is_still_to_come(filled: Office) -> None:
    states = Counter(meeting.status for meeting in every(filled, Meeting))
    assert states[MeetingStatus.SCHEDULED] == 1
    assert states[MeetingStatus.APPROVED] > 90


def test_telephone_numbers_reach_nobody(filled: Office) -> None:
    found = [t for t in texts(filled) if re.fullmatch(r"0\d{4} ?\d{6}|0\d{10}", t)]
    assert found
    assert all(FICTION.match(number) for number in found)
