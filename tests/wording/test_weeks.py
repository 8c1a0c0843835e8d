"""The week in words: what a step waits for, and who stands in."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from coordinator.domain.directory.covers import CoverRow
from coordinator.domain.lists.weeks import PanelPost, WeekStep
from coordinator.domain.week.steps import StepLine, StepState, Tick
from coordinator.domain.week.this_week import AgencyDue
from coordinator.wording.weeks import standing_in, step_note, step_state

TODAY = date(2026, 11, 18)
THURSDAY = date(2026, 11, 19)
W = WeekStep


def line(step: WeekStep, state: StepState = StepState.TODAY, **known: object) -> StepLine:
    return StepLine(UUID(int=1), "M26-001", THURSDAY, step, TODAY, state, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (StepState.DONE, "Done"),
        (StepState.TODAY, "Today"),
        (StepState.LATE, "Was due Wed 18 Nov"),
        (StepState.COMING, "Wed 18 Nov"),
    ],
)
def test_a_state_is_calm_words(state: StepState, words: str) -> None:
    assert step_state(line(W.PAPERS_SENT, state), TODAY) == words


def test_who_to_chase_is_named_the_most_silent_first_and_the_rest_counted() -> None:
    due = [AgencyDue(None, f"Agency {n}", 9, 0, n) for n in range(6)]
    note = step_note(line(W.RETURNS_IN, count=15), due, TODAY)
    assert note == "No word yet: Agency 5 5, Agency 4 4, Agency 3 3, 2 more agencies."
    assert step_note(line(W.RETURNS_ASKED), due, TODAY) == "5 agencies have actions due."
    assert step_note(line(W.RETURNS_IN), (), TODAY) == "Every action that is due has its return."


def test_what_follows_a_meeting_names_it_and_who_ticked_it() -> None:
    tick = Tick(W.ACTION_TEXTS, datetime(2026, 11, 19, 23, 30, tzinfo=UTC), "Aled Hâf")
    told = step_note(line(W.ACTION_TEXTS, StepState.DONE, count=1, tick=tick), (), TODAY)
    assert told == "Meeting of Thu 19 Nov. 1 action was agreed. Ticked Thu 19 Nov by Aled Hâf."
    missed = step_note(line(W.MEETING, StepState.LATE), (), TODAY)
    assert missed == "It was neither held, moved nor cancelled."
    assert step_note(line(W.AGENDA_FIXED), (), TODAY) == ""


def test_standing_in_is_told_to_others_and_to_oneself_now_and_ahead() -> None:
    row = CoverRow(UUID(int=1), 1, PanelPost.CHAIR, UUID(int=2), "Rhys", None, "", TODAY, THURSDAY)
    assert standing_in(row, TODAY) == (
        "Rhys stands in for nobody in post (chair) until Thu 19 Nov."
    )
    before = date(2026, 11, 17)
    assert standing_in(row, before, is_me=True) == (
        "You stand in for nobody in post (chair) Wed 18 Nov to Thu 19 Nov."
    )
