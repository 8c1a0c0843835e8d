"""The quarterly report as it leaves: every count told together, and nobody's name in it."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from itertools import product
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from coordinator.casework.desk import Desk
from coordinator.domain.accountability import Accountability, Period
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.lists.reasons import CloseReason
from coordinator.domain.lists.reports import CameAndWent, FigureTable, ReportPart
from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.domain.reports.figures import Counts, Key
from coordinator.domain.reports.quarter import QuarterReport, Said
from coordinator.domain.roles import Role
from coordinator.domain.small_numbers import LEAST_TOLD
from coordinator.domain.states import CasePhase
from coordinator.exports.composing import PaperKind
from coordinator.exports.files.quarter_sheet import quarter_sheet
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from coordinator.papers.quarter import told_parts
from coordinator.wording.labels import label
from tests.exports.reading import words
from tests.exports.structure import faults
from tests.stores import NURSE, POLICE, TODAY, sitting

_T, _C = FigureTable, CameAndWent
_PERIOD = Period(TODAY - timedelta(days=90), TODAY)
SMALL = st.integers(0, 7)
Read = Mapping[tuple[str, str], object]


def report_of(
    moved: Sequence[int], reasons: Sequence[int], phases: Sequence[int]
) -> QuarterReport:
    """A report in which all sums hold; what is wanting at the end was there before."""
    new, again = moved
    closed, after = sum(reasons), sum(phases)
    before = max(after + closed - new - again, 0)
    new = after + closed - before - again
    lines = zip(_C, (before, new, again, closed, after), strict=True)
    tables = (
        Counts(_T.CAME_AND_WENT, tuple(lines)),
        _split(_T.CLOSED, CloseReason, reasons, _C.CLOSED),
        _split(_T.PHASES, CasePhase, phases, _C.AFTER),
    )
    nobody = Accountability(_PERIOD, TODAY, 0, (), ())
    return QuarterReport(_PERIOD, TODAY, tables, nobody)


def _split(
    table: FigureTable, kinds: type[StrEnum], counts: Sequence[int], total: CameAndWent
) -> Counts:
    lines = tuple((kind, count) for kind, count in zip(kinds, counts, strict=False) if count)
    return Counts(table, lines, makes=(_T.CAME_AND_WENT, total.value))


def paper_of(report: QuarterReport) -> QuarterPaper:
    parts = told_parts(report, report.told())
    return QuarterPaper(Imprint("", "", TODAY), "", parts=tuple(parts.values()))


def cells_of_sheet(content: bytes) -> Read:
    """Read every cell back by the title of its table and the words of its line."""
    found: dict[tuple[str, str], object] = {}
    for sheet in load_workbook(io.BytesIO(content)):
        title = ""
        for row in sheet.iter_rows(values_only=True):
            if row[0] in {label(one) for one in _T}:
                title = str(row[0])
            elif title and row[0] and len(row) > 1 and row[1] not in {None, "People", "Count"}:
                found[title, str(row[0])] = row[1]
    return found


def possible(printed: object, *, count: int) -> Sequence[int]:
    """What a reader who knows the rule has to think possible of a cell."""
    if isinstance(printed, int):
        return (printed,)
    if printed == f"fewer than {LEAST_TOLD}":
        return range(1, LEAST_TOLD)
    assert printed == "not given, so that nobody can be told"
    return range(1, count + 16)  # the paper says that nought is given


def worked_out(report: QuarterReport, read: Read) -> set[Key]:
    """Try every table that would look the same; name the hidden cells equal in all of them.

    It takes a reader for granted who does not know which of the larger counts is hidden why.
    """
    by_table = {one.table: one for one in report.tables}
    choices = {
        (one.table, line.value): possible(read[label(one.table), label(line)], count=count)
        for one in report.tables
        for line, count in one.lines
    }
    seen: dict[Key, set[int]] = {key: set() for key in choices}
    gone, stay = (
        _sums([choices[key] for key in keys])
        for keys in (by_table[_T.CLOSED].keys(), by_table[_T.PHASES].keys())
    )
    moved = [(_T.CAME_AND_WENT, one.value) for one in _C]
    for before, new, again, closed in product(*(choices[key] for key in moved[:4])):
        after = before + new + again - closed
        if after not in choices[moved[4]] or closed not in gone or after not in stay:
            continue
        for key, value in zip(moved, (before, new, again, closed, after), strict=True):
            seen[key].add(value)
        for table, total, ways in ((_T.CLOSED, closed, gone), (_T.PHASES, after, stay)):
            for key, values in zip(by_table[table].keys(), ways[total], strict=True):
                seen[key] |= values
    hidden = {key for key, values in choices.items() if len(values) > 1}
    return {key for key in hidden if len(seen[key]) < 2}


def _sums(parts: Sequence[Sequence[int]]) -> Mapping[int, list[set[int]]]:
    """For each sum that can come of some parts: what each part can be in it."""
    found: dict[int, list[set[int]]] = {}
    for values in product(*parts):
        kept = found.setdefault(sum(values), [set() for _one in parts])
        for part, value in zip(kept, values, strict=True):
            part.add(value)
    return found


@given(
    st.tuples(SMALL, SMALL),
    st.lists(SMALL, min_size=2, max_size=2),
    st.lists(SMALL, min_size=2, max_size=3),
)
def test_no_hidden_cell_of_the_spreadsheet_can_be_worked_out(
    moved: tuple[int, int], reasons: list[int], phases: list[int]
) -> None:
    report = report_of(moved, reasons, phases)
    if any(count < 0 for one in report.tables for _line, count in one.lines):
        return  # more came again than there are
    read = cells_of_sheet(quarter_sheet(paper_of(report)))
    assert worked_out(report, read) == set()


def test_the_oracle_finds_what_is_given_away() -> None:
    """Else the law above could not fail: three of eight told beside their total."""
    report = report_of((0, 0), (0, 0), (3, 20))
    read = cells_of_sheet(quarter_sheet(paper_of(report)))
    first, second = ((label(_T.PHASES), label(one)) for one in list(CasePhase)[:2])
    assert isinstance(read[second], str)
    assert worked_out(report, {**read, first: "fewer than 5", second: 20}) != set()


def test_the_spreadsheet_goes_with_the_paper(desk: Desk, tmp_path: Path) -> None:
    made = make_papers(desk, [Order(PaperKind.REPORT, tmp_path)])
    assert [path.suffix for path in made] == [".pdf", ".xlsx"]


def test_who_may_not_see_figures_makes_none(desk: Desk) -> None:
    lead = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, POLICE)
    with pytest.raises(NotPermittedError):
        list(draft_papers(lead, Order(PaperKind.REPORT, Path())))


def test_a_panel_in_which_nothing_happened_has_a_report_all_the_same(desk: Desk) -> None:
    (draft,) = draft_papers(desk, Order(PaperKind.REPORT, Path()))
    laid = lay_out(PaperKind.REPORT, draft.model)
    assert faults(laid) == []
    assert "Nothing to count in this period." in words(laid)


def test_the_words_of_a_part_stand_beside_its_counts() -> None:
    report = report_of((0, 0), (0, 0), (6, 0))
    report = replace(report, notes={ReportPart.LEARNING: Said(UUID(int=1), 1, "A quiet quarter.")})
    text = words(lay_out(PaperKind.REPORT, paper_of(report)))
    assert "What was learnt In words: A quiet quarter." in text
