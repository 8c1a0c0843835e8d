"""What work that leaves and comes back asks of the log."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from coordinator.db.carrying import changes_by, changes_of, homes_of, scopes_in_log
from coordinator.db.models import (
    Action,
    AwayInfo,
    Disclosure,
    Fork,
    HeldBack,
    LoggedChange,
    Origin,
)
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.merging.changes import Change, ChangeId, RecordKey

_MANY = 500


class Away:
    """Questions about packs and the changes in them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def info(self) -> AwayInfo | None:
        """What this store is a part of; nothing in a panel's own."""
        return self._session.get(AwayInfo, 1)

    def changes_of(self, scope: UUID) -> list[Change]:
        """Give every change about one person, or the panel, in the order of writing."""
        return changes_of(self._session, scope)

    def changes_by(self, author: UUID) -> list[Change]:
        """Give every change somebody made, in the order of writing."""
        return changes_by(self._session, author)

    def ids_by(self, author: UUID) -> frozenset[ChangeId]:
        """Give the ids of every change somebody made."""
        wanted = select(LoggedChange.id).where(LoggedChange.author == author)
        return frozenset(self._session.scalars(wanted))

    def scopes(self) -> list[UUID]:
        """Give everybody, and the panel, of whom there is a change."""
        return scopes_in_log(self._session)

    def homes(self, records: Collection[UUID]) -> Mapping[UUID, RecordKey]:
        """Say whose records are and of which kind; those not on file are left out."""
        return homes_of(self._session, records)

    def known(self, ids: Collection[ChangeId]) -> frozenset[ChangeId]:
        """Give those of these changes that are in the log."""
        wanted = sorted(ids)
        found: set[ChangeId] = set()
        for start in range(0, len(wanted), _MANY):
            some = LoggedChange.id.in_(wanted[start : start + _MANY])
            found.update(self._session.scalars(select(LoggedChange.id).where(some)))
        return frozenset(found)

    def numbered(self, install: UUID) -> Mapping[int, ChangeId]:
        """Give the changes of one install by their numbers."""
        rows = select(LoggedChange.number, LoggedChange.id).where(LoggedChange.install == install)
        return {one.number: one.id for one in self._session.execute(rows)}

    def authors_of(self, installs: Collection[UUID]) -> Mapping[UUID, frozenset[UUID]]:
        """Say who wrote on each of these installs."""
        found: dict[UUID, frozenset[UUID]] = {}
        for some in in_pieces(installs):
            rows = select(Origin.install, Origin.author).where(Origin.install.in_(some)).distinct()
            for install, author in self._session.execute(rows):
                found[install] = found.get(install, frozenset()) | {author}
        return found

    def numbers_given(self, numbers: Collection[str]) -> Mapping[str, UUID]:
        """Say which actions and disclosures have these numbers, removed ones too."""
        found: dict[str, UUID] = {}
        for model in (Action, Disclosure):
            query = select(model.number, model.id).where(model.number.in_(sorted(numbers)))
            rows = self._session.execute(query, execution_options={"with_removed": True})
            found |= {one.number: one.id for one in rows}
        return found

    def papers_of(self, maker: UUID, ids: Collection[UUID]) -> frozenset[UUID]:
        """Give those of these ids that are disclosures somebody made themselves."""
        found: set[UUID] = set()
        for some in in_pieces(ids):
            query = select(Disclosure.id).where(
                Disclosure.id.in_(some), Disclosure.made_by_id == maker
            )
            found.update(self._session.scalars(query))
        return frozenset(found)

    def held(self, sender: UUID | None = None) -> Sequence[HeldBack]:
        """List what is held back, of one sender or all."""
        query = select(HeldBack).order_by(HeldBack.held_at, HeldBack.id)
        if sender is not None:
            query = query.where(HeldBack.sender == sender)
        return list(self._session.scalars(query))

    def held_one(self, change: ChangeId) -> HeldBack | None:
        """Give one change that is held back."""
        return self._session.get(HeldBack, change)

    def forks(self) -> Sequence[Fork]:
        """List the numbers two copies of one store both gave."""
        return list(self._session.scalars(select(Fork).order_by(Fork.install, Fork.number)))

    def keep_aside(self, sender: UUID, rows: Collection[HeldBack]) -> None:
        """Keep these changes of somebody aside, and no others of theirs."""
        self._session.execute(delete(HeldBack).where(HeldBack.sender == sender))
        self._session.add_all(rows)
