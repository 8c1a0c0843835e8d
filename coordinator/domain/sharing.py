"""Why the panel may hold and share what it does about a person, and what if not.

Whether an agency may be told is `need_to_know`'s business; here is how complete a basis is, and
what may be shown about a person without one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.errors import InvalidFieldsError, ReasonNeededError
from coordinator.domain.lists.sharing import Gateway, LawfulBasis, SpecialCondition, ToldAboutPanel
from coordinator.domain.people import PersonName, initialled
from coordinator.domain.states import BasisStatus
from coordinator.domain.texts import is_blank

DAYS_TO_COMPLETE = 5
"""Working days in which the basis of urgent work is to be completed (domain rule)."""


@dataclass(frozen=True, slots=True)
class BasisFacts:
    """What decides whether a basis is complete."""

    lawful_basis: LawfulBasis | None = None
    gateway: Gateway | None = None
    told: ToldAboutPanel | None = None
    told_on: date | None = None
    not_told_reason: str = ""
    review_on: date | None = None
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class BasisCard:
    """The information basis of one person; `missing` names the fields it still lacks."""

    id: UUID | None
    revision: int
    status: BasisStatus
    facts: BasisFacts
    special_condition: SpecialCondition | None = None
    told_by: str = ""
    agreement: str = ""
    missing: tuple[str, ...] = ()
    review_is_due: bool = False


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name as a list may hold it."""

    name: PersonName = field(repr=False)
    initials_only: bool = False


@dataclass(frozen=True, slots=True)
class ExclusionRow:
    """An agency that must not be told about the person, and why."""

    id: UUID
    revision: int
    agency_id: UUID
    agency: str
    reason: str
    since: date


@dataclass(frozen=True, slots=True)
class Sharing:
    """Everything about what may be shared about one person."""

    basis: BasisCard
    exclusions: tuple[ExclusionRow, ...]


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


def status_of(facts: BasisFacts) -> BasisStatus:
    """Work out how complete a basis is; a withdrawn one stays withdrawn."""
    if facts.is_withdrawn:
        return BasisStatus.WITHDRAWN
    return BasisStatus.INCOMPLETE if missing(facts) else BasisStatus.RECORDED


def check_basis(facts: BasisFacts, today: date) -> None:
    """Refuse days that cannot be true; an incomplete basis may always be kept.

    Raises:
        InvalidFieldsError: Rules `in-the-future` (told), `in-the-past` (review).
    """
    wrong: dict[str, str] = {}
    if facts.told_on and facts.told_on > today:
        wrong["told_on"] = "in-the-future"
    if facts.review_on and facts.review_on < today:
        wrong["review_on"] = "in-the-past"
    if wrong:
        raise InvalidFieldsError(wrong)


def detail_allowed(basis: BasisStatus | None) -> bool:
    """Whether a person may be listed with detail: only with a complete basis that stands.

    Without one, lists and papers give initials and reference; nothing else changes that, urgency
    included.
    """
    return basis is BasisStatus.RECORDED


def listed(name: PersonName, basis: BasisStatus | None) -> ListedName:
    """Cut a name down to what a list may hold."""
    if detail_allowed(basis):
        return ListedName(name)
    return ListedName(initialled(name), initials_only=True)


def check_work_allowed(basis: BasisStatus | None, reason: str = "") -> None:
    """Let the panel work on a person: with a complete basis, or urgently with a reason.

    Raises:
        ReasonNeededError: Prompt `basis-incomplete`: say why it cannot wait.
    """
    if not detail_allowed(basis) and is_blank(reason):
        raise ReasonNeededError(("basis-incomplete",))


def complete_by(since: date, add_working_days: Callable[[date, int], date]) -> date:
    """Give the last day on which the basis of urgent work is to be complete."""
    return add_working_days(since, DAYS_TO_COMPLETE)


def review_is_due(review_on: date | None, today: date) -> bool:
    """Whether the day to look at a basis (or a warning, or a risk) again has come."""
    return review_on is not None and review_on <= today


def _was_not_told(told: ToldAboutPanel | None) -> bool:
    return told is not None and told is not ToldAboutPanel.YES
