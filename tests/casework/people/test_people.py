"""Putting people on file, correcting what is kept, other names and numbers, and a death."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.cases.phases import close_case, set_next_review
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.people.entering import (
    add_alias,
    add_identifier,
    correct_person,
    record_death,
    register_person,
    remove_alias,
    remove_identifier,
    withdraw_death,
)
from coordinator.casework.people.safety import add_warning
from coordinator.casework.person.pages import read_person
from coordinator.db.models import Case
from coordinator.domain.cases.rules import Closing
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    WithheldError,
)
from coordinator.domain.lists.reasons import CloseReason
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Answer, PersonStatus
from tests.casework.cases.test_cases import opened
from tests.stores import COUNCIL, HEALTH, NURSE, OFFICER, POLICE, TODAY, sitting


@pytest.fixture
def person(desk: Desk) -> UUID:
    return register_person(desk, given_name="Tomos", family_name="Gray").result


def entries(desk: Desk) -> int:
    with desk.store.reading() as look:
        return len(look.history.acts())


def test_a_reference_belongs_to_one_person(desk: Desk, person: UUID) -> None:
    with pytest.raises(DuplicateRecordError, match="reference"):
        register_person(desk, reference=" kp-0001 ", given_name="Anna")
    with desk.store.reading() as look:
        assert look.people.count() == 1
    assert register_person(desk, given_name="Anna").result != person


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"given_name": ""}, {"given_name": "name-or-description"}),
        ({"given_name": "A", "born_on": date(2030, 1, 1)}, {"born_on": "in-the-future"}),
        ({"given_name": "A", "born_on": date(2012, 1, 1)}, {"born_on": "too-young"}),
        ({"given_name": "A", "estimated_age": 12}, {"estimated_age": "out-of-range"}),
        ({"given_name": "A", "status": PersonStatus.CURRENT}, {"status": "unknown"}),
        ({"given_name": "A", "died_on": TODAY}, {"died_on": "unknown"}),
    ],
)
def test_what_cannot_be_true_of_a_person_is_refused(
    desk: Desk, fields: dict[str, Any], wrong: dict[str, str]
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        register_person(desk, **fields)
    assert refused.value.fields == wrong
    with desk.store.reading() as look:
        assert look.people.count() == 0


def test_one_name_may_go_as_long_as_another_stays(desk: Desk, person: UUID) -> None:
    revision = correct_person(desk, person, seen=1, given_name="").result
    with pytest.raises(InvalidFieldsError):
        correct_person(desk, person, seen=revision, family_name="")
    correct_person(desk, person, seen=revision, children_affected=Answer.YES)
    page = read_person(desk, person)
    assert (page.person.name.family, page.details.children_affected) == ("Gray", Answer.YES)


def test_who_may_not_see_a_person_does_not_correct_them(desk: Desk, person: UUID) -> None:
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises(WithheldError):
        correct_person(nurse, person, seen=1, phone="01632 960001")
    with pytest.raises(NotPermittedError):
        correct_person(
            sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE), person, seen=1, phone="x"
        )
    assert read_person(desk, person).details.phone == ""


def test_other_names_are_noted_once_and_taken_off(desk: Desk, person: UUID) -> None:
    alias = add_alias(desk, person, " Tommo ").result
    with pytest.raises(DuplicateRecordError):
        add_alias(desk, person, "tommo")
    with pytest.raises(InvalidFieldsError):
        add_alias(desk, person, " ")
    assert [row.name for row in read_person(desk, person).aliases] == ["Tommo"]
    remove_alias(desk, alias, reason="his brother")
    assert read_person(desk, person).aliases == ()


def test_a_number_belongs_to_one_person_and_names_who_has_it(desk: Desk, person: UUID) -> None:
    number = add_identifier(desk, person, issuer="NHS", value="999 000 0001").result
    other = register_person(desk, given_name="Anna").result
    with pytest.raises(DuplicateRecordError) as refused:
        add_identifier(desk, other, issuer="nhs", value=" 999 000 0001")
    assert (refused.value.rule, refused.value.record) == ("identifier", person)
    add_identifier(desk, other, issuer="Police", value="999 000 0001")

    exclude_agency(desk, person, agency_id=COUNCIL, reason="works there")
    with pytest.raises(DuplicateRecordError) as refused:
        add_identifier(desk, other, issuer="NHS", value="999 000 0001")
    assert refused.value.record is None  # told that it is taken, not by whom
    with pytest.raises(WithheldError):
        remove_identifier(desk, number)


def test_an_identifier_says_whose_and_which(desk: Desk, person: UUID) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        add_identifier(desk, person, issuer=" ", value="")
    assert refused.value.fields == {"issuer": "required", "value": "required"}
    number = add_identifier(desk, person, issuer="NHS", value="999 000 0001").result
    remove_identifier(desk, number, reason="mistyped")
    assert read_person(desk, person).identifiers == ()


def test_a_death_freezes_what_is_kept_but_the_case_still_closes(chair: Desk) -> None:
    case = opened(chair)
    with chair.store.reading() as look:
        person = look.get(Case, case).person_id
    record_death(chair, person, died_on=TODAY, source="the coroner", review="being considered")
    before = entries(chair)
    for act in (
        lambda: correct_person(chair, person, seen=3, phone="01632 960001"),
        lambda: add_alias(chair, person, "Tommo"),
        lambda: add_identifier(chair, person, issuer="NHS", value="1"),
        lambda: add_warning(chair, person, text="x", person_told=Answer.YES),
        lambda: agree_lead(chair, case, NURSE),
        lambda: set_next_review(chair, case, TODAY + timedelta(days=7)),
        lambda: record_death(chair, person, died_on=TODAY, source="again"),
    ):
        with pytest.raises(GuardError, match="person-died"):
            act()
    assert entries(chair) == before

    close_case(chair, case, Closing(because=CloseReason.DIED, learning="ask earlier"))
    details = read_person(chair, person).details
    assert (details.died_on, details.death_source, details.death_review) == (
        TODAY,
        "the coroner",
        "being considered",
    )


def test_a_death_has_a_day_that_can_be_and_a_source(desk: Desk) -> None:
    person = register_person(desk, given_name="Anna", born_on=date(1990, 5, 1)).result
    for day, source, wrong in (
        (TODAY + timedelta(days=1), "a call", {"died_on": "in-the-future"}),
        (date(1989, 1, 1), "a call", {"died_on": "before-start"}),
        (TODAY, " ", {"death_source": "required"}),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            record_death(desk, person, died_on=day, source=source)
        assert refused.value.fields == wrong
    assert read_person(desk, person).details.died_on is None


def test_a_death_recorded_in_error_is_taken_back_with_a_reason(desk: Desk, person: UUID) -> None:
    with pytest.raises(GuardError, match="not-died"):
        withdraw_death(desk, person, reason="alive")
    record_death(desk, person, died_on=TODAY, source="a call")
    with pytest.raises(ReasonNeededError):
        withdraw_death(desk, person, reason="")
    withdraw_death(desk, person, reason="another man of the same name")
    add_alias(desk, person, "Tommo")
    with desk.act(Right.SEE_PEOPLE) as tx:
        reasons = [act.reason for act in tx.history.acts() if act.name == "person.death_withdrawn"]
        tx.is_local()
    assert reasons == ["another man of the same name"]
