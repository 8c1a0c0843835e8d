"""Windows before and after: no day counts twice, nothing is shared out, missing is not nought."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.demand.cohorts import LeftOut, totals_of, why_left_out
from coordinator.domain.demand.windows import (
    MONTHS,
    Around,
    Counted,
    Edges,
    Known,
    Pair,
    Span,
    StartedBy,
    pair_around,
    spans_around,
    start_of,
)
from coordinator.domain.lists.measures import Completeness, MeasureMethod

DAY = timedelta(days=1)
LATER = date(2030, 1, 1)
LIST, WORDS = MeasureMethod.AGENCY_LIST, MeasureMethod.OWN_WORDS
FULL, PART = Completeness.FULL, Completeness.PART


def counted(
    number: int,
    first: date,
    last: date,
    count: int | None,
    source: str = "police",
    method: MeasureMethod = LIST,
    completeness: Completeness = FULL,
    as_at: date = LATER,
) -> Counted:
    return Counted(
        UUID(int=number), Span(first, last), count, (None, source), method, completeness, as_at
    )


def months(first: date, counts: Sequence[int], source: str = "police") -> list[Counted]:
    """Give one count for each calendar month from a first of a month on."""
    found = []
    for number, count in enumerate(counts):
        nxt = (first + 31 * DAY).replace(day=1)
        found.append(counted(100 + number, first, nxt - DAY, count, source))
        first = nxt
    return found


def test_whole_months_leave_out_the_month_in_which_the_plan_began() -> None:
    before, after = spans_around(date(2026, 3, 14), 3, Edges.WHOLE_MONTHS)
    assert before == Span(date(2025, 12, 1), date(2026, 2, 28))
    assert after == Span(date(2026, 4, 1), date(2026, 6, 30))


def test_a_plan_of_the_first_of_a_month_leaves_nothing_out() -> None:
    before, after = spans_around(date(2026, 3, 1), 6, Edges.WHOLE_MONTHS)
    assert before == Span(date(2025, 9, 1), date(2026, 2, 28))
    assert after == Span(date(2026, 3, 1), date(2026, 8, 31))


def test_to_the_day_the_day_itself_is_after() -> None:
    before, after = spans_around(date(2026, 3, 31), 6, Edges.TO_THE_DAY)
    assert before == Span(date(2025, 9, 30), date(2026, 3, 30))
    assert after == Span(date(2026, 3, 31), date(2026, 9, 29))


DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2029, 12, 31))
EDGES = st.sampled_from(Edges)
LENGTH = st.sampled_from(MONTHS)


@given(DAYS, LENGTH, EDGES)
def test_the_windows_share_no_day_and_the_start_is_never_before(
    on: date, length: int, edges: Edges
) -> None:
    before, after = spans_around(on, length, edges)
    assert not before.touches(after)
    assert before.last < on
    assert before.days > 0 < after.days
    if edges is Edges.TO_THE_DAY:
        assert before.last + DAY == after.first == on
    else:
        assert before.first.day == after.first.day == 1


@given(DAYS, EDGES, st.sampled_from([(3, 6), (6, 12)]))
def test_a_longer_window_holds_the_shorter(
    on: date, edges: Edges, lengths: tuple[int, int]
) -> None:
    short, long = (spans_around(on, length, edges) for length in lengths)
    assert long[0].holds(short[0])
    assert long[1].holds(short[1])


@st.composite
def some_counts(draw: st.DrawFn) -> list[Counted]:
    found = []
    for number in range(draw(st.integers(min_value=0, max_value=9))):
        first = date(2025, 6, 1) + draw(st.integers(min_value=0, max_value=600)) * DAY
        last = first + draw(st.integers(min_value=0, max_value=120)) * DAY
        found.append(
            counted(
                number,
                first,
                last,
                draw(st.none() | st.integers(min_value=0, max_value=9)),
                draw(st.sampled_from(["police", "hospital", "diary"])),
                draw(st.sampled_from(MeasureMethod)),
                draw(st.sampled_from([FULL, PART])),
                draw(st.sampled_from([first, last, LATER])),
            )
        )
    return found


START = date(2026, 3, 14)


def around(
    counts: Sequence[Counted],
    length: int,
    edges: Edges,
    today: date = LATER,
    died_on: date | None = None,
) -> Pair:
    return pair_around(counts, Around(START, length, edges, today, died_on))


@given(some_counts(), LENGTH, EDGES)
def test_no_day_is_counted_twice(counts: list[Counted], length: int, edges: Edges) -> None:
    by_id = {one.id: one for one in counts}
    pair = around(counts, length, edges)
    for figure in (pair.before, pair.after):
        days = [
            by_id[key].span.first + ahead * DAY
            for key in figure.taken
            for ahead in range(by_id[key].span.days)
        ]
        assert len(days) == len(set(days)) == figure.days_full + figure.days_part
        assert all(figure.span.first <= day <= figure.span.last for day in days)
    assert not set(pair.before.taken) & set(pair.after.taken)


@given(some_counts(), LENGTH, EDGES)
def test_missing_is_never_nought(counts: list[Counted], length: int, edges: Edges) -> None:
    by_id = {one.id: one for one in counts}
    pair = around(counts, length, edges)
    for figure in (pair.before, pair.after):
        if figure.taken:
            assert figure.count == sum(by_id[key].count or 0 for key in figure.taken)
            assert all(by_id[key].count is not None for key in figure.taken)
        else:
            assert figure.count is None
            assert figure.known is Known.MISSING
        assert (figure.known is Known.COMPLETE) == (figure.days_full == figure.span.days)


@given(some_counts(), LENGTH, EDGES)
def test_every_figure_is_in_the_sum_or_told_beside_it(
    counts: list[Counted], length: int, edges: Edges
) -> None:
    pair = around(counts, length, edges)
    for figure in (pair.before, pair.after):
        told = [*figure.taken, *figure.beside, *figure.crossing]
        touching = {
            one.id for one in counts if one.count is not None and one.span.touches(figure.span)
        }
        assert len(told) == len(set(told))
        assert set(told) == touching


@given(some_counts(), LENGTH, EDGES, st.randoms(use_true_random=False))
def test_the_order_in_which_counts_came_says_nothing(
    counts: list[Counted], length: int, edges: Edges, chance: object
) -> None:
    again = list(counts)
    chance.shuffle(again)  # type: ignore[attr-defined]
    assert around(again, length, edges) == around(counts, length, edges)


def test_a_count_over_the_edge_is_in_neither_window_and_told_in_both() -> None:
    over = counted(1, date(2026, 3, 1), date(2026, 3, 31), 9)
    pair = around([over], 3, Edges.TO_THE_DAY)
    assert pair.before.crossing == pair.after.crossing == (over.id,)
    assert pair.before.count is None
    assert pair.after.count is None
    assert pair.before.known is pair.after.known is Known.MISSING


def test_months_on_a_list_fill_windows_of_whole_months() -> None:
    given_months = months(date(2025, 12, 1), [2, 0, 3, 7, 1, 0, 0])
    pair = around(given_months, 3, Edges.WHOLE_MONTHS)
    assert (pair.before.whole, pair.after.whole) == (5, 1)
    assert pair.is_complete
    assert why_left_out(pair) is None


def test_the_same_months_to_the_day_are_part_of_a_window() -> None:
    given_months = months(date(2025, 12, 1), [2, 0, 3, 7, 1, 0, 0])
    pair = around(given_months, 3, Edges.TO_THE_DAY)
    assert pair.before.known is pair.after.known is Known.PART
    assert (pair.before.count, pair.before.whole) == (3, None)
    assert pair.before.days_full == 59
    assert pair.before.span.days == 90


def test_a_month_with_nothing_on_file_leaves_the_window_unknown() -> None:
    given_months = months(date(2025, 12, 1), [2, 0, 3, 7, 1, 0, 0])
    del given_months[1]
    assert around(given_months, 3, Edges.WHOLE_MONTHS).before.known is Known.PART


@pytest.mark.parametrize(
    ("completeness", "as_at"), [(PART, LATER), (FULL, date(2026, 2, 27))], ids=["said", "as at"]
)
def test_a_count_of_part_of_its_days_does_not_make_a_window_known(
    completeness: Completeness, as_at: date
) -> None:
    whole = counted(
        1, date(2025, 12, 1), date(2026, 2, 28), 5, completeness=completeness, as_at=as_at
    )
    before = around([whole], 3, Edges.WHOLE_MONTHS).before
    assert before.known is Known.PART
    assert (before.count, before.days_full, before.days_part) == (5, 0, 90)


def test_a_window_that_is_not_over_is_said_to_be() -> None:
    given_months = months(date(2025, 12, 1), [2, 0, 3, 7, 1, 0, 0])
    pair = around(given_months, 3, Edges.WHOLE_MONTHS, today=date(2026, 6, 30))
    assert pair.after.known is Known.NOT_OVER
    assert why_left_out(pair) is LeftOut.NOT_OVER
    after = around(given_months, 3, Edges.WHOLE_MONTHS, today=date(2026, 7, 1)).after
    assert after.known is Known.COMPLETE


def test_fewer_calls_after_a_death_are_no_success() -> None:
    given_months = months(date(2025, 12, 1), [2, 0, 3, 7, 1, 0, 0])
    pair = around(given_months, 3, Edges.WHOLE_MONTHS, died_on=date(2026, 4, 9))
    assert pair.after.known is Known.CUT_SHORT
    assert not pair.is_complete
    later = around(given_months, 3, Edges.WHOLE_MONTHS, died_on=date(2026, 7, 1))
    assert later.is_complete


def test_of_two_sources_one_counts_and_the_other_is_told() -> None:
    lists = months(date(2025, 12, 1), [2, 0, 3])
    diary = counted(1, date(2025, 12, 1), date(2026, 2, 28), 40, "diary", WORDS)
    before = around([diary, *lists], 3, Edges.WHOLE_MONTHS).before
    assert before.whole == 5
    assert before.beside == (diary.id,)


def test_the_same_source_is_preferred_before_and_after() -> None:
    police = months(date(2025, 12, 1), [2, 0, 3, 7, 1, 0, 0])
    hospital = months(date(2026, 1, 1), [5, 5], "hospital")
    pair = around([*hospital, *police], 3, Edges.WHOLE_MONTHS)
    assert pair.before.whole == 5
    assert pair.same_sources


def test_another_source_afterwards_is_told() -> None:
    police = months(date(2025, 12, 1), [2, 0, 3])
    hospital = months(date(2026, 4, 1), [1, 0, 0], "hospital")
    pair = around([*hospital, *police], 3, Edges.WHOLE_MONTHS)
    assert pair.is_complete
    assert not pair.same_sources
    assert totals_of([pair]).mixed_sources == 1


def test_a_plan_begins_when_it_was_first_agreed_else_when_the_case_was_opened() -> None:
    agreed, opened = date(2026, 3, 14), date(2026, 2, 1)
    found = start_of(agreed, opened)
    assert found is not None
    assert (found.on, found.by) == (agreed, StartedBy.PLAN_AGREED)
    found = start_of(None, opened)
    assert found is not None
    assert (found.on, found.by) == (opened, StartedBy.CASE_OPENED)
    assert start_of(None, None) is None


@given(st.lists(st.none() | some_counts().map(lambda some: around(some, 3, Edges.WHOLE_MONTHS))))
def test_sums_are_of_people_with_both_windows_and_everybody_else_is_told_of(
    pairs: list[Pair | None],
) -> None:
    totals = totals_of(pairs)
    assert totals.everybody == len(pairs)
    complete = [one for one in pairs if one is not None and why_left_out(one) is None]
    assert totals.people == len(complete)
    assert totals.before == sum(one.before.count or 0 for one in complete)
    assert totals.after == sum(one.after.count or 0 for one in complete)
    assert all(one.before.known is one.after.known is Known.COMPLETE for one in complete)
    assert totals.people_before >= totals.people


def test_why_somebody_is_left_out() -> None:
    both = months(date(2025, 12, 1), [2, 0, 3, 7, 1, 0, 0])
    cases = {
        LeftOut.BOTH_MISSING: around([], 3, Edges.WHOLE_MONTHS),
        LeftOut.BEFORE_UNKNOWN: around(both[3:], 3, Edges.WHOLE_MONTHS),
        LeftOut.AFTER_UNKNOWN: around(both[:3], 3, Edges.WHOLE_MONTHS),
        LeftOut.NOT_OVER: around(both, 3, Edges.WHOLE_MONTHS, today=date(2026, 5, 1)),
        LeftOut.DIED: around(both, 3, Edges.WHOLE_MONTHS, died_on=date(2026, 6, 30)),
    }
    for why, pair in cases.items():
        assert why_left_out(pair) is why
    assert why_left_out(None) is LeftOut.NO_START
    totals = totals_of([None, *cases.values(), around(both, 3, Edges.WHOLE_MONTHS)])
    assert dict(totals.left_out) == dict.fromkeys(LeftOut, 1)
    assert (totals.people, totals.before, totals.after) == (1, 5, 1)
    assert (totals.people_before, totals.known_before) == (4, 20)
