"""What a store away from the panel remembers of itself, besides what its packs brought."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from coordinator.db.models import AwayPersonRow, Confirmed
from coordinator.db.repositories.own_numbers import OwnNumbers
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

    def keep_people(self, rows: Collection[AwayPersonRow]) -> None:
        """Write down who went along, and nobody else."""
        self._session.execute(delete(AwayPersonRow))
        self._session.add_all(rows)

    def numbers(self) -> Mapping[str, int]:
        """Give the highest numbers that were given in this store, by how they begin."""
        return OwnNumbers(self._session).given()
