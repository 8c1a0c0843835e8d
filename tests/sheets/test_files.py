"""The same people arrive from every kind of file."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coordinator.domain.errors import SheetError
from coordinator.sheets.problems import Rule
from coordinator.sheets.reading import read_people
from tests.sheets import makers

TODAY = date(2026, 11, 20)
ROWS: makers.Rows = [
    ["Forename", "Surname", "Date of birth", "NHS No.", "Town"],
    ["Kezia", "Trelawny", date(1980, 2, 1), 9434765919, "Truro"],
    ["Siân", "O'Neill", date(1975, 12, 31), "943 476 5919", ""],
    ["Łukasz", "Żółć", date(1990, 6, 15), "", "St Austell"],
]
LATIN: makers.Rows = [
    ["Forename", "Surname", "Date of birth", "Town"],
    ["Siân", "O'Neill", date(1975, 12, 31), "Truro"],
    ["Zoë", "Béranger", date(1980, 2, 1), "Newquay"],
    ["André", "Núñez", date(1990, 6, 15), "Bodmin"],
]

KINDS: dict[str, Callable[[Path], Path]] = {
    "people.xlsx": lambda path: makers.xlsx(path, ROWS),
    "people.xls": lambda path: makers.xls(path, ROWS),
    "people.ods": lambda path: makers.ods(path, ROWS),
    "people.csv": lambda path: makers.delimited(path, ROWS),
    "mark.csv": lambda path: makers.delimited(path, ROWS, encoding="utf-8-sig"),
    "wide.csv": lambda path: makers.delimited(path, ROWS, encoding="utf-16"),
    "semicolon.csv": lambda path: makers.delimited(path, ROWS, separator=";"),
    "tab.txt": lambda path: makers.delimited(path, ROWS, separator="\t"),
    "pipe.txt": lambda path: makers.delimited(path, ROWS, separator="|", ends="\n"),
    "little.csv": lambda path: makers.delimited(path, ROWS, encoding="utf-16-le"),
    "big.csv": lambda path: makers.delimited(path, ROWS, encoding="utf-16-be"),
    "renamed.csv": lambda path: makers.xlsx(path, ROWS),
    "renamed.xlsx": lambda path: makers.delimited(path, ROWS),
    "old.xlsx": lambda path: makers.xls(path, ROWS),
    "open.xls": lambda path: makers.ods(path, ROWS),
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_gives_the_same_people(tmp_path: Path, name: str) -> None:
    make = KINDS[name]
    # openpyxl wants the right name to save under; what a file is called is no matter to us
    made = make(tmp_path / "made.xlsx").rename(tmp_path / name)
    read = read_people(made, today=TODAY)
    assert [(row.given_name, row.family_name) for row in read.rows] == [
        ("Kezia", "Trelawny"),
        ("Siân", "O'Neill"),
        ("Łukasz", "Żółć"),
    ]
    assert [row.born_on for row in read.rows] == [
        date(1980, 2, 1),
        date(1975, 12, 31),
        date(1990, 6, 15),
    ]
    assert [row.nhs_number for row in read.rows] == ["9434765919", "9434765919", ""]
    assert [row.place for row in read.rows] == ["Truro", "", "St Austell"]
    assert [row.row for row in read.rows] == [2, 3, 4]
    assert read.problems == ()


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_old_alphabets_are_recognised_and_the_guess_is_told(tmp_path: Path, encoding: str) -> None:
    read = read_people(
        makers.delimited(tmp_path / "old.csv", LATIN, encoding=encoding), today=TODAY
    )
    assert [row.given_name for row in read.rows] == ["Siân", "Zoë", "André"]
    assert [row.family_name for row in read.rows][2] == "Núñez"
    assert Rule.ENCODING_GUESSED in {problem.rule for problem in read.problems}


def test_a_separator_named_in_the_first_line_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "sep.csv"
    path.write_text("sep=;\nName;DOB\nTrelawny, Kezia;1/2/1980\nPenrose, Jago;3/4/1981\n")
    read = read_people(path, today=TODAY)
    assert [row.family_name for row in read.rows] == ["Trelawny", "Penrose"]
    assert [row.row for row in read.rows] == [2, 3]  # as a spreadsheet program numbers them


def test_hidden_sheets_are_told_and_not_read(tmp_path: Path) -> None:
    path = makers.xlsx(
        tmp_path / "h.xlsx", ROWS, hidden=[["Forename", "Surname"], ["Nobody", "Shouldarrive"]]
    )
    read = read_people(path, today=TODAY)
    assert len(read.rows) == 3
    assert [(p.sheet, p.rule) for p in read.problems] == [("Lookups", Rule.SHEET_HIDDEN)]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (None, "missing"),
        (b"", "empty"),
        (b"   \r\n \r\n", "empty"),
        (b",,,\r\n,,,\r\n", "empty"),
        (b"\0" * 10_000, "empty"),
        (b"%PDF-1.7\n%...", "unreadable"),
        (b"\x89PNG\r\n\x1a\n....", "unreadable"),
        (b"<html><table><tr><td>Name</td></tr></table></html>", "unreadable"),
        (b"PK\x03\x04 not a zip at all", "unreadable"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 3000, "unreadable"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (bytes(range(256)) * 40, "unreadable"),
        (b"Colour,Shape\r\nred,round\r\n", "no-heading"),
        (b"DOB,Postcode\r\n1/2/1980,TR1 1AA\r\n", "no-name-column"),
    ],
)
def test_what_cannot_be_brought_in_is_refused_with_its_reason(
    tmp_path: Path, content: bytes | None, fault: str
) -> None:
    path = tmp_path / "people.xlsx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SheetError) as caught:
        read_people(path, today=TODAY)
    assert caught.value.fault == fault
    assert caught.value.path == path


def test_a_folder_is_no_spreadsheet(tmp_path: Path) -> None:
    with pytest.raises(SheetError) as caught:
        read_people(tmp_path, today=TODAY)
    assert caught.value.fault == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes here")
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "people.csv")
    with pytest.raises(SheetError) as caught:
        read_people(tmp_path / "people.csv", today=TODAY)
    assert caught.value.fault == "unreadable"


@pytest.mark.parametrize("make", [makers.xlsx, makers.xls, makers.ods])
def test_a_cut_off_file_is_refused_not_half_read(
    tmp_path: Path, make: Callable[[Path, makers.Rows], Path]
) -> None:
    path = make(tmp_path / "whole.xlsx", ROWS)
    content = path.read_bytes()
    for share in (0.2, 0.5, 0.8):
        path.write_bytes(content[: int(len(content) * share)])
        with pytest.raises(SheetError) as caught:
            read_people(path, today=TODAY)
        assert caught.value.fault in {"unreadable", "empty"}
