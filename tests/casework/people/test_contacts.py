"""Tries at contact: what is kept, what counts as seen, what is kept apart."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.people.contacts import find_contacts, find_last_seen, log_contact
from coordinator.db.models import Case, Person
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    WithheldError,
)
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.roles import Right, Role
from tests.casework.entries_on_file import a_person, case_of
from tests.stores import HEALTH, HOUSING, NOON, NURSE, TODAY, WORKER, Clock, sitting


def tried(
    person: UUID,
    *,
    hours_ago: float = 1,
    kind: ContactType = ContactType.STREET,
    result: ContactResult = ContactResult.MET_ENGAGED,
    **more: object,
) -> NewContact:
    at = NOON - timedelta(hours=hours_ago)
    return NewContact(person, at, kind, result, **more)  # type: ignore[arg-type]


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def test_a_contact_is_kept_with_who_when_and_where(desk: Desk, person: UUID) -> None:
    log_contact(
        desk,
        tried(
            person,
            worker_id=NURSE,
            place="By the harbour",
            words="Leave me be",
            minutes=5,
            with_whom=" Her sister ",
        ),
    )
    (row,) = find_contacts(desk, person).rows
    assert (row.worker, row.agency, row.place) == (
        "Kasia Dębska",
        "Kerrow Mental Health",
        "By the harbour",
    )
    assert (row.words, row.minutes, row.is_late, row.is_seen) == ("Leave me be", 5, False, True)
    assert row.with_whom == "Her sister"
    with desk.read() as look:
        (kept,) = look.contacts.of_person(person, before=None, limit=1)
    assert kept.case_id == case_of(desk, person)


def test_what_is_written_down_long_after_is_marked(desk: Desk, person: UUID) -> None:
    log_contact(desk, tried(person, hours_ago=72))
    log_contact(desk, tried(person, hours_ago=73))
    assert [row.is_late for row in find_contacts(desk, person).rows] == [False, True]


@pytest.mark.parametrize(
    ("at", "more", "field"),
    [
        (NOON + timedelta(minutes=1), {}, "at"),
        (datetime(2026, 11, 19, 9, 0), {}, "at"),  # noqa: DTZ001 - refused for that
        (NOON, {"minutes": -1}, "minutes"),
        (NOON, {"next_try_on": TODAY - timedelta(days=1)}, "next_try_on"),
    ],
)
def test_a_contact_in_the_future_or_without_a_zone_is_refused(
    desk: Desk, person: UUID, at: datetime, more: dict[str, object], field: str
) -> None:
    new = NewContact(person, at, ContactType.STREET, ContactResult.NOT_THERE, **more)  # type: ignore[arg-type]
    with pytest.raises(InvalidFieldsError) as refused:
        log_contact(desk, new)
    assert field in refused.value.fields
    assert find_contacts(desk, person).rows == ()


def test_a_contact_is_with_somebody_on_file_who_lives(desk: Desk, person: UUID) -> None:
    other = a_person(desk)
    with pytest.raises(MissingRecordError):
        log_contact(desk, tried(uuid4()))
    with pytest.raises(MissingRecordError):
        log_contact(desk, tried(person, worker_id=uuid4()))
    with pytest.raises(InvalidFieldsError):
        log_contact(desk, tried(person, case_id=case_of(desk, other)))
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Person, person).died_on = TODAY
        tx.journal("test.arranged")
    with pytest.raises(GuardError, match="person-died"):
        log_contact(desk, tried(person))
    assert find_contacts(desk, person).rows == ()


def test_contacts_come_newest_first_page_by_page(desk: Desk, person: UUID) -> None:
    for hours in (5, 1, 3, 3, 9, 2):
        log_contact(desk, tried(person, hours_ago=hours))
    found, before = [], None
    while True:
        page = find_contacts(desk, person, before=before, limit=2)
        found += [row.at for row in page.rows]
        before = page.before
        if before is None:
            break
    assert found == sorted(found, reverse=True)
    assert len(found) == 6


def test_only_eyes_count_as_seen(desk: Desk, clock: Clock) -> None:
    ann, ben, cat = a_person(desk), a_person(desk), a_person(desk)
    log_contact(desk, tried(ann, hours_ago=50, result=ContactResult.SIGHTED))
    log_contact(desk, tried(ann, hours_ago=2, kind=ContactType.PHONE))
    log_contact(desk, tried(ann, hours_ago=1, result=ContactResult.THIRD_PARTY))
    log_contact(desk, tried(ben, hours_ago=300))
    log_contact(desk, tried(ben, hours_ago=1))
    log_contact(desk, tried(cat, hours_ago=1, result=ContactResult.NO_REPLY))
    clock.move(days=1)

    seen = find_last_seen(desk, [ann, ben, cat, uuid4()])
    assert {key: one.days for key, one in seen.items()} == {ann: 3, ben: 1}
    assert seen[ben].at == NOON - timedelta(hours=1)


def test_days_are_those_of_the_panels_place(desk: Desk, clock: Clock, person: UUID) -> None:
    clock.at = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    late_evening = datetime(2026, 6, 29, 23, 30, tzinfo=UTC)  # half past midnight in summer time
    log_contact(desk, NewContact(person, late_evening, ContactType.STREET, ContactResult.SIGHTED))
    assert find_last_seen(desk, [person])[person].days == 1


def test_a_restricted_note_is_kept_apart(desk: Desk, person: UUID) -> None:
    nurse = sitting(desk, NURSE, Role.REPRESENTATIVE, HEALTH)
    from coordinator.casework.actions.agreeing import add_action
    from coordinator.domain.actions.rules import NewAction

    add_action(desk, NewAction("Ring", NURSE, TODAY, person_id=person))
    log_contact(nurse, tried(person, note="All well", restricted_note="Afraid of a neighbour"))

    (mine,), (theirs,) = find_contacts(desk, person).rows, find_contacts(nurse, person).rows
    assert (mine.note, mine.restricted_note) == ("All well", "Afraid of a neighbour")
    assert (theirs.note, theirs.restricted_note) == ("All well", "")
    assert "Afraid" not in repr(mine)


def test_contacts_are_for_those_who_may_see_the_person(desk: Desk, person: UUID) -> None:
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    log_contact(desk, tried(person))
    with pytest.raises(WithheldError):
        log_contact(stranger, tried(person))
    with pytest.raises(WithheldError):
        find_contacts(stranger, person)
    assert find_last_seen(stranger, [person]) == {}
    assert len(find_contacts(desk, person).rows) == 1


def test_a_try_never_closes_a_case(desk: Desk, person: UUID) -> None:
    case = case_of(desk, person)
    for _ in range(3):
        log_contact(desk, tried(person, result=ContactResult.NOT_THERE))
    with desk.read() as look:
        assert look.get(Case, case).revision == 1
