"""Where one can be in the program: frozen values, so that history and lock can keep them.

A place holds ids and what a list is narrowed to, never a name or words somebody searched for.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import count
from pathlib import Path
from typing import Literal, TypeAlias
from uuid import UUID

from coordinator.domain.accountability import Period
from coordinator.domain.actions.rows import ActionFilter, TrackerFilter
from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.domain.demand.views import Wanted
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.stuck.views import Standing
from coordinator.ui.places.away import AwayPlace, ContactsPlace
from coordinator.ui.places.working import WorkingPlace


@dataclass(frozen=True, slots=True)
class WeekPlace:
    """This week."""


@dataclass(frozen=True, slots=True)
class PeoplePlace:
    """The caseload, narrowed."""

    wanted: CaseloadFilter = field(default_factory=CaseloadFilter)


@dataclass(frozen=True, slots=True)
class PersonPlace:
    """One person."""

    person: UUID


@dataclass(frozen=True, slots=True)
class TonightPlace:
    """Who holds everybody until the next panel."""


@dataclass(frozen=True, slots=True)
class MeetingsPlace:
    """The calendar of meetings.

    Attributes:
        begin: What is done there at once: a meeting of its own is called, or the huddle begins.
    """

    begin: Literal["", "call", "huddle"] = ""


@dataclass(frozen=True, slots=True)
class MeetingPlace:
    """One meeting: its agenda before, its minutes after."""

    meeting: UUID


@dataclass(frozen=True, slots=True)
class LiveMeetingPlace:
    """A meeting while it is held.

    Attributes:
        item: The line that is open; the first that is still to come when empty.
        field: Where the keys are, by the permanent name of the field or its part.
    """

    meeting: UUID
    item: UUID | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class RequestsPlace:
    """The requests for information before one meeting, and what came back.

    Attributes:
        meeting: Nothing when a sheet that came back says which.
        returned: That sheet.
    """

    meeting: UUID | None = None
    returned: Path | None = None


@dataclass(frozen=True, slots=True)
class PapersPlace:
    """Papers to look at and save: of a meeting, or the tracker of all actions.

    Attributes:
        meeting: Nothing for the tracker.
        reference: Of the meeting, such as *M26-012*.
        kind: Which is made first, as the command line names it; the usual one when empty.
        agency: Name of the agency whose copy is made first; the panel's own when empty.
        escalation: Number of the escalation whose briefing is made.
        on: The day of an outreach sheet.
        area: Its area; everywhere when empty.
        period: What a report looks back on; its usual time when empty.
        person: Reference of the person whose plan is made.
        narrowed: What of the tracker is told.
        demand: Which windows, and whose, a paper on demand tells of.
        place_plan: Number of the place plan that is printed alone.
    """

    meeting: UUID | None = None
    reference: str = ""
    kind: str = ""
    agency: str = ""
    escalation: str = ""
    on: date | None = None
    area: str = ""
    period: Period | None = None
    person: str = ""
    narrowed: TrackerFilter = field(default_factory=TrackerFilter)
    demand: Wanted = field(default_factory=Wanted)
    place_plan: str = ""


@dataclass(frozen=True, slots=True)
class PacksPlace:
    """A meeting's packs for everybody."""

    meeting: UUID


@dataclass(frozen=True, slots=True)
class ActionsPlace:
    """Actions, narrowed.

    Attributes:
        without_owner: Those whose owner has left or was never named.
        wishes: Not actions but what people asked for and nobody has answered.
        action: The one to begin on; a closed one brings the other closed ones along.
        handed: Tells two ways to one action apart: it is found again wherever the keys went.
    """

    wanted: ActionFilter = field(default_factory=ActionFilter)
    without_owner: bool = False
    wishes: bool = False
    action: UUID | None = None
    handed: int = 0


class StuckShown(Enum):
    """The three ways to look at what is stuck."""

    BARRIERS = "barriers"
    ESCALATIONS = "escalations"
    BOARD = "board"


@dataclass(frozen=True, slots=True)
class StuckPlace:
    """What is stuck, narrowed.

    Attributes:
        agency: By its name; all when empty.
        standing: Barriers that stand, or some of those that are settled.
    """

    shown: StuckShown = StuckShown.BARRIERS
    mine: bool = False
    overdue: bool = False
    agency: str = ""
    category: BarrierCategory | None = None
    standing: Standing = Standing.OPEN


@dataclass(frozen=True, slots=True)
class EscalationPlace:
    """One escalation."""

    escalation: UUID


@dataclass(frozen=True, slots=True)
class AccountabilityPlace:
    """What agencies brought: the rolling quarter, or a period that was chosen.

    Attributes:
        to_raise: Begin with what stays undone for so long that it could be raised.
    """

    period: Period | None = None
    to_raise: bool = False


