"""The questions asked of our own keys and of the contacts packs are exchanged with."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator.db.models import (
    AwayInfo,
    ContactRow,
    OwnIdentity,
    PackTaken,
    Professional,
    RosterRow,
    SealingSecret,
)


class ContactCards:
    """Who we are to others, whom we know, and what was listed of it, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def away(self) -> AwayInfo | None:
        """Give what an away store knows of its panel; nothing in a panel's own store."""
        return self._session.get(AwayInfo, 1)

    def own(self) -> OwnIdentity | None:
        """Give who this install is to others."""
        return self._session.get(OwnIdentity, 1)

    def sealing_keys(self) -> Sequence[SealingSecret]:
        """Give the keys packs for us are or were sealed to, the newest first."""
        newest = select(SealingSecret).order_by(SealingSecret.number.desc())
        return list(self._session.scalars(newest))

    def contact(self, identity: str) -> ContactRow | None:
        """Give the contact of an identity."""
        return self._session.get(ContactRow, identity)

    def contacts(self) -> Sequence[ContactRow]:
        """List the contacts by agency and name."""
        query = select(ContactRow).order_by(ContactRow.agency, ContactRow.name, ContactRow.id)
        return list(self._session.scalars(query))

    def names_of(self, professionals: Collection[UUID]) -> dict[UUID, str]:
        """Give the names of professionals, whether they left or not."""
        query = select(Professional.id, Professional.name).where(
            Professional.id.in_(sorted(professionals))
        )
        return {row.id: row.name for row in self._session.execute(query)}

    def packs_taken(self) -> frozenset[str]:
        """Give the packs that were taken here."""
        return frozenset(self._session.scalars(select(PackTaken.pack)))

    def newest_roster(self, signer: str) -> RosterRow | None:
        """Give the newest list that an identity signed."""
        query = select(RosterRow).where(RosterRow.signer == signer)
        return self._session.scalars(query.order_by(RosterRow.number.desc()).limit(1)).first()

    def last_roster_number(self) -> int:
        """Give the highest number a list on file has; 0 when there is none."""
        return self._session.scalar(select(func.max(RosterRow.number))) or 0
