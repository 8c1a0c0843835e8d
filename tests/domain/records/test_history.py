"""Telling what happened from changes: nothing lost, nothing withheld that may be had."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.merging.changes import ROW, Change
from coordinator.domain.merging.heads import by_record, heads
from coordinator.domain.records.history import ActFacts, disputes, happenings

NOON = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)
PERSON, RECORD, INSTALL, WHO = (UUID(int=number) for number in (1, 2, 3, 4))


def change(number: int, field: str, value: object, *replaced: Change, act: int = 0) -> Change:
    return Change(
        scope=PERSON,
        record=RECORD,
        kind="action",
        field=field,
        value=value,  # type: ignore[arg-type]  # whatever a test says
        author=WHO,
        install=INSTALL,
        number=number,
        made=NOON + timedelta(minutes=act or number),
        act=UUID(int=1000 + (act or number)),
        salt=bytes(16),
        replaces=tuple(sorted(one.id for one in replaced)),
    )


def told(changes: list[Change], *, hide: bool = False) -> list[tuple[object, ...]]:
    found = happenings(
        changes,
        known={one.id: one for one in changes},
        acts={},
        withheld=lambda _change: hide,
    )
    return [(m.field, m.before, m.after, m.is_withheld) for one in found for m in one.moves]


def test_a_row_is_told_by_its_columns_and_empty_ones_are_left_out() -> None:
    row = change(1, ROW, {"text": "Rang", "place": "", "minutes": None, "people": [], "late": 0})
    assert told([row]) == [("text", (), "Rang", False), ("late", (), 0, False)]


def test_what_moves_together_is_told_where_it_differs() -> None:
    first = change(1, "status", {"status": "open", "done_on": None, "note": ""})
    second = change(2, "status", {"status": "done", "done_on": "2026-11-19", "note": ""}, first)
    assert told([first, second]) == [
        ("status", ("open",), "done", False),
        ("done_on", (None,), "2026-11-19", False),
        ("status", (), "open", False),
    ]


def test_settling_names_every_value_it_replaced() -> None:
    one, other = change(1, "phone", "A"), change(2, "phone", "B")
    settled = change(3, "phone", "B", one, other)
    field, before, after, _hidden = told([one, other, settled])[0]
    assert (field, set(before), after) == ("phone", {"A", "B"}, "B")  # type: ignore[call-overload]  # a tuple of values


def test_whole_versions_of_a_plan_are_no_line_of_history() -> None:
    row = change(1, ROW, {"number": 1, "content": "{}", "fingerprint": "ab"})
    assert [field for field, *_rest in told([row])] == ["number", "fingerprint"]


def test_a_reason_goes_with_what_it_is_about() -> None:
    one = change(1, "text", "Ring")
    acts = {one.act: ActFacts("action.added", "Because", RECORD)}

    def reason(*, hide: bool, hidden: frozenset[UUID]) -> str:
        (found,) = happenings([one], known={}, acts=acts, withheld=lambda _c: hide, hidden=hidden)
        return found.reason

    nothing: frozenset[UUID] = frozenset()
    assert reason(hide=False, hidden=nothing) == "Because"
    assert reason(hide=True, hidden=nothing) == ""
    assert reason(hide=False, hidden=frozenset({RECORD})) == ""


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=6), st.booleans())
def test_a_chain_of_values_is_told_step_by_step(values: list[str], hide: bool) -> None:
    chain: list[Change] = []
    for number, value in enumerate(values, 1):
        chain.append(change(number, "phone", value, *chain[-1:]))
    steps = told(chain, hide=hide)[::-1]
    shown = [
        (before, after)
        for before, after in zip([None, *values], values, strict=False)
        if before != after
    ]
    if hide:
        assert steps == [("phone", (), None, True)] * len(shown)
    else:
        assert [(before, after) for _f, before, after, _h in steps] == [
            (() if before is None else (before,), after) for before, after in shown
        ]


@given(st.booleans(), st.permutations([1, 2, 3]))
def test_several_current_values_are_told_oldest_first(hide: bool, order: list[int]) -> None:
    found = [change(number, "phone", f"value {number}") for number in order]
    ((key, fields),) = by_record(heads(found)).items()
    (dispute,) = disputes(key, fields, lambda _change: hide)
    assert (dispute.field, dispute.is_withheld) == ("phone", hide)
    values = [standing.value for standing in dispute.values]
    assert values == ([] if hide else ["value 1", "value 2", "value 3"])


def test_the_same_value_said_twice_is_no_dispute() -> None:
    one = change(1, "phone", "A")
    again = replace(change(2, "phone", "A"), salt=b"\x01" * 16)
    ((key, fields),) = by_record(heads([one, again])).items()
    assert disputes(key, fields, lambda _change: False) == ()
