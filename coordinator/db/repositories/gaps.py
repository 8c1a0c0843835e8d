"""The questions asked of gaps: the register, who is affected, what feeds them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator.db.holding_back import WHATEVER
from coordinator.db.models import Act, Barrier, Gap, GapBarrier, Person
from coordinator.db.repositories.pieces import in_pieces, mark_of_store
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.states import GapStatus


class Gaps:
    """Gaps inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def next_number(self, year: int) -> str:
        """Give the number after the highest of a year: `G26-007`; none is ever given again."""
        prefix = f"G{year % 100:02d}{mark_of_store(self._session)}-"
        numbers = select(Gap.number).where(Gap.number.startswith(prefix))
        found = self._session.scalars(numbers, execution_options={"with_removed": True})
        endings = (number.removeprefix(prefix) for number in found)
        highest = max((int(ending) for ending in endings if ending.isdigit()), default=0)
        return f"{prefix}{highest + 1:03d}"

    def listed(
        self, statuses: Collection[GapStatus], themes: Collection[GapTheme] = ()
    ) -> Sequence[Gap]:
        """List gaps, the longest known first."""
        query = select(Gap).where(Gap.status.in_(statuses))
        if themes:
            query = query.where(Gap.theme.in_(themes))
        return self._session.scalars(query.order_by(Gap.first_raised_on, Gap.number)).all()

    def people(self, gaps: Collection[UUID]) -> Mapping[UUID, int]:
        """Count whose barriers feed each gap: everybody once, only who is still on file.

        What is held back counts like the rest: a gap says how many, never who.
        """
        counts: dict[UUID, int] = {}
        for some in in_pieces(gaps):
            query = (
                select(GapBarrier.gap_id, func.count(Barrier.person_id.distinct()))
                .join(Barrier, Barrier.id == GapBarrier.barrier_id)
                .join(Person, Person.id == Barrier.person_id)
                .where(GapBarrier.gap_id.in_(some))
                .group_by(GapBarrier.gap_id)
            )
            rows = self._session.execute(query, execution_options=WHATEVER)
            counts |= {row[0]: row[1] for row in rows}
        return counts

    def feeding(self, gap: UUID) -> Sequence[tuple[GapBarrier, Barrier]]:
        """Give what feeds a gap, the oldest link first."""
        query = (
            select(GapBarrier, Barrier)
            .join(Barrier, Barrier.id == GapBarrier.barrier_id)
            .where(GapBarrier.gap_id == gap)
            .order_by(GapBarrier.linked_on, GapBarrier.id)
        )
        return [(link, barrier) for link, barrier in self._session.execute(query)]

    def link(self, gap: UUID, barrier: UUID) -> GapBarrier | None:
        """Give the link between a gap and a barrier, while it stands."""
        query = select(GapBarrier).where(
            GapBarrier.gap_id == gap, GapBarrier.barrier_id == barrier
        )
        return self._session.scalars(query).first()

    def of_barriers(self, barriers: Collection[UUID]) -> Mapping[UUID, Gap]:
        """Give the newest gap each of these barriers feeds."""
        found: dict[UUID, Gap] = {}
        for some in in_pieces(barriers):
            query = (
                select(GapBarrier.barrier_id, Gap)
                .join(Gap, Gap.id == GapBarrier.gap_id)
                .where(GapBarrier.barrier_id.in_(some))
                .order_by(Gap.first_raised_on, Gap.number)
            )
            found |= {row[0]: row[1] for row in self._session.execute(query)}
        return found

    def acts_since(self, gaps: Collection[UUID], since: datetime) -> Mapping[UUID, frozenset[str]]:
        """Give what was done to each gap from a moment on, by the names of the acts."""
        found: dict[UUID, frozenset[str]] = {}
        for some in in_pieces(gaps):
            query = select(Act.record, Act.name).where(Act.record.in_(some), Act.at >= since)
            for gap, name in self._session.execute(query):
                if gap is None:  # blanked with somebody who was erased
                    continue
                found[gap] = found.get(gap, frozenset()) | {name}
        return found
