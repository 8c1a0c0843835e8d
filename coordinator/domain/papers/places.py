"""What the register of place plans prints: nobody named, figures with the care they want."""

from dataclasses import dataclass, field
from datetime import date

from coordinator.domain.papers.imprint import Fact, Imprint, Label


@dataclass(frozen=True, slots=True)
class PlaceActionLine:
    """What is done, by which agency and when; how it is told to be done."""

    number: str
    text: str
    agency: str = ""
    due: date | None = None
    status: Label = field(default_factory=Label)
    measure: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMeasureLine:
    """The figures of a measure in words; the caveat stands wherever they do."""

    title: str
    baseline: str = ""
    target: str = ""
    latest: str = ""
    source: str = ""
    caveat: str = ""


@dataclass(frozen=True, slots=True)
class PlacePriorityLine:
    """One thing the plan sets out to change."""

    title: str
    why: str = ""
    agency: str = ""
    ended: str = ""
    actions: tuple[PlaceActionLine, ...] = ()
    measures: tuple[PlaceMeasureLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceGroupLine:
    """A group behind a plan, its seats by what they are called, who holds them by no name."""

    name: str
    kind: str = ""
    task: str = ""
    until: str = ""
    seats: tuple[str, ...] = ()
    vacant: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacePlanLine:
    """One plan; `people` is in words, small numbers hidden already."""

    number: str
    place: str
    title: str
    group: str = ""
    period: str = ""
    status: Label = field(default_factory=Label)
    ended: str = ""
    people: str = ""
    open_actions: int = 0
    overdue: int = 0
    summary: str = ""
    priorities: tuple[PlacePriorityLine, ...] = ()
    measures: tuple[PlaceMeasureLine, ...] = ()
    groups: tuple[PlaceGroupLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceRegister:
    """Every place plan, those that ended last; or one alone, with the groups behind it."""

    imprint: Imprint
    plans: tuple[PlacePlanLine, ...] = ()
    totals: tuple[Fact, ...] = ()
    is_one: bool = False
