"""The order in which agencies come and go least, read off a real store and taken back again."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import (
    reorder_agenda,
    withdraw_from_agenda,
    write_agenda,
)
from coordinator.casework.meetings.slot_planning import read_slot_plan
from coordinator.casework.records.undoing import undo_act
from coordinator.db.models import Action, Offer
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.meetings.slots import counted
from coordinator.domain.roles import Right, Role
from tests.meetings import add_case, add_seats, keep_from, next_meeting_of, weekly
from tests.stores import COUNCIL, HEALTH, HOUSING, NURSE, OFFICER, POLICE, TODAY, WORKER, sitting

NAMES = {HOUSING: "Kerrow Homes", POLICE: "Kerrow Police", HEALTH: "Kerrow Mental Health"}


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    """Six people by turns of the police and of housing; housing must not hear of the fourth."""
    add_seats(desk)
    for at, agency in enumerate([HOUSING, POLICE, HOUSING, POLICE, HOUSING, POLICE]):
        person, _case = add_case(desk, "ABCDEF"[at], next_review_on=TODAY + timedelta(days=at - 9))
        act_for(desk, person, agency, f"A26-000{at}")
        if at == 3:
            keep_from(desk, person, HOUSING)
    made = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, made)
    return made


def act_for(desk: Desk, person: UUID, agency: UUID, number: str) -> None:
    """Let an agency have something to do for somebody, which is not due at the meeting."""
    owner = {HOUSING: WORKER, POLICE: OFFICER, HEALTH: NURSE}[agency]
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = Action(
            id=desk.new_id(),
            number=number,
            person_id=person,
            text="Ring the surgery",
            owner_id=owner,
            owner_agency_id=agency,
            owner_agency=NAMES[agency],
            set_on=date(2026, 11, 1),
            due_on=TODAY + timedelta(days=60),
            original_due_on=TODAY + timedelta(days=60),
        )
        tx.add(action)
        tx.journal("test.action", record=action.id, scope=person)


def people(desk: Desk, meeting: UUID) -> list[str]:
    entries = read_agenda(desk, meeting).entries
    return [entry.person.name.given for entry in entries if entry.person]


def test_agencies_sit_in_one_short_block_and_none_has_to_leave_the_room(
    desk: Desk, meeting: UUID
) -> None:
    assert people(desk, meeting) == list("ABCDEF")

    plan = read_slot_plan(desk, meeting)
    reorder_agenda(desk, meeting, plan.order, seen=plan.seen)

    assert plan.is_better
    assert counted(one.before for one in plan.comings) == (1, 20)
    assert counted(one.after for one in plan.comings) == (0, 0)
    homes = next(one for one in plan.comings if one.agency == "Kerrow Homes")
    assert homes.steps_out == (("KP-0004",), ())
    assert sorted(people(desk, meeting)) == list("ABCDEF")
    assert {*people(desk, meeting)[:3]} in ({*"ACE"}, {*"BDF"})


def test_an_order_that_was_taken_is_taken_back_as_one_act(desk: Desk, meeting: UUID) -> None:
    plan = read_slot_plan(desk, meeting)
    done = reorder_agenda(desk, meeting, plan.order, seen=plan.seen)
    assert people(desk, meeting) != list("ABCDEF")
    assert done.changes.act is not None

    undo_act(desk, done.changes.act)

    assert people(desk, meeting) == list("ABCDEF")


def test_an_order_that_is_good_is_left_alone(desk: Desk, meeting: UUID) -> None:
    plan = read_slot_plan(desk, meeting)
    reorder_agenda(desk, meeting, plan.order, seen=plan.seen)

    again = read_slot_plan(desk, meeting)

    assert not again.is_better
    assert again.order == plan.order


def test_withdrawn_items_come_along_and_take_no_time(desk: Desk, meeting: UUID) -> None:
    second = read_agenda(desk, meeting).entries[1]
    withdraw_from_agenda(desk, second.id, reason="Settled by telephone.")

    plan = read_slot_plan(desk, meeting)
    reorder_agenda(desk, meeting, plan.order, seen=plan.seen)

    assert plan.order[-1] == second.id
    police = next(one for one in plan.comings if one.agency == "Kerrow Police")
    assert (police.after.own, police.after.waits) == (10, 0)


def test_an_offer_that_stands_is_a_part_and_the_chair_is_there_throughout(
    desk: Desk, meeting: UUID
) -> None:
    entry = read_agenda(desk, meeting).entries[1]
    assert entry.person is not None
    with desk.act(Right.EDIT_PLAN) as tx:
        made = Offer(id=desk.new_id(), person_id=entry.person.id, agency_id=HEALTH, what="Visits")
        tx.add(made)
        tx.add(
            Offer(id=desk.new_id(), person_id=entry.person.id, agency_id=COUNCIL, what="A bond")
        )
        tx.journal("test.offer", scope=entry.person.id)
    keep_from(desk, entry.person.id, COUNCIL)

    coming = read_slot_plan(sitting(desk, WORKER, Role.CHAIR, HOUSING), meeting)

    health = next(one for one in coming.comings if one.agency == "Kerrow Mental Health")
    assert (health.after.own, health.after.waits) == (5, 0)
    assert "Kerrow Council" not in {one.agency for one in coming.comings}
    assert coming.hears == (("Kerrow Council", ("KP-0002",)),)


def test_somebody_the_sitter_may_not_know_of_keeps_their_place_and_is_not_told(
    desk: Desk, meeting: UUID
) -> None:
    fourth = read_agenda(desk, meeting).entries[3]
    housing = sitting(desk, WORKER, Role.CHAIR, HOUSING)

    plan = read_slot_plan(housing, meeting)
    reorder_agenda(housing, meeting, plan.order, seen=plan.seen)

    assert "KP-0004" not in str(plan)
    assert fourth.id not in plan.order
    assert read_agenda(desk, meeting).entries[3].id == fourth.id


def test_only_whoever_runs_the_meetings_is_proposed_an_order(desk: Desk, meeting: UUID) -> None:
    with pytest.raises(NotPermittedError):
        read_slot_plan(sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE), meeting)
