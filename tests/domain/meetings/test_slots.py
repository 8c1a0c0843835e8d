"""The slot planner: agencies come and go least, and nothing that must stay is moved."""

import random
from itertools import permutations
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.lists.panel import AgendaSection
from coordinator.domain.meetings.slots import MOVES, Slot, counted, plan_slots, stays_of
from coordinator.domain.panel.rundowns import USUAL, Planned, Rundown

TWO = 14 * 60
HOMES, POLICE, DRUGS, NURSES = (UUID(int=at) for at in range(1, 5))
AGENCIES = (HOMES, POLICE, DRUGS, NURSES)
NONE = frozenset[UUID]()
WITH_PAUSE = Rundown(
    (
        Planned(AgendaSection.WELCOME, 3),
        Planned(AgendaSection.URGENT, 6),
        Planned(AgendaSection.REVIEWS, 5),
        Planned(AgendaSection.OWN, 10, "Pause"),
        Planned(AgendaSection.REFERRALS, 6),
    )
)


def slot(
    at: int, *needed: UUID, kind: AgendaKind = AgendaKind.REVIEW, kept_out: UUID | None = None
) -> Slot:
    out = frozenset({kept_out}) if kept_out else NONE
    return Slot(UUID(int=1000 + at), kind, 5, frozenset(needed), out)


@st.composite
def agendas(draw: st.DrawFn, most: int = 12) -> list[Slot]:
    """Agendas as they come: the kinds in their order, or mixed up by hand."""
    kinds = draw(st.lists(st.sampled_from(AgendaKind), max_size=most))
    if draw(st.booleans()):
        kinds.sort(key=list(AgendaKind).index)
    slots = []
    for at, kind in enumerate(kinds):
        needed = draw(st.frozensets(st.sampled_from(AGENCIES), max_size=3))
        kept_out = draw(st.frozensets(st.sampled_from(AGENCIES), max_size=1)) - needed
        minutes = draw(st.integers(1, 20))
        is_fixed = draw(st.integers(0, 5)) == 0
        slots.append(Slot(UUID(int=1000 + at), kind, minutes, needed, kept_out, is_fixed))
    return slots


@given(agendas(), st.sampled_from([USUAL, WITH_PAUSE]))
def test_nothing_is_lost_and_what_must_stay_stays(slots: list[Slot], rundown: Rundown) -> None:
    order = plan_slots(slots, rundown, TWO).order
    kind = {one.item: one.kind for one in slots}

    assert sorted(order) == sorted(kind)
    assert [kind[item] for item in order] == [one.kind for one in slots]
    for one, item in zip(slots, order, strict=True):
        assert one.kind in MOVES or item == one.item
        assert not one.is_fixed or item == one.item


@given(agendas(), st.sampled_from([USUAL, WITH_PAUSE]), st.frozensets(st.sampled_from(AGENCIES)))
def test_an_order_never_counts_more_than_the_one_there_was(
    slots: list[Slot], rundown: Rundown, always: frozenset[UUID]
) -> None:
    plan = plan_slots(slots, rundown, TWO, always)
    by_item = {one.item: one for one in slots}
    order = [by_item[item] for item in plan.order]

    assert counted(plan.after) <= counted(plan.before)
    assert plan.after == stays_of(order, rundown, TWO, always)
    assert not always & {stay.agency for stay in plan.after}


@given(agendas())
def test_the_same_agenda_gives_the_same_order(slots: list[Slot]) -> None:
    assert plan_slots(slots, USUAL, TWO) == plan_slots(list(slots), USUAL, TWO)


@given(agendas())
def test_every_agency_sits_in_for_all_its_lines_and_is_told_all_it_must_leave_for(
    slots: list[Slot],
) -> None:
    for stay in stays_of(slots, USUAL, TWO):
        own = [at for at, one in enumerate(slots) if stay.agency in one.needed]
        between = slots[own[0] : own[-1]]
        assert stay.own == sum(slots[at].minutes for at in own)
        assert stay.waits >= 0
        assert list(stay.steps_out) == [x.item for x in between if stay.agency in x.kept_out]


def test_those_of_one_agency_stand_together() -> None:
    slots = [slot(1, HOMES), slot(2, POLICE), slot(3, HOMES), slot(4, POLICE), slot(5, HOMES)]

    plan = plan_slots(slots, USUAL, TWO)

    assert counted(plan.before) == (0, 15)
    assert counted(plan.after) == (0, 0)


def test_an_agency_that_must_not_hear_has_left_or_is_still_to_come() -> None:
    slots = [slot(1, HOMES), slot(2, POLICE, kept_out=HOMES), slot(3, HOMES, POLICE)]

    plan = plan_slots(slots, USUAL, TWO)

    assert [len(stay.steps_out) for stay in plan.before] == [1, 0]
    assert [stay.steps_out for stay in plan.after] == [(), ()]


def test_leaving_the_room_weighs_more_than_waiting() -> None:
    together = slot(2, POLICE, kept_out=HOMES)
    slots = [slot(1, HOMES, POLICE), together, slot(3, HOMES, POLICE), slot(4, DRUGS)]

    plan = plan_slots(slots, USUAL, TWO)

    assert counted(plan.after)[0] == 0


def test_what_cannot_be_arranged_is_said() -> None:
    urgent = slot(1, HOMES, kind=AgendaKind.URGENT)
    kept = slot(2, POLICE, kept_out=HOMES)
    closing = slot(3, HOMES, kind=AgendaKind.CLOSURE)

    plan = plan_slots([urgent, kept, closing], USUAL, TWO)

    homes = next(stay for stay in plan.after if stay.agency == HOMES)
    assert plan.order == (urgent.item, kept.item, closing.item)
    assert homes.steps_out == (kept.item,)


def test_what_stands_between_the_parts_counts_as_waiting() -> None:
    slots = [slot(1, HOMES), slot(2, HOMES, kind=AgendaKind.NEW_REFERRAL)]

    (stay,) = plan_slots(slots, WITH_PAUSE, TWO).after

    assert (stay.comes, stay.goes, stay.waits) == (TWO + 3, TWO + 3 + 5 + 10 + 5, 10)


def test_small_agendas_are_ordered_nearly_as_well_as_can_be() -> None:
    """Against every order there is: no needless step out, and few minutes more."""
    source = random.Random(7)
    found = best = 0
    for _round in range(60):
        slots = [_made(source, at) for at in range(6)]
        orders = permutations(slots)
        least = min(counted(stays_of(order, USUAL, TWO)) for order in orders)
        count = counted(plan_slots(slots, USUAL, TWO).after)
        assert count[0] == least[0]
        found, best = found + count[1], best + least[1]
    assert found <= best * 1.05


def test_sixty_people_are_ordered_with_a_quarter_less_waiting() -> None:
    source = random.Random(3)
    slots = [_made(source, at) for at in range(60)]

    plan = plan_slots(slots, USUAL, TWO)

    before, after = counted(plan.before), counted(plan.after)
    assert after[0] < before[0]
    assert after[1] < before[1] * 0.9


def _made(source: random.Random, at: int) -> Slot:
    needed = frozenset(source.sample(AGENCIES, source.choice([1, 1, 2])))
    others = sorted(set(AGENCIES) - needed)
    out = source.choice(others) if source.random() < 0.15 else None
    return slot(at, *sorted(needed), kept_out=out)
