"""The housing log: how an application goes, and what a home has to allow for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError, TransitionError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.housing import AppealResult, ConstraintKind, HousingRefusal
from coordinator.domain.states import HousingStep, RiskStatus, Sensitivity
from coordinator.domain.texts import is_blank

_S = HousingStep

MOVES: Mapping[HousingStep, frozenset[HousingStep]] = MappingProxyType(
    {
        _S.APPLIED: frozenset({_S.OFFERED, _S.REFUSED, _S.WITHDRAWN}),
        _S.OFFERED: frozenset({_S.ACCEPTED, _S.REFUSED, _S.WITHDRAWN}),
        _S.ACCEPTED: frozenset({_S.REFUSED, _S.WITHDRAWN}),
        _S.REFUSED: frozenset({_S.APPEALED}),
        _S.APPEALED: frozenset({_S.REFUSED, _S.OFFERED}),
        _S.WITHDRAWN: frozenset(),
    }
)
"""A provider may take back what it offered, and somebody who said yes may still be turned away."""

IS_CHOICE = frozenset({HousingRefusal.PERSON_SAID_NO})
"""Not counted as refusals: it is theirs to say no."""

USUALLY_RESTRICTED = frozenset(
    {ConstraintKind.ARSON, ConstraintKind.REGISTERED, ConstraintKind.OFFENCE}
)
"""Kept from readers without that right, unless somebody says otherwise."""

_R, _B = HousingRefusal, BarrierCategory
BARRIER_OF: Mapping[HousingRefusal, BarrierCategory] = MappingProxyType(
    {
        _R.NO_VACANCY: _B.HOUSING_NONE_SUITABLE,
        _R.NOT_SUITABLE: _B.HOUSING_NONE_SUITABLE,
        _R.ARREARS: _B.HOUSING_ARREARS,
        _R.OFFENCE: _B.HOUSING_OFFENCE,
        _R.LOCAL_CONNECTION: _B.HOUSING_LOCAL_CONNECTION,
        _R.COUPLE_OR_PET: _B.HOUSING_COUPLES_PETS,
        _R.PERSON_SAID_NO: _B.DECLINES,
    }
)
"""What stands in the way after a refusal; any other one is *refused by the provider*."""

_WON = frozenset({AppealResult.WON, AppealResult.PART_WON})


@dataclass(frozen=True, slots=True)
class NewApplication:
    """One try to find somebody a home: with an agency of the directory, or one known by name."""

    provider_id: UUID | None = None
    provider: str = ""
    what: str = ""
    applied_on: date | None = None
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class Refused:
    """What a provider said.

    Attributes:
        words: Theirs, not ours.
        on: Today when nothing.
        appeal_by: The last day to appeal, when there is one.
    """

    because: HousingRefusal
    words: str = field(default="", repr=False)
    on: date | None = None
    appeal_by: date | None = None


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One application as it stands; `appeal_is_due` while the last day to appeal is ahead."""

    id: UUID
    revision: int
    person_id: UUID
    applied_on: date
    provider_id: UUID | None
    provider: str
    what: str
    status: HousingStep
    status_on: date | None
    refusal: HousingRefusal | None
    refusal_words: str = field(repr=False)
    appealed_on: date | None
    appeal_by: date | None
    appeal_result: AppealResult | None
    appeal_on: date | None
    appeal_note: str = field(repr=False)
    barrier_id: UUID | None
    appeal_is_due: bool = False
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class ConstraintRow:
    """What a home has to allow for."""

    id: UUID
    revision: int
    person_id: UUID
    constraint: ConstraintKind
    details: str = field(repr=False)
    since: date
    sensitivity: Sensitivity


@dataclass(frozen=True, slots=True)
class HousingPage:
    """The housing log of one person, as a reader may have it; applications newest first."""

    applications: tuple[ApplicationRow, ...]
    constraints: tuple[ConstraintRow, ...]


@dataclass(frozen=True, slots=True)
class RefusalCount:
    """How often one provider refused for one reason in a period."""

    provider: str
    because: HousingRefusal
    count: int


def check_application(new: NewApplication, today: date) -> None:
    """Refuse an application to nobody, or one of tomorrow.

    Raises:
        InvalidFieldsError: `provider` is `required`, `applied_on` is `in-the-future`.
    """
    wrong: dict[str, str] = {}
    if new.provider_id is None and is_blank(new.provider):
        wrong["provider"] = "required"
    if new.applied_on is not None and new.applied_on > today:
        wrong["applied_on"] = "in-the-future"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_move(was: HousingStep, wanted: HousingStep) -> None:
    """Refuse a step that may not follow.

    Raises:
        TransitionError: It may not.
    """
    if wanted not in MOVES[was]:
        raise TransitionError(was=was, wanted=wanted)


def check_day(on: date, *, since: date, today: date, name: str = "status_on") -> None:
    """Refuse a day on which it cannot have been.

    Raises:
        InvalidFieldsError: `in-the-future` or `before-start`.
    """
    if on > today:
        raise InvalidFieldsError({name: "in-the-future"})
    if on < since:
        raise InvalidFieldsError({name: "before-start"})


def check_refusal(refused: Refused, on: date) -> None:
    """Refuse a refusal without words where the list says nothing, or an appeal of yesterday.

    Raises:
        InvalidFieldsError: `refusal_words` is `required` for *other*; `appeal_by` is
            `before-start`.
    """
    wrong: dict[str, str] = {}
    if refused.because is HousingRefusal.OTHER and is_blank(refused.words):
        wrong["refusal_words"] = "required"
    if refused.appeal_by is not None and refused.appeal_by < on:
        wrong["appeal_by"] = "before-start"
    if wrong:
        raise InvalidFieldsError(wrong)


def after_appeal(result: AppealResult) -> HousingStep:
    """Say where an application stands when an appeal was decided."""
    return HousingStep.OFFERED if result in _WON else HousingStep.REFUSED


def check_barrier(refusal: HousingRefusal | None, barrier: UUID | None) -> HousingRefusal:
    """Give the refusal that stands in the way; refuse where there is none, or a second barrier.

    Raises:
        GuardError: `not-refused`, `barrier-named`.
    """
    if refusal is None:
        raise GuardError("not-refused")
    if barrier is not None:
        raise GuardError("barrier-named")
    return refusal


def barrier_of(refusal: HousingRefusal) -> BarrierCategory:
    """Give the category a refusal usually is."""
    return BARRIER_OF.get(refusal, BarrierCategory.HOUSING_REFUSED)


def sensitivity_of(constraint: ConstraintKind, said: Sensitivity | None) -> Sensitivity:
    """Give how far a constraint may travel: as said, else as such a thing usually is."""
    if said is not None:
        return said
    usual = constraint in USUALLY_RESTRICTED
    return Sensitivity.RESTRICTED if usual else Sensitivity.STANDARD


def check_constraint(constraint: ConstraintKind, details: str) -> None:
    """Refuse one that says nothing.

    Raises:
        InvalidFieldsError: `details` is `required`: *other*, or a distance from where.
    """
    needs_words = constraint in {ConstraintKind.OTHER, ConstraintKind.DISTANCE}
    if needs_words and is_blank(details):
        raise InvalidFieldsError({"details": "required"})


def check_constraint_stands(status: RiskStatus) -> None:
    """Refuse to change what has ended.

    Raises:
        GuardError: `constraint-ended`.
    """
    if status is RiskStatus.ENDED:
        raise GuardError("constraint-ended")
