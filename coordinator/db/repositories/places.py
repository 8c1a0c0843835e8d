"""The questions asked of place plans and groups: what is in them, what belongs to them."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator.db.holding_back import WHATEVER
from coordinator.db.models import (
    Action,
    ActionTie,
    Case,
    GroupSeat,
    Person,
    PlaceGroup,
    PlaceMeasure,
    PlacePlan,
    PlacePriority,
    PlaceReading,
)
from coordinator.db.repositories.pieces import in_pieces, mark_of_store
from coordinator.domain.cases.caseload import UNDER_WAY
from coordinator.domain.states import PlacePlanStatus


class Places:
    """Place plans and groups inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def next_number(self, year: int) -> str:
        """Give the number after the highest of a year: `P26-003`; none is ever given again."""
        prefix = f"P{year % 100:02d}{mark_of_store(self._session)}-"
        numbers = select(PlacePlan.number).where(PlacePlan.number.startswith(prefix))
        found = self._session.scalars(numbers, execution_options={"with_removed": True})
        endings = (number.removeprefix(prefix) for number in found)
        highest = max((int(ending) for ending in endings if ending.isdigit()), default=0)
        return f"{prefix}{highest + 1:03d}"

    def are_any(self) -> bool:
        """Whether a plan or a group is on file."""
        asked = (select(PlacePlan.id).limit(1), select(PlaceGroup.id).limit(1))
        return any(self._session.scalars(one).first() is not None for one in asked)

    def plans(self, statuses: Collection[PlacePlanStatus]) -> Sequence[PlacePlan]:
        """List the plans of some statuses by place, the newest of a place first."""
        query = select(PlacePlan).where(PlacePlan.status.in_(statuses))
        order = (PlacePlan.place, PlacePlan.from_on.desc(), PlacePlan.number)
        return self._session.scalars(query.order_by(*order)).all()

    def numbered(self, number: str) -> PlacePlan | None:
        """Give the plan of a number, however it is typed."""
        query = select(PlacePlan).where(func.upper(PlacePlan.number) == number.strip().upper())
        return self._session.scalars(query.order_by(PlacePlan.id)).first()

    def priorities(self, plans: Collection[UUID]) -> Sequence[PlacePriority]:
        """Give the priorities of plans in their order, those that ended too."""
        found: list[PlacePriority] = []
        for some in in_pieces(plans):
            query = select(PlacePriority).where(PlacePriority.plan_id.in_(some))
            found += self._session.scalars(query)
        return sorted(found, key=lambda one: (one.rank, one.id))

    def measures(self, plans: Collection[UUID]) -> Sequence[PlaceMeasure]:
        """Give the measures of plans, those that ended too."""
        found: list[PlaceMeasure] = []
        for some in in_pieces(plans):
            query = select(PlaceMeasure).where(PlaceMeasure.plan_id.in_(some))
            found += self._session.scalars(query.order_by(PlaceMeasure.id))
        return found

    def readings(self, measures: Collection[UUID]) -> Mapping[UUID, Sequence[PlaceReading]]:
        """Give the readings of each measure, the first first."""
        found: dict[UUID, list[PlaceReading]] = {}
        for some in in_pieces(measures):
            query = select(PlaceReading).where(PlaceReading.measure_id.in_(some))
            for one in self._session.scalars(
                query.order_by(PlaceReading.read_on, PlaceReading.id)
            ):
                found.setdefault(one.measure_id, []).append(one)
        return found

    def actions(self, priorities: Collection[UUID]) -> Sequence[tuple[ActionTie, Action]]:
        """Give what is done about some priorities, by due date."""
        found: list[tuple[ActionTie, Action]] = []
        for some in in_pieces(priorities):
            query = (
                select(ActionTie, Action)
                .join(Action, Action.id == ActionTie.action_id)
                .where(ActionTie.priority_id.in_(some))
            )
            found += [(tie, action) for tie, action in self._session.execute(query)]
        return sorted(found, key=lambda pair: (pair[1].due_on, pair[1].id))

    def plans_of(self, actions: Collection[UUID]) -> Mapping[UUID, PlacePlan]:
        """Give the plan each of these actions belongs to; those of no plan are left out."""
        found: dict[UUID, PlacePlan] = {}
        for some in in_pieces(actions):
            query = (
                select(ActionTie.action_id, PlacePlan)
                .join(PlacePriority, PlacePriority.id == ActionTie.priority_id)
                .join(PlacePlan, PlacePlan.id == PlacePriority.plan_id)
                .where(ActionTie.action_id.in_(some))
            )
            found |= {row[0]: row[1] for row in self._session.execute(query)}
        return found

    def tie_of(self, action: UUID) -> ActionTie | None:
        """Give what ties an action to a priority."""
        query = select(ActionTie).where(
            ActionTie.action_id == action, ActionTie.priority_id.is_not(None)
        )
        return self._session.scalars(query.order_by(ActionTie.id)).first()

    def groups(self, *, with_ended: bool = False) -> Sequence[PlaceGroup]:
        """List the groups by name."""
        query = select(PlaceGroup).order_by(PlaceGroup.name, PlaceGroup.id)
        if not with_ended:
            query = query.where(PlaceGroup.ended_on.is_(None))
        return self._session.scalars(query).all()

    def seats(self, groups: Collection[UUID]) -> Mapping[UUID, Sequence[GroupSeat]]:
        """Give the seats of each group that stand, in their order."""
        found: dict[UUID, list[GroupSeat]] = {}
        for some in in_pieces(groups):
            query = select(GroupSeat).where(
                GroupSeat.group_id.in_(some), GroupSeat.ended_on.is_(None)
            )
            for one in self._session.scalars(query.order_by(GroupSeat.rank, GroupSeat.id)):
                found.setdefault(one.group_id, []).append(one)
        return found

    def people_at(self) -> Mapping[str, int]:
        """Count who is on the caseload by the place they are tagged with, in lower case.

        What is held back counts like the rest: a count says how many, never who.
        """
        query = (
            select(Person.place, Person.id)
            .join(Case, Case.person_id == Person.id)
            .where(Case.status.in_(UNDER_WAY))
        )
        found: dict[str, set[UUID]] = {}
        for place, person in self._session.execute(query, execution_options=WHATEVER):
            found.setdefault(place.strip().casefold(), set()).add(person)
        return {place: len(people) for place, people in found.items() if place}
