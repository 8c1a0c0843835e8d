"""The reads behind the screens: against the same statements and rows in plain SQLite.

The statements a read sends are caught and sent again, by hand, to a copy of the store without
encryption: what is left is the least any program could take for the same rows. The stores are
made once and kept under `build/bench`; `COORDINATOR_BENCH=county` measures on the smaller one.
"""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import psutil
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, event

from coordinator.casework.asking.reading import read_information_requests
from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.reading import next_meeting
from coordinator.casework.people.finding import find_everything
from coordinator.casework.person.pages import read_person
from coordinator.casework.stores.opening import DEMO_PASSPHRASE, Office, open_store
from coordinator.casework.week.this_week import read_this_week
from coordinator.db.engine import Access, connect
from coordinator.demo.making import make_demo
from coordinator.demo.volume import Size
from tests.benchmarks.measuring import Row, compare

_PLACE = Path("build/bench")
_SIZE = Size(os.environ.get("COORDINATOR_BENCH", "large"))
_SEED = 1
_DAY = date(2026, 11, 19)
_WORDS = ("to", "tom", "an", "harb", "visit ann", "07700", "SC-01")

Statement = tuple[str, Any]


def rows() -> Iterator[Row]:
    """Give the figures one by one."""
    office = _opened(_SIZE)
    small = _opened(Size.SMALL)
    plain = _plain_copy(office)
    try:
        for name, ours, theirs in zip(
            _READS, _reads(office.desk), _reads(small.desk), strict=True
        ):
            caught = _caught(ours)
            yield compare(name, ours, _replay(plain, caught), limit_is=f"plain SQLite, {_SIZE}")
            yield compare(f"{name}, growth", ours, theirs, limit_is="the same read on small")
        memory = psutil.Process().memory_info().rss / (1 << 20)
        yield Row("memory after all of it", memory, memory, "itself", "MB")
    finally:
        plain.close()
        office.close(back_up=False)
        small.close(back_up=False)


_READS = (
    "caseload, a page of 200",
    "person, opened",
    "this week",
    "agenda of the next meeting",
    "requests for information",
    "search, one keystroke",
)


def _reads(desk: Desk) -> tuple[Callable[[], object], ...]:
    chance = random.Random(5)
    people = [row.person for row in read_caseload(desk).rows]
    for person in people:
        read_person(desk, person)  # journalled once a sitting: from now on only read
    meeting = next_meeting(desk)
    return (
        lambda: read_caseload(desk),
        lambda: read_person(desk, chance.choice(people)),
        lambda: read_this_week(desk),
        lambda: read_agenda(desk, meeting.id) if meeting else None,
        lambda: read_information_requests(desk, meeting.id) if meeting else None,
        lambda: find_everything(desk, chance.choice(_WORDS)),
    )


def _opened(size: Size) -> Office:
    folder = _PLACE / f"{size}-{_SEED}"
    if not (folder / "keys.json").is_file():
        folder.parent.mkdir(parents=True, exist_ok=True)
        make_demo(folder, size, seed=_SEED, today=_DAY).close(back_up=False)
    office = open_store(folder, DEMO_PASSPHRASE)
    noon = datetime(_DAY.year, _DAY.month, _DAY.day, 12, tzinfo=UTC)
    office.desk = replace(office.desk, now=lambda: noon)
    return office


def _plain_copy(office: Office) -> Any:
    """Open a copy of the store without encryption; made-up people only."""
    path = _PLACE / f"{_SIZE}-{_SEED}-plain.db"
    if not path.exists():
        store = office.desk.store
        source = connect(Access(store.path, store.keyspec))
        source.execute("ATTACH DATABASE ? AS plain KEY ''", (str(path),))
        source.execute("SELECT sqlcipher_export('plain')")
        source.execute("DETACH DATABASE plain")
        source.close()
    return driver.connect(str(path), isolation_level=None)


@contextmanager
def _listening(caught: list[Statement]) -> Iterator[None]:
    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            caught.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _caught(read: Callable[[], object]) -> list[Statement]:
    caught: list[Statement] = []
    with _listening(caught):
        read()
    return caught


def _replay(plain: Any, statements: list[Statement]) -> Callable[[], object]:
    def again() -> None:
        for statement, parameters in statements:
            plain.execute(statement, _bound(parameters)).fetchall()

    return again


def _bound(parameters: Any) -> Any:
    if isinstance(parameters, dict):
        return {name: _value(value) for name, value in parameters.items()}
    return tuple(_value(value) for value in parameters)


def _value(value: Any) -> Any:
    return value.bytes if isinstance(value, UUID) else value
