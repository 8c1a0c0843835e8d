"""The place plans of a large demo with their groups: a town each, one plan after another. Made up.

Nobody on file is named in any of them.
"""

from datetime import date, timedelta
from uuid import UUID

from coordinator.db.models import (
    ActionTie,
    BudgetLine,
    GroupSeat,
    PlaceGroup,
    PlaceMeasure,
    PlacePlan,
    PlacePriority,
    PlaceReading,
)
from coordinator.demo.learnt import tell_panel_action
from coordinator.demo.lives import Telling
from coordinator.demo.words import bundled
from coordinator.domain.lists.measures import FundingSource
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.months import after_months
from coordinator.domain.states import BudgetStatus, PlacePlanStatus
from coordinator.reference.places import towns
from coordinator.reference.seats import Group, SeatState, seats_of

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_LASTS, _QUARTER, _APART = 24, 3, 5  # months; one town begins so long after the other
_ACTIONS = 4  # for each priority
_SEED = 500_000  # pence; place plans had seed money, see domain page 1c, row 79


def tell_places(tell: Telling, places: int, years: int) -> None:
    """Write a group and its plans for so many towns."""
    number = 0
    first = tell.today - timedelta(days=years * 365)
    for at, town in enumerate(towns()[:places]):
        group = _group(tell, town, first)
        begins = after_months(first, at * _APART)
        while begins < tell.today:
            number += 1
            begins = _plan(tell, town, group, begins, number)


def _group(tell: Telling, town: str, first: date) -> UUID:
    group = tell.sheaf.add(
        PlaceGroup,
        id=tell.dice.new_id(first),
        name=f"Safer {town}",
        group_kind=GroupKind.PLACE,
        place=town,
    )
    for rank, one in enumerate(seats_of(Group.SAFER_TOWN), 1):
        vacant = one.state in {SeatState.VACANT, SeatState.TO_BE_CONFIRMED}
        tell.sheaf.add(
            GroupSeat,
            id=tell.dice.new_id(first),
            group_id=group,
            name=one.title or one.agency,
            agency=one.agency,
            vacant_since=first if vacant or tell.dice.chance(0.1) else None,
            rank=rank,
        )
    return group


def _plan(tell: Telling, town: str, group: UUID, begins: date, number: int) -> date:
    """Write one plan; gives the day the next one begins."""
    following = after_months(begins, _LASTS)
    is_over = following <= tell.today
    status = PlacePlanStatus.ENDED if is_over else PlacePlanStatus.AGREED
    plan = tell.sheaf.add(
        PlacePlan,
        id=tell.dice.new_id(begins),
        number=f"P{begins:%y}-{number:03d}",
        place=town,
        title=f"A safer {town}",
        group_id=group,
        from_on=begins,
        to_on=following - _DAY,
        summary="What agencies do together about the streets, safety after dark and sleeping out.",
        status=status,
        agreed_on=begins,
        ended_on=following - _DAY if is_over else None,
        end_reason="Its time was over." if is_over else "",
    )
    last = min(following - _DAY, tell.today)
    for rank, told in enumerate(bundled("measured")["priority"], 1):
        priority = _priority(tell, plan, rank, told, begins)
        _measure(tell, (plan, priority), told, begins, last)
        _actions(tell, priority, (begins, last))
    _seed_money(tell, plan, begins)
    return following


def _priority(tell: Telling, plan: UUID, rank: int, told: dict[str, str], begins: date) -> UUID:
    return tell.sheaf.add(
        PlacePriority,
        id=tell.dice.new_id(begins),
        plan_id=plan,
        rank=rank,
        title=told["title"],
        why=told["why"],
        owner_agency_id=tell.dice.pick(tell.town.posts).agency_id,
    )


def _measure(
    tell: Telling, of: tuple[UUID, UUID], told: dict[str, str], begins: date, last: date
) -> None:
    """Write a measure and what it stood at each quarter; some quarters nobody read it."""
    plan, priority = of
    start = tell.dice.between(20, 60)
    measure = tell.sheaf.add(
        PlaceMeasure,
        id=tell.dice.new_id(begins),
        plan_id=plan,
        priority_id=priority,
        title=told["measure"],
        unit=told["unit"],
        baseline=str(start),
        baseline_on=begins,
        target=str(start // 2),
        target_on=after_months(begins, _LASTS) - _DAY,
        source="Count of the group",
        caveat="A small count: one night says little.",
    )
    read_on = after_months(begins, _QUARTER)
    while read_on <= last:
        if tell.dice.chance(0.85):
            tell.sheaf.add(
                PlaceReading,
                id=tell.dice.new_id(read_on),
                measure_id=measure,
                read_on=read_on,
                value=str(max(0, start + tell.dice.between(-12, 6))),
                source="Count of the group",
                recorded_by_id=tell.town.chair.id,
            )
        read_on = after_months(read_on, _QUARTER)


def _actions(tell: Telling, priority: UUID, days: tuple[date, date]) -> None:
    """Write what is done in those days; of a plan that is over nothing is still to be done."""
    over_on = days[1] if days[1] < tell.today else None
    for _ in range(_ACTIONS):
        told = tell.dice.pick(bundled("measured")["place_action"])
        on = tell.dice.day(*days)
        action = tell_panel_action(tell, on, told["text"], over_on=over_on)
        tell.sheaf.add(
            ActionTie,
            id=tell.dice.new_id(on),
            action_id=action,
            priority_id=priority,
            measure=told["measure"],
        )


def _seed_money(tell: Telling, plan: UUID, begins: date) -> None:
    asker = tell.town.posts[1]
    asked = tell.dice.new_id(begins)
    tell.sheaf.add(
        BudgetLine,
        id=asked,
        place_plan_id=plan,
        purpose="Lamps, a bench and a sign",
        funding=FundingSource.GRANT,
        asked_on=begins,
        asked_by_id=asker.id,
        asked_pence=_SEED,
        status=BudgetStatus.AGREED,
        decided_on=begins,
        decided_by_id=tell.town.chair.id,
        agreed_pence=_SEED,
        decision_reason="Seed money of the plan.",
    )
