"""The program is killed at any moment of a meeting: what was said is there, and where one was."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import FromClause, select

from coordinator.casework.live.reads import read_live_meeting
from coordinator.casework.records.drafts import read_drafts
from coordinator.casework.records.whereabouts import keep_whereabouts, read_whereabouts
from coordinator.casework.stores.opening import DEMO_PASSPHRASE, Office, open_store
from coordinator.casework.stores.restoring import check_office
from coordinator.db.models.base import Table
from coordinator.ui.places.every import LiveMeetingPlace
from coordinator.ui.places.whereabouts import place_of, words_of
from tests.house.tree import ROOT
from tests.journeys.live_player import Morning, make_morning
from tests.journeys.live_words import TALKS
from tests.journeys.meeting_away import Told

ROUNDS = int(os.environ.get("COORDINATOR_KILLS", "5"))
LAST_MOMENT_S = 1.0
_SHORTEST_S, _LONGEST_S = 2.0, 6.0 if ROUNDS <= 5 else 14.0
_HISTORY = {"act", "change_row", "replaced", "search_text", "held_back", "dispute"}
CHAPTERS = (*(talk.reference for talk in TALKS), "put off", "urgent", "closing")


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Morning:
    """A meeting under way; each round has a copy of its own."""
    return make_morning(tmp_path_factory.mktemp("meeting") / "store", begun=True)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(ROUNDS))
def test_killed_at_any_moment_at_most_the_last_second_is_gone(
    morning: Morning, tmp_path: Path, number: int
) -> None:
    chance = random.Random(f"{ROUNDS}/{number}/{os.environ.get('COORDINATOR_KILLS_SEED', '')}")
    chapter, delay = chance.choice(CHAPTERS), chance.uniform(_SHORTEST_S, _LONGEST_S)
    store = tmp_path / "store"
    shutil.copytree(morning.store, store)
    sit_down_at(morning, store, chapter)

    told, killed = play_until_killed(morning, store, chapter, delay)

    office = open_store(store, DEMO_PASSPHRASE)
    kept, found = texts_of(office), place_of(read_whereabouts(office.desk))
    assert check_office(office).is_whole
    office.close(back_up=False)
    safe = [one for one in told if killed - one.at > LAST_MOMENT_S]
    lost = [one for one in safe if one.token and one.token not in kept.casefold()]
    assert not lost, f"{chapter}: {lost} of {len(safe)}"
    at_last = [*safe[-1:], *(one for one in told if killed - one.at <= LAST_MOMENT_S)]
    assert isinstance(found, LiveMeetingPlace)
    where = (found.item.hex if found.item else "", found.field)
    assert where in {(one.item, one.field) for one in at_last}, chapter


def sit_down_at(morning: Morning, store: Path, chapter: str) -> None:
    """Have somebody sit at the item a chapter is about when the program begins."""
    office = open_store(store, DEMO_PASSPHRASE)
    place = LiveMeetingPlace(morning.meeting, item_of(office, morning.meeting, chapter))
    keep_whereabouts(office.desk, words_of(place))
    office.close(back_up=False)


def item_of(office: Office, meeting: UUID, chapter: str) -> UUID:
    """Find the item a chapter is about."""
    lines = [one.entry for one in read_live_meeting(office.desk, meeting).lines]
    by_person = {one.person.reference: one.id for one in lines if one.person is not None}
    return by_person.get(chapter, lines[-1].id)


def play_until_killed(
    morning: Morning, store: Path, chapter: str, delay: float
) -> tuple[list[Told], float]:
    """Have somebody minute the meeting and kill the program; give the strokes and the end."""
    words = [sys.executable, "-m", "tests.journeys.meeting_away", str(store)]
    words += [morning.at.isoformat(), chapter]
    program = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    told: list[Told] = []
    try:
        for line in program.stdout:
            told.append(Told(**json.loads(line)))
            if told[-1].at - told[0].at > delay:
                break
    finally:
        program.kill()
        killed = time.monotonic()
        told += [Told(**json.loads(line)) for line in program.stdout if line.endswith("}\n")]
        program.wait()
        program.stdout.close()
    assert told
    return told, killed


def texts_of(office: Office) -> str:
    """Give every word of every record that stands, and of every draft; of no earlier version."""
    drafts = json.dumps([dict(one.values) for one in read_drafts(office.desk)])
    with office.desk.read() as look:
        return drafts + "".join(
            " ".join(str(value) for value in row if isinstance(value, str | list | dict))
            for table in _tables()
            for row in look.session.execute(select(table))
        )


def _tables() -> Iterator[FromClause]:
    for name, table in Table.metadata.tables.items():
        if name not in _HISTORY:
            yield table