@dataclass(frozen=True, slots=True)
class ReturnsPlace:
    """A returns sheet that came back; without one, those taken in lately."""

    file: Path | None = field(default=None, repr=False)  # who sent it may have named it


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """The plan of one person, to be written: the panel's, or their own in easy words."""

    person: UUID
    in_easy_words: bool = False


@dataclass(frozen=True, slots=True)
class OutreachPlace:
    """A day's outreach in one area.

    Attributes:
        on: Today when nothing.
        area: A town or a place people are found at; everywhere when empty.
        contact: A try at contact is asked for at once; tells two askings apart.
    """

    on: date | None = None
    area: str = ""
    contact: int = 0


def place_to_note_contact() -> OutreachPlace:
    """Lead to a form for a try at contact with anybody, each time anew."""
    return OutreachPlace(contact=next(_handings))


@dataclass(frozen=True, slots=True)
class ReferralsPlace:
    """The referrals that wait."""


@dataclass(frozen=True, slots=True)
class ReferralPlace:
    """One referral."""

    referral: UUID


@dataclass(frozen=True, slots=True)
class NewReferralPlace:
    """A referral to be made."""


@dataclass(frozen=True, slots=True)
class ImportPlace:
    """People or actions to be brought in from a spreadsheet.

    Attributes:
        target: `people`, `actions` or `demand`; empty when the columns are to tell.
        file: One that was handed over, to be read at once.
        handed: Tells two handings-over apart: a file that was mended is read again.
    """

    target: str = ""
    file: Path | None = None
    handed: int = 0


_handings = count(1)


def place_of_list(file: Path) -> ImportPlace:
    """Lead a file that was dropped or chosen to the page that brings it in, each time anew."""
    return ImportPlace(file=file, handed=next(_handings))


def place_of_action(action: UUID, person: UUID | None) -> ActionsPlace:
    """Lead to one action: among those of its person, or of everybody for one of the panel."""
    return ActionsPlace(ActionFilter(person_id=person), action=action, handed=next(_handings))


@dataclass(frozen=True, slots=True)
class GapsPlace:
    """The register of gaps, narrowed.

    Attributes:
        gap: The one to begin on.
    """

    gap: UUID | None = None
    theme: GapTheme | None = None
    closed_too: bool = False


@dataclass(frozen=True, slots=True)
class DirectoryPlace:
    """Agencies, professionals, seats."""


@dataclass(frozen=True, slots=True)
class ServicesPlace:
    """Where somebody can be sent: hubs, drop-ins, lines."""


@dataclass(frozen=True, slots=True)
class DisclosuresPlace:
    """What left the panel: about one person, or everything."""

    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class AccessPlace:
    """Requests to see what is held.

    Attributes:
        person: Whose; everybody's when nothing.
        request: The one to work on; the list when nothing.
    """

    person: UUID | None = None
    request: UUID | None = None


@dataclass(frozen=True, slots=True)
class RetentionPlace:
    """How long records are kept: whose time is over, or one person's."""

    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class TrailPlace:
    """The audit log."""


@dataclass(frozen=True, slots=True)
class PanelPlace:
    """The panel and what it decided for itself."""


@dataclass(frozen=True, slots=True)
class DisagreementsPlace:
    """Entries that say two things: of one person, or everywhere."""

    person: UUID | None = None


class SettingsPart(Enum):
    """The parts of the settings."""

    USERS = "users"
    OWN = "own"
    CODE = "code"
    BACKUPS = "backups"
    LOOK = "look"
    DEVICE = "device"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class SettingsPlace:
    """Settings: who may open the store, backups, the look, this device."""

    part: SettingsPart = SettingsPart.USERS


Place: TypeAlias = (
    WeekPlace
    | PeoplePlace
    | PersonPlace
    | MeetingsPlace
    | MeetingPlace
    | LiveMeetingPlace
    | RequestsPlace
    | PapersPlace
    | PacksPlace
    | ActionsPlace
    | StuckPlace
    | EscalationPlace
    | AccountabilityPlace
    | ReturnsPlace
    | PlanPlace
    | OutreachPlace
    | ReferralsPlace
    | ReferralPlace
    | NewReferralPlace
    | ImportPlace
    | GapsPlace
    | DirectoryPlace
    | ServicesPlace
    | DisclosuresPlace
    | AccessPlace
    | RetentionPlace
    | TrailPlace
    | PanelPlace
    | TonightPlace
    | DisagreementsPlace
    | ContactsPlace
    | AwayPlace
    | WorkingPlace
    | SettingsPlace
)
