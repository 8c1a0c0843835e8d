"""Compiles every statement that any test runs for PostgreSQL as well.

The same models are to run on a shared server one day; a construct that only SQLite knows shows in
the test that first runs it, and not years later.
"""

from typing import Any

from sqlalchemy import ClauseElement, Connection, Engine, TextClause, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.exc import CompileError

_SERVER = PGDialect_psycopg()  # type: ignore[no-untyped-call]
_seen: set[object] = set()


class NotForPostgresError(AssertionError):
    """A statement that PostgreSQL would not understand."""


def check_statement(statement: ClauseElement) -> None:
    """Compile one statement; each shape once."""
    key = statement._generate_cache_key()
    shape = key.key if key else None
    if shape is not None and shape in _seen:
        return
    try:
        statement.compile(dialect=_SERVER)
    except (CompileError, AttributeError) as error:  # another engine's construct has no such parts
        raise NotForPostgresError(str(statement)) from error
    if shape is not None:
        _seen.add(shape)


@event.listens_for(Engine, "before_execute")
def _compile_too(_connection: Connection, statement: Any, *_rest: Any) -> None:
    # Plain text is DDL or a pragma of the modules that know their engine.
    if isinstance(statement, ClauseElement) and not isinstance(statement, TextClause):
        check_statement(statement)
