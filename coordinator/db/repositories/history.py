"""The questions asked of the change log and the journal."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator.db.changelog import read_change
from coordinator.db.logging_rules import logged_fields
from coordinator.db.models import Act, LoggedChange, Record, Replaced
from coordinator.domain.merging.changes import Change


class History:
    """The change log and the journal inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def fields_changed_since(self, record: Record, revision: int) -> frozenset[str]:
        """Name the columns of a record that were written after it had this revision."""
        query = select(LoggedChange.field).where(
            LoggedChange.record == record.id, LoggedChange.revision > revision
        )
        columns = logged_fields(type(record))
        return frozenset(
            column for field in self._session.scalars(query) for column in columns[field]
        )

    def changes_of(self, record: UUID) -> list[Change]:
        """Give everything ever said about one record, as changes, oldest first."""
        rows = [row for row, _ in self.of_record(record)]
        replaced: dict[bytes, list[bytes]] = {}
        pairs = select(Replaced.new, Replaced.old).where(Replaced.new.in_([r.id for r in rows]))
        for new, old in self._session.execute(pairs):
            replaced.setdefault(new, []).append(old)
        return [read_change(row, tuple(sorted(replaced.get(row.id, ())))) for row in rows]

    def of_record(self, record: UUID) -> Sequence[tuple[LoggedChange, Act]]:
        """Give the changes of one record with the act each belongs to, oldest first."""
        return self._joined(LoggedChange.record == record)

    def of_scope(self, scope: UUID, *, limit: int = 500) -> Sequence[tuple[LoggedChange, Act]]:
        """Give the newest changes of a person (or of the panel), oldest of them first."""
        newest = (
            select(LoggedChange, Act)
            .join(Act, Act.id == LoggedChange.act)
            .where(LoggedChange.scope == scope)
            .order_by(Act.number.desc(), LoggedChange.number.desc())
            .limit(limit)
        )
        return [(change, act) for change, act in self._session.execute(newest)][::-1]

    def acts(self, *, scope: UUID | None = None, limit: int = 200) -> Sequence[Act]:
        """Give the newest entries of the journal, newest first; of one person when asked."""
        query = select(Act).order_by(Act.number.desc()).limit(limit)
        if scope is not None:
            query = query.where(Act.scope == scope)
        return list(self._session.scalars(query))

    def _joined(self, condition: object) -> Sequence[tuple[LoggedChange, Act]]:
        query = (
            select(LoggedChange, Act)
            .join(Act, Act.id == LoggedChange.act)
            .where(condition)  # type: ignore[arg-type]
            .order_by(Act.number, LoggedChange.number)
        )
        return [(change, act) for change, act in self._session.execute(query)]
