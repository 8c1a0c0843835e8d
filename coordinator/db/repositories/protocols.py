"""The questions asked of disengagement protocols and their steps."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from coordinator.db.models import Contact, Person, Protocol, ProtocolStep
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.cases.protocols import BACK_IN_TOUCH
from coordinator.domain.states import ProtocolStatus


class Protocols:
    """Protocols inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def running_of(self, person: UUID) -> Protocol | None:
        """Give the protocol under way for a person, when there is one."""
        query = select(Protocol).where(
            Protocol.person_id == person, Protocol.status == ProtocolStatus.RUNNING
        )
        return self._session.scalars(query.order_by(Protocol.id)).first()

    def running(self) -> Sequence[Protocol]:
        """List every protocol under way, the one begun first before the others."""
        query = select(Protocol).where(Protocol.status == ProtocolStatus.RUNNING)
        return list(self._session.scalars(query.order_by(Protocol.started_on, Protocol.id)))

    def steps_of(self, protocols: Collection[UUID]) -> Sequence[ProtocolStep]:
        """List the steps of some protocols, each in its order."""
        query = select(ProtocolStep).order_by(ProtocolStep.rank, ProtocolStep.id)
        return [
            step
            for some in in_pieces(protocols)
            for step in self._session.scalars(query.where(ProtocolStep.protocol_id.in_(some)))
        ]

    def is_completed(self, case: UUID) -> bool:
        """Whether every step of a protocol was done for a case."""
        done = exists().where(
            Protocol.case_id == case,
            Protocol.status == ProtocolStatus.COMPLETED,
            Protocol.removed.is_(False),
        )
        return bool(self._session.scalar(select(done)))

    def reviews(self, cases: Collection[UUID]) -> Mapping[UUID, date]:
        """Give the day the panel looks at each running protocol of these cases: its last step."""
        query = (
            select(Protocol.case_id, func.max(ProtocolStep.due_on))
            .join(ProtocolStep, ProtocolStep.protocol_id == Protocol.id)
            .where(
                Protocol.status == ProtocolStatus.RUNNING,
                Protocol.removed.is_(False),
                ProtocolStep.removed.is_(False),
            )
            .group_by(Protocol.case_id)
        )
        wanted = set(cases)
        rows = self._session.execute(query)
        return {case: on for case, on in rows if case in wanted}

    def back_in_touch(self, people: Collection[UUID]) -> Mapping[UUID, datetime]:
        """Give when each of these people last took part in a contact; those never are left out."""
        last = (
            select(Contact.at)
            .where(
                Contact.person_id == Person.id,
                Contact.result.in_(BACK_IN_TOUCH),
                Contact.removed.is_(False),
            )
            .order_by(Contact.at.desc())
            .limit(1)
            .scalar_subquery()
        )
        found: dict[UUID, datetime | None] = {}
        for some in in_pieces(people):
            query = select(Person.id, last).where(Person.id.in_(some))
            found.update((person, at) for person, at in self._session.execute(query))
        return {person: at for person, at in found.items() if at is not None}
