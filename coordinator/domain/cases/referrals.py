"""From a request to take somebody on to the answer: what may follow what, and what stops it.

A referral is a request with what the referrer will keep doing; the panel answers it with a reason.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta

from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    TransitionError,
)
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.lists.reasons import CloseReason, NotAcceptedReason
from coordinator.domain.people.children import NOT_ASKED, Children
from coordinator.domain.people.rules import PersonName
from coordinator.domain.reasons import need_reason, need_reasons
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, ReferralStatus, Sensitivity
from coordinator.domain.texts import is_blank

_S = ReferralStatus

MOVES: Mapping[ReferralStatus, frozenset[ReferralStatus]] = MappingProxyType(
    {
        _S.DRAFT: frozenset({_S.SUBMITTED, _S.WITHDRAWN}),
        _S.SUBMITTED: frozenset({_S.SCREENED, _S.WITHDRAWN}),
        _S.SCREENED: frozenset({_S.ACCEPTED, _S.DEFERRED, _S.NOT_FOR_US, _S.WITHDRAWN}),
        _S.DEFERRED: frozenset({_S.SCREENED, _S.ACCEPTED, _S.NOT_FOR_US, _S.WITHDRAWN}),
        _S.ACCEPTED: frozenset(),
        _S.NOT_FOR_US: frozenset(),
        _S.WITHDRAWN: frozenset(),
    }
)
"""A deferred referral is answered when it comes back, or screened again when more is known."""

UNANSWERED = frozenset({_S.DRAFT, _S.SUBMITTED, _S.SCREENED, _S.DEFERRED})
NEEDS_DESTINATION = frozenset({NotAcceptedReason.OTHER_FORUM, NotAcceptedReason.OUT_OF_AREA})
"""Somebody else is to take it up: say who."""
REPEAT_WITHIN = relativedelta(months=12)


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """What decides whether a referral may be handed in."""

    has_person: bool
    has_referrer: bool
    why_now: str
    offer: str
    children_affected: Answer | None


@dataclass(frozen=True, slots=True)
class EarlierTime:
    """An earlier referral or case of the same person, and how it ended."""

    referral: UUID | None
    case: UUID | None
    on: date
    status: ReferralStatus | None
    not_accepted: NotAcceptedReason | None = None
    closed_on: date | None = None
    close_reason: CloseReason | None = None


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """One referral in a list."""

    id: UUID
    revision: int
    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    status: ReferralStatus
    referred_on: date
    agency: str
    referrer: str
    has_offer: bool
    is_repeat: bool


@dataclass(frozen=True, slots=True)
class ReferralPage:
    """One referral, whole, with the times the person was referred before.

    `held` names what of it is held back from the sitter, `parts` how sensitive what is shown of
    it and few may read.
    """

    row: ReferralRow
    agency_id: UUID | None
    referrer_id: UUID | None
    why_now: str = field(repr=False)
    criteria: tuple[ReferralCriterion, ...]
    tried: str = field(repr=False)
    risk: str = field(repr=False)
    offer: str = field(repr=False)
    no_offer_reason: str = field(repr=False)
    person_view: str = field(repr=False)
    screening_note: str = field(repr=False)
    not_accepted_reason: NotAcceptedReason | None
    destination: str
    decision_reason: str = field(repr=False)
    decided_by: str
    decided_on: date | None
    earlier: tuple[EarlierTime, ...]
    children: Children = NOT_ASKED
    held: frozenset[str] = frozenset()
    parts: Mapping[str, Sensitivity] = field(default_factory=dict)

    def apart(self) -> "tuple[ReferralPage, Mapping[str, str]]":
        """Give it without the texts that few may read, and what they say, by the column."""
        said: dict[str, str] = {name: getattr(self, name) for name in self.parts}
        blank: dict[str, Any] = dict.fromkeys(said, "")
        return replace(self, **blank, parts={}), said


def check_move(was: ReferralStatus, wanted: ReferralStatus) -> None:
    """Refuse a step that may not follow.

    Raises:
        TransitionError: It may not.
    """
    if wanted not in MOVES[was]:
        raise TransitionError(was=was, wanted=wanted)


def check_open(status: ReferralStatus) -> None:
    """Refuse to change a referral that has had its answer.

    Raises:
        GuardError: `referral-answered`.
    """
    if status not in UNANSWERED:
        raise GuardError("referral-answered")


def check_complete(facts: ReferralFacts, reasons: Mapping[str, str]) -> None:
    """Refuse to take in a referral that lacks what the panel decides by.

    Raises:
        GuardError: `no-person`, `no-referrer`, `no-why-now`.
        ReasonNeededError: `no-offer`: the referrer has not said what they will keep doing;
            `children-not-asked`: nobody has said whether children are affected.
    """
    blocks = {
        "no-person": not facts.has_person,
        "no-referrer": not facts.has_referrer,
        "no-why-now": is_blank(facts.why_now),
    }
    for guard, stops in blocks.items():
        if stops:
            raise GuardError(guard)
    prompts = {
        "no-offer": is_blank(facts.offer),
        "children-not-asked": facts.children_affected is None,
    }
    need_reasons([prompt for prompt, asked in prompts.items() if asked], reasons)


def check_decision(
    wanted: ReferralStatus,
    reason: str,
    because: NotAcceptedReason | None = None,
    destination: str = "",
) -> None:
    """Refuse an answer without its reason, or a *not for us* that does not say where else.

    Raises:
        ReasonNeededError: `decision`.
        InvalidFieldsError: `not_accepted_reason` or `destination` is `required`.
    """
    need_reason(reason, "decision")
    if wanted is not _S.NOT_FOR_US:
        return
    if because is None:
        raise InvalidFieldsError({"not_accepted_reason": "required"})
    if because in NEEDS_DESTINATION and is_blank(destination):
        raise InvalidFieldsError({"destination": "required"})


def decider(sitter: UUID, role: Role, named: UUID | None, chairs: Collection[UUID | None]) -> UUID:
    """Say whose decision it is: the chair's or the vice-chair's, whoever writes it down.

    Args:
        sitter: Who sits at the desk.
        role: As what.
        named: Whose decision is recorded; the sitter's own when nobody is named.
        chairs: The panel's chair and vice-chair.

    Raises:
        GuardError: `chair-decides`: the coordinator names the chair who decided.
    """
    who = named or sitter
    if who in chairs or (who == sitter and role is Role.CHAIR):
        return who
    raise GuardError("chair-decides")


def is_repeat(on: date, earlier: Iterable[EarlierTime]) -> bool:
    """Whether the person was referred, or left the caseload, within the twelve months before."""
    since = on - REPEAT_WITHIN
    return any(since <= (time.closed_on or time.on) <= on for time in earlier)
