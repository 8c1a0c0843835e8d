"""Counts of demand as they are kept: who may, what is refused at the field, what stays on file."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.demand.counting import change_count, end_count, note_count
from coordinator.casework.demand.reading import read_demand
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.people.entering import record_death
from coordinator.casework.records.history import read_person_history
from coordinator.domain.demand.rules import NewCount
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    ReasonNeededError,
    StaleRecordError,
    WithheldError,
)
from coordinator.domain.lists.measures import Completeness, DemandMeasure
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from tests.casework.demand.counted import JUNE, months_of
from tests.casework.entries_on_file import a_person, case_of
from tests.stores import HEALTH, HOUSING, NURSE, OFFICER, POLICE, TODAY, WORKER, sitting

DAY = timedelta(days=1)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def refused(desk: Desk, person: UUID, count: NewCount) -> dict[str, str]:
    with pytest.raises(InvalidFieldsError) as told:
        note_count(desk, person, count)
    return dict(told.value.fields)


def test_a_count_stands_with_its_source_and_the_day_it_looked(desk: Desk, person: UUID) -> None:
    note_count(desk, person, replace(JUNE, source="Call  log", note="Two of one night"))
    (row,) = read_demand(desk, person).counts
    assert (row.measure, row.count, row.agency, row.source) == (
        DemandMeasure.POLICE_CALLS,
        4,
        "Kerrow Police",
        "Call log",
    )
    assert (row.as_at, row.is_part, row.note) == (TODAY, False, "Two of one night")


def test_one_that_was_looked_up_before_its_end_is_shown_as_part(desk: Desk, person: UUID) -> None:
    note_count(desk, person, replace(JUNE, as_at=date(2026, 6, 29)))
    assert read_demand(desk, person).counts[0].is_part


def test_what_cannot_be_is_told_at_its_field_and_nothing_is_written(
    desk: Desk, person: UUID
) -> None:
    assert refused(desk, person, replace(JUNE, count=-1)) == {"count": "negative"}
    assert refused(desk, person, replace(JUNE, to_on=TODAY + DAY)) == {"to_on": "in-the-future"}
    assert refused(desk, person, replace(JUNE, count=None)) == {"count": "required"}
    odd = replace(JUNE, completeness=Completeness.NOT_AVAILABLE)
    assert refused(desk, person, odd) == {"count": "not-available"}
    with pytest.raises(MissingRecordError):
        note_count(desk, person, replace(JUNE, agency_id=UUID(int=77)))
    assert read_demand(desk, person).counts == ()


def test_a_source_counts_no_day_twice_but_another_source_may(desk: Desk, person: UUID) -> None:
    note_count(desk, person, JUNE)
    again = replace(JUNE, from_on=date(2026, 6, 30), to_on=date(2026, 7, 31))
    assert refused(desk, person, again) == {"from_on": "overlaps"}
    note_count(desk, person, replace(again, agency_id=HEALTH))
    note_count(desk, a_person(desk, "Petroc"), JUNE)
    assert len(read_demand(desk, person).counts) == 2


def test_a_count_is_changed_over_what_was_seen(desk: Desk, person: UUID) -> None:
    key = note_count(desk, person, JUNE).result
    change_count(desk, key, replace(JUNE, count=5, to_on=date(2026, 6, 29)), seen=1)
    (row,) = read_demand(desk, person).counts
    assert (row.count, row.span.last, row.revision) == (5, date(2026, 6, 29), 2)
    with pytest.raises(StaleRecordError):
        change_count(desk, key, replace(JUNE, count=6, to_on=date(2026, 6, 29)), seen=1)
    assert read_demand(desk, person).counts[0].count == 5


def test_a_change_may_not_run_into_another_count(desk: Desk, person: UUID) -> None:
    key = note_count(desk, person, JUNE).result
    july = replace(JUNE, from_on=date(2026, 7, 1), to_on=date(2026, 7, 31))
    note_count(desk, person, july)
    with pytest.raises(InvalidFieldsError) as told:
        change_count(desk, key, replace(JUNE, to_on=date(2026, 7, 1)), seen=1)
    assert told.value.fields == {"from_on": "overlaps"}


def test_one_taken_back_stays_on_file_with_its_reason_and_counts_no_more(
    desk: Desk, person: UUID
) -> None:
    key = note_count(desk, person, JUNE).result
    with pytest.raises(ReasonNeededError):
        end_count(desk, key, reason=" ")
    end_count(desk, key, reason="Of somebody else")
    found = read_demand(desk, person)
    assert found.counts == ()
    assert [(one.ended_on, one.end_reason) for one in found.ended] == [(TODAY, "Of somebody else")]
    for act in (
        lambda: end_count(desk, key, reason="Again"),
        lambda: change_count(desk, key, JUNE, seen=2),
    ):
        with pytest.raises(GuardError, match="count-ended"):
            act()
    note_count(desk, person, JUNE)  # the days are free again


def test_the_history_says_what_was_done(desk: Desk, person: UUID) -> None:
    key = note_count(desk, person, JUNE).result
    end_count(desk, key, reason="Of somebody else")
    said = [one.act for one in read_person_history(desk, person).happenings]
    assert {"demand.noted", "demand.ended"} <= set(said)


def test_the_file_of_somebody_who_died_does_not_change(desk: Desk, person: UUID) -> None:
    key = note_count(desk, person, JUNE).result
    record_death(desk, person, died_on=TODAY, source="The hospital")
    for act in (
        lambda: note_count(desk, person, replace(JUNE, agency_id=HEALTH)),
        lambda: change_count(desk, key, JUNE, seen=1),
        lambda: end_count(desk, key, reason="Why"),
    ):
        with pytest.raises(GuardError, match="person-died"):
            act()


def test_whoever_may_not_know_of_somebody_counts_nothing_of_them(desk: Desk, person: UUID) -> None:
    key = note_count(desk, person, JUNE).result
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    for act in (
        lambda: note_count(stranger, person, JUNE),
        lambda: end_count(stranger, key, reason="Why"),
        lambda: read_demand(stranger, person),
    ):
        with pytest.raises(WithheldError):
            act()
    reads_only = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    with pytest.raises(NotPermittedError):
        note_count(reads_only, person, JUNE)


def test_a_restricted_count_is_held_back_and_not_told_of_by_a_refusal(
    desk: Desk, person: UUID
) -> None:
    agree_lead(desk, case_of(desk, person), NURSE)
    note_count(desk, person, replace(JUNE, sensitivity=Sensitivity.RESTRICTED))
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    assert read_demand(nurse, person).counts == ()
    assert read_demand(nurse, person).pairs == ()
    note_count(nurse, person, JUNE)
    assert [one.count for one in read_demand(nurse, person).counts] == [4]
    assert len(read_demand(desk, person).counts) == 2


def test_months_of_two_sources_stand_beside_each_other(desk: Desk, person: UUID) -> None:
    for one in months_of(date(2026, 5, 1), [1, 2, 3]):
        note_count(desk, person, one)
    found = read_demand(desk, person)
    assert [one.span.first for one in found.counts] == [
        date(2026, 7, 1),
        date(2026, 6, 1),
        date(2026, 5, 1),
    ]
