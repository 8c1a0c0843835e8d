"""The questions asked of the ledger: requests, what went out and came back, allocations."""

from collections.abc import Collection, Sequence
from datetime import date
from inspect import get_annotations
from typing import cast
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import BudgetAllocation, BudgetEntry, BudgetLine
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.money.ledger import Entry, Line
from coordinator.domain.money.rules import GRANTED
from coordinator.domain.states import BudgetStatus

_NEWEST = (BudgetLine.asked_on.desc(), BudgetLine.id.desc())


class MoneyLedger:
    """Requests, entries and allocations, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lines_of(self, people: Collection[UUID]) -> Sequence[BudgetLine]:
        """List the requests for these people, the newest first."""
        query = select(BudgetLine).order_by(*_NEWEST)
        return [
            one
            for some in in_pieces(people)
            for one in self._session.scalars(query.where(BudgetLine.person_id.in_(some)))
        ]

    def lines(self) -> Sequence[BudgetLine]:
        """List every request, the newest first."""
        return self._session.scalars(select(BudgetLine).order_by(*_NEWEST)).all()

    def is_anything(self) -> bool:
        """Whether any money was ever asked for or given."""
        session = self._session
        return any(
            session.scalar(select(model.id).limit(1)) is not None
            for model in (BudgetLine, BudgetAllocation)
        )

    def waiting(self) -> Sequence[BudgetLine]:
        """List the requests nothing was said to yet, the one that has waited longest first."""
        query = select(BudgetLine).where(BudgetLine.status == BudgetStatus.ASKED)
        return self._session.scalars(query.order_by(BudgetLine.asked_on, BudgetLine.id)).all()

    def decided_at(self, meeting: UUID) -> Sequence[BudgetLine]:
        """List the requests a meeting decided last."""
        query = select(BudgetLine).where(BudgetLine.meeting_id == meeting)
        return self._session.scalars(query.order_by(BudgetLine.id)).all()

    def count_open(self, person: UUID) -> int:
        """Count the requests for somebody that nothing was said to yet, or that can be spent."""
        query = select(func.count()).where(
            BudgetLine.person_id == person,
            BudgetLine.status.in_({BudgetStatus.ASKED, *GRANTED}),
        )
        return self._session.scalar(query) or 0

    def entries(self, lines: Collection[UUID]) -> Sequence[BudgetEntry]:
        """List what went out and came back on these requests, the oldest first."""
        query = select(BudgetEntry).order_by(BudgetEntry.happened_on, BudgetEntry.id)
        return [
            one
            for some in in_pieces(lines)
            for one in self._session.scalars(query.where(BudgetEntry.line_id.in_(some)))
        ]

    def ledger(self) -> tuple[Sequence[Line], Sequence[Entry]]:
        """Give every request, the newest first, and all that went out or came back, for sums.

        Only what sums need is read: the words of requests stay where they are.
        """
        lines = select(*(getattr(BudgetLine, name) for name in get_annotations(Line)))
        entries = select(*(getattr(BudgetEntry, name) for name in get_annotations(Entry)))
        return (
            cast("Sequence[Line]", self._session.execute(lines.order_by(*_NEWEST)).all()),
            cast("Sequence[Entry]", self._session.execute(entries).all()),
        )

    def allocations(self) -> Sequence[BudgetAllocation]:
        """List what the panel was given, the newest period first; what was taken back too."""
        query = select(BudgetAllocation).order_by(
            BudgetAllocation.from_on.desc(), BudgetAllocation.funding, BudgetAllocation.id
        )
        return self._session.scalars(query).all()

    def in_figures(self, first: date, last: date) -> Sequence[BudgetLine]:
        """List the requests asked, decided or paid on between two days, and those under way.

        Both days are included. What was settled before is left where it is.
        """
        paid = select(BudgetEntry.line_id).where(BudgetEntry.happened_on.between(first, last))
        query = select(BudgetLine).where(
            or_(
                BudgetLine.status.in_(GRANTED),
                BudgetLine.asked_on.between(first, last),
                BudgetLine.decided_on.between(first, last),
                BudgetLine.id.in_(paid),
            )
        )
        return self._session.scalars(query.order_by(BudgetLine.asked_on, BudgetLine.id)).all()
