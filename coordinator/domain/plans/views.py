"""A plan as screens and papers show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.actions.enforcement import ThoughtRow, is_against
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.housing import ConstraintRow
from coordinator.domain.merging.unsettled import Unsettled, unsettled_in
from coordinator.domain.people.comms import CommsRow
from coordinator.domain.people.wishes import WishRow
from coordinator.domain.plans.balance import Balance, balance_of
from coordinator.domain.plans.differences import Difference
from coordinator.domain.plans.rules import WithPerson
from coordinator.domain.plans.snapshots import (
    GoalLine,
    LeadLine,
    OfferLine,
    RiskLine,
    Snapshot,
    StrengthLine,
)
from coordinator.domain.states import Answer, PlanStatus, Sensitivity


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal of the live plan; `place` is 1 for the first."""

    place: int
    revision: int
    line: GoalLine


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One offer; `status_note` says why it was given up."""

    revision: int
    agency_id: UUID
    line: OfferLine
    status_note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class WarningLine:
    """What a worker must know first: neutral words, their source, and when they are reviewed."""

    id: UUID
    text: str = field(repr=False)
    source: str
    noted_on: date
    review_on: date
    sensitivity: Sensitivity


@dataclass(frozen=True, slots=True)
class RiskNote:
    """What is said about a risk beside what is agreed: its source, its review, who knows."""

    source: str
    review_on: date
    person_told: Answer | None
    not_told_reason: str = field(default="", repr=False)
    not_told_agreed_by: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """The lead professional as the plan introduces them."""

    line: LeadLine
    phone: str
    email: str
    accepted_on: date | None


@dataclass(frozen=True, slots=True)
class PlanView:
    """The whole live plan as one reader may have it.

    Attributes:
        version: How often it was agreed; 0 for a plan that never was.
        text: Every section, by its name, in reading order; empty ones too.
        lead: Nothing while a lead is to agree.
        actions: Those still open, by due date.
        since_agreed: What differs from the version agreed last; empty when nothing does, or when
            it was never agreed.
        agreed_at: The meeting's reference; empty when the chair decided.
        constraints: What a home must allow for now; no part of what was agreed.
        thoughts: Of the open actions against somebody, what was thought of first, by action.
        wishes: What the person asked for: without an answer first.
        comms: What may be said outside, where that is agreed.
        parts: How sensitive sections are that this reader has and others do not.
        held: Sections that are held back from this reader.
        unsettled: Which of what is shown says two things, by entry and field.
        notes: What is said about its risks beside what is agreed, by risk.
    """

    id: UUID
    revision: int
    person_id: UUID
    case_id: UUID
    status: PlanStatus
    version: int
    agreed_on: date | None
    agreed_at: str
    fingerprint: str
    text: Mapping[str, str] = field(repr=False)
    with_person: WithPerson
    lead: Lead | None
    goals: tuple[GoalRow, ...]
    actions: tuple[ActionRow, ...]
    offers: tuple[OfferRow, ...]
    strengths: tuple[StrengthLine, ...]
    risks: tuple[RiskLine, ...]
    warnings: tuple[WarningLine, ...]
    barriers: tuple[BarrierRow, ...]
    since_agreed: tuple[Difference, ...]
    constraints: tuple[ConstraintRow, ...] = ()
    thoughts: Mapping[UUID, ThoughtRow] = field(default_factory=dict, repr=False)
    wishes: tuple[WishRow, ...] = ()
    comms: CommsRow | None = None
    parts: Mapping[str, Sensitivity] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    notes: Mapping[UUID, RiskNote] = field(default_factory=dict, repr=False)
    unsettled: tuple[Unsettled, ...] = ()

    def unsettled_in(self, entry: UUID) -> tuple[Unsettled, ...]:
        """Give what of one of its entries says two things."""
        return unsettled_in(self.unsettled, entry)

    @property
    def balance(self) -> Balance:
        """What its open actions do, by kind."""
        return balance_of(self.actions)

    @property
    def unthought(self) -> tuple[ActionRow, ...]:
        """The open actions against somebody of which nobody has said what they do."""
        return tuple(
            one
            for one in self.actions
            if is_against(one.kind, one.text) and one.id not in self.thoughts
        )


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One agreed version in the list of a person's versions.

    Attributes:
        superseded_on: The day the next version of the same plan was agreed; nothing for the
            newest.
    """

    id: UUID
    plan_id: UUID
    number: int
    agreed_on: date
    agreed_at: str
    decided_by: str
    reason: str = field(repr=False)
    fingerprint: str
    superseded_on: date | None


@dataclass(frozen=True, slots=True)
class VersionView:
    """One agreed version as one reader may have it, and what it changed."""

    row: VersionRow
    person_id: UUID
    snapshot: Snapshot
    changes: tuple[Difference, ...]
