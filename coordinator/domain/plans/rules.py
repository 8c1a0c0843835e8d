"""What may become of a plan, its goals and the offers to it; what agreeing needs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    TransitionError,
)
from coordinator.domain.states import (
    Answer,
    GoalStatus,
    MeetingStatus,
    OfferStatus,
    PlanStatus,
)
from coordinator.domain.texts import is_blank

S = TypeVar("S", bound=StrEnum)

SECTIONS = (
    "what_matters",
    "how_to_work",
    "what_to_avoid",
    "triggers",
    "preferred_words",
    "who_i_trust",
    "formulation",
    "direction",
    "warning_signs",
    "contingency",
    "who_to_ring",
    "unknowns",
)
"""The texts of a plan, in the order people read them."""

GOAL_FIELDS = frozenset(
    {"goal_domain", "level", "own_words", "panel_words", "baseline", "measure", "target_on"}
)
OFFER_FIELDS = frozenset({"what", "amount", "from_on", "to_on", "conditions"})

LONGEST = 100_000
"""Characters of one text; far beyond what anybody has written, short of what would hurt."""

_P, _G, _O = PlanStatus, GoalStatus, OfferStatus
PLAN_MOVES: Mapping[PlanStatus, frozenset[PlanStatus]] = MappingProxyType(
    {
        _P.DRAFT: frozenset({_P.PROPOSED, _P.ENDED}),
        _P.PROPOSED: frozenset({_P.DRAFT, _P.AGREED, _P.ENDED}),
        _P.AGREED: frozenset({_P.ENDED}),
        _P.ENDED: frozenset(),
    }
)
"""What may follow what. An agreed plan is agreed again as its next version; edits in between show
as *since agreed*."""

GOAL_MOVES: Mapping[GoalStatus, frozenset[GoalStatus]] = MappingProxyType(
    {
        _G.OPEN: frozenset({_G.ACHIEVED, _G.PARTLY_ACHIEVED, _G.NOT_ACHIEVED, _G.DROPPED}),
        _G.PARTLY_ACHIEVED: frozenset({_G.OPEN, _G.ACHIEVED, _G.NOT_ACHIEVED, _G.DROPPED}),
        _G.ACHIEVED: frozenset({_G.OPEN}),
        _G.NOT_ACHIEVED: frozenset({_G.OPEN}),
        _G.DROPPED: frozenset({_G.OPEN}),
    }
)
OFFER_MOVES: Mapping[OfferStatus, frozenset[OfferStatus]] = MappingProxyType(
    {
        _O.OFFERED: frozenset({_O.AGREED, _O.DELIVERED, _O.WITHDRAWN}),
        _O.AGREED: frozenset({_O.DELIVERED, _O.WITHDRAWN}),
        _O.DELIVERED: frozenset(),
        _O.WITHDRAWN: frozenset({_O.OFFERED}),
    }
)

OFFER_SETTLED = frozenset({_O.DELIVERED, _O.WITHDRAWN})
"""An offer in one of these was kept or given up; the day is noted."""

_NOTE_FOR_GOAL = frozenset({_G.PARTLY_ACHIEVED, _G.NOT_ACHIEVED, _G.DROPPED})
_MAY_AGREE = frozenset(
    {
        MeetingStatus.IN_PROGRESS,
        MeetingStatus.HELD,
        MeetingStatus.MINUTES_DRAFT,
        MeetingStatus.MINUTES_ISSUED,
    }
)


@dataclass(frozen=True, slots=True)
class WithPerson:
    """Whether the plan was agreed with the person, on which day, and when they had their copy."""

    answer: Answer | None = None
    on: date | None = None
    copy_given_on: date | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a plan was agreed: at a meeting, or by the chair's recorded decision.

    Attributes:
        meeting_id: Where; nothing for a decision of the chair.
        decided_by: The chair or vice-chair who decided, when there was no meeting; the sitter
            when empty.
        reason: Why the chair decides alone.
    """

    meeting_id: UUID | None = None
    decided_by: UUID | None = None
    reason: str = field(default="", repr=False)
    with_person: WithPerson = WithPerson()


def check_sections(fields: Mapping[str, str]) -> None:
    """Refuse what is no text of a plan.

    Raises:
        InvalidFieldsError: `unknown`, `too-long`.
    """
    wrong = {name: "unknown" for name in fields if name not in SECTIONS}
    wrong |= {name: "too-long" for name, text in fields.items() if len(text) > LONGEST}
    if wrong:
        raise InvalidFieldsError(wrong)


def check_live(status: PlanStatus) -> None:
    """Refuse to change a plan that has ended.

    Raises:
        GuardError: `plan-ended`.
    """
    if status is PlanStatus.ENDED:
        raise GuardError("plan-ended")


def check_move(moves: Mapping[S, Collection[S]], was: S, wanted: S) -> None:
    """Refuse a step that a table of moves does not have.

    Raises:
        TransitionError: It is not there.
    """
    if wanted not in moves[was]:
        raise TransitionError(was=was, wanted=wanted)


