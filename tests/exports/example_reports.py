"""An invented report of what agencies brought, long enough for several figures and pages."""

from coordinator.domain.charts import Bar, BarChart, Length, LengthChart, Part, Shade
from coordinator.domain.pair_charts import PairBars, PairChart, Side
from coordinator.domain.papers.accountability import AccountabilityReport, FigureTable
from coordinator.domain.papers.demand import DemandLine, DemandReport, LeftOutLine
from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.domain.reports.parts import PartTable, ToldPart
from tests.exports.example_basics import imprint

_PARTS = tuple(Part(one.value.title(), one) for one in Shade)


def demand(measures: int = 20) -> DemandReport:
    """Give a report on so many measures; of the first nothing is told, of the second a part."""
    names = [f"Measure {at} & more <b>" for at in range(measures)]
    lines = tuple(
        DemandLine(
            name, f"{at + 10} people", f"{at + 60}", f"{at + 30}", "\u221230", f"\u00a3{at}5"
        )
        for at, name in enumerate(names)
    )
    pairs = tuple(
        PairBars(
            name,
            Side(60 + at if at else None, f"{60 + at} times" if at else "not given"),
            Side(30 + at, f"{30 + at} times", is_part=at == 1),
            f"{name}: before, after",
        )
        for at, name in enumerate(names)
    )
    return DemandReport(
        imprint=imprint("demand"),
        scope="Everybody: 6 months before and after",
        facts=(Fact("People looked at", "16"), Fact("How long", "6 months")),
        lines=lines,
        chart=PairChart("How often", "6 months before it", "6 months after it", pairs),
        reasons=("Not over at all", "Nothing is known"),
        left_out=tuple(LeftOutLine(name, ("7 of them", "not given")) for name in names),
        costs=("One call: \u00a3256.50, prices of 2023/24",),
        method=("They are not split.",),
    )


def accountability(agencies: int = 20) -> AccountabilityReport:
    """Give a report with so many agencies; the first did nothing."""
    names = [f"Agency of {at} & sons <b>" for at in range(agencies)]
    bars = tuple(
        Bar(name, (at, 2 * at, at % 3, at % 2, 0), f"{at} due", f"{name}: {at} of {3 * at}")
        for at, name in enumerate(names)
    )
    rows = tuple(
        (name, (at, at % 4, 0), "No seat" if at % 2 else "") for at, name in enumerate(names)
    )
    table = FigureTable("Actions", ("Due", "On time", "Late"), rows, "Late: done late.")
    return AccountabilityReport(
        imprint=imprint(),
        scope="Fri 21 August 2026 to Thu 19 November 2026",
        facts=(Fact("Meetings held", "13"), Fact("Seats vacant now", "1")),
        vacant=("Probation: vacant since Mon 2 Nov",),
        tables=((table, BarChart("What became of them", _PARTS, bars)), (table, None)),
        method=("They are not ranked.",),
    )


def quarter(lines: int = 6) -> QuarterPaper:
    """Give a quarterly report whose first table has so many lines, some of them hidden."""
    names = [f"Phase {at} & <b>more</b>" for at in range(lines)]
    told = ["fewer than 5" if at % 3 == 1 else at for at in range(lines)]
    chart = LengthChart(
        "Where people are now",
        tuple(
            Length(name, one if isinstance(one, int) else None, str(one))
            for name, one in zip(names, told, strict=True)
        ),
    )
    rows = tuple(zip(names, told, strict=True))
    agencies = tuple((f"Agency {at}", at, at // 2) for at in range(lines))
    bars = tuple(Bar(f"Agency {at}", (at, 1, 0, 0, 0), f"{at} due") for at in range(lines))
    caseload = (
        PartTable("Where people are now", ("What", "People"), rows, chart, "As they stand now."),
        PartTable("Why cases were closed", ("What", "People"), ()),
    )
    came = PartTable("Seats", ("Agency", "Meetings", "Holder"), agencies,
                     BarChart("Seats", _PARTS, bars), "Not ranked.")  # fmt: skip
    return QuarterPaper(
        imprint=imprint(),
        scope="Fri 21 August 2026 to Thu 19 November 2026",
        facts=(Fact("On the caseload at the end", "16"), Fact("Meetings held", "13")),
        parts=(
            ToldPart("The caseload", caseload, "Two people moved on.\n\nOne came back."),
            ToldPart("Attendance", (came,), facts=("Half within 7 days.",)),
        ),
        method=("Small counts are hidden.",),
        limits=("Who was never referred is in no figure.",),
    )
