"""The same models on a server one day: every statement of every test compiles for it."""

from uuid import UUID

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.schema import CreateIndex, CreateTable

from coordinator.casework.desk import Desk
from coordinator.db.models import Person, Table
from tests import postgres


def test_every_table_and_index_can_be_made_there() -> None:
    server = PGDialect_psycopg()  # type: ignore[no-untyped-call]
    for table in Table.metadata.sorted_tables:
        made = str(CreateTable(table).compile(dialect=server))
        assert "BLOB" not in made
        for index in table.indexes:
            assert "CREATE" in str(CreateIndex(index).compile(dialect=server))
    assert "id UUID NOT NULL" in str(
        CreateTable(Person.metadata.tables["person"]).compile(dialect=server)
    )


def test_the_tests_compile_what_they_run_for_the_server(desk: Desk) -> None:
    assert event.contains(Engine, "before_execute", postgres._compile_too)
    with desk.read() as look:
        assert look.people.count() == 0


def test_a_statement_only_one_engine_knows_is_noticed() -> None:
    fields = {"id": UUID(int=1), "reference": "KP-1"}
    only_here = sqlite.insert(Person).values(fields).on_conflict_do_nothing()
    with pytest.raises(postgres.NotForPostgresError):
        postgres.check_statement(only_here)
    postgres.check_statement(select(Person))
