"""Every problem and every fault of a file has words."""

import ast
from pathlib import Path

import pytest

import coordinator.sheets
from coordinator.sheets.problems import Rule
from coordinator.wording.refusals.sheet_faults import (
    FAULTS,
    PROBLEMS,
    problem_line,
    problem_words,
    sheet_notice,
)

SHEETS = Path(coordinator.sheets.__file__).parent


def test_every_rule_has_words_and_no_words_are_left_over() -> None:
    assert set(PROBLEMS) == {rule.value for rule in Rule}


def test_every_fault_that_is_raised_has_words() -> None:
    raised = {
        call.args[1].value
        for path in SHEETS.glob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "SheetError"
        if len(call.args) > 1 and isinstance(call.args[1], ast.Constant)
    }
    assert raised
    assert raised <= set(FAULTS)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("People", 12, "D", "DOB"), "People, row 12, D (DOB): not a date; left out"),
        (("", 12, "", ""), "row 12: not a date; left out"),
        (("", 0, "", ""), "The file: not a date; left out"),
        (("People", 0, "D", ""), "People, D: not a date; left out"),
    ],
)
def test_a_problem_is_told_by_its_place(place: tuple[str, int, str, str], line: str) -> None:
    assert problem_line(*place, "not-a-date") == line


def test_a_rule_without_words_is_still_told() -> None:
    assert problem_words("odd-rule") == "odd; check it"


def test_a_file_of_very_many_columns_is_still_told_in_a_line_or_two() -> None:
    _what, _then, (told,) = sheet_notice("no-name-column", tuple("abcdefghijklmno" * 4))
    assert told == "Columns: a, b, c, d, e, f, g, h, i, j, k, l and 48 more."
    assert sheet_notice("missing", ())[2] == ()
