"""What the cover sheet prints: the week as somebody finds it who stands in."""

from dataclasses import dataclass
from datetime import date

from coordinator.domain.papers.imprint import Fact, Imprint, Label
from coordinator.domain.papers.meeting import MeetingFacts


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of the week: its day, how it stands, what it waits for."""

    day: date
    what: str
    status: Label
    note: str = ""


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """Somebody or something that waits; a person as initials and reference only."""

    who: str
    what: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency of the panel: how much it owes (a count, never what), and whom to ring.

    `email` is printed where no telephone is on file.
    """

    agency: str
    due: int = 0
    overdue: int = 0
    unheard: int = 0
    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """The cover sheet for a deputy. It holds no passphrase, no code, and not where they are.

    Attributes:
        standing_in: Who stands in for whom and until when, in sentences.
        meeting: The next one; `stage` says how far it is.
        waiting: Counts of what waits.
        unsigned: Meetings whose minutes are not approved.
    """

    imprint: Imprint
    standing_in: tuple[str, ...] = ()
    meeting: MeetingFacts | None = None
    stage: str = ""
    steps: tuple[StepRow, ...] = ()
    waiting: tuple[Fact, ...] = ()
    referrals: tuple[WaitingLine, ...] = ()
    leads: tuple[WaitingLine, ...] = ()
    unsigned: tuple[WaitingLine, ...] = ()
    agencies: tuple[AgencyLine, ...] = ()
