"""What stands beside the tables: what keeps the log append-only, and the search index."""

from sqlalchemy import Connection, text

from coordinator.db.search import INDEX_DDL

SCHEMA_NUMBER = 9
"""Of the newest migration step; kept in the file as `user_version`."""

_KEEP = "CREATE TRIGGER {name} BEFORE {event} ON {table} BEGIN SELECT raise(ABORT, '{name}'); END"

GUARDS = (
    _KEEP.format(name="change_is_kept", event="DELETE", table="change_row"),
    _KEEP.format(name="change_is_final", event="UPDATE", table="change_row"),
    _KEEP.format(name="origin_is_kept", event="DELETE", table="origin"),
    _KEEP.format(
        name="origin_is_final", event="UPDATE OF act, author, install, made", table="origin"
    ),
    _KEEP.format(name="scope_is_final", event="UPDATE", table="scope"),
    _KEEP.format(name="field_name_is_final", event="UPDATE", table="field_name"),
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
        event="UPDATE OF plan_id, number, agreed_on, content, restricted_content, fingerprint",
        table="plan_version",
    ),
)


LOG_VIEW = """CREATE VIEW change AS
SELECT r.key, r.id, s.id AS scope, r.record, f.kind, f.field, r.value, o.author, o.install,
r.number, o.made, o.act, r.salt, r.revision
FROM change_row r
JOIN scope s ON s.key = r.scope_key
JOIN field_name f ON f.key = r.name_key
JOIN origin o ON o.key = r.origin_key"""
"""The log as everybody reads it."""


def drop_guards(connection: Connection) -> None:
    """Drop the view and every trigger, so that steps may rebuild tables; the index stays."""
    connection.execute(text("DROP VIEW IF EXISTS change"))
    named = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for name in connection.scalars(named).all():
        connection.execute(text(f'DROP TRIGGER "{name}"'))


def make_guards(connection: Connection) -> None:
    """Make the view, the triggers, and the search index where there is none yet."""
    for statement in (LOG_VIEW, *GUARDS):
        connection.execute(text(statement))
    has_index = text("SELECT count(*) FROM sqlite_master WHERE name = 'search_index'")
    for statement in INDEX_DDL:
        if "TRIGGER" in statement or not connection.scalar(has_index):
            connection.execute(text(statement))
