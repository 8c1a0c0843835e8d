"""What was sent and taken, and whom it was about."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from coordinator.db.journal import change_ids
from coordinator.db.models import Act, Granted, PackMade, PackTaken
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.merging.changes import ChangeId


class PackLog:
    """Questions about packs made and taken here."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def accepted_from(self, contact: str) -> frozenset[ChangeId]:
        """Give every change that was ever taken over from a contact, erased since or not."""
        query = select(Act.changes).join(PackTaken, PackTaken.act == Act.id)
        rows = self._session.scalars(query.where(PackTaken.contact_id == contact))
        return frozenset(one for joined in rows for one in change_ids(joined))

    def taken(self, pack: str) -> PackTaken | None:
        """Give what is kept of a pack that was taken."""
        return self._session.get(PackTaken, pack)

    def is_numbered_as_another(self, contact: str, seq: int, pack: str) -> bool:
        """Whether another hand-back of a contact bore that number: no store gives one twice."""
        alike = (PackTaken.contact_id == contact, PackTaken.seq == seq, PackTaken.pack != pack)
        is_back = PackTaken.kind == PackKind.HAND_BACK.value
        query = select(PackTaken.pack).where(*alike, is_back).limit(1)
        return self._session.scalar(query) is not None

    def all_taken(self) -> Sequence[PackTaken]:
        """List the packs taken, newest first."""
        return list(self._session.scalars(select(PackTaken).order_by(PackTaken.taken_at.desc())))

    def all_made(self) -> Sequence[PackMade]:
        """List the packs made, newest first."""
        return list(self._session.scalars(select(PackMade).order_by(PackMade.made_at.desc())))

    def made_for(self, contact: str) -> Sequence[PackMade]:
        """List the packs made for a contact, newest first."""
        query = select(PackMade).where(PackMade.contact_id == contact)
        return list(self._session.scalars(query.order_by(PackMade.seq.desc())))

    def replacing(self, contents: Collection[str]) -> Mapping[str, Sequence[PackMade]]:
        """Give, for packs by what is in them, the newer ones of their kind for the same contact.

        The next one first; those that are the newest themselves are left out.
        """
        older, newer = aliased(PackMade), aliased(PackMade)
        query = (
            select(older.sha256, newer)
            .join(newer, (newer.contact_id == older.contact_id) & (newer.kind == older.kind))
            .where(older.sha256.in_(contents), newer.seq > older.seq)
            .order_by(newer.seq)
        )
        found: dict[str, list[PackMade]] = {}
        for content, made in self._session.execute(query):
            found.setdefault(content, []).append(made)
        return found

    def given(self, contact: str) -> PackMade | None:
        """Give the newest pack made for a contact here that was to be worked with."""
        made = self.made_for(contact)
        return next((one for one in made if one.kind != PackKind.HAND_BACK.value), None)

    def lent_to(self, contact: str) -> frozenset[UUID]:
        """Name the people of others that a contact was lent, and has still."""
        return frozenset(
            one.person_id for one in self.granted(contact) if one.lent and one.until is None
        )

    def granted(self, contact: str) -> Sequence[Granted]:
        """List whom a contact was given, those whose time ended too."""
        query = select(Granted).where(Granted.contact_id == contact)
        return list(self._session.scalars(query.order_by(Granted.person_id)))
