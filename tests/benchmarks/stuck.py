"""What is stuck, read on large: a day's outreach, the board of escalations, a year's figures.

Five hundred escalations and the sheet of the day are written through the acts into copies of the
kept stores, the same on both sizes. Each read stands against its own statements and rows in plain
SQLite, and against the same read on small.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as driver

from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.desk import Desk
from coordinator.casework.escalations.raising import raise_escalation
from coordinator.casework.escalations.reading import read_board
from coordinator.casework.escalations.sending import send_escalation
from coordinator.casework.outreach.reads import read_sheet
from coordinator.casework.outreach.sheets import make_sheet
from coordinator.casework.reports.accountability import read_accountability
from coordinator.casework.stores.opening import DEMO_PASSPHRASE, open_store
from coordinator.db.engine import Access, connect
from coordinator.demo.volume import Size
from coordinator.domain.accountability import Period
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.escalations.rules import NewEscalation
from coordinator.domain.lists.barriers import BarrierCategory
from tests.benchmarks import reads
from tests.benchmarks.measuring import Row, compare

_OPEN, _ON_SHEET = 500, 60
_LEFT_OUT = shutil.ignore_patterns("backups", "store.lock*")
_NAMES = (
    "outreach sheet, each person of it",
    f"board, {_OPEN} open",
    "figures by agency, a year",
)


def rows() -> Iterator[Row]:
    """Give the figures one by one."""
    with _worked_on(reads._SIZE) as (desk, sheet), _worked_on(Size.SMALL) as (other, few):
        plain = _plain_copy(desk)
        count = len(read_sheet(desk, sheet).lines)
        yield Row("people on the sheet", count, _ON_SHEET, "as many as asked for", "people")
        for name, ours, theirs in zip(
            _NAMES, _reads(desk, sheet), _reads(other, few), strict=True
        ):
            again = reads._replay(plain, reads._caught(ours))
            yield compare(name, ours, again, limit_is=f"plain SQLite, {reads._SIZE}")
            yield compare(f"{name}, growth", ours, theirs, limit_is="the same read on small")
        plain.close()


def _reads(desk: Desk, sheet: UUID) -> tuple[Callable[[], object], ...]:
    year = Period(reads._DAY - timedelta(days=365), reads._DAY)
    return (
        lambda: read_sheet(desk, sheet),
        lambda: read_board(desk),
        lambda: read_accountability(desk, year),
    )


@contextmanager
def _worked_on(size: Size) -> Iterator[tuple[Desk, UUID]]:
    """Open a copy of a kept store and write what is measured into it."""
    reads._opened(size).close(back_up=False)
    with tempfile.TemporaryDirectory(dir=reads._PLACE) as place:
        folder = Path(place) / "store"
        shutil.copytree(reads._PLACE / f"{size}-{reads._SEED}", folder, ignore=_LEFT_OUT)
        office = open_store(folder, DEMO_PASSPHRASE)
        noon = datetime(reads._DAY.year, reads._DAY.month, reads._DAY.day, 12, tzinfo=UTC)
        office.desk = replace(office.desk, now=lambda: noon)
        try:
            yield office.desk, _write(office.desk)
        finally:
            office.close(back_up=False)


def _write(desk: Desk) -> UUID:
    people = [row.person for row in read_caseload(desk).rows]
    waiting = read_board(desk).open
    for person, kind in zip(
        islice(cycle(people), max(_OPEN - waiting, 0)), cycle(BarrierCategory), strict=False
    ):
        barrier = identify_barrier(desk, NewBarrier(kind, person_id=person)).result
        new = NewEscalation(barrier_id=barrier, receiver="A head of service", ask="One decision")
        drafted = raise_escalation(desk, new).result
        send_escalation(desk, drafted.id, seen=drafted.revision)
    day = desk.today() + timedelta(days=1)
    return make_sheet(desk, day, people=people[:_ON_SHEET]).result


def _plain_copy(desk: Desk) -> Any:
    """Open a copy without encryption, thrown away with the rest; made-up people only."""
    path = desk.store.path.with_name("plain.db")
    source = connect(Access(desk.store.path, desk.store.keyspec))
    source.execute("ATTACH DATABASE ? AS plain KEY ''", (str(path),))
    source.execute("SELECT sqlcipher_export('plain')")
    source.execute("DETACH DATABASE plain")
    source.close()
    return driver.connect(str(path), isolation_level=None)
