"""A briefing tells how often services were needed, whose count it is, and what nobody counted."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coordinator.casework.demand.counting import note_count
from coordinator.casework.desk import Desk
from coordinator.domain.lists.measures import Completeness, DemandMeasure
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.papers.escalations import briefing_model
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from coordinator.ui.shared.escalation_text import read_letter
from tests.casework.demand.counted import JUNE
from tests.casework.stuck_people import Stuck, stuck
from tests.exports.reading import words

NIGHTS = replace(JUNE, measure=DemandMeasure.CUSTODY_NIGHTS)
SAID = "Police calls and incidents: 4, 1 Jun 2026 to 30 Jun 2026"


@pytest.fixture
def case(desk: Desk) -> Stuck:
    return stuck(desk)


def told(case: Stuck) -> tuple[str, ...]:
    return briefing_model(case.desk, case.asked())[0].demand


def test_without_a_count_nothing_is_told(case: Stuck) -> None:
    assert told(case) == ()


def test_a_count_is_told_with_its_source_completeness_and_as_at_day(case: Stuck) -> None:
    note_count(case.desk, case.person, replace(JUNE, as_at=date(2026, 7, 3)))
    (line,) = told(case)
    assert line.startswith(SAID)
    assert "as at 3 Jul 2026" in line
    assert "full" in line.casefold() or "whole" in line.casefold()


def test_the_newest_period_of_each_measure_is_told(case: Stuck) -> None:
    may = replace(JUNE, from_on=date(2026, 5, 1), to_on=date(2026, 5, 31), count=9)
    for one in (JUNE, may, replace(NIGHTS, count=0)):
        note_count(case.desk, case.person, one)
    lines = told(case)
    assert [one.split(",")[0] for one in lines] == [
        "Police calls and incidents: 4",
        "Nights in custody: 0",
    ]


def test_what_is_missing_is_never_nought(case: Stuck) -> None:
    missing = replace(JUNE, count=None, completeness=Completeness.NOT_AVAILABLE)
    note_count(case.desk, case.person, missing)
    (line,) = told(case)
    assert "not available" in line
    assert ": 0" not in line


def test_a_restricted_count_stays_out(case: Stuck) -> None:
    note_count(case.desk, case.person, replace(JUNE, sensitivity=Sensitivity.RESTRICTED))
    assert told(case) == ()


def test_the_paper_and_the_text_say_it(case: Stuck, tmp_path: Path) -> None:
    note_count(case.desk, case.person, JUNE)
    key = case.asked()
    number = case.row(key).number
    (paper,) = make_papers(case.desk, [Order(PaperKind.ESCALATION, tmp_path, escalation=number)])
    assert SAID in words(paper.read_bytes())
    assert SAID in read_letter(case.desk, key).text
