"""Who belongs to a programme, from when to when, and the caseload of a programme alone."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.desk import Desk
from coordinator.casework.learning.programmes import (
    add_programme,
    belonging_to,
    change_programme,
    end_programme,
    find_programmes_of,
    join_programme,
    leave_programme,
    read_programmes,
)
from coordinator.casework.people.entering import register_person
from coordinator.db.models import Case
from coordinator.domain.accountability import Period
from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.domain.errors import GuardError, InvalidFieldsError, ReasonNeededError
from coordinator.domain.learning.programmes import NewProgramme
from coordinator.domain.roles import Right, Role
from tests.stores import HOUSING, TODAY, WORKER, sitting

DAY = timedelta(days=1)
PILOT = NewProgramme("Car park pilot", from_on=TODAY - 90 * DAY, to_on=TODAY + 90 * DAY)


@pytest.fixture
def pilot(desk: Desk) -> UUID:
    return add_programme(desk, PILOT).result


def on_caseload(desk: Desk, name: str) -> UUID:
    person = register_person(desk, given_name=name).result
    case = Case(id=desk.new_id(), person_id=person, opened_on=TODAY - 60 * DAY)
    with desk.act(Right.DECIDE) as tx:
        tx.cases.begin(case)
        tx.journal("case.opened", record=case.id, scope=person)
    return person


def within(desk: Desk, programme: UUID, first: int, last: int) -> frozenset[UUID]:
    with desk.read() as look:
        return belonging_to(look, programme, Period(TODAY + first * DAY, TODAY + last * DAY))


def test_the_caseload_of_a_programme_holds_who_belongs_to_it_today(
    desk: Desk, pilot: UUID
) -> None:
    tomos, wenna, was = (on_caseload(desk, name) for name in ("Tomos", "Wenna", "Jory"))
    join_programme(desk, tomos, programme_id=pilot, from_on=TODAY - 30 * DAY)
    place = join_programme(desk, was, programme_id=pilot, from_on=TODAY - 30 * DAY).result
    leave_programme(desk, place, seen=1, reason="Moved away", to_on=TODAY - DAY)
    wanted = CaseloadFilter(programme=pilot)
    assert [row.person for row in read_caseload(desk, wanted=wanted).rows] == [tomos]
    assert {row.person for row in read_caseload(desk).rows} == {tomos, wenna, was}


def test_a_report_is_narrowed_to_who_belonged_on_any_of_its_days(desk: Desk, pilot: UUID) -> None:
    person = on_caseload(desk, "Tomos")
    place = join_programme(desk, person, programme_id=pilot, from_on=TODAY - 30 * DAY).result
    leave_programme(desk, place, seen=1, reason="Done", to_on=TODAY - 10 * DAY)
    assert within(desk, pilot, -40, -30) == {person}
    assert within(desk, pilot, -10, 0) == {person}
    assert within(desk, pilot, -40, -31) == frozenset()
    assert within(desk, pilot, -9, 0) == frozenset()


def test_somebody_may_come_back_and_is_in_a_programme_once_at_a_time(
    desk: Desk, pilot: UUID
) -> None:
    person = on_caseload(desk, "Tomos")
    place = join_programme(desk, person, programme_id=pilot, from_on=TODAY - 9 * DAY).result
    with pytest.raises(InvalidFieldsError) as refused:
        join_programme(desk, person, programme_id=pilot)
    assert refused.value.fields == {"from_on": "in-programme"}
    leave_programme(desk, place, seen=1, reason="Prison", to_on=TODAY - DAY)
    join_programme(desk, person, programme_id=pilot)
    rows = find_programmes_of(desk, person)
    assert [(row.from_on, row.to_on) for row in rows] == [
        (TODAY, None),
        (TODAY - 9 * DAY, TODAY - DAY),
    ]


@pytest.mark.parametrize(
    ("from_on", "rule"),
    [
        (TODAY + DAY, "in-the-future"),
        (TODAY - 91 * DAY, "outside-programme"),
    ],
)
def test_a_day_on_which_nobody_can_join_is_told(
    desk: Desk, pilot: UUID, from_on: object, rule: str
) -> None:
    person = on_caseload(desk, "Tomos")
    with pytest.raises(InvalidFieldsError) as refused:
        join_programme(desk, person, programme_id=pilot, from_on=from_on)  # type: ignore[arg-type]
    assert refused.value.fields == {"from_on": rule}


def test_leaving_has_a_day_and_a_reason_and_happens_once(desk: Desk, pilot: UUID) -> None:
    person = on_caseload(desk, "Tomos")
    place = join_programme(desk, person, programme_id=pilot).result
    with pytest.raises(ReasonNeededError):
        leave_programme(desk, place, seen=1, reason="")
    with pytest.raises(InvalidFieldsError):
        leave_programme(desk, place, seen=1, reason="Done", to_on=TODAY - DAY)
    seen = leave_programme(desk, place, seen=1, reason="Done").result
    with pytest.raises(GuardError):
        leave_programme(desk, place, seen=seen, reason="Done")


def test_a_programme_has_a_name_of_its_own_and_ends_with_its_people_kept(
    desk: Desk, pilot: UUID
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        add_programme(desk, NewProgramme(" car park  PILOT "))
    assert refused.value.fields == {"name": "programme-exists"}
    with pytest.raises(InvalidFieldsError):
        add_programme(desk, NewProgramme("Other", from_on=TODAY, to_on=TODAY - DAY))
    person = on_caseload(desk, "Tomos")
    join_programme(desk, person, programme_id=pilot)
    change_programme(desk, pilot, NewProgramme("Car park pilot", "Sixteen people"), seen=1)
    end_programme(desk, pilot, reason="Full implementation")
    (row,) = read_programmes(desk).rows
    assert (row.note, row.end_reason) == ("Sixteen people", "Full implementation")
    assert [one.person_id for one in row.now(TODAY)] == [person]
    with pytest.raises(GuardError):
        join_programme(desk, on_caseload(desk, "Wenna"), programme_id=pilot)


def test_who_does_not_work_with_somebody_sees_no_place_of_theirs(desk: Desk, pilot: UUID) -> None:
    join_programme(desk, on_caseload(desk, "Tomos"), programme_id=pilot)
    there = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    (row,) = read_programmes(there).rows
    assert row.places == ()
