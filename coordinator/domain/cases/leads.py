"""The lead professional: a dated role, held by one person at a time, never silently by nobody."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from dateutil.relativedelta import relativedelta

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.people.rules import PersonName
from coordinator.domain.reasons import need_reasons
from coordinator.domain.states import Answer
from coordinator.domain.texts import is_blank

UNNOTICED_FOR = 7
"""Days a case may be without a lead before it is listed for the chair (domain rule)."""
OFTEN = 3
"""Leads begun within a year; more than that and the person has to trust somebody new too often."""
WITHIN = relativedelta(months=12)


class LeadEnd(StrEnum):
    """How a lead role ended. Stored; never renamed."""

    HANDED_OVER = "handed_over"
    CASE_CLOSED = "case_closed"
    LEFT = "left"
    ENDED = "ended"


class Absence(StrEnum):
    """Why nobody leads."""

    NEVER = "never"
    ENDED = "ended"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class LeadlessCase:
    """A case nobody leads, since when, and who did before."""

    case: UUID
    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    initials_only: bool
    why: Absence
    since: date
    days: int
    former_lead: str


@dataclass(frozen=True, slots=True)
class PossibleLead:
    """Somebody in post who may lead: their agency may be told about the person."""

    id: UUID
    name: str
    job: str
    agency: str


@dataclass(frozen=True, slots=True)
class OftenChanged:
    """A case whose lead has changed so often that trust is at stake."""

    case: UUID
    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    initials_only: bool
    leads: int
    since: date


def check_in_post(left_on: date | None, today: date) -> None:
    """Refuse somebody who has left.

    Raises:
        GuardError: `professional-left`.
    """
    if left_on is not None and left_on <= today:
        raise GuardError("professional-left")


def check_start(from_on: date, opened_on: date, today: date) -> None:
    """Refuse a role that begins before the case, or tomorrow.

    Raises:
        InvalidFieldsError: `from_on` is `before-start` or `in-the-future`.
    """
    if from_on < min(opened_on, today):  # a clock set back may have the case opened tomorrow
        raise InvalidFieldsError({"from_on": "before-start"})
    if from_on > today:
        raise InvalidFieldsError({"from_on": "in-the-future"})


def check_handover(
    old: UUID, new: UUID, note: str, told: Answer | None, reasons: dict[str, str]
) -> None:
    """Refuse to hand over to the same person; ask for the note and whether the person knows.

    Raises:
        InvalidFieldsError: `professional_id` is the `same`.
        ReasonNeededError: `no-handover`, `not-told`.
    """
    if old == new:
        raise InvalidFieldsError({"professional_id": "same"})
    asked = {"no-handover": is_blank(note), "not-told": told is not Answer.YES}
    need_reasons([prompt for prompt, holds in asked.items() if holds], reasons)


def recent(starts: Iterable[date], today: date) -> list[date]:
    """Give the days on which a lead began within the last twelve months, in order."""
    return sorted(start for start in starts if today - WITHIN < start <= today)


def too_often(starts: Iterable[date], today: date) -> bool:
    """Whether the lead has changed too often within a year."""
    return len(recent(starts, today)) >= OFTEN
