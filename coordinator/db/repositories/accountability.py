"""Counting what agencies brought: how they came, what became of their actions and offers.

Everything is counted by the database, by group: a fixed number of statements whatever is on file.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import (
    Action,
    Agency,
    Barrier,
    Escalation,
    Meeting,
    Offer,
    Presence,
)
from coordinator.db.models.actions import ACTION_IS_OPEN
from coordinator.domain.accountability import Period
from coordinator.domain.actions.rules import STILL_OPEN
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import Attendance, MeetingType
from coordinator.domain.lists.plans import SAFETY_KINDS, ActionKind
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.meetings.rules import OVER
from coordinator.domain.states import ActionStatus, EscalationStatus, MeetingStatus, OfferStatus

_S = ActionStatus
_NEUTRAL = (_S.NOT_NEEDED, _S.DECLINED, _S.TRANSFERRED)
_HELD = tuple(OVER - {MeetingStatus.CANCELLED})
_SEATED = tuple(one for one in MeetingType if kind_of(one).fills_seats)
"""Only where every seat is expected does a seat that stayed empty say anything."""

_BEST_FIRST = (
    Attendance.PRESENT,
    Attendance.SUBSTITUTE,
    Attendance.PART,
    Attendance.APOLOGIES_INFORMED,
    Attendance.APOLOGIES,
    Attendance.ABSENT,
    None,
    Attendance.NOT_REQUIRED,
    Attendance.VACANT,
)
_UNDER_WAY = tuple(one for one in EscalationStatus if one is not EscalationStatus.CLOSED)
_OWNER = case((Action.owner_agency_id.is_not(None), Action.owner_agency_id))
"""Said so, the days choose the index; grouped by the bare column, every action would be read."""

_GUESTS = (Attendance.OBSERVER, Attendance.PERSON_PRESENT)


class SeatFilled(NamedTuple):
    """At how many meetings an agency, under this name, was there in this way at best."""

    agency: UUID | None
    name: str
    result: Attendance | None
    meetings: int


class ActionCount(NamedTuple):
    """An agency's actions of a period; the parts of `due` and two counts beside them."""

    agency: UUID
    set: int
    due: int
    on_time: int
    late: int
    not_done: int
    could_not: int
    neutral: int
    past: int
    open: int
    moved: int
    on_time_moved: int


class OfferCount(NamedTuple):
    """An agency's offers of a period."""

    agency: UUID
    made: int
    delivered: int
    withdrawn: int


class DueAction(NamedTuple):
    """One action that was due, as far as a promise is judged by it."""

    kind: ActionKind
    status: ActionStatus
    set_on: date
    due_on: date
    done_on: date | None


