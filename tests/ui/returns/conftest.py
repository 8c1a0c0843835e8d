"""Three actions of one agency on an open store, and the sheet that came back about them."""

from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from tests.meetings import add_action, add_case
from tests.returns import FULL, ONE, THREE, TWO, YESTERDAY, filled, sent_out
from tests.stores import store

__all__ = ["store"]


@pytest.fixture
def actions(desk: Desk) -> dict[str, UUID]:
    """Three open actions."""
    person, _case = add_case(desk)
    return {number: add_action(desk, person, YESTERDAY, number) for number in (ONE, TWO, THREE)}


@pytest.fixture
def sheet(desk: Desk, actions: dict[str, UUID], tmp_path: Path) -> Path:
    """The sheet as it came back, every row filled in."""
    return filled(sent_out(desk, tmp_path), FULL)
