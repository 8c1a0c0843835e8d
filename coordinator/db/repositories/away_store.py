"""What a store away from the panel remembers of itself, besides what its packs brought."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from coordinator.db.models import (
    AwayInfo,
    AwayPersonRow,
    Confirmed,
    LoggedChange,
    Person,
    StoreInfo,
)
from coordinator.db.repositories.own_numbers import OwnNumbers
from coordinator.domain.exchange.chair_grants import CHAIR
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.merging.changes import ChangeId


class AwayStore:
    """What came home, who went along, how far the numbers given here went."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def confirmed(self) -> frozenset[ChangeId]:
        """Give our own changes that the panel says it has."""
        return frozenset(self._session.scalars(select(Confirmed.change_id)))

    def confirm(self, ids: Collection[ChangeId]) -> None:
        """Note which of our own changes the panel has, and no others."""
        self._session.execute(delete(Confirmed))
        if ids:
            rows = [{"change_id": one} for one in sorted(ids)]
            self._session.connection().execute(insert(Confirmed), rows)

    def people(self) -> Sequence[AwayPersonRow]:
        """List who went along, with what of them stayed at the panel."""
        return list(self._session.scalars(select(AwayPersonRow).order_by(AwayPersonRow.person_id)))

    def in_part(self, people: Collection[UUID] | None = None) -> frozenset[UUID]:
        """Give those of whom there is no more here than who they are, and what is due.

        That nothing else is on file here says nothing about them. With an agency's actions that is
        everybody, with a copy for a meeting whoever was not on its agenda.

        Args:
            people: Who is asked about; everybody on file where nobody is named.
        """
        info = self._session.get(AwayInfo, 1)
        kind = info.kind if info is not None else ""
        if kind not in {PackKind.AGENCY_ACTIONS, PackKind.MEETING_COPY}:
            return frozenset()
        asked = self._session.scalars(select(Person.id)) if people is None else people
        return frozenset(asked) - (self._whole() if kind == PackKind.MEETING_COPY else frozenset())

    def _whole(self) -> frozenset[UUID]:
        """Give everybody of whom the panel sent more than goes of whoever is not on an agenda."""
        own = self._session.scalars(select(StoreInfo.install_id)).one()
        place = (LoggedChange.scope, LoggedChange.kind, LoggedChange.field)
        sent = self._session.execute(select(*place).where(LoggedChange.install != own).distinct())
        return frozenset(
            scope for scope, kind, field in sent if not CHAIR.goes_in_part(kind, field)
        )

    def keep_people(self, rows: Collection[AwayPersonRow]) -> None:
        """Write down who went along, and nobody else."""
        self._session.execute(delete(AwayPersonRow))
        self._session.add_all(rows)

    def numbers(self) -> Mapping[str, int]:
        """Give the highest numbers that were given in this store, by how they begin."""
        return OwnNumbers(self._session).given()
