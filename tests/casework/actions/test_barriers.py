"""What gets in the way: named, described, worked on, resolved or accepted by a named person."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.barriers import (
    accept_barrier,
    describe_barrier,
    find_accepted_due,
    find_barriers,
    identify_barrier,
    resolve_barrier,
    work_on_barrier,
)
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.db.models import Professional
from coordinator.domain.actions.barriers import BarrierRow, NewBarrier
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    StaleRecordError,
    TransitionError,
    WithheldError,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import BarrierStatus, Sensitivity
from tests.casework.entries_on_file import a_person
from tests.stores import (
    CHAIR,
    HEALTH,
    HOUSING,
    NURSE,
    OFFICER,
    POLICE,
    TODAY,
    WORKER,
    Clock,
    sitting,
)

WEEK = TODAY + timedelta(days=7)
WAIT = BarrierCategory.MH_WAITING


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def shown(desk: Desk, person: UUID) -> BarrierRow:
    (row,) = find_barriers(desk, [person], open_only=False)[person]
    return row


def test_a_barrier_is_named_at_once_and_described_later(desk: Desk, person: UUID) -> None:
    new = NewBarrier(WAIT, person_id=person, agency_id=HEALTH, since=TODAY - timedelta(days=30))
    barrier = identify_barrier(desk, new).result
    row = shown(desk, person)
    assert (row.category, row.agency, row.has_details) == (WAIT, "Kerrow Mental Health", False)
    assert row.since == TODAY - timedelta(days=30)

    describe_barrier(desk, barrier, seen=1, description="Nine months", tried="Rang twice")
    with pytest.raises(InvalidFieldsError):
        describe_barrier(desk, barrier, seen=2, status="resolved")
    with pytest.raises(StaleRecordError):
        describe_barrier(desk, barrier, seen=1, description="A year")
    row = shown(desk, person)
    assert (row.description, row.tried, row.has_details) == ("Nine months", "Rang twice", True)


def test_a_barrier_belongs_to_somebody_and_has_begun(desk: Desk, person: UUID) -> None:
    action = add_action(desk, NewAction("Ring", NURSE, WEEK, person_id=person)).result
    for wrong in (
        NewBarrier(WAIT),
        NewBarrier(WAIT, person_id=person, since=WEEK),
        NewBarrier(WAIT, person_id=a_person(desk), action_id=action),
    ):
        with pytest.raises(InvalidFieldsError):
            identify_barrier(desk, wrong)
    with pytest.raises(MissingRecordError):
        identify_barrier(desk, NewBarrier(WAIT, person_id=person, agency_id=uuid4()))
    assert find_barriers(desk, [person]) == {}

    identify_barrier(desk, NewBarrier(WAIT, action_id=action))
    assert shown(desk, person).number == "A26-0001"


def test_a_barrier_is_resolved_with_words_and_may_come_back(desk: Desk, person: UUID) -> None:
    barrier = identify_barrier(desk, NewBarrier(WAIT, person_id=person)).result
    work_on_barrier(desk, barrier, seen=1)
    with pytest.raises(TransitionError):
        work_on_barrier(desk, barrier, seen=2)
    with pytest.raises(InvalidFieldsError):
        resolve_barrier(desk, barrier, seen=2, resolution=" ")
    assert shown(desk, person).status is BarrierStatus.BEING_WORKED

    resolve_barrier(desk, barrier, seen=2, resolution="Seen by the crisis team")
    assert find_barriers(desk, [person]) == {}
    assert shown(desk, person).resolution == "Seen by the crisis team"
    with pytest.raises(TransitionError):
        resolve_barrier(desk, barrier, seen=3, resolution="Again")
    work_on_barrier(desk, barrier, seen=3, note="Discharged again")
    assert shown(desk, person).is_open


def test_a_risk_is_accepted_by_a_named_person_until_a_day(desk: Desk, person: UUID) -> None:
    barrier = identify_barrier(desk, NewBarrier(WAIT, person_id=person)).result
    for by, why, review_on, field in (
        (None, "No money", WEEK, "accepted_by_id"),
        (CHAIR, "", WEEK, "resolution"),
        (CHAIR, "No money", None, "review_on"),
        (CHAIR, "No money", TODAY, "review_on"),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            accept_barrier(desk, barrier, seen=1, by=by, why=why, review_on=review_on)
        assert list(refused.value.fields) == [field]
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises(NotPermittedError):
        accept_barrier(nurse, barrier, seen=1, by=CHAIR, why="No money", review_on=WEEK)
    assert shown(desk, person).status is BarrierStatus.IDENTIFIED

    accept_barrier(desk, barrier, seen=1, by=CHAIR, why="No money", review_on=WEEK)
    row = shown(desk, person)
    assert (row.status, row.accepted_by, row.review_on, row.resolution) == (
        BarrierStatus.ACCEPTED,
        "Morwenna Tregear",
        WEEK,
        "No money",
    )


def test_what_stops_a_restricted_action_is_restricted_too(desk: Desk, person: UUID) -> None:
    hidden = add_action(
        desk,
        NewAction("Ring", OFFICER, WEEK, person_id=person, sensitivity=Sensitivity.RESTRICTED),
    ).result
    barrier = identify_barrier(desk, NewBarrier(WAIT, action_id=hidden)).result
    identify_barrier(desk, NewBarrier(BarrierCategory.DEBT, person_id=person))
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    seen = find_barriers(officer, [person])[person]
    assert [row.category for row in seen] == [BarrierCategory.DEBT]
    assert len(find_barriers(desk, [person])[person]) == 2
    with pytest.raises(WithheldError):
        resolve_barrier(officer, barrier, seen=1, resolution="Gone")
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    assert find_barriers(stranger, [person]) == {}


def test_an_agency_works_on_what_stops_its_own_actions_only(desk: Desk, person: UUID) -> None:
    mine = add_action(desk, NewAction("Ring", OFFICER, WEEK, person_id=person)).result
    theirs = add_action(desk, NewAction("Ring", NURSE, WEEK, person_id=person)).result
    barrier = identify_barrier(desk, NewBarrier(WAIT, action_id=theirs)).result
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    with pytest.raises(NotPermittedError):
        identify_barrier(officer, NewBarrier(WAIT, action_id=theirs))
    with pytest.raises(NotPermittedError):
        resolve_barrier(officer, barrier, seen=1, resolution="Gone")
    assert shown(desk, person).status is BarrierStatus.IDENTIFIED
    identify_barrier(officer, NewBarrier(WAIT, action_id=mine))
    assert len(find_barriers(desk, [person])[person]) == 2


def test_somebody_in_post_works_on_it(desk: Desk, person: UUID) -> None:
    new = NewBarrier(WAIT, person_id=person, worker_id=NURSE)
    barrier = identify_barrier(desk, new).result
    assert shown(desk, person).worker == "Kasia Dębska"
    work_on_barrier(desk, barrier, seen=1, worker_id=OFFICER)
    assert shown(desk, person).worker == "Dylan Ashdown"
    describe_barrier(desk, barrier, seen=2, worker_id=None)
    assert shown(desk, person).worker == ""

    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).left_on = TODAY
        tx.journal("test.arranged")
    exclude_agency(desk, person, agency_id=POLICE, reason="Asked for it")
    for nobody in (WORKER, OFFICER):
        with pytest.raises(GuardError):
            describe_barrier(desk, barrier, seen=3, worker_id=nobody)
        with pytest.raises(GuardError):
            identify_barrier(desk, NewBarrier(WAIT, person_id=person, worker_id=nobody))


def test_the_day_it_was_settled_is_kept_and_goes_when_it_comes_back(
    desk: Desk, person: UUID
) -> None:
    barrier = identify_barrier(desk, NewBarrier(WAIT, person_id=person)).result
    accept_barrier(desk, barrier, seen=1, by=CHAIR, why="No money", review_on=WEEK)
    assert shown(desk, person).settled_on == TODAY
    resolve_barrier(desk, barrier, seen=2, resolution="Seen")
    assert shown(desk, person).settled_on == TODAY
    work_on_barrier(desk, barrier, seen=3)
    assert shown(desk, person).settled_on is None


def test_accepted_risks_are_looked_at_again_from_their_day_on(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    barrier = identify_barrier(desk, NewBarrier(WAIT, person_id=person)).result
    accept_barrier(desk, barrier, seen=1, by=CHAIR, why="No money", review_on=WEEK)
    clock.move(days=6)
    assert find_accepted_due(desk) == ()
    clock.move(days=1)
    assert [row.id for row in find_accepted_due(desk)] == [barrier]
    exclude_agency(desk, person, agency_id=POLICE, reason="Asked for it")
    assert find_accepted_due(sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)) == ()
