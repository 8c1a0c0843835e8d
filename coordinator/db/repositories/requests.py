"""The questions asked of requests for information and their replies."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator.db.models import InformationReply, InformationRequest


class Requests:
    """Requests for information inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_meeting(self, meeting: UUID) -> Sequence[InformationRequest]:
        """List which agencies were asked for a meeting, by their name that day."""
        query = select(InformationRequest).where(InformationRequest.meeting_id == meeting)
        return list(
            self._session.scalars(
                query.order_by(InformationRequest.agency, InformationRequest.agency_id)
            )
        )

    def asked(self) -> Sequence[tuple[UUID, UUID]]:
        """List every meeting with every agency that was asked for it, the newest first."""
        query = select(InformationRequest.meeting_id, InformationRequest.agency_id)
        rows = self._session.execute(query.order_by(InformationRequest.id.desc()))
        return [(meeting, agency) for meeting, agency in rows]

    def replies(
        self, meeting: UUID, people: Collection[UUID] | None = None
    ) -> Sequence[InformationReply]:
        """List whom agencies were asked about for a meeting, with what came back.

        Args:
            meeting: For which.
            people: These alone; everybody when nothing.
        """
        query = select(InformationReply).where(InformationReply.meeting_id == meeting)
        found = self._session.scalars(query.order_by(InformationReply.id))
        return [one for one in found if people is None or one.person_id in people]
