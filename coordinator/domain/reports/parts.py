"""A part of the report as it may leave the panel: in words, with nothing left to hide."""

from dataclasses import dataclass

from coordinator.domain.charts import BarChart, LengthChart
from coordinator.domain.pair_charts import PairChart

Cell = str | int
"""A count that is told is a number; everything else stands in words."""


@dataclass(frozen=True, slots=True)
class PartTable:
    """Figures with their words; the first cell of a row says what the row is of.

    Attributes:
        heads: Of every column.
        explained: How it is counted, and what it cannot say.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    chart: LengthChart | BarChart | PairChart | None = None
    explained: str = ""


@dataclass(frozen=True, slots=True)
class ToldPart:
    """One part: its tables, and what somebody said beside them."""

    title: str
    tables: tuple[PartTable, ...] = ()
    said: str = ""
    facts: tuple[str, ...] = ()
