"""One act with its log, opening, bringing changes in: against plain SQLite doing the least."""

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.db.checking import all_changes
from coordinator.db.migrating import make_database
from coordinator.db.store import Store
from coordinator.domain.roles import Right, Role
from tests.benchmarks.measuring import Row, compare, timed
from tests.stores import COORDINATOR, COUNCIL, furnish, keyspec

_MERGED = 10_000


def rows() -> Iterator[Row]:
    """Give the figures one by one; everything happens in a folder that goes again."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        desk = _desk(place / "panel.db")
        with closing(_plain(place / "plain.db")) as plain:
            yield _one_act(desk, plain)
            yield _opening(desk, place / "plain.db")
            yield _merging(desk, plain, place)
        desk.store.close()


def _desk(path: Path) -> Desk:
    make_database(path, keyspec)
    store = Store(path, keyspec)
    furnish(store)
    return Desk(store, Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL))


def _plain(path: Path) -> sqlite3.Connection:
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("PRAGMA journal_mode=WAL")
    plain.execute("PRAGMA synchronous=FULL")
    plain.execute("CREATE TABLE person (id BLOB PRIMARY KEY, given_name TEXT, phone TEXT)")
    plain.execute(
        "CREATE TABLE change (id BLOB PRIMARY KEY, record BLOB, field TEXT, value TEXT, act BLOB)"
    )
    return plain


def _one_act(desk: Desk, plain: sqlite3.Connection) -> Row:
    """A correction with its log, journal and search words, against one durable UPDATE."""
    person = register_person(desk, given_name="Made", family_name="Up").result
    plain.execute("INSERT INTO person VALUES (?, 'Made', '')", (person.bytes,))
    numbers = iter(range(10_000_000))

    def ours() -> None:
        number = next(numbers)
        with desk.read() as look:
            from coordinator.db.models import Person

            seen = look.get(Person, person).revision
        correct_person(desk, person, seen=seen, phone=f"01632 960{number % 1000:03d}")

    def limit() -> None:
        plain.execute(
            "UPDATE person SET phone = ? WHERE id = ?", (str(next(numbers)), person.bytes)
        )

    return compare("one act, committed", ours, limit, limit_is="one durable UPDATE, plain SQLite")


def _opening(desk: Desk, plain: Path) -> Row:
    """Opening a store whose key is known, up to its first answer."""
    path = desk.store.path

    def ours() -> None:
        store = Store(path, keyspec)
        with store.reading() as look:
            look.people.count()
        store.close()

    def limit() -> None:
        with closing(sqlite3.connect(plain)) as connection:
            connection.execute("SELECT count(*) FROM person").fetchone()

    return compare("opening, key known", ours, limit, limit_is="opening plain SQLite")


def _merging(desk: Desk, plain: sqlite3.Connection, place: Path) -> Row:
    """Ten thousand changes into a store that has none of them."""
    there = place / "away.db"
    desk.store.close()
    shutil.copy(desk.store.path, there)
    away = replace(desk, store=Store(there, keyspec), random=random.Random(5).randbytes)
    _write_many(away)
    with away.store.reading() as look:
        changes = [c for page in all_changes(look.session) for _, c in page if c.install.int == 99]
    away.store.close()

    def ours() -> None:
        with desk.act(Right.SETTLE) as tx:
            tx.bring_in(changes)
            tx.journal("changes.brought_in")

    def limit() -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.executemany(
            "INSERT INTO change VALUES (?, ?, ?, ?, ?)",
            [(c.id, c.record.bytes, c.field, str(c.value), c.act.bytes) for c in changes],
        )
        plain.execute("COMMIT")

    return Row(
        "bringing in 10,000 changes", timed(ours), timed(limit), "10,000 INSERTs, plain SQLite"
    )


def _write_many(desk: Desk) -> None:
    from coordinator.db.models import Person

    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.info.install_id = UUID(int=99)
        for number in range(_MERGED // 4 + 1):
            tx.add(
                Person(
                    id=desk.new_id(),
                    reference=f"BM-{number:05d}",
                    given_name=f"Made {number}",
                    family_name="Up",
                    phone="01632 960001",
                )
            )
        tx.journal("people.imported")
