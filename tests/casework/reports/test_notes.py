"""Words beside the figures: for just these days, by one at a time, and naming nobody."""

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.records.trail import find_trail
from coordinator.casework.reports.notes import say_beside_figures
from coordinator.casework.reports.quarter import read_quarter
from coordinator.db.models import ReportNote
from coordinator.domain.accountability import Period, quarter_to
from coordinator.domain.errors import InvalidFieldsError, NotPermittedError, StaleRecordError
from coordinator.domain.lists.reports import ReportPart
from coordinator.domain.roles import Right, Role
from tests.casework.entries_on_file import a_person
from tests.casework.periods import days_ago
from tests.stores import HOUSING, NURSE, TODAY, sitting

QUARTER = quarter_to(TODAY)
PART = ReportPart.CASELOAD


def said(desk: Desk, period: Period = QUARTER, part: ReportPart = PART) -> str:
    return read_quarter(desk, period).said(part)


def test_what_is_said_stands_beside_that_part_of_those_days_alone(desk: Desk) -> None:
    say_beside_figures(desk, QUARTER, PART, "  Two people moved in.  ")
    assert said(desk) == "Two people moved in."
    assert said(desk, part=ReportPart.ACTIONS) == ""
    assert said(desk, Period(days_ago(200), days_ago(120))) == ""


def test_it_is_said_otherwise_and_taken_back(desk: Desk) -> None:
    first = say_beside_figures(desk, QUARTER, PART, "One moved in.").result
    second = say_beside_figures(desk, QUARTER, PART, "Two moved in.", seen=first).result
    assert said(desk) == "Two moved in."
    say_beside_figures(desk, QUARTER, PART, "", seen=second)
    assert said(desk) == ""
    third = read_quarter(desk, QUARTER).notes[PART].revision
    say_beside_figures(desk, QUARTER, PART, "Three moved in.", seen=third)
    assert said(desk) == "Three moved in."


def test_nobody_writes_over_what_another_said_meanwhile(desk: Desk) -> None:
    first = say_beside_figures(desk, QUARTER, PART, "One moved in.").result
    with pytest.raises(StaleRecordError) as refused:
        say_beside_figures(desk, QUARTER, PART, "Nobody did.")
    assert refused.value.theirs == {"text": "One moved in."}
    say_beside_figures(desk, QUARTER, PART, "Two moved in.", seen=first)
    with pytest.raises(StaleRecordError):
        say_beside_figures(desk, QUARTER, PART, "Three moved in.", seen=first)
    assert said(desk) == "Two moved in."


def test_what_names_somebody_on_file_is_refused_at_the_field(desk: Desk) -> None:
    a_person(desk)
    for text in ("Kezia Trelawny moved in.", "KP-0001 moved in."):
        with pytest.raises(InvalidFieldsError) as refused:
            say_beside_figures(desk, QUARTER, PART, text, nobody_is_meant=True)
        assert refused.value.fields == {"text": "names-somebody"}
    assert said(desk) == ""


@pytest.mark.parametrize(
    ("period", "text", "field"),
    [
        (QUARTER, "  ", "text"),
        (Period(TODAY, days_ago(1)), "Something", "until_on"),
        (Period(TODAY, days_ago(-1)), "Something", "until_on"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    desk: Desk, period: Period, text: str, field: str
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        say_beside_figures(desk, period, PART, text)
    assert list(refused.value.fields) == [field]


def test_words_of_two_stores_stand_together_until_somebody_says_it_as_one(desk: Desk) -> None:
    with desk.act(Right.DECIDE) as tx:
        for text in ("Said at the panel.", "Said away."):
            days = {"from_on": QUARTER.from_on, "to_on": QUARTER.until_on}
            tx.add(ReportNote(id=desk.new_id(), section=PART.value, text=text, **days))
        tx.journal("test.notes")
    both = said(desk)
    assert sorted(both.split("\n\n")) == ["Said at the panel.", "Said away."]
    seen = read_quarter(desk, QUARTER).notes[PART].revision
    say_beside_figures(desk, QUARTER, PART, "Said once.", seen=seen)
    assert said(desk) == "Said once."


def test_it_is_in_the_journal_and_a_lead_may_not(desk: Desk) -> None:
    say_beside_figures(desk, QUARTER, PART, "One moved in.")
    assert "report.said" in {one.act for one in find_trail(desk).rows}
    lead = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HOUSING)
    with pytest.raises(NotPermittedError):
        say_beside_figures(lead, QUARTER, PART, "Something")
