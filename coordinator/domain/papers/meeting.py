"""What the papers of a meeting share."""

from dataclasses import dataclass, field
from datetime import date, time

from coordinator.domain.papers.imprint import Label


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """One meeting as its papers introduce it."""

    kind: str
    day: date
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    chair: str = ""
    minute_taker: str = ""
    quorum: str = ""
    next_day: date | None = None


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """Who came for which agency, and how; `information` says whether and when it was sent."""

    agency: str
    name: str = ""
    role: str = ""
    result: Label = field(default_factory=Label)
    information: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A point that concerns no single person."""

    title: str
    text: str
