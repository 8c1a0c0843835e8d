"""The live meeting: keys to paint and to file while the machine is busy, the next person, stalls.

Each figure stands against its nearest limit in the same process: a line in a bare window, one
UPDATE of plain SQLite, the reads alone. `COORDINATOR_BENCH` names the size of the panel: small,
county or large; the scripted meeting is always that of the ten people it was written for.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

from coordinator.casework.meetings.agendas import issue_agenda, write_agenda
from coordinator.casework.meetings.reading import next_meeting
from coordinator.casework.meetings.running import open_meeting, record_statement_read
from coordinator.casework.packs.paper_reads import read_officers
from coordinator.casework.stores.opening import DEMO_PASSPHRASE, open_store
from coordinator.demo.holding import MovingClock
from coordinator.domain.states import MeetingStatus
from tests.benchmarks import reads
from tests.benchmarks.measuring import Row
from tests.journeys.live_player import make_morning
from tests.journeys.live_script import keys
from tests.journeys.live_words import TALKS, strokes_of_all

_LONDON = ZoneInfo("Europe/London")
_MOST_KEYS = 40
_LEFT_OUT = shutil.ignore_patterns("backups", "store.lock*")
_BUSY = "while a pack of 200 is laid out and a backup runs"


def rows() -> Iterator[Row]:
    """Give the figures one by one."""
    yield Row("keys per person", _keys(), _MOST_KEYS, "as many as allowed", "keys")
    reads._opened(reads._SIZE).close(back_up=False)
    with tempfile.TemporaryDirectory(dir=reads._PLACE) as place:
        store = Path(place) / "store"
        kept = reads._PLACE / f"{reads._SIZE}-{reads._SEED}"
        shutil.copytree(kept, store, ignore=_LEFT_OUT)
        yield from _room(_told("room", store, *_begin(store)), str(reads._SIZE))
        morning = make_morning(Path(place) / "ten")
        told = _told("script", morning.store, morning.at.isoformat(), morning.meeting.hex)
        yield Row("longest stall, scripted meeting", told["stall"], told["idle"], "the same, idle")


def _keys() -> float:
    return keys(chain.from_iterable(strokes_of_all().values())) / len(TALKS)


def _room(told: dict[str, float], size: str) -> Iterator[Row]:
    for when, said in (("idle", "nothing else going on"), ("busy", _BUSY)):
        paint, bare = told[f"paint, {when}"], told[f"bare, {when}"]
        yield Row(f"key to paint, {said}", paint, bare, "a line in a bare window")
        saved, plain = told[f"saved, {when}"], told[f"plain, {when}"]
        yield Row(f"key to file, {said}", saved, plain, "its pause, and a plain UPDATE")
    name = f"opening the meeting, {size}"
    yield Row(name, told["opening"], told["opening reads"], "its reads alone")
    yield Row(f"next person, {size}", told["next"], told["next reads"], "its reads alone")


def _begin(store: Path) -> tuple[str, str]:
    """Open the next meeting of a store, on its day; give the time and the meeting."""
    office = open_store(store, DEMO_PASSPHRASE)
    clock = MovingClock(datetime.combine(reads._DAY, time(9), _LONDON))
    desk = office.desk = replace(office.desk, now=clock)
    meeting = next_meeting(desk)
    if meeting is None:
        raise LookupError("no meeting is to come")
    if meeting.status is MeetingStatus.SCHEDULED:
        write_agenda(desk, meeting.id)
        issue_agenda(desk, meeting.id)
    clock.at = datetime.combine(meeting.on, time(9, 55), _LONDON)
    chair = read_officers(desk).chair
    if meeting.status is not MeetingStatus.IN_PROGRESS:
        open_meeting(desk, meeting.id, at=time(9, 50))
        if chair is not None:
            record_statement_read(desk, meeting.id, at=time(9, 52), by_id=chair)
    office.close(back_up=False)
    return (clock.at + timedelta(minutes=10)).isoformat(), meeting.id.hex


def _told(what: str, store: Path, *words: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks._minuting", what, str(store), *words]
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    made = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, check=True)
    told: dict[str, float] = json.loads(made.stdout.splitlines()[-1])
    return told
