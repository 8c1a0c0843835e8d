"""What papers say about the panel itself, and about a person's case in a few facts."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.assessments.views import ToolHistory
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import Gateway, LawfulBasis, ToldAboutPanel
from coordinator.domain.merging.unsettled import Unsettled
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.needs.enquiries import EnquiryRow
from coordinator.domain.needs.views import NOT_ASKED as NOT_ASKED_YET
from coordinator.domain.needs.views import Needs
from coordinator.domain.people.assessments import AssessmentRow
from coordinator.domain.people.children import NOT_ASKED, Children
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import BasisStatus, CasePhase, CaseStatus


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom a copy is made.

    `reader` is nothing for the panel's own full copy; then the sitter's own rights decide.
    """

    name: str = ""
    agency: UUID | None = None
    reader: Reader | None = None


WHOLE_PANEL = Audience()


@dataclass(frozen=True, slots=True)
class PanelFace:
    """The panel as its papers introduce it; `terms` are its terms of reference.

    Attributes:
        is_made_up: It is a demo: nobody in it lives, and no figure of it is true.
    """

    name: str
    marking: Marking
    quorum: int
    terms: str = ""
    prefix: str = ""
    is_made_up: bool = False


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """A meeting somebody named."""

    id: UUID
    reference: str


@dataclass(frozen=True, slots=True)
class SeatContact:
    """Who holds a seat and how to reach them; no name while it is vacant."""

    seat: str
    agency: str
    name: str
    job: str
    phone: str
    email: str
    vacant_since: date | None


@dataclass(frozen=True, slots=True)
class BasisFacts:
    """The information basis in a line; `gateways` are the powers to share, the first one first."""

    status: BasisStatus
    lawful_basis: LawfulBasis | None
    told: ToldAboutPanel | None
    told_on: date | None
    gateways: tuple[Gateway, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A person's case as the case sheet and the plan introduce it.

    `name` is cut to initials while the information basis does not allow more; `unsettled` is what
    of it says two things.
    """

    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    show_detail: bool
    status: CaseStatus | None
    phase: CasePhase | None
    opened_on: date | None
    next_review_on: date | None
    lead: str
    lead_agency: str
    lead_phone: str
    last_seen_on: date | None
    basis: BasisFacts | None
    safe_contact: str = field(repr=False)
    last_decision: str = field(default="", repr=False)
    children: Children = NOT_ASKED
    assessments: tuple[AssessmentRow, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    needs: Needs = NOT_ASKED_YET
    enquiries: tuple[EnquiryRow, ...] = ()
    scored: tuple[ToolHistory, ...] = ()


@dataclass(frozen=True, slots=True)
class Officers:
    """Who chairs the panel and who coordinates it; nothing while nobody does."""

    chair: UUID | None
    chair_agency: UUID | None
    coordinator: UUID | None
