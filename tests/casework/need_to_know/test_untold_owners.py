"""What an agency was to do for somebody it must no longer be told about does not get lost."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.lists import find_actions, find_actions_without_owner
from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import merge_agency
from coordinator.casework.disclosing.exclusions import (
    exclude_agency,
    exclude_worker,
    lift_exclusion,
)
from coordinator.casework.week.this_week import read_this_week
from coordinator.db.models import Exclusion
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.roles import Right
from coordinator.papers.copies import read_copies
from coordinator.papers.returns import Wanted, draft_returns
from coordinator.ui.shared.chasing import read_chases
from tests.requests import known_case
from tests.stores import HEALTH, HOUSING, NURSE, POLICE, TODAY, WORKER


@pytest.fixture
def person(desk: Desk) -> UUID:
    """Somebody for whom a nurse and a housing worker are to do something."""
    made = known_case(desk)
    for owner in (NURSE, WORKER):
        add_action(desk, NewAction("Call round", owner, TODAY + timedelta(days=3), made))
    return made


def waiting(desk: Desk) -> list[str]:
    return [row.number for row in find_actions_without_owner(desk)]


def test_what_an_excluded_agency_was_to_do_needs_another_owner_until_it_may_be_told_again(
    desk: Desk, person: UUID
) -> None:
    made = exclude_agency(desk, person, agency_id=HEALTH, reason="A relative works there").result

    assert waiting(desk) == ["A26-0001"]
    assert read_this_week(desk).without_owner == 1
    rows = find_actions(desk, ActionFilter()).rows
    first, second = sorted(rows, key=lambda row: row.number)
    assert (first.owner.needs_owner, second.owner.needs_owner) == (True, False)
    assert first.owner.contact_point == ""

    lift_exclusion(desk, made, reason="They have left")
    assert waiting(desk) == []
    assert read_this_week(desk).without_owner == 0


def test_what_an_excluded_worker_was_to_do_needs_another_owner(desk: Desk, person: UUID) -> None:
    exclude_worker(desk, person, professional_id=WORKER, reason="They are related")

    assert waiting(desk) == ["A26-0002"]


def test_no_text_for_the_agency_gives_the_work_to_a_worker_who_must_not_be_told(
    desk: Desk, person: UUID
) -> None:
    exclude_worker(desk, person, professional_id=WORKER, reason="They are related")

    (chase,) = [one.text for one in read_chases(desk) if one.agency == "Kerrow Homes"]
    (copy,) = [one.text for one in read_copies(desk, person) if one.agency == "Kerrow Homes"]
    (sheet,) = draft_returns(desk, Wanted(agency=HOUSING, all_open=True))
    (line,) = sheet.model.lines
    assert "(owner to agree, due " in chase
    assert "(owner to agree, Kerrow Homes; due " in copy
    assert line.owner == "Owner to agree"
    assert [text for text in (chase, copy) if "Roskilly" in text] == []


def test_what_the_agency_does_for_others_stays_with_it(desk: Desk, person: UUID) -> None:
    other = known_case(desk, "Kerra")
    exclude_agency(desk, other, agency_id=HEALTH, reason="A relative works there")

    assert waiting(desk) == []


@pytest.mark.parametrize("named", [HEALTH, HOUSING])
@pytest.mark.parametrize("merged", [(HEALTH, HOUSING), (HOUSING, HEALTH)])
def test_agencies_that_became_one_are_untold_as_one_whichever_was_named(
    desk: Desk, person: UUID, named: UUID, merged: tuple[UUID, UUID]
) -> None:
    merge_agency(desk, merged[0], into=merged[1])
    with desk.act(Right.EDIT_PEOPLE) as tx:  # named before the two became one, or by another store
        tx.add(Exclusion(id=desk.new_id(), person_id=person, agency_id=named, since=TODAY))
        tx.journal("test.excluded", scope=person)
    assert sorted(waiting(desk)) == ["A26-0001", "A26-0002"]
    assert read_this_week(desk).without_owner == 2
    assert all(row.owner.needs_owner for row in find_actions(desk, ActionFilter()).rows)


def test_agencies_that_became_one_elsewhere_leave_the_others_owners(
    desk: Desk, person: UUID
) -> None:
    merge_agency(desk, POLICE, into=HEALTH)
    exclude_agency(desk, person, agency_id=HEALTH, reason="A relative works there")
    assert waiting(desk) == ["A26-0001"]
