"""Invented assessments of one person, with every section filled."""

from datetime import timedelta

from coordinator.domain.charts import Line, LineChart, Point
from coordinator.domain.papers.assessments import (
    AssessmentPaper,
    ItemLine,
    OutsideLine,
    ScoringLine,
    ToolPart,
)
from tests.exports.example_basics import DAY, imprint


def assessments(times: int = 3) -> AssessmentPaper:
    """Give somebody who was scored so many times, once not in whole."""
    on = [DAY - timedelta(days=30 * at) for at in range(times)]
    points = tuple(
        Point(one, None if at == 1 else 20 + at, f"{one:%d %b}", f"{one}: {20 + at}")
        for at, one in enumerate(reversed(on))
    )
    chart = LineChart("Needs score over time", (Line("", points),), 0, 48, "Not all items known")
    scorings = tuple(
        ScoringLine(
            one,
            "21, from 9 of 10 items" if at else "27",
            "Higher need & more <b>",
            "Kasia Dębska, Community mental health",
            "Three months after moving in",
            "Seen at home",
        )
        for at, one in enumerate(on)
    )
    items = tuple(
        ItemLine(f"Item {at} & <b>", "3 of 4 (4 in August)", "As seen on the day" if at else "")
        for at in range(10)
    )
    return AssessmentPaper(
        imprint=imprint("assessments"),
        title="Assessments of TG (SC-0142)",
        person="SC-0142",
        tools=(
            ToolPart("Needs score, edition 2", "After its team.", items, scorings, chart),
            ToolPart("Vulnerability factors", items=items[:2], scorings=scorings[:1]),
        ),
        outside=(OutsideLine("DASH", DAY, "High", "An officer, Police", "Protection unit"),),
        method=("A total is of the items that are known.",),
    )
