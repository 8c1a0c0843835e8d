"""Agencies' lists of counts: whose, which month, how often; what is missing is not nought."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from coordinator.domain.errors import SheetError
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.sheets.columns import Target, field_of
from coordinator.sheets.demand import DemandRow, read_month
from coordinator.sheets.files import read_tables
from coordinator.sheets.problems import Rule
from coordinator.sheets.reading import SheetRead, read_demand_list
from coordinator.sheets.understanding import target_of
from coordinator.wording.refusals.sheet_faults import problem_words
from tests.sheets import makers

TODAY = date(2026, 11, 20)
CALLS, AE = DemandMeasure.POLICE_CALLS, DemandMeasure.AE_ATTENDANCES
WIDE = ("Ref", "Month", "Police calls", "A&E attendances", "Comments")


def listed(tmp_path: Path, *rows: Sequence[object]) -> SheetRead[DemandRow]:
    return read_demand_list(makers.xlsx(tmp_path / "list.xlsx", rows), today=TODAY)


def told(read: SheetRead[DemandRow]) -> list[tuple[int, Rule]]:
    return [(problem.row, problem.rule) for problem in read.problems]


def test_one_column_for_each_measure(tmp_path: Path) -> None:
    read = listed(tmp_path, WIDE, ["KP-0001", date(2026, 6, 1), 4, 0, "Quiet"])
    (row,) = read.rows
    assert (row.first, row.last) == (date(2026, 6, 1), date(2026, 6, 30))
    assert row.counts == ((CALLS, 4), (AE, 0))
    assert (row.reference, row.as_at) == ("KP-0001", None)


def test_one_row_for_each_measure_with_both_days(tmp_path: Path) -> None:
    read = listed(
        tmp_path,
        ["Person ID", "From", "To", "Measure", "Count", "As at"],
        ["P77", "01/06/2026", "14/06/2026", "ED attendances", "3", "20/06/2026"],
    )
    (row,) = read.rows
    assert (row.first, row.last, row.as_at) == (
        date(2026, 6, 1),
        date(2026, 6, 14),
        date(2026, 6, 20),
    )
    assert (row.source_id, row.counts) == ("P77", ((AE, 3),))


@pytest.mark.parametrize(
    "written",
    ["June 2026", "jun 2026", "Jun-26", "06/2026", "6.2026", "2026-06", "15/06/2026",
     date(2026, 6, 17)],
)  # fmt: skip
def test_a_month_is_read_as_people_write_it(written: object) -> None:
    assert read_month(written, TODAY).value == date(2026, 6, 1)  # type: ignore[arg-type]


@pytest.mark.parametrize("written", ["Smarch 2026", "13/2026", "soon", "2026"])
def test_what_is_no_month_is_told(written: str) -> None:
    assert read_month(written, TODAY).rule is Rule.NOT_A_DATE


def test_a_formula_without_its_result_is_told_and_stays_missing(tmp_path: Path) -> None:
    read = listed(
        tmp_path,
        WIDE,
        ["KP-0001", "June 2026", "=2+1", 1, ""],
        ["KP-0002", "June 2026", "=2+1", "=SUM(B9:B10)", ""],
        ["=A2", "=B2", "=C2", "=D2", "=E2"],
    )
    assert [row.counts for row in read.rows] == [((AE, 1),)]
    assert [(one.row, one.column) for one in read.problems if one.rule is Rule.NO_RESULT] == [
        (2, "C"),
        (3, "C"),
        (3, "D"),
        (4, "A"),
        (4, "B"),
        (4, "C"),
        (4, "D"),
    ]
    assert (3, Rule.NO_COUNT) in told(read)
    assert "save it again" in problem_words(Rule.NO_RESULT)


def test_a_formula_with_its_result_is_read_as_what_it_comes_to(tmp_path: Path) -> None:
    path = makers.xlsx(tmp_path / "list.xlsx", [WIDE, ["KP-0001", "June 2026", "=2+1", 1, "=A1"]])
    worked_out(path, {"C2": "<v>3</v>", "E2": ""})
    read = read_demand_list(path, today=TODAY)
    assert [row.counts for row in read.rows] == [((CALLS, 3), (AE, 1))]
    assert read.problems == ()


def worked_out(path: Path, results: Mapping[str, str]) -> None:
    """Write results beside formulas, as the program does that works a sheet out."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for cell, value in results.items():
        kind = "" if value else ' t="str"'
        sheet, count = re.subn(
            rf'<c r="{cell}"[^>]*>(<f>[^<]*</f>)<v ?/?>(</v>)?</c>',
            rf'<c r="{cell}"{kind}>\1{value}</c>',
            sheet,
        )
        assert count == 1, sheet
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


