"""What the letters about a person say, as one recipient may have it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.lists.reasons import CloseReason, NotAcceptedReason
from coordinator.domain.people.rules import PersonName
from coordinator.domain.people.wishes import WishRow
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.plans.snapshots import GoalLine, OfferLine
from coordinator.domain.plans.views import WarningLine
from coordinator.domain.states import Answer, CasePhase, ReferralStatus

LARGEST_TEMPLATE = 2_000_000
"""Bytes of the file that letters are written on; the store keeps it, and every backup."""


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """What the panel's Word documents are written on.

    Attributes:
        name: Of the file that was chosen.
        by: Who chose it.
    """

    name: str
    chosen_on: date
    by: str


@dataclass(frozen=True, slots=True)
class Reach:
    """Somebody in post, and how to reach them."""

    name: str
    job: str = ""
    agency: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class AnsweredFacts:
    """The panel's answer to whoever referred somebody.

    Attributes:
        to: Who referred; the agency alone where nobody in post did.
        audience: The same, to the rule of need to know.
        because: Only of a referral that is not for this panel; so is `destination`.
        offer: What the referrer said they will keep doing.
    """

    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    to: Reach
    audience: Audience = field(repr=False)
    status: ReferralStatus
    referred_on: date
    decided_on: date | None
    because: NotAcceptedReason | None
    destination: str = field(repr=False)
    reason: str = field(repr=False)
    offer: str = field(repr=False)
    lead: Reach | None
    next_review_on: date | None
    coordinator: Reach | None


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """What a letter to the person themselves is made of: nothing that was written about them.

    Attributes:
        accepted_on: Since when the panel works with them; nothing when it does not.
        closed_on: When that ended.
        because: Why the panel was not the place; the listed reason alone.
    """

    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    accepted_on: date | None
    closed_on: date | None
    ended: CloseReason | None
    because: NotAcceptedReason | None
    lead: Reach | None
    next_review_on: date | None
    coordinator: Reach | None


@dataclass(frozen=True, slots=True)
class ClosureFacts:
    """How a period on the caseload ended.

    Attributes:
        goals: Of the plan it ended with, as the reader may have them.
        offers: What agencies agreed to or have brought.
        ring: The plan's own words on whom to ring.
    """

    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    opened_on: date
    closed_on: date
    because: CloseReason | None
    note: str = field(repr=False)
    phase: CasePhase
    lead: Reach | None
    goals: tuple[GoalLine, ...]
    offers: tuple[OfferLine, ...]
    actions: tuple[ActionRow, ...]
    remaining_risk: str = field(repr=False)
    risk_held_by: str
    person_told: Answer | None
    ring: str = field(repr=False)
    coordinator: Reach | None


@dataclass(frozen=True, slots=True)
class HandOverFacts:
    """What one lead professional hands to the next.

    Attributes:
        audience: The next one, to the rule of need to know.
        texts: Sections of the plan by their name; empty ones too.
        next_try_on: When somebody meant to try again.
        rhythm: How often somebody goes there, in words.
        wishes: What the person asked for and was not told yet.
    """

    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    given_by: Reach
    to: Reach
    audience: Audience = field(repr=False)
    on: date
    accepted_on: date | None
    note: str = field(repr=False)
    texts: dict[str, str] = field(repr=False)
    warnings: tuple[WarningLine, ...]
    safe_contact: str = field(repr=False)
    actions: tuple[ActionRow, ...]
    offers: tuple[OfferLine, ...]
    wishes: tuple[WishRow, ...]
    last_seen_on: date | None
    next_try_on: date | None
    rhythm: str
    next_review_on: date | None
