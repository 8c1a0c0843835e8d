"""Plans that were written, put forward or agreed, for tests of what follows."""

from datetime import timedelta
from uuid import UUID, uuid4

from coordinator.casework.desk import Desk
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import agree_plan, begin_plan, edit_plan, propose_plan
from coordinator.db.models import Risk
from coordinator.domain.plans.rules import Agreement
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity
from tests.casework.entries_on_file import a_meeting
from tests.stores import NURSE, TODAY

WEEK = TODAY + timedelta(days=7)


def plan_of(desk: Desk, person: UUID) -> UUID:
    plan = begin_plan(desk, person).result
    edit_plan(desk, plan, seen=1, what_matters="My dog", formulation="No home, no rest")
    return plan


def proposed(desk: Desk, person: UUID) -> UUID:
    plan = plan_of(desk, person)
    propose_plan(desk, plan, seen=read_plan(desk, person).revision)
    return plan


def agreed(desk: Desk, person: UUID) -> UUID:
    """Agree a plan at a meeting and give its first version."""
    plan = proposed(desk, person)
    return agree_again(desk, person, plan, a_meeting(desk, f"M26-{uuid4().hex[:4]}"))


def agree_again(desk: Desk, person: UUID, plan: UUID, meeting: UUID) -> UUID:
    seen = read_plan(desk, person).revision
    return agree_plan(desk, plan, Agreement(meeting_id=meeting), seen=seen).result


def add(desk: Desk, record: object) -> None:
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.add(record)  # type: ignore[type-var]  # any record
        tx.journal("test.arranged")


def a_risk(person: UUID, words: str, sensitivity: Sensitivity = Sensitivity.STANDARD) -> Risk:
    return Risk(
        id=uuid4(),
        person_id=person,
        text=words,
        noted_on=TODAY,
        noted_by_id=NURSE,
        review_on=WEEK,
        sensitivity=sensitivity,
    )
