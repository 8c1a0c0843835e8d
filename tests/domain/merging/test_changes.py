"""A change is what its id says it is, and reads back exactly or not at all."""

import contextlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import ChangeDamagedError
from coordinator.domain.merging.changes import (
    Change,
    canonical,
    encoded,
    sorted_ids,
    stamp,
    to_wire,
)
from coordinator.domain.merging.wire import MAX_ITEMS, MAX_TEXT, check_change, from_wire
from tests.domain.merging import examples
from tests.domain.merging.examples import change


def wire(**parts: object) -> dict[str, object]:
    return to_wire(change()) | parts


# Known answers: they never change, whatever becomes of the program. A store written by the first
# release must be read by the last one.

PLAIN = (
    b"coordinator change 1\n"
    b'{"act":"00000000000000000000000000000005","author":"00000000000000000000000000000003",'
    b'"field":"status","install":"00000000000000000000000000000004","kind":"goal",'
    b'"made":"2026-11-20T12:00:00.000000Z","number":1,'
    b'"record":"00000000000000000000000000000002","replaces":[],'
    b'"salt":"00000000000000000000000000000000","scope":"00000000000000000000000000000001",'
    b'"value":"open"}'
)


def test_the_encoding_of_a_plain_change_is_frozen() -> None:
    assert encoded(change()) == PLAIN


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, "a541e4e34fac783e26c787a4abb995b3"),
        ({"value": "Penzance, Łódź 🏠\n"}, "a676648a3782e6df6d8b4649b7b25eb1"),
        (
            {"value": {"status": "done", "done_on": "2026-11-20", "barrier": None}},
            "f307afdcd5710e37c60fe6871a31c3c6",
        ),
        (
            {"field": "*", "value": True, "replaces": (b"\1" * 16, b"\2" * 16)},
            "34dcc392b796258fb392d212cc16cd47",
        ),
        (
            {"field": "order", "value": ["b", "a"], "number": 77, "salt": b"\xff" * 16},
            "90d94e1947d46f0d036aa24f01c1533a",
        ),
    ],
)
def test_ids_are_frozen(parts: dict[str, Any], expected: str) -> None:
    assert change(**parts).id.hex() == expected


@given(examples.changes)
def test_a_change_reads_back_from_json_with_its_id(one: Change) -> None:
    read = from_wire(json.loads(json.dumps(to_wire(one))))

    assert read == one
    assert to_wire(read) == json.loads(json.dumps(to_wire(one)))
    assert read.made == one.made
    check_change(one)


@given(examples.changes, st.data())
def test_every_part_goes_into_the_id(one: Change, data: st.DataObject) -> None:
    other = data.draw(examples.changes)
    part = data.draw(st.sampled_from(sorted(to_wire(one))))
    altered = replace(one, **{part: getattr(other, part)})

    assert (altered.id == one.id) == (
        to_wire(altered)[part] == to_wire(one)[part]
        and canonical(altered.value) == canonical(one.value)
    )


def test_yes_and_one_are_different_values() -> None:
    assert change(value=True).id != change(value=1).id
    assert change(value=False).id != change(value=0).id
    assert change(value=None).id != change(value="").id


def test_the_order_of_a_group_does_not_matter_but_that_of_a_list_does() -> None:
    assert change(value={"a": 1, "b": 2}) == change(value={"b": 2, "a": 1})
    assert change(value=["a", "b"]) != change(value=["b", "a"])


def test_the_same_moment_in_another_zone_is_the_same_change() -> None:
    summer = timezone(timedelta(hours=1))
    assert change(made=datetime(2026, 11, 20, 13, tzinfo=summer)) == change()


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        stamp(datetime(2026, 11, 20))  # noqa: DTZ001 - what is refused


def test_the_salt_keeps_equal_changes_apart() -> None:
    assert change(salt=b"\1" * 16).id != change(salt=b"\2" * 16).id


def test_ids_of_what_was_seen_are_sorted_and_unique() -> None:
    one, two = change(), change(number=2)
    assert sorted_ids([two, one, two]) == tuple(sorted([one.id, two.id]))


def test_a_change_does_not_show_its_value_in_a_log() -> None:
    assert "Morwenna" not in repr(change(value="Morwenna"))


def test_a_change_is_equal_to_no_other_kind_of_thing() -> None:
    assert change() != change().id


