"""Three actions of one agency, and the sheet that went out about them."""

from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from tests.meetings import add_action, add_case
from tests.returns import (
    ONE,
    THREE,
    TWO,
    YESTERDAY,
    sent_out,
)


@pytest.fixture
def actions(desk: Desk) -> dict[str, UUID]:
    """Three actions of the housing association, past their date."""
    person, _case = add_case(desk)
    return {number: add_action(desk, person, YESTERDAY, number) for number in (ONE, TWO, THREE)}


@pytest.fixture
def sheet(desk: Desk, actions: dict[str, UUID], tmp_path: Path) -> Path:
    """The sheet that went out about them."""
    return sent_out(desk, tmp_path)
