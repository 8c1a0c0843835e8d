"""A register of gaps as a panel would have it after some years, made by the acts themselves."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from coordinator.casework.actions.barriers import identify_barrier, resolve_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.stuck.gaps import (
    close_gap,
    decide_gap,
    put_to_commissioner,
    raise_gap,
    turn_into_gap,
)
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.stuck.gaps import Commissioner, Decision, NewGap

EXCLUDED = "Nobody assesses mental health while somebody drinks"


def a_register(desk: Desk, people: Sequence[UUID]) -> None:
    """Raise five gaps, at every step they can be at; some fed by these people's barriers."""
    today = desk.today()
    barrier = identify_barrier(
        desk,
        NewBarrier(BarrierCategory.MH_SUBSTANCE_USE, people[0], since=today - timedelta(days=90)),
    ).result
    new = NewGap(
        EXCLUDED,
        first_raised_on=today - timedelta(days=430),
        affected_besides=9,
        evidence="Three referrals in a year came back with the same sentence.",
        cost="About £40,000 a year for one worker",
        workaround="A joint visit by the outreach nurse and the drug and alcohol worker.",
        reusable=True,
        nobody_is_meant=True,
    )
    gap = turn_into_gap(desk, barrier, seen=1, new=new, resolution="Seen by outreach").result
    who = Commissioner(name="D. Penrose", role="Commissioner for mental health, ICB")
    put_to_commissioner(desk, gap, who, seen=1)

    pets = NewBarrier(BarrierCategory.HOUSING_COUPLES_PETS, people[1])
    barrier = identify_barrier(desk, pets).result
    new = NewGap("No emergency rooms that take couples or dogs", nobody_is_meant=True)
    turn_into_gap(desk, barrier, seen=1, new=new)

    decided = raise_gap(
        desk,
        NewGap(
            "No detox bed within 60 miles",
            GapTheme.SUBSTANCE_USE,
            today - timedelta(days=200),
            affected_besides=6,
            nobody_is_meant=True,
        ),
    ).result
    said = Decision("Two beds are bought from April.", "Public health board", today)
    decide_gap(desk, decided, said, seen=1, nobody_is_meant=True)

    closed = raise_gap(
        desk, NewGap("No post address for people without a home", nobody_is_meant=True)
    ).result
    said = Decision("The day centre takes post.", "Management group", today)
    decide_gap(desk, closed, said, seen=1, nobody_is_meant=True)
    close_gap(desk, closed, seen=2)

    for days in (12, 18, 33):  # what a new barrier of the kind is told of
        since = today - timedelta(days=days)
        new_barrier = NewBarrier(BarrierCategory.MH_WAITING, people[2], since=since)
        barrier = identify_barrier(desk, new_barrier).result
        resolve_barrier(desk, barrier, seen=1, resolution="Seen at the drop-in instead")
