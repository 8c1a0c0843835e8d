"""The questions asked of users, drafts and saved mappings."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator.db.models import AgencyPassword, ColumnMapping, Draft, Professional, User
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.roles import Role


class Local:
    """What belongs to this store alone, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def users(self) -> Sequence[User]:
        """Give everybody who may open the store, in the order they were added."""
        query = select(User).where(User.removed_at.is_(None)).order_by(User.added_at, User.id)
        return list(self._session.scalars(query))

    def user(self, user_id: UUID) -> User:
        """Give one user.

        Raises:
            MissingRecordError: No such user, or removed.
        """
        user = self._session.get(User, user_id)
        if user is None or user.removed_at is not None:
            raise MissingRecordError(what="user", key=str(user_id))
        return user

    def user_of_slot(self, slot: str) -> User | None:
        """Give whose key slot this is."""
        query = select(User).where(User.slot == slot, User.removed_at.is_(None))
        return self._session.scalars(query).first()

    def first_user(self) -> User | None:
        """Give the coordinator who was added first, else whoever was."""
        users = sorted(self.users(), key=lambda user: user.role is not Role.COORDINATOR)
        return users[0] if users else None

    def agency_of(self, user: User) -> UUID | None:
        """Give the agency a user works for."""
        query = select(Professional.agency_id).where(Professional.id == user.professional_id)
        return self._session.scalars(query).first()

    def agency_passwords(self) -> Sequence[AgencyPassword]:
        """Give the passwords agencies' papers are locked with."""
        return list(self._session.scalars(select(AgencyPassword)))

    def agency_password(self, agency: UUID) -> AgencyPassword | None:
        """Give the password one agency's papers are locked with."""
        return self._session.get(AgencyPassword, agency)

    def draft(self, form: str, record: UUID, user: UUID) -> Draft | None:
        """Give what somebody was typing in a form."""
        return self._session.get(Draft, (form, record, user))

    def drafts(self, user: UUID) -> Sequence[Draft]:
        """List what somebody was typing, the latest first."""
        query = select(Draft).where(Draft.user == user).order_by(Draft.typed_at.desc())
        return list(self._session.scalars(query))

    def mapping(self, name: str) -> ColumnMapping | None:
        """Give a saved mapping of columns by its name."""
        return self._session.get(ColumnMapping, name)

    def keep_mapping(self, name: str, target: str, body: str, *, saved_at: datetime) -> None:
        """Keep a mapping under a name; one of the same name goes."""
        self._session.merge(ColumnMapping(name=name, target=target, body=body, saved_at=saved_at))

    def mappings(self) -> Sequence[ColumnMapping]:
        """List the saved mappings by name."""
        return list(self._session.scalars(select(ColumnMapping).order_by(ColumnMapping.name)))
