"""What is missing on file, and with whom it lies."""

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.reports.quality import read_quality
from coordinator.db.models import Case, LeadRole, Need, Person, Plan, Professional
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.lists.reports import Lack
from coordinator.domain.reports.quality import OnFile, Quality, lacks_of
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Answer
from tests.casework.counting import queries
from tests.casework.entries_on_file import a_person, case_of
from tests.casework.periods import add_actions, days_ago
from tests.meetings import keep_from
from tests.stores import HOUSING, NURSE, POLICE, TODAY, WORKER, sitting


@pytest.fixture
def bare(desk: Desk) -> Desk:
    """One person on the caseload of whom hardly anything is known, led by somebody."""
    person = a_person(desk)
    with desk.act(Right.DECIDE) as tx:
        tx.add(
            LeadRole(
                id=desk.new_id(),
                person_id=person,
                case_id=case_of(desk, person),
                professional_id=WORKER,
                from_on=days_ago(40),
            )
        )
        tx.journal("test.arranged")
    add_actions(desk, [{"person_id": person, "owner_id": None}])
    return desk


def lacks(found: Quality) -> set[Lack]:
    return {lack for lack in Lack if found.count(lack)}


def test_what_is_missing_lies_with_whoever_leads(bare: Desk) -> None:
    found = read_quality(bare)
    (row,) = found.rows
    assert (found.people, row.people, row.lead) == (1, 1, WORKER)
    assert {Lack.PLAN, Lack.NEEDS, Lack.REVIEW, Lack.CONTACT, Lack.CHILDREN} <= lacks(found)
    assert {Lack.OWNER, Lack.DEMAND} <= lacks(found)
    assert not lacks(found) & {Lack.LEAD, Lack.WHAT_MATTERS}
    assert [one.reference for one in row.missing[Lack.PLAN]] == ["KP-0001"]
    assert found.no_meeting


def test_what_was_put_on_file_is_missing_no_more(bare: Desk) -> None:
    with bare.act(Right.DECIDE) as tx:
        person = tx.people.by_reference("KP-0001")
        case = tx.cases.open_of(person.id)
        assert case is not None
        person.children_affected, case.next_review_on = Answer.NO, TODAY
        tx.add(Plan(id=bare.new_id(), person_id=person.id, case_id=case.id, what_matters=" "))
        tx.add(
            Need(
                id=bare.new_id(),
                person_id=person.id,
                area=next(iter(NeedDomain)),
                severity=next(iter(NeedSeverity)),
                seen_on=days_ago(90),
                seen_by_id=WORKER,
            )
        )
        tx.journal("test.arranged")
    found = lacks(read_quality(bare))
    assert not found & {Lack.CHILDREN, Lack.REVIEW, Lack.PLAN, Lack.NEEDS}
    assert Lack.WHAT_MATTERS in found


def test_whoever_left_leads_nobody(bare: Desk) -> None:
    with bare.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).left_on = days_ago(1)
        tx.journal("test.arranged")
    (row,) = read_quality(bare).rows
    assert (row.lead, row.name, row.count(Lack.LEAD)) == (None, "", 1)


def test_who_must_not_be_told_about_somebody_does_not_count_them(bare: Desk) -> None:
    with bare.store.reading() as look:
        person = look.people.by_reference("KP-0001").id
    keep_from(bare, person, POLICE)
    assert read_quality(sitting(bare, NURSE, Role.COORDINATOR, POLICE)).people == 0


def test_a_lead_professional_does_not_read_it(bare: Desk) -> None:
    with pytest.raises(NotPermittedError):
        read_quality(sitting(bare, NURSE, Role.LEAD_PROFESSIONAL, HOUSING))


def test_a_review_is_overdue_from_the_day_after(bare: Desk) -> None:
    with bare.store.reading() as look:
        person = look.people.by_reference("KP-0001").id
    known = dict.fromkeys(
        (
            "basis",
            "lead",
            "plan",
            "what_matters",
            "needs_asked",
            "contact",
            "birth",
            "children",
            "demand",
        ),
        True,
    )
    assert lacks_of(OnFile(person, "", review_on=TODAY, **known), TODAY) == ()
    late = OnFile(person, "", review_on=days_ago(1), **known)
    assert lacks_of(late, TODAY) == (Lack.REVIEW,)


def test_it_costs_as_many_questions_whatever_is_on_file(bare: Desk) -> None:
    few = _questions(bare)
    with bare.act(Right.DECIDE) as tx:
        for at in range(2, 30):
            person = Person(id=bare.new_id(), reference=f"KP-{at:04d}")
            tx.add(person)
            tx.session.flush()
            tx.add(Case(id=bare.new_id(), person_id=person.id, opened_on=days_ago(9)))
        tx.journal("test.arranged")
    assert _questions(bare) == few


def _questions(desk: Desk) -> int:
    with queries(desk) as sent:
        read_quality(desk)
    return len(sent)
