"""An invented report of what agencies brought, long enough for several figures and pages."""

from coordinator.domain.charts import Bar, BarChart, Part, Shade
from coordinator.domain.papers.accountability import AccountabilityReport, FigureTable
from coordinator.domain.papers.imprint import Fact
from tests.exports.example_basics import imprint

_PARTS = tuple(Part(one.value.title(), one) for one in Shade)


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
