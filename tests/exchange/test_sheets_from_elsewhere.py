"""Update sheets as other programs save them, and as people rearrange them."""

import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from coordinator.casework.plans.writing import edit_plan
from coordinator.domain.errors import SheetCellsError
from coordinator.domain.exchange.reviews import HandBackReview
from coordinator.wording.refusals.notices import notice_for
from tests.exchange.away_stores import Both, both_stores
from tests.exchange.update_sheets import (
    ACTIONS,
    MUCH,
    NEW,
    NOTES,
    PLANS,
    fault_of,
    faults,
    filled,
    given,
    looked,
)
from tests.stores import Clock

Change = Callable[[Workbook], None]
Parts = dict[str, bytes]
_STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    ),
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path / "stores", clock)
    edit_plan(made.hub.desk, made.kept.plan, seen=1, direction="A room of her own")
    yield made
    made.close()


@pytest.fixture
def sheet(both: Both, tmp_path: Path) -> Path:
    """The sheet, with something written on each page."""
    return filled(given(both, tmp_path), MUCH)


def changed(sheet: Path, change: Change) -> Path:
    book = openpyxl.load_workbook(sheet)
    change(book)
    book.save(path := sheet.with_name("changed.xlsx"))
    return path


def rewritten(sheet: Path, change: Callable[[Parts], None]) -> Path:
    """Change the parts inside a file: what the writer here never writes itself."""
    with zipfile.ZipFile(sheet) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    with zipfile.ZipFile(path := sheet.with_name("parts.xlsx"), "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def said(review: HandBackReview) -> set[tuple[object, ...]]:
    return {(one.place.kind, one.place.record, one.place.field) for one in review.rows}


def with_shared_texts(parts: Parts) -> None:
    """Write as Excel does: each text once, letters drawn otherwise in pieces of their own."""
    texts: list[bytes] = []

    def shared(found: re.Match[bytes]) -> bytes:
        texts.append(found[3])
        return b'%st="s"%s><v>%d</v></c>' % (found[1], found[2], len(texts) - 1)

    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            cell = rb'(<c [^>]*?)t="inlineStr"([^>]*)><is>(.*?)</is></c>'
            parts[name] = re.sub(cell, shared, parts[name], flags=re.DOTALL)
    whole = b"<t>A room of her own by spring</t>"
    pieces = b'<r><t xml:space="preserve">A room </t></r><r><t>of her own by spring</t></r>'
    listed = b"".join(b"<si>%s</si>" % one.replace(whole, pieces) for one in texts)
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = b'<sst xmlns="%s">%s</sst>' % (space, listed)
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    link = b'<Relationship Id="rId99" Type="%s" Target="sharedStrings.xml"/></Relationships>'
    rels = "xl/_rels/workbook.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", link % office)


def strictly(parts: Parts) -> None:
    for name, content in parts.items():
        new = content
        for plain, strict in _STRICT.items():
            new = new.replace(plain, strict)
        parts[name] = new


@pytest.mark.parametrize("change", [with_shared_texts, strictly])
def test_written_in_another_of_the_forms_there_are_it_says_the_same(
    both: Both, sheet: Path, change: Callable[[Parts], None]
) -> None:
    before = looked(both, sheet)
    review = looked(both, rewritten(sheet, change))
    assert said(review) == said(before)
    assert "A room of her own by spring" in {str(one.after) for one in review.rows}


def days_counted_from_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904
    book[NOTES]["B5"] = date(2026, 11, 18)
    book[ACTIONS]["J5"] = book[NEW]["D5"] = date(2026, 12, 24)


def drawn_to_the_last_row(book: Workbook) -> None:
    for page in (NOTES, PLANS, ACTIONS, NEW):
        book[page].cell(1_048_576, 2).number_format = "@"


def blanks_below(book: Workbook) -> None:
    for row in range(30, 3_000):
        book[NOTES].cell(row, 2).value = " "


def filtered(book: Workbook) -> None:
    book[PLANS].auto_filter.ref = "A4:D14"
    for row in range(5, 14):
        book[PLANS].row_dimensions[row].hidden = True


def pages_renamed_and_moved(book: Workbook) -> None:
    for at, page in enumerate((NOTES, PLANS, ACTIONS, NEW)):
        book[page].title = f"Sheet {at}"
    book.move_sheet("Sheet 0", 3)
    del book["Lists"]


def a_column_moved(book: Workbook) -> None:
    page = book[NOTES]
    for at, row in enumerate([[cell.value for cell in row] for row in page.iter_rows(4)], 4):
        for place, value in enumerate([row[4], *row[:4], *row[5:]], 1):
            page.cell(at, place).value = value


