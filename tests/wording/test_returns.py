"""What is said of a row that came back."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.returns.rules import Fate, Planned, Said, Standing, plan_row
from coordinator.domain.states import ActionStatus
from coordinator.wording.returns import FATES, fate_sentence, move_reason, theirs

TODAY = date(2026, 11, 19)
NOW = Standing(UUID(int=1), ActionStatus.OPEN, TODAY - timedelta(days=9), TODAY)
ASK = "Ask the agency, or say it yourself in Actions."
_S = ActionStatus


def told(**cells: Any) -> str:
    return fate_sentence(plan_row(Said(5, "A26-0001", **cells), NOW, None, TODAY), None)


def test_every_fate_has_words_and_a_sentence() -> None:
    assert set(FATES) == set(Fate)
    for fate in Fate:
        assert fate_sentence(Planned(Said(5), fate, NOW), None)


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (
            {"outcome": _S.DONE},
            "If it is taken in: Done on Thu 19 Nov. They give no day: today's is taken.",
        ),
        (
            {"outcome": _S.NOT_DONE, "new_date": date(2026, 12, 3), "line": "Ill."},
            "If it is taken in: The date moves to Thu 3 Dec. Their line is kept as a report.",
        ),
        (
            {"outcome": _S.COULD_NOT},
            f"An action that could not be done needs the barrier that stopped it. {ASK}",
        ),
        (
            {"outcome": _S.NOT_DONE},
            f"A line about it is needed. {ASK}",
        ),
        (
            {"outcome": _S.DONE, "unread": (("done_on", "not-a-date"),)},
            f"'Done on' is not a date. {ASK}",
        ),
    ],
)
def test_a_row_says_what_would_happen_or_why_not(cells: dict[str, Any], sentence: str) -> None:
    assert told(**cells) == sentence


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"outcome": _S.DONE, "done_on": TODAY, "line": "Went."}, "Done on Thu 19 Nov. Went."),
        (
            {"outcome": _S.COULD_NOT, "barrier": BarrierCategory.TRANSPORT},
            "Could not be done, Transport or rural distance",
        ),
        ({"written": "sorted, I think"}, "sorted, I think"),
        ({"line": "Only this."}, "Only this."),
        ({}, ""),
    ],
)
def test_what_they_say_reads_as_a_sentence(cells: dict[str, Any], words: str) -> None:
    assert theirs(Said(5, "A26-0001", **cells)) == words


def test_a_moved_date_names_who_proposed_it() -> None:
    assert move_reason("Kerrow Homes", "") == "Proposed by Kerrow Homes on its returns sheet."
    assert move_reason("Kerrow Homes", "Ill.").endswith("returns sheet: Ill.")
