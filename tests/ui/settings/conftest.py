"""A sitting in a real store, and a device that remembers what it was told."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from coordinator.app import _seat
from coordinator.casework.stores.opening import Office
from coordinator.runtime.settings import Settings
from coordinator.ui.device import Device
from coordinator.ui.sitting import Sitting
from tests.ui.immediate import ImmediateJobs


@dataclass
class Pocket:
    """What this device keeps, and where somebody was led."""

    settings: Settings = field(default_factory=Settings)
    locked: list[str] = field(default_factory=list)
    gone_to: list[tuple[Path, str]] = field(default_factory=list)

    def device(self) -> Device:
        return Device(
            settings=lambda: self.settings,
            change=self._change,
            put_on_paper=lambda _code: True,
            lock=self.locked.append,
            go_to=lambda folder, words: self.gone_to.append((folder, words)),
        )

    def _change(self, changed: Settings) -> None:
        self.settings = changed


@pytest.fixture
def pocket() -> Pocket:
    return Pocket()


@pytest.fixture
def sitting(office: Office) -> Iterator[Sitting]:
    made = _seat(office)
    yield made
    made.reading.store.close()


@pytest.fixture
def jobs(sitting: Sitting) -> ImmediateJobs:
    return ImmediateJobs(sitting.writing)
