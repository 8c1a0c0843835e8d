"""A plan or case of which something says two things is on file as before, until it is settled."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.plans.reading import find_people_with_plan, read_plan
from coordinator.casework.plans.writing import begin_plan
from coordinator.db.models import Case, Plan
from coordinator.db.models.base import Record
from coordinator.domain.roles import Right
from tests.meetings import add_case


def dispute(desk: Desk, model: type[Record], record: UUID) -> None:
    """Mark a record as merging does where one of its fields has two current values."""
    with desk.act(Right.SETTLE) as tx:
        setattr(tx.get(model, record), "disputed", True)  # noqa: B010 - only some have it
        tx.journal("test.arranged")


def test_a_plan_of_which_a_text_says_two_things_is_live(desk: Desk) -> None:
    person, _case = add_case(desk, "Petroc")
    plan = begin_plan(desk, person).result
    dispute(desk, Plan, plan)
    assert read_plan(desk, person).id == plan
    assert find_people_with_plan(desk) == (person,)
    with desk.read() as look:
        assert look.plans.live_of_many([person])[person].id == plan


def test_a_case_of_which_a_field_says_two_things_is_open(desk: Desk) -> None:
    person, case = add_case(desk, "Petroc")
    dispute(desk, Case, case)
    with desk.read() as look:
        assert look.actions.open_case(person) == case
        assert look.outreach.cases_of([person]) == {person: case}
        assert look.imports.open_cases([person]) == {person: case}
