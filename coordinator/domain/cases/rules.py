"""A period on the caseload: where the record is, where the person is, and what stops its close."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from uuid import UUID

from dateutil.relativedelta import relativedelta

from coordinator.domain.cases.leads import LeadEnd
from coordinator.domain.cases.rhythms import check_every
from coordinator.domain.errors import GuardError, InvalidFieldsError, TransitionError
from coordinator.domain.lists.plans import PanelPriority
from coordinator.domain.lists.reasons import CloseReason, PauseReason
from coordinator.domain.reasons import need_reasons
from coordinator.domain.states import Answer, CasePhase, CaseStatus
from coordinator.domain.texts import is_blank

_S = CaseStatus

MOVES: Mapping[CaseStatus, frozenset[CaseStatus]] = MappingProxyType(
    {
        _S.OPEN: frozenset({_S.PAUSED, _S.CLOSED}),
        _S.PAUSED: frozenset({_S.OPEN, _S.CLOSED}),
        _S.CLOSED: frozenset(),
    }
)
"""A closed case stays closed; reopening begins a new period that is linked to it."""

SUSTAIN_FOR = relativedelta(months=6)
"""After a move-in: closing sooner needs a justification (domain rule)."""

_NEEDS_NOTE = frozenset({CloseReason.OTHER_FORUM, CloseReason.TRANSFERRED, CloseReason.PRISON})
"""Which forum, to whom, with which release plan: the note says it."""
_MISTAKES = frozenset({CloseReason.DUPLICATE})
"""There was never a piece of work, so nothing about its end is asked."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What is said when a case closes.

    Attributes:
        because: From the list; the note says which forum, to whom, or the release plan.
        reasons: Prompt -> why it is left as it is; kept with the case.
    """

    because: CloseReason
    note: str = field(default="", repr=False)
    person_told: Answer | None = None
    remaining_risk: str = field(default="", repr=False)
    risk_held_by: str = ""
    learning: str = field(default="", repr=False)
    reasons: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class InTheWay:
    """What is still open when somebody wants to close a case."""

    safety_actions: int = 0
    escalations: int = 0
    moved_in_on: date | None = None
    money: int = 0


@dataclass(frozen=True, slots=True)
class MoveIn:
    """What keeps somebody in a new home: asked when the phase becomes *sustaining*.

    `contact_every` counts days; `contact_rhythm` says the rhythm in words, alone or beside it.
    """

    moved_in_on: date | None = None
    contact_rhythm: str = ""
    tenancy_contact: str = ""
    contact_every: int | None = None


@dataclass(frozen=True, slots=True)
class Reopened:
    """A new period on the caseload, with what is proposed from the last one.

    Attributes:
        former_lead: Who led when it closed; nobody is reinstated by itself.
        plan: A draft with the text of the plan that ended with it, when there was one.
    """

    case: UUID
    former_lead: UUID | None
    plan: UUID | None


@dataclass(frozen=True, slots=True)
class LeadPeriod:
    """One lead professional's time on a case; `to_on` is nothing for the current one."""

    id: UUID
    revision: int
    case: UUID
    professional_id: UUID
    professional: str
    agency: str
    phone: str
    from_on: date
    to_on: date | None
    ended: LeadEnd | None
    handover_note: str = field(repr=False)
    accepted_on: date | None
    has_left: bool


@dataclass(frozen=True, slots=True)
class CasePeriod:
    """One period on the caseload with its leads, newest lead first."""

    id: UUID
    revision: int
    person: UUID
    status: CaseStatus
    phase: CasePhase
    priority: PanelPriority | None
    priority_reason: str
    opened_on: date
    next_review_on: date | None
    move_in: MoveIn
    paused_on: date | None
    pause_reason: PauseReason | None
    look_again_on: date | None
    closed_on: date | None
    close_reason: CloseReason | None
    close_note: str = field(repr=False)
    remaining_risk: str = field(repr=False)
    risk_held_by: str
    learning: str = field(repr=False)
    reopened_from: UUID | None
    former_lead: str
    leads: tuple[LeadPeriod, ...]


