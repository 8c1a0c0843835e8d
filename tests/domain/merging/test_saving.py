"""A change replaces what its author was shown."""

from coordinator.domain.merging.changes import Change
from coordinator.domain.merging.saving import (
    replaced_by_removal,
    replaced_by_restoring,
    replaced_by_save,
    replaced_by_settling,
)
from tests.domain.merging.examples import change, removal

MINE = change(value="done")
THEIRS = change(value="blocked", number=2)
SAME = change(value="done", number=3)


def ids(*changes: Change) -> tuple[bytes, ...]:
    return tuple(sorted(one.id for one in changes))


def test_an_ordinary_save_replaces_what_the_form_showed() -> None:
    assert replaced_by_save([MINE], "done") == ids(MINE)


def test_a_first_save_replaces_nothing() -> None:
    assert replaced_by_save([], "open") == ()


def test_an_ordinary_save_leaves_the_other_side_of_a_disagreement_standing() -> None:
    assert replaced_by_save([MINE, THEIRS], "done") == ids(MINE)


def test_a_value_two_people_wrote_is_replaced_with_both_changes() -> None:
    assert replaced_by_save([MINE, SAME], "done") == ids(MINE, SAME)


def test_a_form_that_showed_yes_does_not_replace_one() -> None:
    assert replaced_by_save([change(value=1)], shown=True) == ()


def test_settling_replaces_every_value() -> None:
    assert replaced_by_settling([THEIRS, MINE]) == ids(MINE, THEIRS)


def test_a_removal_names_everything_current_in_the_record() -> None:
    words, old = change(field="words"), removal()
    fields = {"status": (MINE, THEIRS), "words": (words,), "*": (old,)}

    assert replaced_by_removal(fields) == ids(MINE, THEIRS, words, old)


def test_restoring_replaces_the_removals_only() -> None:
    old = removal(MINE)
    assert replaced_by_restoring({"status": (MINE,), "*": (old,)}) == ids(old)
    assert replaced_by_restoring({"status": (MINE,)}) == ()