class AgencyCounts:
    """What agencies brought, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def meetings_held(self, period: Period) -> int:
        """Count the meetings at which every seat was expected."""
        query = select(func.count()).select_from(Meeting).where(*_held_in(period))
        return self._session.scalar(query) or 0

    def seats_filled(self, period: Period) -> Sequence[SeatFilled]:
        """Count by agency and by how its best seat was filled; each meeting once."""
        order = {result: place for place, result in enumerate(_BEST_FIRST) if result}
        place = case(order, value=Presence.result, else_=_BEST_FIRST.index(None))
        best = (
            select(
                Presence.agency_id.label("agency"),
                func.max(Presence.agency).label("name"),
                func.min(place).label("best"),
            )
            .join(Meeting, Meeting.id == Presence.meeting_id)
            .where(
                *_held_in(period),
                Presence.agency_id.is_not(None),
                or_(Presence.result.is_(None), Presence.result.not_in(_GUESTS)),
            )
            .group_by(Presence.meeting_id, Presence.agency_id)
            .subquery()
        )
        query = select(best.c.agency, best.c.name, best.c.best, func.count()).group_by(
            best.c.agency, best.c.name, best.c.best
        )
        rows = self._session.execute(query.order_by(best.c.agency, best.c.name, best.c.best))
        return [
            SeatFilled(agency, name, _BEST_FIRST[at], count) for agency, name, at, count in rows
        ]

    def actions(
        self, period: Period, overdue_before: date, hidden: Collection[UUID]
    ) -> Sequence[ActionCount]:
        """Count the actions set or due in a period by the agency that owns them.

        An action is never due before the day it was set, so that those due from the first day on
        hold both: the index over the due date finds them.

        Args:
            period: Which days.
            overdue_before: The day before which an open action had to be due to be overdue now.
            hidden: People the reader must not be told about.
        """
        was_set = Action.set_on.between(period.from_on, period.until_on)
        was_due = Action.due_on.between(period.from_on, period.until_on)
        done, is_open = Action.status == _S.DONE, Action.status.in_(STILL_OPEN)
        in_time = and_(done, func.coalesce(Action.done_on, Action.closed_on) <= Action.due_on)
        past = and_(is_open, Action.due_on < overdue_before)
        counts = (
            _count(was_set),
            _count(was_due),
            _count(was_due, in_time),
            _count(was_due, done) - _count(was_due, in_time),
            _count(was_due, Action.status == _S.NOT_DONE),
            _count(was_due, Action.status == _S.COULD_NOT),
            _count(was_due, Action.status.in_(_NEUTRAL)),
            _count(was_due, past),
            _count(was_due, is_open) - _count(was_due, past),
            _count(was_due, Action.due_on > Action.original_due_on),
            _count(was_due, in_time, Action.done_on > Action.original_due_on),
        )
        query = (
            select(_OWNER, *counts)
            .where(Action.due_on >= period.from_on, or_(was_due, was_set), _not_about(hidden))
            .group_by(_OWNER)
        )
        rows = self._session.execute(query)
        return [ActionCount._make(row) for row in rows if row[0] is not None]

    def offers(
        self, made: tuple[UUID, UUID], period: Period, hidden: Collection[UUID]
    ) -> Sequence[OfferCount]:
        """Count the offers made or settled in a period by agency.

        Args:
            made: The first id of the period and the first one after it: an id says when its
                record was made, and an older offer has no other day.
            period: For when one was made, kept or given up.
            hidden: People the reader must not be told about.
        """
        was_filed = and_(Offer.id >= made[0], Offer.id < made[1])
        was_made = or_(
            Offer.offered_on.between(period.from_on, period.until_on),
            and_(Offer.offered_on.is_(None), was_filed),
        )
        settled = Offer.settled_on.between(period.from_on, period.until_on)
        query = (
            select(
                Offer.agency_id,
                _count(was_made),
                _count(settled, Offer.status == OfferStatus.DELIVERED),
                _count(settled, Offer.status == OfferStatus.WITHDRAWN),
            )
            .where(or_(was_made, settled), _not_about_offer(hidden))
            .group_by(Offer.agency_id)
        )
        return [OfferCount._make(row) for row in self._session.execute(query)]

    def agencies(self) -> Sequence[Agency]:
        """List every agency by name, those that are no more among them."""
        return list(self._session.scalars(select(Agency).order_by(Agency.name, Agency.id)))

    def long_past(self, before: date | None, safety_before: date) -> Sequence[Action]:
        """Give the open actions that may have to be proposed to the chair, by due date.

        Args:
            before: Due before this day, of any kind; nothing while no meeting went by.
            safety_before: Due before this day, of a kind that keeps somebody safe.
        """
        late = [and_(Action.due_on < safety_before, Action.action_kind.in_(SAFETY_KINDS))]
        if before is not None:
            late.append(Action.due_on < before)
        query = select(Action).where(ACTION_IS_OPEN, Action.due_on < safety_before, or_(*late))
        return list(self._session.scalars(query.order_by(Action.due_on, Action.id)))

    def not_done_since(self, day: date, hidden: Collection[UUID]) -> Sequence[tuple[UUID, int]]:
        """Count what was said to be *not done* since a day, by agency."""
        query = (
            select(_OWNER, func.count())
            .where(Action.closed_on >= day, Action.status == _S.NOT_DONE, _not_about(hidden))
            .group_by(_OWNER)
        )
        rows = self._session.execute(query)
        return [(agency, count) for agency, count in rows if agency is not None]

    def days_not_done(self, agency: UUID, since: date, hidden: Collection[UUID]) -> Sequence[date]:
        """List the days on which an agency said *not done*, first one first."""
        query = select(Action.closed_on).where(
            Action.owner_agency_id == agency,
            Action.closed_on >= since,
            Action.status == _S.NOT_DONE,
            _not_about(hidden),
        )
        days = self._session.scalars(query.order_by(Action.closed_on))
        return [one for one in days if one is not None]

    def asked_about_not_acting(self, agency: UUID) -> UUID | None:
        """Find what an agency is asked already about what it does not do."""
        return self._session.scalar(
            select(Escalation.id)
            .join(Barrier, Escalation.barrier_id == Barrier.id)
            .where(
                Barrier.agency_id == agency,
                Barrier.category == BarrierCategory.AGENCY_NOT_ACTING,
                Escalation.status.in_(_UNDER_WAY),
            )
            .order_by(Escalation.id.desc())
            .limit(1)
        )

    def raised(self) -> Sequence[tuple[UUID | None, UUID | None, bool]]:
        """List what is with somebody already: action, agency, whether it is about not acting."""
        query = (
            select(Barrier.action_id, Barrier.agency_id, Barrier.category)
            .join(Escalation, Escalation.barrier_id == Barrier.id)
            .where(Escalation.status.in_(_UNDER_WAY))
        )
        return [
            (action, agency, category is BarrierCategory.AGENCY_NOT_ACTING)
            for action, agency, category in self._session.execute(query)
        ]

    def due_of(
        self, agency: UUID, period: Period, hidden: Collection[UUID]
    ) -> Sequence[DueAction]:
        """Give what one agency had due in a period, as far as it counts for or against it."""
        query = select(
            Action.action_kind, Action.status, Action.set_on, Action.due_on, Action.done_on
        ).where(
            Action.due_on.between(period.from_on, period.until_on),
            Action.owner_agency_id == agency,
            Action.status.in_((_S.DONE, _S.NOT_DONE, *STILL_OPEN)),
            _not_about(hidden),
        )
        return [DueAction._make(row) for row in self._session.execute(query)]


def _held_in(period: Period) -> tuple[ColumnElement[bool], ...]:
    return (
        Meeting.on.between(period.from_on, period.until_on),
        Meeting.status.in_(_HELD),
        Meeting.meeting_type.in_(_SEATED),
    )


def _count(*wanted: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((and_(*wanted), 1), else_=0))


def _not_about(hidden: Collection[UUID]) -> ColumnElement[bool]:
    return or_(Action.person_id.is_(None), Action.person_id.not_in(hidden))


def _not_about_offer(hidden: Collection[UUID]) -> ColumnElement[bool]:
    return Offer.person_id.not_in(hidden)
