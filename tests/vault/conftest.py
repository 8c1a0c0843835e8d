"""Keys that cost next to nothing to try, so that hundreds of them can be made."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from coordinator.runtime.folders import StoreFolder
from coordinator.vault.costs import TEST_COST
from coordinator.vault.keyring import Keyring
from coordinator.vault.making import new_keys

FIRST = "walnut gravel thimble oboe"
SECOND = "lantern pebble marrow cello"
THIRD = "saffron hinge turnip banjo"


@dataclass(frozen=True)
class Ring:
    """A keyring for two people, their slots, and the printed code."""

    keys: Keyring
    first: str
    second: str
    code: str


@pytest.fixture
def ring() -> Ring:
    made = new_keys([FIRST, SECOND], cost=TEST_COST)
    first, second = made.slots
    return Ring(made.keys, first, second, made.recovery_code)


@pytest.fixture
def folder(tmp_path: Path) -> StoreFolder:
    made = StoreFolder(tmp_path / "store")
    made.make()
    return made