@pytest.mark.parametrize("written", [-3, "-3", "\u22123", "- 3", -0.5])
def test_a_count_below_nought_is_told_as_one(tmp_path: Path, written: object) -> None:
    read = listed(tmp_path, WIDE, ["KP-0001", "June 2026", written, 1, ""])
    assert told(read) == [(2, Rule.BELOW_NOUGHT)]
    assert [row.counts for row in read.rows] == [((AE, 1),)]
    assert problem_words(Rule.BELOW_NOUGHT).startswith("below nought")


def test_an_empty_cell_is_missing_and_never_nought(tmp_path: Path) -> None:
    read = listed(
        tmp_path,
        WIDE,
        ["KP-0001", "June 2026", 4, "", ""],
        ["KP-0002", "June 2026", "n/a", "-", ""],
        ["KP-0003", "June 2026", "nil", "2-3", ""],
    )
    assert [row.counts for row in read.rows] == [((CALLS, 4),)]
    assert told(read) == [(3, Rule.NO_COUNT), (4, Rule.NOT_A_NUMBER), (4, Rule.NO_COUNT)]
    assert read.refused == 2


def test_what_cannot_be_counted_is_refused_with_its_reason(tmp_path: Path) -> None:
    read = listed(
        tmp_path,
        WIDE,
        ["", "June 2026", 4, 1, ""],
        ["KP-0001", "", 4, 1, ""],
        ["KP-0001", "November 2026", 4, 1, ""],
        ["KP-0001", "June 2026", -4, "", ""],
    )
    assert read.rows == ()
    assert told(read) == [
        (2, Rule.NO_REFERENCE),
        (3, Rule.NO_PERIOD),
        (4, Rule.PERIOD_AHEAD),
        (5, Rule.BELOW_NOUGHT),
        (5, Rule.NO_COUNT),
    ]


def test_days_the_wrong_way_round_and_an_unknown_measure_are_refused(tmp_path: Path) -> None:
    read = listed(
        tmp_path,
        ["Ref", "From", "To", "Measure", "Count"],
        ["KP-0001", "14/06/2026", "01/06/2026", "Arrests", 1],
        ["KP-0001", "01/06/2026", "14/06/2026", "Cups of tea", 9],
    )
    assert [rule for row, rule in told(read)] == [
        Rule.PERIOD_ODD,
        Rule.MEASURE_UNKNOWN,
    ]
    assert read.refused == 2


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        (["Name", "Month", "Police calls"], "no-reference-column"),
        (["Ref", "Notes", "Police calls"], "no-period-column"),
        (["Ref", "Month", "Cups of tea"], "no-count-column"),
    ],
)
def test_a_list_that_lacks_a_column_says_which(
    tmp_path: Path, head: list[str], fault: str
) -> None:
    with pytest.raises(SheetError) as refused:
        listed(tmp_path, head, ["KP-0001", "June 2026", 4])
    assert refused.value.fault == fault


def test_every_measure_is_known_by_the_name_the_program_gives_it() -> None:
    from coordinator.wording.labels import label

    for measure in DemandMeasure:
        assert field_of(Target.DEMAND, label(measure)) == measure.value


def test_columns_tell_a_list_of_counts_from_people_and_actions(tmp_path: Path) -> None:
    def found(*head: str) -> Target:
        path = makers.delimited(tmp_path / "any.csv", [head, ["x"] * len(head)])
        return target_of(read_tables(path))

    assert found("Ref", "Month", "Police calls") is Target.DEMAND
    assert found("Name", "Action", "Owner", "By when") is Target.ACTIONS
    assert found("Case ref", "First name", "Surname", "Start date") is Target.PEOPLE
