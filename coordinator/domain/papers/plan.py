"""What a plan prints: in full, and on a page."""

from dataclasses import dataclass, field
from datetime import date

from coordinator.domain.charts import BarChart
from coordinator.domain.papers.imprint import (
    ActionLine,
    EscalationLine,
    Imprint,
    Label,
    NotSettled,
)
from coordinator.domain.papers.meeting import Topic


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal: the person's own words first; steps from 0 (hard) to 10 (going well)."""

    own_words: str
    panel_words: str = ""
    domain: str = ""
    measure: str = ""
    baseline: str = ""
    target_on: date | None = None
    status: Label = field(default_factory=Label)
    step_then: int | None = None
    step_now: int | None = None
    unsettled: tuple[NotSettled, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferLine:
    """What an agency contributes."""

    agency: str
    what: str
    period: str = ""
    conditions: str = ""
    status: Label = field(default_factory=Label)
    unsettled: tuple[NotSettled, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelLine:
    """A risk or a strength, with its level (the person, family and peers, community, society)."""

    text: str
    level: str = ""
    source: str = ""
    review_on: date | None = None
    unsettled: tuple[NotSettled, ...] = ()
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedsLines:
    """Needs as a plan prints them.

    Attributes:
        line: How many, and which; `count` how many alone.
        changed: What differs from the time before.
        heads, rows: What stood on the latest days, area by area; the last day last.
        chart: The same over time, where there were several days.
    """

    line: str
    count: str = ""
    changed: str = ""
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    chart: BarChart | None = None


@dataclass(frozen=True, slots=True)
class BarrierLine:
    """What stands in the way, and where that stands."""

    category: str
    text: str = ""
    agency: str = ""
    since: date | None = None
    status: Label = field(default_factory=Label)
    unsettled: tuple[NotSettled, ...] = ()


@dataclass(frozen=True, slots=True)
class WishLine:
    """What the person asked for: the answer, or who answers by when."""

    words: str
    asked_on: date | None = None
    owner: str = ""
    answer_by: date | None = None
    answer: str = ""
    answered_on: date | None = None
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change in words ("2 actions added"), and the day it was made."""

    text: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class VersionLine:
    """An agreed version of the plan."""

    version: int
    agreed_on: date | None = None
    agreed_at: str = ""
    changes: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """One person's plan as one reader may have it; texts may hold several lines."""

    imprint: Imprint
    reference: str
    name: str
    preferred_name: str = ""
    status: Label = field(default_factory=Label)
    version: int = 0
    agreed_on: date | None = None
    agreed_at: str = ""
    review_on: date | None = None
    lead: str = ""
    lead_phone: str = ""
    deputy: str = ""
    basis: str = ""
    matters: str = ""
    admired: str = ""
    helps: str = ""
    avoid: str = ""
    triggers: str = ""
    preferred_words: str = ""
    trusts: str = ""
    contact_rules: str = ""
    formulation: str = ""
    direction: str = ""
    goals: tuple[GoalLine, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    offers: tuple[OfferLine, ...] = ()
    risks: tuple[LevelLine, ...] = ()
    strengths: tuple[LevelLine, ...] = ()
    barriers: tuple[BarrierLine, ...] = ()
    escalations: tuple[EscalationLine, ...] = ()
    warning_signs: str = ""
    contingency: str = ""
    ring: str = ""
    unknowns: str = ""
    agreed_with_person: str = ""
    copy_given: str = ""
    since_agreed: tuple[ChangeLine, ...] = ()
    versions: tuple[VersionLine, ...] = ()
    more: tuple[Topic, ...] = ()
    scored: tuple[str, ...] = ()
    """The latest totals, each with who scored and when, and what its owner wants printed."""
    home: tuple[str, ...] = ()
    """What a home must allow for, a line each."""
    money: tuple[str, ...] = ()
    """What was asked for and agreed, and what is left of it, a line for each request."""
    wishes: tuple[WishLine, ...] = ()
    balance: str = ""
    kept_back: str = ""
    """What of it few may read, named by level; only in copies for readers who may have it."""
    needs: NeedsLines | None = None
    enquiries: tuple[str, ...] = ()
    """What was asked about past harm and what follows; only in copies for who may have it."""
    unsettled: str = ""
    """What of it says two things; only what this copy has."""
    both: tuple[NotSettled, ...] = ()
    """What each wrote of its own texts; what entries say stands beside them."""
