"""The questions asked of plans, goals, offers and versions."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.holding_back import WHATEVER
from coordinator.db.models import Action, Goal, Offer, Plan, PlanVersion, Risk, Strength
from coordinator.db.repositories.pieces import in_pieces
from coordinator.db.uniqueness import only_one
from coordinator.domain.states import PlanStatus, Sensitivity


class Plans:
    """Plans, goals, offers and versions inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def begin(self, plan: Plan) -> Plan:
        """Keep a new plan; the database holds that one is live for each person.

        Raises:
            DuplicateRecordError: `live-plan`.
        """
        self._session.add(plan)
        with only_one("live-plan"):
            self._session.flush()
        return plan

    def live_of(self, person: UUID) -> Plan | None:
        """Give the live plan of a person, when there is one.

        One of which something says two things lives on all the same; where two were begun at once,
        it is the one that was not put aside.
        """
        query = select(Plan).where(Plan.person_id == person, Plan.status != PlanStatus.ENDED)
        return self._session.scalars(query.order_by(Plan.disputed, Plan.id)).first()

    def live_of_many(self, people: Collection[UUID]) -> Mapping[UUID, Plan]:
        """Give the live plan of each of these people who has one."""
        found: dict[UUID, Plan] = {}
        for some in in_pieces(people):
            query = select(Plan).where(Plan.person_id.in_(some), Plan.status != PlanStatus.ENDED)
            for plan in self._session.scalars(query.order_by(Plan.disputed, Plan.id)):
                found.setdefault(plan.person_id, plan)
        return found

    def people_with_plan(self) -> Sequence[UUID]:
        """List everybody with a live plan, in the order the plans were begun."""
        query = select(Plan.person_id).where(Plan.status != PlanStatus.ENDED)
        return list(dict.fromkeys(self._session.scalars(query.order_by(Plan.id))))

    def ended_last(self, person: UUID) -> Plan | None:
        """Give the newest of a person's plans that have ended."""
        query = select(Plan).where(Plan.person_id == person, Plan.status == PlanStatus.ENDED)
        return self._session.scalars(query.order_by(Plan.id.desc())).first()

    def goals_of(self, plan: UUID) -> Sequence[Goal]:
        """Give the goals of a plan, in the order of their making; the plan knows its own order."""
        query = select(Goal).where(Goal.plan_id == plan).order_by(Goal.id)
        return self._session.scalars(query).all()

    def offers_to(self, person: UUID, case: UUID) -> Sequence[Offer]:
        """Give what agencies offered a person in one case, oldest first."""
        query = select(Offer).where(
            Offer.person_id == person, or_(Offer.case_id == case, Offer.case_id.is_(None))
        )
        return self._session.scalars(query.order_by(Offer.id)).all()

    def offered_at(self, meeting: UUID) -> Sequence[Offer]:
        """Give what agencies offered at a meeting, in the order they did."""
        query = select(Offer).where(Offer.meeting_id == meeting)
        return self._session.scalars(query.order_by(Offer.id)).all()

    def versions_of(self, person: UUID) -> Sequence[PlanVersion]:
        """Give every version a person's plans were agreed in, newest first."""
        query = select(PlanVersion).where(PlanVersion.person_id == person)
        newest = query.order_by(PlanVersion.agreed_on.desc(), PlanVersion.id.desc())
        return self._session.scalars(newest).all()

    def version(self, plan: UUID, number: int) -> PlanVersion | None:
        """Give one version of a plan by its number."""
        query = select(PlanVersion).where(
            PlanVersion.plan_id == plan, PlanVersion.number == number
        )
        return self._session.scalars(query).first()

    def last_version(self, plan: UUID) -> PlanVersion | None:
        """Give the version a plan was agreed in last."""
        query = select(PlanVersion).where(PlanVersion.plan_id == plan)
        return self._session.scalars(query.order_by(PlanVersion.number.desc())).first()

    def count_versions(self, plan: UUID) -> int:
        """Count how often a plan was agreed."""
        query = select(func.count()).select_from(PlanVersion)
        return self._session.scalar(query.where(PlanVersion.plan_id == plan)) or 0

    def held_back_since(self, lines: Collection[UUID]) -> frozenset[UUID]:
        """Give those of the lines of a version that not every reader may have by now.

        Also of what was removed: a version goes on telling of it.
        """
        whatever = {**WHATEVER, "with_removed": True}
        found: set[UUID] = set()
        for model in (Goal, Offer, Action, Risk, Strength):
            for some in in_pieces(lines):
                guarded = select(model.id).where(
                    model.id.in_(some), model.sensitivity != Sensitivity.STANDARD
                )
                found.update(self._session.scalars(guarded, execution_options=whatever))
        return frozenset(found)
