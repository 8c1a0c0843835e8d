"""The basis of a person, who must not be told, and what follows from both."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency, lift_exclusion
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.need_to_know.bases import record_basis, withdraw_basis
from coordinator.casework.need_to_know.sharing import visible
from coordinator.casework.people.entering import register_person
from coordinator.db.models import Agency
from coordinator.domain.errors import (
    DuplicateRecordError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    ReasonNeededError,
    WithheldError,
)
from coordinator.domain.lists.sharing import Gateway, LawfulBasis, ToldAboutPanel
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import AgencyStatus, BasisStatus
from tests.based import CONDITIONS
from tests.stores import COUNCIL, HEALTH, NURSE, OFFICER, POLICE, TODAY, Clock, sitting

COMPLETE: dict[str, Any] = {
    **CONDITIONS,
    "lawful_basis": LawfulBasis.PUBLIC_TASK,
    "gateway": Gateway.CRIME_AND_DISORDER,
    "told": ToldAboutPanel.YES,
    "told_on": TODAY,
    "review_on": TODAY + timedelta(days=180),
}


@pytest.fixture
def person(desk: Desk) -> UUID:
    return register_person(desk, given_name="Tomos", family_name="Gray").result


def acts(desk: Desk) -> list[str]:
    with desk.store.reading() as look:
        return [act.name for act in look.history.acts()]


def test_a_basis_is_recorded_once_everything_that_makes_it_up_is_there(
    desk: Desk, person: UUID
) -> None:
    assert read_sharing(desk, person).basis.status is BasisStatus.INCOMPLETE

    record_basis(desk, person, lawful_basis=LawfulBasis.PUBLIC_TASK)
    card = read_sharing(desk, person).basis
    assert (card.status, card.missing) == (
        BasisStatus.INCOMPLETE,
        ("gateway", "told", "review_on", "special_condition", "offence_data"),
    )

    record_basis(desk, person, seen=card.revision, **COMPLETE)
    assert read_sharing(desk, person).basis.status is BasisStatus.RECORDED
    assert acts(desk)[:2] == ["basis.changed", "basis.recorded"]


def test_not_having_told_the_person_needs_the_reason_to_be_complete(
    desk: Desk, person: UUID
) -> None:
    record_basis(desk, person, **{**COMPLETE, "told": ToldAboutPanel.NOT_YET, "told_on": None})
    assert read_sharing(desk, person).basis.missing == ("not_told_reason",)
    record_basis(desk, person, not_told_reason="cannot be found")
    assert read_sharing(desk, person).basis.status is BasisStatus.RECORDED


def test_a_basis_cannot_be_reviewed_in_the_past_or_told_in_the_future(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        record_basis(desk, person, told_on=date(2027, 1, 1), review_on=date(2026, 1, 1))
    assert refused.value.fields == {"told_on": "in-the-future", "review_on": "in-the-past"}
    assert read_sharing(desk, person).basis.id is None

    record_basis(desk, person, **COMPLETE)
    clock.move(days=200)
    record_basis(desk, person, told_by="the outreach worker")  # the old review day stands
    assert read_sharing(desk, person).basis.review_is_due


def test_a_withdrawn_basis_stays_withdrawn_until_it_is_recorded_anew(
    desk: Desk, person: UUID
) -> None:
    with pytest.raises(MissingRecordError):
        withdraw_basis(desk, person, reason="objected")
    record_basis(desk, person, **COMPLETE)
    with pytest.raises(ReasonNeededError):
        withdraw_basis(desk, person, reason=" ")
    withdraw_basis(desk, person, reason="objected")
    assert read_sharing(desk, person).basis.status is BasisStatus.WITHDRAWN
    record_basis(desk, person, agreement="agreed again")
    assert read_sharing(desk, person).basis.status is BasisStatus.RECORDED


def test_an_agency_that_must_not_be_told_sees_nothing_even_from_its_lead(
    desk: Desk, person: UUID
) -> None:
    nurse = sitting(desk, NURSE, Role.COORDINATOR, HEALTH)
    assert read_sharing(nurse, person).exclusions == ()

    exclusion = exclude_agency(desk, person, agency_id=HEALTH, reason="a relative works there")

    (row,) = read_sharing(desk, person).exclusions
    with pytest.raises(WithheldError):
        read_sharing(nurse, person)
    with desk.store.reading() as look:
        assert visible(look, nurse.reader(look), [person]) == frozenset()
        assert visible(look, desk.reader(look), [person]) == {person}

    lead = sitting(desk, OFFICER, Role.LEAD_PROFESSIONAL, POLICE)
    with pytest.raises(NotPermittedError):  # they may say it, and not take it back
        lift_exclusion(lead, exclusion.result, reason="the relative has left")
    lift_exclusion(desk, exclusion.result, reason="the relative has left")
    assert read_sharing(nurse, person).exclusions == ()
    assert row.agency == "Kerrow Mental Health"


def test_an_agency_is_excluded_once_and_with_a_reason(desk: Desk, person: UUID) -> None:
    with pytest.raises(ReasonNeededError):
        exclude_agency(desk, person, agency_id=HEALTH, reason="")
    exclude_agency(desk, person, agency_id=HEALTH, reason="a relative works there")
    with pytest.raises(DuplicateRecordError):
        exclude_agency(desk, person, agency_id=HEALTH, reason="again")
    assert len(read_sharing(desk, person).exclusions) == 1


@pytest.mark.parametrize(("named", "other"), [(HEALTH, POLICE), (POLICE, HEALTH)])
def test_an_exclusion_reaches_whatever_the_agency_merged_with(
    desk: Desk, person: UUID, named: UUID, other: UUID
) -> None:
    exclude_agency(desk, person, agency_id=named, reason="a relative works there")
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        gone = tx.get(Agency, HEALTH)
        gone.status, gone.successor_id, gone.ended_on = AgencyStatus.MERGED, POLICE, TODAY
        tx.journal("agency.merged", record=HEALTH)

    for agency in (named, other):
        with pytest.raises(WithheldError):
            read_sharing(sitting(desk, OFFICER, Role.CHAIR, agency), person)
    assert read_sharing(desk, person).exclusions


def test_those_who_may_not_edit_people_do_not_touch_the_basis(desk: Desk, person: UUID) -> None:
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    with pytest.raises(NotPermittedError):
        record_basis(officer, person, **COMPLETE)
    with pytest.raises(NotPermittedError):
        exclude_agency(officer, person, agency_id=COUNCIL, reason="no")
    assert read_sharing(desk, person).basis.id is None


def test_an_unknown_field_is_refused(desk: Desk, person: UUID) -> None:
    with pytest.raises(InvalidFieldsError):
        record_basis(desk, person, status=BasisStatus.RECORDED)
    assert read_sharing(desk, person).basis.id is None
