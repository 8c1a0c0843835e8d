"""A listing as a spreadsheet or as separated values: text stays text, bytes stay the same."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from coordinator.domain.papers.office import Listing, OfficePart
from coordinator.exports.composing import PaperKind
from coordinator.exports.files.office_sheet import listing_sheet, listing_values
from coordinator.exports.worker import lay_out
from tests.exports import examples
from tests.exports.reading import pages

DAY = date(2026, 11, 16)
HOSTILE = ("=1+1", "+44 1632 960101", "-2", "@SUM(A1)", "\t=1", " =cmd|'/C calc'!A0", "\r=1")


def listing(what: str) -> Listing:
    return Listing(("What", "Who"), (2, 1), ((what, 'a "b", c'), ("Łódź", "Zoë")))


@pytest.mark.parametrize("typed", HOSTILE)
def test_text_that_starts_like_a_formula_stays_text(typed: str) -> None:
    sheet = listing_sheet(listing(typed), "Audit log", on=DAY, marking="OFFICIAL")
    cell = load_workbook(io.BytesIO(sheet)).worksheets[0].cell(2, 1)
    assert (cell.data_type, str(cell.value)[0]) == ("s", "'")
    rows = list(csv.reader(io.StringIO(listing_values(listing(typed)).decode("utf-8-sig"))))
    assert rows[1][0].startswith("'")


def test_separated_values_are_read_back_as_they_were() -> None:
    written = listing_values(listing("Opened"))
    assert written.startswith(b"\xef\xbb\xbf")  # so that letters beyond ASCII survive Excel
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))
    assert rows == [["What", "Who"], ["Opened", 'a "b", c'], ["Łódź", "Zoë"]]


def test_the_same_listing_gives_the_same_bytes_and_bears_the_marking() -> None:
    made = [listing_sheet(listing("A"), "Log", on=DAY, marking="OFFICIAL") for _one in range(2)]
    assert made[0] == made[1]
    sheet = load_workbook(io.BytesIO(made[0])).worksheets[0]
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.center.text == "OFFICIAL"


def test_a_log_takes_a_line_a_row_on_paper() -> None:
    row = (
        "1044",
        "20 Nov 2026, 09:00",
        "Aled Hâf-Nancarrow",
        "Noted a contact",
        "PK-0017",
        "Given",
    )
    headings = ("No.", "When", "Who", "What", "About", "Why")
    part = OfficePart("Everything", listing=Listing(headings, (0, 0, 0, 1, 0, 0), (row,) * 120))
    log = replace(examples.office(), parts=(part,))
    read = pages(lay_out(PaperKind.AUDIT_LOG, log))
    assert max(page.count("Noted a contact") for page in read) >= 33
    lines = " ".join(read).splitlines()
    assert not [line for line in lines if line.strip() in {"09:00", "Aled", "Hâf-Nancarrow"}]
