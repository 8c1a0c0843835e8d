"""What was learnt as a commissioner reads it: what is told to the board, never a note."""

from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.learning.figures import find_shared_learning
from coordinator.casework.learning.notes import end_learning, note_learning, share_learning
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.domain.learning.notes import NewNote, Sharing, Subject
from coordinator.domain.lists.learning import SharedWith
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from tests.casework.entries_on_file import a_person
from tests.stores import HEALTH, NURSE, sitting

TOLD = "One worker asks, the others read."


@pytest.fixture
def outside(desk: Desk) -> Desk:
    return sitting(desk, NURSE, Role.COMMISSIONER, HEALTH)


def _note(desk: Desk, shared: SharedWith = SharedWith.BOARD) -> UUID:
    note = note_learning(desk, Subject(a_person(desk)), NewNote("Kezia was asked twice.")).result
    if shared is not SharedWith.PANEL:
        share_learning(desk, note, Sharing(shared, TOLD, nobody_is_meant=True), seen=1)
    return note


@pytest.mark.parametrize("shared", [SharedWith.BOARD, SharedWith.PARTNERSHIP])
def test_what_is_told_to_the_board_is_read_in_the_words_it_is_told_in(
    desk: Desk, outside: Desk, shared: SharedWith
) -> None:
    note = _note(desk, shared)
    (row,) = find_shared_learning(outside)
    assert (row.id, row.telling, row.shared_with) == (note, TOLD, shared)


def test_what_stays_at_the_panel_was_taken_back_or_restricted_is_not_told(
    desk: Desk, outside: Desk
) -> None:
    _note(desk, SharedWith.PANEL)
    ended, kept = _note(desk), _note(desk)
    end_learning(desk, ended, reason="It was another case.")
    set_sensitivity(
        desk,
        RecordKind.LEARNING_NOTE,
        kept,
        sensitivity=Sensitivity.RESTRICTED,
        seen=2,
        reason="Points to one case.",
    )
    assert find_shared_learning(outside) == ()


def test_names_that_stand_in_it_by_now_are_hidden(desk: Desk, outside: Desk) -> None:
    note = note_learning(desk, Subject(), NewNote("A")).result
    words = Sharing(SharedWith.BOARD, "Wilmot Trenoweth taught us to ring first.")
    share_learning(desk, note, words, seen=1)
    a_person(desk, "Wilmot", "Trenoweth")
    (row,) = find_shared_learning(outside)
    assert "Trenoweth" not in row.telling
