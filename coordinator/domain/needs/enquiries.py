"""Whether somebody was offered to talk about past harm, and what that means for how we work.

Never a score, a number or a list of answers: guidance is against collecting scores of past
adversity from one person (domain page 5.5). What was told is not kept; what follows from it is.
"""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.people import EnquiryAnswer
from coordinator.domain.states import Sensitivity
from coordinator.domain.texts import is_blank

NOT_TRAINED = "enquiry-not-trained"
"""Prompt: whoever asked is not known to be trained for it."""


@dataclass(frozen=True, slots=True)
class Enquiry:
    """One offer to talk about it, as it is noted.

    Attributes:
        asked_by: Who offered; whoever notes it when nothing.
        wish: What the person wants to happen with it, or not to happen.
        support: What support followed, from whom.
        how_we_work: What it means for everybody who meets them.
    """

    enquiry: EnquiryAnswer | None = None
    asked_on: date | None = None
    asked_by: UUID | None = None
    wish: str = field(default="", repr=False)
    support: str = field(default="", repr=False)
    how_we_work: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.RESTRICTED


@dataclass(frozen=True, slots=True)
class EnquiryRow:
    """An enquiry as a list shows it; `ended_on` once it counts no more."""

    id: UUID
    revision: int
    said: Enquiry
    asked_by: str
    ended_on: date | None = None
    end_reason: str = field(default="", repr=False)


def check_enquiry(one: Enquiry, today: date) -> None:
    """Refuse what says nothing or cannot be.

    Raises:
        InvalidFieldsError: `enquiry`, `asked_on` `required`; `asked_on` `in-the-future`; `support`
            `required` where the person was asked: nobody is asked and left alone with it.
    """
    wrong: dict[str, str] = {}
    if one.enquiry is None:
        wrong["enquiry"] = "required"
    if one.asked_on is None:
        wrong["asked_on"] = "required"
    elif one.asked_on > today:
        wrong["asked_on"] = "in-the-future"
    if one.enquiry is EnquiryAnswer.SUPPORTED and is_blank(one.support):
        wrong["support"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)


def lacks_training(
    answer: EnquiryAnswer | None, asked_on: date | None, trained_on: date | None
) -> bool:
    """Whether somebody asked who was not known to be trained by then.

    That it was not the time to ask anybody may see.
    """
    if answer in {None, EnquiryAnswer.NOT_APPROPRIATE} or asked_on is None:
        return False
    return trained_on is None or trained_on > asked_on


def check_counts(ended_on: date | None) -> None:
    """Refuse to change what counts no more.

    Raises:
        GuardError: `enquiry-ended`.
    """
    if ended_on is not None:
        raise GuardError("enquiry-ended")
