"""What is current, and when a record is gone."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.merging.changes import Change, sorted_ids
from coordinator.domain.merging.heads import heads, is_removed, state, unseen
from tests.domain.merging.examples import change, removal, uuid_no


def after(*seen: Change, **parts: object) -> Change:
    return change(**({"replaces": sorted_ids(seen)} | parts))


def current(*changes: Change) -> set[Change]:
    return {one for found in heads(changes).values() for one in found}


def fields_of(*changes: Change) -> dict[str, tuple[Change, ...]]:
    return {place.field: found for place, found in heads(changes).items()}


def test_what_nothing_replaces_is_current() -> None:
    first = change(value="open")
    second = after(first, value="done")

    assert current(first, second) == {second}


def test_two_who_had_not_seen_each_other_are_both_current() -> None:
    first = change(value="open")
    mine, theirs = after(first, value="done"), after(first, value="blocked")

    assert current(first, mine, theirs) == {mine, theirs}


def test_a_replacement_may_arrive_before_what_it_replaces() -> None:
    first = change()
    second = after(first, value="done")

    assert current(second) == {second}
    assert current(second, first) == {second}


def test_the_same_change_twice_is_one() -> None:
    assert list(heads([change(), change()]).values()) == [(change(),)]


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"scope": uuid_no(91)},
        {"record": uuid_no(92)},
        {"kind": "action"},
        {"field": "words"},
        {"field": "*", "value": True},
    ],
    ids=lambda parts: next(iter(parts)),
)
def test_a_change_replaces_nothing_at_another_place(elsewhere: dict[str, object]) -> None:
    first = change()
    second = after(first, **elsewhere)

    assert current(first, second) == {first, second}


def test_a_field_another_name_does_not_hide_it() -> None:
    assert set(fields_of(change(), change(field="words"))) == {"status", "words"}


def test_a_removed_record_is_gone() -> None:
    first, words = change(), change(field="words")
    assert state([first, words, removal(first, words)]) == {}


def test_a_record_without_any_other_field_can_be_removed() -> None:
    assert is_removed(fields_of(removal()))


def test_an_edit_the_remover_had_not_seen_keeps_the_record() -> None:
    first = change()
    edit = after(first, value="done")
    gone = removal(first)

    assert state([first, edit, gone]) == {edit.key: {"status": (edit,), "*": (gone,)}}
    assert unseen(fields_of(first, edit, gone)) == (edit,)


def test_a_new_field_the_remover_had_not_seen_keeps_the_record() -> None:
    first, other = change(), change(field="words")
    assert not is_removed(fields_of(first, other, removal(first)))


def test_removing_again_after_seeing_the_edit_takes_the_record_away() -> None:
    first = change()
    edit = after(first, value="done")
    gone = removal(first)

    assert is_removed(fields_of(first, edit, gone, removal(edit, gone, number=2)))


def test_restoring_brings_the_record_back() -> None:
    first = change()
    gone = removal(first)
    back = removal(gone, value=False)

    assert not is_removed(fields_of(first, gone, back))


def test_two_who_removed_the_same_record_agree() -> None:
    first = change()
    assert is_removed(fields_of(first, removal(first), removal(first, number=2)))


def test_two_removers_who_together_saw_everything_agree() -> None:
    first, words = change(), change(field="words")
    assert is_removed(fields_of(first, words, removal(first), removal(words, number=2)))


def test_a_record_somebody_removed_again_and_somebody_else_restored_stands() -> None:
    first = change()
    gone = removal(first)
    back = removal(gone, value=False)
    again = removal(first, gone, number=2)

    assert not is_removed(fields_of(first, gone, back, again))


def test_a_removal_of_one_record_leaves_the_others() -> None:
    mine, other = change(), change(record=uuid_no(77))
    assert set(state([mine, other, removal(mine, other)])) == {other.key}


histories = st.lists(
    st.tuples(
        st.sampled_from(["status", "words", "*"]),
        st.booleans(),
        st.sets(st.integers(0, 9), max_size=4),
    ),
    max_size=10,
)


def told(history: list[tuple[str, bool, set[int]]]) -> list[Change]:
    made: list[Change] = []
    for number, (field, value, seen) in enumerate(history, start=1):
        replaces = sorted_ids(made[index] for index in seen if index < len(made))
        made.append(change(field=field, value=value, number=number, replaces=replaces))
    return made


@given(histories, st.randoms(use_true_random=False), st.data())
def test_order_and_repeats_do_not_matter(
    history: list[tuple[str, bool, set[int]]], random: Random, data: st.DataObject
) -> None:
    made = told(history)
    mixed = made + (data.draw(st.lists(st.sampled_from(made))) if made else [])
    random.shuffle(mixed)

    assert heads(mixed) == heads(made)
    assert state(mixed) == state(made)


@given(histories)
def test_what_is_current_can_be_said_one_change_at_a_time(
    history: list[tuple[str, bool, set[int]]],
) -> None:
    """The definition, in the plainest words there are."""
    made = told(history)
    expected = {
        one
        for one in made
        if not any(one.id in other.replaces and other.place == one.place for other in made)
    }
    assert current(*made) == expected


@given(histories)
def test_every_place_ever_written_keeps_something_current(
    history: list[tuple[str, bool, set[int]]],
) -> None:
    made = told(history)
    assert set(heads(made)) == {one.place for one in made}
