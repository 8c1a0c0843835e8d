"""Warnings, risks and strengths: said with source and review, ended with a reason, withheld."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import register_person
from coordinator.casework.people.safety import (
    add_risk,
    add_strength,
    add_warning,
    end_risk,
    end_warning,
    read_safety,
    remove_strength,
    review_risk,
    review_warning,
)
from coordinator.db.models import Case, LeadRole
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    StaleRecordError,
    WithheldError,
)
from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.lists.plans import EcologicalLevel, StrengthKind
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Answer, RiskStatus, Sensitivity
from tests.stores import HEALTH, NURSE, TODAY, Clock, sitting

SAID: dict[str, Any] = {
    "text": "Two workers after dark",
    "source": "the outreach worker",
    "person_told": Answer.YES,
}


@pytest.fixture
def person(desk: Desk) -> UUID:
    return register_person(desk, given_name="Tomos").result


@pytest.fixture
def nurse(desk: Desk, person: UUID) -> Desk:
    """The lead professional of the person; may not have what is restricted."""
    case = Case(id=desk.new_id(), person_id=person, opened_on=TODAY)
    role = LeadRole(
        id=desk.new_id(),
        person_id=person,
        case_id=case.id,
        professional_id=NURSE,
        from_on=TODAY,
    )
    with desk.act(Right.DECIDE) as tx:
        tx.cases.begin(case)
        tx.cases.begin_lead(role)
        tx.journal("lead.agreed", record=role.id, scope=person)
    return sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)


def test_a_warning_says_who_when_what_from_where_and_until_when(desk: Desk, person: UUID) -> None:
    add_warning(desk, person, **SAID)
    (row,) = read_safety(desk, person).warnings
    assert (row.note.text, row.source, row.noted_by, row.note.noted_on, row.note.review_on) == (
        "Two workers after dark",
        "the outreach worker",
        "Aled Hâf",
        TODAY,
        TODAY + timedelta(days=90),
    )


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"text": " "}, {"text": "required"}),
        ({"review_on": TODAY}, {"review_on": "in-the-past"}),
        ({"review_on": date(2027, 11, 20)}, {"review_on": "too-far-off"}),
        ({"noted_on": TODAY + timedelta(days=1)}, {"noted_on": "in-the-future"}),
        ({"person_told": Answer.NO}, {"not_told_reason": "required"}),
        ({"person_told": None}, {"not_told_reason": "required"}),
        ({"colour": "red"}, {"colour": "unknown"}),
    ],
)
def test_a_warning_or_risk_that_says_too_little_is_refused(
    desk: Desk, person: UUID, wrong: dict[str, Any], fields: dict[str, str]
) -> None:
    for add in (add_warning, add_risk):
        with pytest.raises(InvalidFieldsError) as refused:
            add(desk, person, **{**SAID, **wrong})
        assert refused.value.fields == fields
    safety = read_safety(desk, person)
    assert not safety.warnings
    assert not safety.risks


def test_a_year_is_the_longest_a_risk_stands_unlooked_at(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    add_risk(
        desk,
        person,
        review_on=date(2027, 11, 19),
        area=NeedDomain.SELF_HARM,
        severity=NeedSeverity.HIGH,
        level=EcologicalLevel.INDIVIDUAL,
        **SAID,
    )
    (row,) = read_safety(desk, person).risks
    assert (row.area, row.severity, row.review_is_due) == (
        NeedDomain.SELF_HARM,
        NeedSeverity.HIGH,
        False,
    )
    clock.move(days=365)
    (row,) = read_safety(desk, person).risks
    assert row.review_is_due
    review_risk(desk, row.id, seen=row.revision, review_on=date(2028, 2, 1), text="Less often")
    (row,) = read_safety(desk, person).risks
    assert (row.note.text, row.review_is_due) == ("Less often", False)


def test_ending_needs_a_reason_and_ends_for_good(desk: Desk, person: UUID) -> None:
    warning = add_warning(desk, person, **SAID).result
    risk = add_risk(desk, person, **SAID).result
    for end, record in ((end_warning, warning), (end_risk, risk)):
        with pytest.raises(ReasonNeededError):
            end(desk, record, reason=" ")
        end(desk, record, reason="moved away")
        with pytest.raises(GuardError, match="risk-ended"):
            end(desk, record, reason="again")
    with pytest.raises(GuardError, match="risk-ended"):
        review_warning(desk, warning, seen=2, review_on=TODAY + timedelta(days=5))
    safety = read_safety(desk, person)
    assert safety.warnings[0].status is safety.risks[0].status is RiskStatus.ENDED
    assert safety.warnings[0].end_reason == "moved away"


def test_those_that_ended_come_last(desk: Desk, person: UUID) -> None:
    first = add_warning(desk, person, **SAID).result
    second = add_warning(desk, person, **SAID).result
    end_warning(desk, first, reason="moved away")
    assert [row.id for row in read_safety(desk, person).warnings] == [second, first]


def test_a_stale_review_is_refused(desk: Desk, person: UUID) -> None:
    warning = add_warning(desk, person, **SAID).result
    day = TODAY + timedelta(days=30)
    review_warning(desk, warning, seen=1, review_on=day, text="Three workers")
    with pytest.raises(StaleRecordError):
        review_warning(desk, warning, seen=1, review_on=day, text="One worker")
    assert read_safety(desk, person).warnings[0].note.text == "Three workers"


def test_restricted_entries_stay_with_those_who_may_have_them(
    desk: Desk, person: UUID, nurse: Desk
) -> None:
    for sensitivity in (Sensitivity.RESTRICTED, Sensitivity.THIRD_PARTY):
        hidden = add_warning(desk, person, sensitivity=sensitivity, **SAID).result
        add_risk(desk, person, sensitivity=sensitivity, **SAID)
        with pytest.raises(WithheldError):
            review_warning(nurse, hidden, seen=1, review_on=TODAY + timedelta(days=9))
        with pytest.raises(WithheldError):
            end_warning(nurse, hidden, reason="no")
    add_warning(nurse, person, **SAID)

    assert len(read_safety(desk, person).warnings) == 3
    seen = read_safety(nurse, person)
    assert [row.sensitivity for row in seen.warnings] == [Sensitivity.STANDARD]
    assert seen.risks == ()


def test_a_person_who_is_not_theirs_is_withheld_whole(desk: Desk, nurse: Desk) -> None:
    other = register_person(desk, given_name="Anna").result
    with pytest.raises(WithheldError):
        read_safety(nurse, other)
    with pytest.raises(WithheldError):
        add_strength(nurse, other, strength=StrengthKind.SKILLS)


def test_a_strength_sits_at_its_usual_level_unless_somebody_says_another(
    desk: Desk, person: UUID
) -> None:
    add_strength(desk, person, strength=StrengthKind.SAFE_HOME)
    kept = add_strength(
        desk, person, strength=StrengthKind.COPING, level=EcologicalLevel.COMMUNITY
    ).result
    with pytest.raises(InvalidFieldsError):
        add_strength(desk, person, strength=StrengthKind.OTHER)
    assert [row.level for row in read_safety(desk, person).strengths] == [
        EcologicalLevel.FAMILY,
        EcologicalLevel.COMMUNITY,
    ]
    with pytest.raises(ReasonNeededError):
        remove_strength(desk, kept, reason="")
    remove_strength(desk, kept, reason="no longer true")
    assert len(read_safety(desk, person).strengths) == 1