def check_move(was: CaseStatus, wanted: CaseStatus) -> None:
    """Refuse a step that may not follow.

    Raises:
        TransitionError: It may not.
    """
    if wanted not in MOVES[was]:
        raise TransitionError(was=was, wanted=wanted)


def check_under_way(status: CaseStatus) -> None:
    """Refuse to work on a case that is closed.

    Raises:
        GuardError: `case-closed`.
    """
    if status is _S.CLOSED:
        raise GuardError("case-closed")


def check_phase(
    was: CasePhase, wanted: CasePhase, move_in: MoveIn, reasons: Mapping[str, str]
) -> None:
    """Let a person be anywhere but where they are; a new home brings three questions.

    Raises:
        TransitionError: It is the phase they are in.
        ReasonNeededError: `move-in-date`, `contact-rhythm`, `tenancy-contact`: unanswered.
    """
    if wanted is was:
        raise TransitionError(was=was, wanted=wanted)
    if wanted is not CasePhase.SUSTAINING:
        return
    questions = {
        "move-in-date": move_in.moved_in_on is None,
        "contact-rhythm": not move_in.contact_every and is_blank(move_in.contact_rhythm),
        "tenancy-contact": is_blank(move_in.tenancy_contact),
    }
    need_reasons([prompt for prompt, asked in questions.items() if asked], reasons)


def check_home(move_in: MoveIn, today: date) -> None:
    """Refuse what cannot be true of a new home.

    Raises:
        InvalidFieldsError: The move-in is `in-the-future`, the rhythm `out-of-range`.
    """
    if move_in.moved_in_on and move_in.moved_in_on > today:
        raise InvalidFieldsError({"moved_in_on": "in-the-future"})
    check_every(move_in.contact_every)


def check_pause(because: PauseReason | None, look_again_on: date | None, today: date) -> None:
    """Refuse a pause without a reason from the list, or without a day to look again.

    Raises:
        GuardError: `look-again-needed`.
        InvalidFieldsError: `pause_reason` is `required`, `look_again_on` is `in-the-past`.
    """
    if look_again_on is None:
        raise GuardError("look-again-needed")
    if because is None:
        raise InvalidFieldsError({"pause_reason": "required"})
    if look_again_on <= today:
        raise InvalidFieldsError({"look_again_on": "in-the-past"})


def check_close(phase: CasePhase, closing: Closing, found: InTheWay, today: date) -> None:
    """Refuse to close over what is open, and ask what would be left unsaid.

    Raises:
        GuardError: `open-safety-actions`, `unanswered-escalations`, with how many.
        InvalidFieldsError: `close_note` is `required` for this reason.
        ReasonNeededError: `not-told`, `remaining-risk`, `no-learning`, `recently-moved-in`,
            `money-open`.
    """
    if found.safety_actions:
        raise GuardError("open-safety-actions", found.safety_actions)
    if found.escalations:
        raise GuardError("unanswered-escalations", found.escalations)
    if closing.because in _NEEDS_NOTE and is_blank(closing.note):
        raise InvalidFieldsError({"close_note": "required"})
    need_reasons(_unsaid(phase, closing, found, today), closing.reasons)


def _unsaid(phase: CasePhase, closing: Closing, found: InTheWay, today: date) -> list[str]:
    if closing.because in _MISTAKES:
        return []
    died = closing.because is CloseReason.DIED
    asked = {
        "not-told": not died and closing.person_told is not Answer.YES,
        "remaining-risk": not died and _risk_is_open(closing),
        "no-learning": is_blank(closing.learning),
        "recently-moved-in": not died and _is_new_home(phase, found.moved_in_on, today),
        "money-open": bool(found.money),
    }
    return [prompt for prompt, holds in asked.items() if holds]


def _risk_is_open(closing: Closing) -> bool:
    """Whether the risk that remains, or who holds it, has not been said."""
    return is_blank(closing.remaining_risk) or is_blank(closing.risk_held_by)


def _is_new_home(phase: CasePhase, moved_in_on: date | None, today: date) -> bool:
    """Whether the person lives there for less than six months; unknown counts as so."""
    if moved_in_on is None:
        return phase is CasePhase.SUSTAINING
    return today < moved_in_on + SUSTAIN_FOR
