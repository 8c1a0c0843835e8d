"""What the agenda prints: people as initials and reference only."""

from dataclasses import dataclass
from datetime import date, time

from coordinator.domain.panel.rundowns import Planned
from coordinator.domain.papers.imprint import ActionLine, EscalationLine, Imprint, NotSettled
from coordinator.domain.papers.meeting import MeetingFacts, Topic
from coordinator.domain.papers.places import PlaceActionLine


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One person on the agenda; `person` is initials and reference.

    `elsewhere` says which other forums deal with them: the fact, never what was said there.
    `lead_alone` and `referrer_alone` are these without their agencies.
    """

    person: str
    lead: str = ""
    why: str = ""
    last_seen: date | None = None
    wanted: str = ""
    starts: time | None = None
    minutes: int = 0
    referrer: str = ""
    offer: str = ""
    elsewhere: str = ""
    lead_alone: str = ""
    referrer_alone: str = ""
    unsettled: tuple[NotSettled, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyActions:
    """The actions of one agency that are due, most urgent first."""

    agency: str
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class AwayLine:
    """From when to when agencies leave the room; whom it is about is not said."""

    leaves: time
    returns: time
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanOnAgenda:
    """A place plan, named by number, place and title, with its actions due; nobody is named."""

    name: str
    actions: tuple[PlaceActionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda of one meeting, as one reader may have it.

    `parts` is the panel's standard agenda; in the usual order when empty. `own_part` says from
    when to when an agency's people are taken: its copy has no time beside each. `away` is in the
    copies of those who run the meeting only. `is_part` where others may be on the list than this
    reader is told of. `plans` are what a meeting about places goes through, in place of actions
    agency by agency; there are none at any other.
    """

    imprint: Imprint
    meeting: MeetingFacts
    statement: str = ""
    previous: str = ""
    apologies: str = ""
    actions_due: tuple[AgencyActions, ...] = ()
    escalations: tuple[EscalationLine, ...] = ()
    urgent: tuple[AgendaItem, ...] = ()
    reviews: tuple[AgendaItem, ...] = ()
    referrals: tuple[AgendaItem, ...] = ()
    closures: tuple[AgendaItem, ...] = ()
    topics: tuple[Topic, ...] = ()
    next_days: tuple[date, ...] = ()
    deadlines: tuple[str, ...] = ()
    parts: tuple[Planned, ...] = ()
    own_part: str = ""
    away: tuple[AwayLine, ...] = ()
    is_part: bool = False
    is_about_places: bool = False
    plans: tuple[PlanOnAgenda, ...] = ()
