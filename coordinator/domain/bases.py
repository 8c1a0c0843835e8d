"""The information basis of a person: what the law allows, what they were told, what they said.

Three things, kept apart: a lawful basis is not an agreement, and somebody may know of the panel
and agree to nothing. How complete a basis is, is worked out from the first two.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError, ReasonNeededError
from coordinator.domain.lists.sharing import (
    Agreement,
    Gateway,
    LawfulBasis,
    ScheduleCondition,
    SpecialCondition,
    ToldAboutPanel,
)
from coordinator.domain.states import Answer, BasisStatus
from coordinator.domain.texts import is_blank

DAYS_TO_COMPLETE = 5
"""Working days in which the basis of urgent work is to be completed (domain rule)."""
BASIS_INCOMPLETE = "basis-incomplete"
"""The prompt that asks why work on somebody cannot wait for their basis."""

_NOT_IN_FUTURE = ("told_on", "agreed_on", "objected_on", "capacity_on")
_NO_CONSENT = frozenset({Agreement.DECLINES, Agreement.TAKEN_BACK, Agreement.CANNOT_SAY})


@dataclass(frozen=True, slots=True)
class BasisFacts:
    """What is recorded, field by field, as the columns of a basis are called.

    Attributes:
        more_gateways: Other powers to share, besides the first; in the order they were chosen.
        agreement: What the person agreed to, in words; `asked_to_agree` is their answer.
        capacity_decision: The one decision their capacity was looked at for.
        urgent_on: Since when the panel works without a complete basis, `urgent_reason` says why.
    """

    lawful_basis: LawfulBasis | None = None
    special_condition: SpecialCondition | None = None
    schedule_condition: ScheduleCondition | None = None
    offence_data: bool | None = None
    gateway: Gateway | None = None
    more_gateways: tuple[Gateway, ...] = ()
    told: ToldAboutPanel | None = None
    told_on: date | None = None
    told_by: str = ""
    told_how: str = ""
    notice_version: str = ""
    not_told_reason: str = ""
    asked_to_agree: Agreement | None = None
    agreed_on: date | None = None
    agreement: str = ""
    objection: str = ""
    objected_on: date | None = None
    capacity_decision: str = ""
    capacity_found: Answer | None = None
    capacity_on: date | None = None
    capacity_by: str = ""
    advocate: str = ""
    review_on: date | None = None
    urgent_reason: str = ""
    urgent_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class BasisCard:
    """The information basis of one person as it stands.

    Attributes:
        version: How often it was recorded or changed; disclosures cite it. 0: never.
        missing: The fields it lacks to be complete.
        advised: What the law asks for besides, given what is recorded; nothing waits for it.
        complete_by: Last day to complete it, when the panel works urgently without.
    """

    id: UUID | None
    revision: int
    status: BasisStatus
    facts: BasisFacts
    version: int = 0
    missing: tuple[str, ...] = ()
    advised: tuple[str, ...] = ()
    review_is_due: bool = False
    complete_by: date | None = None


def missing(facts: BasisFacts) -> tuple[str, ...]:
    """Name the fields a basis still lacks: lawful basis, gateway, told or why not, review day."""
    lacks = {
        "lawful_basis": facts.lawful_basis is None,
        "gateway": facts.gateway is None,
        "told": facts.told is None,
        "not_told_reason": _was_not_told(facts.told) and is_blank(facts.not_told_reason),
        "review_on": facts.review_on is None,
    }
    return tuple(name for name, lacking in lacks.items() if lacking)


def advised(facts: BasisFacts) -> tuple[str, ...]:
    """Name what else should be on file, given what is.

    Special category data under substantial public interest, and offence data, need a condition of
    Schedule 1 (Data Protection Act 2018, sections 10 and 11); whether the person agrees is asked
    as good practice, an objection gets its day.
    """
    public = facts.special_condition is SpecialCondition.SUBSTANTIAL_PUBLIC_INTEREST
    lacks = {
        "special_condition": facts.special_condition is None,
        "schedule_condition": (public or bool(facts.offence_data))
        and facts.schedule_condition is None,
        "offence_data": facts.offence_data is None,
        "asked_to_agree": facts.asked_to_agree is None,
        "objected_on": not is_blank(facts.objection) and facts.objected_on is None,
        "advocate": facts.capacity_found is Answer.NO and is_blank(facts.advocate),
    }
    return tuple(name for name, lacking in lacks.items() if lacking)


def status_of(facts: BasisFacts) -> BasisStatus:
    """Work out how complete a basis is; a withdrawn one stays withdrawn."""
    if facts.is_withdrawn:
        return BasisStatus.WITHDRAWN
    return BasisStatus.INCOMPLETE if missing(facts) else BasisStatus.RECORDED


def check_basis(facts: BasisFacts, today: date) -> None:
    """Refuse what cannot be true; an incomplete basis may always be kept.

    Raises:
        InvalidFieldsError: Rules `in-the-future` (told, agreed, objected, capacity), `in-the-past`
            (review), `consent-not-given` (consent as lawful basis of somebody who does not agree),
            `capacity-for-what` (found, but not for which decision), `given-twice` (a gateway).
    """
    wrong = {
        name: "in-the-future"
        for name in _NOT_IN_FUTURE
        if (day := getattr(facts, name)) is not None and day > today
    }
    if facts.review_on and facts.review_on < today:
        wrong["review_on"] = "in-the-past"
    is_consent = facts.lawful_basis is LawfulBasis.CONSENT and not facts.is_withdrawn
    if is_consent and facts.asked_to_agree in _NO_CONSENT:
        wrong["lawful_basis"] = "consent-not-given"
    if facts.capacity_found is not None and is_blank(facts.capacity_decision):
        wrong["capacity_decision"] = "capacity-for-what"
    if len({facts.gateway, *facts.more_gateways}) <= len(facts.more_gateways):
        wrong["more_gateways"] = "given-twice"
    if wrong:
        raise InvalidFieldsError(wrong)


def detail_allowed(basis: BasisStatus | None) -> bool:
    """Whether a person may be listed with detail: only with a complete basis that stands.

    Without one, lists and papers give initials and reference; nothing else changes that, urgency
    included.
    """
    return basis is BasisStatus.RECORDED


def check_work_allowed(
    basis: BasisStatus | None,
    reason: str = "",
    *,
    until: date | None = None,
    today: date | None = None,
) -> bool:
    """Let the panel work on a person: with a complete basis, or urgently with a reason.

    Args:
        basis: How complete it is; nothing was recorded when nothing.
        reason: Why it cannot wait.
        until: The last day to complete it, where urgent work has begun.
        today: The day it is; needed with `until`.

    Returns:
        Whether urgent work begins with this reason.

    Raises:
        GuardError: `basis-withdrawn`: no reason helps; `urgent-days-over`: it was to be complete.
        ReasonNeededError: Prompt `basis-incomplete`: say why it cannot wait.
    """
    if detail_allowed(basis):
        return False
    if basis is BasisStatus.WITHDRAWN:
        raise GuardError("basis-withdrawn")
    if until is not None:
        if today is not None and today > until:
            raise GuardError("urgent-days-over")
        return False
    if is_blank(reason):
        raise ReasonNeededError((BASIS_INCOMPLETE,))
    return True


def stops_work(basis: BasisStatus | None, until: date | None, today: date) -> str:
    """Name the rule that stops work on somebody whatever the reason; empty when none does."""
    try:
        check_work_allowed(basis, "any", until=until, today=today)
    except GuardError as stopped:
        return stopped.guard
    return ""


class Needs(Enum):
    """What a paper about one person waits for.

    Nothing, to stand as it is; that the basis was not withdrawn; that the panel may work on them,
    urgently too; that it is complete.
    """

    NOTHING = "nothing"
    NOT_WITHDRAWN = "not-withdrawn"
    WORK = "work"
    COMPLETE = "complete"


def may_leave(needs: Needs, basis: BasisStatus | None, until: date | None, today: date) -> bool:
    """Whether a paper about one person may leave as their basis stands.

    Args:
        needs: What this paper waits for.
        basis: How complete it is; nothing was recorded when nothing.
        until: The last day to complete it, where urgent work has begun.
        today: The day it is.
    """
    if detail_allowed(basis) or needs is Needs.NOTHING:
        return True
    if basis is BasisStatus.WITHDRAWN or needs is Needs.COMPLETE:
        return False
    return needs is Needs.NOT_WITHDRAWN or (until is not None and today <= until)


def complete_by(since: date, add_working_days: Callable[[date, int], date]) -> date:
    """Give the last day on which the basis of urgent work is to be complete."""
    return add_working_days(since, DAYS_TO_COMPLETE)


def _was_not_told(told: ToldAboutPanel | None) -> bool:
    return told is not None and told is not ToldAboutPanel.YES
