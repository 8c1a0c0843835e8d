"""Values over time on paper: tagged with words, gaps left open, told apart without colour."""

import io
from datetime import date

import pikepdf

from coordinator.domain.charts import Line, LineChart, Point, Stroke, Upright
from coordinator.exports.layout.line_charts import LinesOverTime
from coordinator.exports.layout.press import Paper, print_paper
from coordinator.exports.layout.tokens import TYPE
from tests.exports import reading
from tests.exports.example_basics import imprint


def point(month: int, value: int | None) -> Point:
    said = "not known" if value is None else f"{value}"
    return Point(date(2026, month, 1), value, f"Month {month}", f"1 of {month}: {said}")


CHART = LineChart(
    "Needs score over time",
    (
        Line("Needs score", (point(3, 31), point(6, None), point(8, 29), point(11, 27))),
        Line("Of the others", (point(3, 12), point(11, 18)), Stroke.DASHED),
    ),
    0,
    48,
    unknown="Not all items known",
    uprights=(Upright(date(2026, 5, 1), "Plan agreed"),),
)


def drawn(chart: LineChart) -> bytes:
    return print_paper(Paper("Chart", imprint(), [LinesOverTime(chart, TYPE)]))


def test_the_figures_and_the_key_stand_in_it_and_a_gap_has_no_figure() -> None:
    words = reading.words(drawn(CHART))
    for told in ("31", "29", "27", "0", "48", "Month 3", "Month 11", "Plan agreed"):
        assert told in words
    assert "Not all items known" in words
    assert "Not all items known" not in reading.words(
        drawn(LineChart("T", (CHART.lines[1],), 0, 48, unknown="Not all items known"))
    )


def test_the_line_is_not_drawn_over_what_is_not_known() -> None:
    whole = LineChart("T", (Line("", (point(3, 31), point(6, 30), point(8, 29))),), 0, 48)
    parted = LineChart("T", (Line("", (point(3, 31), point(6, None), point(8, 29))),), 0, 48)
    assert _strokes(drawn(whole)) == 2
    assert _strokes(drawn(parted)) == 0


def test_it_is_one_figure_read_out_in_full() -> None:
    with pikepdf.open(io.BytesIO(drawn(CHART))) as read:
        told = [
            str(one["/Alt"])
            for one in read.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]
    assert told == [CHART.words]


def _strokes(paper: bytes) -> int:
    """Count the stretches of line between points: those drawn as wide as only they are."""
    with pikepdf.open(io.BytesIO(paper)) as read:
        written = bytes(read.pages[0].Contents.read_bytes())
    return written.count(b"1.4 w ")