def rows_copied_below(book: Workbook) -> None:
    for name, row in ((PLANS, 10), (ACTIONS, 5), (NOTES, 5)):
        for place, cell in enumerate(list(book[name][row]), 1):
            book[name].cell(40, place).value = cell.value


def a_column_for_reading_deleted(book: Workbook) -> None:
    book[ACTIONS].delete_cols(5)
    book[ACTIONS].delete_cols(2)


def title_rows_deleted(book: Workbook) -> None:
    book[NOTES].delete_rows(1, 3)


def a_page_copied(book: Workbook) -> None:
    book.copy_worksheet(book[PLANS])


@pytest.mark.parametrize(
    "change",
    [
        days_counted_from_1904,
        drawn_to_the_last_row,
        blanks_below,
        filtered,
        pages_renamed_and_moved,
        a_column_moved,
        rows_copied_below,
        a_column_for_reading_deleted,
        title_rows_deleted,
        a_page_copied,
    ],
)
def test_what_people_do_to_pages_makes_no_difference(
    both: Both, sheet: Path, change: Change
) -> None:
    before, review = looked(both, sheet), looked(both, changed(sheet, change))
    assert said(review) == said(before)
    assert {str(one.after) for one in review.rows} == {str(one.after) for one in before.rows}
    assert review.unread == ()


def hide_a_page(book: Workbook) -> None:
    book[NOTES].sheet_state = "hidden"


def call_a_column_otherwise(book: Workbook) -> None:
    book[NOTES]["E4"] = "What I saw"


def call_the_column_otherwise_that_is_needed(book: Workbook) -> None:
    book[PLANS]["C4"] = "Text"


def push_the_headings_down(book: Workbook) -> None:
    book[NOTES].insert_rows(1, 40)


def delete_the_column_to_write_in(book: Workbook) -> None:
    book[ACTIONS].delete_cols(7)


def delete_the_marks(book: Workbook) -> None:
    book[PLANS].delete_cols(4)


def type_a_row_of_ones_own(book: Workbook) -> None:
    for place, words in enumerate(("KT (KP-0001)", "17/11/2026", "On the street", "Met"), 1):
        book[NOTES].cell(9, place).value = words


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (hide_a_page, {"Contacts and notes ": "page-hidden"}),
        (call_a_column_otherwise, {"Contacts and notes E4": "heading-changed"}),
        (call_the_column_otherwise_that_is_needed, {"Plans ": "headings-gone"}),
        (push_the_headings_down, {"Contacts and notes ": "headings-gone"}),
        (delete_the_column_to_write_in, {"Actions ": "headings-gone"}),
        (delete_the_marks, {"Plans C12": "mark-gone"}),
        (type_a_row_of_ones_own, {"Contacts and notes A9": "mark-gone"}),
    ],
)
def test_what_cannot_be_read_any_more_is_told_and_never_passed_over(
    both: Both, sheet: Path, change: Change, told: dict[str, str]
) -> None:
    assert faults(both, changed(sheet, change)) == told


def test_a_page_as_a_whole_is_named_without_a_cell(both: Both, sheet: Path) -> None:
    with pytest.raises(SheetCellsError) as refused:
        looked(both, changed(sheet, hide_a_page))
    (line,) = notice_for(refused.value).details
    assert line.startswith("Contacts and notes: this page is hidden")


WORDS = {PLANS: "C7", NOTES: "E5", ACTIONS: "K5", NEW: "B5"}
"""A cell for words on each page."""


@pytest.mark.parametrize("made", [12, 1632960001, 0.5, True, date(2026, 2, 1), time(12, 30)])
def test_what_a_program_made_of_words_is_asked_about_and_not_taken(
    both: Both, sheet: Path, made: float | date | time
) -> None:
    def put(book: Workbook) -> None:
        for page, place in WORDS.items():
            book[page][place] = made
            book[page][place].number_format = "General"

    told = {f"{page} {place}": "made-over" for page, place in WORDS.items()}
    assert faults(both, changed(sheet, put)) == told


def test_cells_for_words_keep_what_is_typed_and_cells_for_days_make_days(
    both: Both, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(given(both, tmp_path))
    assert {book[page][place].number_format for page, place in WORDS.items()} == {"@"}
    assert book[NOTES]["B5"].number_format == book[NEW]["D5"].number_format == "dd mmm yyyy"


def test_a_page_saved_alone_is_asked_for_whole(both: Both, sheet: Path) -> None:
    rows = openpyxl.load_workbook(sheet)[PLANS].iter_rows(values_only=True)
    lines = [",".join(f'"{cell or ""}"' for cell in row) for row in rows]
    alone = sheet.with_suffix(".csv")
    alone.write_text("\n".join(lines), encoding="utf-8")
    assert fault_of(both, alone) == "mark-gone"
