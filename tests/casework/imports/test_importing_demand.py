"""Counts from agencies' lists: who is unknown is listed, what stands stays, twice is once."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordinator.casework.demand.counting import change_count, end_count
from coordinator.casework.demand.reading import read_demand
from coordinator.casework.imports.importing_demand import import_demand, preview_demand
from coordinator.casework.imports.on_file import OnFile
from coordinator.casework.imports.planning_demand import NewCounted, Standing, Whose, plan_demand
from coordinator.casework.imports.undoing import list_imports, undo_import
from coordinator.casework.people.entering import add_identifier, record_death, register_person
from coordinator.casework.stores.opening import Office
from coordinator.domain.demand.rules import NewCount
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.returns.imports import Counts, Imported, RowRule
from coordinator.domain.roles import Role
from coordinator.sheets.demand import DemandRow
from coordinator.sheets.reading import SheetRead, read_demand_list
from tests.offices import WORKER
from tests.sheets import makers
from tests.stores import HOUSING, POLICE, sitting

HEAD = ("Ref", "Month", "Police calls", "Arrests")
CALLS, ARRESTS = DemandMeasure.POLICE_CALLS, DemandMeasure.ARRESTS


@pytest.fixture
def kezia(office: Office) -> UUID:
    return register_person(office.desk, given_name="Kezia", family_name="Trelawny").result


def sheet(office: Office, folder: Path, *rows: Sequence[str]) -> SheetRead[DemandRow]:
    path = makers.delimited(folder / "list.csv", [HEAD, *rows])
    return read_demand_list(path, today=office.desk.today())


def bring_in(
    office: Office, folder: Path, *rows: Sequence[str], source: str = "Kerrow Police"
) -> Imported:
    return import_demand(office, sheet(office, folder, *rows), source).result


def remarks(office: Office, folder: Path, *rows: Sequence[str]) -> list[RowRule]:
    told = preview_demand(office.desk, sheet(office, folder, *rows), "Kerrow Police")
    return [one.rule for one in told.remarks]


JUNE = ("KP-0001", "June 2026", "4", "1")
JULY = ("KP-0001", "July 2026", "2", "")


def test_counts_arrive_as_the_agencys_own_with_the_day_it_looked(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    said = sheet(office, tmp_path, JUNE, JULY)
    done = import_demand(office, said, "kerrow police", as_at=date(2026, 8, 3)).result
    assert done.counts == Counts(2, 0, 0)
    rows = read_demand(office.desk, kezia).counts
    assert [(one.measure, one.count) for one in rows] == [(ARRESTS, 1), (CALLS, 2), (CALLS, 4)]
    assert {(one.agency_id, one.source, one.as_at) for one in rows} == {
        (POLICE, "", date(2026, 8, 3))
    }
    assert not any(one.is_part for one in rows)


def test_days_before_somebody_was_born_do_not_arrive(office: Office, tmp_path: Path) -> None:
    register_person(office.desk, given_name="Kezia", born_on=date(1996, 6, 15))
    old = ("KP-0001", "May 1996", "4", "1")
    assert remarks(office, tmp_path, old, JUNE) == [RowRule.BEFORE_BIRTH]
    assert bring_in(office, tmp_path, old, JUNE).counts == Counts(1, 0, 1)


def test_days_after_a_list_was_drawn_up_are_not_passed_off_as_counted_whole(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    import_demand(office, sheet(office, tmp_path, JULY), "Kerrow Police", as_at=date(2026, 6, 30))
    (one,) = read_demand(office.desk, kezia).counts
    assert one.as_at == date(2026, 7, 1)
    assert one.is_part


def test_a_list_of_nobody_in_the_directory_is_kept_under_its_own_words(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    bring_in(office, tmp_path, JUNE, source="Rail police")
    (one, _other) = read_demand(office.desk, kezia).counts
    assert (one.agency_id, one.source) == (None, "Rail police")


def test_the_same_list_twice_changes_nothing(office: Office, tmp_path: Path, kezia: UUID) -> None:
    bring_in(office, tmp_path, JUNE, JULY)
    before = read_demand(office.desk, kezia).counts
    again = bring_in(office, tmp_path, JUNE, JULY, JULY)
    assert again == Imported(Counts(0, 3, 0))
    assert again.number == 0
    assert read_demand(office.desk, kezia).counts == before


def test_a_longer_list_brings_only_what_is_new(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    bring_in(office, tmp_path, JUNE)
    assert bring_in(office, tmp_path, JUNE, JULY).counts == Counts(1, 1, 0)


def test_an_agencys_own_number_tells_whose_it_is(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    add_identifier(office.desk, kezia, issuer="Kerrow Police", value="NOMINAL-7")
    bring_in(office, tmp_path, ("nominal-7", *JUNE[1:]))
    assert len(read_demand(office.desk, kezia).counts) == 2


def test_another_agencys_number_of_the_same_figures_tells_nothing(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    add_identifier(office.desk, kezia, issuer="Hospital", value="7")
    assert remarks(office, tmp_path, ("7", *JUNE[1:])) == [RowRule.REFERENCE_UNKNOWN]


def test_who_is_not_known_is_listed_and_nothing_is_guessed(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    rows = [JUNE, ("KP-0002", *JUNE[1:]), ("Kezia Trelawny", *JUNE[1:])]
    assert remarks(office, tmp_path, *rows) == [RowRule.REFERENCE_UNKNOWN] * 2
    assert bring_in(office, tmp_path, *rows).counts == Counts(1, 0, 2)


def test_a_row_whose_two_numbers_are_of_two_people_is_nobodys(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    other = register_person(office.desk, given_name="Petroc", family_name="Angove").result
    add_identifier(office.desk, other, issuer="Kerrow Police", value="N9")
    path = makers.delimited(
        tmp_path / "two.csv",
        [("Ref", "Person ID", "Month", "Arrests"), ("KP-0001", "N9", "June 2026", "1")],
    )
    read = read_demand_list(path, today=office.desk.today())
    told = preview_demand(office.desk, read, "Kerrow Police")
    assert [one.rule for one in told.remarks] == [RowRule.REFERENCE_UNKNOWN]


def test_of_two_counts_in_one_list_none_is_chosen(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    """Whichever stands first: what both rows say alike arrives, once."""
    other = ("KP-0001", "June 2026", "9", "1")
    for some in ((JUNE, other, JULY), (other, JUNE, JULY)):
        assert remarks(office, tmp_path, *some) == [RowRule.COUNTED_TWICE] * 2
    bring_in(office, tmp_path, JUNE, other)
    assert [(one.measure, one.count) for one in read_demand(office.desk, kezia).counts] == [
        (ARRESTS, 1)
    ]


def test_what_stands_is_never_changed_by_a_list(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    bring_in(office, tmp_path, JUNE)
    other = ("KP-0001", "June 2026", "9", "1")
    assert remarks(office, tmp_path, other) == [RowRule.COUNT_DIFFERS]
    assert bring_in(office, tmp_path, other).counts == Counts(0, 0, 1)
    found = {one.measure: one.count for one in read_demand(office.desk, kezia).counts}
    assert found == {CALLS: 4, ARRESTS: 1}


def test_days_the_source_counted_already_are_not_counted_again(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    bring_in(office, tmp_path, JUNE)
    path = makers.delimited(
        tmp_path / "weeks.csv",
        [("Ref", "From", "To", "Arrests"), ("KP-0001", "22/06/2026", "05/07/2026", "1")],
    )
    read = read_demand_list(path, today=office.desk.today())
    told = preview_demand(office.desk, read, "Kerrow Police")
    assert [one.rule for one in told.remarks] == [RowRule.COUNT_OVERLAPS]
    assert preview_demand(office.desk, read, "Rail police").remarks == ()


def test_one_that_was_taken_back_here_does_not_come_back_with_the_list(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    bring_in(office, tmp_path, JULY)
    (one,) = read_demand(office.desk, kezia).counts
    end_count(office.desk, one.id, reason="Of her brother")
    assert remarks(office, tmp_path, JULY) == [RowRule.COUNT_TAKEN_BACK]


def test_nothing_is_counted_of_who_died_and_no_more_nights_than_there_are(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    path = makers.delimited(
        tmp_path / "nights.csv",
        [("Ref", "Month", "Nights in custody"), ("KP-0001", "June 2026", "31")],
    )
    read = read_demand_list(path, today=office.desk.today())
    told = preview_demand(office.desk, read, "Kerrow Police")
    assert [one.rule for one in told.remarks] == [RowRule.COUNT_ODD]
    today = office.desk.today()
    record_death(office.desk, kezia, died_on=today, source="The hospital")
    assert remarks(office, tmp_path, JUNE) == [RowRule.PERSON_FROZEN]


def test_an_import_is_taken_back_whole_unless_somebody_built_on_it(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    bring_in(office, tmp_path, JUNE, JULY)
    (row,) = list_imports(office.desk)
    assert row.name == "demand.imported"
    assert undo_import(office, row.act).result == 3
    assert read_demand(office.desk, kezia).counts == ()
    bring_in(office, tmp_path, JULY)
    (one,) = read_demand(office.desk, kezia).counts
    new = NewCount(CALLS, one.span.first, one.span.last, 3, agency_id=POLICE)
    change_count(office.desk, one.id, new, seen=1)
    assert [one.count for one in read_demand(office.desk, kezia).counts] == [3]


def test_only_the_coordinator_brings_lists_in(office: Office, tmp_path: Path, kezia: UUID) -> None:
    lead = sitting(office.desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    with pytest.raises(NotPermittedError):
        preview_demand(lead, sheet(office, tmp_path, JUNE), "Kerrow Police")


DAYS = st.integers(min_value=0, max_value=40).map(lambda n: date.fromordinal(739_000 + n))


@st.composite
def some_rows(draw: st.DrawFn) -> list[DemandRow]:
    rows = []
    for at in range(draw(st.integers(min_value=0, max_value=6))):
        first, last = sorted((draw(DAYS), draw(DAYS)))
        counts = ((CALLS, draw(st.integers(min_value=0, max_value=3))),)
        rows.append(DemandRow("", at + 2, first, last, counts, reference="KP-0001"))
    return rows


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some_rows(), some_rows())
def test_a_list_brought_in_again_brings_nothing_and_no_day_twice(
    known: Whose, rows: list[DemandRow], others: list[DemandRow]
) -> None:
    first = plan_demand(rows, known, {})
    held = _held(first.arriving, {})
    again = plan_demand(rows, known, held)
    assert again.arriving == []
    assert again.repeated + again.refused == len(rows)
    more = plan_demand(others, known, held)
    days = [
        ordinal
        for one in (*first.arriving, *more.arriving)
        for ordinal in range(one.row.first.toordinal(), one.row.last.toordinal() + 1)
    ]
    assert len(days) == len(set(days))


def _held(
    arriving: Sequence[NewCounted], held: dict[tuple[UUID, DemandMeasure], list[Standing]]
) -> dict[tuple[UUID, DemandMeasure], list[Standing]]:
    for one in arriving:
        standing = Standing(one.row.first, one.row.last, one.count)
        held.setdefault((one.person, one.measure), []).append(standing)
    return held


@pytest.fixture
def known() -> Whose:
    from coordinator.casework.imports.on_file import Known
    from coordinator.domain.people.duplicates import Likeness

    likeness = Likeness(UUID(int=1), ("Kezia Trelawny",), None, frozenset())
    return Whose(OnFile([Known(UUID(int=1), "KP-0001", likeness, {}, has_died=False)]), ())
