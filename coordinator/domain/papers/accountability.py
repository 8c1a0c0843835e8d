"""What the attendance and accountability report prints: agencies in figures, nobody's name."""

from dataclasses import dataclass

from coordinator.domain.charts import BarChart
from coordinator.domain.papers.imprint import Fact, Imprint


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures by agency.

    Attributes:
        heads: Of the columns with figures, each with what it means.
        rows: An agency, its figures, and what is read beside them.
        explained: What has to be known to read the columns, in sentences.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...], str], ...]
    explained: str = ""


@dataclass(frozen=True, slots=True)
class AccountabilityReport:
    """A period of the panel, for the chair and the management group.

    Attributes:
        scope: The period, in words.
        facts: Of the panel as a whole.
        vacant: Seats nobody holds, in sentences.
        tables: Each with its chart, or nothing where there is none.
        method: How it was counted, in sentences.
    """

    imprint: Imprint
    scope: str
    facts: tuple[Fact, ...] = ()
    vacant: tuple[str, ...] = ()
    tables: tuple[tuple[FigureTable, BarChart | None], ...] = ()
    method: tuple[str, ...] = ()
