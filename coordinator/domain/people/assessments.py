"""What other agencies assessed with tools of their own: which, when, what came out, where it is.

Of an assessment the fact and its result in words are kept, never its questions and answers.
"""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.adversity import is_of_past_adversity
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.states import Sensitivity
from coordinator.domain.texts import is_blank

USUAL_TOOLS = ("DASH", "ViST", "OASys", "FACE", "HoNOS", "YETA")
"""Offered while the tool is typed; any other may be."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """That somebody was assessed elsewhere, as it is typed in.

    Attributes:
        result: The level or score in words; never what was answered.
        held_where: Where whoever may read it asks for it.
    """

    tool: str
    done_on: date | None = None
    result: str = field(default="", repr=False)
    done_by: str = ""
    agency_id: UUID | None = None
    held_where: str = ""
    note: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """An assessment made elsewhere, as a list shows it; `ended_on` once it counts no more."""

    id: UUID
    revision: int
    assessment: Assessment
    agency: str = ""
    ended_on: date | None = None
    end_reason: str = field(default="", repr=False)


def check_assessment(one: Assessment, today: date) -> None:
    """Refuse what says nothing or cannot be, and a score of somebody's past adversity.

    Raises:
        InvalidFieldsError: `tool` `required` or `past-adversity`, `done_on` `required` or
            `in-the-future`.
    """
    wrong: dict[str, str] = {}
    if is_blank(one.tool):
        wrong["tool"] = "required"
    elif is_of_past_adversity(one.tool):
        wrong["tool"] = "past-adversity"
    if one.done_on is None:
        wrong["done_on"] = "required"
    elif one.done_on > today:
        wrong["done_on"] = "in-the-future"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_counts(ended_on: date | None) -> None:
    """Refuse to change what counts no more.

    Raises:
        GuardError: `assessment-ended`.
    """
    if ended_on is not None:
        raise GuardError("assessment-ended")
