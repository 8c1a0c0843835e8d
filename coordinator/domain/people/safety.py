"""Warnings, risks and strengths: said by whom, from where, looked at again within a year."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.lists.plans import LEVEL_OF, EcologicalLevel, StrengthKind
from coordinator.domain.states import Answer, RiskStatus, Sensitivity
from coordinator.domain.texts import is_blank

LOOK_AGAIN_AFTER = relativedelta(days=90)
"""When nobody names a day (domain rule)."""
LATEST_REVIEW = relativedelta(years=1)
"""No warning or risk stands unlooked at for longer (domain rule)."""


@dataclass(frozen=True, slots=True)
class SafetyNote:
    """What every warning and risk says about itself."""

    text: str = field(repr=False)
    noted_on: date
    review_on: date
    person_told: Answer | None
    not_told_reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class WarningRow:
    """What a worker must know before they meet the person."""

    id: UUID
    revision: int
    note: SafetyNote
    source: str
    noted_by: str
    status: RiskStatus
    sensitivity: Sensitivity
    review_is_due: bool
    ended_on: date | None
    end_reason: str


@dataclass(frozen=True, slots=True)
class RiskRow:
    """What could happen, to whom, and what keeps it from happening."""

    id: UUID
    revision: int
    note: SafetyNote
    area: NeedDomain | None
    severity: NeedSeverity | None
    to_whom: str = field(repr=False)
    triggers: str = field(repr=False)
    controls: str = field(repr=False)
    level: EcologicalLevel | None
    source: str
    noted_by: str
    status: RiskStatus
    sensitivity: Sensitivity
    review_is_due: bool
    ended_on: date | None
    end_reason: str
    what_we_do: str = field(default="", repr=False)
    not_told_agreed_by: str = ""


@dataclass(frozen=True, slots=True)
class StrengthRow:
    """What keeps the person safer."""

    id: UUID
    revision: int
    strength: StrengthKind | None
    text: str = field(repr=False)
    level: EcologicalLevel | None
    evidence: str = field(repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class Safety:
    """What a reader may know about one person's safety; those that ended come last."""

    warnings: tuple[WarningRow, ...]
    risks: tuple[RiskRow, ...]
    strengths: tuple[StrengthRow, ...]


def check_note(note: SafetyNote, today: date) -> None:
    """Refuse a warning or risk that does not say what, or when it is looked at again.

    Raises:
        InvalidFieldsError: Rules `required`, `in-the-future`, `in-the-past`, `too-far-off` (more
            than a year). Not having told the person needs the reason.
    """
    faults = {
        "text": "required" if is_blank(note.text) else "",
        "noted_on": "in-the-future" if note.noted_on > today else "",
        "review_on": _fault_of_review(note.review_on, today),
        "not_told_reason": _fault_of_telling(note),
    }
    wrong = {name: rule for name, rule in faults.items() if rule}
    if wrong:
        raise InvalidFieldsError(wrong)


def check_not_told(told: Answer | None, agreed_by: str) -> None:
    """Refuse a risk the person is not told of while nobody is named who agreed to that.

    Raises:
        InvalidFieldsError: `not_told_agreed_by` is `required`.
    """
    if told is Answer.NO and is_blank(agreed_by):
        raise InvalidFieldsError({"not_told_agreed_by": "required"})


def check_standing(status: RiskStatus) -> None:
    """Refuse to change what has ended.

    Raises:
        GuardError: `risk-ended`.
    """
    if status is RiskStatus.ENDED:
        raise GuardError("risk-ended")


def check_strength(strength: StrengthKind | None, text: str) -> None:
    """Refuse a strength that says nothing.

    Raises:
        InvalidFieldsError: `text` is `required`: nothing from the list, or *other*.
    """
    if strength in {None, StrengthKind.OTHER} and is_blank(text):
        raise InvalidFieldsError({"text": "required"})


def level_of(
    strength: StrengthKind | None, said: EcologicalLevel | None
) -> EcologicalLevel | None:
    """Give the level somebody said, else the one where the listed strength usually sits."""
    return said or (LEVEL_OF.get(strength) if strength else None)


def _fault_of_review(review_on: date, today: date) -> str:
    if review_on <= today:
        return "in-the-past"
    return "too-far-off" if review_on > today + LATEST_REVIEW else ""


def _fault_of_telling(note: SafetyNote) -> str:
    """A person who was not told, or not asked about, needs the reason why."""
    silent = note.person_told is not Answer.YES and is_blank(note.not_told_reason)
    return "required" if silent else ""
