"""The questions asked of escalations and their threads."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import Barrier, Escalation, EscalationEntry
from coordinator.db.repositories.pieces import in_pieces, mark_of_store
from coordinator.domain.escalations.clock import AWAITING
from coordinator.domain.escalations.rules import STILL_OPEN, UNANSWERED
from coordinator.domain.escalations.views import EscalationFilter
from coordinator.domain.lists.barriers import EscalationTrack
from coordinator.domain.lists.escalations import EscalationStep
from coordinator.domain.states import BarrierStatus, EscalationStatus, Sensitivity

_STEPS = {step: place for place, step in enumerate(EscalationStep)}


class Awaited(NamedTuple):
    """How one open escalation stands, for counting."""

    status: EscalationStatus
    track: EscalationTrack
    respond_by: date | None


class Escalations:
    """Escalations inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def next_of_year(self, year: int) -> str:
        """Give the number after the highest of a year: `E26-014`; none is ever given again."""
        prefix = f"E{year % 100:02d}{mark_of_store(self._session)}-"
        query = (
            select(Escalation.number)
            .where(Escalation.number.startswith(prefix))
            .order_by(func.length(Escalation.number).desc(), Escalation.number.desc())
            .limit(1)
        )
        newest = self._session.scalar(query, execution_options={"with_removed": True}) or ""
        ending = newest.removeprefix(prefix)
        return f"{prefix}{(int(ending) if ending.isdigit() else 0) + 1:03d}"

    def find(self, wanted: EscalationFilter) -> Sequence[Escalation]:
        """Give escalations in the order of the day to answer, those without one last."""
        query = select(Escalation).where(*_conditions(wanted))
        days = (Escalation.respond_by.is_(None), Escalation.respond_by, Escalation.id)
        return self._session.scalars(query.order_by(*days)).all()

    def of_barriers(self, barriers: Collection[UUID]) -> Sequence[Escalation]:
        """Give every escalation of these barriers, first raised first."""
        found: list[Escalation] = []
        for some in in_pieces(barriers):
            query = select(Escalation).where(Escalation.barrier_id.in_(some))
            found += self._session.scalars(query.order_by(Escalation.id))
        return found

    def agreed_at(self, meeting: UUID, people: Collection[UUID]) -> Sequence[Escalation]:
        """Give those of these people that a meeting agreed on, by number."""
        found: list[Escalation] = []
        for some in in_pieces(people):
            query = select(Escalation).where(
                Escalation.person_id.in_(some), Escalation.meeting_id == meeting
            )
            found += self._session.scalars(query)
        return sorted(found, key=lambda one: (one.number, one.id))

    def kin_of(self, one: Escalation) -> Sequence[Escalation]:
        """Give those that may be of one chain with an escalation, first raised first."""
        same = (
            Escalation.person_id == one.person_id
            if one.barrier_id is None
            else Escalation.barrier_id == one.barrier_id
        )
        query = select(Escalation).where(same, Escalation.track == one.track)
        return self._session.scalars(query.order_by(Escalation.id)).all()

    def thread(self, escalation: UUID) -> Sequence[EscalationEntry]:
        """Give the entries of a thread as they were written."""
        query = select(EscalationEntry).where(EscalationEntry.escalation_id == escalation)
        return sorted(self._session.scalars(query), key=_as_written)

    def answered(self) -> Sequence[Escalation]:
        """Give those whose answer has come and is not worked into the plan yet."""
        query = select(Escalation).where(Escalation.status == EscalationStatus.ANSWERED)
        return self._session.scalars(query.order_by(Escalation.answered_on, Escalation.id)).all()

    def late_on(self, on: date) -> Sequence[Escalation]:
        """Give those whose answer was asked for before a day and has not come."""
        query = select(Escalation).where(
            Escalation.status.in_(AWAITING), Escalation.respond_by < on
        )
        return self._session.scalars(query.order_by(Escalation.respond_by, Escalation.id)).all()

    def awaited(
        self, hidden: Collection[UUID], may_have: Collection[Sensitivity]
    ) -> Sequence[Awaited]:
        """List how the open ones stand.

        Args:
            hidden: People the reader must not be told about.
            may_have: How sensitive what the reader may have can be.
        """
        query = select(Escalation.status, Escalation.track, Escalation.respond_by).where(
            Escalation.status.in_(STILL_OPEN),
            Escalation.sensitivity.in_(may_have),
            or_(Escalation.person_id.is_(None), Escalation.person_id.not_in(hidden)),
        )
        return [Awaited(*row) for row in self._session.execute(query)]

    def asked_of(self, receiver: UUID, hidden: Collection[UUID]) -> int:
        """Count what waits for somebody's answer, or was drafted to them."""
        query = (
            select(func.count())
            .select_from(Escalation)
            .where(
                Escalation.receiver_id == receiver,
                Escalation.status.in_(UNANSWERED),
                or_(Escalation.person_id.is_(None), Escalation.person_id.not_in(hidden)),
            )
        )
        return self._session.scalar(query) or 0

    def unanswered_of(self, person: UUID) -> int:
        """Count what a person's case may not close over.

        That is what asks for an answer, unless its barrier has become a gap, and every barrier
        that is to be escalated and about which nobody has been asked.
        """
        asking = (
            select(func.count())
            .select_from(Escalation)
            .outerjoin(Barrier, Barrier.id == Escalation.barrier_id)
            .where(
                Escalation.person_id == person,
                Escalation.status.in_(UNANSWERED),
                or_(Barrier.id.is_(None), Barrier.status != BarrierStatus.GAP),
            )
        )
        marked = (
            select(func.count())
            .select_from(Barrier)
            .where(
                Barrier.person_id == person,
                Barrier.status == BarrierStatus.ESCALATED,
                ~_has_escalation(),
            )
        )
        return (self._session.scalar(asking) or 0) + (self._session.scalar(marked) or 0)


def _as_written(entry: EscalationEntry) -> tuple[datetime, int, UUID]:
    """Order by the moment; of one moment, in the order an escalation goes."""
    return (entry.recorded_at, _STEPS[entry.step], entry.id)


def _has_escalation() -> ColumnElement[bool]:
    return (
        exists()
        .where(and_(Escalation.barrier_id == Barrier.id, Escalation.removed.is_(False)))
        .correlate(Barrier)
    )


def _conditions(wanted: EscalationFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.open_only:
        found.append(Escalation.status.in_(STILL_OPEN))
    for column, value in (
        (Escalation.person_id, wanted.person_id),
        (Escalation.barrier_id, wanted.barrier_id),
        (Escalation.track, wanted.track),
        (Escalation.meeting_id, wanted.meeting_id),
    ):
        if value is not None:
            found.append(column == value)
    return found
