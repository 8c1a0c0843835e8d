"""The report on learning and gaps as a spreadsheet: the same lines, nothing that would run."""

import io
import random

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.papers.learning import LearningPaper
from coordinator.exports.files.learning_sheet import learning_sheet
from tests.exports import examples, hostile
from tests.exports.example_basics import DAY


def book(report: LearningPaper) -> Workbook:
    return load_workbook(io.BytesIO(learning_sheet(report)))


def test_each_section_has_a_sheet_and_counts_are_numbers() -> None:
    found = book(examples.learning())
    assert found.sheetnames == [
        "About",
        "Themes",
        "What was learnt",
        "What helps meanwhile",
        "Gaps",
        "Reviews",
    ]
    themes = [row[-2:] for row in found["Themes"].iter_rows(values_only=True)]
    assert ("fewer than 5", 1) in themes
    assert (12, 2) in themes
    gaps = list(found["Gaps"].iter_rows(values_only=True))
    assert ("Part of the system 2 & <b>", 1, 1, 0, 2) in gaps
    assert [row[0] for row in found["Reviews"].iter_rows(values_only=True)].count("L26-001") == 2


def test_no_text_runs_as_a_formula() -> None:
    for seed in range(5):
        spoiled = hostile.spoiled(examples.learning(), random.Random(seed))
        cells = [one for page in book(spoiled) for row in page.iter_rows() for one in row]
        assert [one.value for one in cells if one.data_type == "f"] == []


def test_what_is_empty_has_no_sheet_and_the_same_content_the_same_bytes() -> None:
    empty = LearningPaper(Imprint("", "", DAY), "")
    assert book(empty).sheetnames == ["About"]
    assert learning_sheet(examples.learning()) == learning_sheet(examples.learning())
