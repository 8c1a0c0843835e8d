"""Somebody with everything that keeps people from falling between: written into a panel."""

from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from coordinator.casework.cases.phases import move_phase
from coordinator.casework.cases.protocol_reads import read_protocols
from coordinator.casework.cases.protocols import arrange_step, start_protocol, take_step
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.housing.log import (
    appeal_refusal,
    apply_for_home,
    move_application,
    note_constraint,
    refuse_home,
)
from coordinator.casework.need_to_know.sharing import check_may_be_told
from coordinator.casework.person.pages import read_person
from coordinator.casework.tonight.holding import add_coming_move, say_who_holds
from coordinator.domain.cases.rules import MoveIn
from coordinator.domain.directory.rules import ProfessionalRow
from coordinator.domain.errors import GuardError
from coordinator.domain.housing import NewApplication, Refused
from coordinator.domain.lists.housing import ConstraintKind, HousingRefusal
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart
from coordinator.domain.states import CasePhase, HousingStep
from coordinator.domain.tonight import NewHolding, NewMove

WEEKEND = ("sat", "sun")


def keep_somebody(desk: Desk, person: UUID) -> None:
    """Say who holds somebody, what is ahead, which steps run, and what landlords answered."""
    today, posts = desk.today(), _may_be_told(desk, person)
    evenings = (DayPart.EVENING,)
    for new in (
        NewHolding((DayPart.DAY,), today, worker_id=posts[2].id, what="Rings before noon"),
        NewHolding(evenings, today, weekdays=WEEKEND, by="Her sister", what="A bed if needed"),
        NewHolding((DayPart.NIGHT,), today, today + timedelta(days=1), worker_id=posts[5].id),
    ):
        say_who_holds(desk, person, new)
    release = NewMove(
        ComingMoveKind.PRISON_RELEASE, today + timedelta(days=2), "10:00", "The gate"
    )
    court = NewMove(ComingMoveKind.COURT, today + timedelta(days=4), worker_id=posts[3].id)
    add_coming_move(desk, person, release)
    add_coming_move(desk, person, court)
    _begin(desk, person)
    _ask_for_homes(desk, person)


def _may_be_told(desk: Desk, person: UUID) -> list[ProfessionalRow]:
    """Give everybody in the directory who may know of somebody."""
    found = []
    posts = read_directory(desk).professionals
    with desk.read() as look:
        for one in posts:
            with suppress(GuardError):
                check_may_be_told(look, person, [one.agency_id, one.id])
                found.append(one)
    return found


def _begin(desk: Desk, person: UUID) -> None:
    (case, *_older) = read_person(desk, person).cases
    home = MoveIn(desk.today() - timedelta(days=20), "", "Rhys Roskilly", 7)
    if case.phase is CasePhase.SUSTAINING:
        move_phase(desk, case.id, CasePhase.BUILDING)
    move_phase(desk, case.id, CasePhase.SUSTAINING, move_in=home)
    start_protocol(desk, case.id, why="Not at home four times; nobody at the food bank saw her.")
    first, second, *_rest = read_protocols(desk, person)[0].steps
    take_step(desk, first.id, note="Kasia tried at the quay in the morning: nobody there.")
    worker = _may_be_told(desk, person)[4].id
    arrange_step(desk, second.id, seen=second.revision, owner_id=worker, due_on=second.due_on)


def _ask_for_homes(desk: Desk, person: UUID) -> None:
    homes = NewApplication(provider="Trevose Homes", what="Two rooms on the ground floor")
    other = NewApplication(provider="A private landlord", what="A room in Pendle Street")
    refused, offered = (apply_for_home(desk, person, one).result for one in (homes, other))
    said = Refused(HousingRefusal.ARREARS, "They owe us 340 pounds from 2024.")
    refuse_home(desk, refused, said, seen=1)
    appeal_refusal(desk, refused, seen=2, note="A plan to pay it off stands since September.")
    move_application(desk, offered, HousingStep.OFFERED, seen=1)
    note_constraint(desk, person, ConstraintKind.PET, details="A lurcher, three years old")
    note_constraint(desk, person, ConstraintKind.ARSON, details="2019, a bin")