def check_proposal(was: PlanStatus, *, says_anything: bool) -> None:
    """Refuse to put forward a plan that says nothing.

    Raises:
        TransitionError, GuardError: The step is not there; `plan-empty`.
    """
    check_move(PLAN_MOVES, was, PlanStatus.PROPOSED)
    if not says_anything:
        raise GuardError("plan-empty")


def check_ending(was: PlanStatus, reason: str) -> None:
    """Refuse to end a plan twice, or without saying why.

    Raises:
        TransitionError, ReasonNeededError: The step is not there; prompt `plan-ends`.
    """
    check_move(PLAN_MOVES, was, PlanStatus.ENDED)
    if is_blank(reason):
        raise ReasonNeededError(("plan-ends",))


def check_agreeing(was: PlanStatus) -> None:
    """Refuse to agree a plan that was not put forward; an agreed one may be agreed again.

    Raises:
        TransitionError: It is a draft, or has ended.
    """
    if was is not PlanStatus.AGREED:
        check_move(PLAN_MOVES, was, PlanStatus.AGREED)


def check_meeting(status: MeetingStatus) -> None:
    """Refuse a meeting that has not begun, did not happen, or whose minutes are approved.

    Raises:
        GuardError: `meeting-not-held`, `minutes-approved`.
    """
    if status is MeetingStatus.APPROVED:
        raise GuardError("minutes-approved")
    if status not in _MAY_AGREE:
        raise GuardError("meeting-not-held")


def check_chairs_decision(by: UUID, chairs: Collection[UUID | None], reason: str) -> None:
    """Refuse a plan agreed outside a meeting by anybody but the chair, or without a reason.

    Raises:
        GuardError: `no-meeting`: neither a meeting nor the chair.
        ReasonNeededError: Prompt `chair-decides`.
    """
    if by not in chairs:
        raise GuardError("no-meeting")
    if is_blank(reason):
        raise ReasonNeededError(("chair-decides",))


def check_with_person(said: WithPerson, today: date) -> None:
    """Refuse an answer without its day, or days to come.

    Raises:
        InvalidFieldsError: `required`, `in-the-future`.
    """
    wrong: dict[str, str] = {}
    if said.answer in {Answer.YES, Answer.NO} and said.on is None:
        wrong["agreed_with_on"] = "required"
    for name, day in (("agreed_with_on", said.on), ("copy_given_on", said.copy_given_on)):
        if day is not None and day > today:
            wrong[name] = "in-the-future"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_goal(fields: Mapping[str, object]) -> None:
    """Refuse a goal that says nothing, and fields no goal has.

    Raises:
        InvalidFieldsError: `unknown`, `required`.
    """
    wrong = {name: "unknown" for name in fields if name not in GOAL_FIELDS}
    if all(is_blank(str(fields.get(name) or "")) for name in ("own_words", "panel_words")):
        wrong["own_words"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_order(wanted: Sequence[UUID], standing: Collection[UUID]) -> None:
    """Refuse an order that does not name each goal of the plan exactly once.

    Raises:
        InvalidFieldsError: `unknown`.
    """
    if len(wanted) != len(standing) or set(wanted) != set(standing):
        raise InvalidFieldsError({"goal_order": "unknown"})


def check_goal_status(was: GoalStatus, wanted: GoalStatus, note: str) -> None:
    """Refuse a step of a goal that is not there, or says nothing where something is wanted.

    Raises:
        TransitionError, InvalidFieldsError: The step is not there; `required`.
    """
    check_move(GOAL_MOVES, was, wanted)
    if wanted in _NOTE_FOR_GOAL and is_blank(note):
        raise InvalidFieldsError({"status_note": "required"})


def check_offer(fields: Mapping[str, object], *, agency_stands: bool = True) -> None:
    """Refuse an offer of nothing, of an agency that has ended, or that ends before it begins.

    Raises:
        InvalidFieldsError: `unknown`, `required`, `before-start`.
        GuardError: `agency-closed`.
    """
    wrong = {name: "unknown" for name in fields if name not in OFFER_FIELDS}
    if is_blank(str(fields.get("what") or "")):
        wrong["what"] = "required"
    start, end = fields.get("from_on"), fields.get("to_on")
    if isinstance(start, date) and isinstance(end, date) and end < start:
        wrong["to_on"] = "before-start"
    if wrong:
        raise InvalidFieldsError(wrong)
    if not agency_stands:
        raise GuardError("agency-closed")


def check_offer_status(was: OfferStatus, wanted: OfferStatus, note: str) -> None:
    """Refuse a step of an offer that is not there; giving one up needs a reason.

    Raises:
        TransitionError, ReasonNeededError: The step is not there; prompt `offer-withdrawn`.
    """
    check_move(OFFER_MOVES, was, wanted)
    if wanted is OfferStatus.WITHDRAWN and is_blank(note):
        raise ReasonNeededError(("offer-withdrawn",))
