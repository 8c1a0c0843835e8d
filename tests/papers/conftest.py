"""Two held meetings with everything a paper can be about; made once, read by every test here.

And somebody of whom every text is known, for what may not be read.
"""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk, Sitter
from coordinator.db.store import Store
from coordinator.demo.holding import hold_next_meeting
from coordinator.domain.lists.panel import Feature
from coordinator.domain.roles import Role
from coordinator.exports.worker import Press
from tests.journeys.test_a_meeting import first_meeting
from tests.meetings import add_seats, weekly
from tests.papers.entries import Entries, made_in
from tests.stores import CHAIR, COORDINATOR, COUNCIL, Clock, keyspec, sitting
from tests.switched import switch_on


class Held(NamedTuple):
    """A store after two meetings: the desk, the first meeting, who was taken on, who is hidden."""

    desk: Desk
    first: UUID
    person: UUID
    hidden: UUID


@pytest.fixture(scope="session")
def held(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    """The police must not be told about *hidden*, whose name is Anna."""
    path = tmp_path_factory.mktemp("held") / "panel.db"
    shutil.copy(template, path)
    clock = Clock()
    sitter = Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL)
    desk = Desk(Store(path, keyspec), sitter, now=clock, random=random.Random(3).randbytes)
    add_seats(desk)
    series = weekly(desk)
    chair = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)
    first, person, hidden = first_meeting(desk, chair, clock, series)
    clock.move(days=6)
    hold_next_meeting(desk)
    clock.move(days=3)
    for feature in (Feature.MONEY, Feature.PLACES):  # nothing is on file: no paper without
        switch_on(desk, feature)
    yield Held(desk, first, person, hidden)
    desk.store.close()


@pytest.fixture(scope="session")
def entries(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Entries]:
    """Somebody about whom everything is on file; each test says first how sensitive it is."""
    made = made_in(tmp_path_factory.mktemp("restricted"), template)
    yield made
    made.desk.store.close()


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    with Press() as press:
        yield press