DEEP = [["a"]]
BAD: list[tuple[str, object]] = [
    ("scope", "1"),
    ("scope", "00000000-0000-0000-0000-000000000001"),
    ("scope", "G" * 32),
    ("scope", "A" * 32),
    ("scope", 1),
    ("record", None),
    ("record", "0" * 34),
    ("kind", ""),
    ("kind", "Goal"),
    ("kind", "goal\n"),
    ("kind", "a" * 64),
    ("kind", ["goal"]),
    ("field", "**"),
    ("field", "a b"),
    ("field", None),
    ("value", 1.0),
    ("value", 2**53),
    ("value", DEEP),
    ("value", {"a": {}}),
    ("value", {"a": [[]]}),
    ("value", {"a": [{}]}),
    ("value", {"A": 1}),
    ("value", {"": 1}),
    ("value", "bell\a"),
    ("value", "nul\0"),
    ("value", "half \ud800"),
    ("value", ["half \udc00"]),
    ("value", "a" * (MAX_TEXT + 1)),
    ("value", ["a" * 600_000, "b" * 600_000]),
    ("value", {"a": "a" * 600_000, "b": "b" * 600_000}),
    ("value", [1] * (MAX_ITEMS + 1)),
    ("value", {"a": [1] * MAX_ITEMS, "b": 1}),
    ("value", {f"a{at}": [] for at in range(MAX_ITEMS + 1)}),
    ("value", {"a": ["a" * 600_000], "b": "b" * 600_000}),
    ("author", "0" * 31),
    ("install", b"\0" * 16),
    ("number", 0),
    ("number", -1),
    ("number", True),
    ("number", "1"),
    ("number", 1.0),
    ("number", 2**53),
    ("made", "2026-11-20"),
    ("made", "2026-11-20T12:00:00Z"),
    ("made", "2026-11-20T12:00:00.000000+00:00"),
    ("made", "2026-02-30T12:00:00.000000Z"),
    ("made", "2026-11-20T24:00:00.000000Z"),
    ("made", "0000-11-20T12:00:00.000000Z"),
    ("made", "٢٠٢٦-11-20T12:00:00.000000Z"),
    ("made", 5),
    ("act", ""),
    ("salt", ""),
    ("salt", "00" * 15),
    ("salt", "0g" * 16),
    ("replaces", None),
    ("replaces", "00" * 16),
    ("replaces", ["00" * 15]),
    ("replaces", [None]),
    ("replaces", ["11" * 16, "00" * 16]),
    ("replaces", ["00" * 16, "00" * 16]),
    ("replaces", [f"{i:032x}" for i in range(MAX_ITEMS + 1)]),
]


@pytest.mark.parametrize(("part", "found"), BAD, ids=lambda item: repr(item)[:30])
def test_a_damaged_part_is_named_and_nothing_is_read(part: str, found: object) -> None:
    with pytest.raises(ChangeDamagedError) as refused:
        from_wire(wire(**{part: found}))

    assert refused.value.part == part


@pytest.mark.parametrize(
    ("field", "value"),
    [("*", "yes"), ("*", 1), ("*", None), ("row", "text"), ("row", []), ("restricted", True)],
)
def test_the_fields_with_a_meaning_hold_only_values_that_fit(field: str, value: object) -> None:
    with pytest.raises(ChangeDamagedError):
        from_wire(wire(field=field, value=value))


@pytest.mark.parametrize("junk", [None, [], "x", 5, {}, {"scope": "00"}, wire(extra=1)])
def test_something_that_is_no_change_is_refused(junk: object) -> None:
    with pytest.raises(ChangeDamagedError) as refused:
        from_wire(junk)

    assert refused.value.part == "parts"


def test_every_missing_part_is_noticed() -> None:
    for part in wire():
        short = wire()
        del short[part]
        with pytest.raises(ChangeDamagedError):
            from_wire(short)


@pytest.mark.parametrize("text", ["", "a\nb\r\nc\td", "🏠", "e\u0301", "a" * MAX_TEXT, "שלום"])
def test_ordinary_text_of_any_language_is_read(text: str) -> None:
    assert from_wire(wire(value=text)).value == text


@pytest.mark.parametrize(
    "value",
    [{"row": 1}, {"0f" * 16: True}, {}, [], [None, True, -5, "a"], {"a": [], "b": ["mon"]}],
)
def test_groups_and_lists_are_read(value: object) -> None:
    assert from_wire(wire(value=value)).value == value


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


def read_or_refuse(found: object) -> Change | None:
    with contextlib.suppress(ChangeDamagedError):
        return from_wire(found)
    return None


@given(st.sampled_from(sorted(wire())), json_values)
def test_no_json_whatever_raises_anything_else_or_reads_as_something_else(
    part: str, found: object
) -> None:
    given_wire = wire(**{part: found})
    read = read_or_refuse(given_wire)

    assert read is None or canonical(to_wire(read)) == canonical(given_wire)


def test_a_change_made_here_that_others_would_refuse_is_refused_here() -> None:
    with pytest.raises(ChangeDamagedError):
        check_change(change(number=0))
    with pytest.raises(ChangeDamagedError):
        check_change(change(made=datetime(2026, 11, 20, tzinfo=UTC), value="\a"))
