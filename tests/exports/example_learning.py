"""An invented report on learning and gaps, with every section filled."""

from datetime import date

from coordinator.domain.charts import Length, LengthChart
from coordinator.domain.papers.imprint import Fact, Label, Tone
from coordinator.domain.papers.learning import (
    LearningPaper,
    LearntLine,
    RecommendationLine,
    ReviewLine,
    SolutionLine,
    ThemeLine,
)
from coordinator.domain.reports.parts import PartTable
from tests.exports.example_basics import imprint

_DAY = date(2026, 9, 15)


def learning(lines: int = 3) -> LearningPaper:
    """Give a report with so many lines of each kind."""
    every = range(1, lines + 1)
    return LearningPaper(
        imprint=imprint("learning"),
        scope="Fri 21 August 2026 to Thu 19 November 2026",
        facts=(Fact("Told without names", "3"), Fact("Gaps nobody closed", "7")),
        keeps_themes=True,
        themes=tuple(_theme(at) for at in every),
        learnt=tuple(
            LearntLine(_DAY, "What worked" if at % 2 else "", f"We asked once, {at} & <b>.")
            for at in every
        ),
        solutions=tuple(
            SolutionLine(f"G26-{at:03d}", "No rooms that take dogs", "A kennel, & a letter.")
            for at in every
        ),
        gaps=_gaps(lines),
        reviews=tuple(_review(at) for at in every[:5]),
        method=("Nobody is named.",),
        limits=("What nobody wrote down was learnt all the same.",),
    )


def _theme(at: int) -> ThemeLine:
    return ThemeLine(
        title=f"County lines {at} & <b>",
        overall="High" if at % 2 else "Not entered yet",
        bands=(Fact("Risk to the public", "High"), Fact("Ability to mitigate", "Some limits")),
        reason="Two flats were taken over in one street.",
        description="Younger people are used to carry." if at % 2 else "",
        unknowns="How many are under 25",
        entered_on=_DAY if at % 2 else None,
        people="fewer than 5" if at % 2 else 12,
        gaps=at,
    )


def _gaps(lines: int) -> PartTable:
    names = [f"Part of the system {at} & <b>" for at in range(1, lines + 1)]
    rows = tuple((name, at, 1, 0, at + 1) for at, name in enumerate(names))
    bars = tuple(Length(name, at + 1, f"{at + 1} gaps") for at, name in enumerate(names))
    heads = ("About", "Open", "With a commissioner", "Closed", "Together")
    return PartTable(
        "Gaps by what they are about", heads, rows, LengthChart("Gaps", bars), "Gaps, not people."
    )


def _review(at: int) -> ReviewLine:
    recommended = (
        RecommendationLine(
            f"A26-{at:03d}",
            "Hospitals tell the panel a week before.",
            "A letter from the ward",
            "Kerrow Hospital",
            _DAY,
            Label("Done", Tone.GOOD),
        ),
        RecommendationLine(f"A26-{at + 100}", "Ask once."),
    )
    return ReviewLine(f"L26-{at:03d}", "Reported", "1 of 2 acted on", recommended)
