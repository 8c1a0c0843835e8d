"""The caseload: one row for each case, and what it may be narrowed to."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from coordinator.domain.cases.rhythms import NextContact
from coordinator.domain.lists.plans import PanelPriority
from coordinator.domain.needs.rules import Complexity
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import CasePhase, CaseStatus

UNDER_WAY = frozenset({CaseStatus.OPEN, CaseStatus.PAUSED})


@dataclass(frozen=True, slots=True)
class CaseloadFilter:
    """What the caseload is narrowed to; everything under way when nothing is said.

    Attributes:
        lead: Only the cases this professional leads.
        without_lead: Only those nobody leads.
        review_until: Only those to be looked at again by this day.
        not_seen_since: Only those nobody has seen on this day or later.
        with_overdue: Only those with an overdue action.
        basis_incomplete: Only those without a complete information basis.
        missing: Only those noted as missing and not found yet.
        programme: Only those who belong to this programme today.
        many_needs: Only those with needs in `needs.rules.MANY_NEEDS` areas or more.
    """

    statuses: frozenset[CaseStatus] = UNDER_WAY
    phases: frozenset[CasePhase] = frozenset()
    priorities: frozenset[PanelPriority] = frozenset()
    place: str = ""
    lead: UUID | None = None
    without_lead: bool = False
    review_until: date | None = None
    not_seen_since: date | None = None
    with_overdue: bool = False
    basis_incomplete: bool = False
    missing: bool = False
    programme: UUID | None = None
    many_needs: bool = False


@dataclass(frozen=True, slots=True)
class CaseloadMark:
    """Where a page of the caseload ended."""

    reference: str
    case: UUID


@dataclass(frozen=True, slots=True)
class CaseLead:
    """Who leads a case now; `has_left` when they are no longer in post."""

    professional: UUID
    name: str
    agency: str
    accepted: bool
    has_left: bool


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One case in the list.

    Attributes:
        name: Cut to initials while `initials_only`: there is no complete information basis.
        days_since_seen: Since a worker saw them with their own eyes; nothing when never.
        next_contact: When somebody is to be in touch again, after a move.
        needs: How many there are at once; nothing where nobody has asked.
        overdue_actions: By working days for England, restricted actions only for those who may.
    """

    case: UUID
    revision: int
    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    initials_only: bool
    lead: CaseLead | None
    status: CaseStatus
    phase: CasePhase
    priority: PanelPriority | None
    place: str
    opened_on: date
    look_again_on: date | None
    next_review_on: date | None
    last_seen_on: date | None
    days_since_seen: int | None
    open_actions: int
    overdue_actions: int
    basis_complete: bool
    warnings: int
    next_contact: NextContact | None = None
    missing_since: date | None = None
    needs: Complexity | None = None


@dataclass(frozen=True, slots=True)
class CaseloadPage:
    """Some rows by reference; `after` asks for the next page, if there is one."""

    rows: tuple[CaseloadRow, ...]
    after: CaseloadMark | None


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """Give the day a moment fell on, at the panel's place."""
    return moment.astimezone(zone).date()
