"""Laws of counts told together: what is hidden stays hidden, whatever is added and taken away."""

from collections.abc import Mapping, Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from coordinator.domain.small_numbers import LEAST_TOLD, Hidden, Told
from coordinator.domain.telling_together import Sum, tell_together
from tests.domain.guessing import could_be, possible

SMALL = st.integers(0, 7)


def holds(counts: Mapping[str, int], sums: Sequence[Sum[str]]) -> bool:
    return all(sum(sign * counts[name] for name, sign in one.members()) == 0 for one in sums)


def worked_out(
    counts: Mapping[str, int], told: Mapping[str, Told], sums: Sequence[Sum[str]]
) -> set[str]:
    """Try every table that would look the same; name the hidden counts equal in all of them.

    Totals follow from their parts, so only counts that are no total are tried.
    """
    totals = {one.total for one in sums}
    free = [name for name in counts if name not in totals]
    seen: dict[str, set[int]] = {name: set() for name in counts}
    for values in product(*(possible(counts[name], told[name]) for name in free)):
        table = dict(zip(free, values, strict=True))
        for one in sums:
            parts = sum(sign * table[name] for name, sign in one.members() if name != one.total)
            table[one.total] = parts
        if all(table[name] in possible(counts[name], told[name]) for name in totals):
            for name, value in table.items():
                seen[name].add(value)
    hidden = {name for name, value in told.items() if isinstance(value, Hidden)}
    return {name for name in hidden if len(seen[name]) < 2}


def row_of(values: Sequence[int]) -> tuple[dict[str, int], list[Sum[str]]]:
    parts = {f"p{at}": value for at, value in enumerate(values)}
    return {**parts, "all": sum(values)}, [Sum("all", tuple(parts))]


def square_of(values: Sequence[int]) -> tuple[dict[str, int], list[Sum[str]]]:
    a, b, c, d = values
    counts = {"a": a, "b": b, "c": c, "d": d, "ab": a + b, "cd": c + d, "ac": a + c, "bd": b + d}
    sums = [
        Sum("ab", ("a", "b")),
        Sum("cd", ("c", "d")),
        Sum("ac", ("a", "c")),
        Sum("bd", ("b", "d")),
        Sum("all", ("ab", "cd")),
    ]
    return {**counts, "all": sum(values)}, sums


@given(st.lists(SMALL, min_size=1, max_size=4))
def test_no_hidden_part_of_a_total_can_be_worked_out(values: list[int]) -> None:
    counts, sums = row_of(values)
    assert worked_out(counts, tell_together(counts, sums), sums) == set()


@given(st.lists(SMALL, min_size=4, max_size=4))
def test_no_hidden_cell_of_a_table_can_be_worked_out_from_its_margins(values: list[int]) -> None:
    counts, sums = square_of(values)
    assert worked_out(counts, tell_together(counts, sums), sums) == set()


@given(st.tuples(SMALL, SMALL, SMALL, st.integers(0, 3)))
def test_no_hidden_count_can_be_worked_out_from_what_came_and_went(
    values: tuple[int, int, int, int],
) -> None:
    before, came, other, went = values
    went = min(went, before + came + other)
    counts = {
        "before": before,
        "came": came,
        "other": other,
        "went": went,
        "after": before + came + other - went,
    }
    sums = [Sum("after", ("before", "came", "other"), ("went",))]
    assert worked_out(counts, tell_together(counts, sums), sums) == set()


@st.composite
def caseloads(draw: st.DrawFn) -> tuple[dict[str, int], list[Sum[str]]]:
    """The tables of a quarterly report: each shares out a count of those who came and went."""
    lines = st.lists(st.sampled_from((1, 2, 5, 6)), max_size=3)
    phases, closed, more = draw(lines), draw(lines), draw(st.integers(0, 7))
    cut = draw(st.integers(0, sum(phases)))
    bands = [some for some in (cut, sum(phases) - cut) if some]
    before = max(sum(phases) + sum(closed) - more, 0)
    new = sum(phases) + sum(closed) - before
    counts = {"before": before, "new": new, "closed": sum(closed), "after": sum(phases)}
    sums = [Sum("after", ("before", "new"), ("closed",))]
    for name, total, some in (
        ("why", "closed", closed),
        ("phase", "after", phases),
        ("band", "after", bands),
    ):
        parts = {f"{name}{at}": count for at, count in enumerate(some)}
        counts |= parts
        sums.append(Sum(total, tuple(parts)))
    return counts, sums


@settings(max_examples=150)
@given(caseloads())
def test_no_hidden_count_of_a_report_can_be_worked_out_from_its_tables(
    given_: tuple[dict[str, int], list[Sum[str]]],
) -> None:
    counts, sums = given_
    told = tell_together(counts, sums)
    hidden = [name for name, value in told.items() if isinstance(value, Hidden)]
    assert [name for name in hidden if not could_be(name, counts, told, sums)] == []


def test_what_nought_would_explain_is_given_away_where_nought_is_told() -> None:
    """Of seven people, two small groups and one not given: it is no nought, so 1, 1 and 5."""
    counts, sums = row_of([1, 1, 5])
    told = tell_together(counts, sums)
    assert isinstance(told["all"], Hidden)
    assert worked_out(counts, told, sums) == set()


@given(st.lists(SMALL, min_size=1, max_size=6))
def test_nought_is_always_told(values: list[int]) -> None:
    counts, sums = row_of(values)
    told = tell_together(counts, sums)
    assert [name for name, count in counts.items() if not count and told[name] != 0] == []


@given(st.lists(SMALL, min_size=1, max_size=6))
def test_what_is_told_is_true_and_nothing_small_is_told(values: list[int]) -> None:
    counts, sums = row_of(values)
    for name, value in tell_together(counts, sums).items():
        if isinstance(value, Hidden):
            is_small = 0 < counts[name] < LEAST_TOLD
            assert value is Hidden.UNSAID or is_small == (value is Hidden.SMALL)
        else:
            assert value == counts[name]
            assert not 0 < value < LEAST_TOLD


@given(st.lists(st.integers(LEAST_TOLD, 40) | st.just(0), min_size=1, max_size=6))
def test_nothing_is_hidden_where_nothing_is_small(values: list[int]) -> None:
    counts, sums = row_of(values)
    assert tell_together(counts, sums) == counts


def test_one_small_part_takes_the_least_of_the_others_along_and_leaves_the_total() -> None:
    counts, sums = row_of([3, 9, 20])
    told = tell_together(counts, sums)
    assert told == {"p0": Hidden.SMALL, "p1": Hidden.GIVES_AWAY, "p2": 20, "all": 32}


def test_two_sums_that_share_counts_are_read_as_one() -> None:
    """Either sum keeps its two hidden counts; the one taken from the other tells the third."""
    counts = {"a": 2, "b": 3, "c": 4, "ab": 5, "abc": 9}
    sums = [Sum("ab", ("a", "b")), Sum("abc", ("a", "b", "c"))]
    told = tell_together(counts, sums)
    assert worked_out(counts, told, sums) == set()
    assert Hidden.GIVES_AWAY in told.values()


def test_a_small_total_of_as_many_parts_does_not_even_say_that_each_is_small() -> None:
    counts, sums = row_of([1, 1, 1, 1])
    told = tell_together(counts, sums)
    assert Hidden.UNSAID in told.values()
    assert worked_out(counts, told, sums) == set()


def test_without_sums_small_counts_alone_are_hidden() -> None:
    assert tell_together({"a": 0, "b": 4, "c": 5}) == {"a": 0, "b": Hidden.SMALL, "c": 5}
