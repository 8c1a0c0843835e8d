"""What a returns sheet holds: one agency's actions, with room to say what became of each."""

from dataclasses import dataclass, field
from datetime import date

from coordinator.domain.papers.imprint import Imprint


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """One action as it goes out: `stood` is its status in words, `code` what it was made from."""

    number: str
    person: str = field(repr=False)
    text: str = field(repr=False)
    owner: str = field(repr=False)
    due: date
    stood: str
    code: str


@dataclass(frozen=True, slots=True)
class ReturnSheet:
    """The sheet of one agency.

    Attributes:
        meeting_on: It is wanted back before; nothing when no meeting is in the calendar.
        code: Says whose sheet it is, when it comes back.
    """

    imprint: Imprint
    agency: str
    code: str
    lines: tuple[ReturnLine, ...]
    meeting_on: date | None = None
