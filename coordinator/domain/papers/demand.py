"""What the report on demand prints: sums nobody can be told from, in words already."""

from dataclasses import dataclass

from coordinator.domain.pair_charts import PairChart
from coordinator.domain.papers.imprint import Fact, Imprint


@dataclass(frozen=True, slots=True)
class DemandLine:
    """The sums of one measure; small ones are words. `money` is empty without a unit cost."""

    measure: str
    people: str
    before: str
    after: str
    change: str
    money: str = ""


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """How many people are not in the sums of a measure, in the order of the report's reasons."""

    measure: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemandReport:
    """Demand before and after, over many people.

    Attributes:
        scope: Whose, and which windows, in words.
        reasons: Why people were left out: the heads of a table, each count in `left_out`.
        costs: The unit costs used, each with source and price year.
        method: How it was counted, and what it cannot say, in sentences.
    """

    imprint: Imprint
    scope: str
    facts: tuple[Fact, ...] = ()
    lines: tuple[DemandLine, ...] = ()
    chart: PairChart | None = None
    reasons: tuple[str, ...] = ()
    left_out: tuple[LeftOutLine, ...] = ()
    costs: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
