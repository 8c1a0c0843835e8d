"""What may still be written about somebody who has died, and that nobody is chased about them."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.people.deaths import (
    correct_after_death,
    drop_notice,
    find_who_died,
    note_told,
    note_whom_to_tell,
    read_death,
)
from coordinator.casework.people.entering import correct_person, record_death
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import GuardError, InvalidFieldsError, ReasonNeededError
from coordinator.domain.roles import Role
from coordinator.ui.shared.chasing import read_chases
from tests.meetings import add_case
from tests.stores import HEALTH, NURSE, TODAY, WORKER, sitting


@pytest.fixture
def person(desk: Desk) -> UUID:
    return add_case(desk, "Petroc")[0]


def test_whom_to_tell_is_noted_after_a_death_and_not_before(desk: Desk, person: UUID) -> None:
    with pytest.raises(GuardError, match="not-died"):
        note_whom_to_tell(desk, person, who="The surgery")
    assert read_death(desk, person) is None
    record_death(desk, person, died_on=TODAY, source="The hospital")
    first = note_whom_to_tell(desk, person, who="The surgery", phone="01632 960171").result
    second = note_whom_to_tell(desk, person, who="Their sister").result
    with pytest.raises(InvalidFieldsError) as told:
        note_told(desk, first, told_on=TODAY - timedelta(days=1), told_by="", seen=1)
    assert told.value.fields == {"told_on": "before-start", "told_by": "required"}
    note_told(desk, first, told_on=TODAY, told_by="Kasia Dębska", seen=1)
    drop_notice(desk, second, reason="She knows")
    card = read_death(desk, person)
    assert card is not None
    assert [(one.who, one.told_on) for one in card.notices] == [("The surgery", TODAY)]
    assert card.to_tell == 0


def test_what_was_wrong_is_put_right_with_a_reason_only(desk: Desk, person: UUID) -> None:
    with pytest.raises(GuardError, match="not-died"):
        correct_after_death(desk, person, seen=1, reason="A slip", gp="Quay surgery")
    record_death(desk, person, died_on=TODAY, source="The hospital")
    with desk.read() as look:
        seen = look.people.by_reference("KP-0001").revision
    with pytest.raises(GuardError, match="person-died"):
        correct_person(desk, person, seen=seen, gp="Quay surgery")
    with pytest.raises(ReasonNeededError):
        correct_after_death(desk, person, seen=seen, reason=" ", gp="Quay surgery")
    correct_after_death(desk, person, seen=seen, reason="A slip", gp="Quay surgery")
    with desk.read() as look:
        assert look.people.by_reference("KP-0001").gp == "Quay surgery"
        assert look.history.acts()[0].name == "person.corrected_after_death"


def test_nobody_is_chased_about_somebody_who_has_died(desk: Desk, person: UUID) -> None:
    add_action(desk, NewAction("Ring the surgery", WORKER, TODAY, person))
    assert [one.count for one in read_chases(desk)] == [1]
    record_death(desk, person, died_on=TODAY, source="The hospital")
    assert read_chases(desk) == ()


def test_who_died_is_told_of_those_alone_whom_the_sitter_may_see(desk: Desk, person: UUID) -> None:
    record_death(desk, person, died_on=TODAY, source="The hospital")
    assert find_who_died(desk, [person]) == {person}
    assert find_who_died(sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH), [person]) == set()
