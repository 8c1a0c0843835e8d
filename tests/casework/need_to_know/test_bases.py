"""The whole information basis: three things apart, its versions, and work that cannot wait."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.disclosed_people import stands
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.need_to_know.bases import begin_urgent_work, record_basis, withdraw_basis
from coordinator.casework.need_to_know.sharing import listed_names
from coordinator.casework.need_to_know.urgent_work import because
from coordinator.casework.people.entering import record_death, register_person
from coordinator.casework.week.this_week import read_this_week
from coordinator.db.models import Basis, Person
from coordinator.db.repositories.bases import lacks_condition, stands_on
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import GuardError, InvalidFieldsError, ReasonNeededError
from coordinator.domain.lists.sharing import (
    Agreement,
    Gateway,
    LawfulBasis,
    ScheduleCondition,
    SpecialCondition,
    ToldAboutPanel,
)
from coordinator.domain.need_to_know.bases import BasisCard, missing_conditions
from coordinator.domain.roles import Right
from coordinator.domain.states import Answer, BasisStatus
from tests.based import CONDITIONS
from tests.stores import NURSE, TODAY, Clock

COMPLETE: dict[str, Any] = {
    **CONDITIONS,
    "lawful_basis": LawfulBasis.PUBLIC_TASK,
    "gateway": Gateway.CRIME_AND_DISORDER,
    "told": ToldAboutPanel.YES,
    "told_on": TODAY,
    "review_on": TODAY + timedelta(days=180),
}
ALL: dict[str, Any] = {
    **COMPLETE,
    "more_gateways": (Gateway.CARE_ACT_ENQUIRY, Gateway.DOMESTIC_ABUSE),
    "schedule_condition": ScheduleCondition.SAFEGUARDING,
    "offence_data": True,
    "told_how": "read aloud",
    "notice_version": "2026-04",
    "asked_to_agree": Agreement.PARTLY,
    "agreed_on": TODAY,
    "agreement": "help with the home",
    "objection": "that the landlord hears",
    "objected_on": TODAY,
    "capacity_decision": "where to live",
    "capacity_found": Answer.YES,
    "capacity_on": TODAY,
    "capacity_by": "the nurse",
    "advocate": "Ada Penrose",
}


@pytest.fixture
def person(desk: Desk) -> UUID:
    return register_person(desk, given_name="Tomos", family_name="Gray").result


def card(desk: Desk, person: UUID) -> BasisCard:
    return read_sharing(desk, person).basis


def test_everything_recorded_comes_back_as_it_was_said(desk: Desk, person: UUID) -> None:
    record_basis(desk, person, **ALL)
    facts = card(desk, person).facts
    assert {name: getattr(facts, name) for name in ALL} == ALL


def test_each_recording_is_a_version_and_so_is_taking_it_back(desk: Desk, person: UUID) -> None:
    assert card(desk, person).version == 0
    record_basis(desk, person, **COMPLETE)
    record_basis(desk, person, advocate="Ada Penrose")
    assert card(desk, person).version == 2
    withdraw_basis(desk, person, reason="objected")
    stands = card(desk, person)
    assert (stands.version, stands.facts.withdrawn_reason) == (3, "objected")
    record_basis(desk, person, agreement="all of it")
    again = card(desk, person)
    assert (again.status, again.facts.withdrawn_reason) == (BasisStatus.RECORDED, "")


def test_what_was_refused_changes_nothing(desk: Desk, person: UUID) -> None:
    record_basis(desk, person, **COMPLETE)
    before = card(desk, person)
    with pytest.raises(InvalidFieldsError):
        record_basis(
            desk, person, lawful_basis=LawfulBasis.CONSENT, asked_to_agree=Agreement.DECLINES
        )
    assert card(desk, person) == before


def test_an_objection_without_its_day_is_refused(desk: Desk, person: UUID) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        record_basis(desk, person, objection="that the landlord hears")
    assert refused.value.fields == {"objected_on": "required"}
    record_basis(desk, person, objection="that the landlord hears", objected_on=TODAY)
    record_basis(desk, person, advocate="Ada Penrose")
    with pytest.raises(InvalidFieldsError):
        record_basis(desk, person, objected_on=None)


def test_urgent_work_says_why_and_by_when_and_shows_no_more_of_the_name(
    desk: Desk, person: UUID
) -> None:
    with pytest.raises(ReasonNeededError):
        begin_urgent_work(desk, person, reason=" ")
    until = begin_urgent_work(desk, person, reason="sleeping out tonight").result
    assert until == date(2026, 11, 26)  # five working days after Thursday the 19th
    assert card(desk, person).complete_by == until
    with desk.read() as look:
        listed = listed_names(look, [look.get(Person, person)])
    assert listed[person].initials_only


def test_urgency_keeps_its_first_day_and_ends_with_a_complete_basis(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    until = begin_urgent_work(desk, person, reason="sleeping out tonight").result
    clock.move(days=3)
    assert begin_urgent_work(desk, person, reason="still").result == until
    record_basis(desk, person, lawful_basis=LawfulBasis.PUBLIC_TASK)
    assert card(desk, person).complete_by == until
    record_basis(desk, person, **COMPLETE)
    stands = card(desk, person)
    assert (stands.complete_by, stands.facts.urgent_reason) == (None, "")
    with pytest.raises(GuardError, match="basis-complete"):
        begin_urgent_work(desk, person, reason="again")


def test_nobody_works_urgently_on_somebody_who_has_died(desk: Desk, person: UUID) -> None:
    record_death(desk, person, died_on=TODAY, source="the coroner")
    with pytest.raises(GuardError, match="person-died"):
        begin_urgent_work(desk, person, reason="tonight")
    assert card(desk, person).id is None


def from_before(desk: Desk, person: UUID) -> None:
    """Write a basis as it was complete before conditions were asked for."""
    lacking = {**COMPLETE, **dict.fromkeys(CONDITIONS), "review_on": TODAY + timedelta(days=7)}
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.add(Basis(id=desk.new_id(), person_id=person, status=BasisStatus.RECORDED, **lacking))
        tx.journal("test.basis")


def test_a_basis_from_before_stands_is_listed_to_complete_and_lapses_on_its_review(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    from_before(desk, person)
    assert card(desk, person).stands_until == TODAY + timedelta(days=7)
    record_basis(desk, person, advocate="Ada Penrose")
    assert is_named(desk, person)
    add_action(desk, NewAction("Ring the landlord", NURSE, TODAY + timedelta(days=9), person))
    (row,) = read_this_week(desk).reviews.lacking
    assert (row.person, row.until) == (person, TODAY + timedelta(days=7))
    with pytest.raises(InvalidFieldsError) as wrong:
        record_basis(desk, person, review_on=TODAY + timedelta(days=100))
    assert set(wrong.value.fields.values()) == {"needed-to-put-off"}

    clock.move(days=7)
    assert card(desk, person).status is BasisStatus.INCOMPLETE
    assert not is_named(desk, person)
    asked = NewAction("Ring again", NURSE, TODAY + timedelta(days=9), person)
    with pytest.raises(ReasonNeededError):
        add_action(desk, asked)
    because(lambda desk: add_action(desk, asked), "Sleeping out")(desk)
    week = read_this_week(desk).reviews
    assert (week.lacking, [one.person for one in week.urgent]) == ((), [person])
    record_basis(desk, person, **CONDITIONS, review_on=TODAY + timedelta(days=100))
    assert is_named(desk, person)
    assert card(desk, person).complete_by is None


def is_named(desk: Desk, person: UUID) -> bool:
    """Whether the caseload's filter, lists and disclosures take the basis for complete: alike."""
    with desk.read() as look:
        found = look.people.basis(person)
        asked = {
            not listed_names(look, [look.get(Person, person)])[person].initials_only,
            stands(found, look),
            bool(look.session.scalars(select(Basis.id).where(stands_on(desk.today()))).all()),
        }
    (said,) = asked
    return said


@pytest.mark.parametrize("special", [None, *SpecialCondition])
@pytest.mark.parametrize("offence", [None, False, True])
def test_the_store_finds_the_same_bases_lacking_as_the_rule(
    desk: Desk, special: SpecialCondition | None, offence: bool | None
) -> None:
    lacking = set()
    with desk.act(Right.EDIT_PEOPLE) as tx:
        for schedule in (None, *ScheduleCondition):
            said = {"special_condition": special, "schedule_condition": schedule}
            key = desk.new_id()
            tx.add(Person(id=key, reference=f"X-{key}", given_name="Tomos"))
            tx.session.flush()
            tx.add(Basis(id=key, person_id=key, offence_data=offence, **said))
            if missing_conditions(special, schedule, offence_data=offence):
                lacking.add(key)
        tx.journal("test.bases")
    with desk.read() as look:
        assert set(look.session.scalars(select(Basis.id).where(lacks_condition()))) == lacking
