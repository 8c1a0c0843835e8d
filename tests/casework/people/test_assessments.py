"""Assessments made elsewhere: the fact and its result, for whom it may be, while it counts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.people.assessments import (
    change_assessment,
    end_assessment,
    note_assessment,
)
from coordinator.casework.person.pages import read_person
from coordinator.casework.records.history import read_person_history
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    StaleRecordError,
    WithheldError,
)
from coordinator.domain.people.assessments import Assessment
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.papers.packs import pack_model
from tests.casework.test_nothing_leaks import words_in
from tests.requests import coming_meeting, known_case
from tests.stores import HEALTH, NURSE, POLICE, TODAY, sitting

DASH = Assessment(
    "DASH",
    TODAY - timedelta(days=3),
    "High risk, zqresult",
    "PC Penna",
    POLICE,
    "the custody office",
    "zqnote",
)
GUARDED = Assessment("ViST", TODAY, "zqguarded", sensitivity=Sensitivity.RESTRICTED)


def test_an_assessment_needs_its_tool_and_a_day_that_has_been(desk: Desk) -> None:
    person = known_case(desk)
    for wrong in (
        Assessment(" ", TODAY),
        Assessment("DASH"),
        Assessment("DASH", TODAY + timedelta(days=1)),
    ):
        with pytest.raises(InvalidFieldsError):
            note_assessment(desk, person, wrong)
    assert read_person(desk, person).assessments == ()


@pytest.mark.parametrize("tool", ["ACE score", "Adverse Childhood Experiences", "ACE-10"])
def test_nobodys_score_of_past_adversity_is_kept(desk: Desk, tool: str) -> None:
    person = known_case(desk)
    with pytest.raises(InvalidFieldsError) as refused:
        note_assessment(desk, person, replace(DASH, tool=tool))
    assert refused.value.fields == {"tool": "past-adversity"}
    key = note_assessment(desk, person, replace(DASH, tool="ACE-III")).result
    with pytest.raises(InvalidFieldsError):
        change_assessment(desk, key, replace(DASH, tool=tool), seen=1)
    (row,) = read_person(desk, person).assessments
    assert row.assessment.tool == "ACE-III"


def test_what_is_known_is_changed_by_one_and_ended_with_a_reason(desk: Desk) -> None:
    person = known_case(desk)
    key = note_assessment(desk, person, DASH).result
    change_assessment(desk, key, Assessment("DASH", TODAY, "Medium risk"), seen=1)
    with pytest.raises(StaleRecordError):
        change_assessment(desk, key, Assessment("DASH", TODAY, "Low risk"), seen=1)
    with pytest.raises(ReasonNeededError):
        end_assessment(desk, key, reason=" ")
    end_assessment(desk, key, reason="Made about somebody else")
    with pytest.raises(GuardError, match="assessment-ended"):
        change_assessment(desk, key, DASH, seen=3)
    (row,) = read_person(desk, person).assessments
    assert (row.assessment.result, row.end_reason) == ("Medium risk", "Made about somebody else")
    assert "assessment.noted" in " ".join(words_in(read_person_history(desk, person)))


def test_one_that_is_for_few_is_seen_by_few(desk: Desk) -> None:
    person = known_case(desk)
    note_assessment(desk, person, DASH)
    key = note_assessment(desk, person, GUARDED).result
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    assert [one.assessment.tool for one in read_person(desk, person).assessments] == [
        "ViST",
        "DASH",
    ]
    with pytest.raises(WithheldError):
        end_assessment(nurse, key, reason="no")


def test_the_case_sheet_says_what_came_out_and_where_it_is_held(desk: Desk) -> None:
    person = known_case(desk)
    note_assessment(desk, person, DASH)
    over = note_assessment(desk, person, Assessment("OASys", TODAY, "zqover")).result
    end_assessment(desk, over, reason="wrong person")
    pack = pack_model(desk, coming_meeting(desk), WHOLE_PANEL)
    (sheet,) = pack.cases
    (line,) = sheet.assessed
    assert line.startswith("DASH, High risk, zqresult, Mon 16 Nov, PC Penna, ")
    assert line.endswith("held: the custody office")
    said = " ".join(words_in(pack)).casefold()
    assert "zqnote" not in said
    assert "zqover" not in said
