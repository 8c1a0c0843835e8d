"""What the meeting pack prints: everything a member needs in the room."""

from dataclasses import dataclass, field
from datetime import date

from coordinator.domain.papers.agenda import Agenda
from coordinator.domain.papers.imprint import (
    ActionLine,
    EscalationLine,
    Fact,
    Imprint,
    Label,
    NotSettled,
)
from coordinator.domain.papers.meeting import AttendanceLine
from coordinator.domain.papers.plan import BarrierLine, GoalLine, LevelLine
from coordinator.domain.papers.tracker import Tracker


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """One person on the list, on one side. `name` is printed here only.

    `known_to` is what agencies answered before the meeting, empty when none was asked;
    `elsewhere` which other forums deal with them, never what was said there; `children` that
    some may be affected, never who; `assessed` what came of assessments made elsewhere;
    `warnings` are said first, in neutral words, with source and review date; `is_bare` while the
    information basis is not complete: then nothing more is printed; `actions_left_out` counts
    open actions of others that are not in this copy. `lead_alone` is the lead without the agency,
    for copies that do not tell who works with somebody.
    """

    reference: str
    initials: str
    name: str = ""
    lead: str = ""
    status: Label = field(default_factory=Label)
    phase: str = ""
    days_on_list: int = 0
    basis: str = ""
    last_seen: date | None = None
    next_review: date | None = None
    warnings: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    risks: tuple[LevelLine, ...] = ()
    strengths: tuple[LevelLine, ...] = ()
    goals: tuple[GoalLine, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    barriers: tuple[BarrierLine, ...] = ()
    escalations: tuple[EscalationLine, ...] = ()
    question: str = ""
    last_decision: str = ""
    known_to: str = ""
    elsewhere: tuple[str, ...] = ()
    children: str = ""
    assessed: tuple[str, ...] = ()
    is_bare: bool = False
    actions_left_out: int = 0
    lead_alone: str = ""
    unsettled: tuple[NotSettled, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferralSheet:
    """Somebody the panel is asked to take on; `is_bare` as on a `CaseSheet`.

    `referrer_alone` is the referrer without the agency.
    """

    reference: str
    initials: str
    name: str = ""
    referrer: str = ""
    received_on: date | None = None
    why_now: str = ""
    criteria: tuple[str, ...] = ()
    tried: str = ""
    risk: str = ""
    offer: str = ""
    own_view: str = ""
    basis: str = ""
    earlier: str = ""
    known_to: str = ""
    elsewhere: tuple[str, ...] = ()
    children: str = ""
    is_bare: bool = False
    referrer_alone: str = ""
    unsettled: tuple[NotSettled, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosureSheet:
    """Somebody who may be ready to step down."""

    reference: str
    initials: str
    name: str = ""
    lead: str = ""
    reason: str = ""
    goals: tuple[GoalLine, ...] = ()
    remaining_risk: str = ""
    who_to_ring: str = ""
    person_told: str = ""
    learning: str = ""
    unsettled: tuple[NotSettled, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactLine:
    """How to reach a member; a vacant seat has nobody to reach."""

    agency: str
    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    is_vacant: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    """The whole pack of one meeting, as one reader may have it.

    `destroy_by` is when the copy is to be destroyed; `terms` the panel's terms of reference,
    heading and text each. `counts` stand on the cover in place of how many people are in the
    copy; `without` names the parts that are left out, as `exports.pack` knows them. `is_stamped`
    when the cover leaves a line open for whose copy it is.
    """

    imprint: Imprint
    agenda: Agenda
    variant: str = ""
    destroy_by: date | None = None
    statement: str = ""
    attendance: tuple[AttendanceLine, ...] = ()
    tracker: Tracker | None = None
    cases: tuple[CaseSheet, ...] = ()
    referrals: tuple[ReferralSheet, ...] = ()
    closures: tuple[ClosureSheet, ...] = ()
    escalations: tuple[EscalationLine, ...] = ()
    terms: tuple[Fact, ...] = ()
    contacts: tuple[ContactLine, ...] = ()
    counts: tuple[Fact, ...] = ()
    without: frozenset[str] = frozenset()
    is_stamped: bool = False
