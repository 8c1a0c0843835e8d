"""A sheet that came back is taken in as one act: what is kept, refused, and stays ours."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import move_due_date
from coordinator.casework.actions.lists import read_action
from coordinator.casework.actions.outcomes import report_action, set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.returns.applying import apply_return
from coordinator.casework.returns.matching import preview_return
from coordinator.casework.returns.reading import read_returned
from coordinator.casework.returns.undoing import list_returns, undo_return
from coordinator.db.checking import check_store
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.errors import (
    GuardError,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.returns.rules import Fate
from coordinator.domain.states import ActionStatus
from tests.returns import (
    BARRIER,
    DONE_ON,
    FULL,
    LINE,
    NEW_DATE,
    NEXT_WEEK,
    ONE,
    OUTCOME,
    THREE,
    TWO,
    YESTERDAY,
    barriers,
    fates,
    filled,
    looked_at,
    status,
    taken_in,
)
from tests.stores import TODAY


def test_a_filled_sheet_is_taken_in_as_one_act(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    filled(sheet, FULL)
    assert set(fates(looked_at(desk, sheet)).values()) == {Fate.APPLIED}
    with desk.read() as look:
        before, _hash = look.history.head()

    done = taken_in(desk, sheet)

    assert (done.agency, done.count) == ("Kerrow Homes", 3)
    first = read_action(desk, actions[ONE])
    assert (first.row.status, first.row.done_on) == (ActionStatus.DONE, YESTERDAY)
    assert first.updates[-1].text == "Flu jab given"
    assert status(desk, actions[TWO]) is ActionStatus.COULD_NOT
    (barrier,) = barriers(desk, actions[TWO])
    assert (barrier.category, barrier.description) == (BarrierCategory.TRANSPORT, "No bus.")
    third = read_action(desk, actions[THREE])
    assert (third.row.status, third.row.due_on) == (ActionStatus.IN_PROGRESS, NEXT_WEEK)
    assert third.moves[0].reason == (
        "Proposed by Kerrow Homes on its returns sheet: The clinic was shut."
    )
    with desk.read() as look:
        assert look.history.head()[0] == before + 1
        assert look.history.acts()[0].name == "returns.applied"
    assert check_store(desk.store).is_whole


def test_the_same_sheet_dropped_twice_changes_nothing_the_second_time(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    taken_in(desk, filled(sheet, FULL))
    again = looked_at(desk, sheet)
    assert set(fates(again).values()) == {Fate.SAME}
    read = read_returned(sheet, TODAY)
    with pytest.raises(GuardError) as refused:
        apply_return(desk, read, {})
    assert refused.value.guard == "return-empty"


def test_a_row_that_only_tells_something_is_kept_as_a_report(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    done = taken_in(desk, filled(sheet, {ONE: {LINE: "Rang twice, nobody there."}}))
    story = read_action(desk, actions[ONE])
    assert (story.row.status, story.updates[-1].text) == (
        ActionStatus.OPEN,
        "Rang twice, nobody there.",
    )
    assert fates(looked_at(desk, sheet))[ONE] is Fate.SAME
    assert list_returns(desk)[0].actions == 1
    undo_return(desk, done.act)
    assert read_action(desk, actions[ONE]).updates == ()


def test_what_changed_here_since_is_shown_and_ours_stays_unless_chosen(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    row = read_action(desk, actions[ONE]).row
    set_outcome(
        desk, row.id, Outcome(ActionStatus.WAITING, waiting_on="The GP"), seen=row.revision
    )
    filled(sheet, FULL)
    assert fates(looked_at(desk, sheet))[ONE] is Fate.CHANGED
    taken_in(desk, sheet)
    assert status(desk, actions[ONE]) is ActionStatus.WAITING
    taken_in(desk, sheet, besides=[ONE])
    assert status(desk, actions[ONE]) is ActionStatus.DONE


def test_a_date_moved_here_since_is_not_moved_over(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    row = read_action(desk, actions[THREE]).row
    move_due_date(
        desk, row.id, seen=row.revision, to=TODAY + timedelta(days=3), reason="Agreed by phone"
    )
    preview = looked_at(desk, filled(sheet, {THREE: {NEW_DATE: NEXT_WEEK}}))
    assert fates(preview)[THREE] is Fate.CHANGED


def test_a_report_here_since_is_no_change(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    report_action(desk, actions[ONE], "Chased by phone")
    assert fates(looked_at(desk, filled(sheet, FULL)))[ONE] is Fate.APPLIED


def test_an_action_that_ended_here_is_left_alone(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    row = read_action(desk, actions[ONE]).row
    set_outcome(desk, row.id, Outcome(ActionStatus.NOT_NEEDED, note="Moved"), seen=row.revision)
    assert fates(looked_at(desk, filled(sheet, FULL)))[ONE] is Fate.CLOSED
    assert taken_in(desk, sheet).count == 2
    assert status(desk, actions[ONE]) is ActionStatus.NOT_NEEDED


def test_a_barrier_in_their_own_words_is_kept_as_other_with_those_words(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    taken_in(
        desk, filled(sheet, {ONE: {OUTCOME: "could not be done", BARRIER: "No bus on Sundays"}})
    )
    (barrier,) = barriers(desk, actions[ONE])
    assert (barrier.category, barrier.description) == (BarrierCategory.OTHER, "No bus on Sundays")
    assert fates(looked_at(desk, sheet))[ONE] is Fate.SAME


@pytest.mark.parametrize(
    "cells",
    [
        {OUTCOME: "Could not be done"},
        {OUTCOME: "Not done"},
        {OUTCOME: "Waiting on somebody else"},
        {OUTCOME: "Passed to a new owner", LINE: "Police have it"},
        {OUTCOME: "sorted, I think"},
        {OUTCOME: "Done", DONE_ON: NEXT_WEEK},
        {OUTCOME: "Done", DONE_ON: "last week"},
        {OUTCOME: "Done", DONE_ON: date(2026, 10, 1)},
        {DONE_ON: YESTERDAY},
        {OUTCOME: "Not done", BARRIER: "Other", LINE: "No staff"},
        {OUTCOME: "No longer needed", NEW_DATE: NEXT_WEEK, LINE: "Moved"},
        {NEW_DATE: YESTERDAY - timedelta(days=9)},
    ],
)
def test_what_cannot_be_is_refused_and_the_other_rows_go_on(
    desk: Desk, actions: dict[str, UUID], sheet: Path, cells: dict[int, object]
) -> None:
    filled(sheet, {ONE: cells, TWO: {OUTCOME: "In progress"}})
    assert fates(looked_at(desk, sheet)) == {
        ONE: Fate.REFUSED,
        TWO: Fate.APPLIED,
        THREE: Fate.NOTHING,
    }
    assert taken_in(desk, sheet).count == 1
    assert status(desk, actions[ONE]) is ActionStatus.OPEN


def test_not_done_with_a_new_date_is_not_done_yet(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    cells = {OUTCOME: "Not done", NEW_DATE: NEXT_WEEK, LINE: "He was in hospital."}
    taken_in(desk, filled(sheet, {ONE: cells}))
    row = read_action(desk, actions[ONE]).row
    assert (row.status, row.due_on) == (ActionStatus.OPEN, NEXT_WEEK)


def test_nothing_is_taken_when_an_action_changed_after_it_was_looked_at(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    read = read_returned(filled(sheet, FULL), TODAY)
    seen = {
        row.planned.said.row: row.action.revision
        for row in preview_return(desk, read).rows
        if row.action
    }
    row = read_action(desk, actions[TWO]).row
    set_outcome(desk, row.id, Outcome(ActionStatus.IN_PROGRESS), seen=row.revision)
    with pytest.raises(GuardError) as refused:
        apply_return(desk, read, seen)
    assert refused.value.guard == "return-moved-on"
    assert status(desk, actions[ONE]) is ActionStatus.OPEN
