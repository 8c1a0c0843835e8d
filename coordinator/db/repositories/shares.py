"""What the packs of an agency's actions, of a meeting and of the whole panel are about."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from coordinator.db.holding_back import WHATEVER
from coordinator.db.models import (
    Action,
    AgendaItem,
    Barrier,
    Escalation,
    EscalationEntry,
    Meeting,
    Person,
)
from coordinator.db.models.actions import ACTION_IS_OPEN
from coordinator.db.repositories.pieces import in_pieces, mark_of_store, successors
from coordinator.domain.directory.rules import family_of
from coordinator.domain.meetings.rules import TO_COME
from coordinator.domain.states import EscalationStatus

STILL_OPEN = frozenset(EscalationStatus) - {EscalationStatus.CLOSED}


class OwnedAction(NamedTuple):
    """An action, whom it is about, and which one it continues."""

    id: UUID
    person: UUID | None
    continues: UUID | None


class Shares:
    """Questions about what goes to whom, whatever of it they may read."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def mark(self) -> str:
        """What references given here carry; nothing in a panel's own store."""
        return mark_of_store(self._session)

    def everybody(self) -> frozenset[UUID]:
        """Give everybody on file."""
        return frozenset(self._session.scalars(select(Person.id)))

    def owned_by(self, agency: UUID, closed_since: date | None = None) -> Sequence[OwnedAction]:
        """Give the actions an agency owns, and those of agencies that merged into it.

        Args:
            agency: Whose.
            closed_since: Of those that are closed, from this day on; all of them without.
        """
        family = family_of(agency, successors(self._session))
        query = select(Action.id, Action.person_id, Action.continues_id)
        query = query.where(Action.owner_agency_id.in_(family)).execution_options(**WHATEVER)
        if closed_since is not None:
            query = query.where(or_(ACTION_IS_OPEN, Action.closed_on >= closed_since))
        return [OwnedAction(*row) for row in self._session.execute(query.order_by(Action.id))]

    def to_come(self, today: date) -> Sequence[Meeting]:
        """List the meetings to come, the next one first."""
        query = select(Meeting).where(Meeting.on >= today, Meeting.status.in_(TO_COME))
        return self._session.scalars(query.order_by(Meeting.on, Meeting.starts_at)).all()

    def listed_at(self, meeting: UUID) -> frozenset[UUID]:
        """Give whoever is on the agenda of a meeting."""
        query = select(AgendaItem.person_id).where(AgendaItem.meeting_id == meeting)
        rows = self._session.scalars(query, execution_options=WHATEVER)
        return frozenset(one for one in rows if one is not None)

    def due_by(self, day: date, but: Collection[UUID]) -> Mapping[UUID, frozenset[UUID]]:
        """Give the open actions due by a day and the open escalations, by whom they are about.

        Of an escalation what it is about goes with it, and what came before.

        Args:
            day: Of the meeting.
            but: People who are not asked about.
        """
        barriers = select(Escalation.barrier_id).where(Escalation.status.in_(STILL_OPEN))
        threads = Escalation.status.in_(STILL_OPEN) | Escalation.barrier_id.in_(barriers)
        asked = (
            select(Action.person_id, Action.id).where(ACTION_IS_OPEN, Action.due_on <= day),
            select(Escalation.person_id, Escalation.id).where(threads),
            select(Escalation.person_id, Escalation.effect_action_id).where(threads),
            select(Barrier.person_id, Barrier.id).where(Barrier.id.in_(barriers)),
            select(Barrier.person_id, Barrier.action_id).where(Barrier.id.in_(barriers)),
            select(EscalationEntry.person_id, EscalationEntry.id).where(
                EscalationEntry.escalation_id.in_(select(Escalation.id).where(threads))
            ),
        )
        found: dict[UUID, frozenset[UUID]] = {}
        for query in asked:
            for person, one in self._session.execute(query, execution_options=WHATEVER):
                if person is not None and one is not None and person not in but:
                    found[person] = found.get(person, frozenset()) | {one}
        return found

    def continued_by(self, actions: Iterable[UUID]) -> frozenset[UUID]:
        """Give the actions these continue, and those that they continue in turn."""
        found: set[UUID] = set()
        asked = set(actions)
        while asked:
            before: set[UUID] = set()
            for some in in_pieces(asked):
                query = select(Action.continues_id).where(
                    Action.id.in_(some), Action.continues_id.is_not(None)
                )
                rows = self._session.scalars(query, execution_options=WHATEVER)
                before.update(one for one in rows if one is not None)
            asked = before - found
            found |= before
        return frozenset(found)
