"""What is held on a person with 2,000 entries, beside a plain read and pages in naive Platypus."""

import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from coordinator.casework.access.reading import read_access_request
from coordinator.casework.access.requests import begin_access_request
from coordinator.casework.desk import Desk, Sitter
from coordinator.db.migrating import make_database
from coordinator.db.models import Contact
from coordinator.db.store import Store
from coordinator.domain.access.rules import NewAccessRequest
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.roles import Right, Role
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.access import access_model
from tests.benchmarks.measuring import Row, compare
from tests.benchmarks.naive_papers import naive_entries
from tests.casework.entries_on_file import a_person, case_of
from tests.stores import COORDINATOR, COUNCIL, NOON, NURSE, TODAY, Clock, furnish, keyspec

_ENTRIES = 2_000
_SAID = "Came by herself, stayed for an hour and would like to see the nurse again on Friday."
_PLAIN = "plain SQLite, every row as text"
_NAIVE = "plain SQLite and naive Platypus, same content"


@dataclass(frozen=True, slots=True)
class _Made:
    desk: Desk
    person: UUID
    request: UUID
    plain: sqlite3.Connection


def rows() -> list[Row]:
    """Ours reads an encrypted store, judges each entry, tags its pages; the limit does not."""
    with _made() as made:
        return [
            compare(
                f"everything about one person, {_ENTRIES:,} entries",
                lambda: read_access_request(made.desk, made.request),
                lambda: _plain_read(made),
                limit_is=_PLAIN,
                rounds=3,
            ),
            compare(
                f"what is held on a person, {_ENTRIES:,} entries, as PDF",
                lambda: lay_out(PaperKind.ACCESS, access_model(made.desk, made.person)),
                lambda: naive_entries("What is held about you", _plain_read(made)),
                limit_is=_NAIVE,
                rounds=2,
            ),
        ]


@contextmanager
def _made() -> Iterator[_Made]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "panel.db"
        make_database(path, keyspec)
        store = Store(path, keyspec)
        furnish(store)
        sitter = Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL)
        desk = Desk(store, sitter, now=Clock(), random=random.Random(1).randbytes)
        person = a_person(desk)
        _fill(desk, person)
        request = begin_access_request(desk, person, NewAccessRequest(TODAY, "Herself")).result
        plain = _plain(Path(folder) / "plain.db")
        yield _Made(desk, person, request, plain)
        plain.close()
        store.close()


def _fill(desk: Desk, person: UUID) -> None:
    case = case_of(desk, person)
    with desk.act(Right.LOG_CONTACTS) as tx:
        for at in range(_ENTRIES):
            when = NOON - timedelta(hours=at)
            tx.add(
                Contact(
                    id=desk.new_id(),
                    person_id=person,
                    case_id=case,
                    at=when,
                    recorded_at=when,
                    worker_id=NURSE,
                    contact_type=ContactType.STREET,
                    result=ContactResult.MET_ENGAGED,
                    place="The harbour",
                    note=f"{_SAID} {at}",
                )
            )
        tx.journal("test.arranged", scope=person)


def _plain(path: Path) -> sqlite3.Connection:
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE contact (at TEXT, worker TEXT, how TEXT, place TEXT, note TEXT)")
    days = ((NOON - timedelta(hours=at)).isoformat() for at in range(_ENTRIES))
    plain.executemany(
        "INSERT INTO contact VALUES (?, 'Kasia', 'On the street', 'The harbour', ?)",
        ((on, f"{_SAID} {at}") for at, on in enumerate(days)),
    )
    plain.commit()
    return plain


def _plain_read(made: _Made) -> list[tuple[str, ...]]:
    return made.plain.execute("SELECT * FROM contact ORDER BY at").fetchall()
