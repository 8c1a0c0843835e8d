"""A chart over time says what is known, and where it is not: never nought, never bridged."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.charts import Line, LineChart, Point, Upright

FIRST = date(2026, 3, 2)


def line(*values: int | None) -> Line:
    days = (FIRST + timedelta(days=30 * at) for at in range(len(values)))
    points = tuple(
        Point(on, value, words=f"{value}") for on, value in zip(days, values, strict=True)
    )
    return Line("Needs", points)


def test_what_is_not_known_parts_the_line_and_is_never_joined_over() -> None:
    told = [[point.value for point in run] for run in line(31, None, 27, 25).runs]
    assert told == [[31], [27, 25]]
    assert line(None, None).runs == ()
    assert [point.on for point in line(31, None, 27).gaps] == [FIRST + timedelta(days=30)]


def test_the_scale_is_the_measures_own_and_names_whole_values() -> None:
    chart = LineChart("Needs", (line(31, 27),), 0, 48)
    assert chart.ticks == (0, 12, 24, 36, 48)
    assert (chart.up(0), chart.up(24), chart.up(48), chart.up(60)) == (0, 0.5, 1, 1)
    assert LineChart("None", (), 3, 3).ticks == (3, 3)


def test_a_day_alone_stands_in_the_middle_and_others_by_their_distance() -> None:
    assert LineChart("Needs", (line(31),), 0, 48).along(FIRST) == 0.5
    chart = LineChart("Needs", (line(31, None, 27),), 0, 48)
    assert [chart.along(on) for on in chart.days] == [0, 0.5, 1]


def test_it_is_read_out_with_every_point_and_every_day_that_stands_out() -> None:
    chart = LineChart("Needs", (line(31, 27),), 0, 48, uprights=(Upright(FIRST, "Plan agreed"),))
    assert chart.words == "Needs. 31. 27. Plan agreed."


@given(st.lists(st.none() | st.integers(0, 48), max_size=9), st.integers(1, 60))
def test_every_point_is_drawn_once_or_is_a_gap(values: list[int | None], highest: int) -> None:
    one = line(*values)
    joined = [point for run in one.runs for point in run]
    assert sorted((*joined, *one.gaps), key=lambda point: point.on) == list(one.points)
    chart = LineChart("Needs", (one,), 0, highest)
    assert all(0 <= chart.up(point.value or 0) <= 1 for point in joined)
    assert (chart.ticks[0], chart.ticks[-1]) == (0, highest)
    assert list(chart.ticks) == sorted(set(chart.ticks))
