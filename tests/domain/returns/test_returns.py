"""What comes of the rows of a sheet: laws that hold of every row, and the cases people meet."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.actions.rules import STILL_OPEN
from coordinator.domain.errors import GuardError, InvalidFieldsError, TransitionError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.returns.codes import Basis
from coordinator.domain.returns.rules import (
    CHOOSABLE,
    OFFERED,
    Fate,
    Planned,
    Said,
    Standing,
    agency_of,
    plan_row,
    plan_rows,
)
from coordinator.domain.states import ActionStatus

TODAY = date(2026, 11, 19)
ACTION, OTHER = UUID(int=1), UUID(int=2)
OURS, THEIRS = UUID(int=11), UUID(int=12)
DAYS = st.dates(TODAY - timedelta(days=40), TODAY + timedelta(days=40))
LINES = st.sampled_from(["", "  ", "Rang twice.", "No bus\non Sundays."])

WILD = st.builds(
    Said,
    row=st.integers(5, 9),
    number=st.just("A26-0001"),
    outcome=st.none() | st.sampled_from(ActionStatus),
    barrier=st.none() | st.sampled_from([BarrierCategory.TRANSPORT, BarrierCategory.OTHER]),
    barrier_words=st.sampled_from(["", "no bus"]),
    done_on=st.none() | DAYS,
    new_date=st.none() | DAYS,
    line=LINES,
    stood=st.none() | st.sampled_from(sorted(STILL_OPEN)),
    unread=st.sampled_from([(), (("done_on", "not-a-date"),)]),
)
"""Cells filled in anyhow; most such rows are refused."""


@st.composite
def sensible(draw: st.DrawFn) -> Said:
    """Draw a row as most people fill it in."""
    outcome = draw(st.none() | st.sampled_from(OFFERED))
    stays_open = outcome is None or outcome in STILL_OPEN or outcome is ActionStatus.NOT_DONE
    lately = st.dates(TODAY - timedelta(days=20), TODAY)
    soon = st.dates(TODAY, TODAY + timedelta(days=40))
    return Said(
        row=5,
        number="A26-0001",
        outcome=outcome,
        barrier=BarrierCategory.TRANSPORT if outcome is ActionStatus.COULD_NOT else None,
        done_on=draw(st.none() | lately) if outcome is ActionStatus.DONE else None,
        new_date=draw(st.none() | soon) if stays_open else None,
        line=draw(st.sampled_from(["Rang twice.", "No bus\non Sundays."])),
        stood=draw(st.none() | st.sampled_from(sorted(STILL_OPEN))),
    )


SAID = st.one_of(sensible(), sensible(), WILD)
STANDING = st.builds(
    Standing,
    id=st.just(ACTION),
    status=st.sampled_from(sorted(STILL_OPEN)) | st.sampled_from(ActionStatus),
    set_on=st.just(TODAY - timedelta(days=20)),
    due_on=DAYS,
    agency=st.sampled_from([OURS, OURS, OURS, THEIRS]),
    reports=st.frozensets(st.sampled_from(["Rang twice."])),
    moved=st.sampled_from([frozenset(), frozenset({"status"}), frozenset({"due_on"})]),
)


def said(**cells: Any) -> Said:
    usual: dict[str, Any] = {"row": 5, "number": "A26-0001"}
    return Said(**(usual | cells))


def standing(**facts: Any) -> Standing:
    usual: dict[str, Any] = {
        "id": ACTION,
        "status": ActionStatus.OPEN,
        "set_on": TODAY - timedelta(days=20),
        "due_on": TODAY,
        "agency": OURS,
    }
    return Standing(**(usual | facts))


def plan(row: Said, now: Standing | None) -> Planned:
    return plan_row(row, now, OURS, TODAY)


def after(planned: Planned) -> Standing:
    """Give the action as it stands once a row was taken in."""
    now, steps = planned.standing, planned.steps
    assert now is not None
    told = {" ".join(planned.said.line.split())} - {""}
    reports = now.reports | told if steps.report or steps.outcome else now.reports
    now = replace(now, reports=frozenset(reports), due_on=steps.move_to or now.due_on)
    if steps.outcome is None:
        return now
    outcome = steps.outcome
    return replace(now, status=outcome.status, done_on=outcome.done_on, barrier=outcome.barrier)


@given(SAID, STANDING)
def test_what_was_taken_in_is_on_file_when_it_comes_again(row: Said, now: Standing) -> None:
    planned = plan(row, now)
    if planned.can_be_taken:
        assert plan(row, after(planned)).fate is Fate.SAME


@given(SAID, STANDING)
def test_only_open_actions_of_that_agency_can_change(row: Said, now: Standing) -> None:
    planned = plan(row, now)
    if planned.fate in CHOOSABLE:
        assert now.status in STILL_OPEN
        assert now.agency == OURS
        assert not planned.steps.is_nothing
    else:
        assert planned.steps.is_nothing


@given(SAID, STANDING)
def test_a_refusal_has_its_reason(row: Said, now: Standing) -> None:
    planned = plan(row, now)
    if planned.fate is Fate.REFUSED:
        assert planned.error is not None or row.unread


@given(SAID, STANDING)
def test_could_not_be_done_is_never_taken_without_what_stopped_it(
    row: Said, now: Standing
) -> None:
    outcome = plan(row, now).steps.outcome
    if outcome is not None and outcome.status is ActionStatus.COULD_NOT:
        assert outcome.barrier is not None


@given(SAID, STANDING)
def test_what_changed_here_since_is_never_taken_by_itself(row: Said, now: Standing) -> None:
    planned = plan(row, now)
    if planned.fate is Fate.APPLIED and planned.steps.outcome is not None:
        assert "status" not in now.moved
        assert row.stood in {None, now.status}
    if planned.fate is Fate.APPLIED and planned.steps.move_to is not None:
        assert "due_on" not in now.moved


@given(st.lists(SAID, max_size=6), STANDING)
def test_every_row_is_told_once_in_its_order_and_one_at_most_is_taken_of_an_action(
    rows: list[Said], now: Standing
) -> None:
    numbered = [replace(row, row=at) for at, row in enumerate(rows, 5)]
    found = {row.row: now for row in numbered}
    planned = plan_rows(numbered, found, OURS, TODAY)
    assert [one.said for one in planned] == numbered
    assert sum(one.can_be_taken for one in planned) <= 1


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ({"outcome": ActionStatus.NOT_DONE}, {"line": "required"}),
        ({"outcome": ActionStatus.WAITING}, {"line": "required"}),
        ({"outcome": ActionStatus.DECLINED}, {"line": "required"}),
        ({"done_on": TODAY}, {"outcome": "done-unsaid"}),
        (
            {"outcome": ActionStatus.DONE, "done_on": TODAY + timedelta(days=1)},
            {"done_on": "in-the-future"},
        ),
        (
            {"outcome": ActionStatus.DONE, "done_on": TODAY - timedelta(days=30)},
            {"done_on": "before-start"},
        ),
        ({"new_date": TODAY - timedelta(days=1)}, {"new_date": "in-the-past"}),
        (
            {"outcome": ActionStatus.DONE, "new_date": TODAY + timedelta(days=1)},
            {"new_date": "date-unfit"},
        ),
        (
            {"outcome": ActionStatus.IN_PROGRESS, "barrier": BarrierCategory.TRANSPORT},
            {"barrier": "barrier-unfit"},
        ),
    ],
)
def test_a_row_that_does_not_fit_names_the_column(
    cells: dict[str, Any], rule: dict[str, str]
) -> None:
    error = plan(said(**cells), standing()).error
    assert isinstance(error, InvalidFieldsError)
    assert error.fields == rule


def test_a_barrier_is_asked_for_and_a_new_owner_is_not_taken_from_a_sheet() -> None:
    error = plan(said(outcome=ActionStatus.COULD_NOT), standing()).error
    assert isinstance(error, GuardError)
    assert error.guard == "barrier-needed"
    passed_on = said(outcome=ActionStatus.TRANSFERRED, line="Police have it")
    assert isinstance(plan(passed_on, standing()).error, TransitionError)


def test_done_without_a_day_is_done_today() -> None:
    outcome = plan(said(outcome=ActionStatus.DONE), standing()).steps.outcome
    assert outcome is not None
    assert outcome.done_on == TODAY


def test_a_day_typed_over_the_code_counts_only_where_there_is_no_code() -> None:
    basis = Basis(ACTION, 1, ActionStatus.OPEN, TODAY)
    later = TODAY + timedelta(days=9)
    row = said(basis=basis, due_on=later, new_date=later + timedelta(days=1))
    assert plan(row, standing()).fate is Fate.APPLIED
    assert plan(replace(row, basis=None), standing()).fate is Fate.CHANGED


def test_two_rows_that_differ_are_both_kept_out_and_two_alike_are_one() -> None:
    first, other = said(outcome=ActionStatus.DONE), said(row=6, outcome=ActionStatus.IN_PROGRESS)
    found = {5: standing(), 6: standing(), 7: standing()}
    planned = plan_rows([first, other, said(row=7)], found, OURS, TODAY)
    assert [one.fate for one in planned] == [Fate.TWICE, Fate.TWICE, Fate.NOTHING]
    again = plan_rows([first, replace(first, row=6)], found, OURS, TODAY)
    assert [one.fate for one in again] == [Fate.APPLIED, Fate.SAME]


def test_an_unknown_number_matters_only_when_something_is_said() -> None:
    assert plan(said(), None).fate is Fate.NOTHING
    assert plan(said(line="x"), None).fate is Fate.UNKNOWN


def test_whose_a_sheet_without_its_code_is_shows_by_its_actions() -> None:
    mine, other = standing(), standing(id=OTHER, agency=THEIRS)
    assert agency_of([mine, mine, other]) == OURS
    assert agency_of([mine, other]) is None
    assert agency_of([]) is None
