"""Hostile and broken files cost little and harm nothing."""

import random
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlwt

from coordinator.domain.errors import SheetError
from coordinator.sheets import limits
from coordinator.sheets.problems import Rule
from coordinator.sheets.reading import read_people
from tests.sheets import makers

TODAY = date(2026, 11, 20)
ROWS: list[list[object]] = [
    ["Name", "DOB"],
    ["Trelawny, Kezia", "1/2/1980"],
    ["Penrose, Jago", ""],
]


def fault_of(path: Path) -> str:
    with pytest.raises(SheetError) as caught:
        read_people(path, today=TODAY)
    return caught.value.fault


def outcome(path: Path) -> str:
    """Say what came of reading a file: *read*, or the fault."""
    try:
        read_people(path, today=TODAY)
    except SheetError as error:
        return error.fault
    return "read"


def rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Change one part of a packed spreadsheet, or add it."""
    with zipfile.ZipFile(path) as packed:
        parts = {part: b"", **{name: packed.read(name) for name in packed.namelist()}}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, change(content) if name == part else content)
    return path


def with_sheet(tmp_path: Path, cells: str) -> Path:
    body = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    )
    path = makers.xlsx(tmp_path / "x.xlsx", ROWS)
    return rewritten(path, "xl/worksheets/sheet1.xml", lambda _old: body.encode())


def test_a_cell_a_million_rows_down_is_refused_before_memory_is_asked_for(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    assert fault_of(with_sheet(tmp_path, far)) == "too-large"
    odd = (
        "<x:row xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main' r='99999999'>"
    )
    assert fault_of(with_sheet(tmp_path, f"{odd}<x:c><x:v>1</x:v></x:c></x:row>")) == "too-large"


def test_ten_thousand_columns_are_refused(tmp_path: Path) -> None:
    assert fault_of(makers.xlsx(tmp_path / "w.xlsx", [["Name"] * 10_000])) == "too-large"
    assert fault_of(makers.delimited(tmp_path / "w.csv", [["Name"] * 10_000])) == "too-large"
    wide = (
        '<table:table table:name="A"><table:table-row><table:table-cell'
        ' table:number-columns-repeated="10000" office:value-type="string">'
        "<text:p>Name</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert fault_of(makers.raw_ods(tmp_path / "w.ods", wide)) == "too-large"


def test_many_sheets_are_measured_together(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    gap = (
        '<table:table-row table:number-rows-repeated="90000"><table:table-cell/></table:table-row>'
    )
    wide = f'<table:table-row><table:table-cell table:number-columns-repeated="40"/>{cell}'
    sheet = f'<table:table table:name="A">{gap}{wide}</table:table-row></table:table>'
    assert fault_of(makers.raw_ods(tmp_path / "one.ods", sheet)) == "no-heading"
    assert fault_of(makers.raw_ods(tmp_path / "two.ods", sheet * 2)) == "too-large"


def test_a_row_repeated_a_million_times_is_refused(tmp_path: Path) -> None:
    tall = (
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell office:value-type="string"><text:p>Name</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    assert fault_of(makers.raw_ods(tmp_path / "t.ods", tall)) == "too-large"


def test_a_text_shared_by_very_many_cells_is_refused(tmp_path: Path) -> None:
    row = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
    path = with_sheet(tmp_path, row * 100)
    text = "<sst><si><t>" + "x" * 30_000 + "</t></si></sst>"
    rewritten(path, "xl/sharedStrings.xml", lambda _old: text.encode())
    assert fault_of(path) == "too-large"


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = makers.xlsx(tmp_path / "b.xlsx", ROWS)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/media/image1.png", "w", force_zip64=True) as part,
    ):
        for _block in range(limits.MOST_UNPACKED_BYTES // 10_000_000 + 1):
            part.write(b"\0" * 10_000_000)
    assert path.stat().st_size < 1_000_000
    assert fault_of(path) == "too-large"


def test_a_thousand_parts_too_many_are_refused(tmp_path: Path) -> None:
    path = makers.xlsx(tmp_path / "p.xlsx", ROWS)
    with zipfile.ZipFile(path, "a") as packed:
        for number in range(limits.MOST_PARTS):
            packed.writestr(f"xl/{number}.bin", b"")
    assert fault_of(path) == "too-large"


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    declared = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]>'
    path = makers.xlsx(tmp_path / "e.xlsx", ROWS)

    def declare(old: bytes) -> bytes:
        return (
            declared.encode() + old.partition(b"?>")[2]
            if b"?>" in old
            else (declared.encode() + old)
        )

    assert fault_of(rewritten(path, "xl/worksheets/sheet1.xml", declare)) == "unreadable"


def test_a_file_beyond_the_size_limit_is_not_even_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coordinator.sheets.files.MOST_BYTES", 10)
    assert fault_of(makers.delimited(tmp_path / "l.csv", ROWS)) == "too-large"


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coordinator.sheets.texts.MOST_ROWS", 2)
    assert fault_of(makers.delimited(tmp_path / "l.csv", ROWS)) == "too-large"


def test_a_huge_cell_is_left_out_and_a_boundless_one_refuses_the_file(tmp_path: Path) -> None:
    path = makers.delimited(
        tmp_path / "h.csv", [["Name", "Address"], ["Spud", "x" * 100_000], ["Kez", "1 Quay"]]
    )
    read = read_people(path, today=TODAY)
    assert [(row.given_name, row.address) for row in read.rows] == [
        ("Spud", ""),
        ("Kez", "1 Quay"),
    ]
    assert [(p.row, p.column, p.rule) for p in read.problems] == [(2, "B", Rule.TOO_LONG)]
    path.write_text('Name,Address\nSpud,"' + "x" * 400_000)
    assert fault_of(path) == "too-large"


def test_nulls_and_controls_are_taken_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "n.csv"
    path.write_bytes(b"Name,Address\r\nSp\x00ud,1 \x1b[31mQuay Street in the Old Town\r\n")
    read = read_people(path, today=TODAY)
    assert (read.rows[0].given_name, read.rows[0].address[:7]) == ("Spud", "1 [31mQ")
    assert {p.rule for p in read.problems} == {Rule.CONTROL_CHARACTERS}


@pytest.mark.parametrize(
    "line",
    ['"Kezia "Kez" Trelawny",1/2/1980', '"Kezia Trelawny,1/2/1980', 'Kezia ""Kez"",1/2/1980'],
)
def test_quotes_out_of_step_never_break_the_reading(tmp_path: Path, line: str) -> None:
    path = tmp_path / "q.csv"
    path.write_text(f"Name,DOB\nPenrose,1/1/1970\n{line}\n")
    read = read_people(path, today=TODAY)
    assert read.rows[0].given_name == "Penrose"
    assert read.seen == 2


def test_quotes_out_of_step_are_told(tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    path.write_text('Name,DOB\n"Kezia Trelawny,1/2/1980\nJago Penrose,1/2/1980\n')
    assert Rule.QUOTES_ODD in {problem.rule for problem in read_people(path, today=TODAY).problems}


@pytest.mark.parametrize(
    ("make", "rounds"), [(makers.xlsx, 150), (makers.ods, 150), (makers.xls, 12)]
)
def test_flipped_bytes_give_rows_or_one_clear_refusal(
    tmp_path: Path, make: Callable[[Path, makers.Rows], Path], rounds: int
) -> None:
    path = make(tmp_path / "whole.xlsx", [*ROWS, *ROWS[1:] * 20])
    content = path.read_bytes()
    dice = random.Random(7)
    outcomes = set()
    for _round in range(rounds):
        broken = bytearray(content)
        for _flip in range(dice.choice((1, 1, 3, 20))):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        path.write_bytes(broken)
        outcomes.add(outcome(path))
    assert outcomes <= {"read", "unreadable", "too-large", "empty", "no-heading", "no-name-column"}
    assert {"unreadable", "read"} <= outcomes


def test_an_old_workbook_whose_reader_dies_is_refused_and_we_live(tmp_path: Path) -> None:
    path = makers.xls(tmp_path / "d.xlsx", ROWS)
    content = bytearray(path.read_bytes())
    dimensions = content.index(b"\x00\x02\x0e\x00")  # record 0x0200 of 14 bytes
    content[dimensions + 8 : dimensions + 12] = b"\xff\xff\xff\xff"  # the row after the last
    path.write_bytes(content)
    assert fault_of(path) == "unreadable"


def test_an_old_workbook_as_wide_and_tall_as_can_be_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "far.xls"
    book = xlwt.Workbook()
    sheet = book.add_sheet("A")
    sheet.write(0, 0, "Name")
    sheet.write(65_535, 255, "x")
    book.save(str(path))
    assert fault_of(path) == "too-large"


def test_a_reader_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coordinator.sheets.apart.MOST_SECONDS", 0)
    assert fault_of(makers.xls(tmp_path / "slow.xlsx", ROWS)) == "too-large"


def test_any_bytes_at_all_give_rows_or_one_clear_refusal(tmp_path: Path) -> None:
    dice = random.Random(11)
    path = tmp_path / "noise"
    outcomes = set()
    for _round in range(200):
        path.write_bytes(b"Name,DOB\n" + dice.randbytes(dice.randrange(400)))
        outcomes.add(outcome(path))
    assert outcomes <= {"read", "unreadable", "no-heading", "no-name-column", "too-large"}
