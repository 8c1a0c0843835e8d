"""A sheet that was taken in is taken back as a whole, or not at all."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.lists import read_action
from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.returns.undoing import list_returns, undo_return
from coordinator.db.checking import check_store
from coordinator.db.models import Barrier
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.errors import (
    GuardError,
    MissingRecordError,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.returns.rules import Fate
from coordinator.domain.roles import Right
from coordinator.domain.states import ActionStatus
from tests.returns import (
    FULL,
    ONE,
    THREE,
    TWO,
    barriers,
    fates,
    filled,
    looked_at,
    status,
    taken_in,
)
from tests.stores import TODAY


def test_undo_puts_every_action_back_as_it_stood(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    set_outcome(
        desk,
        actions[THREE],
        Outcome(ActionStatus.WAITING, waiting_on="The GP"),
        seen=read_action(desk, actions[THREE]).row.revision,
    )
    before = {number: read_action(desk, key) for number, key in actions.items()}
    done = taken_in(desk, filled(sheet, FULL), besides=[THREE])
    assert list_returns(desk)[0].actions == 3

    assert undo_return(desk, done.act).result == 3

    for number, key in actions.items():
        story = read_action(desk, key)
        assert replace(story.row, revision=0) == replace(before[number].row, revision=0)
        assert story.updates == before[number].updates
        assert story.moves == ()
        assert barriers(desk, key) == []
    (listed,) = list_returns(desk)
    assert (listed.is_undone, listed.agency) == (True, "Kerrow Homes")
    assert status(desk, actions[THREE]) is ActionStatus.WAITING
    assert check_store(desk.store).is_whole


def test_what_was_undone_can_be_taken_in_again(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    filled(sheet, FULL)
    undo_return(desk, taken_in(desk, sheet).act)
    again = looked_at(desk, sheet)
    assert fates(again)[TWO] is Fate.CHANGED  # it moved there and back: somebody should look
    taken_in(desk, sheet, besides=[ONE, TWO, THREE])
    assert status(desk, actions[TWO]) is ActionStatus.COULD_NOT


def test_undo_is_refused_once_somebody_built_on_it(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    done = taken_in(desk, filled(sheet, FULL))
    row = read_action(desk, actions[THREE]).row
    set_outcome(desk, row.id, Outcome(ActionStatus.DONE, done_on=TODAY), seen=row.revision)
    with pytest.raises(GuardError) as refused:
        undo_return(desk, done.act)
    assert (refused.value.guard, refused.value.count) == ("return-built-on", 1)
    assert status(desk, actions[ONE]) is ActionStatus.DONE


def test_a_sheet_is_taken_back_once(desk: Desk, actions: dict[str, UUID], sheet: Path) -> None:
    done = taken_in(desk, filled(sheet, FULL))
    undo_return(desk, done.act)
    with pytest.raises(GuardError):
        undo_return(desk, done.act)
    with pytest.raises(MissingRecordError):
        undo_return(desk, UUID(int=5))


def test_a_barrier_that_stood_before_keeps_its_words_after_undo(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        key = desk.new_id()
        tx.add(
            Barrier(
                id=key,
                action_id=actions[TWO],
                category=BarrierCategory.TRANSPORT,
                description="No lift to the clinic",
                since=TODAY,
            )
        )
        tx.journal("test.barrier")
    done = taken_in(desk, filled(sheet, {TWO: FULL[TWO]}))
    (barrier,) = barriers(desk, actions[TWO])
    assert barrier.description == "No bus."
    undo_return(desk, done.act)
    (barrier,) = barriers(desk, actions[TWO])
    assert (barrier.id, barrier.description) == (key, "No lift to the clinic")
