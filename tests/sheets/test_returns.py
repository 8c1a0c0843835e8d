"""A returns sheet from hands we do not know: rows, or one clear refusal, and nothing else."""

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from coordinator.casework.returns.reading import looks_like_a_return, read_returned
from coordinator.domain.errors import SheetError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.returns.rules import Said
from coordinator.domain.states import ActionStatus
from coordinator.sheets.files import read_tables
from tests.sheets import makers

TODAY = date(2026, 11, 19)
HEADS = [
    "No.",
    "What happened",
    "What stopped it",
    "Done on",
    "New date proposed",
    "A line about it",
]


def read(path: Path) -> tuple[Said, ...]:
    return read_returned(path, TODAY).rows


def sheet(path: Path, *rows: Sequence[object], heads: Sequence[str] = HEADS) -> Path:
    return makers.delimited(path / "back.csv", [heads, *rows])


def test_words_are_known_in_any_case_and_as_other_trackers_write_them(tmp_path: Path) -> None:
    rows = read(
        sheet(
            tmp_path,
            ["A26-0001", "COULD NOT BE DONE.", "transport or RURAL distance", "", "", ""],
            ["A26-0002", "completed", "", "18/11/2026", "", ""],
            ["A26-0003", "on hold", "", "", "3 December 2026", "The GP"],
        )
    )
    assert [row.outcome for row in rows] == [
        ActionStatus.COULD_NOT,
        ActionStatus.DONE,
        ActionStatus.WAITING,
    ]
    assert rows[0].barrier is BarrierCategory.TRANSPORT
    assert (rows[1].done_on, rows[2].new_date) == (date(2026, 11, 18), date(2026, 12, 3))


def test_what_cannot_be_read_is_told_by_its_column(tmp_path: Path) -> None:
    (row,) = read(sheet(tmp_path, ["A26-0001", "soonish", "", "last week", "2026", "x" * 30_000]))
    assert row.unread == (
        ("outcome", "not-in-list"),
        ("done_on", "not-a-date"),
        ("new_date", "year-only"),
        ("line", "too-long"),
    )
    assert row.written == "soonish"


def test_formulas_and_controls_are_plain_words(tmp_path: Path) -> None:
    (row,) = read(sheet(tmp_path, ["A26-0001", "Done", "", "", "", '=HYPERLINK("x")\x07']))
    assert row.line == '=HYPERLINK("x")'
    assert "HYPERLINK" not in repr(row)


def test_rows_of_headings_and_empty_rows_are_passed_over(tmp_path: Path) -> None:
    rows = read(sheet(tmp_path, ["A26-0001"], [""] * 6, HEADS, ["A26-0002"]))
    assert [row.number for row in rows] == ["A26-0001", "A26-0002"]


@pytest.mark.parametrize("heads", [["No.", "Action"], ["What happened"], ["Name", "DOB"]])
def test_other_sheets_are_no_returns(tmp_path: Path, heads: list[str]) -> None:
    path = sheet(tmp_path, ["a", "b"], heads=heads)
    assert not looks_like_a_return(read_tables(path))
    with pytest.raises(SheetError) as refused:
        read(path)
    assert refused.value.fault == "not-a-return"


def test_thousands_of_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coordinator.sheets.filled_in.MOST_ROWS_RETURNED", 2)
    with pytest.raises(SheetError) as refused:
        read(sheet(tmp_path, *[["A26-0001", "Done"]] * 3))
    assert refused.value.fault == "too-large"


def test_flipped_bytes_give_rows_or_one_clear_refusal(tmp_path: Path) -> None:
    path = makers.xlsx(
        tmp_path / "back.xlsx", [HEADS, *[["A26-0001", "Done", "", "18/11/2026"]] * 9]
    )
    content = path.read_bytes()
    dice = random.Random(5)
    outcomes = set()
    for _round in range(120):
        broken = bytearray(content)
        for _flip in range(dice.choice((1, 3, 20))):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        path.write_bytes(broken)
        try:
            read(path)
            outcomes.add("read")
        except SheetError as error:
            outcomes.add(error.fault)
    assert outcomes <= {"read", "unreadable", "too-large", "empty", "not-a-return"}
    assert {"read", "unreadable"} <= outcomes
