"""What may be said outside the room, by whom, and what not: about a person, or a meeting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.states import Sensitivity
from coordinator.domain.texts import is_blank

COMMS_FIELDS = frozenset({"may_say", "not_say", "said_by_id", "said_by"})
LONGEST = 600


@dataclass(frozen=True, slots=True)
class NewCommsLine:
    """A line that is agreed: about a person, about a meeting, or about a person at a meeting.

    Attributes:
        said_by_id: The one person who says it; `said_by` where that is nobody in the directory,
            such as a press office.
    """

    person_id: UUID | None = None
    meeting_id: UUID | None = None
    may_say: str = field(default="", repr=False)
    not_say: str = field(default="", repr=False)
    said_by_id: UUID | None = None
    said_by: str = ""
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class CommsRow:
    """One line as it stands, or as it stood until it ended."""

    id: UUID
    revision: int
    person_id: UUID | None
    meeting_id: UUID | None
    agreed_on: date
    may_say: str = field(repr=False)
    not_say: str = field(repr=False)
    said_by_id: UUID | None
    said_by: str
    ended_on: date | None = None
    end_reason: str = field(default="", repr=False)

    @property
    def stands(self) -> bool:
        """Whether it still holds."""
        return self.ended_on is None


def check_comms(fields: Mapping[str, Any]) -> None:
    """Refuse a line that says nothing, that nobody may say, or that is too long to be kept to.

    Raises:
        InvalidFieldsError: Rules `required`, `too-long`, `unknown`.
    """
    wrong = dict.fromkeys(set(fields) - COMMS_FIELDS, "unknown")
    may_say, not_say = fields.get("may_say", ""), fields.get("not_say", "")
    if is_blank(may_say) and is_blank(not_say):
        wrong["may_say"] = "required"
    if not is_blank(may_say) and fields.get("said_by_id") is None:
        wrong |= {"said_by": "required"} if is_blank(fields.get("said_by", "")) else {}
    for name in ("may_say", "not_say"):
        if len(fields.get(name, "")) > LONGEST:
            wrong[name] = "too-long"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_stands(ended_on: date | None) -> None:
    """Refuse to change what has ended.

    Raises:
        GuardError: `comms-ended`.
    """
    if ended_on is not None:
        raise GuardError("comms-ended")
