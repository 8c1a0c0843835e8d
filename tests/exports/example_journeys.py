"""The journey of somebody who was invented: short, with nothing, and long and crowded."""

from dataclasses import replace
from typing import Any

from coordinator.domain.papers.journey import (
    JourneyBar,
    JourneyChart,
    JourneyLane,
    JourneyMap,
    JourneyMark,
    JourneyRow,
)
from tests.exports.example_basics import imprint

_CHART = JourneyChart(
    title="1 March to 19 November 2026",
    lanes=(
        JourneyLane("With the panel", (JourneyBar(0.03, 1.0, "On the caseload"),),
                    (JourneyMark(0.0, 1),)),
        JourneyLane("Phase", (JourneyBar(0.03, 0.4, "Engaging"), JourneyBar(0.4, 1, "Steady"))),
        JourneyLane("Lead professional", (JourneyBar(0.05, 0.06, "Rhys Roskilly, Kerrow Homes"),
                                          JourneyBar(0.06, 1, "Kasia Dębska, Health"))),
        JourneyLane("Contact", density=((0.1, 0.2, 12, 3), (0.3, 0.4, 4, 4), (0.9, 1.0, 1, 0))),
        JourneyLane("Decisions", marks=(JourneyMark(0.2, 2), JourneyMark(0.205, 3),
                                        JourneyMark(0.21, 4), JourneyMark(1.0, 5))),
    ),
    ticks=tuple((at / 9, f"{month} 2026") for at, month in enumerate(
        ("Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"))),
    rows=tuple(
        JourneyRow(str(at), "19 March 2026", "Decisions", f"A decision: a room is asked for {at}")
        for at in range(1, 6)
    ),
    words="Chart of 1 March to 19 November 2026. The table under it says the same.",
)  # fmt: skip


def journey(**changed: Any) -> JourneyMap:
    """A journey of nine months."""
    whole = JourneyMap(imprint(), "Journey of KT (KP-0001)", "9 months", (_CHART,))
    return replace(whole, **changed)


def crowded_journey() -> JourneyMap:
    """Three stretches in which a hundred things happened."""
    marks = tuple(JourneyMark(at / 100, at + 1) for at in range(100))
    lanes = tuple(
        replace(one, marks=marks) if one.name == "Decisions" else one for one in _CHART.lanes
    )
    rows = tuple(
        JourneyRow(str(at), "19 March 2026", "Decisions", "A decision: " + "room " * 40)
        for at in range(1, 101)
    )
    return journey(charts=(replace(_CHART, lanes=lanes, rows=rows),) * 3)


def bare_journey() -> JourneyMap:
    """A journey about which nothing is on file."""
    return journey(charts=(replace(_CHART, lanes=(), rows=(), ticks=()),), note="For learning.")
