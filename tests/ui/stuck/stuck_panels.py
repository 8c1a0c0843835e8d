"""A made-up panel with things that are stuck: barriers, and escalations of every kind."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from coordinator.app import _seat
from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.escalations.answering import answer_escalation
from coordinator.casework.escalations.climbing import move_to_next_level
from coordinator.casework.escalations.raising import change_draft, raise_escalation
from coordinator.casework.escalations.reading import read_escalation
from coordinator.casework.escalations.sending import chase_escalation, send_escalation
from coordinator.casework.packs.paper_reads import find_meeting
from coordinator.demo.holding import MovingClock
from coordinator.demo.making import make_filled
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.escalations.rules import NewEscalation, Reply
from coordinator.domain.escalations.views import Drafted
from coordinator.domain.lists.barriers import (
    BarrierCategory,
    EscalationOutcome,
    EscalationTrack,
)
from coordinator.domain.lists.people import NeedSeverity
from coordinator.vault.costs import TEST_COST
from tests.ui.live_meeting.live_panels import FEW, LivePanel

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 16, 9, tzinfo=LONDON)
ASKS = (
    "Take one person with a dog in the ground-floor room, for six months.",
    "Assess him although he drinks; a worker comes along.",
    "Say who pays for the detox bed, and from when.",
    "Open the file although the address is out of the area.",
)


def stuck_panel(folder: Path) -> LivePanel:
    """Make a panel three weeks after the first of it was asked."""
    office = make_filled(folder, FEW, seed=7, today=MONDAY.date(), cost=TEST_COST)
    clock = MovingClock(MONDAY)
    office.desk = replace(office.desk, now=clock)
    desk = office.desk
    people = [row.person for row in read_caseload(desk).rows if row.basis_complete][:9]
    for at, category in enumerate(list(BarrierCategory)[:9]):
        _barrier(desk, NewBarrier(category, people[at % len(people)], severity=_SEVERE[at % 3]))
    _ask(desk, people, clock)
    meeting = find_meeting(desk, "last")
    return LivePanel(office, _seat(office), meeting.id, clock)


_SEVERE = (NeedSeverity.HIGH, NeedSeverity.SOME, None)


def _barrier(desk: Desk, new: NewBarrier) -> UUID:
    agency = read_directory(desk).agencies[3]
    told = replace(
        new,
        agency_id=agency.id,
        description="The house rules take no animals, and there is no other room.",
        tried="Asked three hostels in September; a letter to the manager in October.",
    )
    return identify_barrier(desk, told).result


def _ask(desk: Desk, people: Sequence[UUID], clock: MovingClock) -> None:
    posts = [one for one in read_directory(desk).professionals if one.left_on is None]
    made: list[Drafted] = []
    for at, person in enumerate(people[:4]):
        barrier = _barrier(desk, NewBarrier(BarrierCategory.HOUSING_COUPLES_PETS, person))
        new = NewEscalation(
            barrier_id=barrier,
            receiver_id=posts[at + 2].id,
            ask=ASKS[at],
            level=at,
            risk_if_nothing="A winter outside with a chest infection.",
        )
        made.append(raise_escalation(desk, new).result)
    for one in made[:3]:
        send_escalation(desk, one.id, seen=one.revision)
    chase_escalation(desk, made[0].id, text="Rang the office; they will look.")
    for track in (EscalationTrack.PROFESSIONAL_DISAGREEMENT, EscalationTrack.SAFEGUARDING):
        other = NewEscalation(track, person_id=people[5], receiver="Ada Moss", ask=ASKS[1])
        drafted = raise_escalation(desk, other).result
        if track is EscalationTrack.SAFEGUARDING:
            send_escalation(desk, drafted.id, seen=drafted.revision)
    clock.at += timedelta(days=14)
    seen = read_escalation(desk, made[0].id).row.revision
    climbed = move_to_next_level(desk, made[0].id, seen=seen).result
    _sent(desk, climbed, posts[5].id)
    reply = Reply(EscalationOutcome.PARTLY, "Yes, for three months.", "Ada Moss", "With a plan.")
    seen = read_escalation(desk, made[2].id).row.revision
    answer_escalation(desk, made[2].id, reply, seen=seen)


def _sent(desk: Desk, drafted: Drafted, receiver: UUID) -> None:
    now = change_draft(desk, drafted.id, seen=drafted.revision, receiver_id=receiver).result
    send_escalation(desk, now.id, seen=now.revision)
