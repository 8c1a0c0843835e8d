"""The information basis of a person: what the law allows, what they were told, what they said.

Three things, kept apart: a lawful basis is not an agreement, and somebody may know of the panel
and agree to nothing. How complete a basis is, is worked out from the first two.

What the law asks for: a basis of UK GDPR, Article 6. Whoever comes to a panel is talked about with
their health, drugs or drink among it, so always a condition of Article 9(2) too. Where that is
point b, g, h or i, a condition of the Data Protection Act 2018, Schedule 1, goes with it (section
10(2) and (3)): of Part 1 for b, h and i, of Part 2 for g. Vital interests and explicit consent
stand alone. Data about offences needs official authority or a condition of that schedule
(Article 10; section 10(4) and (5)), so it is to be said whether the panel holds any.
"""

from collections.abc import Callable, Mapping
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
from coordinator.domain.people.safety import LATEST_REVIEW
from coordinator.domain.states import Answer, BasisStatus
from coordinator.domain.texts import is_blank

DAYS_TO_COMPLETE = 5
"""Working days in which the basis of urgent work is to be completed (domain rule)."""
BASIS_INCOMPLETE = "basis-incomplete"
"""The prompt that asks why work on somebody cannot wait for their basis."""

CONDITIONS = ("special_condition", "offence_data", "schedule_condition")
"""What was not asked for at first: a basis recorded without stands until its review."""
LAST_WITHOUT = date(2027, 11, 30)
"""The last day a basis recorded without those stands, however far off its review was put."""

_PART_2 = frozenset(
    {
        ScheduleCondition.STATUTORY_PURPOSES,
        ScheduleCondition.JUSTICE,
        ScheduleCondition.UNLAWFUL_ACTS,
        ScheduleCondition.SAFEGUARDING,
        ScheduleCondition.ECONOMIC_WELL_BEING,
    }
)
FITTING: Mapping[SpecialCondition, frozenset[ScheduleCondition]] = {
    SpecialCondition.SUBSTANTIAL_PUBLIC_INTEREST: _PART_2,
    SpecialCondition.HEALTH_OR_SOCIAL_CARE: frozenset({ScheduleCondition.HEALTH_OR_SOCIAL_CARE}),
    SpecialCondition.SOCIAL_PROTECTION: frozenset({ScheduleCondition.SOCIAL_PROTECTION}),
    SpecialCondition.PUBLIC_HEALTH: frozenset({ScheduleCondition.PUBLIC_HEALTH}),
}
"""The conditions of Schedule 1 that go with one of Article 9; the others need none."""

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
class Conditions:
    """What was not asked for at first, together."""

    special_condition: SpecialCondition | None
    schedule_condition: ScheduleCondition | None
    offence_data: bool | None


