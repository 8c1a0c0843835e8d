"""Tools go along with a lead professional as they are; what they score comes home."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.assessments.reading import read_assessments, read_tools
from coordinator.casework.assessments.tools import add_tool, change_tool
from coordinator.casework.away.returning import apply_hand_back
from coordinator.casework.desk import Desk
from coordinator.domain.assessments.rules import Tool
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.lists.panel import Feature
from coordinator.wording.scores import came_and_was
from tests.casework.away.planted import Planted, planted
from tests.casework.away.stores import an_away_store, hand_back_of, know_rhys, send, took
from tests.scored import needs, score, tool
from tests.stores import Clock
from tests.switched import switch_on


@pytest.fixture
def kept(desk: Desk) -> Planted:
    switch_on(desk, Feature.ASSESSMENTS)
    made = planted(desk)
    know_rhys(desk)
    row = tool(desk)
    change_tool(desk, row.id, row.tool, seen=row.revision)  # written down at the panel
    return made


@pytest.fixture
def away(tmp_path: Path, desk: Desk, clock: Clock, kept: Planted) -> Iterator[Desk]:
    made, _taken = took(an_away_store(tmp_path / "away.db", 1, clock), send(desk))
    yield made
    made.store.close()


def test_what_is_scored_away_is_at_the_panel_with_its_items(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    score(away, kept.kezia, needs(3, 2, None, 4, why="Said by the harbour"))
    done = apply_hand_back(desk, hand_back_of(away, 1))
    assert done.result.held == 0
    (history,) = read_assessments(desk, kept.kezia).histories
    assert came_and_was(history) == "9, from 3 of 10 items"
    assert history.items[0].now.reason == "Said by the harbour"
    assert tool(desk).is_used


def test_tools_go_along_as_the_panel_wrote_them_and_stay_as_they_are(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    assert [one.tool for one in read_tools(away).tools] == [tool(desk).tool]
    with pytest.raises(NotPermittedError):
        add_tool(away, Tool("Mine"))
    with pytest.raises(NotPermittedError):
        change_tool(away, tool(away).id, Tool("Mine"), seen=1)
