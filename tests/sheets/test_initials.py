"""Initials are enough: however they are written, and whatever column they stand in."""

from datetime import date
from pathlib import Path

import pytest

from coordinator.domain.errors import SheetError
from coordinator.sheets.columns import Target
from coordinator.sheets.mappings import ColumnMapping, mapping_from_text, mapping_of, mapping_text
from coordinator.sheets.people_names import SplitName, split_initials
from coordinator.sheets.problems import Rule
from coordinator.sheets.reading import actions_in, people_in
from coordinator.sheets.texts import read_pasted
from coordinator.sheets.understanding import target_of, understand

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("KT", ("K", "T")),
        ("kt", ("K", "T")),
        ("K.T.", ("K", "T")),
        ("K A T", ("K A", "T")),
        ("K/T", ("K", "T")),
        ("JS2", ("J", "S2")),
        ("JS (2)", ("J", "S2")),
        ("K", ("K", "")),
    ],
)
def test_initials_are_taken_apart_however_they_are_written(
    said: str, name: tuple[str, str]
) -> None:
    assert split_initials(said) == SplitName(*name)


def test_a_whole_name_in_the_column_of_initials_stays_one() -> None:
    assert split_initials("Kezia Trelawny").given_name == "Kezia"


def test_a_sheet_of_initials_and_nothing_else_is_people() -> None:
    read = people_in(read_pasted("Initials\nKT\nJB\nKT\n"), today=TODAY)
    assert [(row.given_name, row.family_name) for row in read.rows] == [
        ("K", "T"),
        ("J", "B"),
        ("K", "T"),
    ]
    assert read.repeats == ()


def test_two_rows_with_the_same_initials_and_birth_both_stay() -> None:
    read = people_in(read_pasted("Initials\tDOB\nKT\t14/05/1981\nKT\t14/05/1981\n"), today=TODAY)
    assert len(read.rows) == 2


def test_initials_in_the_column_of_names_are_told() -> None:
    read = people_in(read_pasted("Name\tDOB\nKT\t14/05/1981\n"), today=TODAY)
    assert [problem.rule for problem in read.problems] == [Rule.INITIALS]


def test_cells_copied_from_a_spreadsheet_keep_their_lines_and_commas() -> None:
    pasted = 'Ref\tAction\tBy whom\tDue\nM1\t"Ring the GP,\nthen write"\tJo Carne (GP)\t1/12/26'
    read = actions_in(read_pasted(pasted), today=TODAY)
    (row,) = read.rows
    assert row.text == "Ring the GP,\nthen write"
    assert (row.owner, row.agency) == ("Jo Carne", "GP")


def test_names_with_commas_in_copied_cells_are_not_columns() -> None:
    read = people_in(read_pasted("Name\tDOB\nTrelawny, Kezia\t14/05/1981\n"), today=TODAY)
    assert (read.rows[0].given_name, read.rows[0].family_name) == ("Kezia", "Trelawny")


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_nothing_pasted_is_said(text: str) -> None:
    with pytest.raises(SheetError) as caught:
        read_pasted(text)
    assert caught.value.fault == "empty"


def test_what_rows_are_about_is_told_by_the_columns() -> None:
    assert target_of(read_pasted("Initials\tDOB\nKT\t\n")) is Target.PEOPLE
    assert target_of(read_pasted("Initials\tAction\tOwner\nKT\tRing\tJo\n")) is Target.ACTIONS


def test_initials_without_any_heading_are_understood_and_can_be_read() -> None:
    tables = read_pasted("KT\t14/05/1981\nJB\t\n")
    told = understand(tables, Target.PEOPLE)
    assert (told.fault, told.has_headings) == ("", False)
    assert [(column.heading, column.field) for column in told.columns] == [
        ("A", "initials"),
        ("B", None),
    ]
    read = people_in(tables, today=TODAY, mapping=told.mapping)
    assert [row.row for row in read.rows] == [1, 2]


def test_a_file_with_strange_headings_shows_its_columns_so_that_they_can_be_named() -> None:
    tables = read_pasted("Old list 2019\n\nPunter\tBday\nKT\t14/05/1981\nJB\t1/2/1970\n")
    told = understand(tables, Target.PEOPLE)
    assert told.fault == "no-name-column"
    assert [column.heading for column in told.columns] == ["Punter", "Bday"]
    assert told.samples[0] == ("KT", "JB")

    named = ColumnMapping(Target.PEOPLE, {"initials": "Punter", "born_on": "Bday"})
    assert understand(tables, Target.PEOPLE, named).fault == ""
    read = people_in(tables, today=TODAY, mapping=named)
    assert [row.born_on for row in read.rows] == [date(1981, 5, 14), date(1970, 2, 1)]


def test_a_column_that_is_not_to_be_read_is_not() -> None:
    tables = read_pasted("Initials\tPhone\nKT\t01632 960001\n")
    without = ColumnMapping(Target.PEOPLE, {}, ignored=("Phone",))
    assert people_in(tables, today=TODAY, mapping=without).rows[0].phone == ""


def test_how_columns_were_understood_is_kept_whole() -> None:
    tables = read_pasted("Initials\tPhone\nKT\t01632 960001\n")
    without = ColumnMapping(Target.PEOPLE, {}, ignored=("Phone",))
    columns = understand(tables, Target.PEOPLE, without).columns
    kept = mapping_of(Target.PEOPLE, columns, has_headings=False)
    assert kept == ColumnMapping(Target.PEOPLE, {"initials": "Initials"}, ("Phone",), False)
    assert mapping_from_text(mapping_text(kept), Path("kept"), Target.PEOPLE) == kept
