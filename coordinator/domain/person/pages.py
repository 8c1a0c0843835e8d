"""Read models about people: the page of one person, and what a search finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.assessments.views import ToolHistory
from coordinator.domain.cases.referrals import ReferralRow
from coordinator.domain.cases.rules import CasePeriod
from coordinator.domain.lists.people import HousingStatus
from coordinator.domain.need_to_know.sharing import Sharing
from coordinator.domain.needs.enquiries import EnquiryRow
from coordinator.domain.needs.views import NOT_ASKED as NEVER_ASKED
from coordinator.domain.needs.views import Needs
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.around import Around
from coordinator.domain.people.assessments import AssessmentRow
from coordinator.domain.people.children import NOT_ASKED, Children
from coordinator.domain.people.duplicates import Reason
from coordinator.domain.people.rules import PersonRow
from coordinator.domain.people.safety import Safety
from coordinator.domain.states import Answer, Sensitivity


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Some people in the order of their names; `after` asks for the next page, if there is one."""

    rows: tuple[PersonRow, ...]
    after: tuple[str, str, UUID] | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that holds every word that was typed."""

    kind: RecordKind
    record: UUID
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PersonHits:
    """What was found about one person; `person` is nothing for what concerns the panel alone."""

    person: PersonRow | None
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Somebody on file who might be the same person: how much alike (40 to 145), and why."""

    person: PersonRow
    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class AliasRow:
    """Another name somebody is known by."""

    id: UUID
    name: str = field(repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class IdentifierRow:
    """A number another agency knows the person by."""

    id: UUID
    issuer: str
    value: str = field(repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """Who somebody is and how to reach them."""

    pronouns: str
    estimated_age: int | None
    gender: str
    ethnicity: str
    language: str
    needs_interpreter: bool | None
    communication: str
    phone: str = field(repr=False)
    safe_to_call: bool | None
    safe_contact: str = field(repr=False)
    usual_places: str = field(repr=False)
    address: str = field(repr=False)
    place: str
    housing: HousingStatus | None
    gp: str = field(repr=False)
    children_affected: Answer | None
    pets: str
    mobility: str
    died_on: date | None
    death_source: str = field(repr=False)
    death_review: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person, opened: what the sitter may know.

    Attributes:
        cases: Newest period first, each with its leads.
        last_seen_on: When a worker last saw them with their own eyes.
        assessments: Made elsewhere, the latest first.
        scored: Here, tool by tool.
        assesses: The panel switched assessments on.
        parts: How sensitive parts of entries are that the sitter has and others do not.
        held: The parts of the record and of its basis that are held back from the sitter.
    """

    person: PersonRow
    details: PersonDetails
    aliases: tuple[AliasRow, ...]
    identifiers: tuple[IdentifierRow, ...]
    sharing: Sharing
    around: Around
    safety: Safety
    referrals: tuple[ReferralRow, ...]
    cases: tuple[CasePeriod, ...]
    last_seen_on: date | None
    open_actions: int
    overdue_actions: int
    children: Children = NOT_ASKED
    assessments: tuple[AssessmentRow, ...] = ()
    needs: Needs = NEVER_ASKED
    enquiries: tuple[EnquiryRow, ...] = ()
    scored: tuple[ToolHistory, ...] = ()
    assesses: bool = False
    parts: Mapping[UUID, Mapping[str, Sensitivity]] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
