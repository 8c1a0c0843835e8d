"""Time of an item: never lost, never made up, whatever the clocks do."""

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.meetings.agendas import MOST_MINUTES
from coordinator.domain.meetings.stopwatches import (
    MOST_SILENT,
    Stopwatch,
    minutes_in_all,
    rounded,
    time_away,
)

steps = st.lists(st.floats(-2 * MOST_SILENT, 3 * MOST_SILENT), max_size=30)
moments = st.floats(-1e6, 1e6)
minutes = st.integers(0, MOST_MINUTES)


@given(moments, steps)
def test_all_time_that_went_on_is_counted_or_asked_about(began: float, by: list[float]) -> None:
    watch, now, gone_on = Stopwatch(last=began), began, 0.0
    for step in by:
        now += step
        gone_on += max(step, 0.0)
        watch = watch.at(now)
    assert abs(watch.counted + watch.missing - gone_on) < 1e-3


@given(moments, steps)
def test_no_sign_of_life_ever_takes_time_away(began: float, by: list[float]) -> None:
    watch, now = Stopwatch(last=began), began
    for step in by:
        now += step
        later = watch.at(now)
        assert later.counted >= watch.counted
        assert later.missing >= watch.missing
        assert later.counted - watch.counted <= MOST_SILENT
        watch = later


def test_a_long_silence_is_asked_about_and_either_answer_settles_it() -> None:
    watch = Stopwatch().at(60).at(60 + 2700)
    assert (watch.counted, watch.missing) == (60, 2700)
    assert watch.with_missing() == Stopwatch(counted=2760, last=2760)
    assert watch.without_missing() == Stopwatch(counted=60, last=2760)


def test_a_stopped_clock_neither_counts_nor_asks() -> None:
    watch = Stopwatch().paused(60).at(90).at(5000).gone_on(5000).at(5030)
    assert (watch.counted, watch.missing) == (90, 0)


@given(minutes, minutes, st.floats(0, 60 * MOST_MINUTES))
def test_time_recorded_twice_counts_once(before: int, recorded: int, seconds: float) -> None:
    once = minutes_in_all(before, recorded, seconds)
    assert minutes_in_all(before, once, seconds) == once
    assert recorded <= once <= MOST_MINUTES


@given(minutes, st.floats(0, 60 * MOST_MINUTES))
def test_an_item_opened_again_goes_on_from_what_it_had(before: int, seconds: float) -> None:
    assert minutes_in_all(before, before, seconds) == min(before + rounded(seconds), MOST_MINUTES)


@given(st.floats(0, 1e6), st.floats(-1e6, 1e6))
def test_a_wall_clock_that_was_set_never_makes_an_item_longer(steady: float, wall: float) -> None:
    assert 0 <= time_away(steady, wall) <= steady


@given(st.floats(-1e6, -1), st.floats(-1e6, 1e6))
def test_after_a_restart_of_the_computer_the_wall_tells(steady: float, wall: float) -> None:
    assert time_away(steady, wall) == max(wall, 0)
