"""What the register of gaps prints: nobody named, small numbers in words already."""

from dataclasses import dataclass, field
from datetime import date

from coordinator.domain.papers.imprint import Fact, Imprint, Label


@dataclass(frozen=True, slots=True)
class GapLine:
    """One gap; `people` and `age` are words, ready to print."""

    number: str
    title: str
    theme: str = ""
    first_raised: date | None = None
    age: str = ""
    people: str = ""
    evidence: str = ""
    cost: str = ""
    commissioner: str = ""
    status: Label = field(default_factory=Label)
    decision: str = ""
    workaround: str = ""


@dataclass(frozen=True, slots=True)
class GapChange:
    """What happened to a gap since the day the register looks back to."""

    number: str
    title: str
    what: str


@dataclass(frozen=True, slots=True)
class GapRegister:
    """Gaps in the order they are to be read: those nobody decided first, the oldest first.

    Attributes:
        since: What changed is told from this day on.
        workarounds: What helped, and others could use.
    """

    imprint: Imprint
    since: date
    gaps: tuple[GapLine, ...] = ()
    changes: tuple[GapChange, ...] = ()
    workarounds: tuple[GapLine, ...] = ()
    totals: tuple[Fact, ...] = ()
