"""The one plan of a person: begun, written, put forward, ended, begun again."""

from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from coordinator.casework.desk import Desk
from coordinator.casework.plans.goals import add_goal, set_goal_status
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import begin_plan, copy_ended_plan, edit_plan, end_plan
from coordinator.db.models import Case, Plan
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    StaleRecordError,
)
from coordinator.domain.roles import Right
from coordinator.domain.states import CaseStatus, GoalStatus, PlanStatus
from tests.casework.agreed_plans import add, agreed
from tests.casework.entries_on_file import a_person, case_of


def test_there_is_one_live_plan_for_each_person(desk: Desk) -> None:
    person = a_person(desk)
    plan = begin_plan(desk, person).result
    with pytest.raises(DuplicateRecordError) as refused:
        begin_plan(desk, person)
    assert (refused.value.rule, refused.value.record) == ("live-plan", plan)

    end_plan(desk, plan, seen=1, reason="Begun in error")
    second = begin_plan(desk, person).result
    assert read_plan(desk, person).id == second


def test_the_database_itself_holds_that_there_is_one(desk: Desk) -> None:
    person = a_person(desk)
    begin_plan(desk, person)
    second = Plan(id=uuid4(), person_id=person, case_id=case_of(desk, person))
    with pytest.raises(IntegrityError):
        add(desk, second)


def test_a_plan_needs_an_open_case(desk: Desk) -> None:
    person = a_person(desk)
    case = case_of(desk, person)
    with desk.act(Right.DECIDE) as tx:
        tx.get(Case, case).status = CaseStatus.CLOSED
        tx.journal("test.arranged")
    for given in (None, case):
        with pytest.raises(GuardError, match="case-closed"):
            begin_plan(desk, person, case_id=given)
    with pytest.raises(MissingRecordError):
        read_plan(desk, person)


def test_texts_are_edited_and_only_a_clash_on_one_section_is_refused(desk: Desk) -> None:
    person = a_person(desk)
    plan = begin_plan(desk, person).result
    edit_plan(desk, plan, seen=1, what_matters="My dog")
    edit_plan(desk, plan, seen=1, unknowns="Where he sleeps")
    with pytest.raises(StaleRecordError) as refused:
        edit_plan(desk, plan, seen=1, what_matters="My sister")
    assert refused.value.theirs == {"what_matters": "My dog"}
    for wrong in ({"status": "agreed"}, {"what_matters": "x" * 100_001}):
        with pytest.raises(InvalidFieldsError):
            edit_plan(desk, plan, seen=3, **wrong)

    view = read_plan(desk, person)
    assert (view.text["what_matters"], view.text["unknowns"]) == ("My dog", "Where he sleeps")
    assert (view.status, view.version, view.since_agreed) == (PlanStatus.DRAFT, 0, ())


def test_a_reopened_case_begins_with_a_copy_of_the_old_plan_as_a_draft(desk: Desk) -> None:
    person = a_person(desk)
    agreed(desk, person)
    old = read_plan(desk, person)
    kept = add_goal(desk, old.id, own_words="A flat").result
    done = add_goal(desk, old.id, own_words="A dentist").result
    set_goal_status(desk, done, GoalStatus.ACHIEVED, seen=1)
    revision = read_plan(desk, person).revision
    end_plan(desk, old.id, seen=revision, reason="Stepped down")

    with desk.act(Right.DECIDE) as tx:
        made = copy_ended_plan(tx, desk, person_id=person, case_id=case_of(desk, person))
        tx.journal("case.reopened", scope=person)
    view = read_plan(desk, person)
    assert made is not None
    assert (view.id, view.status, view.version) == (made.id, PlanStatus.DRAFT, 0)
    assert view.text["what_matters"] == "My dog"
    assert [(g.place, g.line.own_words) for g in view.goals] == [(1, "A flat")]
    assert view.goals[0].line.id != kept
    with pytest.raises(DuplicateRecordError), desk.act(Right.DECIDE) as tx:
        copy_ended_plan(tx, desk, person_id=person, case_id=case_of(desk, person))


def test_somebody_who_never_had_a_plan_gets_no_copy(desk: Desk) -> None:
    person = a_person(desk)
    with desk.act(Right.DECIDE) as tx:
        found = copy_ended_plan(tx, desk, person_id=person, case_id=case_of(desk, person))
        tx.journal("case.reopened", scope=person)
    assert found is None
