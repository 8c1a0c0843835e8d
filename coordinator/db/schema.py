"""What stands beside the tables: what keeps the log append-only, and the search index."""

from sqlalchemy import Connection, text

from coordinator.db.models import Table
from coordinator.db.search import make_index

SCHEMA_NUMBER = 1
"""Of the newest migration step; kept in the file as `user_version`."""

_KEEP = "CREATE TRIGGER {name} BEFORE {event} ON {table} BEGIN SELECT raise(ABORT, '{name}'); END"

GUARDS = (
    _KEEP.format(name="change_is_kept", event="DELETE", table='"change"'),
    _KEEP.format(name="change_is_final", event="UPDATE", table='"change"'),
    _KEEP.format(name="replaced_is_kept", event="DELETE", table="replaced"),
    _KEEP.format(name="replaced_is_final", event="UPDATE", table="replaced"),
    _KEEP.format(name="act_is_kept", event="DELETE", table="act"),
    _KEEP.format(
        name="act_is_final",
        event="UPDATE OF number, id, at, actor, name, changes, erases, content, hash",
        table="act",
    ),
    _KEEP.format(
        name="plan_version_is_final",
        event="UPDATE OF plan_id, number, agreed_on, content, fingerprint",
        table="plan_version",
    ),
)


def make_tables(connection: Connection) -> None:
    """Make every table with its indexes, as the models have them today."""
    Table.metadata.create_all(connection)


def make_guards(connection: Connection) -> None:
    """Make the triggers and the search index; a migration drops and makes them again."""
    for statement in GUARDS:
        connection.execute(text(statement))
    make_index(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_NUMBER}")
