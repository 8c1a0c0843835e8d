"""Counting a period for the report: by group, in a fixed number of statements.

Everything is counted as it stands when the report is made; what was changed since counts as
changed. People the reader must not be told about are in none of the counts.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from coordinator.db.models import Barrier, Case, Escalation, Gap, Need, Referral, ReportNote
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.accountability import Period
from coordinator.domain.lists.barriers import BarrierCategory, EscalationOutcome
from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.lists.reasons import CloseReason
from coordinator.domain.states import (
    CasePhase,
    CaseStatus,
    EscalationStatus,
    GapStatus,
    ReferralStatus,
)

_DAY = timedelta(days=1)
_HANDED_IN = tuple(one for one in ReferralStatus if one is not ReferralStatus.DRAFT)
"""Named one by one, here as elsewhere, the index over status and day is gone into for each."""


class Answered(NamedTuple):
    """One answer: what came back, when it was asked for and given, and by when it was wanted."""

    outcome: EscalationOutcome | None
    sent_on: date | None
    answered_on: date
    wanted_by: date | None


class NeedFound(NamedTuple):
    """What was found of one need on one day, as far as it is counted."""

    id: UUID
    person_id: UUID
    area: NeedDomain
    severity: NeedSeverity
    seen_on: date


class Reports:
    """The counts of a period, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open_on(self, day: date, hidden: Collection[UUID]) -> int:
        """Count the cases that were open when a day ended."""
        query = select(func.count()).select_from(Case).where(_open_on(day), _not(hidden, Case))
        return self._session.scalar(query) or 0

    def begun(self, period: Period, hidden: Collection[UUID]) -> tuple[int, int]:
        """Count the cases begun in a period: for the first time, and again."""
        again = Case.reopened_from_id.is_not(None)
        query = select(again, func.count()).where(
            Case.status.in_(tuple(CaseStatus)), _within(Case.opened_on, period), _not(hidden, Case)
        )
        found = {bool(key): count for key, count in self._session.execute(query.group_by(again))}
        return found.get(False, 0), found.get(True, 0)

    def closed(self, period: Period, hidden: Collection[UUID]) -> Mapping[CloseReason, int]:
        """Count the cases closed in a period by why."""
        wanted = (_within(Case.closed_on, period), _not(hidden, Case))
        return self._by(Case.close_reason, *wanted)

    def phases(self, day: date, hidden: Collection[UUID]) -> Mapping[CasePhase, int]:
        """Count the cases open when a day ended by where they are now."""
        return self._by(Case.phase, _open_on(day), _not(hidden, Case))

    def people_on(self, day: date, hidden: Collection[UUID]) -> Sequence[UUID]:
        """Name the people whose case was open when a day ended."""
        query = select(Case.person_id).where(_open_on(day), _not(hidden, Case))
        return self._session.scalars(query.order_by(Case.person_id)).all()

    def needs_of(self, people: Collection[UUID]) -> Sequence[NeedFound]:
        """Give what was ever found of the needs of these people."""
        query = select(*(getattr(Need, name) for name in NeedFound._fields))
        return [
            NeedFound._make(row)
            for some in in_pieces(people)
            for row in self._session.execute(query.where(Need.person_id.in_(some)))
        ]

    def referrals(self, period: Period, hidden: Collection[UUID]) -> Mapping[ReferralStatus, int]:
        """Count the referrals made in a period by what became of them."""
        made = and_(_within(Referral.referred_on, period), Referral.status.in_(_HANDED_IN))
        return self._by(Referral.status, made, _not(hidden, Referral))

    def barriers(self, period: Period, hidden: Collection[UUID]) -> Mapping[BarrierCategory, int]:
        """Count the people something was in the way of in a period, by what; some count twice."""
        stood = and_(
            Barrier.since <= period.until_on,
            or_(Barrier.settled_on.is_(None), Barrier.settled_on >= period.from_on),
        )
        query = (
            select(Barrier.category, func.count(Barrier.person_id.distinct()))
            .where(stood, Barrier.person_id.is_not(None), _not(hidden, Barrier))
            .group_by(Barrier.category)
        )
        return {what: people for what, people in self._session.execute(query) if what}

    def gaps(self, period: Period, aged_before: date) -> tuple[int, int, int, int]:
        """Count the gaps raised and closed in a period, standing at its end, and long standing."""
        end = period.until_on
        stands = and_(
            Gap.first_raised_on <= end, or_(Gap.closed_on.is_(None), Gap.closed_on > end)
        )
        counts = (
            _within(Gap.first_raised_on, period),
            and_(_within(Gap.closed_on, period), Gap.status == GapStatus.CLOSED),
            stands,
            and_(stands, Gap.first_raised_on < aged_before),
        )
        return tuple(self._session.execute(select(*map(_count, counts))).one())

    def escalations(self, period: Period, hidden: Collection[UUID]) -> tuple[int, int, int, int]:
        """Count what was sent in a period, closed unanswered, waited at its end, was overdue."""
        end = period.until_on
        waits = and_(
            Escalation.sent_on <= end,
            or_(Escalation.answered_on.is_(None), Escalation.answered_on > end),
            or_(Escalation.closed_on.is_(None), Escalation.closed_on > end),
            Escalation.status != EscalationStatus.DRAFT,
        )
        counts = (
            _within(Escalation.sent_on, period),
            and_(
                _within(Escalation.closed_on, period),
                Escalation.sent_on.is_not(None),
                Escalation.answered_on.is_(None),
            ),
            waits,
            and_(waits, Escalation.respond_by < end),
        )
        query = select(*map(_count, counts)).where(_not(hidden, Escalation))
        return tuple(self._session.execute(query).one())

    def answers(self, period: Period, hidden: Collection[UUID]) -> Sequence[Answered]:
        """Give what was answered in a period."""
        query = select(
            Escalation.outcome, Escalation.sent_on, Escalation.answered_on, Escalation.respond_by
        ).where(_within(Escalation.answered_on, period), _not(hidden, Escalation))
        return [Answered._make(row) for row in self._session.execute(query)]

    def notes(self, period: Period) -> Sequence[ReportNote]:
        """Give what was said beside the figures of just this period."""
        query = select(ReportNote).where(
            ReportNote.from_on == period.from_on, ReportNote.to_on == period.until_on
        )
        return self._session.scalars(query.order_by(ReportNote.section, ReportNote.id)).all()

    def said_for(self, most: int) -> Sequence[Period]:
        """Give the periods beside whose figures something is said, the last first."""
        query = (
            select(ReportNote.from_on, ReportNote.to_on)
            .where(ReportNote.text != "")
            .group_by(ReportNote.from_on, ReportNote.to_on)
            .order_by(ReportNote.to_on.desc(), ReportNote.from_on.desc())
        )
        return [Period(*row) for row in self._session.execute(query.limit(most))]

    def _by(
        self, column: InstrumentedAttribute[Any], *wanted: ColumnElement[bool]
    ) -> dict[Any, int]:
        query = select(column, func.count()).where(*wanted).group_by(column)
        return {key: count for key, count in self._session.execute(query) if key is not None}


def _open_on(day: date) -> ColumnElement[bool]:
    return and_(Case.opened_on <= day, or_(Case.closed_on.is_(None), Case.closed_on > day))


def _within(column: InstrumentedAttribute[Any], period: Period) -> ColumnElement[bool]:
    return column.between(period.from_on, period.until_on)


def _not(hidden: Collection[UUID], model: type[Any]) -> ColumnElement[bool]:
    return or_(model.person_id.is_(None), model.person_id.not_in(hidden))


def _count(wanted: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(wanted)
