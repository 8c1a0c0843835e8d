"""People are asked whenever they must be, and never otherwise."""

import pytest

from coordinator.domain.merging.changes import Change, Value, sorted_ids
from coordinator.domain.merging.disagreements import (
    Disagreement,
    disagreements,
    stays_restricted,
)
from tests.domain.merging.examples import change, removal, uuid_no


def after(*seen: Change, **parts: object) -> Change:
    return change(**({"replaces": sorted_ids(seen)} | parts))


def by_id(*changes: Change) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda one: one.id))


def test_one_after_the_other_is_no_disagreement() -> None:
    first = change()
    assert disagreements([first, after(first, value="done")]) == ()


def test_two_values_side_by_side_are_told_with_both() -> None:
    first = change()
    mine, theirs = after(first, value="done"), after(first, value="blocked")

    assert disagreements([first, mine, theirs]) == (
        Disagreement(first.place, by_id(mine, theirs)),
    )


def test_the_same_value_twice_is_no_disagreement() -> None:
    assert disagreements([change(value="done"), change(value="done", number=2)]) == ()


def test_a_group_in_another_order_is_the_same_value() -> None:
    mine = change(value={"status": "done", "done_on": "2026-11-20"})
    theirs = change(value={"done_on": "2026-11-20", "status": "done"}, number=2)

    assert disagreements([mine, theirs]) == ()


@pytest.mark.parametrize(("one", "two"), [(True, 1), (False, 0), (None, ""), (1, "1")])
def test_values_that_look_alike_differ(one: Value, two: Value) -> None:
    assert len(disagreements([change(value=one), change(value=two)])) == 1


def test_settling_ends_it() -> None:
    mine, theirs = change(value="done"), change(value="blocked")
    assert disagreements([mine, theirs, after(mine, theirs, value="done")]) == ()


def test_a_removal_that_met_an_unseen_edit_is_told_with_the_edit() -> None:
    first = change()
    edit, gone = after(first, value="done"), removal(first)

    assert disagreements([first, edit, gone]) == (Disagreement(gone.place, (gone,), (edit,)),)


def test_removed_here_and_restored_there_is_told() -> None:
    first = change()
    gone = removal(first)
    back, again = removal(gone, value=False), removal(first, gone, number=2)

    assert disagreements([first, gone, back, again]) == (
        Disagreement(gone.place, by_id(back, again)),
    )


def test_a_record_removed_by_somebody_who_saw_both_values_asks_nobody() -> None:
    mine, theirs = change(value="done"), change(value="blocked")
    assert disagreements([mine, theirs, removal(mine, theirs)]) == ()


def test_a_restored_record_asks_nobody() -> None:
    first = change()
    gone = removal(first)
    assert disagreements([first, gone, removal(gone, value=False)]) == ()


def test_disagreements_are_told_by_place() -> None:
    made = [
        change(record=uuid_no(record), field=field, value=value)
        for record in (9, 2, 5)
        for field in ("words", "aim")
        for value in ("a", "b")
    ]
    places = [one.place for one in disagreements(made)]

    assert len(places) == 6
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("held", "restricted"),
    [
        ([], False),
        ([False], False),
        ([True], True),
        ([False, True], True),
        ([False, False], False),
        ([None], True),
        ([0], True),
        (["no"], True),
    ],
)
def test_what_one_side_restricted_stays_restricted(held: list[Value], *, restricted: bool) -> None:
    marks = [change(value=value, number=number) for number, value in enumerate(held, start=1)]
    assert stays_restricted(marks) is restricted
