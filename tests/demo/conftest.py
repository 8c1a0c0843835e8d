"""The demos of these tests: each is made once for all of them."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from coordinator.casework.stores.opening import DEMO_PASSPHRASE, Office, open_store
from coordinator.demo.making import make_demo, make_filled
from coordinator.demo.volume import COUNTY, Size, Volume
from coordinator.domain.accountability import Period
from coordinator.vault.costs import TEST_COST
from tests.demo.reading import Demo, all_rows, known_names

TODAY = date(2026, 11, 20)  # a Friday
TWENTIETH = Volume(
    people=COUNTY.people // 20,
    actions=COUNTY.actions // 20,
    contacts=COUNTY.contacts // 20,
    years=2,
    items=6,
)


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("small") / "panel"


@pytest.fixture(scope="session")
def small(small_folder: Path) -> Iterator[Office]:
    office = make_demo(small_folder, Size.SMALL, seed=7, today=TODAY, cost=TEST_COST)
    yield office
    office.close(back_up=False)


@dataclass(frozen=True)
class Twin:
    """A second small demo of the same seed and day, closed again."""

    folder: Path
    rows: Mapping[str, list[Any]]
    names: set[str]


@pytest.fixture(scope="session")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Twin:
    path = tmp_path_factory.mktemp("twin") / "panel"
    office = make_demo(path, Size.SMALL, seed=7, today=TODAY, cost=TEST_COST)
    rows, names = all_rows(office), known_names(office)
    office.close()
    return Twin(path, rows, names)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    path = tmp_path_factory.mktemp("filled") / "panel"
    office = make_filled(path, TWENTIETH, seed=7, today=TODAY, cost=TEST_COST)
    yield office
    office.close(back_up=False)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what takes a `demo` over those made here, or over the one store that was given."""
    if "demo" in metafunc.fixturenames:
        over = ["given"] if metafunc.config.getoption("--demo") else ["small", "filled"]
        metafunc.parametrize("demo", over, indirect=True, scope="module")


@pytest.fixture(scope="session")
def given(request: pytest.FixtureRequest) -> Iterator[Office]:
    """The demo store that `--demo` names, as it stands today."""
    passphrase = os.environ.get("COORDINATOR_PASSPHRASE", DEMO_PASSPHRASE)
    office = open_store(request.config.getoption("--demo"), passphrase)
    yield office
    office.close(back_up=False)


@pytest.fixture(scope="module")
def demo(request: pytest.FixtureRequest) -> Demo:
    """A demo as sums are made over it; what is read of it is let go after the module."""
    office: Office = request.getfixturevalue(request.param)
    return Demo(office.desk)


@pytest.fixture(params=[(90, 0), (27, 7), (364, 0)], ids=["quarter", "weeks", "year"])
def period(request: pytest.FixtureRequest, demo: Demo) -> Period:
    """A period that is counted: from so many days ago to so many days ago."""
    first, last = (demo.today - timedelta(days=ago) for ago in request.param)
    return Period(first, last)
