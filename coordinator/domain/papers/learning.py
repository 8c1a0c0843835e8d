"""What the report on learning and gaps prints: nobody named, small numbers in words already."""

from dataclasses import dataclass, field
from datetime import date

from coordinator.domain.papers.imprint import Fact, Imprint, Label
from coordinator.domain.reports.parts import Cell, PartTable


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """An issue of the area: its three bands, the overall somebody entered and their reason.

    Attributes:
        people: A number where it is told, else why not.
    """

    title: str
    overall: str = ""
    bands: tuple[Fact, ...] = ()
    reason: str = ""
    description: str = ""
    unknowns: str = ""
    entered_on: date | None = None
    people: Cell = ""
    gaps: int = 0


@dataclass(frozen=True, slots=True)
class LearntLine:
    """What was learnt, as it is told beyond the panel."""

    on: date
    about: str
    telling: str


@dataclass(frozen=True, slots=True)
class SolutionLine:
    """What helped where something is missing, and others could use."""

    number: str
    gap: str
    workaround: str


@dataclass(frozen=True, slots=True)
class RecommendationLine:
    """What a review recommended, which agency does it, and where it stands."""

    number: str
    text: str
    measure: str = ""
    agency: str = ""
    due: date | None = None
    status: Label = field(default_factory=Label)


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review by its number; `done` says in words how much of it was acted on."""

    number: str
    status: str = ""
    done: str = ""
    recommended: tuple[RecommendationLine, ...] = ()


@dataclass(frozen=True, slots=True)
class LearningPaper:
    """A period's learning and gaps, for the board and commissioners.

    Attributes:
        scope: The period, in words.
        keeps_themes: Whether the panel keeps a register of themes, or kept one.
        gaps: How many, by what they are about and how far they have come.
        method: How it was counted, in sentences.
        limits: What it cannot say.
    """

    imprint: Imprint
    scope: str
    facts: tuple[Fact, ...] = ()
    keeps_themes: bool = False
    themes: tuple[ThemeLine, ...] = ()
    learnt: tuple[LearntLine, ...] = ()
    solutions: tuple[SolutionLine, ...] = ()
    gaps: PartTable | None = None
    reviews: tuple[ReviewLine, ...] = ()
    method: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