@dataclass(frozen=True, slots=True)
class BasisCard:
    """The information basis of one person as it stands.

    Attributes:
        version: How often it was recorded or changed; disclosures cite it. 0: never.
        missing: The fields it lacks to be complete.
        advised: What the law asks for besides, given what is recorded; nothing waits for it.
        complete_by: Last day to complete it, when the panel works urgently without.
        stands_until: The day on which it no longer counts as complete, where it stands though
            conditions are missing.
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
    stands_until: date | None = None


def missing(facts: BasisFacts) -> tuple[str, ...]:
    """Name the fields a basis still lacks.

    Lawful basis, gateway, told or why not, review day, and the conditions.
    """
    lacks = {
        "lawful_basis": facts.lawful_basis is None,
        "gateway": facts.gateway is None,
        "told": facts.told is None,
        "not_told_reason": _was_not_told(facts.told) and is_blank(facts.not_told_reason),
        "review_on": facts.review_on is None,
    }
    named = tuple(name for name, lacking in lacks.items() if lacking)
    return named + missing_conditions(
        facts.special_condition, facts.schedule_condition, offence_data=facts.offence_data
    )


def missing_conditions(
    special: SpecialCondition | None,
    schedule: ScheduleCondition | None,
    *,
    offence_data: bool | None,
) -> tuple[str, ...]:
    """Name which of the conditions a basis lacks, or has one of that does not fit the other."""
    fitting = FITTING.get(special) if special is not None else None
    needs_one = fitting is not None or bool(offence_data)
    fits = schedule is not None and (fitting is None or schedule in fitting)
    lacks = {
        "special_condition": special in {None, SpecialCondition.NONE},
        "offence_data": offence_data is None,
        "schedule_condition": needs_one and not fits,
    }
    return tuple(name for name in CONDITIONS if lacks[name])


def advised(facts: BasisFacts) -> tuple[str, ...]:
    """Name what else should be on file, given what is.

    Whether the person agrees is asked as good practice, an objection gets its day.
    """
    lacks = {
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


def status_after(was: BasisStatus, before: BasisFacts, facts: BasisFacts) -> BasisStatus:
    """Work out how complete a basis is after it was changed.

    One that stands though it was recorded before the conditions were asked for goes on standing
    until its review, as long as nothing is taken from it; its review cannot be put off without.

    Args:
        was: How it stood on the day, as `status_on` has it.
        before: What it said.
        facts: What it says now.

    Raises:
        InvalidFieldsError: The conditions it lacks are `needed-to-put-off`.
    """
    found = status_of(facts)
    stands_without = was is BasisStatus.RECORDED and bool(missing(before))
    if found is not BasisStatus.INCOMPLETE or not stands_without:
        return found
    is_kept = all(
        getattr(before, name) is None or getattr(facts, name) is not None for name in CONDITIONS
    )
    if not is_kept or not set(missing(facts)) <= set(CONDITIONS):
        return found
    if (facts.review_on or date.max) > (before.review_on or date.min):
        raise InvalidFieldsError(dict.fromkeys(missing(facts), "needed-to-put-off"))
    return was


def status_on(
    status: BasisStatus, lacks: tuple[str, ...], review_on: date | None, today: date | None
) -> BasisStatus:
    """Say how a basis counts on a day.

    One recorded before the conditions were asked for counts as complete until it is to be looked
    at again, and not after `LAST_WITHOUT`.

    Args:
        status: As it is kept.
        lacks: The conditions it lacks.
        review_on: When it is to be looked at again.
        today: Nothing where nobody asks on a day.
    """
    if status is not BasisStatus.RECORDED or not lacks or today is None:
        return status
    is_over = stands_until(review_on) <= today
    return BasisStatus.INCOMPLETE if is_over else status


def stands_until(review_on: date | None) -> date:
    """Give the day on which a basis that lacks a condition no longer counts as complete."""
    return min(review_on or date.min, LAST_WITHOUT)


def check_basis(facts: BasisFacts, today: date) -> None:
    """Refuse what cannot be true; an incomplete basis may always be kept.

    Raises:
        InvalidFieldsError: Rules `in-the-future` (told, agreed, objected, capacity), `in-the-past`
            (review), `too-far-off` (review, more than a year), `consent-not-given` (consent as
            lawful basis of somebody who does not agree), `capacity-for-what` (found, but not for
            which decision), `given-twice` (a gateway).
    """
    wrong = {
        name: "in-the-future"
        for name in _NOT_IN_FUTURE
        if (day := getattr(facts, name)) is not None and day > today
    }
    if facts.review_on and facts.review_on < today:
        wrong["review_on"] = "in-the-past"
    elif facts.review_on and facts.review_on > today + LATEST_REVIEW:
        wrong["review_on"] = "too-far-off"
    is_consent = facts.lawful_basis is LawfulBasis.CONSENT and not facts.is_withdrawn
    if is_consent and facts.asked_to_agree in _NO_CONSENT:
        wrong["lawful_basis"] = "consent-not-given"
    if facts.capacity_found is not None and is_blank(facts.capacity_decision):
        wrong["capacity_decision"] = "capacity-for-what"
    if len({facts.gateway, *facts.more_gateways}) <= len(facts.more_gateways):
        wrong["more_gateways"] = "given-twice"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_objection(facts: BasisFacts) -> None:
    """Refuse an objection without the day it was made on.

    Raises:
        InvalidFieldsError: `objected_on` is `required`.
    """
    if not is_blank(facts.objection) and facts.objected_on is None:
        raise InvalidFieldsError({"objected_on": "required"})


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
