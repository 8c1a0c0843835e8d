"""What steps are made of, on both engines. Frozen: no step may change meaning."""

from contextlib import AbstractContextManager
from typing import Any

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations
from sqlalchemy.dialects import postgresql

ID = sa.LargeBinary().with_variant(sa.Uuid(), "postgresql")
MOMENT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(postgresql.JSONB(), "postgresql")


def index(table: str, *columns: str) -> None:
    """Make an index of its own for each of these columns."""
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def make_table(name: str, *parts: sa.Column[Any]) -> None:
    """Make a table of records; a column that says its parent is tied to it."""
    parents = [
        sa.ForeignKeyConstraint(
            [part.name], [f"{part.info['parent']}.id"], name=op.f(f"fk_{name}_{part.name}")
        )
        for part in parts
        if "parent" in part.info
    ]
    op.create_table(
        name,
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        *parts,
        *parents,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )


def rebuilt(table: str) -> AbstractContextManager[BatchOperations]:
    """Open a table that has to be rebuilt: a column with a parent cannot be added in place."""
    return op.batch_alter_table(
        table, recreate="always", table_kwargs={"sqlite_with_rowid": False}
    )


def added(name: str, value: str = "") -> sa.Column[Any]:
    """Give a column of words that every older row has a value for."""
    return sa.Column(name, sa.Text(), nullable=False, server_default=value)


def words(name: str, *, maybe: bool = False) -> sa.Column[Any]:
    """Give a column of words, or of one of a list."""
    return sa.Column(name, sa.Text(), nullable=maybe)


def several(name: str) -> sa.Column[Any]:
    """Give a column of several words."""
    return sa.Column(name, JSON, nullable=False)


def day(name: str, *, maybe: bool = False) -> sa.Column[Any]:
    """Give a column of days."""
    return sa.Column(name, sa.Date(), nullable=maybe)


def number(name: str) -> sa.Column[Any]:
    """Give a column of whole numbers."""
    return sa.Column(name, sa.Integer(), nullable=False)


def maybe_number(name: str) -> sa.Column[Any]:
    """Give a column of whole numbers that may be empty."""
    return sa.Column(name, sa.Integer(), nullable=True)


def flag(name: str) -> sa.Column[Any]:
    """Give a column of yes or no."""
    return sa.Column(name, sa.Boolean(), nullable=False)


def added_flag(name: str) -> sa.Column[Any]:
    """Give a column of yes or no that is *no* in every older row."""
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def parent(name: str, table: str, *, maybe: bool = False) -> sa.Column[Any]:
    """Give a column that ties a record to another; see `make_table`."""
    return sa.Column(name, ID, nullable=maybe, info={"parent": table})
