"""What every table shares, and how each kind is written in the change log.

A logged record says so itself: `log` is `Fields` (each field is a change of its own, `together`
names those that move as one) or `Whole` (append-only: one change for the row, a second one for
what only few may read). A column marked `derived` is worked out from others and never logged.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Boolean, Date, Integer, MetaData, Time, event
from sqlalchemy.orm import (
    DeclarativeBase,
    InstrumentedAttribute,
    Mapped,
    MappedColumn,
    declared_attr,
    mapped_column,
)

from coordinator.db.types import Id, Json, Moment, State, Words, tidied
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


@dataclass(frozen=True, slots=True)
class Fields:
    """Each field is logged on its own; `together` lists those that are one change.

    The first group of most kinds is what a record is about: said once, when it is made.
    """

    together: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Whole:
    """Append-only: the row is one change, its `restricted` fields another."""

    restricted: tuple[str, ...] = ()


class Table(DeclarativeBase):
    """Root of every table."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Id,
        datetime: Moment,
        date: Date,
        time: Time,
        str: Words,
        int: Integer,
        bool: Boolean,
        list[str]: Json,
        dict[str, Any]: Json,
    }


@event.listens_for(Table, "attribute_instrument", propagate=True)
def _tidy_when_set(_model: type, _name: str, attribute: InstrumentedAttribute[Any]) -> None:
    """Tidy text as soon as it is given: row, log, journal and search words then say the same."""
    columns = getattr(attribute.property, "columns", ())
    if columns and isinstance(columns[0].type, Words | Json):
        event.listen(attribute, "set", _tidied, retval=True)


def _tidied(_record: Table, value: Any, _before: Any, _origin: Any) -> Any:
    return tidied(value)


class Record(Table):
    """Root of every logged table. Reads leave out what was removed, without being asked."""

    __abstract__ = True
    kind: ClassVar[RecordKind]
    log: ClassVar[Fields | Whole] = Fields()
    constraints: ClassVar[tuple[Any, ...]] = ()

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-3)
    revision: Mapped[int] = mapped_column(sort_order=-2)
    removed: Mapped[bool] = mapped_column(default=False, sort_order=-1)

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:  # noqa: N805 - SQLAlchemy's names
        """Add the constraints; cluster rows by their id, which sorts by time of making."""
        return (*cls.constraints, {"sqlite_with_rowid": False})

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy's names
        """Count every write, so that a stale one is refused."""
        return {"version_id_col": cls.revision}


def derived(**options: Any) -> MappedColumn[Any]:
    """Make a column that is worked out from others and therefore never logged."""
    return mapped_column(info={"derived": True}, **options)


def added_words() -> MappedColumn[str]:
    """Make a column of words that rows made before it have none of."""
    return mapped_column(default="", server_default="")


def guarded() -> MappedColumn[Sensitivity]:
    """Make the column that says how far an entry may travel; rows made before it are standard."""
    return mapped_column(
        State(Sensitivity),
        default=Sensitivity.STANDARD,
        server_default=Sensitivity.STANDARD.value,
    )
