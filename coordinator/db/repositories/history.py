"""The questions asked of the change log and the journal."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, inspect, literal, select, tuple_
from sqlalchemy.orm import Session

from coordinator.db.changelog import current_changes, read_change
from coordinator.db.logging_rules import logged_fields, logged_value, value_of
from coordinator.db.merging import current_of
from coordinator.db.models import Act, Dispute, LoggedChange, Record, Replaced
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.merging.changes import Change, Value, canonical
from coordinator.domain.records.chain import START

_MANY = 500  # changes asked about at a time


class Moment(NamedTuple):
    """An act, when it was done and the number of its first change: where a page ends."""

    made: datetime
    number: int
    act: UUID


class History:
    """The change log and the journal inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def fields_changed_since(self, record: Record, revision: int) -> frozenset[str]:
        """Name the columns of a record whose value came after it had this revision.

        A value that merely met another one in a disagreement did not change.
        """
        model = type(record)
        columns = logged_fields(model)
        row = {a.key: logged_value(getattr(record, a.key)) for a in inspect(model).column_attrs}
        newest: dict[str, bool] = {}
        for change in self._session.scalars(current_changes([record.id])):
            shown = change.value == canonical(value_of(model, change.field, row))
            is_older = shown and change.revision <= revision
            newest[change.field] = newest.get(change.field, True) and not is_older
        return frozenset(
            column for field, is_new in newest.items() if is_new for column in columns[field]
        )

    def changes_of(self, record: UUID) -> list[Change]:
        """Give everything ever said about one record, as changes, oldest first."""
        return self._whole([row for row, _ in self.of_record(record)])

    def of_record(self, record: UUID) -> Sequence[tuple[LoggedChange, Act | None]]:
        """Give the changes of one record with the act each belongs to, oldest first.

        What was brought in from elsewhere belongs to an act of there: it is not in our journal.
        """
        query = (
            select(LoggedChange, Act)
            .join(Act, Act.id == LoggedChange.act, isouter=True)
            .where(LoggedChange.record == record)
            .order_by(LoggedChange.made, LoggedChange.install, LoggedChange.number)
        )
        return [(change, act) for change, act in self._session.execute(query)]

    def acts_in(self, scope: UUID, *, before: Moment | None, limit: int) -> Sequence[Moment]:
        """Give the newest acts that changed something of a person, or of the panel.

        Args:
            scope: Whose.
            before: Where the page before ended.
            limit: At most so many.
        """
        first = func.min(LoggedChange.number)  # in the order of writing within one moment
        columns = (LoggedChange.made, first, LoggedChange.act)
        query = (
            select(*columns)
            .where(LoggedChange.scope == scope)
            .group_by(LoggedChange.made, LoggedChange.act)
        )
        if before is not None:
            key = (
                literal(before.made, LoggedChange.made.type),
                before.number,
                literal(before.act, LoggedChange.act.type),
            )
            query = query.having(tuple_(*columns) < tuple_(*key))
        newest = query.order_by(*(one.desc() for one in columns)).limit(limit)
        return [Moment(*row) for row in self._session.execute(newest)]

    def changes_in(self, scope: UUID, acts: Collection[UUID]) -> list[Change]:
        """Give what these acts changed of a person, or of the panel, oldest first."""
        query = select(LoggedChange).where(LoggedChange.scope == scope, LoggedChange.act.in_(acts))
        order = (LoggedChange.made, LoggedChange.install, LoggedChange.number)
        return self._whole(self._session.scalars(query.order_by(*order)).all())

    def by_id(self, ids: Collection[bytes]) -> list[Change]:
        """Give changes by their ids, without what they replace; those not here are left out."""
        wanted = sorted(ids)
        found: list[Change] = []
        for start in range(0, len(wanted), _MANY):
            some = select(LoggedChange).where(LoggedChange.id.in_(wanted[start : start + _MANY]))
            found += (read_change(row, ()) for row in self._session.scalars(some))
        return found

    def current_of(self, records: Collection[UUID], fields: Collection[str] = ()) -> list[Change]:
        """Give what nothing replaces in some records, in all their fields or only these."""
        found: list[Change] = []
        for some in in_pieces(records):
            query = current_changes(some)
            if fields:
                query = query.where(LoggedChange.field.in_(fields))
            found += (read_change(row, ()) for row in self._session.scalars(query))
        return found

    def current_values(self, records: Collection[UUID], column: str) -> list[tuple[UUID, Value]]:
        """Give every current value of one column in the records that have it.

        Where the log keeps it with others in one change, it is taken out of that.
        """
        found = self.current_of(records, _fields_holding(column))
        values = ((change.record, _value_in(change, column)) for change in found)
        return [(record, value) for record, value in values if value is not None]

    def disputed_in(self, scope: UUID) -> list[tuple[UUID, str]]:
        """Name the fields of a person's records that have several current values."""
        query = select(Dispute.record, Dispute.field).where(Dispute.scope == scope)
        rows = self._session.execute(query.order_by(Dispute.record, Dispute.field))
        return [(record, field) for record, field in rows]

    def disputed(self) -> Sequence[Dispute]:
        """Give every field with several current values, by record and field."""
        query = select(Dispute).order_by(Dispute.scope, Dispute.record, Dispute.field)
        return list(self._session.scalars(query))

    def standing(self, records: Collection[UUID]) -> dict[UUID, list[Change]]:
        """Give what nothing replaces in some records, as far as it says something about them."""
        found: dict[UUID, list[Change]] = {}
        for some in in_pieces(records):
            found |= current_of(self._session, some)
        return found

    def named(self, acts: Collection[UUID]) -> dict[UUID, Act]:
        """Give the journal's entries of some acts; acts of elsewhere are left out."""
        found: dict[UUID, Act] = {}
        for some in in_pieces(acts):
            query = select(Act).where(Act.id.in_(some))
            found.update({act.id: act for act in self._session.scalars(query)})
        return found

    def head(self) -> tuple[int, bytes]:
        """Give number and hash of the journal's newest entry; 0 when there is none."""
        newest = select(Act.number, Act.hash).order_by(Act.number.desc()).limit(1)
        found = self._session.execute(newest).first()
        return (found[0], found[1]) if found else (0, START)

    def acts(self, *, scope: UUID | None = None, limit: int = 200) -> Sequence[Act]:
        """Give the newest entries of the journal, newest first; of one person when asked."""
        query = select(Act).order_by(Act.number.desc()).limit(limit)
        if scope is not None:
            query = query.where(Act.scope == scope)
        return list(self._session.scalars(query))

    def _whole(self, rows: Sequence[LoggedChange]) -> list[Change]:
        """Give rows back as changes, with what each replaces."""
        replaced: dict[bytes, list[bytes]] = {}
        ids = [row.id for row in rows]
        for start in range(0, len(ids), _MANY):
            pairs = select(Replaced.new, Replaced.old).where(
                Replaced.new.in_(ids[start : start + _MANY])
            )
            for new, old in self._session.execute(pairs):
                replaced.setdefault(new, []).append(old)
        return [read_change(row, tuple(sorted(replaced.get(row.id, ())))) for row in rows]


@cache
def _fields_holding(column: str) -> frozenset[str]:
    """Name the fields of the log, of any kind of record, that hold a column."""
    models = (mapper.class_ for mapper in Record.registry.mappers)
    return frozenset(
        name
        for model in models
        if issubclass(model, Record)
        for name, columns in logged_fields(model).items()
        if column in columns
    )


def _value_in(change: Change, column: str) -> Value:
    if isinstance(change.value, Mapping):
        return change.value.get(column)
    return change.value if change.field == column else None
