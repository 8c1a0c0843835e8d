"""What the paper of one person's assessments prints: item by item, over time, and elsewhere."""

from dataclasses import dataclass
from datetime import date

from coordinator.domain.charts import LineChart
from coordinator.domain.papers.imprint import Imprint, NotSettled


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item of the latest scoring, what it was before, and why it was scored so."""

    words: str
    now: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ScoringLine:
    """One time somebody was scored: what it came to, by whom and why."""

    on: date
    total: str
    band: str = ""
    by: str = ""
    purpose: str = ""
    note: str = ""
    unsettled: tuple[NotSettled, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolPart:
    """What somebody was scored with one tool.

    Attributes:
        owned: What the owner of the tool wants printed.
        items: Of the latest time.
        scorings: The latest first.
    """

    name: str
    owned: str = ""
    items: tuple[ItemLine, ...] = ()
    scorings: tuple[ScoringLine, ...] = ()
    chart: LineChart | None = None


@dataclass(frozen=True, slots=True)
class OutsideLine:
    """An assessment made elsewhere: what came out and where it is held, never its content."""

    tool: str
    on: date | None = None
    result: str = ""
    by: str = ""
    held: str = ""
    unsettled: tuple[NotSettled, ...] = ()


@dataclass(frozen=True, slots=True)
class AssessmentPaper:
    """One person's assessments, for one reader; `person` is their reference."""

    imprint: Imprint
    title: str
    person: str
    tools: tuple[ToolPart, ...] = ()
    outside: tuple[OutsideLine, ...] = ()
    method: tuple[str, ...] = ()
