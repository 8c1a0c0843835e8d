"""What the quarterly report prints: figures as they may leave the panel, and nobody's name."""

from dataclasses import dataclass

from coordinator.domain.papers.imprint import Fact, Imprint
from coordinator.domain.reports.parts import ToldPart


@dataclass(frozen=True, slots=True)
class QuarterPaper:
    """A period of the panel, for the chair, the management group and commissioners.

    Attributes:
        scope: The period, in words.
        facts: Of the panel as a whole.
        parts: In their order.
        method: How it was counted, in sentences.
        limits: What it cannot say.
    """

    imprint: Imprint
    scope: str
    facts: tuple[Fact, ...] = ()
    parts: tuple[ToldPart, ...] = ()
    method: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
